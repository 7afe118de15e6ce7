"""The sections of the archive's benchmark, each a table."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from attrs import evolve, frozen

from benchmarks.archive_making import LONG, make
from benchmarks.archive_runs import PIPE, Request, ask, command, kill_one
from benchmarks.processes import Peaks, watch
from benchmarks.tables import Cell, Column, Table

__all__ = ["SECTIONS", "Bench", "rate", "table", "time_at_work", "unlike"]

_MIB = 1024 * 1024
_SHORT = 300
"""Characters of an article where only the number of articles matters."""


@frozen
class Bench:
    """What is measured.

    Attributes:
        folder: For archives and results; what is in it is deleted.
        paragraphs: Articles are put together from these.
        engines: By name.
        articles: Of the archive that is timed, and their length in characters.
        sizes: Articles of the archives that are compared in ``same`` (the first) and ``memory`` (all).
        rounds: How often is timed.
        workers: Processes.
    """

    folder: Path
    paragraphs: Sequence[str]
    engines: Sequence[str]
    articles: int
    length: int
    sizes: Sequence[int]
    rounds: int
    workers: int

    def archive(self, name: str, count: int, length: int, *, broken: bool, row_group: int) -> Path:
        """An archive, made unless it is there."""
        folder = self.folder / name
        if not folder.exists():
            make(folder, self.paragraphs, count, length, broken=broken, row_group=row_group)
        return folder

    def request(self, engine: str, source: Path, name: str) -> Request:
        """A run from nothing."""
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        return Request(engine, str(source), str(target), self.workers, most=LONG - 1)


def same(bench: Bench) -> Table:
    """The rows of every engine against those of the first, and again with a worker killed in the middle."""
    count = bench.sizes[0]
    source = bench.archive(f"mixed-{count}", count, _SHORT, broken=True, row_group=100)
    first: Path | None = None
    rows: list[dict[str, Cell]] = []
    for engine in bench.engines:
        for killed in (False, True):
            request = bench.request(engine, source, f"same-{engine}{'-killed' * killed}")
            target = Path(request.target)
            kills = 0

            def look(_: int, target: Path = target, killed: bool = killed) -> None:
                nonlocal kills
                if killed and not kills and len(list(target.glob("*.parquet"))) >= 2:
                    kills += kill_one(target)

            watch(command(request), look)
            first = first or target
            found = table(target)
            rows.append(
                {
                    "engine": f"{engine}, a worker killed" if killed else engine,
                    "kills": kills,
                    "articles": len(set(zip(found["title"].to_pylist(), found["article_id"].to_pylist(), strict=True))),
                    "rows": len(found),
                    "errors": len(found) - found["error"].null_count,
                    "unlike": unlike(first, target),
                }
            )
    return Table(
        "same",
        f"{count:,} rows of {_SHORT} characters and more, seven of a hundred of them broken, empty or there twice",
        (
            Column("engine", "engine"),
            Column("kills", "workers killed"),
            Column("articles", "different articles"),
            Column("rows", "rows"),
            Column("errors", "error rows"),
            Column("unlike", "rows unlike the first"),
        ),
        rows,
    )


def speed(bench: Bench) -> Table:
    """Articles a second from when all workers are at work, in turns with ``Extractor.pipe``."""
    source = bench.archive(
        f"timed-{bench.articles}-{bench.length}", bench.articles, bench.length, broken=False, row_group=64
    )
    names = [PIPE, *bench.engines]
    rates: dict[str, list[float]] = {name: [] for name in names}
    cpu: dict[str, list[float]] = {name: [] for name in names}
    at_work: dict[str, list[float]] = {name: [] for name in names}
    for number in range(bench.rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            answer = ask(bench.request(name, source, f"timed-by-{name}"))
            rates[name].append(rate(answer["stretches"]))
            cpu[name].append(answer["cpu"] / answer["articles"])
            at_work[name].append(time_at_work(answer["stretches"]))
    return Table(
        "speed",
        f"{bench.articles:,} articles of {bench.length:,} characters and more, {bench.workers} workers, without their "
        f"start; wall-clock time, median of {bench.rounds} rounds",
        (
            Column("engine", "engine"),
            Column("rate", "articles a second", 1),
            Column("ratio", f"ratio to pipe(processes={bench.workers})"),
            Column("worst", "worst round"),
            Column("cpu", "core-milliseconds an article", 1),
            Column("busy", "share of time at work"),
        ),
        [
            {
                "engine": name,
                "rate": median(rates[name]),
                "ratio": median(ratios := [one / two for one, two in zip(rates[name], rates[PIPE], strict=True)]),
                "worst": min(ratios),
                "cpu": median(cpu[name]) * 1000 or None,
                "busy": None if name == PIPE else median(at_work[name]),
            }
            for name in names
        ],
    )


def scaling(bench: Bench) -> Table:
    """One worker and several, in turns."""
    source = bench.archive(
        f"timed-{bench.articles}-{bench.length}", bench.articles, bench.length, broken=False, row_group=64
    )
    counts = sorted({1, bench.workers})
    runs = [(engine, count) for engine in bench.engines for count in counts]
    rates: dict[tuple[str, int], list[float]] = {run: [] for run in runs}
    for number in range(bench.rounds):
        turn = number % len(runs)
        for engine, count in runs[turn:] + runs[:turn]:
            request = evolve(bench.request(engine, source, f"timed-by-{engine}"), workers=count)
            rates[engine, count].append(rate(ask(request)["stretches"]))
    return Table(
        "scaling",
        f"{bench.articles:,} articles of {bench.length:,} characters and more, without the start of the workers; "
        f"wall-clock time, median of {bench.rounds} rounds",
        (
            Column("engine", "engine"),
            Column("workers", "workers"),
            Column("rate", "articles a second", 1),
            Column("faster", "times as fast as one"),
        ),
        [
            {
                "engine": engine,
                "workers": count,
                "rate": median(rates[engine, count]),
                "faster": median(a / b for a, b in zip(rates[engine, count], rates[engine, 1], strict=True)),
            }
            for engine, count in runs
        ],
    )


def memory(bench: Bench) -> Table:
    """The most that the processes of a run hold, by the size of the archive."""
    rows: list[dict[str, Cell]] = []
    for engine in bench.engines:
        for count in bench.sizes:
            source = bench.archive(f"mixed-{count}", count, _SHORT, broken=True, row_group=100)
            peaks = Peaks()
            watch(command(bench.request(engine, source, "memory")), peaks.look)
            rows.append(
                {
                    "engine": engine,
                    "articles": count,
                    "driver": round(peaks.driver / _MIB),
                    "java": round(peaks.java / _MIB) or None,
                    "worker": round(peaks.worker / _MIB),
                }
            )
    return Table(
        "memory",
        f"the most that one process held, in MiB; {bench.workers} workers, articles of {_SHORT} characters and more",
        (
            Column("engine", "engine"),
            Column("articles", "articles"),
            Column("driver", "driver"),
            Column("java", "its Java machine"),
            Column("worker", "largest worker"),
        ),
        rows,
    )


def rate(stretches: Iterable[Sequence[Any]]) -> float:
    """Articles a second from when all workers are at work until the last article is done.

    Args:
        stretches: When each stretch of articles was begun and done, how many articles, and which worker. Of one that
            was begun before, the share counts that falls into that time.
    """
    found = _all(stretches)
    start, end, _ = _window(found)
    done = 0.0
    for began, ended, articles, _ in found:
        if ended > start:
            done += articles * (ended - max(began, start)) / (ended - began)
    return done / max(end - start, 1e-9)


def time_at_work(stretches: Iterable[Sequence[Any]]) -> float:
    """The share of that time in which workers had articles to read.

    In the rest they wait for the engine, and at the end for each other. Other programs on the machine hardly alter it.
    """
    found = _all(stretches)
    start, end, workers = _window(found)
    spent = sum(ended - max(began, start) for began, ended, _, _ in found if ended > start)
    return spent / max((end - start) * workers, 1e-9)


def _all(stretches: Iterable[Sequence[Any]]) -> list[tuple[float, float, int, str]]:
    return [(began, ended, articles, worker) for began, ended, articles, worker in stretches]


def _window(found: list[tuple[float, float, int, str]]) -> tuple[float, float, int]:
    """When the last worker began, when the last one ended, and how many there were."""
    first: dict[str, float] = {}
    for began, _, _, worker in found:
        first[worker] = min(began, first.get(worker, began))
    return max(first.values()), max(ended for _, ended, _, _ in found), len(first)


def table(folder: Path) -> Any:
    """All rows of a result, in the order of its parts."""
    import pyarrow as pa
    from pyarrow import parquet

    return pa.concat_tables([parquet.read_table(file) for file in sorted(folder.glob("*.parquet"))])


def unlike(one: Path, other: Path) -> int:
    """How many rows of two results differ: rows that only one of them has, or that stand elsewhere."""
    first, second = table(one), table(other)
    if first.equals(second):
        return 0
    left: list[object] = first.to_pylist()
    right: list[object] = second.to_pylist()
    return abs(len(left) - len(right)) + sum(a != b for a, b in zip(left, right, strict=False))


SECTIONS: Mapping[str, Callable[[Bench], Table]] = {
    "same": same,
    "speed": speed,
    "scaling": scaling,
    "memory": memory,
}
