"""What a document remembers, and where it mends the heads of sources, on tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from promises import kept
from tagged import talk

from quoteattr.coreference.document import is_inner
from quoteattr.coreference.entities import Entity
from quoteattr.records import SpeakerKind


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def test_a_discourse_remembers_six_for_a_noun() -> None:
    """The one mentioned last at the end, each once; and the person mentioned most."""
    document = talk("it rained")
    people = [Entity(SpeakerKind.PERSON, nouns={"nurse"}, classes={"group"}, names=[(0, 1)]) for _ in range(7)]
    for one in [*people, people[3], people[2], people[3]]:
        document.note(one)
    recent = [people.index(one) for one in document.by_noun("nurse")]
    assert recent == [1, 4, 5, 6, 2, 3]
    assert [people.index(one) for one in document.by_class("group")] == recent
    assert document.by_noun("farmer") == document.by_class("club") == []
    assert document.main is people[3]
    assert [one.count for one in people] == [1, 1, 2, 3, 1, 1, 1]
    assert [one.last for one in people] == [1, 2, 9, 10, 5, 6, 7]
    document.note(Entity(SpeakerKind.PERSON, count=9))
    document.note(Entity(SpeakerKind.ORGANISATION, count=9, names=[(0, 1)]))
    assert document.main is people[3]
    assert [document.is_recent(one) for one in people] == [True] * 7
    document.note(Entity(SpeakerKind.PERSON))
    assert [document.is_recent(one) for one in people] == [False, *[True] * 6]


def test_a_group_has_the_kind_of_its_members() -> None:
    """Bodies without names are bodies, documents documents; people and those who are named are people."""
    document = talk("it rained")
    one, two = (Entity(SpeakerKind.PERSON) for _ in range(2))
    body, other = (Entity(SpeakerKind.ORGANISATION) for _ in range(2))
    report = Entity(SpeakerKind.DOCUMENT)
    name = Entity(SpeakerKind.ORGANISATION, names=[(0, 1)])
    group = document.group([one, two])
    assert (group.kind, group.parts, group.plural) == (SpeakerKind.PEOPLE, (one, two), True)
    assert document.group([two, one]) is group
    assert document.group([body, other]).kind is SpeakerKind.ORGANISATION
    assert document.group([report]).kind is SpeakerKind.DOCUMENT
    for members in ([body, report], [body, name], [name, name], [body, one]):
        assert document.group(members).kind is SpeakerKind.PEOPLE


def test_pairs_are_named_people_that_and_joins() -> None:
    """Six at most; somebody unnamed ends it, one alone is none."""
    names = " ".join(f", PERSON[{name}/NNP/conj/-2]" for name in ("Peter", "Carl", "Tom", "Dora", "Lena", "Ruth"))
    pair = talk(f"PERSON[Anna/NNP] {names} …").pair_at(0)
    assert pair is not None
    assert len(pair.parts) == 6
    assert talk("PERSON[Anna/NNP] left").pair_at(0) is None
    assert talk("PERSON[Anna/NNP] , ORG[Acme/NNP/conj/-2]").pair_at(0) is None
    assert talk("PERSON[Anna/NNP] , PERSON[Anna/NNP/conj/-2]").pair_at(0) is None
    names = "PERSON[Anna/NNP] , PERSON[Peter/NNP/conj/-2] , ORG[Acme/NNP/conj/-2] , PERSON[Carl/NNP/conj/-2]"
    pair = talk(f"{names} …").pair_at(0)
    assert pair is not None
    assert len(pair.parts) == 2


def test_whom_a_content_names() -> None:
    """The first forty mentions of it are looked at."""
    for number, expected in ((38, 1), (39, 1), (40, 0)):
        document = talk(
            "{ he/PRP/nsubj/+1 } said/VBD < " + "it/PRP " * number + "PERSON[Anna/NNP] > . || PERSON[Carl/NNP]"
        )
        assert len(document.named_by(0)) == expected
        assert document.named_by(0) == document.named_by(0)
    assert talk("{ he/PRP/nsubj/+1 } said/VBD < it/PRP > .").named_by(1) == frozenset()
    assert (
        talk("PERSON[Anna/NNP] { he/PRP/nsubj/+1 } said/VBD < it/PRP > . || PERSON[Carl/NNP]").named_by(1)
        == frozenset()
    )


@pytest.mark.parametrize(
    ("dep", "verb", "up", "subject", "inner"),
    [
        ("nsubj", "ROOT", "", True, False),
        ("nsubjpass", "ccomp", "", True, True),
        ("csubj", "pcomp", "", True, True),
        ("dobj", "relcl", "", False, True),
        ("nsubj", "advcl", "", True, True),
        ("nsubj", "acl", "", True, True),
        ("nsubj", "xcomp", "", True, False),
        ("nsubj", "conj", "ccomp", True, True),
        ("nsubj", "conj", "ROOT", True, False),
    ],
)
def test_subjects_and_inner_clauses(dep: str, verb: str, up: str, subject: bool, inner: bool) -> None:
    """A subject is one of a clause; inner clauses are those that hang on others, or are joined to such."""
    document = talk(f"it/PRP/{dep}/+1 left/VBD/{verb}/{'+1' if up else ''} b/VBD/{up or 'x'} c/NN/conj/-3")
    assert document.is_subject(0) is subject
    assert document.is_subject(3) is subject
    assert document.is_subject(2) is False
    assert is_inner(document.parse, 0) is inner


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the ORG[Acme/NNP/nsubj/!] report/NN/x/-1", "report"),
        ("the ORG[Acme/NNP/nsubj/!] spokesman/NN/x/-1", "spokesman"),
        ("the ORG[Acme/NNP/nsubj/!] company/NN/x/-1", "Acme"),
        ("the ORG[Acme/NNP/nsubj/!] b/JJ/x/-1 report/NN/x/-2", "Acme"),
        ("the ORG[Acme/NNP/nsubj/!]", "Acme"),
        ("host/NN/nsubj/! and/CC/cc/-1 aide/NN/x PERSON[Anna/NNP/conj/-3]", "Anna"),
        ("the host/NN/nsubj/! and/CC/cc/-1 aide/NN/x PERSON[Anna/NNP/conj/-3]", "Anna"),
        ("hosts/NNS/nsubj/! and/CC/cc/-1 aide/NN/x PERSON[Anna/NNP/conj/-3]", "hosts"),
        ("report/NN/nsubj/! and/CC/cc/-1 aide/NN/x PERSON[Anna/NNP/conj/-3]", "report"),
        ("host/NN/nsubj/! and/CC/cc/-1 b/JJ/x PERSON[Anna/NNP/conj/-3]", "host"),
        ("host/NN/nsubj/! and/CC/cc/-1 aide/NN/conj/-2", "host"),
        ("the host/NN/nsubj/! and/CC/cc/-1 Aide/NN/x PERSON[Anna/NNP/conj/-3]", "host"),
    ],
)
def test_heads_of_sources_are_mended(source: str, expected: str) -> None:
    """Where the tree has a name before a noun speak, or a noun before a name."""
    document = talk("{ " + source + " } said/VBD < rain/NN > .")
    assert [document.parse.words[head] for head in document.source_heads[0]] == [expected]
