"""What the arguments of the command name: texts, folders of them, web pages, tables of articles.

Tables are read row by row, so that memory stays bounded; JSON is read whole.
"""

from __future__ import annotations

import csv
import glob
import json
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from importlib import import_module
from io import BytesIO
from typing import Any

from attrs import frozen

from quoteattr.files import STANDARD, FileError, read_text, reason

__all__ = ["Columns", "Input", "articles_of", "count_of", "expand", "is_piped", "is_table", "left_out"]

TEXTS = (".txt", ".text", ".md")
"""How the names of texts end in a folder; a file that is named itself may have any name."""
PAGES = (".html", ".htm", ".xhtml")
"""How the names of web pages end."""
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}+>\s*+|<!--[^>]{0,500}+>\s*+){0,3}+<(?:!doctype\s++html|html)\b", re.IGNORECASE
)
_OURS = re.compile(r"<meta name=\"?generator\"? content=\"?quoteattr\b")
_URL = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*+"')
_LONGEST_CELL = 2**31 - 1
_ABOUT = ("title", "date", "url")
"""Attributes of an article that a column of this name gives."""

Row = Mapping[str, Any]


@frozen
class Columns:
    """Which columns of a table are read.

    Attributes:
        text: The one that holds the articles; ``None`` if nobody said.
        identity: The one that names them; ``None`` for the file and the number of the row.
    """

    text: str | None = None
    identity: str | None = None


@frozen
class Input:
    """An article to be read.

    Attributes:
        name: What it is called in the output.
        text: The article.
        title: Its title, where a page or a table tells it.
        date: The day of its publication, as it is told there.
        url: Where it was published.
    """

    name: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None


# ---- which files ---------------------------------------------------------------------------------------------------


def is_piped() -> bool:
    """Whether somebody pipes a text into standard input, or has turned a file into it."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def is_table(name: str) -> bool:
    """Whether the name of a file ends as those of tables do."""
    return _ending(name) in _TABLES


def expand(names: Iterable[str], *, tables: bool = False) -> Iterator[tuple[str, FileError | None]]:
    """The files that are meant, in order, each with the error that stands in its place.

    A folder stands for the texts and pages in it and in its folders; hidden ones do not count, and links to folders are
    not followed. A pattern that the shell has left alone stands for what it matches.

    Args:
        names: As they are given.
        tables: Whether tables in folders count as well.
    """
    for name in names:
        try:
            yield from ((file, None) for file in _meant(name, tables))
        except FileError as error:
            yield name, error


def _meant(name: str, tables: bool) -> Sequence[str]:
    if name == STANDARD or os.path.isfile(name):
        return [name]
    if _URL.match(name):
        raise FileError("quoteattr fetches no pages: save this one, as with curl -o page.html, and name page.html")
    if os.path.isdir(name):
        return _texts_in(name, tables)
    if glob.has_magic(name) and not os.path.lexists(name):
        found = sorted(glob.glob(name, recursive=True)) or [name]
        return [file for one in found for file in (_texts_in(one, tables) if os.path.isdir(one) else [one])]
    return [name]


def _texts_in(folder: str, tables: bool) -> list[str]:
    files = [file for file in _files_in(folder) if _counts(file, tables)]
    if not files:
        has_tables = any(_counts(file, True) for file in _files_in(folder))
        hint = "; for its tables --text-column NAME says which column holds the articles" if has_tables else ""
        raise FileError(f"a folder without texts: expected names that end with {', '.join((*TEXTS, *PAGES))}{hint}")
    return files


def left_out(name: str, *, tables: bool = False) -> str | None:
    """What is not read in a folder, in words; ``None`` if everything is, or it is no folder."""
    others = Counter(_ending(file) or "no ending" for file in _files_in(name) if not _counts(file, tables))
    if not os.path.isdir(name) or not others:
        return None
    noun = "file" if others.total() == 1 else "files"
    return f"left out {others.total()} other {noun} ({', '.join(ending for ending, _ in others.most_common(5))})"


def _files_in(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (os.path.join(path, one) for one in sorted(files) if not one.startswith("."))


def _counts(file: str, tables: bool) -> bool:
    ending = _ending(file)
    return ending in TEXTS or (ending in PAGES and not _is_ours(file)) or (tables and ending in _TABLES)


def _is_ours(file: str) -> bool:
    """Whether a page is one that quoteattr has made."""
    try:
        with open(file, encoding="utf-8", errors="replace") as page:
            return _OURS.search(page.read(2_000)) is not None
    except OSError:
        return False


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


# ---- which articles ------------------------------------------------------------------------------------------------


def articles_of(name: str, columns: Columns) -> Iterator[Input | FileError]:
    """The articles of a file, and an error in the place of each row that holds none.

    Args:
        name: A text, a page, a table, or ``-`` for a text or a page on standard input.
        columns: What is read of a table.

    Raises:
        FileError: The file cannot be read, or is a table without the column.
    """
    if name != STANDARD and is_table(name):
        yield from _of_table(name, columns)
        return
    text = read_text(name)
    if _ending(name) in PAGES or _PAGE.match(text):
        yield _of_page(name, text)
    else:
        yield Input(name, text)


def count_of(name: str) -> int:
    """How many articles a file holds: the rows of a table, which are read for it; 1 for all else."""
    if name == STANDARD or not is_table(name):
        return 1
    try:
        return sum(1 for _ in _TABLES[_ending(name)](name)[1])
    except (FileError, OSError, ValueError, csv.Error):
        return 1  # articles_of() tells what is wrong


def _of_page(name: str, page: str) -> Input:
    """The article of a web page, by trafilatura (https://trafilatura.readthedocs.io)."""
    if _OURS.search(page, 0, 2_000):
        raise FileError("a page that quoteattr has made, not an article")
    trafilatura = _library("trafilatura", "web", "an HTML page")
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or not found.text:
        raise FileError("an HTML page in which trafilatura finds no article: save its text, and name that file")
    return Input(name, found.text, found.title, found.date, found.url)


def _of_table(name: str, columns: Columns) -> Iterator[Input | FileError]:
    names, rows = _TABLES[_ending(name)](name)
    if not names:
        raise FileError("an empty table: expected columns with names")
    if columns.text is None:
        raise FileError(f"a table with the {_told(names)}: --text-column NAME says which holds the articles")
    for wanted in (columns.text, columns.identity):
        if wanted is not None and wanted not in names:
            raise FileError(f"expected the column {wanted}, got a table with the {_told(names)}")
    about = {column.strip().lower(): column for column in names}
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            yield _of_row(f"{name}:{number}", row, columns, about)
    except (OSError, ValueError, csv.Error) as error:
        raise FileError(_fault(error)) from None
    if not number:
        raise FileError("a table without rows: expected an article in each")


def _of_row(name: str, row: Row, columns: Columns, about: Mapping[str, str]) -> Input | FileError:
    text = row.get(str(columns.text))
    if text is None or text != text:  # NaN stands for nothing in data frames
        text = ""
    if not isinstance(text, str):
        return FileError(f"{name}: expected a text in the column {columns.text}, got {text!r:.40}")
    identity = _words(row.get(columns.identity)) if columns.identity else None
    told = {one: _words(row.get(about[one])) for one in _ABOUT if one in about and about[one] != columns.text}
    return Input(identity or name, text, **told)


def _words(value: Any) -> str | None:
    if value is None or value != value:
        return None
    if isinstance(value, datetime) and value.time() == time.min:
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value).strip() or None


def _told(names: Sequence[str]) -> str:
    return f"columns {', '.join(names)}" if len(names) != 1 else f"column {names[0]}"


def _fault(error: Exception) -> str:
    if isinstance(error, OSError):
        return reason(error)
    if isinstance(error, UnicodeDecodeError):
        return "not text in UTF-8: convert the table to UTF-8 first"
    return f"not such a table: {error!s:.200}"


# ---- tables: the names of the columns, and the rows ----------------------------------------------------------------


def _read_csv(name: str) -> tuple[Sequence[str], Iterator[Row]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with open(name, encoding="utf-8-sig", newline="") as file:
            head = file.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(_fault(error)) from None
    plain = _QUOTED.sub("", head)
    delimiter = max(_DELIMITERS, key=plain.count)

    def rows() -> Iterator[Row]:
        with open(name, encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file, delimiter=delimiter)

    return next(csv.reader([head], delimiter=delimiter), []), rows()


def _read_json_lines(name: str) -> tuple[Sequence[str], Iterator[Row]]:
    return _of_objects(json.loads(line) for line in read_text(name).split("\n") if line.strip())


def _read_json(name: str) -> tuple[Sequence[str], Iterator[Row]]:
    text = read_text(name)

    def objects() -> Iterator[Any]:
        loaded = json.loads(text)
        yield from loaded if isinstance(loaded, list) else [loaded]

    return _of_objects(objects())


def _of_objects(objects: Iterable[Any]) -> tuple[Sequence[str], Iterator[Row]]:
    try:
        rows = list(objects)
    except (ValueError, RecursionError) as error:
        raise FileError(f"not JSON: {error!s:.200}") from None
    if not all(isinstance(row, dict) for row in rows):
        raise FileError("expected objects, one for each article")
    return list(dict.fromkeys(key for row in rows for key in row)), iter(rows)


def _read_parquet(name: str) -> tuple[Sequence[str], Iterator[Row]]:
    parquet = _library("pyarrow.parquet", "arrow", "a Parquet file")
    try:
        file = parquet.ParquetFile(name)
    except (OSError, ValueError) as error:
        raise FileError(_fault(error)) from None
    return file.schema_arrow.names, (row for batch in file.iter_batches(64) for row in batch.to_pylist())


def _read_excel(name: str) -> tuple[Sequence[str], Iterator[Row]]:
    openpyxl = _library("openpyxl", "excel", "an Excel file")
    try:
        with open(name, "rb") as file:
            book = BytesIO(file.read())  # which needs no closing, wherever the reading ends
        rows = openpyxl.load_workbook(book, read_only=True, data_only=True).active.iter_rows(values_only=True)
        names = [str(cell) for cell in next(rows, ()) if cell is not None]
    except OSError as error:
        raise FileError(reason(error)) from None
    except Exception as error:  # a damaged workbook fails in any way, deep within the library
        raise FileError(f"not an Excel file that openpyxl can read ({error!s:.100})") from None
    return names, (dict(zip(names, row, strict=False)) for row in rows)


_TABLES: Mapping[str, Callable[[str], tuple[Sequence[str], Iterator[Row]]]] = {
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".json": _read_json,
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
    ".parquet": _read_parquet,
    ".xlsx": _read_excel,
}


def _library(module: str, extra: str, what: str) -> Any:
    try:
        return import_module(module)
    except ImportError:
        raise FileError(f"{what}, which needs a library: python -m pip install 'quoteattr[{extra}]'") from None
