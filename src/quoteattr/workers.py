"""Work spread over other processes: texts out, results back, in order.

A worker holds one task at a time, so neither side ever waits for the other to read. There are never more workers than
tasks. When a worker dies, its task goes to another worker text by text, so that the text at fault is known and the
others are done all the same. When one dies before it is ready, another is tried, and those that are left go on.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any

from attrs import define, field

from quoteattr.collecting import seldom
from quoteattr.errors import QuoteattrError, SettingError, WorkerError

__all__ = ["THREADS", "Setup", "Work", "one_thread", "spread"]

Work = Callable[[Sequence[str]], Sequence[Any]]
"""Gives a result or an exception for each text."""

Setup = Callable[[], Work]
"""Called once in each worker; must be picklable."""

Task = list[tuple[int, Any]]
"""Texts, or articles that hold them, with their numbers."""

PATIENCE = 5.0
"""Seconds that a worker has to end before it is killed."""

STARTS = 3
"""How often one after another a worker may die before it is ready, if any has ever been ready."""

THREADS = "OMP_NUM_THREADS OPENBLAS_NUM_THREADS MKL_NUM_THREADS BLIS_NUM_THREADS VECLIB_MAXIMUM_THREADS".split()
"""What tells a library of matrix products how many threads to start, if it is set before the library is loaded."""


def spread(setup: Setup, batches: Iterator[list[Any]], processes: int, *, ahead: int) -> Iterator[Any]:
    """The results for all entries of ``batches``, in order; entries that are exceptions pass through.

    Args:
        setup: Makes the work, once in each process.
        batches: Read when a worker is free; a batch goes to one worker.
        processes: Number of workers, at most.
        ahead: No further batch is read while this many entries are read and their results not taken.

    Raises:
        SettingError: ``setup`` cannot be pickled.
        WorkerError: No worker is left, and none can be started.
    """
    first = next(batches, None)
    if first is None:
        return
    pool = _Pool(_pickled(setup), chain([first], batches), processes, ahead)
    try:
        yield from pool.results()
    finally:
        pool.stop()


@define(eq=False)
class _Worker:
    process: SpawnProcess
    connection: Connection[Any, Any]
    ready: bool = False
    task: Task = field(factory=list)


@define(eq=False)
class _Pool:
    setup: bytes
    """Pickled: a worker limits its threads before it imports what the setup needs."""
    batches: Iterator[list[Any]]
    processes: int
    ahead: int
    workers: list[_Worker] = field(factory=list)
    retries: deque[Task] = field(factory=deque)
    done: dict[int, Any] = field(factory=dict)
    read: int = 0
    """Entries that came in."""
    taken: int = 0
    """Results that went out."""
    exhausted: bool = False
    proven: bool = False
    """Whether any worker has ever been ready."""
    losses: int = 0
    """Workers that have died before they were ready, since one was."""

    def start(self, task: Task) -> None:
        """Start a worker, which gets a task when it is ready."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self.setup), daemon=True)
        with _without_interrupts():
            process.start()
        there.close()
        self.workers.append(_Worker(process, here, task=task))

    def stop(self) -> None:
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            _end(worker)

    def results(self) -> Iterator[Any]:
        while True:
            self.feed()
            if self.taken in self.done:
                self.taken += 1
                yield self.done.pop(self.taken - 1)
                self.collect(0)
            elif self.exhausted and self.taken == self.read:
                return
            else:
                self.collect(None)

    def feed(self) -> None:
        """Give tasks to the workers that are free, and start workers for others, as long as there may be more."""
        for worker in list(self.workers):
            if worker.ready and not worker.task:
                worker.task = self.next_task()
                self.send(worker)
        while len(self.workers) < self.processes and self.losses < (STARTS if self.proven else 1):
            task = self.next_task()
            if not task:
                break
            self.start(task)

    def send(self, worker: _Worker) -> None:
        """Let a worker begin its task, if it has one."""
        if worker.task:
            try:
                worker.connection.send([text for _, text in worker.task])
            except OSError:
                self.bury(worker)

    def next_task(self) -> Task:
        if self.retries:
            return self.retries.popleft()
        while not self.exhausted and self.read - self.taken < self.ahead:
            batch = next(self.batches, None)
            if batch is None:
                self.exhausted = True
                break
            task = []
            for number, entry in enumerate(batch, self.read):
                if isinstance(entry, Exception):
                    self.done[number] = entry
                else:
                    task.append((number, entry))
            self.read += len(batch)
            if task:
                return task
        return []

    def collect(self, timeout: float | None) -> None:
        """Take in what workers have sent; wait until one has, if there is no ``timeout``."""
        busy = {worker.connection: worker for worker in self.workers if worker.task or not worker.ready}
        for connection in wait(list(busy), timeout) if busy else ():
            worker = busy[connection]  # type: ignore[index]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                self.bury(worker)
                continue
            if worker.ready:
                self.done.update(zip((number for number, _ in worker.task), message, strict=True))
                worker.task = []
            elif isinstance(message, Exception):
                raise message
            else:
                worker.ready = self.proven = True
                self.losses = 0
                self.send(worker)

    def bury(self, worker: _Worker) -> None:
        """A worker is dead: find out why, and tell or try again."""
        self.workers.remove(worker)
        worker.process.join(PATIENCE)  # its end of the connection is closed, so it is about to end
        worker.process.terminate()
        _end(worker)
        code = worker.process.exitcode or 0
        cause = f"was killed by signal {-code}" if code < 0 else f"ended with exit status {code}"
        if not worker.ready:
            self.losses += 1
            if not self.workers and self.losses >= (STARTS if self.proven else 1):
                raise WorkerError(
                    f"a worker process {cause} before it was ready: look for its own message above; "
                    "a script that uses processes must do so below: if __name__ == '__main__'"
                )
            self.retries.appendleft(worker.task)
        elif len(worker.task) > 1:
            self.retries.extend([item] for item in worker.task)
        else:
            for number, entry in worker.task:
                text = str(getattr(entry, "text", entry))
                self.done[number] = WorkerError(
                    f"the worker process {cause} while it read element {number} "
                    f"({len(text)} characters, beginning {text[:40]!r}); "
                    "the machine may be short of memory: try fewer processes"
                )


def _end(worker: _Worker) -> None:
    """Wait for a worker that was told to end."""
    worker.process.join(PATIENCE)
    if worker.process.exitcode is None:
        worker.process.kill()
        worker.process.join()
    worker.connection.close()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A process that is started here never gets the signal of Ctrl-C: the parent does, and ends its workers.

    A worker that ignored the signal by itself could do so only after its first imports, and would print a traceback if
    it came before. Windows cannot do this.
    """
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # or it would be started within, and unblock the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pickled(setup: Setup) -> bytes:
    try:
        return bytes(ForkingPickler.dumps(setup))
    except Exception as error:  # pickle raises errors of many types
        raise SettingError(
            f"a setting cannot be sent to other processes ({error}): "
            "a function must stand at the top level of a module, or use processes=1"
        ) from error


def _serve(connection: Connection[Any, Any], pickled: bytes) -> None:
    """The life of a worker."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be blocked
    for name in THREADS:
        os.environ[name] = "1"
    try:
        setup: Setup = pickle.loads(pickled)  # noqa: S301 (from our own parent)
        work = setup()
        limit = one_thread()
        seldom()
    except Exception as error:  # the parent raises it
        connection.send(_portable(error))
        return
    reply: list[Any] | None = None
    while True:
        try:
            connection.send(reply)
            texts = connection.recv()
        except (EOFError, OSError):  # the parent is gone
            break
        reply = [_portable(result) if isinstance(result, Exception) else result for result in work(texts)]
    del limit  # it holds until here


def _end_with_parent() -> None:  # pragma: no cover  (the process ends without a word)
    """End when the parent does, in whatever way, and not only behind the task that is under way."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def one_thread() -> object:
    """Hold the libraries that are loaded already to one thread; the parent's own module may have imported them."""
    try:
        threadpoolctl = import_module("threadpoolctl")
    except ImportError:
        return None
    limit: object = threadpoolctl.threadpool_limits(1)
    return limit


def _portable(error: Exception) -> Exception:
    """An error that can travel to another process, with its traceback as a note unless it is one of ours."""
    if isinstance(error, QuoteattrError):
        return error
    if type(error).__module__ != "builtins":
        error = WorkerError(f"{type(error).__name__}: {error}").with_traceback(error.__traceback__)
    error.add_note("In the worker process:\n" + "".join(traceback.format_exception(error)))
    return error
