"""The order of the stages, from a parse to an article, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from quoteattr.attribute import Attribution, NestedAttribution, attribute, attribute_within, sentences_of
from quoteattr.coreference.addressees import address_of
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.coreference.sieves.external import Chain
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.detect.sourceless import sourceless
from quoteattr.identities import identified
from quoteattr.lexicon import Lexicon
from quoteattr.records import Article, Attitude, Quote, QuoteKind, Span
from quoteattr.resolution import Resolution, Resolved, addressee_of, records, resolved, resolved_within
from quoteattr.rules import Family
from quoteattr.syntax import Parse, Range

__all__ = ["Wanted", "analyse"]


@frozen(kw_only=True)
class Wanted:
    """What comes back. All is found and resolved first, so that a speaker is the same whatever is asked for.

    Attributes:
        attitudes: The attitudes of indirect speech that come back; direct and mixed quotes always do.
        kinds: The kinds of quotes that come back.
        min_confidence: Quotes below it do not come back; nor does what the lexicon's threshold keeps out.
        least_speaker: The name of a speaker who is less sure is withheld.
        least_organisation: An organisation that is less sure is withheld.
        nested: Whether attributions within attributions come back as well.
        sourceless: Whether quotations come back as well that the article gives nobody for, whatever their confidence.
    """

    attitudes: Collection[Attitude]
    kinds: Collection[QuoteKind] = frozenset(QuoteKind)
    min_confidence: float = 0.0
    least_speaker: float = 0.0
    least_organisation: float = 0.0
    nested: bool = False
    sourceless: bool = False

    def takes(self, one: Attribution) -> bool:
        """Whether an attribution comes back."""
        if one.confidence < self.min_confidence or one.kind not in self.kinds:
            return False
        return one.kind is not QuoteKind.INDIRECT or one.attitude in self.attitudes


def analyse(
    parse: Parse,
    lexicon: Lexicon,
    wanted: Wanted,
    *,
    rules: Iterable[Family] = (),
    chains: Collection[Chain] = (),
    without: Collection[str] = (),
    people: ToldNames = NOBODY,
    day: date | None = None,
) -> Article:
    """The quotes, speakers and organisations of one parsed article.

    Args:
        parse: The article.
        lexicon: What is a cue.
        wanted: What comes back.
        rules: Families of rules besides those that come with quoteattr.
        chains: Coreference chains of the article, if somebody has found them.
        without: Ids of rules that are switched off, of quotes, speakers and organisations.
        people: Those whom the user knows.
        day: That of the article's publication, if it is known.
    """
    article = ArticleFeatures(parse, lexicon)
    rules = tuple(rules)
    candidates = detect(article, rules, without)
    found = attribute(article, candidates)
    nested = attribute_within(article, candidates, rules, without) if wanted.nested else []
    lists = gazetteer(lexicon.titles, lexicon.roles)
    outside = resolved(parse, found, chains, without=without, told=people, day=day, lists=lists)
    within = resolved_within(outside, nested, without) if nested else None
    every = [*found, *(one.attribution for one in nested)]
    numbers = [number for number, one in enumerate(every) if wanted.takes(one)]
    made = records(
        outside,
        [number for number in numbers if number < len(found)],
        least_speaker=wanted.least_speaker,
        least_organisation=wanted.least_organisation,
        within=within,
        wanted_within=[number - len(found) for number in numbers if number >= len(found)],
    )
    outer = _nearest(nested, len(found), frozenset(numbers))
    addressees = _Addressees(lexicon, outside, within, made, without)
    told = [*zip(numbers, made.speaker_of, made.rules_of, made.confidence_of, strict=True)]
    if wanted.sourceless:
        silent = attribute(article, sourceless(article, candidates, without))
        told += [(number, None, (), None) for number, one in enumerate(silent, len(every)) if one.kind in wanted.kinds]
        every += silent
    ids = _identities([number for number, *_ in told], outer)
    quotes = [
        _quote(
            article,
            every[number],
            id=ids[number],
            within=ids.get(outer.get(number, -1)),
            speaker=speaker,
            speaker_rules=rules_of_speaker,
            speaker_confidence=confidence,
            **addressees.of(every[number], nested=number >= len(found)),
        )
        for number, speaker, rules_of_speaker, confidence in told
    ]
    quotes.sort(key=lambda quote: quote.start)  # an outer one before those that begin with it
    return identified(Article(parse.text, tuple(quotes), made.speakers, made.organisations), people, day, without)


@frozen(eq=False)
class _Addressees:
    """Whom the attributions of an article are said to."""

    lexicon: Lexicon
    outside: Resolved
    within: Resolved | None
    made: Resolution
    without: Collection[str]

    def of(self, one: Attribution, *, nested: bool) -> dict[str, Any]:
        """What the record of an attribution tells of its addressee."""
        article = self.within if nested and self.within is not None else self.outside
        address = address_of(article.context, self.lexicon, one, self.without)
        if address is None:
            return {}
        return {
            "addressee": _spans(article.context.parse, (address.tokens,)),
            "addressee_rule": address.rule,
            "addressed_to": addressee_of(article, self.made, address),
        }


def _quote(article: ArticleFeatures, one: Attribution, **told: Any) -> Quote:
    """The record of an attribution, with what resolution has told of it."""
    parse = article.parse
    return Quote(
        kind=one.kind,
        attitude=one.attitude,
        negated=one.negated,
        content=_spans(parse, one.content),
        cue=_spans(parse, one.cue),
        source=_spans(parse, one.source),
        rule=one.rule,
        confidence=one.confidence,
        context=_spans(parse, sentences_of(article, one)),
        **told,
    )


def _spans(parse: Parse, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    return tuple(Span.of(parse.text, *parse.characters(tokens)) for tokens in ranges)


def _nearest(nested: Sequence[NestedAttribution], count: int, numbers: Collection[int]) -> dict[int, int]:
    """For each nested attribution the nearest one around it that comes back, if any does."""
    around = {number: one.outer for number, one in enumerate(nested, count)}
    out = {}
    for number, place in around.items():
        while place not in numbers and place in around:
            place = around[place]
        if place in numbers:
            out[number] = place
    return out


def _identities(numbers: Sequence[int], outer: dict[int, int]) -> dict[int, str]:
    """The ids: "q1", "q2" in text order, and "q2.1" for the first within "q2"."""
    ids: dict[int, str] = {}
    inside = Counter[int]()
    for number in numbers:
        place = outer.get(number, -1)
        inside[place] += 1
        ids[number] = f"{ids[place]}.{inside[place]}" if place >= 0 else f"q{inside[place]}"
    return ids
