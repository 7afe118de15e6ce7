"""Which of somebody's organisations counts, and how an organisation, a poll and a group stand for one."""

from __future__ import annotations

import pytest

from quoteattr.affiliation import Affiliation, Affiliations
from quoteattr.coreference.entities import Entity, Traits
from quoteattr.records import SpeakerKind

ORGANISATION, PERSON = Traits(SpeakerKind.ORGANISATION), Traits(SpeakerKind.PERSON)
ONE, TWO = (Entity(ORGANISATION, names=((number, number + 1),)) for number in range(2))
ANNA, CARL, NOBODY = (Entity(PERSON, names=((number, number + 1),)) for number in range(3))
UNNAMED, OTHER = Entity(PERSON), Entity(PERSON)
FOUND = Affiliations(
    {
        ANNA: (Affiliation(ONE, 1, 1, "first"), Affiliation(TWO, 12, 0, "second")),
        CARL: (Affiliation(TWO, 1, 0, "third"),),
        UNNAMED: (Affiliation(ONE, 1, 0, "fourth"),),
    }
)


def of(entity: Entity) -> tuple[Entity, str] | None:
    """The organisation of an entity, and its rule."""
    found = FOUND.organisation_of(entity)
    return (found.organisation, found.rule) if found is not None else None


def test_the_surest_affiliation_counts() -> None:
    """The first one."""
    assert of(ANNA) == (ONE, "first")
    assert of(NOBODY) is None
    assert FOUND.served() == {ANNA: (ONE, TWO), CARL: (TWO,), UNNAMED: (ONE,)}


def test_a_speaking_organisation_stands_for_itself() -> None:
    """Or for the one that it is a part of; what a place owns has a name of its own."""
    owner = Entity(ORGANISATION, names=((0, 1),))
    place = Entity(Traits(SpeakerKind.ORGANISATION, place=True), names=((0, 1),))
    named, unnamed = ((1, 2),), ()
    for names, of_whom, whole in (
        (named, None, False),
        (named, owner, True),
        (unnamed, owner, True),
        (named, place, False),
        (unnamed, place, True),
        (unnamed, Entity(PERSON), False),
    ):
        part = Entity(ORGANISATION, names=names, owner=of_whom)
        assert of(part) == ((of_whom, "organisation-whole") if whole else (part, "organisation-itself"))
    government = Entity(Traits(SpeakerKind.ORGANISATION, nouns=frozenset({"government"})))
    assert of(government) == (government, "organisation-itself")
    assert of(Entity(ORGANISATION)) is None


@pytest.mark.parametrize(
    ("parts", "organisation"),
    [
        ((ANNA, ANNA), ONE),
        ((ANNA, CARL), None),
        ((ANNA, NOBODY), None),
        ((ANNA, ONE), ONE),
        ((NOBODY, ONE), ONE),
        ((UNNAMED, UNNAMED), ONE),
        ((UNNAMED, OTHER), ONE),
        ((UNNAMED, NOBODY), None),
        ((OTHER, OTHER), None),
    ],
)
def test_a_group_stands_for_what_its_members_share(parts: tuple[Entity, ...], organisation: Entity | None) -> None:
    """One organisation of all, or the one among them; of unnamed people, what is told of any."""
    expected = (organisation, "organisation-shared") if organisation is not None else None
    assert of(Entity(Traits(SpeakerKind.PEOPLE), parts=parts)) == expected


def test_organisations_together_stand_for_themselves() -> None:
    """Several as a group, one twice as itself; a poll is its maker's whoever else is in it."""
    group = Entity(ORGANISATION, parts=(ONE, TWO))
    assert of(group) == (group, "organisation-itself")
    assert of(Entity(Traits(SpeakerKind.PEOPLE), parts=(ONE, ONE))) == (ONE, "organisation-itself")
    assert of(Entity(Traits(SpeakerKind.DOCUMENT), maker=TWO, parts=(ANNA, ANNA))) == (TWO, "organisation-poll")
