"""The garbage collector, while articles are read.

What an article's parse and mentions hold is let go together, and hardly any of it hangs in circles. A collector that
looks through it again and again finds nothing: that is one part in twenty of the time from text to records.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from quoteattr.locks import INNERMOST, shared_lock

__all__ = ["held", "seldom"]

_ALIVE = 50_000
"""Objects that may be made before the collector looks through the youngest."""

_lock = shared_lock(INNERMOST)
_holders = 0
_before = 0
"""The user's own threshold, while somebody holds the collector off."""


@contextmanager
def held() -> Iterator[None]:
    """Let the collector look through objects more seldom; the threshold that there was comes back at the end.

    Several threads may do so at once: the last one gives it back. A collector that is switched off, that has a higher
    threshold, or gets another one meanwhile, stays as it is.
    """
    _hold()
    try:
        yield
    finally:
        _give_back()


def seldom() -> None:
    """For a process of the library's own: what is there now is not looked through again, and new objects seldom."""
    gc.freeze()
    if 0 < gc.get_threshold()[0] < _ALIVE:
        gc.set_threshold(_ALIVE, *gc.get_threshold()[1:])


def _hold() -> None:
    global _holders, _before
    with _lock:
        _holders += 1
        young, *older = gc.get_threshold()
        if _holders == 1 and 0 < young < _ALIVE:
            _before = young
            gc.set_threshold(_ALIVE, *older)


def _give_back() -> None:
    global _holders, _before
    with _lock:
        _holders -= 1
        young, *older = gc.get_threshold()
        if not _holders and _before:
            if young == _ALIVE:
                gc.set_threshold(_before, *older)
            _before = 0
