"""Work for the processes that tests start: in a module that imports little, since each of them imports it."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quoteattr.errors import ModelError


class OddError(Exception):
    """An error that cannot be pickled and read back: it needs two arguments."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def upper() -> Any:
    """Work that ends its process at the text "die", and fails at "odd" and "bad"."""

    def work(texts: Sequence[str]) -> list[Any]:
        out: list[Any] = []
        for text in texts:
            if text == "die":
                os._exit(7)
            elif text == "odd":
                out.append(OddError("very ", "odd"))
            elif text == "bad":
                out.append(ValueError("bad"))
            else:
                out.append((text.upper(), os.getpid()))
        return out

    return work


def broken() -> Any:
    raise ModelError("no such model")


def dead() -> Any:
    os._exit(3)


def libraries() -> Any:
    """Work that tells how many threads the libraries of matrix products may use, and what the environment says."""
    import numpy as np
    import threadpoolctl

    np.ones((2, 2)) @ np.ones((2, 2))
    return lambda texts: [
        ([pool["num_threads"] for pool in threadpoolctl.threadpool_info()], os.environ.get("OMP_NUM_THREADS"))
        for _ in texts
    ]


def killer() -> Any:
    """Work that kills its process by a signal, as the system does that has no memory left."""

    def work(texts: Sequence[str]) -> list[Any]:
        if "die" in texts:
            os.kill(os.getpid(), signal.SIGKILL)
        return list(texts)

    return work


def stubborn() -> Any:
    """Work that does not listen to the signal that asks its process to end."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    return list


def unlucky() -> Any:
    """Work whose processes are killed while they load, but for those whose numbers the environment names."""
    folder = Path(os.environ["QUOTEATTR_TEST_STARTS"])
    number = next(number for number in itertools.count(1) if _claims(folder / str(number)))
    if str(number) not in os.environ["QUOTEATTR_TEST_WELL"].split():
        os.kill(os.getpid(), signal.SIGKILL)
    return killer()


def _claims(path: Path) -> bool:
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
