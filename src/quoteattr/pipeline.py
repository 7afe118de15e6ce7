"""The order of the stages, from a parse to an article, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable

from attrs import evolve

from quoteattr.attribute import Attribution, attribute
from quoteattr.detect import Reading, detect
from quoteattr.external_chains import Chain, speakers_by
from quoteattr.lexicon import Lexicon
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker
from quoteattr.resolution import resolve
from quoteattr.rules import Family
from quoteattr.syntax import Parse, Range

__all__ = ["analyse"]


def analyse(
    parse: Parse,
    lexicon: Lexicon,
    attitudes: Collection[Attitude],
    *,
    min_confidence: float = 0.0,
    rules: Iterable[Family] = (),
    chains: Collection[Chain] = (),
) -> Article:
    """The quotes, speakers and organisations of one parsed article.

    Args:
        parse: The article.
        lexicon: What is a cue.
        attitudes: The attitudes of indirect speech that come back; direct and mixed quotes always do. All are found and
            resolved first, so that a speaker is the same whichever are asked for.
        min_confidence: Quotes below it do not come back; nor does what the lexicon's threshold keeps out.
        rules: Families of rules besides those that come with quoteattr.
        chains: Coreference chains of the article, if somebody has found them.
    """
    reading = Reading(parse, lexicon)
    found = attribute(reading, detect(reading, rules))
    speakers = speakers_by(parse, found, chains) if chains else resolve(parse, found).speaker_of
    wanted = [
        (one, speaker)
        for one, speaker in zip(found, speakers, strict=True)
        if one.confidence >= min_confidence and (one.kind is not QuoteKind.INDIRECT or one.attitude in attitudes)
    ]
    return _article(parse, wanted)


def _article(parse: Parse, found: list[tuple[Attribution, Speaker | None]]) -> Article:
    speakers, organisations = _numbered([speaker for _, speaker in found if speaker is not None])
    quotes = tuple(
        Quote(
            id=f"q{number}",
            kind=one.kind,
            attitude=one.attitude,
            negated=one.negated,
            content=_spans(parse, one.content),
            cue=_spans(parse, one.cue),
            source=_spans(parse, one.source),
            speaker=speakers[speaker.id] if speaker is not None else None,
            rule=one.rule,
            confidence=one.confidence,
        )
        for number, (one, speaker) in enumerate(found, 1)
    )
    return Article(parse.text, quotes, tuple(speakers.values()), tuple(organisations.values()))


def _numbered(used: list[Speaker]) -> tuple[dict[str, Speaker], dict[str, Organisation]]:
    """The speakers of the quotes that come back, by their old ids, numbered anew; and so their organisations."""
    speakers = {speaker.id: speaker for speaker in sorted(used, key=_first)}
    known = {speaker.organisation.id: speaker.organisation for speaker in speakers.values() if speaker.organisation}
    organisations = {
        old: evolve(organisation, id=f"o{number}")
        for number, (old, organisation) in enumerate(sorted(known.items(), key=lambda item: _first(item[1])), 1)
    }
    return {
        old: evolve(
            speaker,
            id=f"s{number}",
            organisation=organisations[speaker.organisation.id] if speaker.organisation else None,
        )
        for number, (old, speaker) in enumerate(speakers.items(), 1)
    }, organisations


def _first(entity: Speaker | Organisation) -> tuple[int, int]:
    """Where an entity is mentioned first; one that never is comes last. Ids settle a draw."""
    return entity.mentions[0].start if entity.mentions else sys.maxsize, int(entity.id[1:])


def _spans(parse: Parse, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    return tuple(Span.of(parse.text, *parse.characters(tokens)) for tokens in ranges)
