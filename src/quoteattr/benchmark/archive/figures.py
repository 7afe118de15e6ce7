"""What reports and rows come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

__all__ = ["busy", "rate", "table", "unlike"]


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


def busy(stretches: Iterable[Sequence[Any]]) -> float:
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
