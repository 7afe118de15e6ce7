"""From contents to attributions: source, cue, kind, attitude, negation and confidence."""

from __future__ import annotations

from itertools import compress

from quoteattr.attribute.attribution import Attribution
from quoteattr.attribute.confidence import confidence_of
from quoteattr.attribute.cues import cue_of
from quoteattr.attribute.sources import outside_contents, source_of
from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.records import QuoteKind
from quoteattr.syntax import Range
from quoteattr.syntax.grammar import is_negated

__all__ = ["attribute"]

_DIRECT_FROM = 0.9
"""Share of the words that must stand in marks; the rest may be a word before them ("that “…”")."""


def attribute(article: ArticleFeatures, candidates: list[Candidate]) -> list[Attribution]:
    """The attributions of an article, in text order.

    Args:
        article: The article.
        candidates: Its contents, in text order, without overlap but for those within turns.
    """
    sources = outside_contents(candidates, [source_of(article, candidate) for candidate in candidates])
    return [_attribution(article, *pair) for pair in zip(candidates, sources, strict=True)]


def _attribution(article: ArticleFeatures, candidate: Candidate, source: tuple[Range, ...]) -> Attribution:
    frame = candidate.frame
    return Attribution(
        content=candidate.content,
        cue=cue_of(article, candidate, source),
        source=source,
        kind=QuoteKind.DIRECT if candidate.is_named else kind_of(article, candidate.content),
        attitude=article.lexicon.attitude(candidate.lemma, frame),
        negated=is_negated(article.parse, candidate.cue),
        rule=candidate.rule,
        confidence=confidence_of(candidate),
        cue_head=candidate.cue,
        voice=candidate.voice,
        keeps=candidate.keeps,
    )


def kind_of(article: ArticleFeatures, content: tuple[Range, ...]) -> QuoteKind:
    """Direct where at least nine in ten words stand in quotation marks, mixed where any does, else indirect."""
    parse = article.parse
    quoted: list[bool] = []
    for start, end in content:
        quoted += compress(parse.quoted[start:end], parse.wordlike[start:end])
    if not any(quoted):
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if sum(quoted) >= _DIRECT_FROM * len(quoted) else QuoteKind.MIXED
