"""Locks that a fork respects.

A process that forks while another of its threads holds a lock gives the child a lock that nobody opens any more, and
behind it half-done work. So a fork waits until none of these locks is held, and the child finds all of them open.
"""

from __future__ import annotations

import os
import threading
from weakref import WeakSet

__all__ = ["INNERMOST", "MAKING", "PARSING", "shared_lock"]

MAKING, PARSING, INNERMOST = range(3)
"""The order in which one thread takes several of them."""

_ranks: tuple[WeakSet[threading.RLock], ...] = (WeakSet(), WeakSet(), WeakSet())
_held: list[threading.RLock] = []


def shared_lock(rank: int) -> threading.RLock:
    """A lock that one thread at a time holds, as often as it likes.

    Args:
        rank: :data:`MAKING`, :data:`PARSING` or :data:`INNERMOST`.
    """
    lock = threading.RLock()
    _ranks[rank].add(lock)
    return lock


def _before() -> None:
    for locks in _ranks:
        for lock in list(locks):
            lock.acquire()
            _held.append(lock)


def _after() -> None:
    while _held:
        _held.pop().release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before, after_in_parent=_after, after_in_child=_after)
