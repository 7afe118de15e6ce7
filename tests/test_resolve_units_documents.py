"""Who made a document, and which of somebody's bodies counts: on trees written by hand."""

from __future__ import annotations

import pytest
from scenes import called, introduce, mention, plain, scene

from quoteattr.affiliation.documents import issuer_of, of_author, spread_issuers
from quoteattr.affiliation.ranking import organisation_of
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Affiliation, Entity
from quoteattr.records import SpeakerKind

NAMES = {"Vexo": "body:company", "Brella": "body:company", "Tulsa": "place", "King": "person"}
DOCUMENTS = [
    ("Vexo/NNP/nsubj/+1 said/VBD/ROOT/+0 in/IN/prep/-1 statement/NN/pobj/-1", ["Vexo"], "Vexo"),
    ("Vexo/NNP/nsubj/+1 said/VBD/ROOT/+0 in/IN/prep/-1 statement/NN/pobj/-1", [], "-"),
    ("Vexo/NNP/nsubj/+1 said/VBD/ROOT/+0 of/IN/prep/-1 statement/NN/pobj/-1", ["Vexo"], "-"),
    ("Vexo/NNP/nsubj/+1 released/VBD/ROOT/+0 statement/NN/dobj/-1", [], "Vexo"),
    ("Vexo/NNP/nsubj/+1 read/VBD/ROOT/+0 statement/NN/dobj/-1", [], "-"),
    ("Vexo/NNP/nsubj/+1 released/VBD/ROOT/+0 statement/NN/dep/-1", [], "-"),
    ("King/NNP/nsubj/+1 released/VBD/ROOT/+0 statement/NN/dobj/-1", [], "-"),
    ("it/PRP/nsubj/+1 released/VBD/ROOT/+0 statement/NN/dobj/-1", [], "-"),
]


@pytest.mark.parametrize(("text", "speaks", "body"), DOCUMENTS)
def test_a_statement_is_of_who_made_it(text: str, speaks: list[str], body: str) -> None:
    """Who says something in it, or who releases it: a body that has a name."""
    document = scene(plain(text), NAMES, speaks=speaks)
    assert called(document, [issuer_of(document, mention(document, "statement"))]) == [body]


AUTHORS = [
    ("report/NN/ROOT/+0 by/IN/prep/-1 King/NNP/pobj/-1", True),
    ("report/NN/ROOT/+0 on/IN/prep/-1 King/NNP/pobj/-1", False),
    ("King/NNP/poss/+1 report/NN/ROOT/+0", False),
    ("report/NN/ROOT/+0 King/NNP/nsubj/+1 gave/VBD/relcl/-2", True),
    ("report/NN/ROOT/+0 King/NNP/nsubj/+1 lost/VBD/relcl/-2", False),
    ("report/NN/ROOT/+0 King/NNP/nsubj/+1 gave/VBD/relcl/-2 us/PRP/dobj/-1", False),
    ("report/NN/ROOT/+0 King/NNP/nsubj/+1 gave/VBD/acl/-2", False),
    ("report/NN/ROOT/+0 by/IN/prep/-1 Vexo/NNP/pobj/-1", False),
]


@pytest.mark.parametrize(("text", "has"), AUTHORS)
def test_a_report_is_of_its_author_s_body(text: str, has: bool) -> None:
    """Behind "by", or whoever gave it; what is a named person's own is no body's."""
    document = scene(plain(f"{text} . Brella left . King left"), NAMES)
    king, brella = mention(document, "King").entity, mention(document, "Brella").entity
    assert king is not None
    assert brella is not None
    king.stand_for(Affiliation(1, 0, brella))
    assert of_author(document, mention(document, "report")) is (brella if has else None)


def test_an_unnamed_author_s_report_is_of_the_body() -> None:
    """The inspector's report is the body's."""
    document = scene(plain("inspector/NN/poss/+1 report/NN/ROOT/+0 Vexo"), NAMES)
    inspector = mention(document, "inspector").entity = Entity(SpeakerKind.PERSON)
    vexo = mention(document, "Vexo").entity
    assert vexo is not None
    inspector.stand_for(Affiliation(1, 0, vexo))
    assert of_author(document, mention(document, "report")) is vexo


SPREAD = [
    ("poll/NN", "Vexo", "findings/NNS", True),
    ("poll/NN", "Vexo", "study/NN", False),
    ("study/NN", "Vexo", "research/NN", True),
    ("study/NN", "Vexo", "poll/NN", False),
    ("letter/NN", "Vexo", "poll/NN", False),
    ("letter/NN", "Vexo", "study/NN", False),
    ("poll/NN", "Vexo", "letter/NN", False),
    ("poll/NN", "Vexo", "old/JJ/amod/+1 findings/NNS", False),
    ("poll/NN", "Vexo", "the/DT/det/+1 findings/NNS", True),
]


@pytest.mark.parametrize(("known", "body", "told", "has"), SPREAD)
def test_a_document_may_be_of_the_one_poll_or_study(known: str, body: str, told: str, has: bool) -> None:
    """Findings are those of the one poll, a study is the one study; whatever tells more is another."""
    document = _documents(f"{known} . {told} . Vexo . Brella", {0: body})
    other = [one for one in document.mentions if one.noun is not None][-1].entity
    spread_issuers(document, 8)
    assert other is not None
    assert called(document, [one.organisation for one in other.affiliations]) == ([body] if has else [])


def test_a_document_may_be_of_several() -> None:
    """Where two bodies have made polls, findings are nobody's; where one has made two, they are its."""
    for bodies, has in (({0: "Vexo", 2: "Brella"}, False), ({0: "Vexo", 2: "Vexo"}, True)):
        document = _documents("poll/NN . poll/NN . findings/NNS . Vexo . Brella", bodies)
        spread_issuers(document, 8)
        found = mention(document, "findings").entity
        assert found is not None
        assert [one.rank for one in found.affiliations] == ([8] if has else [])


def test_a_body_s_name_before_a_study_counts() -> None:
    """What is called "the Vexo study" makes a study of Vexo's known; a place's name does not."""
    for name, has in (("Vexo", True), ("Tulsa", False)):
        document = _documents(f"so {name} study/NNX left . research/NN", {})
        spread_issuers(document, 8)
        found = mention(document, "research").entity
        assert found is not None
        assert len(found.affiliations) == has


def _documents(text: str, bodies: dict[int, str]) -> Document:
    document = scene(plain(text), NAMES)
    introduce(document)
    for head, name in bodies.items():
        document, body = document.at_head[head].entity, mention(document, name).entity
        assert document is not None
        assert body is not None
        document.stand_for(Affiliation(1, 0, body))
    return document


def test_a_speaking_body_stands_for_itself() -> None:
    """Or for the one that it is inside of; what a place owns has a name of its own."""
    owner = Entity(SpeakerKind.ORGANISATION, names=[(0, 1)])
    place = Entity(SpeakerKind.ORGANISATION, names=[(0, 1)], place=True)
    named, unnamed = Entity(SpeakerKind.ORGANISATION, names=[(1, 2)]), Entity(SpeakerKind.ORGANISATION)
    assert organisation_of(named) is named
    assert organisation_of(unnamed) is None
    for owned, of, body in (
        (named, owner, owner),
        (unnamed, owner, owner),
        (named, place, named),
        (unnamed, place, place),
    ):
        owned.owner = of
        assert organisation_of(owned) is body
    unnamed.owner = Entity(SpeakerKind.PERSON)
    assert organisation_of(unnamed) is unnamed
    government = Entity(SpeakerKind.ORGANISATION, nouns={"government"})
    assert organisation_of(government) is government


def test_a_group_stands_for_what_its_members_share() -> None:
    """One body of all, or the one among them; several bodies for themselves."""
    one, two = (Entity(SpeakerKind.ORGANISATION, names=[(n, n + 1)]) for n in range(2))
    anna, carl, nobody = (Entity(SpeakerKind.PERSON, names=[(n, n + 1)]) for n in range(3))
    unnamed = Entity(SpeakerKind.PERSON)
    anna.stand_for(Affiliation(1, 0, one))
    carl.stand_for(Affiliation(1, 0, two))
    for parts, body in (
        ((anna, anna), one),
        ((anna, carl), None),
        ((anna, nobody), None),
        ((anna, one), one),
        ((nobody, one), one),
        ((one, one), one),
        ((unnamed, unnamed), None),
    ):
        assert organisation_of(Entity(SpeakerKind.PEOPLE, parts=parts)) is body
    group = Entity(SpeakerKind.ORGANISATION, parts=(one, two))
    assert organisation_of(group) is group
    unnamed.stand_for(Affiliation(1, 0, one))
    other = Entity(SpeakerKind.PERSON)
    assert organisation_of(Entity(SpeakerKind.PEOPLE, parts=(unnamed, other))) is one
    assert organisation_of(Entity(SpeakerKind.PEOPLE, parts=(unnamed, nobody))) is None
    assert organisation_of(Entity(SpeakerKind.DOCUMENT, maker=two, parts=(anna, anna))) is two
