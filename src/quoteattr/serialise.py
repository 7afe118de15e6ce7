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
from collections.abc import Container, Iterable, Mapping, Sequence
from enum import Enum
from importlib import resources
from itertools import chain
from types import GenericAlias
from typing import Any, Final

from attrs import NOTHING, asdict, field, fields, make_class, resolve_types

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

FORMAT: Final = "quoteattr-article"
VERSION: Final = 1

ABOUT: Final = ("title", "date", "url", "notes")
"""What is told of an article besides its text."""
ADDED: Final = frozenset(
    {
        *("speaker_rules", "organisation_rule", "speaker_confidence", "organisation_confidence"),
        *("known_id", "within", "addressee", "addressed_to", "addressee_rule", "context", "versions", *ABOUT),
    }
)
"""Attributes of records that older data lack."""
_SPANS: Final = {
    "quotes": ("content", "cue", "source", "addressee", "context"),
    "speakers": ("mentions",),
    "organisations": ("mentions",),
}
"""The keys that hold spans."""
_BESIDE: Final = ("addressee", "context")
"""Of these the ones that formats with their own place for spans have no place for."""
_SHARES: Final = {"quotes": ("confidence", "speaker_confidence"), "speakers": ("organisation_confidence",)}
"""The keys that hold a number from 0 to 1."""
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
    _check_references(_by_id(article.quotes, "quotes"), speakers)
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
    left_out = {"text", *chain.from_iterable(_SPANS.values())}.difference(_BESIDE)
    return {
        part: [
            {
                key: [[span["start"], span["end"]] for span in value] if key in _BESIDE else value
                for key, value in record.items()
                if key not in left_out
            }
            for record in data[part]
        ]
        for part in _SPANS
    }


def from_dict(data: Mapping[str, Any]) -> Article:
    """The article that :func:`to_dict` gave; unknown keys are ignored.

    What an extractor would not find is no error where it has one meaning: contents that overlap, a cue within a
    content, a mention twice, a speaker without quotes.

    Raises:
        RecordError: ``data`` does not describe an article; the text says where, what was expected and what came.
    """
    _check_header(data)
    form = structure(_converter, data, _ArticleForm, "the article")
    _check(form)
    _check_shares(form)
    organisations = _read(form, "organisations", Organisation)
    speakers = _read(form, "speakers", Speaker, organisation=organisations)
    quotes = _read(form, "quotes", Quote, speaker=speakers)
    _check_references(quotes, speakers)
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
    for part, names in _SPANS.items():
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
    for part, names in _SPANS.items():
        whole[part] = [
            record
            | {
                name: _spans_at(text, record.get(name, [] if name in ADDED else None), f"{part}[{number}].{name}")
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


# ---- reading the parts -------------------------------------------------------------------------------------------


def _check_header(data: object) -> None:
    """Say it at once if this is another format or version: it may have other fields, and their errors would mislead."""
    if not isinstance(data, Mapping):
        return
    for name, wanted, what in (("format", FORMAT, ""), ("version", VERSION, ", which this quoteattr reads")):
        if name not in data:
            needed = ("format", "version", "text", *_SPANS)
            raise RecordError(f"the article: expected the fields {', '.join(needed)}, got an object without {name!r}")
        if data[name] != wanted or isinstance(data[name], bool):
            raise RecordError(f"{name}: expected {wanted!r}{what}, got {shown(data[name])}")


def _check(form: Any) -> None:
    """See that spans fit the text, that those of a quote are in order, and that a quote has a content."""
    for part, keys in _SPANS.items():
        for number, record in enumerate(getattr(form, part)):
            for key in keys:
                _check_spans(form.text, getattr(record, key), f"{part}[{number}].{key}", apart=part == "quotes")
    for number, quote in enumerate(form.quotes):
        if not quote.content:
            raise RecordError(f"quotes[{number}].content: expected at least one span, got none")
        if number and quote.content[0].start < form.quotes[number - 1].content[0].start:
            raise RecordError(
                f"quotes[{number}]: expected quotes in text order, got a start at {quote.content[0].start}, "
                "before that of the quote before it"
            )


def _check_shares(form: Any) -> None:
    for part, names in _SHARES.items():
        for number, record in enumerate(getattr(form, part)):
            for name in names:
                share = getattr(record, name)
                if share is not None and not 0 <= share <= 1:
                    raise RecordError(f"{part}[{number}].{name}: expected a number from 0 to 1, got {shown(share)}")


def _check_spans(text: str, spans: Sequence[Span], where: str, *, apart: bool) -> None:
    end = 0
    for number, span in enumerate(spans):
        there = text[span.start : span.end]
        if there != span.text:
            raise RecordError(
                f"{where}[{number}]: expected what stands at {span.start} to {span.end} in the text, {shown(there)}, "
                f"got {shown(span.text)}"
            )
        if apart and span.start < end:
            raise RecordError(
                f"{where}[{number}]: expected spans in text order and apart, "
                f"got a start at {span.start}, before the end of the span before it"
            )
        end = span.end


def _spans_at(text: str, pairs: Any, where: str) -> list[dict[str, Any]]:
    if not isinstance(pairs, list | tuple):
        raise RecordError(f"{where}: expected a list of pairs of offsets, got {shown(pairs)}")
    out = []
    for number, pair in enumerate(pairs):
        match pair:
            case [int(start), int(end)] if 0 <= start <= end <= len(text):
                out.append({"start": start, "end": end, "text": text[start:end]})
            case _:
                raise RecordError(f"{where}[{number}]: expected two offsets within the text, got {shown(pair)}")
    return out


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


def _check_references(quotes: Mapping[str, Quote], speakers: Container[str]) -> None:
    """See that quotes are within others that are listed, and that an addressee who speaks is a listed speaker."""
    for number, (identity, quote) in enumerate(quotes.items()):
        if quote.within is not None and (quote.within not in quotes or quote.within == identity):
            raise RecordError(
                f"quotes[{number}].within: expected the id of another quote of the article, got {shown(quote.within)}"
            )
        to = quote.addressed_to
        if to is not None and to.speaker is not None and to.speaker not in speakers:
            raise RecordError(
                f"quotes[{number}].addressed_to.speaker: expected the id of a speaker that the article lists, "
                f"got {shown(to.speaker)}"
            )


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
