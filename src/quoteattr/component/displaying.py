"""Quotes in displaCy: options that keep its labels on one line, and all parts of an article as data for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from html import escape
from types import MappingProxyType
from typing import Any, Final

from spacy.tokens import Doc

from quoteattr.component.docs import SPANS, article_of
from quoteattr.errors import RecordError
from quoteattr.records import Quote, Speaker, shorten

__all__ = ["DISPLACY", "to_displacy"]

_LABEL = (
    '<span style="background: {bg}; z-index: 10; color: #000; top: -0.5em; padding: 2px 4px; position: absolute; '
    'font-size: 0.65em; line-height: 1.1; border-radius: 3px; white-space: nowrap">{label}{kb_link}</span>'
)
_LINE = (
    '<span style="background: {bg}; top: {top_offset}px; height: 4px; left: -1px; width: calc(100% + 2px); '
    'position: absolute">'
)
DISPLACY: Final[Any] = MappingProxyType(
    {
        "spans_key": SPANS,
        "top_offset": 34,
        "template": {
            "span": (
                '<span style="display: inline-block; position: relative; height: {total_height}px">'
                "{text}{span_slices}{span_starts}</span> "
            ),
            "slice": f"{_LINE}</span>",
            "start": f"{_LINE}{_LABEL}</span>",
        },
    }
)
"""For ``displacy.render(doc, style="span", options=DISPLACY)``: what displaCy shows, with labels on one line."""

_SHOWN = 32
"""Characters of a speaker that a label shows."""
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_WORD = re.compile(r"\S+")


def to_displacy(doc: Doc) -> dict[str, Any]:
    """Contents and cues of ``doc``, for ``displacy.render(…, style="span", manual=True, options=DISPLACY)``.

    Labels are the kind of a quote with its speaker, and ``cue``. Words stand as in the text, with their punctuation: a
    mark that begins or ends within one is widened to the whole of it.

    Raises:
        RecordError: No component has made an article of ``doc``.
    """
    article = article_of(doc)
    if article is None:
        raise RecordError("the Doc has no article: add_pipe('quoteattr') to the pipeline that makes it")
    words = [match.span() for match in _WORD.finditer(article.text)]
    ends = [end for _, end in words]
    spans = []
    for start, end, label, speaker in (mark for quote in article.quotes for mark in _marks(quote)):
        first, stop = bisect_right(ends, start), bisect_left(ends, end) + 1
        place = {"start": start, "end": end, "start_token": first, "end_token": stop}
        name = "" if speaker is None else escape(shorten(str(speaker), _SHOWN))  # displaCy escapes words alone
        spans.append({**place, "label": label, "kb_id": name, "kb_url": escape(_address(speaker))})
    return {"text": article.text, "tokens": [article.text[start:end] for start, end in words], "spans": spans}


def _marks(quote: Quote) -> Iterator[tuple[int, int, str, Speaker | None]]:
    """Offsets of what has words, the label, and whom it names."""
    for spans, label, speaker in ((quote.content, quote.kind.value, quote.speaker), (quote.cue, "cue", None)):
        for span in spans:
            if span.text.strip():
                yield span.start, span.start + len(span.text.rstrip()), label, speaker
                speaker = None


def _address(speaker: Speaker | None) -> str:
    """Where the id by which somebody knows the speaker leads: Wikidata, or its own address."""
    known = speaker.known_id if speaker is not None else None
    if known is not None and _WIKIDATA.fullmatch(known):
        return f"https://www.wikidata.org/wiki/{known}"
    return known if known is not None and known.startswith(("https://", "http://")) else "#"
