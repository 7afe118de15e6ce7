"""Where everybody is mentioned, and who else might be meant at a place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from quoteattr.coreference.compatibility import are_alike, fits_pronoun
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.pronouns import pronoun_class
from quoteattr.coreference.sieves.pronouns import SIEVES

__all__ = ["Mentioned", "apart", "family"]

_MENTIONS, _SENTENCES = 60, 6
"""How many mentions and sentences back somebody else is looked for."""


@frozen(eq=False, slots=False)
class Mentioned:
    """The mentions of a resolved article, by whom they stand for.

    Attributes:
        context: The article.
    """

    context: Context

    @property
    def heads_of(self) -> Mapping[Entity, Sequence[int]]:
        """The heads of the mentions of each entity, in text order."""
        return self._heads[0]

    @property
    def names_of(self) -> Mapping[Entity, Sequence[int]]:
        """The heads of those that are names."""
        return self._heads[1]

    @cached_property
    def _heads(self) -> tuple[Mapping[Entity, Sequence[int]], Mapping[Entity, Sequence[int]]]:
        heads: dict[Entity, list[int]] = defaultdict(list)
        names: dict[Entity, list[int]] = defaultdict(list)
        entity_of = self.context.entities.of
        for mention in self.context.document.mentions:
            entity = entity_of(mention)
            heads[entity].append(mention.head)
            if mention.type is MentionType.NAME:
                names[entity].append(mention.head)
        return heads, names

    def last(self, heads: Mapping[Entity, Sequence[int]], entity: Entity, token: int) -> int:
        """The head of the last mention of an entity before a token, by one of the tables above; -1 for none."""
        own = heads.get(entity, ())
        place = bisect_left(own, token)
        return own[place - 1] if place else -1

    def rivals(self, mention: Mention, entity: Entity) -> dict[Entity, int]:
        """Who else a mention might stand for, of those mentioned of late, with the head of their last mention."""
        document, entity_of = self.context.document, self.context.entities.of
        pronoun = pronoun_class(document, mention)
        last: dict[Entity, int] = {}
        for other in document.before(mention.head, _MENTIONS, _SENTENCES):
            last.setdefault(entity_of(other), other.head)
        last.pop(entity, None)
        of_third_person = pronoun in SIEVES
        return {
            rival: head
            for rival, head in last.items()
            if (fits_pronoun(rival, pronoun) if of_third_person else are_alike(rival, entity))
            and not rival.is_anonymous
        }


def apart(heads: Sequence[int], others: Sequence[int], sentence_of: Sequence[int]) -> int | None:
    """Sentences between the nearest of two lists of tokens in text order; ``None`` where one is empty."""
    distances = []
    for head in heads if others else ():
        place = bisect_left(others, head)
        near = others[max(0, place - 1) : place + 1]
        distances.append(min(abs(sentence_of[head] - sentence_of[other]) for other in near))
    return min(distances, default=None)


def family(rule: str) -> str:
    """The first word of the id of a rule: what sort of rule it is, also for one that is newer than the forests."""
    return rule.partition("-")[0]
