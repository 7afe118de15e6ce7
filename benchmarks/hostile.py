"""``python -m benchmarks.hostile``: what texts made to be difficult cost, beside plain news."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from benchmarks.hostile_texts import CASES, PLAIN, case_of, named
from benchmarks.soundness import measured
from benchmarks.tables import FORMATS, Cell, Column, Table
from quoteattr.errors import QuoteattrError

__all__ = ["main"]

_COLUMNS = (
    Column("case", "text"),
    Column("characters", "characters"),
    Column("seconds", "seconds"),
    Column("microseconds", "µs a character", 1),
    Column("ratio", "beside news"),
    Column("growth", "beside half of it"),
    Column("memory", "bytes a character", 0),
    Column("quotes", "quotes"),
    Column("faults", "faults"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        0, or 1 if a text had no sound answer in time. (Wrong usage ends with status 2.)
    """
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.hostile",
        description="Measure what texts that are made to be difficult cost, each in a process of its own.",
        epilog="Seconds are those of a core, without the start; only ratios within one run mean anything elsewhere.",
    )
    add = parser.add_argument
    add("--only", action="append", choices=list(CASES), metavar="TEXT", help="of these texts (may be repeated)")
    add("--drawn", type=int, default=0, metavar="N", help="of so many texts drawn by chance, in place of these")
    add("--scale", type=float, default=1.0, metavar="N", help="times the size of each text (default: 1)")
    add("--patience", type=float, default=1_800.0, metavar="SECONDS", help="for each text (default: 1800)")
    add("--format", choices=list(FORMATS), default="text", help="of the output (default: text)")
    options = parser.parse_args(arguments)
    chosen = map(named, range(options.drawn)) if options.drawn else options.only or CASES
    names = [PLAIN, *(name for name in chosen if name != PLAIN)]
    rows: list[dict[str, Cell]] = []
    unsound = False
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        size = max(2, round(case_of(name).size * options.scale))
        try:
            whole = measured(name, size, options.patience)
            half = measured(name, size // 2, options.patience) if whole else None
        except QuoteattrError as error:
            print(f"{parser.prog}: {error}", file=sys.stderr)
            whole = half = None
        rows.append(_row(name, whole, half, rows[0].get("microseconds") if rows else None))
        unsound = unsound or whole is None or bool(whole["faults"])
        for fault in whole["faults"] if whole else ():
            print(f"{name}: {fault}", file=sys.stderr)
    table = Table("hostile", "texts that nobody would write, one call of an extractor for each", _COLUMNS, rows)
    print(FORMATS[options.format]({"scale": options.scale}, [table]), end="")
    return int(unsound)


def _row(name: str, whole: dict[str, Any] | None, half: dict[str, Any] | None, plain: Cell) -> dict[str, Cell]:
    if whole is None:
        return {"case": name}
    each = _each(whole)
    return {
        "case": name,
        "characters": whole["characters"],
        "seconds": whole["seconds"],
        "microseconds": each,
        "ratio": each / plain if isinstance(plain, float) else 1.0,
        "growth": each / _each(half) if half else None,
        "memory": max(0, whole["peak"] - whole["loaded"]) / whole["characters"],
        "quotes": whole["quotes"],
        "faults": len(whole["faults"]),
    }


def _each(answer: dict[str, Any]) -> float:
    """Microseconds a character."""
    return float(1e6 * answer["seconds"] / max(1, answer["characters"]))


if __name__ == "__main__":
    sys.exit(main())
