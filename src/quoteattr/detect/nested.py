"""Attributions within attributions: what is reported in the content of another one, level by level.

What stands between quotation marks is read here as the article is read elsewhere: the marks around it are left out, and
quotations are the stretches in marks within marks. What was found before is only looked at, never changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from types import ModuleType
from typing import Any

from attrs import evolve, frozen

from quoteattr.detect import according, clauses, framing, inversion, predicates, quoting
from quoteattr.detect.bounding import bounded
from quoteattr.detect.candidate import Candidate
from quoteattr.detect.classifier import classified, plausible
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations import surface
from quoteattr.detect.selection import select
from quoteattr.marks import Region
from quoteattr.syntax import Range

__all__ = ["FAMILIES", "Nested", "inner_article", "nested_in"]

FAMILIES: tuple[ModuleType, ...] = (surface, framing, quoting, predicates, clauses, inversion, according)
"""The families that are asked: those of clauses and quotations. (Of objects, infinitives and nouns within contents 9 in
180 are attributions in GUM.)"""
LEVELS = 3
"""How deep attributions within attributions are looked for."""
LEAST = 0.1
"""How likely a reader would report one that comes back, at least, whatever the settings: below it lies what only looks
like an attribution ("the methods of learning that we know")."""

Content = tuple[Range, ...]


@frozen
class Nested:
    """An attribution within another one.

    Attributes:
        candidate: What is attributed.
        outer: The number of the one in whose content it lies: among those that were there before, and behind them among
            those that are nested.
    """

    candidate: Candidate
    outer: int


def inner_article(article: ArticleFeatures, found: Sequence[Candidate]) -> ArticleFeatures:
    """The article without its outermost marks: quoted is what stands in marks within marks.

    Args:
        article: The article.
        found: The attributions that are there.
    """
    parse = article.parse
    spoken = list(parse.quoted)
    for start, end in (piece for one in found if one.is_turn for piece in one.content):
        spoken[start:end] = [True] * (end - start)
    inner = evolve(parse, regions=tuple(_outermost(parse.nested)), nested=())
    return ArticleFeatures(inner, article.lexicon, spoken)


def _outermost(regions: Iterable[Region]) -> Iterator[Region]:
    """The outermost of nested stretches; within other marks a pair of single ones can hardly be apostrophes."""
    end = 0
    for region in regions:
        if region.start >= end:
            yield evolve(region, weak=False) if region.closed else region
            end = region.end


def nested_in(
    inner: ArticleFeatures, found: Sequence[Candidate], own: Iterable[Any] = (), without: Collection[str] = ()
) -> Iterator[list[Nested]]:
    """What is attributed within contents: first within those that are there, then within the contents of these.

    Args:
        inner: The article without its outermost marks.
        found: The attributions that are there, in text order.
        own: Further families of rules, asked before the others.
        without: Ids of rules whose candidates are dropped.
    """
    waiting = _candidates(inner, own, without)
    contents = [one.content for one in found]
    cues, first = {one.cue for one in found}, 0
    for _ in range(LEVELS):
        owners = _owners(len(inner.parse), contents, first)
        first = len(contents)
        inside = [one for one in waiting if one.cue not in cues and owners[one.cue] >= 0]
        clipped = [_clipped(inner, one, contents[owners[one.cue]]) for one in inside]
        chosen = select(inner, [one for one in clipped if one.content])
        level = [Nested(_clipped(inner, one, contents[owners[one.cue]]), owners[one.cue]) for one in chosen]
        level = [one for one in level if one.candidate.content]
        if not level:
            return
        yield level
        cues.update(one.candidate.cue for one in level)
        contents += [one.candidate.content for one in level]


def _candidates(inner: ArticleFeatures, own: Iterable[Any], without: Collection[str]) -> list[Candidate]:
    """All that may be attributed anywhere, by a cue."""
    every = chain.from_iterable(family.find(inner) for family in (*own, *FAMILIES))
    kept = plausible(inner, (one for one in every if one.rule not in without and one.cue >= 0 and not one.is_named))
    return [one for one in classified(inner, bounded(inner, kept)) if one.reported >= LEAST]


def _owners(length: int, contents: Sequence[Content], first: int) -> list[int]:
    """For each token the content that it lies in, of those from ``first`` on, or -1; of several the last, smallest."""
    out = [-1] * length
    for number, content in enumerate(contents[first:], first):
        for start, end in content:
            out[start:end] = [number] * (end - start)
    return out


def _clipped(article: ArticleFeatures, one: Candidate, outer: Content) -> Candidate:
    """A candidate with what of its content lies in another one; without a content if that is less than half of it."""
    pieces = [
        (max(start, first), min(end, last))
        for start, end in one.content
        for first, last in outer
        if max(start, first) < min(end, last)
    ]
    if tuple(pieces) == one.content:
        return one
    words = article.parse.wordlike
    inside, whole = (sum(sum(words[start:end]) for start, end in some) for some in (pieces, one.content))
    return evolve(one, content=tuple(pieces) if inside * 2 >= max(whole, 1) else ())
