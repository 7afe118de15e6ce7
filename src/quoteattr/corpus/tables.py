"""The tables of a corpus: speakers, organisations, where they appear, and repeated quotations."""

from __future__ import annotations

import contextlib
import csv
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from quoteattr.corpus.libraries import batches, library
from quoteattr.corpus.merging import Merger
from quoteattr.corpus.records import CorpusOrganisation, CorpusSpeaker, RepeatedQuote
from quoteattr.errors import CorpusError
from quoteattr.records import Article
from quoteattr.spreadsheets import guarded, guarded_within
from quoteattr.tables import Column, arrow_schema

__all__ = ["TABLES", "appearances", "organisations", "repeats", "speakers", "write"]

TABLES: Final[Mapping[str, tuple[Column, ...]]] = {
    "speakers": (
        Column("id", "string", "id of the speaker in the corpus (`S1`)"),
        Column("name", "string", "the fullest name of all articles"),
        Column("kind", "string", "`person`, `people`, `organisation`, `document` or `unknown`"),
        Column("aliases", "strings", "the other names, the most frequent first"),
        Column("roles", "strings", "the roles as written, the most frequent first"),
        Column("organisations", "strings", "ids of the organisations that the speaker stands for"),
        Column("organisation", "string", "name of the first of these"),
        Column("quotes", "integer", "how many quotes"),
        Column("direct", "integer", "how many of them are direct"),
        Column("mixed", "integer", "how many are mixed"),
        Column("indirect", "integer", "how many are indirect"),
        Column("documents", "integer", "in how many articles"),
        Column("known_id", "string", "the id in the user's own list"),
    ),
    "organisations": (
        Column("id", "string", "id of the organisation in the corpus (`O1`)"),
        Column("name", "string", "the fullest form of all articles"),
        Column("aliases", "strings", "the other forms, the most frequent first"),
        Column("acronyms", "strings", "those that are initials"),
        Column("quotes", "integer", "how many quotes of those who speak for it"),
        Column("documents", "integer", "in how many articles it stands"),
    ),
    "appearances": (
        Column("article_id", "string", "id of the article"),
        Column("speaker_id", "string", "id of the speaker in the article"),
        Column("speaker", "string", "id of the speaker in the corpus; null for one without a name"),
        Column("organisation", "string", "id in the corpus of the organisation that the speaker stands for there"),
        Column("quotes", "integer", "how many quotes of the article are the speaker's"),
    ),
    "repeated": (
        Column("id", "string", "id of the quotation (`R1`): equal for all of its occurrences"),
        Column("exact", "boolean", "whether all occurrences have the same words"),
        Column("article_id", "string", "id of the article of this occurrence"),
        Column("quote_id", "string", "id of the quote in the article"),
        Column("text", "string", "the words there"),
        Column("speaker", "string", "the speaker's name or description there"),
    ),
}
"""The columns of each table, in order."""

_BATCH = 5_000

Row = dict[str, Any]


def speakers(
    found: Iterable[CorpusSpeaker], bodies: Mapping[str, CorpusOrganisation], documents: Mapping[str, int]
) -> Iterator[Row]:
    """The rows of the table of speakers; ``documents`` tells in how many articles each is."""
    for one in found:
        row = {column.name: getattr(one, column.name, None) for column in TABLES["speakers"]}
        first = bodies[one.organisations[0]].name if one.organisations else None
        yield row | {"kind": one.kind.value, "organisation": first, "documents": documents[one.id]}


def organisations(found: Iterable[CorpusOrganisation], documents: Mapping[str, int]) -> Iterator[Row]:
    """The rows of the table of organisations; ``documents`` tells in how many articles each is."""
    for one in found:
        row = {column.name: getattr(one, column.name) for column in TABLES["organisations"]}
        yield row | {"documents": documents[one.id]}


def appearances(merger: Merger, articles: Iterable[tuple[str, Article]], documents: Counter[str]) -> Iterator[Row]:
    """The rows of the table of appearances; counts in how many articles each speaker and organisation is."""
    for document, article in articles:
        people, bodies = merger.identify(document, article)
        documents.update({*people.values(), *bodies.values()})
        counts = Counter(quote.speaker.id for quote in article.quotes if quote.speaker is not None)
        for speaker in article.speakers:
            body = bodies.get(speaker.organisation.id) if speaker.organisation is not None else None
            if speaker.id in people or body is not None:
                yield {
                    "article_id": document,
                    "speaker_id": speaker.id,
                    "speaker": people.get(speaker.id),
                    "organisation": body,
                    "quotes": counts[speaker.id],
                }


def repeats(found: Iterable[RepeatedQuote]) -> Iterator[Row]:
    """The rows of the table of repeated quotations."""
    for one in found:
        for place in one.occurrences:
            yield {
                "id": one.id,
                "exact": one.exact,
                "article_id": place.document,
                "quote_id": place.quote,
                "text": place.text,
                "speaker": place.speaker,
            }


def write(folder: Path, name: str, ending: str, rows: Iterable[Row]) -> int:
    """Write a table, whole or not at all; how many rows it has.

    Args:
        folder: Where to.
        name: One of :data:`TABLES`.
        ending: ``parquet`` or ``csv``.
        rows: As they come.

    Raises:
        CorpusError: It cannot be written.
        SettingError: A library of the extra ``corpus`` is missing.
    """
    place, temporary = folder / f"{name}.{ending}", folder / f".{name}.{ending}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        count = (_write_csv if ending == "csv" else _write_parquet)(temporary, TABLES[name], rows)
        os.replace(temporary, place)
    except OSError as error:
        raise CorpusError(f"{place}: {error.strerror or error}") from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    return count


def _write_parquet(place: Path, columns: tuple[Column, ...], rows: Iterable[Row]) -> int:
    arrow, parquet = library("pyarrow"), library("pyarrow.parquet")
    schema = arrow_schema(columns)
    count = 0
    with parquet.ParquetWriter(place, schema) as writer:
        for batch in batches(rows, _BATCH):
            count += len(batch)
            writer.write_table(arrow.Table.from_pylist(list(batch), schema=schema))
    return count


def _write_csv(place: Path, columns: tuple[Column, ...], rows: Iterable[Row]) -> int:
    count = 0
    with open(place, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow([column.name for column in columns])
        for row in rows:
            count += 1
            writer.writerow([_cell(column, row[column.name]) for column in columns])
    return count


def _cell(column: Column, value: Any) -> str:
    if value is None or value == ():
        return ""
    if column.kind == "strings":
        return guarded_within(json.dumps(value, ensure_ascii=False))
    return str(value).lower() if column.kind == "boolean" else guarded(str(value))
