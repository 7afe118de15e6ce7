"""Work spread over other processes: texts out, results back, in order.

Each worker holds one task at a time, so neither side ever waits for the other to read. When a worker dies, its task
goes to a new worker text by text, so that the text at fault is known and the others are done all the same.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

from attrs import define, field

from quoteattr.errors import QuoteattrError, WorkerError

__all__ = ["Setup", "Work", "spread"]

type_of = type
Work = Callable[[Sequence[str]], Sequence[Any]]
"""Gives a result or an exception for each text."""

Setup = Callable[[], Work]
"""Called once in each worker; must be picklable."""

Task = list[tuple[int, str]]
"""Texts with their numbers."""


def spread(setup: Setup, batches: Iterator[list[str | Exception]], processes: int, *, ahead: int) -> Iterator[Any]:
    """The results for all entries of ``batches``, in order; entries that are exceptions pass through.

    Args:
        setup: Makes the work, once in each process.
        batches: Read when a worker is free; a batch goes to one worker.
        processes: Number of workers.
        ahead: How many entries may be read before the oldest of them is done and taken.

    Raises:
        WorkerError: A worker ended before it was ready.
    """
    pool = _Pool(setup, batches, ahead)
    try:
        for _ in range(processes):
            pool.start()
        yield from pool.results()
    finally:
        pool.stop()


@define(eq=False)
class _Worker:
    process: Any
    connection: Connection
    ready: bool = False
    task: Task = field(factory=list)

    def stop(self) -> int | None:
        self.connection.close()
        self.process.terminate()
        self.process.join()
        code: int | None = self.process.exitcode
        return code


@define(eq=False)
class _Pool:
    setup: Setup
    batches: Iterator[list[str | Exception]]
    ahead: int
    workers: list[_Worker] = field(factory=list)
    retries: deque[Task] = field(factory=deque)
    done: dict[int, Any] = field(factory=dict)
    taken: int = 0
    """Results that went out."""
    read: int = 0
    """Entries that came in."""

    def start(self) -> None:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self.setup), daemon=True)
        process.start()
        there.close()
        self.workers.append(_Worker(process, here))

    def stop(self) -> None:
        while self.workers:
            self.workers.pop().stop()

    def results(self) -> Iterator[Any]:
        while True:
            more = self.feed()
            if self.taken in self.done:
                result = self.done.pop(self.taken)
                self.taken += 1
                yield result
                self.collect(0)
            elif more or self.taken < self.read:
                self.collect(None)
            else:
                return

    def feed(self) -> bool:
        """Give work to those who are free. False when all has been read."""
        for worker in list(self.workers):
            while worker.ready and not worker.task:
                if self.retries:
                    worker.task = self.retries.popleft()
                elif self.read - self.taken >= self.ahead:
                    break
                else:
                    batch = next(self.batches, None)
                    if batch is None:
                        return False
                    for number, entry in enumerate(batch, self.read):
                        if isinstance(entry, str):
                            worker.task.append((number, entry))
                        else:
                            self.done[number] = entry
                    self.read += len(batch)
            ...
        return True
