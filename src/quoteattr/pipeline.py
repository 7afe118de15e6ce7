"""The order of the stages, from a parse to an article, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from quoteattr.attribute import Attribution, attribute, sentences_of
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.coreference.sieves.external import Chain
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.identities import identified
from quoteattr.lexicon import Lexicon
from quoteattr.records import Article, Attitude, Quote, QuoteKind, Span, Speaker
from quoteattr.resolution import records, resolved
from quoteattr.rules import Family
from quoteattr.syntax import Parse, Range

__all__ = ["analyse"]


def analyse(
    parse: Parse,
    lexicon: Lexicon,
    attitudes: Collection[Attitude],
    *,
    min_confidence: float = 0.0,
    least_speaker: float = 0.0,
    least_organisation: float = 0.0,
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
        attitudes: The attitudes of indirect speech that come back; direct and mixed quotes always do. All are found and
            resolved first, so that a speaker is the same whichever are asked for.
        min_confidence: Quotes below it do not come back; nor does what the lexicon's threshold keeps out.
        least_speaker: The name of a speaker who is less sure is withheld.
        least_organisation: An organisation that is less sure is withheld.
        rules: Families of rules besides those that come with quoteattr.
        chains: Coreference chains of the article, if somebody has found them.
        without: Ids of rules that are switched off, of quotes, speakers and organisations.
        people: Those whom the user knows.
        day: That of the article's publication, if it is known.
    """
    article = ArticleFeatures(parse, lexicon)
    found = attribute(article, detect(article, rules, without))
    wanted = [
        number
        for number, one in enumerate(found)
        if one.confidence >= min_confidence and (one.kind is not QuoteKind.INDIRECT or one.attitude in attitudes)
    ]
    made = records(
        resolved(parse, found, chains, without=without, told=people, day=day),
        wanted,
        least_speaker=least_speaker,
        least_organisation=least_organisation,
    )
    told = zip(made.speaker_of, made.rules_of, made.confidence_of, strict=True)
    quotes = tuple(
        _quote(article, f"q{number}", found[index], speaker, speaker_rules, speaker_confidence)
        for number, (index, (speaker, speaker_rules, speaker_confidence)) in enumerate(
            zip(wanted, told, strict=True), 1
        )
    )
    return identified(Article(parse.text, quotes, made.speakers, made.organisations), people, day, without)


def _quote(
    article: ArticleFeatures,
    identity: str,
    one: Attribution,
    speaker: Speaker | None,
    speaker_rules: tuple[str, ...],
    speaker_confidence: float | None,
) -> Quote:
    parse = article.parse
    return Quote(
        id=identity,
        kind=one.kind,
        attitude=one.attitude,
        negated=one.negated,
        content=_spans(parse, one.content),
        cue=_spans(parse, one.cue),
        source=_spans(parse, one.source),
        speaker=speaker,
        rule=one.rule,
        speaker_rules=speaker_rules,
        speaker_confidence=speaker_confidence,
        confidence=one.confidence,
        context=_spans(parse, sentences_of(article, one)),
    )


def _spans(parse: Parse, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    return tuple(Span.of(parse.text, *parse.characters(tokens)) for tokens in ranges)
