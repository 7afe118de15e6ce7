"""Checks of an article that is read: its header, its spans and shares, and what its quotes refer to."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any, Final

from attrs import fields, resolve_types

from quoteattr.errors import RecordError
from quoteattr.records import Organisation, Quote, Span, Speaker
from quoteattr.structuring import shown

__all__ = ["FORMAT", "SPANS", "VERSION", "check_header", "check_references", "check_shares", "check_spans", "spans_at"]

FORMAT: Final = "quoteattr-article"
VERSION: Final = 1


def _keys(*types: Any) -> dict[str, tuple[str, ...]]:
    """For each list of an article, the attributes of its records that are of one of these types."""
    lists = (("quotes", Quote), ("speakers", Speaker), ("organisations", Organisation))
    return {part: tuple(one.name for one in fields(resolve_types(kind)) if one.type in types) for part, kind in lists}


SPANS: Final = _keys(tuple[Span, ...])
"""The keys that hold spans."""
_SHARES: Final = _keys(float, float | None)
"""The keys that hold a number from 0 to 1."""


def check_header(data: object) -> None:
    """Say it at once if this is another format or version: it may have other fields, and their errors would mislead."""
    if not isinstance(data, Mapping):
        return
    for name, wanted, what in (("format", FORMAT, ""), ("version", VERSION, ", which this quoteattr reads")):
        if name not in data:
            needed = ("format", "version", "text", *SPANS)
            raise RecordError(f"the article: expected the fields {', '.join(needed)}, got an object without {name!r}")
        if data[name] != wanted or isinstance(data[name], bool):
            raise RecordError(f"{name}: expected {wanted!r}{what}, got {shown(data[name])}")


def check_spans(form: Any) -> None:
    """See that spans fit the text, that those of a quote are in order, and that a quote has a content."""
    for part, keys in SPANS.items():
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


def check_shares(form: Any) -> None:
    """See that what is a share is from 0 to 1."""
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


def spans_at(text: str, pairs: Any, where: str) -> list[dict[str, Any]]:
    """The spans at pairs of offsets, as plain data."""
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


def check_references(quotes: Mapping[str, Quote], speakers: Container[str]) -> None:
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
