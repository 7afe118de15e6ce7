"""What reports and rows come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

__all__ = ["rate", "table", "unlike"]


def rate(stretches: Iterable[Sequence[Any]]) -> float:
    """Articles a second from when all workers are at work until the last article is done.

    Args:
        stretches: When each stretch of articles was begun and done, how many articles, and which worker. Of one that
            was begun before, the share counts that falls into that time.
    """
    found: list[tuple[float, float, int, str]] = [(*one,) for one in stretches]
    first: dict[str, float] = {}
    for began, _, _, worker in found:
        first[worker] = min(began, first.get(worker, began))
    start, end = max(first.values()), max(ended for _, ended, _, _ in found)
    done = 0.0
    for began, ended, articles, _ in found:
        if ended > start:
            done += articles * (ended - max(began, start)) / (ended - began)
    return done / max(end - start, 1e-9)


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
