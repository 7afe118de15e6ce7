"""Entities by name: places and families, as the names of the article have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from quoteattr.coreference.classes import CAMPAIGN_CLASS
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType
from quoteattr.coreference.mentions.names import Name

__all__ = ["Named", "named_of"]

_CAP = 6
"""Bearers of one family name that are kept."""


@frozen(eq=False)
class Named:
    """Tables over the names of an article.

    Attributes:
        places: Place to its entity, by the place's own name.
        families: People by the last word of their full names.
        starts: Names by their first token.
        has_campaign: Whether the article speaks of a campaign.
    """

    places: Mapping[str, Entity]
    families: Mapping[str, Sequence[Entity]]
    starts: Mapping[int, Mention]
    has_campaign: bool


def named_of(document: Document, entities: Entities) -> Named:
    """The tables of an article whose names have their entities."""
    gazetteer = document.gazetteer
    places: dict[str, Entity] = {}
    families: dict[str, list[Entity]] = {}
    for mention in document.mentions:
        if mention.type is not MentionType.NAME or mention.name is None:
            continue
        entity, key = entities.of(mention), mention.name.key
        if entity.traits.place:
            joined = " ".join(key)
            places.setdefault(gazetteer.places.get(joined, joined), entity)
        elif entity.is_person:
            _note_family(families, mention.name, entity)
    campaign = any(one.noun is not None and one.noun.base == CAMPAIGN_CLASS for one in document.mentions)
    starts = {one.start: one for one in document.mentions if one.type is MentionType.NAME}
    return Named(places, families, starts, campaign)


def _note_family(families: dict[str, list[Entity]], name: Name, entity: Entity) -> None:
    if len(name.key) > 1:
        bearers = families.setdefault(name.key[-1], [])
        if len(bearers) < _CAP and entity not in bearers:
            bearers.append(entity)
