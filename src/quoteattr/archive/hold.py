"""One thread for each worker: an engine starts as many workers as there are cores."""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.archive.schema import arrow
from quoteattr.workers import one_thread

__all__ = ["hold"]

_HELD: list[object] = []


def hold(load: Callable[[], object]) -> None:
    """Load what has libraries, and hold these and Arrow to one thread from now on, in this whole process."""
    load()
    if not _HELD:
        arrow().set_cpu_count(1)
        _HELD.append(one_thread())
