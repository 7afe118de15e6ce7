"""The sections of the speed that start processes: memory, several processes against one, and the start of one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import cycle, islice

from benchmarks import measuring
from benchmarks.bench import Bench
from benchmarks.measuring import busy, in_turns, load, time_of_children
from benchmarks.processes import SHORT, answer_of, runs
from benchmarks.tables import Cell, Column, Table
from benchmarks.texts import long_text
from quoteattr.extractor import BATCH, Extractor
from quoteattr.models import DEFAULT

__all__ = ["SECTIONS", "memory", "memory_of", "processes", "start"]

_MEBIBYTE = 2**20
_BATCHES = 24
"""Batches that are read, at least: with few of them a worker without one at the end weighs too much."""
_SPACY = "import spacy, load, one nlp(text)"
_CASES: dict[str, Sequence[str]] = {
    "Python alone": ("-c", "pass"),
    "import quoteattr": ("-c", "import quoteattr"),
    "quoteattr --help": ("-m", "quoteattr", "--help"),
    "import spacy": ("-c", "import spacy"),
    _SPACY: ("-c", f"import spacy; spacy.load({DEFAULT!r})({SHORT!r})"),
    "import quoteattr, extract one text": ("-c", f"import quoteattr; quoteattr.extract({SHORT!r})"),
}
"""Arguments of Python."""


def memory(bench: Bench) -> Table:
    """What a process of its own needs besides the loaded model: the most that it held while it read."""
    long = [long_text(bench.texts, bench.longest)]
    name = f"one text of {bench.longest:,} characters"
    cases = {
        "all articles, pipe(texts)": (bench.texts, None),
        name: (long, None),
        f"{name}, accelerate=False": (long, False),
    }
    rows: list[dict[str, Cell]] = []
    for case, (texts, accelerate) in cases.items():
        loaded, above = _memory_above(texts, accelerate)
        known = loaded > 0  # some systems do not say
        rows.append(
            {
                "case": case,
                "loaded": loaded / _MEBIBYTE if known else None,
                "above": above / _MEBIBYTE if known else None,
            }
        )
    return Table(
        "memory",
        "MiB of memory of a process of its own",
        (
            Column("case", "case"),
            Column("loaded", "with the model loaded", 0),
            Column("above", "at most above that", 0),
        ),
        rows,
    )


def _memory_above(texts: Sequence[str], accelerate: bool | None) -> tuple[int, int]:
    """Bytes that a process with the model loaded holds, and how many more at most while it reads ``texts``."""
    request = {"texts": list(texts), "accelerate": accelerate}
    answer = answer_of("benchmarks.speed_processes:memory_of", request)
    assert answer is not None  # nothing stops it
    return answer["loaded"], answer["peak"] - answer["loaded"]


def memory_of(texts: Sequence[str], accelerate: bool | None) -> dict[str, int]:
    """Bytes that this process holds with the model loaded, and at most while it reads ``texts``."""
    extractor = Extractor(accelerate=accelerate)
    extractor(SHORT)
    measuring.reset_peak()
    loaded = measuring.memory()
    for _ in extractor.pipe(texts):
        pass
    return {"loaded": loaded, "peak": measuring.peak()}


def processes(bench: Bench) -> Table:
    """Several processes against one: the time from when all workers are at work until the last result."""
    note = busy(load(), os.cpu_count() or 1)
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


def _steady(extractor: Extractor, texts: Sequence[str], count: int, ahead: int) -> float:
    """Seconds from the result of text ``ahead``, when every worker has been at work, to the last one."""
    results = extractor.pipe(texts, processes=count)
    for _ in islice(results, ahead):
        pass
    begin = time.perf_counter()
    for _ in results:
        pass
    return time.perf_counter() - begin


def start(bench: Bench) -> Table:
    """What the first article costs, from the start of the interpreter on: CPU time of whole processes."""
    variants = {name: runs(arguments) for name, arguments in _CASES.items()}
    times = in_turns(variants, bench.rounds, now=time_of_children)
    return Table(
        "start",
        f"CPU time of a process from start to end, system calls included; median of {bench.rounds} rounds",
        (
            Column("case", "case"),
            Column("seconds", "seconds", 3),
            Column("ratio", f"ratio to {_SPACY.replace(', ', ' + ')}"),
        ),
        [{"case": name, "seconds": taken.median, "ratio": taken.ratio(times[_SPACY])} for name, taken in times.items()],
    )


SECTIONS: Mapping[str, Callable[[Bench], Table]] = {"memory": memory, "processes": processes, "start": start}
"""By name, in the order in which they run."""
