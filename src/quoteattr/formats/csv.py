"""CSV: a table with a row for each quote, which a spreadsheet opens as it is.

A byte order mark tells a spreadsheet that this is UTF-8. A cell that would be taken for a formula gets an apostrophe in
front, as spreadsheets write such text themselves; reading takes it off again. Offsets are written so that no
spreadsheet takes them for a number, a date or a time.
"""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quoteattr.errors import RecordError
from quoteattr.records import Article
from quoteattr.rows import FIELDS, LISTS, from_rows, to_rows
from quoteattr.strict import load_json, shown

__all__ = ["read", "write"]

_MARK = "\ufeff"
_FORMULA = re.compile(r"'*+(?:\s*+[=+\-@＝＋－＠]|[\t\r\n])")
_GUARDED = re.compile(r"'++(?:\s*+[=+\-@＝＋－＠]|[\t\r\n])")
_COLUMNS = ("file", *FIELDS)
_NUMBERS = re.compile(r"(\d{1,12})\.\.(\d{1,12})", re.ASCII)
_one_at_a_time = threading.Lock()
"""Held while the longest cell that the module csv reads, a setting of the whole process, is another one."""


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """A head, then the rows of each article."""
    for number, (name, article) in enumerate(named):
        piece = io.StringIO()
        writer = csv.writer(piece)
        if number == 0:
            piece.write(_MARK)
            writer.writerow(_COLUMNS)
        for row in to_rows(article):
            writer.writerow([_cell(field, value) for field, value in (("file", name), *row.items())])
        yield piece.getvalue()


def read(data: str, texts: Mapping[str, str]) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote.

    Args:
        data: The table.
        texts: The text of each file, by its name in the column ``file``; each becomes an article.

    Raises:
        RecordError: A column is missing, a cell malformed, or a file has no text.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in texts}
    names, lines = _table(data.removeprefix(_MARK))
    missing = [name for name in _COLUMNS if name not in names]
    if missing:
        raise RecordError(f"expected a table with the columns {', '.join(_COLUMNS)}, got one without {missing[0]}")
    for number, cells in enumerate(lines):
        row = {field: _value(field, cells[field] or "", f"row {number}") for field in _COLUMNS}
        if row["organisation_id"] is not None and row["organisation"] is None:
            row["organisation"] = ""  # an organisation always has a name, be it empty
        if row["file"] not in rows:
            raise RecordError(f"row {number}: expected a file whose text is given, got {shown(row['file'])}")
        rows[row["file"]].append(row)
    for name, text in texts.items():
        yield name, from_rows(text, rows[name])


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


def _cell(field: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if field in LISTS:
        return ";".join(f"{start}..{end}" for start, end in value)
    if field == "aliases":
        return json.dumps(value, ensure_ascii=False) if value else ""
    text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _value(field: str, cell: str, where: str) -> Any:
    if field == "file":
        return _text(cell)
    if field in LISTS:
        return [_pair(part, where) for part in cell.split(";")] if cell else []
    if field == "aliases":
        return load_json(cell) if cell else []
    if field == "negated":
        return {"true": True, "false": False}.get(cell.lower(), cell)
    if field in ("confidence", "start", "end"):
        try:
            return float(cell)
        except ValueError:
            raise RecordError(f"{where}: expected a number in the column {field}, got {shown(cell)}") from None
    return _text(cell) if cell or field in ("id", "rule") else None


def _text(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _pair(part: str, where: str) -> list[int]:
    match = _NUMBERS.fullmatch(part)
    if match is None:
        raise RecordError(f"{where}: expected offsets such as 5..9;12..15, got {shown(part)}")
    return [int(match[1]), int(match[2])]
