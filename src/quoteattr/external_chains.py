"""Coreference chains that somebody else has found, as evidence of who speaks.

A chain speaks for a source that is a pronoun or a description: the resolver is shown the chain's name in its place. A
source with a name in it needs no chain, since names are told apart better here than by what is trained on other texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.mentions.nominals import source_head
from quoteattr.records import Span, Speaker
from quoteattr.resolution import resolve
from quoteattr.syntax import Parse, Range

__all__ = ["Chain", "speakers_by"]

Chain = Sequence[tuple[int, int]]
"""Stretches of the article that mean the same, as character offsets, half-open."""

_LONGEST = 12
"""Tokens of a mention that may stand for a name: longer ones hold other names, too."""


def speakers_by(
    parse: Parse, attributions: Sequence[Attribution], chains: Iterable[Chain]
) -> tuple[Speaker | None, ...]:
    """The speaker of each attribution, by the chains where they tell one and by the resolver where they do not.

    Args:
        parse: The article.
        attributions: Its attributions, in text order.
        chains: In any order; stretches that do not lie in the text are passed over.
    """
    mentions = [_ranges(parse, chain) for chain in chains]
    chain_at: dict[int, int] = {}
    for number, ranges in enumerate(mentions):
        for start, end in ranges:
            if end - start <= _LONGEST:
                for token in range(start, end):
                    chain_at.setdefault(token, number)
    shown = []
    for one in attributions:
        name = _name_for(parse, one, mentions, chain_at)
        shown.append(one if name is None else evolve(one, source=(name,)))
    speakers = resolve(parse, shown).speaker_of
    return _with_mentions(parse, attributions, shown, speakers)


def _ranges(parse: Parse, chain: Chain) -> list[Range]:
    inside = [(start, end) for start, end in chain if 0 <= start < end <= len(parse.text)]
    found = (parse.tokens_between(start, end) for start, end in sorted(inside))
    return [(start, end) for start, end in found if start < end]


def _name_for(
    parse: Parse, one: Attribution, mentions: Sequence[Sequence[Range]], chain_at: dict[int, int]
) -> Range | None:
    """The name by which the source's chain calls it, the nearest one before it, or the first."""
    if not one.source:
        return None
    head = source_head(parse, *one.source[0])
    if head < 0 or head not in chain_at or any(_named(parse, tokens) for tokens in one.source):
        return None
    names = [
        tokens for tokens in mentions[chain_at[head]] if _named(parse, tokens) and tokens[1] - tokens[0] <= _LONGEST
    ]
    before = [tokens for tokens in names if tokens[1] <= head]
    return before[-1] if before else names[0] if names else None


def _named(parse: Parse, tokens: Range) -> bool:
    return any(tag[:3] == "NNP" for tag in parse.tags[tokens[0] : tokens[1]])


def _with_mentions(
    parse: Parse,
    attributions: Sequence[Attribution],
    shown: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
) -> tuple[Speaker | None, ...]:
    """The speakers, each with the sources that a chain has given it and without those that it has taken."""
    given: dict[Span, str] = {}
    for one, other, speaker in zip(attributions, shown, speakers, strict=True):
        if one is not other and speaker is not None:
            given[Span.of(parse.text, *parse.characters(one.source[0]))] = speaker.id
    if not given:
        return tuple(speakers)
    changed: dict[str, Speaker] = {}
    for speaker in speakers:
        if speaker is not None and speaker.id not in changed:
            kept = {span for span in speaker.mentions if given.get(span, speaker.id) == speaker.id}
            kept.update(span for span, identity in given.items() if identity == speaker.id)
            changed[speaker.id] = evolve(speaker, mentions=tuple(sorted(kept)))
    return tuple(changed[speaker.id] if speaker is not None else None for speaker in speakers)
