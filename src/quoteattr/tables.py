"""Quotes as rows of a table: its columns, what each holds, and how an article becomes rows and is read back.

CSV, data frames, Arrow tables and archives share :data:`COLUMNS`. A row holds a quote with its speaker and the
speaker's organisation. Their mentions stand in the first of their rows only: in all of them the rows of a long article
would grow with the square of its length.
"""

from __future__ import annotations

import enum
import json
import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from attrs import frozen

from quoteattr.errors import RecordError, SettingError
from quoteattr.records import Addressee, Article, Organisation, Quote, Speaker
from quoteattr.serialise import ADDED, from_offsets
from quoteattr.structuring import shown

__all__ = [
    "COLUMNS",
    "FILE",
    "MANIFEST",
    "Column",
    "arrow",
    "arrow_schema",
    "from_named_rows",
    "from_rows",
    "require",
    "to_frame",
    "to_rows",
    "told_apart",
    "valid_parts",
]


@frozen
class Column:
    """A column.

    Attributes:
        name: The same in every format.
        kind: ``string``, ``number``, ``integer``, ``boolean``, ``strings`` (a list of them) or ``spans`` (a list of
            ``[start, end]``, offsets in code points, half-open).
        meaning: For the documentation, as Markdown.
        owner: The record that it is told of: ``quote``, its ``speaker``, the speaker's ``organisation`` or the
            ``addressee``; ``""`` for another one.
        attribute: What it holds of that record.
        derived: Whether the reader leaves it alone, since other columns tell the same.
    """

    name: str
    kind: str
    meaning: str
    owner: str = ""
    attribute: str = ""
    derived: bool = False

    @property
    def is_needed(self) -> bool:
        """Whether the reader needs it; older tables lack some."""
        return not (self.derived or self.attribute in ADDED or self.owner == "addressee")

    @property
    def is_list(self) -> bool:
        """Whether its cells hold lists."""
        return self.kind in ("strings", "spans")


COLUMNS: Final = (
    Column("id", "string", "id of the quote, unique within its article", "quote", "id"),
    Column("kind", "string", "`direct`, `mixed` or `indirect`", "quote", "kind"),
    Column("attitude", "string", "`assertion`, `belief`, `fact` or `eventuality`", "quote", "attitude"),
    Column("negated", "boolean", "whether the cue is negated", "quote", "negated"),
    Column("text", "string", "the words of the content", "quote", "text", derived=True),
    Column("context", "string", "the sentences in which the quote stands, whole", "quote", "context", derived=True),
    Column("cue", "string", "the words of the cue", "quote", "cue", derived=True),
    Column("source", "string", "the words of the source", "quote", "source", derived=True),
    Column("speaker", "string", "the speaker's fullest name in the article", "speaker", "name"),
    Column("description", "string", "the words for a speaker without a name", "speaker", "description"),
    Column("speaker_kind", "string", "`person`, `people`, `organisation`, `document` or `unknown`", "speaker", "kind"),
    Column("role", "string", "the speaker's role", "speaker", "role"),
    Column("known_id", "string", "your own id of the speaker, by `--people`", "speaker", "known_id"),
    Column("organisation", "string", "name of the organisation that the speaker stands for", "organisation", "name"),
    Column("addressee", "string", "the words for whom it was said to", "quote", "addressee", derived=True),
    Column("addressee_name", "string", "the addressee's fullest name in the article", "addressee", "name"),
    Column("addressee_kind", "string", "as `speaker_kind`, of an addressee with a name", "addressee", "kind"),
    Column("within", "string", "id of the quote in whose content this one is reported", "quote", "within"),
    Column("confidence", "number", "0 to 1: how likely a careful reader would report the quote", "quote", "confidence"),
    Column("rule", "string", "id of the rule that found the quote", "quote", "rule"),
    Column("speaker_rules", "strings", "ids of the rules from the source to the speaker", "quote", "speaker_rules"),
    Column("speaker_confidence", "number", "0 to 1: how likely the speaker is right", "quote", "speaker_confidence"),
    Column("organisation_rule", "string", "id of the rule that gave the organisation", "speaker", "organisation_rule"),
    Column(
        "organisation_confidence",
        "number",
        "0 to 1: how likely the organisation is right",
        "speaker",
        "organisation_confidence",
    ),
    Column("addressee_rule", "string", "id of the rule that found the addressee", "quote", "addressee_rule"),
    Column("start", "integer", "offset of the first character of the content", "quote", "start", derived=True),
    Column("end", "integer", "offset after the last character of the content", "quote", "end", derived=True),
    Column("content_spans", "spans", "where the content stands", "quote", "content"),
    Column("cue_spans", "spans", "where the cue stands", "quote", "cue"),
    Column("source_spans", "spans", "where the source stands", "quote", "source"),
    Column("addressee_spans", "spans", "where the addressee stands", "quote", "addressee"),
    Column("context_spans", "spans", "where the context stands", "quote", "context"),
    Column("speaker_id", "string", "id of the speaker, unique within the article", "speaker", "id"),
    Column("speaker_mentions", "spans", "every mention, in the first row of the speaker", "speaker", "mentions"),
    Column("addressee_speaker_id", "string", "id of the addressee, if they speak as well", "addressee", "speaker"),
    Column("organisation_id", "string", "id of the organisation, unique within the article", "organisation", "id"),
    Column("aliases", "strings", "the other names of the organisation", "organisation", "aliases"),
    Column("organisation_mentions", "spans", "every mention, in its first row", "organisation", "mentions"),
)
"""The columns, in order. The page ``docs/formats.md`` shows them."""

_OWNERS: Final = ("quote", "speaker", "organisation", "addressee")
_OF: Final = {owner: [column for column in COLUMNS if column.owner == owner] for owner in _OWNERS}
_NAMES = [column.name for column in COLUMNS]
MANIFEST: Final = "_manifest.jsonl"
"""The file of an archive's result that lists its parts (:mod:`quoteattr.archive.manifest`)."""
FILE: Final = Column("file", "string", "the name of the file")
"""Stands before the others in CSV and in :func:`quoteattr.formats.frames.to_table`: the article of the row."""

_NEEDED = tuple(column for column in COLUMNS if column.is_needed)


# ---- rows ----------------------------------------------------------------------------------------------------------


def to_rows(article: Article) -> list[dict[str, Any]]:
    """A row for each quote, in text order: lists, strings, numbers, truth values and ``None``, by column."""
    rows = []
    told: set[tuple[str, str]] = set()
    for quote in article.quotes:
        speaker = quote.speaker
        row: dict[str, Any] = dict.fromkeys(_NAMES)
        row.update(_cells("quote", quote, told))
        row.update(_cells("speaker", speaker, told))
        row.update(_cells("organisation", speaker and speaker.organisation, told))
        row.update(_cells("addressee", quote.addressed_to, told))
        rows.append(row)
    return rows


def _cells(
    owner: str, record: Quote | Speaker | Organisation | Addressee | None, told: set[tuple[str, str]]
) -> Iterator[tuple[str, Any]]:
    """What a row tells of one record; ``told`` are those whose mentions stand in a row above."""
    if record is None:
        yield from ((column.name, []) for column in _OF[owner] if column.is_list)
        return
    key = owner, getattr(record, "id", "")
    for column in _OF[owner]:
        if column.attribute == "mentions" and key in told:
            yield column.name, []
        else:
            yield column.name, _cell(column, getattr(record, column.attribute))
    told.add(key)


def _cell(column: Column, value: Any) -> Any:
    if column.kind == "spans":
        return [[span.start, span.end] for span in value]
    if column.kind == "strings":
        return list(value)
    if isinstance(value, tuple):
        return " ".join([span.text for span in value]) or None
    return value.value if isinstance(value, enum.Enum) else value


def from_rows(text: str, rows: Iterable[Mapping[str, Any]]) -> Article:
    """The article that :func:`to_rows` gave. ``NaN`` stands for ``None``, and arrays for lists, as data frames have it.

    Equal to it if every speaker has a quote; speakers come in order of their first mention.

    Args:
        text: The article's text, which rows do not hold.
        rows: Its rows; further keys are ignored.

    Raises:
        RecordError: A field is missing or of a wrong type, offsets do not fit the text, or two rows tell different
            things of one speaker.
    """
    if not isinstance(text, str):
        raise RecordError(f"expected the text of the article, a string, got {shown(text)}")
    if not isinstance(rows, Iterable):
        raise RecordError(f"expected rows, one for each quote, got {shown(rows)}")
    quotes: list[dict[str, Any]] = []
    known: dict[tuple[str, str], dict[str, Any]] = {}
    for number, row in enumerate(rows):
        owners = _owners(row, number)
        speaker, organisation = owners["speaker"], owners["organisation"]
        addressee = owners["addressee"] if owners["addressee"]["kind"] is not None else None
        quotes.append(owners["quote"] | {"speaker": speaker["id"], "addressed_to": addressee})
        speaker["organisation"] = organisation["id"]
        for owner, record in (("speaker", speaker), ("organisation", organisation)):
            if record["id"] is not None:
                _merge(known.setdefault((owner, str(record["id"])), record), record, number)
    ordered = sorted(known.items(), key=lambda item: _first(item[1]))
    lists = {f"{name}s": [one for (owner, _), one in ordered if owner == name] for name in ("speaker", "organisation")}
    return from_offsets(text, {"quotes": quotes, **lists})


def from_named_rows(
    rows: Iterable[Mapping[str, Any]], texts: Mapping[str, str], key: str
) -> Iterator[tuple[str, Article]]:
    """The articles of a table of several, each with its name.

    Args:
        rows: As :func:`from_rows` takes them. One without an ``id`` tells of no quote.
        texts: The text of each article, by its name; each becomes an article.
        key: The field that names the article of a row.

    Raises:
        RecordError: As :func:`from_rows` does, or an article has no text.
    """
    named: dict[str, list[Mapping[str, Any]]] = {name: [] for name in texts}
    for number, row in enumerate(rows):
        if row[key] not in named:
            raise RecordError(f"row {number}: expected an article whose text is given, got {shown(row[key])}")
        if row["id"] is not None:
            named[row[key]].append(row)
    for name, text in texts.items():
        yield name, from_rows(text, named[name])


def told_apart(named: Iterable[tuple[str, Article]]) -> Iterator[tuple[str, Article]]:
    """Articles with names of their own: one that comes again gets a number behind it, ``"a.txt (2)"``."""
    counts = Counter[str]()
    taken = set[str]()
    for name, article in named:
        own = name
        while own in taken:
            counts[name] += 1
            own = f"{name} ({counts[name] + 1})"
        taken.add(own)
        yield own, article


def require(names: Container[str], where: str, *others: str) -> None:
    """See that all columns are there that an article is read from, and the others that are named.

    Raises:
        RecordError: One is missing.
    """
    needed = [*others, *(column.name for column in _NEEDED)]
    missing = [name for name in needed if name not in names]
    if missing:
        raise RecordError(f"{where}: expected the columns {', '.join(needed)}, got none called {missing[0]}")


def _owners(row: Mapping[str, Any], number: int) -> dict[str, dict[str, Any]]:
    """What a row tells of the quote, of its speaker and of the organisation, by attribute."""
    if not isinstance(row, Mapping):
        raise RecordError(f"row {number}: expected a mapping of columns to values, got {shown(row)}")
    require(row, f"row {number}")
    owners: dict[str, dict[str, Any]] = {owner: {} for owner in _OWNERS}
    for column in COLUMNS:
        if not column.derived:
            value = _plain(row.get(column.name))
            owners[column.owner][column.attribute] = [] if value is None and column.is_list else value
    return owners


def _plain(value: Any) -> Any:
    """A cell without the arrays and the ``NaN`` of data frames."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else value


def _merge(one: dict[str, Any], other: dict[str, Any], number: int) -> None:
    """Take the mentions from the first row that has them; the rest is the same in all rows."""
    one["mentions"] = one["mentions"] or other["mentions"]
    if one | {"mentions": ()} != other | {"mentions": ()}:
        raise RecordError(f"row {number}: expected what an earlier row tells of this speaker, got {shown(other)}")


def _first(record: Mapping[str, Any]) -> float:
    """Where it is mentioned first, as speakers and organisations stand in an article; those never mentioned last."""
    match record["mentions"]:
        case [[int(start), *_], *_]:
            return start
        case _:
            return math.inf


# ---- pandas and Arrow -----------------------------------------------------------------------------------------------


def to_frame(article: Article) -> Any:
    """:func:`to_rows` as a ``pandas.DataFrame`` with all columns, each of its type.

    Raises:
        SettingError: pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError:
        raise SettingError("to_frame() needs pandas: python -m pip install 'quoteattr[pandas]'") from None
    types = {"number": "float64", "integer": "int64", "boolean": "bool"}
    frame = pandas.DataFrame(to_rows(article), columns=_NAMES)
    return frame.astype({column.name: types[column.kind] for column in COLUMNS if column.kind in types})


def arrow() -> Any:
    """The module pyarrow.

    Raises:
        SettingError: It is not installed.
    """
    try:
        return import_module("pyarrow")
    except ImportError:
        raise SettingError("data frames and archives need pyarrow: python -m pip install 'quoteattr[arrow]'") from None


def valid_parts(files: Any, folder: str) -> list[str] | None:
    """The files of an archive's result that are valid: those of its manifest that are there.

    Args:
        files: A file system of ``pyarrow.fs``.
        folder: The folder of the result in it.

    Returns:
        Their paths; ``None`` if there is no manifest, so that this is no such result.

    Raises:
        RecordError: The manifest is damaged.
    """
    from pyarrow import fs

    place = f"{folder.rstrip('/')}/{MANIFEST}"
    try:
        with files.open_input_stream(place) as stream:
            names = [json.loads(line)["part"] for line in stream.read().splitlines()]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError):
        raise RecordError(
            f"{place}: expected a list of parts, got something else: python -m quoteattr.archive writes it again"
        ) from None
    there = {info.base_name for info in files.get_file_info(fs.FileSelector(folder))}
    return [f"{folder.rstrip('/')}/{name}" for name in names if name in there]


def arrow_schema(columns: Iterable[Column]) -> Any:
    """The Arrow schema of a table with these columns.

    Raises:
        SettingError: pyarrow is not installed.
    """
    pa = arrow()
    types = {
        "string": pa.string(),
        "number": pa.float64(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "strings": pa.list_(pa.string()),
        "spans": pa.list_(pa.list_(pa.int64())),
    }
    return pa.schema([(column.name, types[column.kind]) for column in columns])
