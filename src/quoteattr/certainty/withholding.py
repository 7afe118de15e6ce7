"""Speakers whose name is too unsure to be told: the words of the source stand in its place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import evolve, field, frozen

from quoteattr.certainty.certainty import Certainty
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.sources import Voice, origin_of
from quoteattr.speaker_records import best_name

__all__ = ["Withheld", "withhold"]


@frozen(eq=False)
class Withheld:
    """Who speaks in each attribution, as far as it is told.

    Attributes:
        voices: For each attribution who speaks: somebody unnamed where the name is withheld, or nobody.
        mentions: The sources of these, which are told of nobody who is named.
    """

    voices: Sequence[Voice]
    mentions: Collection[Mention] = ()


def withhold(context: Context, voices: Sequence[Voice], certainty: Certainty, least: float) -> Withheld:
    """Withhold the names of speakers who are less sure than ``least``.

    Args:
        context: The article, resolved.
        voices: Who speaks in each attribution.
        certainty: How sure each is.
        least: 0 to 1.
    """
    doubted = _doubted(context, voices, certainty, least)
    if not doubted:
        return Withheld(voices)
    unnamed = _Unnamed(context, doubted)
    out = [unnamed.voice(number, voice) if number in doubted else voice for number, voice in enumerate(voices)]
    return Withheld(out, unnamed.mentions)


def _doubted(context: Context, voices: Sequence[Voice], certainty: Certainty, least: float) -> Collection[int]:
    """The attributions whose speaker is named, and is not sure by any attribution with the same source."""
    unsure = {number for number, share in enumerate(certainty.speakers) if share is not None and share < least}
    heads = context.document.source_heads
    sure = {tuple(some) for number, some in enumerate(heads) if some and number not in unsure}
    named = dict[Entity | None, bool]()
    for number in unsure:
        entity = voices[number].entity
        if entity not in named:
            named[entity] = entity is not None and best_name(context.parse, entity) is not None
    return {number for number in unsure if named[voices[number].entity] and tuple(heads[number]) not in sure}


@frozen(eq=False)
class _Unnamed:
    """Makes those who stand in the place of somebody named: one for all sources of somebody that are in the same words.

    Attributes:
        context: The article.
        doubted: Attributions whose speaker is not named.
        mentions: The sources that were met.
    """

    context: Context
    doubted: Collection[int]
    mentions: set[Mention] = field(factory=set)
    _made: dict[tuple[Entity | None, str], Entity] = field(factory=dict)

    def voice(self, number: int, voice: Voice) -> Voice:
        """Whoever the source describes; nobody without a source, and where one keeps the speaker of a sure one."""
        document, entity = self.context.document, voice.entity
        origin, _ = origin_of(self.context, number)
        mention = voice.mention or document.mention_at(next(iter(document.source_heads[origin]), -1))
        if entity is None or mention is None or origin not in self.doubted:
            return Voice()
        self.mentions.add(mention)
        parse = self.context.parse
        words = " ".join(parse.words_of((mention.start, mention.end)).split())
        best = (
            None if mention.type is MentionType.DESCRIPTION else words
        )  # of a description the record has better words
        made = self._made.setdefault((entity, words.lower()), Entity(evolve(entity.traits, best=best)))
        return Voice(made, mention=mention)
