"""Several processes against one."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from functools import partial
from itertools import cycle, islice

from quoteattr.benchmark import clock
from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.rounds import in_turns
from quoteattr.benchmark.table import Column, Table
from quoteattr.extractor import BATCH, Extractor

__all__ = ["busy", "measure"]

_BATCHES = 24
"""Batches that are read, at least: with few of them a worker without one at the end weighs too much."""
_BUSY = 0.5
"""Processes that want a core, for each core, from which on wall-clock times say little."""


def measure(bench: Bench) -> Table:
    """The time from when all workers are at work until the last result."""
    note = busy(clock.load(), os.cpu_count() or 1)
    ahead = 2 * bench.processes * BATCH
    texts = list(islice(cycle(bench.texts), ahead + max(_BATCHES * BATCH, len(bench.texts))))
    counts = sorted({1, bench.processes})
    runs = {str(count): partial(_steady, bench.extractor, texts, count, ahead) for count in counts}
    times = in_turns(runs, bench.rounds, warm=False)
    return Table(
        "processes",
        f"{len(texts) - ahead} articles, without the start of the processes; wall-clock time, "
        f"median of {bench.rounds} rounds",
        (Column("processes", "processes"), Column("seconds", "seconds"), Column("faster", "times as fast as one")),
        [
            {"processes": int(name), "seconds": one.median, "faster": 1 / one.ratio(times["1"])}
            for name, one in times.items()
        ],
        [note] if note else [],
    )


def busy(load: float | None, cores: int) -> str:
    """A warning if other programs want the cores as well; nothing if not."""
    if load is None or load <= _BUSY * cores:
        return ""
    return f"The machine was busy when this began (load {load:.1f}, {cores} cores): wall-clock times say little."


def _steady(extractor: Extractor, texts: Sequence[str], count: int, ahead: int) -> float:
    """Seconds from the result of text ``ahead``, when every worker has been at work, to the last one."""
    results = extractor.pipe(texts, processes=count)
    for _ in islice(results, ahead):
        pass
    begin = time.perf_counter()
    for _ in results:
        pass
    return time.perf_counter() - begin
