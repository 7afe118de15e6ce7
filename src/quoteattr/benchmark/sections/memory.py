"""What a process needs besides the loaded model."""

from __future__ import annotations

from quoteattr.benchmark import fresh
from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.table import Cell, Column, Table
from quoteattr.benchmark.texts import long_text

__all__ = ["measure"]

_MEBIBYTE = 2**20


def measure(bench: Bench) -> Table:
    """The most that a process of its own held while it read."""
    long = [long_text(bench.texts, bench.longest)]
    name = f"one text of {bench.longest:,} characters"
    cases = {
        "all articles, pipe(texts)": (bench.texts, None),
        name: (long, None),
        f"{name}, accelerate=False": (long, False),
    }
    rows: list[dict[str, Cell]] = []
    for case, (texts, accelerate) in cases.items():
        loaded, above = fresh.memory_above(texts, accelerate=accelerate)
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
