"""CSV: a table with a row for each quote, which a spreadsheet opens as it is.

A byte order mark tells a spreadsheet that this is UTF-8. Every cell is quoted: many spreadsheets also take a semicolon
or a tab for the end of one that is not. What would be taken for a formula gets an apostrophe in front, as spreadsheets
write such text themselves, and so does what would be one if the cell ended before it; reading takes it off. Offsets are
written so that no spreadsheet takes them for a number, a date or a time.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from quoteattr.errors import RecordError
from quoteattr.locks import INNERMOST, shared_lock
from quoteattr.records import Article
from quoteattr.serialise import ADDED
from quoteattr.spreadsheets import guarded, guarded_within, unguarded, unguarded_within
from quoteattr.structuring import load_json, shown
from quoteattr.tables import COLUMNS, FILE, Column, from_named_rows, require, to_rows, told_apart

__all__ = ["read", "write"]

_MARK = "\ufeff"
_ARTICLE = tuple(Column(name, "string", "as in the input") for name in ("title", "date", "url"))
"""What stands behind the other columns: of the article, and the same in each of its rows."""
_NEVER_NULL = ("file", "id", "rule")
"""Columns in which an empty cell is an empty string."""
_NUMBERS = re.compile(r"(\d{1,12})\.\.(\d{1,12})", re.ASCII)
_one_at_a_time = shared_lock(INNERMOST)
"""Held while the longest cell that the module csv reads, a setting of the whole process, is another one."""


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """A head, then the rows of each article."""
    columns = (FILE, *COLUMNS, *_ARTICLE)
    for number, (name, article) in enumerate(told_apart(named)):
        piece = io.StringIO()
        writer = csv.writer(piece, quoting=csv.QUOTE_ALL)
        if number == 0:
            piece.write(_MARK)
            writer.writerow([column.name for column in columns])
        given = {column.name: getattr(article, column.name) for column in _ARTICLE}
        for row in to_rows(article):
            row |= {"file": name, **given}
            writer.writerow([_cell(column, row[column.name]) for column in columns])
        yield piece.getvalue()


def read(data: str, texts: Mapping[str, str]) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote.

    Args:
        data: The table.
        texts: The text of each file, by its name in the column ``file``; each becomes an article.

    Raises:
        RecordError: A column is missing, a cell malformed, or a file has no text.
    """
    names, lines = _table(data.removeprefix(_MARK))
    require(names, "the table", FILE.name)
    columns = [column for column in (FILE, *COLUMNS, *_ARTICLE) if column.name in names and not column.derived]
    rows = (
        {column.name: _value(column, cells[column.name] or "", f"row {number}") for column in columns}
        for number, cells in enumerate(lines)
    )
    given: dict[str, dict[str, Any]] = {}
    articles = from_named_rows(_noted(map(_named, rows), given), texts, FILE.name)
    return ((name, evolve(article, **given.get(name, {}))) for name, article in articles)


def _noted(rows: Iterable[dict[str, Any]], given: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows without what they tell of the whole article, which is put into ``given``."""
    for row in rows:
        given[row[FILE.name]] = {column.name: row.pop(column.name, None) for column in _ARTICLE}
        yield row


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """The row with the names of its organisation and its addressee, which all of them have, be it empty."""
    for told, name in (("organisation_id", "organisation"), ("addressee_kind", "addressee_name")):
        if row.get(told) is not None and row.get(name) is None:
            row[name] = ""
    return row


def _table(data: str) -> tuple[Sequence[str], list[dict[str, str]]]:
    """The names of the columns, and the rows. A cell may be as long as a quotation is."""
    with _one_at_a_time:
        longest = csv.field_size_limit(max(csv.field_size_limit(), len(data) + 1))
        try:
            table = csv.DictReader(io.StringIO(data, newline=""))
            return tuple(table.fieldnames or ()), list(table)
        except csv.Error as error:
            raise RecordError(f"expected a table in CSV, but this is none: {error}") from None
        finally:
            csv.field_size_limit(longest)


def _cell(column: Column, value: Any) -> str:
    if value is None or value == []:
        return ""
    match column.kind:
        case "boolean":
            return "true" if value else "false"
        case "spans":
            return ";".join(f"{start}..{end}" for start, end in value)
        case "strings":
            return guarded_within(json.dumps(value, ensure_ascii=False))
    return guarded(str(value))


def _value(column: Column, cell: str, where: str) -> Any:
    match column.kind:
        case "boolean":
            return {"true": True, "false": False}.get(cell.lower(), cell)
        case "spans":
            return [_pair(part, where) for part in cell.split(";") if cell]
        case "strings":
            return load_json(unguarded_within(cell)) if cell else []
        case "number" | "integer":
            return _number(column, cell, where) if cell or column.attribute not in ADDED else None
    text = unguarded(cell)
    return text if text or column.name in _NEVER_NULL else None


def _number(column: Column, cell: str, where: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise RecordError(f"{where}: expected a number in the column {column.name}, got {shown(cell)}") from None


def _pair(part: str, where: str) -> list[int]:
    match = _NUMBERS.fullmatch(part)
    if match is None:
        raise RecordError(f"{where}: expected offsets such as 5..9;12..15, got {shown(part)}")
    return [int(match[1]), int(match[2])]
