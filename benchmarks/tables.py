"""Tables of measurements, and how they are shown; what words of a command line may be."""

from __future__ import annotations

import argparse
import contextlib
import json
from collections.abc import Mapping, Sequence

from attrs import frozen

__all__ = ["FORMATS", "Cell", "Column", "Names", "Table", "as_json", "as_markdown", "as_text", "positive"]

Cell = str | float | int | None
"""``None`` is what was not measured."""


@frozen
class Column:
    """A column.

    Attributes:
        key: Its name in JSON.
        heading: Its name for people.
        digits: Behind the point.
    """

    key: str
    heading: str
    digits: int = 2


@frozen
class Table:
    """A table.

    Attributes:
        name: Of the section.
        title: One line that says what was measured.
        columns: The first holds names.
        rows: Cells by the keys of the columns.
        notes: What a reader must know of these figures.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Cell]]
    notes: Sequence[str] = ()


def as_text(setting: Mapping[str, Cell], tables: Sequence[Table]) -> str:
    """For a terminal: columns side by side."""
    parts = ["\n".join(f"{name}: {value}" for name, value in setting.items())]
    for table in tables:
        lines = _lines(table)
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        shown = [
            "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip() for line in lines
        ]
        parts.append("\n".join([f"{table.name}: {table.title}", *shown, *table.notes]))
    return "\n\n".join(parts) + "\n"


def as_markdown(setting: Mapping[str, Cell], tables: Sequence[Table]) -> str:
    """For a page."""
    parts = ["; ".join(f"{name} {value}" for name, value in setting.items()) + "."]
    for table in tables:
        heading, *rows = [f"| {' | '.join(line)} |" for line in _lines(table)]
        rule = "| --- |" + " ---: |" * (len(table.columns) - 1)
        parts += [f"### {table.name}", f"{table.title}.", "\n".join([heading, rule, *rows]), *table.notes]
    return "\n\n".join(parts) + "\n"


def as_json(setting: Mapping[str, Cell], tables: Sequence[Table]) -> str:
    """For a program: the numbers as they were measured."""
    sections = {
        table.name: {"title": table.title, "rows": [dict(row) for row in table.rows], "notes": list(table.notes)}
        for table in tables
    }
    return json.dumps({"setting": dict(setting), "sections": sections}, indent=2, ensure_ascii=False) + "\n"


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _lines(table: Table) -> list[list[str]]:
    headings = [column.heading for column in table.columns]
    return [headings, *([_shown(row.get(column.key), column) for column in table.columns] for row in table.rows)]


def _shown(value: Cell, column: Column) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:,.{column.digits}f}"


def positive(value: str) -> int:
    """A number of at least 1."""
    with contextlib.suppress(ValueError):
        if int(value) > 0:
            return int(value)
    raise argparse.ArgumentTypeError(f"expected a number of at least 1, got {value!r}")


class Names:
    """A list with commas of some names."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def __call__(self, value: str) -> list[str]:
        given = [name.strip() for name in value.split(",") if name.strip()]
        for name in given:
            if name not in self._names:
                raise argparse.ArgumentTypeError(f"expected some of {','.join(self._names)}, got {name!r}")
        return [name for name in self._names if name in given]
