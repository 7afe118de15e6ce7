"""Campaigns that an article never mentions: those for which the spokesmen of candidates speak."""

from __future__ import annotations

from collections.abc import Mapping

from quoteattr.coreference.context import CAMPAIGN, Context
from quoteattr.coreference.entities import Entity, MentionType, Traits
from quoteattr.records import SpeakerKind

__all__ = ["implied_campaigns_of"]


def implied_campaigns_of(context: Context) -> Mapping[Entity, Entity]:
    """A campaign for each named person, in an article that speaks of campaigns; for those of whom it mentions none."""
    if not context.named.has_campaign:
        return {}
    people = dict.fromkeys(
        context.entities.of(mention) for mention in context.document.mentions if mention.type is MentionType.NAME
    )
    nouns, classes = frozenset({CAMPAIGN, "team"}), frozenset({CAMPAIGN})
    return {
        person: Entity(Traits(SpeakerKind.ORGANISATION, nouns=nouns, classes=classes), owner=person)
        for person in people
        if person.is_person and context.campaign_of(person) is None
    }
