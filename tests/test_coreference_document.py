"""The values that sieves read: the index of an article, groups of entities, salience, voices."""

from __future__ import annotations

import pytest
from attrs import evolve
from people import marked

from quoteattr.coreference.entities import Entities, Entity, MentionType, Traits
from quoteattr.coreference.groups import pair_at
from quoteattr.coreference.salience import Salience
from quoteattr.records import SpeakerKind
from quoteattr.resolution import resolved
from quoteattr.speaker_records import best_name


def test_salience_remembers_six_for_a_noun() -> None:
    """The one mentioned last at the end, each once; and the named person mentioned most."""
    salience = Salience()
    traits = Traits(SpeakerKind.PERSON, nouns=frozenset({"nurse"}), classes=frozenset({"group"}))
    people = [Entity(traits, names=[(0, 1)]) for _ in range(7)]
    for one in [*people, people[3], people[2], people[3]]:
        salience.note(one)
    recent = [people.index(one) for one in salience.by_noun("nurse")]
    assert recent == [1, 4, 5, 6, 2, 3]
    assert [people.index(one) for one in salience.by_class("group")] == recent
    assert list(salience.by_noun("farmer")) == list(salience.by_class("club")) == []
    assert [salience.count(one) for one in people] == [1, 1, 2, 3, 1, 1, 1]
    assert [salience.last(one) for one in people] == [1, 2, 9, 10, 5, 6, 7]
    for other in (Entity(Traits(SpeakerKind.PERSON)), Entity(Traits(SpeakerKind.ORGANISATION), names=[(0, 1)])):
        for _ in range(9):
            salience.note(other)
    assert salience.main is people[3]
    assert salience.is_recent(other)
    assert not salience.is_recent(people[3])


def test_a_group_has_the_kind_of_its_members() -> None:
    """Organisations without names are organisations, documents documents; people and those who are named are people."""
    entities = Entities()
    one, two = (Entity(Traits(SpeakerKind.PERSON)) for _ in range(2))
    body, other = (Entity(Traits(SpeakerKind.ORGANISATION)) for _ in range(2))
    report = Entity(Traits(SpeakerKind.DOCUMENT))
    name = Entity(Traits(SpeakerKind.ORGANISATION), names=[(0, 1)])
    group = entities.group([one, two])
    assert (group.kind, group.parts, group.traits.plural) == (SpeakerKind.PEOPLE, (one, two), True)
    assert entities.group([two, one]) is group
    assert entities.group([body, other]).kind is SpeakerKind.ORGANISATION
    assert entities.group([report]).kind is SpeakerKind.DOCUMENT
    for members in ([body, report], [body, name], [name, name], [body, one]):
        assert entities.group(members).kind is SpeakerKind.PEOPLE


@pytest.mark.parametrize(
    ("article", "members"),
    [
        ("Anna Brown and Peter Stone left.", ["Anna Brown", "Peter Stone"]),
        ("Anna Brown, Peter Stone and Carl Weiss left.", ["Anna Brown", "Peter Stone", "Carl Weiss"]),
        ("Anna Brown left.", []),
        ("Anna Brown and Zorbix Airlines left.", []),
        ("Anna Brown and a nurse left.", []),
    ],
)
def test_pairs_are_named_people_that_and_joins(article: str, members: list[str]) -> None:
    """Somebody unnamed, or an organisation, ends the list."""
    ((parse, said),) = marked([article])
    group = pair_at(resolved(parse, said).context, parse.words.index("Brown"))
    assert [best_name(parse, part) for part in (group.parts if group is not None else ())] == members


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("A Clean Rivers Institute report", "report"),
        ("Singer and author Anna Brown", "Brown"),
        ("The filmmaker and the author", "filmmaker"),
        ("Zorbix Airlines", "Airlines"),
    ],
)
def test_heads_of_sources_are_those_who_speak(source: str, head: str) -> None:
    """Where the tree has a name before a noun speak, or a noun before a name."""
    ((parse, said),) = marked([f"[[{source}]] said {{{{it was late}}}}."])
    document = resolved(parse, said).context.document
    assert [parse.words[token] for token in document.source_heads[0]] == [head]
    mention = document.mention_at(document.source_heads[0][0])
    assert mention is not None
    assert document.is_source(mention) or mention.type is MentionType.NAME


QUOTED = "{{“It was late,”}} said [[Anna Brown]]. “So late.” “Very late.”\n\n“Too late.”"


def speakers(*more: dict[str, object]) -> list[str | None]:
    """Who speaks in a quotation of Anna Brown's and in further attributions without a source."""
    ((parse, (said,)),) = marked([QUOTED])
    others = [evolve(said, **{"source": (), "cue": (), **one}) for one in more]
    article = resolved(parse, [said, *others])
    return [best_name(parse, voice.entity) if voice.entity is not None else None for voice in article.voices]


def test_kept_speakers_are_those_of_what_is_kept() -> None:
    """Over any number of steps, up to fifty; a number that is none keeps nobody."""

    def last(*keeps: int) -> str | None:
        return speakers(*({"keeps": kept} for kept in keeps))[1]

    assert last(0) == last(2, 0) == last(2, 3, 0) == "Anna Brown"
    assert last(9) == last(-1) == last(1) == last(2) is None
    assert last(*range(2, 51), 0) == "Anna Brown"
    assert last(*range(2, 53), 0) is None
