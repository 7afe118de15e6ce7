"""What the classes of resolution are made from, and how they compare and print."""

from __future__ import annotations

import inspect

import attrs
from promises import classes

from quoteattr.coreference.entities import Affiliation, Entity, Mention, MentionType
from quoteattr.records import SpeakerKind

GIVEN = {
    "Affiliation": "rank position organisation",
    "Descriptions": "document",
    "Document": "parse words mentions attributions",
    "Fact": "mention head rank",
    "Mention": "start end head type name noun definite entity",
    "Name": "start end key label titles gender headline article surname",
    "Noun": "base kind plural classes gender",
    "Owned": "document",
    "Records": "document",
    "References": "document",
    "Resolution": "speakers organisations speaker_of",
    "_Bodies": "words names",
    "_NamesAhead": "document",
    "_People": "words names",
}
"""By what each class is made; the rest they find themselves."""


def test_classes_are_made_from_what_they_are_given() -> None:
    """What a class finds for itself nobody can hand to it."""
    made = {one.__name__: one for one in classes() if attrs.has(one)}
    found = {name: " ".join(inspect.signature(made[name]).parameters) for name in GIVEN}
    assert found == GIVEN


def test_mentions_and_entities_are_themselves_alone() -> None:
    """Two that say the same are two; each can be looked up by identity."""
    one, two = Entity(SpeakerKind.PERSON), Entity(SpeakerKind.PERSON)
    assert one != two
    assert Mention(0, 1, 0, MentionType.NAME) != Mention(0, 1, 0, MentionType.NAME)
    assert Affiliation(0, 0, one) != Affiliation(0, 0, one)


def test_a_new_entity_is_a_blank_sheet() -> None:
    """Nothing is known of somebody new."""
    entity = Entity(SpeakerKind.PERSON)
    known = {one.name: getattr(entity, one.name) for one in attrs.fields(Entity) if getattr(entity, one.name)}
    assert known == {"kind": SpeakerKind.PERSON, "lean": 50}
    flags = (entity.presumed, entity.plural, entity.introduced, entity.place, entity.guessed)
    assert (*flags, entity.count, entity.last) == (False,) * 5 + (0, 0)
    mention = Mention(0, 1, 0, MentionType.PRONOUN, entity=entity)
    assert (mention.definite, mention.name, mention.noun) == (False, None, None)
    assert "entity" not in repr(mention)  # which has mentions of its own


def test_affiliations_are_kept_once_and_the_surest_of_many() -> None:
    """Fifty are enough: a surer one takes the place of the last, a less sure one none."""
    body, entity = Entity(SpeakerKind.ORGANISATION), Entity(SpeakerKind.PERSON)
    for number in (*range(10, 60), 10):
        entity.stand_for(Affiliation(1, number, body))
    assert len(entity.affiliations) == 50
    assert (entity.affiliations[0].position, entity.affiliations[-1].position) == (10, 59)
    entity.stand_for(Affiliation(1, 70, body))
    assert entity.affiliations[-1].position == 59
    entity.stand_for(Affiliation(1, 10, Entity(SpeakerKind.ORGANISATION)))
    assert entity.affiliations[-1].position == 59
    entity.stand_for(Affiliation(0, 80, body))
    assert (len(entity.affiliations), entity.affiliations[-1].position) == (50, 80)
    other = Entity(SpeakerKind.PERSON)
    for affiliation in (Affiliation(1, 2, body), Affiliation(1, 3, body), Affiliation(2, 2, body)):
        other.stand_for(affiliation)
    other.stand_for(Affiliation(1, 2, Entity(SpeakerKind.ORGANISATION)))
    assert len(other.affiliations) == 4
