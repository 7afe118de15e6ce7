"""The engine ``local``: processes of this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from quoteattr import workers
from quoteattr.archive.parts import Part
from quoteattr.archive.report import Report
from quoteattr.archive.work import PartWorker
from quoteattr.errors import WorkerError

__all__ = ["run"]

_ROUNDS = 12
"""How often a part is begun whose worker ends: three or four times are enough for one article that ends workers."""
_AHEAD = 64
"""Parts for each process that may be done while an earlier one is not."""


def run(work: PartWorker, parts: Sequence[Part], processes: int, cluster: str | None = None) -> Iterator[Report]:
    """Do all parts, and tell what became of each as it comes.

    Raises:
        ModelError: The model cannot be loaded.
        WorkerError: A process ended before it was ready.
    """
    left: Sequence[Part] = parts
    for _ in range(_ROUNDS):
        tasks: Iterator[list[str | Exception]] = ([part.to_json()] for part in left)
        ended: list[tuple[Part, str]] = []
        outcomes = workers.spread(partial(_setup, work), tasks, min(processes, len(left)), ahead=_AHEAD * processes)
        for part, outcome in zip(left, outcomes, strict=True):
            if isinstance(outcome, WorkerError):
                ended.append((part, str(outcome)))
            elif isinstance(outcome, Exception):
                raise outcome
            else:
                yield outcome
        left = [part for part, _ in ended]
        if not left:
            return
    for part, reason in ended:
        yield Report(name=part.name, failure=f"{part.file}: {reason}")


def _setup(work: PartWorker) -> workers.Work:
    work.load()
    return lambda tasks: [work(Part.from_json(task)) for task in tasks]
