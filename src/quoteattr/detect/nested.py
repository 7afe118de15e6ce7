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

from quoteattr.detect import according, clauses, framing, inversion, objects, predicates, quoting
from quoteattr.detect.bounding import bounded
from quoteattr.detect.candidate import Candidate
from quoteattr.detect.classifier import classified, plausible
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations import surface
from quoteattr.detect.selection import select
from quoteattr.detect.spans import clean
from quoteattr.marks import Region
from quoteattr.syntax import Parse, Range

__all__ = ["FAMILIES", "Level", "Nested", "levels"]

FAMILIES: tuple[ModuleType, ...] = (surface, framing, quoting, predicates, clauses, inversion, according, objects)
"""The families that are asked: those of clauses and quotations. (Of objects, infinitives and nouns within contents 9 in
180 are attributions in GUM.)"""
_QUOTED_ONLY = frozenset(rule.id for rule in objects.RULES)
"""Rules whose contents count only where they hold quoted words: "had called it “a gift”"."""
LEVELS = 3
"""How deep attributions within attributions are looked for."""
LEAST, LEAST_REPORTED = 0.25, 0.1
"""How likely one that comes back is, and how likely a reader would report it, at least, whatever the settings: below
lies what only looks like an attribution ("the methods of learning that we know")."""

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


@frozen
class Level:
    """What is attributed within the contents of the level before.

    Attributes:
        article: The article as it is read there.
        nested: The attributions, in text order.
    """

    article: ArticleFeatures
    nested: Sequence[Nested]


def levels(
    article: ArticleFeatures, found: Sequence[Candidate], own: Iterable[Any] = (), without: Collection[str] = ()
) -> Iterator[Level]:
    """What is attributed within contents: first within those that are there, then within the contents of these.

    Args:
        article: The article.
        found: The attributions that are there, in text order.
        own: Further families of rules, asked before the others.
        without: Ids of rules whose candidates are dropped.
    """
    families = (*own, *FAMILIES)
    around, cues, first = list(found), {one.cue for one in found}, 0
    for _ in range(LEVELS):
        inner = _within(article, around[first:])
        owners = _owners(len(inner.parse), around, first)
        inside = [
            _clipped(inner, one, around[owners[one.cue]].content)
            for one in _candidates(inner, families, without)
            if one.cue not in cues
            and owners[one.cue] >= 0
            and not _goes_on(inner.parse, around[owners[one.cue]], one.cue)
        ]
        chosen = [
            Nested(_clipped(inner, one, around[owners[one.cue]].content), owners[one.cue])
            for one in select(inner, [one for one in inside if one.content])
        ]
        chosen = [one for one in chosen if one.candidate.content]
        if not chosen:
            return
        yield Level(inner, chosen)
        article, first = inner, len(around)
        around += [one.candidate for one in chosen]
        cues.update(one.candidate.cue for one in chosen)


# ---- what stands within marks, read as an article ------------------------------------------------------------------


def _within(article: ArticleFeatures, found: Sequence[Candidate]) -> ArticleFeatures:
    """The article without the marks of its quotations: quoted is what stands in marks within marks.

    A few quoted words in a content that says of its own who says them keep their marks ("that Smith had said “no”").
    Lines end where marks are left out, so that nothing is looked for outside of them.

    Args:
        article: The article, or what this function gave of it.
        found: The attributions of the level before.
    """
    parse = article.parse
    spoken = [*article.spoken] or [False] * len(parse)
    turns = [piece for one in found if one.is_turn for piece in one.content]
    for start, end in (*turns, *parse.region_tokens):
        spoken[start:end] = [True] * (end - start)
    kept = frozenset(_reported_regions(article, found))
    outermost, deeper = _outermost(parse.nested)
    regions = [*outermost, *(parse.regions[number] for number in kept)]
    inner = evolve(
        parse,
        regions=tuple(sorted(regions, key=lambda region: region.start)),
        nested=deeper,
        paragraphs=_cut(parse, [one for number, one in enumerate(parse.region_tokens) if number not in kept]),
    )
    return ArticleFeatures(inner, article.lexicon, spoken)


def _reported_regions(article: ArticleFeatures, found: Sequence[Candidate]) -> Iterator[int]:
    """The regions before which a verb reports in the same content, or any verb if nothing is reported in them."""
    parse = article.parse
    for start, end in (piece for one in found for piece in one.content):
        first, reported = start, False
        for number in dict.fromkeys(parse.region_of[start:end]):
            if number >= 0:
                opening, closing = parse.region_tokens[number]
                reported = reported or article.has_report((first, opening))
                plain = not any(map(article.says, range(opening, closing)))
                told = reported or (plain and article.has_finite_verb((first, opening)))
                if told and start < opening and closing <= end:
                    yield number
                first = closing


def _cut(parse: Parse, regions: Iterable[Range]) -> list[Range]:
    """The lines of an article, each cut at the edges of regions."""
    edges = {edge for region in regions for edge in region if 0 < edge < len(parse)}
    starts = sorted(edges.union(start for start, _ in parse.paragraphs))
    return list(zip(starts, [*starts[1:], len(parse)], strict=True))


def _outermost(regions: Iterable[Region]) -> tuple[list[Region], tuple[Region, ...]]:
    """The outermost of nested stretches, and the others.

    Within other marks a pair of single ones can hardly be apostrophes.
    """
    outermost: list[Region] = []
    deeper: list[Region] = []
    end = 0
    for region in regions:
        if region.start < end:
            deeper.append(region)
        else:
            outermost.append(evolve(region, weak=False) if region.closed else region)
            end = region.end
    return outermost, tuple(deeper)


# ---- candidates ----------------------------------------------------------------------------------------------------


def _candidates(inner: ArticleFeatures, families: Iterable[Any], without: Collection[str]) -> list[Candidate]:
    """All that may be attributed anywhere, by a cue."""
    every = chain.from_iterable(family.find(inner) for family in families)
    kept = plausible(inner, (one for one in every if one.rule not in without and one.cue >= 0 and not one.is_named))
    found = classified(inner, bounded(inner, kept))
    likely = (one for one in found if one.probability >= LEAST and one.reported >= LEAST_REPORTED)
    return [one for one in likely if one.rule not in _QUOTED_ONLY or _quotes(inner, one)]


def _quotes(inner: ArticleFeatures, one: Candidate) -> bool:
    """Whether a content begins with quoted words, or holds more of them than of others."""
    quoted = [inner.parse.quoted[token] for start, end in one.content for token in range(start, end)]
    return bool(quoted) and (quoted[0] or 2 * sum(quoted) > len(quoted))


def _owners(length: int, found: Sequence[Candidate], first: int) -> list[int]:
    """For each token whose content it is, of those from ``first`` on, or -1; of several the last, which is smallest."""
    out = [-1] * length
    for number, one in enumerate(found[first:], first):
        for start, end in one.content:
            out[start:end] = [number] * (end - start)
    return out


def _goes_on(parse: Parse, outer: Candidate, cue: int) -> bool:
    """Whether an infinitive says what the cue before it leads to: "declined to say whether …" is one attribution."""
    start = outer.content[0][0]
    return parse.deps[cue] == "xcomp" and parse.heads[cue] == outer.cue and start <= cue <= start + 1


def _clipped(inner: ArticleFeatures, one: Candidate, outer: Content) -> Candidate:
    """A candidate with what of its content lies in another one; without a content if that is less than half of it."""
    pieces = [
        (max(start, first), min(end, last))
        for start, end in one.content
        for first, last in outer
        if max(start, first) < min(end, last)
    ]
    words = inner.parse.wordlike
    inside, whole = (sum(sum(words[start:end]) for start, end in some) for some in (pieces, one.content))
    if not inside or inside * 2 < whole:
        return evolve(one, content=())
    return evolve(one, content=clean(inner, [_unmarked(inner.parse, piece) for piece in pieces]))


def _unmarked(parse: Parse, tokens: Range) -> Range:
    """``tokens`` without the marks at their ends that enclose no region here: those around the outer content."""
    start, end = tokens
    while start < end and _is_bare_mark(parse, end - 1):
        end -= 1
    while start < end and _is_bare_mark(parse, start):
        start += 1
    return start, end


def _is_bare_mark(parse: Parse, token: int) -> bool:
    return parse.region_of[token] < 0 and not parse.tags[token] and not parse.is_word(token)
