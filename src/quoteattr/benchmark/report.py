"""Tables as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from quoteattr.benchmark.table import Cell, Column, Table

__all__ = ["FORMATS", "as_json", "as_markdown", "as_text"]


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
