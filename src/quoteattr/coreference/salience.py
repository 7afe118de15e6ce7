"""Salience: who was mentioned last and how often, who spoke last, in the walk through the article."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from quoteattr.coreference.entities import Entity

__all__ = ["Salience"]

_CAP, _RECENT = 6, 12
"""Entities that are kept for a noun, and mentions among which somebody was mentioned of late."""


@define
class Salience:
    """What the walk remembers. The engine alone writes to it.

    Attributes:
        last_speaker: Who spoke last.
        last_group: The people that spoke together last, or were spoken of as two, and the sentence.
        main: The person whom the article has mentioned most so far.
    """

    last_speaker: Entity | None = None
    last_group: tuple[Entity, int] | None = None
    main: Entity | None = None
    _noted: int = field(default=0, init=False)
    _counts: dict[Entity, int] = field(factory=dict, init=False)
    _last: dict[Entity, int] = field(factory=dict, init=False)
    _by_noun: dict[str, list[Entity]] = field(factory=dict, init=False)
    _by_class: dict[str, list[Entity]] = field(factory=dict, init=False)

    def note(self, entity: Entity) -> None:
        """Remember that ``entity`` has just been mentioned."""
        self._noted += 1
        self._counts[entity] = count = self._counts.get(entity, 0) + 1
        if entity.is_person and entity.names and (self.main is None or count > self._counts[self.main]):
            self.main = entity
        self._last[entity] = self._noted
        for table, keys in ((self._by_noun, entity.traits.nouns), (self._by_class, entity.traits.classes)):
            for key in keys:
                recent = table.get(key)
                if recent is None:
                    table[key] = [entity]
                elif recent[-1] is not entity:
                    if entity in recent:
                        recent.remove(entity)
                    recent.append(entity)
                    del recent[:-_CAP]

    def count(self, entity: Entity) -> int:
        """How often an entity has been mentioned so far."""
        return self._counts.get(entity, 0)

    def last(self, entity: Entity) -> int:
        """When an entity was mentioned last, as a number of the walk; 0 for never."""
        return self._last.get(entity, 0)

    def is_recent(self, entity: Entity) -> bool:
        """Whether somebody was among those mentioned last."""
        return self.last(entity) > self._noted - _RECENT

    def by_noun(self, noun: str) -> Sequence[Entity]:
        """Entities called ``noun`` so far, the one mentioned last at the end."""
        return self._by_noun.get(noun, ())

    def by_class(self, name: str) -> Sequence[Entity]:
        """Organisations of a class, the one mentioned last at the end."""
        return self._by_class.get(name, ())
