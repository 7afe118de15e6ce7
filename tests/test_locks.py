"""Locks that a fork waits for."""

from __future__ import annotations

import threading

import pytest

from quoteattr import locks
from quoteattr.locks import INNERMOST, MAKING, PARSING, shared_lock


def held_elsewhere(lock: threading.RLock) -> bool:
    """Whether another thread cannot take a lock."""
    taken: list[bool] = []

    def take() -> None:
        taken.append(lock.acquire(blocking=False))
        if taken[0]:
            lock.release()

    thread = threading.Thread(target=take)
    thread.start()
    thread.join(60)
    return not taken[0]


@pytest.mark.parametrize("rank", [MAKING, PARSING, INNERMOST])
def test_a_fork_holds_every_lock(rank: int) -> None:
    """Before it, so that no other thread does; in parent and child they are open again."""
    lock = shared_lock(rank)
    locks._before()
    try:
        assert held_elsewhere(lock)
    finally:
        locks._after()
    assert not held_elsewhere(lock)


def test_the_thread_that_holds_a_lock_may_fork() -> None:
    """It holds it still."""
    lock = shared_lock(PARSING)
    with lock:
        locks._before()
        locks._after()
        assert held_elsewhere(lock)
    assert not held_elsewhere(lock)
