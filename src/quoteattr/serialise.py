"""Articles as plain data and as JSON, and back.

The form, version 1 (a span is ``{"start", "end", "text"}``; offsets as in the records)::

    {"format": "quoteattr-article", "version": 1, "title": ..., "date": ..., "url": ..., "notes": [...],
     "versions": {"library", "model", "lexicon"}, "text": ...,
     "quotes": [{"id", "kind", "attitude", "negated", "content", "cue", "source", "text", "speaker", "rule",
                 "confidence", "speaker_rules", "speaker_confidence", "within", "addressee",
                 "addressed_to": {"name", "kind", "speaker"} or null, "addressee_rule", "context"}],
     "speakers": [{"id", "name", "description", "kind", "role", "organisation", "mentions", "organisation_rule",
                   "organisation_confidence", "known_id"}],
     "organisations": [{"id", "name", "aliases", "mentions"}]}

Quotes and speakers refer to their speaker and organisation by id. ``title``, ``date``, ``url``, ``notes`` and
``versions`` are there if they are known. Reading checks every field and needs all but these five, the ``text`` of a
quote, which is derived from its content, and those of :data:`ADDED`, which older data lack. It ignores keys that it
does not know, so that a later version may add some.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from importlib import resources
from itertools import chain
from types import GenericAlias
from typing import Any, Final

from attrs import NOTHING, asdict, field, fields, make_class, resolve_types

from quoteattr.checking import (
    FORMAT,
    SPANS,
    VERSION,
    check_header,
    check_references,
    check_shares,
    check_spans,
    spans_at,
)
from quoteattr.errors import RecordError
from quoteattr.records import (
    Addressee,
    Article,
    Attitude,
    Organisation,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    Versions,
)
from quoteattr.structuring import load_json, make_converter, shown, structure

__all__ = [
    "from_dict",
    "from_json",
    "from_offsets",
    "schema",
    "to_dict",
    "to_dict_without_spans",
    "to_json",
    "to_offsets",
]

ABOUT: Final = ("title", "date", "url", "notes")
"""What is told of an article besides its text."""
ADDED: Final = frozenset(
    {
        *("speaker_rules", "organisation_rule", "speaker_confidence", "organisation_confidence"),
        *("known_id", "within", "addressee", "addressed_to", "addressee_rule", "context", "versions", *ABOUT),
    }
)
"""Attributes of records that older data lack."""
_BESIDE: Final = ("addressee", "context")
"""Keys with spans that formats with their own place for spans have no place for."""
_SURROGATES = re.compile(r"[\ud800-\udbff]|(?<![\ud800-\udbff])[\udc00-\udfff]")


# ---- the form: the records, with ids in the place of references --------------------------------------------------


def _form(record: type[Any], **others: Any) -> Any:
    """The class of what is read for a record: its attributes, those in ``others`` with another type."""
    attributes = {
        one.name: field(type=others.get(one.name, one.type), default=one.default if one.name in ADDED else NOTHING)
        for one in fields(resolve_types(record))
    }
    return make_class(f"_{record.__name__}Form", attributes, frozen=True, kw_only=True)


_QuoteForm = _form(Quote, speaker=str | None)
_SpeakerForm = _form(Speaker, organisation=str | None)
_OrganisationForm = _form(Organisation)
_ArticleForm = _form(
    Article,
    quotes=GenericAlias(tuple, (_QuoteForm, ...)),
    speakers=GenericAlias(tuple, (_SpeakerForm, ...)),
    organisations=GenericAlias(tuple, (_OrganisationForm, ...)),
)
_converter = make_converter(
    *(
        QuoteKind,
        Attitude,
        SpeakerKind,
        Span,
        Addressee,
        Versions,
        _QuoteForm,
        _SpeakerForm,
        _OrganisationForm,
        _ArticleForm,
    )
)

_KEYS = {record: [one.name for one in fields(record)] for record in (Quote, Speaker, Organisation)}
_KEYS[Quote].insert(_KEYS[Quote].index("source") + 1, "text")  # written for people, never read


# ---- public ------------------------------------------------------------------------------------------------------


def to_dict(article: Article) -> dict[str, Any]:
    """``article`` as plain data.

    Raises:
        RecordError: A quote's speaker is not among the article's speakers, a speaker's organisation not among its
            organisations, a quote is within one that is not there, or two of a kind share an id: no id could stand for
            them.
    """
    organisations = _by_id(article.organisations, "organisations")
    speakers = _by_id(article.speakers, "speakers")
    check_references(_by_id(article.quotes, "quotes"), speakers)
    return {
        "format": FORMAT,
        "version": VERSION,
        **{name: told for name in ABOUT if (told := getattr(article, name)) not in (None, ())},
        **({} if article.versions is None else {"versions": asdict(article.versions)}),
        "text": article.text,
        "quotes": _written(article, "quotes", speaker=speakers),
        "speakers": _written(article, "speakers", organisation=organisations),
        "organisations": _written(article, "organisations"),
    }


def to_dict_without_spans(article: Article) -> dict[str, list[dict[str, Any]]]:
    """The lists of :func:`to_dict`, for formats that have their own place for spans and words.

    Addressee and context, for which they have none, are lists of ``[start, end]``.

    Raises:
        RecordError: As in :func:`to_dict`.
    """
    data = to_dict(article)
    left_out = {"text", *chain.from_iterable(SPANS.values())}.difference(_BESIDE)
    return {
        part: [
            {
                key: [[span["start"], span["end"]] for span in value] if key in _BESIDE else value
                for key, value in record.items()
                if key not in left_out
            }
            for record in data[part]
        ]
        for part in SPANS
    }


def from_dict(data: Mapping[str, Any]) -> Article:
    """The article that :func:`to_dict` gave; unknown keys are ignored.

    What an extractor would not find is no error where it has one meaning: contents that overlap, a cue within a
    content, a mention twice, a speaker without quotes.

    Raises:
        RecordError: ``data`` does not describe an article; the text says where, what was expected and what came.
    """
    check_header(data)
    form = structure(_converter, data, _ArticleForm, "the article")
    check_spans(form)
    check_shares(form)
    organisations = _read(form, "organisations", Organisation)
    speakers = _read(form, "speakers", Speaker, organisation=organisations)
    quotes = _read(form, "quotes", Quote, speaker=speakers)
    check_references(quotes, speakers)
    lists = [tuple(found.values()) for found in (quotes, speakers, organisations)]
    return Article(form.text, lists[0], lists[1], lists[2], *(getattr(form, name) for name in (*ABOUT, "versions")))


def to_json(article: Article, *, indent: int | None = None) -> str:
    """:func:`to_dict` as a JSON string, non-ASCII characters kept.

    Surrogate code points are escaped, since no file takes them. (Where a high one stands before a low one, which JSON
    would read as one character, the low one stays as it is: the string still reads back as the same article.)

    Raises:
        RecordError: As in :func:`to_dict`.
    """
    written = json.dumps(to_dict(article), ensure_ascii=False, indent=indent)
    return _SURROGATES.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def from_json(data: str | bytes) -> Article:
    """The article that :func:`to_json` gave. Bytes may be UTF-8, UTF-16 or UTF-32.

    Raises:
        RecordError: Not JSON (or JSON with NaN, with a key twice in one object, nested too deep), or not an article.
    """
    return from_dict(load_json(data))


def to_offsets(article: Article) -> dict[str, Any]:
    """:func:`to_dict` without the texts: each span is a pair of offsets. :func:`from_offsets` reads it.

    Raises:
        RecordError: As in :func:`to_dict`.
    """
    data = to_dict(article)
    for part, names in SPANS.items():
        for record in data[part]:
            record.pop("text", None)
            record.update({name: [[span["start"], span["end"]] for span in record[name]] for name in names})
    return {key: value for key, value in data.items() if key not in ("format", "version", "text")}


def from_offsets(text: str, data: Mapping[str, Any]) -> Article:
    """The article of lists of quotes, speakers and organisations in which each span is a pair of offsets.

    Args:
        text: The article's text.
        data: ``quotes``, ``speakers`` and ``organisations`` as :func:`to_dict` gives them, but for their spans; what is
            told of the article itself if it is known.

    Raises:
        RecordError: It does not describe an article of ``text``.
    """
    whole: dict[str, Any] = {"format": FORMAT, "version": VERSION, "text": text}
    whole |= {name: data[name] for name in (*ABOUT, "versions") if name in data}
    for part, names in SPANS.items():
        whole[part] = [
            record
            | {
                name: spans_at(text, record.get(name, [] if name in ADDED else None), f"{part}[{number}].{name}")
                for name in names
            }
            for number, record in enumerate(data[part])
        ]
    return from_dict(whole)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what :func:`to_dict` gives.

    >>> schema()["$id"]
    'urn:quoteattr:article:1'
    """
    file = resources.files("quoteattr").joinpath("data/article.schema.json")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


# ---- ids and references ------------------------------------------------------------------------------------------


def _written(article: Article, part: str, **references: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The records of one list as JSON has them; those in ``references``, by id, are told by their ids."""
    out = []
    for number, record in enumerate(getattr(article, part)):
        ids = {name: _id_of(getattr(record, name), f"{part}[{number}].{name}", references[name]) for name in references}
        names = _KEYS[type(record)]
        out.append({name: ids[name] if name in ids else _value(getattr(record, name)) for name in names})
    return out


def _read(form: Any, part: str, kind: type[Any], **references: Mapping[str, Any]) -> dict[str, Any]:
    """The records of one list, by id, with those of ``references`` for their ids."""
    names = [one.name for one in fields(kind)]
    out = []
    for number, one in enumerate(getattr(form, part)):
        there = {name: _of_id(getattr(one, name), f"{part}[{number}].{name}", references[name]) for name in references}
        out.append(kind(**{name: there[name] if name in there else getattr(one, name) for name in names}))
    return _by_id(out, part)


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "text": value.text}
    if isinstance(value, Addressee):
        return {"name": value.name, "kind": value.kind.value, "speaker": value.speaker}
    return value.value if isinstance(value, Enum) else value


def _by_id(records: Iterable[Any], part: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for number, record in enumerate(records):
        if record.id in out:
            raise RecordError(f"{part}[{number}].id: expected an id of its own, got {shown(record.id)} a second time")
        out[record.id] = record
    return out


def _id_of(record: Any, where: str, listed: Mapping[str, Any]) -> str | None:
    if record is None:
        return None
    if listed.get(record.id) != record:
        raise RecordError(f"{where}: expected one that the article lists, got {shown(record.id)}, which it does not")
    return str(record.id)


def _of_id(name: str | None, where: str, listed: Mapping[str, Any]) -> Any:
    if name is not None and name not in listed:
        raise RecordError(f"{where}: expected an id that the article lists, got {shown(name)}")
    return listed.get(name) if name is not None else None
