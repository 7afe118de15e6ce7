"""Who speaks within what others say: in attributions within the contents of others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import evolve

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.context import Context
from quoteattr.coreference.document import document_of
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.mentions.nominals import phrase_mentions, traits_of
from quoteattr.coreference.mentions.pronouns import pronoun_class, traits_of_pronoun
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sources import Voice, voices_of
from quoteattr.records import QuoteKind

__all__ = ["RULES", "context_within", "voices_within"]

SPEAKER = rule(
    "nested-i",
    "“I” in a quotation within what somebody says is who says the inner one",
    "Anna Brown said: “Peter Stone told me: ‘[I](Peter Stone) said that it was late.’”",
    "“Laura King wrote to us, ‘[I](Laura King) asked whether it was late,’” said Anna Brown.",
)
WE = rule(
    "nested-we",
    "“we” there are those who say the inner one, if they are several or an organisation",
    "Anna Brown said: “Zorbix Airlines wrote to us: ‘[We](Zorbix Airlines) announced that it was late.’”",
    "“The teachers told me, ‘[We](The teachers) said that it was late,’” said Anna Brown.",
)
RULES = (SPEAKER, WE)


def context_within(context: Context, attributions: Sequence[Attribution]) -> Context:
    """The article with the sources of attributions within others in the place of those that it was resolved with.

    What mentions stand for stays. A source that was no mention begins as somebody of its own.

    Args:
        context: The article, resolved.
        attributions: Those within others.
    """
    document, entities = context.document, context.entities
    sources = [tokens for one in attributions for tokens in one.source]
    taken = [number >= 0 for number in document.name_at]
    new = [
        one
        for one in phrase_mentions(document.parse, taken, sources, document.gazetteer)
        if one.head not in document.at_head
    ]
    for one in new:
        traits = traits_of_pronoun if one.type is MentionType.PRONOUN else traits_of
        entities.begin(one, Entity(traits(document.parse, one, document.gazetteer)))
    mentions = sorted([*document.mentions, *new], key=lambda one: (one.head, one.start))
    return evolve(context, document=document_of(document.parse, document.gazetteer, mentions, attributions))


def voices_within(context: Context, outer: Sequence[int], without: Collection[str] = ()) -> tuple[Voice, ...]:
    """Who speaks in each attribution of :func:`context_within`.

    Args:
        context: What it gave.
        outer: For each attribution the one of these that it lies in; below 0 if it lies in none of these.
        without: Ids of rules that are not asked.
    """
    out = list(voices_of(context, without))
    for number, place in enumerate(outer):
        if place >= 0:
            out[number] = _first_person(context, number, place, out[place].entity, without) or out[number]
    return tuple(out)


def _first_person(
    context: Context, number: int, outer: int, speaker: Entity | None, without: Collection[str]
) -> Voice | None:
    """Who says the quotation in which the source "I" or "we" stands."""
    document = context.document
    mention = document.mention_at(next(iter(document.source_heads[number]), -1))
    if speaker is None or mention is None or document.attributions[outer].kind is QuoteKind.INDIRECT:
        return None
    said = {"first": SPEAKER, "first_plural": None if speaker.is_person else WE}.get(pronoun_class(document, mention))
    return None if said is None or said.id in without else Voice(speaker, (said.id,))
