"""Matrix products of 32-bit floats, in one thread.

The products are small. numpy's library does them faster than spaCy's, but only in one thread: with several it loses
many times what it gains to the waiting of threads for each other. So numpy is used where it can be held to one thread,
and spaCy's product, which never starts a thread, everywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from quoteattr.locks import INNERMOST, shared_lock

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Floats", "Ints", "Products", "by_numpy"]

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]


class _Holder:
    """Holds numpy's library to one thread.

    Its count of threads belongs to the whole process, so one thread computes here at a time, and the count is as it was
    before the next one begins.
    """

    def __init__(self) -> None:
        self._lock = shared_lock(INNERMOST)
        self._controller: Any = None

    def find(self) -> bool:
        """Whether there is a library whose threads can be counted."""
        with self._lock:
            if self._controller is None:
                if "accelerate" in _library():  # it has no count of threads that could be set
                    return False
                try:
                    import threadpoolctl
                except ImportError:
                    return False
                self._controller = threadpoolctl.ThreadpoolController().select(user_api="blas")
            return bool(self._controller.lib_controllers)

    @contextmanager
    def held(self) -> Iterator[None]:
        with self._lock, self._controller.limit(limits=1):
            yield


def _library() -> str:
    """The library that numpy was built with."""
    built: Any = np.show_config(mode="dicts")
    return str(built.get("Build Dependencies", {}).get("blas", {}).get("name", "")).lower()


_holder = _Holder()


class Products:
    """Matrix products by whichever library is safe and fast here.

    Args:
        ops: spaCy's operations, those of the model.
    """

    def __init__(self, ops: Any) -> None:
        self._ops = ops
        self.by_numpy = _holder.find()

    @contextmanager
    def session(self) -> Iterator[Callable[[Floats, Floats, Floats], object]]:
        """A function ``(x, y, out)`` that writes the product of two matrices to ``out``, good until the end."""
        if self.by_numpy:
            with _holder.held():
                yield np.matmul
        else:
            yield self._by_spacy

    def _by_spacy(self, x: Floats, y: Floats, out: Floats) -> None:
        self._ops.gemm(x, y, out=out)


def by_numpy(nlp: Language) -> Callable[[], AbstractContextManager[object]]:
    """Let spaCy's own code multiply by numpy's library too, where that is safe.

    Args:
        nlp: A pipeline that nobody else uses: its layers are altered.

    Returns:
        What has to be entered around every use of the pipeline: it holds the library to one thread.
    """
    if not _holder.find():
        return nullcontext
    from thinc.api import Model, NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            if type(layer.ops) is NumpyOps:  # what is derived from it has its own library
                layer.ops = ops
    return _holder.held
