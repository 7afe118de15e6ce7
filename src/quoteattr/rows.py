"""Articles as flat rows, one for each quote, and back: what CSV and data frames hold.

A row has the names of :data:`FIELDS`. Spans are lists of ``[start, end]``; everything else is a string, a number, a
truth value or ``None``. Speakers and organisations stand in the row of each quote of theirs, but their mentions in the
first of these rows only: in all of them the rows of a long article would grow with the square of its length.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from quoteattr import serialise
from quoteattr.errors import RecordError
from quoteattr.records import Article, Quote, Span
from quoteattr.strict import shown

__all__ = ["FIELDS", "LISTS", "from_rows", "to_rows", "whole"]

FIELDS: Final = (
    "id",
    "kind",
    "attitude",
    "negated",
    "text",
    "cue",
    "source",
    "speaker",
    "description",
    "speaker_kind",
    "role",
    "organisation",
    "confidence",
    "rule",
    "start",
    "end",
    "content_spans",
    "cue_spans",
    "source_spans",
    "speaker_id",
    "speaker_mentions",
    "organisation_id",
    "aliases",
    "organisation_mentions",
)
LISTS: Final = frozenset(name for name in FIELDS if name.endswith(("_spans", "_mentions")))
"""The fields that hold spans."""

_NEEDED = frozenset(FIELDS) - {"text", "cue", "source", "start", "end"}


def to_rows(article: Article) -> list[dict[str, Any]]:
    """A row for each quote, in text order."""
    told: set[str] = set()
    return [_row(quote, told) for quote in article.quotes]


def _row(quote: Quote, told: set[str]) -> dict[str, Any]:
    """The row of a quote; ``told`` are the speakers and organisations whose mentions stand in a row above."""
    speaker = quote.speaker
    body = speaker.organisation if speaker else None
    heard, met = speaker is None or f"s {speaker.id}" in told, body is None or f"o {body.id}" in told
    if speaker is not None:
        told.add(f"s {speaker.id}")
    if body is not None:
        told.add(f"o {body.id}")
    return {
        "id": quote.id,
        "kind": quote.kind.value,
        "attitude": quote.attitude.value,
        "negated": quote.negated,
        "text": quote.text,
        "cue": _joined(quote.cue),
        "source": _joined(quote.source),
        "speaker": speaker.name if speaker else None,
        "description": speaker.description if speaker else None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "role": speaker.role if speaker else None,
        "organisation": body.name if body else None,
        "confidence": quote.confidence,
        "rule": quote.rule,
        "start": quote.start,
        "end": quote.end,
        "content_spans": _offsets(quote.content),
        "cue_spans": _offsets(quote.cue),
        "source_spans": _offsets(quote.source),
        "speaker_id": speaker.id if speaker else None,
        "speaker_mentions": _offsets(speaker.mentions) if speaker and not heard else [],
        "organisation_id": body.id if body else None,
        "aliases": list(body.aliases) if body else [],
        "organisation_mentions": _offsets(body.mentions) if body and not met else [],
    }


def _joined(spans: Sequence[Span]) -> str | None:
    return " ".join(span.text for span in spans) or None


def _offsets(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def from_rows(text: str, rows: Iterable[Mapping[str, Any]]) -> Article:
    """The article that :func:`to_rows` gave. ``NaN`` stands for ``None``, as data frames have it.

    Equal to it if every speaker has a quote; speakers come in order of their first quote, then of first mention.

    Args:
        text: The article's text, which rows do not hold.
        rows: Its rows; further keys are ignored.

    Raises:
        RecordError: A field is missing or of a wrong type, offsets do not fit the text, or two rows tell different
            things of one speaker.
    """
    quotes: list[dict[str, Any]] = []
    speakers: dict[Any, dict[str, Any]] = {}
    bodies: dict[Any, dict[str, Any]] = {}
    for number, row in enumerate(rows):
        values = {name: None if _nothing(row.get(name)) else row[name] for name in FIELDS if name in row}
        missing = sorted(_NEEDED.difference(values))
        if missing:
            raise RecordError(f"row {number}: expected the fields {', '.join(FIELDS)}, got a row without {missing[0]}")
        quotes.append(
            {name: values[name] for name in ("id", "kind", "attitude", "negated", "rule", "confidence")}
            | {name: values[f"{name}_spans"] for name in ("content", "cue", "source")}
            | {"speaker": values["speaker_id"]}
        )
        if values["speaker_id"] is not None:
            speaker = {
                "id": values["speaker_id"],
                "name": values["speaker"],
                "description": values["description"],
                "kind": values["speaker_kind"],
                "role": values["role"],
                "organisation": values["organisation_id"],
                "mentions": values["speaker_mentions"],
            }
            _merge(speakers.setdefault(values["speaker_id"], speaker), speaker, number)
        if values["organisation_id"] is not None:
            body = {
                "id": values["organisation_id"],
                "name": values["organisation"],
                "aliases": values["aliases"],
                "mentions": values["organisation_mentions"],
            }
            _merge(bodies.setdefault(values["organisation_id"], body), body, number)
    return whole(
        text,
        {
            "quotes": quotes,
            "speakers": sorted(speakers.values(), key=_first),
            "organisations": sorted(bodies.values(), key=_first),
        },
    )


def whole(text: str, data: Mapping[str, Any]) -> Article:
    """The article of plain data in which each span is a pair of offsets.

    Raises:
        RecordError: It does not describe an article of ``text``.
    """
    lists = {"quotes": ("content", "cue", "source"), "speakers": ("mentions",), "organisations": ("mentions",)}
    out: dict[str, Any] = {"format": serialise.FORMAT, "version": serialise.VERSION, "text": text}
    for part, names in lists.items():
        out[part] = [
            record | {name: _spans(text, record.get(name), f"{part}[{number}].{name}") for name in names}
            for number, record in enumerate(data[part])
        ]
    return Article.from_dict(out)


def _spans(text: str, pairs: Any, where: str) -> list[dict[str, Any]]:
    out = []
    for number, pair in enumerate(pairs if isinstance(pairs, (list, tuple)) else ()):
        if not (
            isinstance(pair, (list, tuple))
            and len(pair) == 2
            and all(isinstance(offset, int) for offset in pair)
            and 0 <= pair[0] <= pair[1] <= len(text)
        ):
            raise RecordError(f"{where}[{number}]: expected two offsets within the text, got {shown(pair)}")
        out.append({"start": pair[0], "end": pair[1], "text": text[pair[0] : pair[1]]})
    return out


def _nothing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _merge(one: dict[str, Any], other: dict[str, Any], number: int) -> None:
    """Take the mentions from the first row that has them; the rest is the same in all rows."""
    one["mentions"] = one["mentions"] or other["mentions"]
    if one | {"mentions": ()} != other | {"mentions": ()}:
        raise RecordError(f"row {number}: expected what an earlier row tells of this speaker, got {shown(other)}")


def _first(record: Mapping[str, Any]) -> tuple[float, ...]:
    """Where it is mentioned first, as speakers and organisations stand in an article; those never mentioned last."""
    mentions = record["mentions"]
    return tuple(mentions[0][:1]) if isinstance(mentions, (list, tuple)) and mentions else (math.inf,)
