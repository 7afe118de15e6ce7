"""From contents to attributions: source, cue, kind, attitude, negation, and the speaker that a free quotation keeps."""

from __future__ import annotations

from itertools import compress

from quoteattr.attribute.attribution import Attribution
from quoteattr.attribute.confidence import confidence_of
from quoteattr.attribute.cues import cue_of, negated
from quoteattr.attribute.free import free_quotations
from quoteattr.attribute.outside import outside
from quoteattr.attribute.sources import source_of
from quoteattr.detect import Candidate, Reading
from quoteattr.records import QuoteKind
from quoteattr.syntax import Range

__all__ = ["attribute"]

_DIRECT_FROM = 0.9
"""Share of the words that must stand in marks; the rest may be a word before them ("that “…”")."""


def attribute(reading: Reading, candidates: list[Candidate]) -> list[Attribution]:
    """The attributions of an article, in text order.

    Args:
        reading: The article.
        candidates: Its contents, in text order, without overlap.
    """
    sources = outside(candidates, [source_of(reading, candidate) for candidate in candidates])
    found = [_attribution(reading, *pair) for pair in zip(candidates, sources, strict=True)]
    return free_quotations(reading, sorted(found, key=lambda one: one.content))


def _attribution(reading: Reading, candidate: Candidate, source: tuple[Range, ...]) -> Attribution:
    frame = candidate.frame
    return Attribution(
        content=candidate.content,
        cue=cue_of(reading, candidate, source),
        source=source,
        kind=kind_of(reading, candidate.content),
        attitude=reading.lexicon.attitude(candidate.lemma, frame),
        negated=negated(reading, candidate),
        rule=candidate.rule,
        confidence=confidence_of(candidate),
        cue_head=candidate.cue,
    )


def kind_of(reading: Reading, content: tuple[Range, ...]) -> QuoteKind:
    """Direct where at least nine in ten words stand in quotation marks, mixed where any does, else indirect."""
    parse = reading.parse
    regions: list[int] = []
    for start, end in content:
        regions += compress(parse.region_of[start:end], parse.wordlike[start:end])
    quoted = sum([region >= 0 and not parse.regions[region].weak for region in regions])
    if not quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if quoted >= _DIRECT_FROM * len(regions) else QuoteKind.MIXED
