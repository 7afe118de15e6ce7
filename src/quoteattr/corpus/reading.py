"""Articles as they were written to files: the records without the text, of which nothing here needs more.

Parquet (an archive, or a data frame that was stored), JSON, JSON lines and CSV.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from quoteattr.corpus.libraries import library
from quoteattr.errors import CorpusError, RecordError
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.spreadsheets import unguarded, unguarded_within
from quoteattr.structuring import load_json
from quoteattr.tables import valid_parts

__all__ = ["articles_of_rows", "read"]

_COLUMNS = ("id", "kind", "text", "speaker", "description", "speaker_kind", "role", "organisation", "speaker_id")
_OTHERS = ("organisation_id", "aliases", "known_id")
_NAMED = ("article_id", "file")
"""Columns that name the article of a row: of an archive, and of every other table."""
_URI = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LONGEST_CELL = 2**31 - 1
_ROWS = 5_000

Row = Mapping[str, Any]


def read(place: str) -> Iterator[tuple[str, Article]]:
    """The articles of a file, or of an archive, with their ids.

    Each has the quotes, speakers and organisations that were written, and for its text the words of the quotes.

    Args:
        place: A file that ends with ``.parquet``, ``.json``, ``.jsonl``, ``.ndjson`` or ``.csv``, a folder of Parquet
            files, or the URI of either.

    Raises:
        CorpusError: It cannot be read, or holds something else.
        SettingError: A library of the extra ``corpus`` is missing.
    """
    ending = os.path.splitext(place)[1].lower()
    try:
        if ending in (".jsonl", ".ndjson"):
            yield from _of_lines(place)
        elif ending == ".json":
            yield from _of_json(place)
        elif ending == ".csv":
            yield from articles_of_rows(_of_csv(place))
        elif ending == ".parquet" or _URI.match(place) or os.path.isdir(place):
            yield from articles_of_rows(_of_parquet(place))
        else:
            raise CorpusError("expected a folder of Parquet files, or a file .parquet, .json, .jsonl or .csv")
    except CorpusError as error:
        raise CorpusError(f"{place}: {error}") from None
    except (OSError, ValueError, csv.Error) as error:
        raise CorpusError(f"{place}: {error!s:.300}") from None


def _of_lines(place: str) -> Iterator[tuple[str, Article]]:
    with open(place, encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _of_object(load_json(line), f"{place}:{number}")


def _of_json(place: str) -> Iterator[tuple[str, Article]]:
    with open(place, encoding="utf-8-sig") as file:
        loaded = load_json(file.read())
    for number, one in enumerate(loaded if isinstance(loaded, list) else [loaded], 1):
        yield _of_object(one, f"{place}:{number}")


def _of_object(loaded: Any, name: str) -> tuple[str, Article]:
    if not isinstance(loaded, dict):
        raise RecordError(f"{name}: expected an article, got something else")
    return str(loaded.get("file") or name), Article.from_dict(loaded)


def _of_csv(place: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    with open(place, encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        _require(table.fieldnames or ())
        for cells in table:
            row: dict[str, Any] = {name: unguarded(cell or "") or None for name, cell in cells.items() if name}
            yield row | {"aliases": load_json(unguarded_within(cells["aliases"])) if row.get("aliases") else []}


def _of_parquet(place: str) -> Iterator[Row]:
    dataset, fs = library("pyarrow.dataset"), library("pyarrow.fs")
    if _URI.match(place):
        files, path = fs.FileSystem.from_uri(place)
    else:
        files, path = fs.LocalFileSystem(), os.path.abspath(place)
    listed = valid_parts(files, path)
    found = dataset.dataset(path if listed is None else listed, format="parquet", filesystem=files)
    names = found.schema.names
    _require(names)
    wanted = [name for name in (*_NAMED, *_COLUMNS, *_OTHERS) if name in names]
    for batch in found.to_batches(columns=wanted, batch_size=_ROWS):
        yield from batch.to_pylist()


def _require(names: Sequence[str]) -> None:
    missing = [name for name in _COLUMNS if name not in names]
    if missing or not any(name in names for name in _NAMED):
        raise CorpusError(
            f"expected the quotes of quoteattr, with the columns {', '.join(_COLUMNS)}, and {' or '.join(_NAMED)}; "
            f"got none called {(missing or _NAMED)[0]}"
        )


def articles_of_rows(rows: Iterable[Row]) -> Iterator[tuple[str, Article]]:
    """The articles of rows that stand together; a row without an ``id`` tells of no quote."""
    for document, group in groupby(rows, _document):
        yield document, _article([row for row in group if row["id"] is not None])


def _document(row: Row) -> str:
    return str(next((row[name] for name in _NAMED if row.get(name) is not None), ""))


def _article(rows: Sequence[Row]) -> Article:
    bodies = dict[str, Organisation]()
    speakers = dict[str, Speaker]()
    quotes, pieces, start = list[Quote](), list[str](), 0
    for row in rows:
        text = row["text"] or ""
        speaker = _speaker(row, bodies, speakers)
        span = Span(start, start + len(text), text)
        kind = QuoteKind(row["kind"])
        quotes.append(Quote(row["id"], kind, Attitude.ASSERTION, False, (span,), (), (), speaker, "", 1.0))
        pieces.append(text)
        start += len(text) + 1
    return Article("\n".join(pieces), tuple(quotes), tuple(speakers.values()), tuple(bodies.values()))


def _speaker(row: Row, bodies: dict[str, Organisation], speakers: dict[str, Speaker]) -> Speaker | None:
    identity = row["speaker_id"]
    if identity is None:
        return None
    if identity not in speakers:
        body = None
        if row["organisation"] is not None:
            number = row.get("organisation_id") or row["organisation"]
            aliases = tuple(row.get("aliases") or ())
            body = bodies.setdefault(number, Organisation(number, row["organisation"], aliases))
        kind = SpeakerKind(row["speaker_kind"])
        speakers[identity] = Speaker(
            identity, row["speaker"], row["description"], kind, row["role"], body, known_id=row.get("known_id")
        )
    return speakers[identity]
