"""Who was mentioned last and how often, and what mentions stand for, as links join them."""

from __future__ import annotations

import pytest

from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType, Traits
from quoteattr.coreference.salience import Salience
from quoteattr.records import SpeakerKind

PERSON, BODY, PEOPLE = SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.PEOPLE


def person(*nouns: str, named: bool = True) -> Entity:
    """Somebody who was called so."""
    return Entity(Traits(PERSON, nouns=frozenset(nouns)), names=[(0, 1)] if named else [])


def mention(head: int, kind: MentionType = MentionType.NAME) -> Mention:
    """A mention of one token."""
    return Mention(head, head + 1, head, kind)


def test_the_main_person_is_named_and_mentioned_most() -> None:
    """Of two who are mentioned as often, the first; nobody without a name, and no body."""
    salience, ada, ben = Salience(), person(), person()
    unnamed, body = person(named=False), Entity(Traits(BODY), names=[(0, 1)])
    for one in (unnamed, body, unnamed, body):
        salience.note(one)
    assert salience.main is None
    salience.note(ada)
    salience.note(ben)
    assert salience.main is ada
    salience.note(ben)
    assert salience.main is ben
    assert (salience.count(ben), salience.count(ada), salience.count(person())) == (2, 1, 0)


def test_mentions_are_numbered_and_some_are_recent() -> None:
    """The last twelve are."""
    salience, ada, others = Salience(), person(), [person() for _ in range(12)]
    assert salience.last(ada) == 0
    salience.note(ada)
    assert (salience.last(ada), salience.is_recent(ada)) == (1, True)
    for one in others[:11]:
        salience.note(one)
    assert salience.is_recent(ada)
    salience.note(others[11])
    assert not salience.is_recent(ada)
    assert (salience.last(ada), salience.last(others[11])) == (1, 13)


def test_a_noun_leads_to_the_last_six_who_were_called_so() -> None:
    """Each once, the last one at the end."""
    salience, mayors = Salience(), [person("mayor") for _ in range(7)]
    for one in mayors:
        salience.note(one)
    assert list(salience.by_noun("mayor")) == mayors[1:]
    salience.note(mayors[3])
    assert list(salience.by_noun("mayor")) == [*mayors[1:3], *mayors[4:], mayors[3]]
    assert list(salience.by_noun("judge")) == []
    bank = Entity(Traits(BODY, classes=frozenset({"company"})))
    salience.note(bank)
    assert list(salience.by_class("company")) == [bank]
    assert list(salience.by_class("club")) == []


def test_links_join_mentions_and_tell_the_rules() -> None:
    """From the mention to the name, each rule once."""
    entities, ada, other = Entities(), person(), person(named=False)
    name, she, role = mention(0), mention(3, MentionType.PRONOUN), mention(5, MentionType.DESCRIPTION)
    entities.begin(name, ada)
    entities.begin(she, other)
    entities.begin(role, Entity(Traits(PERSON)))
    assert [entities.is_open(one) for one in (name, she, role)] == [False, True, True]
    assert entities.link_of(she) is None
    assert entities.rules_of(she) == entities.rules_of(None) == ()
    entities.link(role, ada, "called")
    entities.link(she, ada, "she", role, 2.0)
    assert entities.of(she) is ada
    assert [one.head for one in ada.mentions] == [0, 5, 3]
    assert other.mentions == []
    assert not entities.is_open(she)
    link = entities.link_of(she)
    assert link is not None
    assert (link.rule, link.rules, link.margin) == ("she", ("she", "called"), 2.0)
    entities.link(she, ada, "she")
    assert entities.rules_of(she) == ("she",)


def test_the_last_linked_mention_is_the_antecedent_by_default() -> None:
    """Its rules follow."""
    entities, ada = Entities(), person()
    name, role, she = mention(0), mention(2, MentionType.DESCRIPTION), mention(5, MentionType.PRONOUN)
    entities.begin(name, ada)
    entities.link(role, ada, "called")
    entities.link(she, ada, "she")
    assert entities.rules_of(she) == ("she", "called")


def test_who_is_merged_takes_mentions_along() -> None:
    """With the rule behind the others, once."""
    entities, ada, unnamed = Entities(), person(), person(named=False)
    role, again = mention(2, MentionType.DESCRIPTION), mention(4, MentionType.DESCRIPTION)
    entities.begin(mention(0), ada)
    entities.begin(role, unnamed)
    entities.link(again, unnamed, "same")
    entities.merge(unnamed, ada, "later")
    assert unnamed.mentions == []
    assert [entities.of(one) for one in (role, again)] == [ada, ada]
    assert entities.rules_of(role) == ("later",)
    assert entities.rules_of(again) == ("same", "later")


def test_a_group_is_the_same_for_the_same_members() -> None:
    """Whatever their order; it is people, unless all its members are of one other sort and have no names."""
    entities, ada, ben = Entities(), person(), person()
    group = entities.group([ada, ben])
    assert entities.group([ben, ada]) is group
    assert (group.kind, group.traits.plural, group.parts) == (PEOPLE, True, (ada, ben))
    banks, polls = [Entity(Traits(BODY)) for _ in range(2)], [Entity(Traits(SpeakerKind.DOCUMENT)) for _ in range(2)]
    assert entities.group(banks).kind is BODY
    assert entities.group(polls).kind is SpeakerKind.DOCUMENT
    assert entities.group([banks[0], polls[0]]).kind is PEOPLE
    assert entities.group([banks[0], ada]).kind is PEOPLE
    assert entities.group([person(named=False), person(named=False)]).kind is PEOPLE


@pytest.mark.parametrize(
    ("entity", "government"),
    [
        (Entity(Traits(BODY, nouns=frozenset({"government"}))), True),
        (Entity(Traits(BODY, nouns=frozenset({"government", "tory"}))), False),
        (Entity(Traits(BODY, nouns=frozenset({"government"})), names=[(0, 1)]), False),
        (Entity(Traits(BODY, nouns=frozenset({"government"}), plural=True)), False),
        (Entity(Traits(BODY, nouns=frozenset({"government"})), owner=person()), False),
        (Entity(Traits(PEOPLE, nouns=frozenset({"government"}))), False),
    ],
)
def test_what_is_the_government(entity: Entity, government: bool) -> None:
    """Without a name, an owner or anything else that tells which."""
    assert entity.is_government is government


def test_who_is_anonymous() -> None:
    """Nobody but pronouns stands for them."""
    she, role = mention(1, MentionType.PRONOUN), mention(2, MentionType.DESCRIPTION)
    assert Entity(Traits(PERSON), mentions=[she]).is_anonymous
    assert not Entity(Traits(PERSON), mentions=[she, role]).is_anonymous
    assert not person().is_anonymous
    assert not Entity(Traits(PEOPLE), parts=(person(), person())).is_anonymous
