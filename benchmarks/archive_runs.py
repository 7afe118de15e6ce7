"""Runs of an archive that are measured: what is run, and when, and by whom, each stretch of articles was read."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from benchmarks.processes import answer_of
from quoteattr.archive import TableExtractor, run
from quoteattr.archive.journal import FOLDER
from quoteattr.archive.report import Report
from quoteattr.extractor import BATCH, Extractor

__all__ = ["PIPE", "Request", "answer", "ask", "command", "kill_one"]

PIPE = "pipe"
"""The name of what engines are compared with: ``Extractor.pipe``."""


@frozen
class Request:
    """What to run.

    Attributes:
        engine: An engine, or :data:`PIPE`.
        source: The archive.
        target: Where the result goes.
        workers: Processes.
        rows_per_part: Articles of a part.
        most: Characters of an article.
    """

    engine: str
    source: str
    target: str
    workers: int
    rows_per_part: int = 2_000
    most: int = 1_000_000


def ask(request: Request) -> dict[str, Any]:
    """What a run comes to, in a process of its own.

    Raises:
        WorkerError: It ended with an error.
    """
    found = answer_of("benchmarks.archive_runs:answer", asdict(request))
    assert found is not None  # nothing stops it
    return found


def command(request: Request) -> list[str]:
    """The command of a request, as a user types it."""
    return [
        *(sys.executable, "-m", "quoteattr.archive", request.source, request.target),
        *("--engine", request.engine, "--workers", str(request.workers)),
        *("--rows-per-part", str(request.rows_per_part), "--max-characters", str(request.most)),
    ]


def kill_one(target: Path) -> bool:
    """Kill a worker in the middle of a part of this output; ``False`` if none is at work."""
    for file in sorted((target / FOLDER).glob("*.json")):
        with contextlib.suppress(OSError, ValueError):
            worker = json.loads(file.read_text(encoding="utf-8"))["worker"]
            os.kill(int(worker.rpartition(":")[2]), signal.SIGKILL)
            return True
    return False


def answer(**words: Any) -> dict[str, Any]:
    """What the run of a request, given as the words of it, comes to."""
    request = Request(**words)
    if request.engine == PIPE:
        return _pipe(request)
    reports: list[Report] = []
    totals = run(
        request.source,
        request.target,
        TableExtractor(max_characters=request.most),
        engine=request.engine,
        workers=request.workers,
        rows_per_part=request.rows_per_part,
        told=lambda _all, _done, report: reports.append(report) if report else None,
    )
    return {
        "stretches": [[one.began, one.ended, one.articles, one.worker] for one in reports],
        "articles": totals.articles,
        "quotes": totals.quotes,
        "errors": dict(totals.errors),
        "failures": totals.failures,
        "cpu": totals.cpu,
        "peak": max((one.peak for one in reports), default=0),
    }


def _pipe(request: Request) -> dict[str, Any]:
    """The same texts, read before.

    All workers are at work when the first results ahead have come, and still are when as many are left: at both
    moments about as many texts are under way, so that those between are as many as were read between.
    """
    from pyarrow import parquet

    files = sorted(Path(request.source).glob("*.parquet"))
    texts = [text for file in files for text in parquet.read_table(file, columns=["text"]).column("text").to_pylist()]
    ahead = 2 * request.workers * BATCH
    last = max(len(texts) - ahead, ahead + 1)
    quotes, began, ended, before, after = 0, 0.0, 0.0, 0.0, 0.0
    for number, article in enumerate(Extractor().pipe(texts, processes=request.workers)):
        if number == ahead:
            began, before = time.time(), _cpu_of_workers()
        if number == last:
            ended, after = time.time(), _cpu_of_workers()
        quotes += len(article.quotes)
    done = last - ahead
    return {
        "stretches": [[began, ended, done, PIPE]],
        "articles": len(texts),
        "quotes": quotes,
        "errors": {},
        "failures": {},
        "cpu": (after - before) * len(texts) / done,
        "peak": 0,
    }


def _cpu_of_workers() -> float:
    """Seconds that cores have spent on the processes of a pipe; 0 where the system does not say."""
    spent = 0.0
    for process in multiprocessing.active_children():
        with contextlib.suppress(OSError):
            words = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            spent += (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    return spent
