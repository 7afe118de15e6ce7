"""Affiliations, the surest first, and which organisation is somebody's by them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import evolve, field, frozen

from quoteattr.coreference.classes import GOVERNMENT_CLASS, PARTY_CLASS
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list

__all__ = ["RULES", "Affiliation", "Affiliations", "is_government", "surest"]

ITSELF = rule(
    "organisation-itself",
    "an organisation that speaks stands for itself",
    "[Garnet Bank](Garnet Bank) said it would close two branches.",
    "“We will fight this law,” the [National Bakers Union](National Bakers Union) said.",
)
WHOLE = rule(
    "organisation-whole",
    "a part of an organisation stands for the whole",
    "[Amazon's board](Amazon) said it had approved the sale.",
    "[The Melford Times editorial board](Melford Times) wrote that the mayor should resign.",
    "The Melford Coalition's [Prison Project](Melford Coalition) said that it was late.",
)
MAKER = rule(
    "organisation-poll",
    "a poll stands for the organisation that made it",
    "[A Gallup poll](Gallup) found that most voters like trains.",
    "[A CNN poll](CNN) showed that the race was close.",
)
SHARED = rule(
    "organisation-shared",
    "several people stand for the organisation that all of them are with",
    "“Birds sing,” said [Anna Brown and Peter Stone of Melford College](Melford College).",
    "[Garnet Bank's Jane Smith and Garnet Bank's John Hall](Garnet Bank) said rates would rise.",
)
_OFFICE = "office"
_HEADS = word_list("affiliation", "heads_of_government")
_COMPANIONS = word_list("affiliation", "companions")
RULES = (ITSELF, WHOLE, MAKER, SHARED)


@frozen
class Affiliation:
    """That somebody stands for an organisation.

    Attributes:
        organisation: The organisation.
        rank: How sure the evidence is, the surest first.
        order: How many affiliations the article had before this one: of the same rank, the first is the surest.
        rule: The id of the rule that says so.
    """

    organisation: Entity
    rank: int
    order: int
    rule: str


def surest(one: Affiliation) -> tuple[int, int]:
    """The order of trust: the smallest is the surest."""
    return one.rank, one.order


@frozen(eq=False)
class Affiliations:
    """For whom everybody stands, by all that the article says of them."""

    _of: Mapping[Entity, Sequence[Affiliation]] = field(factory=dict)
    _without: Collection[str] = ()

    def of(self, entity: Entity) -> Sequence[Affiliation]:
        """All affiliations of an entity, the surest first."""
        return self._of.get(entity, ())

    def served(self) -> Mapping[Entity, tuple[Entity, ...]]:
        """The organisations that each entity stands for, the surest first."""
        return {entity: tuple(one.organisation for one in found) for entity, found in self._of.items()}

    def organisation_of(self, entity: Entity) -> Affiliation | None:
        """The organisation that somebody stands for, and the rule that says so; ``None`` if nothing says so.

        An organisation stands for itself, or for the whole that it is a part of.
        """
        found = self._found(entity)
        return found if found is not None and found.rule not in self._without else None

    def _found(self, entity: Entity) -> Affiliation | None:
        if _is_office_of_person(entity):
            return None
        if entity.is_organisation and (entity.names or entity.owner is not None or is_government(entity)):
            whole = _whole(entity)
            return Affiliation(whole, 0, 0, (ITSELF if whole is entity else WHOLE).id)
        if entity.maker is not None:
            return Affiliation(entity.maker, 0, 0, MAKER.id)
        if entity.parts:
            return self._of_group(entity)
        found = self.of(entity)
        best = next(iter(found), None)
        if best is not None and _is_party(best.organisation) and not _HEADS.isdisjoint(entity.traits.nouns):
            best = next((one for one in found if _is_governed(one.organisation)), best)
        return _of_whole(best) if best is not None else None

    def _of_group(self, group: Entity) -> Affiliation | None:
        """What all members stand for, or the one organisation among them; several organisations for themselves."""
        found = [
            self.organisation_of(part)
            for part in group.parts
            if part.names or _COMPANIONS.isdisjoint(part.traits.nouns)
        ]
        organisations = list(dict.fromkeys(one.organisation for one in found if one is not None))
        if not organisations:
            return None
        if all(part.is_organisation and part.names for part in group.parts):
            return Affiliation(group if len(organisations) > 1 else organisations[0], 0, 0, ITSELF.id)
        if len(organisations) != 1:
            return None
        unnamed = not any(part.names for part in group.parts)  # "Acme officers and officials"
        shared = None not in found or unnamed or organisations[0] in group.parts
        return Affiliation(organisations[0], 0, 0, SHARED.id) if shared else None


def _is_office_of_person(entity: Entity) -> bool:
    """Whether an entity is the office of somebody who is named, and no body: "Senator Smith's office"."""
    return entity.owner is not None and entity.owner.is_person and _OFFICE in entity.traits.nouns


def _is_party(organisation: Entity) -> bool:
    return PARTY_CLASS in organisation.traits.classes


def _is_governed(organisation: Entity) -> bool:
    """Whether an organisation is a country or a government: for whom a head of government stands before a party."""
    return organisation.traits.place or GOVERNMENT_CLASS in organisation.traits.classes


def _of_whole(found: Affiliation) -> Affiliation:
    """An affiliation with the organisation that the one found is a part of."""
    whole = _whole(found.organisation)
    return evolve(found, organisation=whole) if whole is not found.organisation else found


def _whole(organisation: Entity) -> Entity:
    """The organisation that another one is a part of, or itself."""
    owner = organisation.owner
    if owner is None or not owner.is_organisation or (owner.traits.place and organisation.names):
        return organisation
    return owner


def is_government(entity: Entity) -> bool:
    """Whether an entity is "the government", of which no country is told."""
    return entity.is_government
