"""Which body or person a definite description is, and what a discourse remembers, on tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from promises import kept
from tagged import talk

from quoteattr.records import SpeakerKind
from quoteattr.resolve.definite import body_meant, latter, main_body, person_meant, same_noun
from quoteattr.resolve.discourse import Discourse, is_inner
from quoteattr.resolve.entities import Affiliation, Entity, Mention, MentionType
from quoteattr.resolve.homes import learn_homes

SAYS = " . || { %s } said/VBD/ROOT < rain/NN > ."


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def walked(line: str, **known: str) -> tuple[Discourse, Mention]:
    """A talk as far as its last description; ``known`` tells by which nouns a name may be called."""
    discourse = talk(line)
    learn_homes(discourse.parse, [one for one in discourse.mentions if one.type is MentionType.NAME], discourse.words)
    last = [one for one in discourse.mentions if one.type is MentionType.DESCRIPTION][-1]
    for mention in discourse.mentions:
        if mention is last:
            break
        entity = mention.entity
        if mention.type is MentionType.DESCRIPTION and mention.noun is not None and mention.noun.kind:
            kind = SpeakerKind(mention.noun.kind)
            before = {discourse.parse.lower[token] for token in range(mention.start, mention.head)}
            entity = mention.entity = Entity(
                kind,
                gender=mention.noun.gender,
                nouns={mention.noun.base, *before} - {"a", "the"},
                classes=set(mention.noun.classes),
                introduced="a" in before,
                plural=mention.noun.plural,
                called=mention.noun.base,
            )
        if entity is not None:
            if mention.name is not None:
                entity.nouns |= set(known.get(mention.name.key[-1], "").split())
            discourse.note(entity)
            if mention.head in discourse.attribution_of and discourse.content_of[mention.head] < 0:
                discourse.last_speaker = entity
    return discourse, last


def named(discourse: Discourse, entity: Entity | None) -> str:
    """How an entity is known."""
    if entity is None:
        return "-"
    return discourse.parse.words_of(entity.names[0]) if entity.names else f"({' '.join(sorted(entity.nouns))})"


def meant(line: str, **known: str) -> str:
    """Whom or what the last description of a line stands for."""
    discourse, mention = walked(line, **known)
    assert mention.noun is not None
    if mention.noun.kind == "organisation":
        return named(discourse, body_meant(discourse, mention, mention.noun))
    return named(discourse, person_meant(discourse, mention))


ACME = "ORG[Acme/NNP/nsubj/+1] left/VBD/ROOT"
ZORBIX = "ORG[Zorbix/NNP/nsubj/+1] left/VBD/ROOT"
COMPANY = "a company/NN/nsubj/+1 left/VBD/ROOT"


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        (ACME, "the company/NN/nsubj/!", "Acme"),
        (f"{ACME} . || {ZORBIX}", "the company/NN/nsubj/!", "Zorbix"),
        (f"{ACME} . || {COMPANY}", "the company/NN/nsubj/!", "(company)"),
        (f"{COMPANY} . || {ACME}", "the company/NN/nsubj/!", "(company)"),
        (f"the company/NN/nsubj/+1 left/VBD/ROOT . || {ACME}", "the company/NN/nsubj/!", "Acme"),
        (f"{ACME} . || the company/NN/nsubj/+1 left/VBD/ROOT", "the company/NN/nsubj/!", "(company)"),
        (ACME, "the union/NN/nsubj/!", "Acme"),
        (ACME, "the court/NN/nsubj/!", "-"),
        (
            f"a tile/NN company/NN/nsubj/+1 left/VBD/ROOT . || {COMPANY}",
            "the tile/NN company/NN/nsubj/!",
            "(company tile)",
        ),
        ("a supreme/JJ court/NN/nsubj/+1 left/VBD", "the appeals/NN court/NN/nsubj/!", "-"),
        ("a supreme/JJ court/NN/nsubj/+1 left/VBD", "the supreme/JJ court/NN/nsubj/!", "(court supreme)"),
        ("a supreme/JJ court/NN/nsubj/+1 left/VBD", "the court/NN/nsubj/!", "(court supreme)"),
        ("companies/NNS/nsubj/+1 left/VBD", "the company/NN/nsubj/!", "-"),
        # a name before the noun
        (ACME, "the ORG[Zorbix] company/NN/nsubj/!", "-"),
        (COMPANY, "the ORG[Zorbix] company/NN/nsubj/!", "-"),
        (ACME, "the GPE[Ohio] company/NN/nsubj/!", "Acme"),
        (ACME, "the Zorbix/NNP/x company/NN/nsubj/!", "-"),
        # what tells it apart
        (ACME, "the company/NN/nsubj/! for/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1]", "-"),
        (ACME, "the company/NN/nsubj/! with/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1]", "Acme"),
        (ACME, "the company/NN/nsubj/! for/IN/prep/-1 rain/NN/pobj/-1", "Acme"),
        (ACME, f"the company/NN/nsubj/! for/IN/prep/-1 {'b/JJ ' * 6}ORG[Zorbix/NNP/pobj/-7]", "-"),
        (ACME, f"the company/NN/nsubj/! for/IN/prep/-1 {'b/JJ ' * 7}ORG[Zorbix/NNP/pobj/-8]", "Acme"),
        (ACME, "the company/NN/nsubj/! that/WDT/x/+1 left/VBD/relcl/-2", "-"),
        (ACME, "the company/NN/nsubj/! , that/WDT/x/+1 left/VBD/relcl/-3", "Acme"),
        # governments
        ("GPE[France/NNP/nsubj/+1] left/VBD", "the government/NN/nsubj/!", "France"),
        ("GPE[France/NNP/nsubj/+1] left/VBD", "the country/NN/nsubj/!", "France"),
        ("GPE[France/NNP/nsubj/+1] left/VBD", "the city/NN/nsubj/!", "-"),
        ("GPE[Zornton/NNP/nsubj/+1] left/VBD", "the city/NN/nsubj/!", "Zornton"),
        ("GPE[Zornton/NNP/nsubj/+1] left/VBD", "the country/NN/nsubj/!", "-"),
        ("GPE[France/NNP/nsubj/+1] left/VBD", "the federation/NN/nsubj/!", "-"),
        ("GPE[France/NNP/nsubj/+1] left/VBD", "the company/NN/nsubj/!", "-"),
        (ACME, "the government/NN/nsubj/! in/IN/prep/-1 GPE[France/NNP/pobj/-1]", "France"),
        (ACME, "the government/NN/nsubj/! of/IN/prep/-1 GPE[France/NNP/pobj/-1]", "France"),
        (ACME, "the government/NN/nsubj/! for/IN/prep/-1 GPE[France/NNP/pobj/-1]", "-"),
        (ACME, "the government/NN/nsubj/! b in/IN/prep/-2 GPE[France/NNP/pobj/-1]", "-"),
        (ACME, "the government/NN/nsubj/! in/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1]", "-"),
        ("a Tory/JJ government/NN/nsubj/+1 left/VBD", "the government/NN/nsubj/!", "-"),
        ("the Tory/JJ government/NN/nsubj/+1 left/VBD", "the government/NN/nsubj/!", "-"),
        ("the government/NN/nsubj/+1 left/VBD", "the government/NN/nsubj/!", "(government)"),
    ],
)
def test_which_body_is_meant(before: str, description: str, expected: str) -> None:
    """The one called so last, else the named one of its class; nothing that the description rules out."""
    assert meant(before + SAYS % description) == expected


ANNA = "PERSON[Anna/NNP/nsubj/+1] left/VBD/ROOT"
PETER = "PERSON[Peter/NNP/nsubj/+1] left/VBD/ROOT"
SPOKE = "{ PERSON[Peter/NNP/nsubj/+2] } spoke/VBD/ROOT < rain/NN >"
RAIN = "it/PRP/nsubj/+1 fell/VBD/ROOT . || "


@pytest.mark.parametrize(
    ("before", "description", "known", "expected"),
    [
        (ANNA, "the nurse/NN/nsubj/!", {"anna": "nurse"}, "Anna"),
        (f"{ANNA} . || {PETER}", "the nurse/NN/nsubj/!", {"anna": "nurse"}, "Anna"),
        (f"{ANNA} . || {PETER}", "the nurse/NN/nsubj/!", {"anna": "nurse", "peter": "nurse"}, "Peter"),
        (f"{SPOKE} . || {ANNA}", "the nurse/NN/nsubj/!", {"anna": "nurse", "peter": "nurse"}, "Peter"),
        (f"{SPOKE} . || {ANNA}", "the old/JJ nurse/NN/nsubj/!", {"anna": "nurse old", "peter": "nurse"}, "Anna"),
        (ANNA, "the physician/NN/nsubj/!", {"anna": "doctor"}, "Anna"),
        (ANNA, "the chairwoman/NN/nsubj/!", {"anna": "chairman"}, "Anna"),
        (PETER, "the actress/NN/nsubj/!", {"peter": "actress"}, "-"),
        ("a doctor/NN/nsubj/+1 left/VBD", "the physician/NN/nsubj/!", {}, "-"),
        ("a doctor/NN/nsubj/+1 left/VBD", "the doctor/NN/nsubj/!", {}, "(doctor)"),
        ("the senator/NN/nsubj/+1 left/VBD", "the senator/NN/nsubj/!", {}, "(senator)"),
        # by party
        (ANNA, "the Republican/JJ senator/NN/nsubj/!", {"anna": "senator democrat"}, "-"),
        (ANNA, "the Republican/JJ senator/NN/nsubj/!", {"anna": "senator republican"}, "Anna"),
        (ANNA, "the Republican/JJ senator/NN/nsubj/!", {"anna": "senator"}, "Anna"),
        # the content names somebody
        (ANNA, "the nurse/NN/nsubj/! } said/VBD < PERSON[Anna/NNP] left > || {", {"anna": "nurse"}, "-"),
        # somebody spoken of
        (ANNA, "the author/NN/nsubj/!", {}, "Anna"),
        (ANNA, "the farmer/NN/nsubj/!", {}, "Anna"),
        (ANNA, "the critic/NN/nsubj/!", {}, "-"),
        (ANNA, "the friend/NN/nsubj/!", {}, "-"),
        (ANNA, "a farmer/NN/nsubj/!", {}, "-"),
        (ANNA, "this farmer/NN/nsubj/!", {}, "-"),
        (ANNA, "the PERSON[Carl/NNP/poss/+1] farmer/NN/nsubj/!", {}, "-"),
        (ANNA, "the farmer/NN/nsubj/! in/IN/prep/-1 black/NN/pobj/-1", {}, "-"),
        (ANNA, "the author/NN/nsubj/! who/WP/nsubj/+1 left/VBD/relcl/-2", {}, "-"),
        (ANNA, "the author/NN/nsubj/! , who/WP/nsubj/+1 left/VBD/relcl/-3", {}, "Anna"),
        (f"{ANNA} . || {PETER}", "the author/NN/nsubj/!", {}, "Peter"),
        (f"{SPOKE} . || {ANNA}", "the author/NN/nsubj/!", {}, "Anna"),
        (f"{SPOKE} . || it/PRP/nsubj/+1 met/VBD PERSON[Anna/NNP/dobj/-1]", "the author/NN/nsubj/!", {}, "Peter"),
        ("it/PRP/nsubj/+1 met/VBD PERSON[Anna/NNP/dobj/-1]", "the author/NN/nsubj/!", {}, "Anna"),
        (f"{PETER} . || it/PRP/nsubj/+1 met/VBD PERSON[Anna/NNP/dobj/-1]", "the author/NN/nsubj/!", {}, "Peter"),
        (f"{ANNA} . || {RAIN}{RAIN}it/PRP", "the author/NN/nsubj/!", {}, "-"),
        (f"{ANNA} . || {RAIN}it/PRP", "the author/NN/nsubj/!", {}, "Anna"),
        (f"{ANNA} {'it/PRP ' * 24}", "the author/NN/nsubj/!", {}, "Anna"),
        (f"{ANNA} {'it/PRP ' * 25}", "the author/NN/nsubj/!", {}, "-"),
        (f"{SPOKE} . || {RAIN}{RAIN}{RAIN}it/PRP", "the author/NN/nsubj/!", {}, "Peter"),
        # a candidate is whom the article names most
        (f"{ANNA} . || {PETER}", "the candidate/NN/nsubj/!", {}, "Peter"),
        (f"{ANNA} . || {ANNA} . || {PETER}", "the candidate/NN/nsubj/!", {}, "Anna"),
        (f"{ANNA} . || {ANNA} . || {PETER}", "the candidate/NN/nsubj/!", {"anna": "president"}, "Peter"),
        (ANNA, "the candidate/NN/nsubj/!", {"anna": "campaign"}, "-"),
        (f"{ANNA} . || {ANNA} . || {ANNA} . || {RAIN}{RAIN}{PETER}", "the candidate/NN/nsubj/!", {}, "Anna"),
        (f"{ANNA} . || {ANNA} . || {RAIN}{RAIN}{PETER}", "the candidate/NN/nsubj/!", {}, "Peter"),
    ],
)
def test_which_person_is_meant(before: str, description: str, known: dict[str, str], expected: str) -> None:
    """The one called so; for nouns that take up somebody, whoever is spoken of."""
    assert meant(before + SAYS % description, **known) == expected


def test_somebody_of_another_body_is_not_meant() -> None:
    """For "the Acme lawyer" it is who serves Acme: whoever is known to, however called, and nobody of another body."""
    line = f"{ANNA} . || {ACME} . || {ZORBIX}" + SAYS % "the ORG[Acme] lawyer/NN/nsubj/!"
    discourse, mention = walked(line)
    anna, acme, zorbix = (discourse.mentions[discourse.name_at[at]].entity for at in (0, 3, 6))
    assert anna is not None
    assert acme is not None
    assert zorbix is not None
    anna.affiliations = [Affiliation(0, 0, zorbix)]
    assert person_meant(discourse, mention) is None
    anna.affiliations.append(Affiliation(0, 0, acme))
    assert person_meant(discourse, mention) is anna
    anna.names = []
    assert person_meant(discourse, mention) is None


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        ("PERSON[Anna/NNP/nsubj/+3] of Ohio/NNP left/VBD", "the Ohio/NNP senator/NN/nsubj/!", "Anna"),
        ("PERSON[Anna/NNP/nsubj/+3] of Ohio/NNP left/VBD", "the Iowa/NNP senator/NN/nsubj/!", "-"),
        (ANNA, "the Iowa/NNP senator/NN/nsubj/!", "Anna"),
        (SPOKE, "the Iowa/NNP lawyer/NN/nsubj/!", "Peter"),
        (ANNA + " it/PRP" * 10, "the Iowa/NNP senator/NN/nsubj/!", "Anna"),
        (f"{ANNA} . || " + "GPE[France/NNP] " * 11, "the Iowa/NNP senator/NN/nsubj/!", "Anna"),
    ],
)
def test_places_rule_people_out(before: str, description: str, expected: str) -> None:
    """Somebody of elsewhere is not meant, nor somebody of nowhere by a foreign office."""
    assert meant(before + SAYS % description, anna="senator lawyer", peter="senator lawyer") == expected


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        ("a report/NN left", "the report/NN", "(report)"),
        ("a report/NN left", "the study/NN", "(report)"),
        ("a study/NN left", "the letter/NN", "-"),
        ("nurses/NNS left", "nurses/NNS", "(nurse)"),
        ("old/JJ nurses/NNS left", "nurses/NNS", "(nurse old)"),
        ("nurses/NNS left", "old/JJ nurses/NNS", "-"),
        ("a nurse/NN left", "nurses/NNS", "-"),
        ("a report/NN left", "the reports/NNS", "-"),
    ],
)
def test_the_same_noun_again(before: str, description: str, expected: str) -> None:
    """Of documents one that means the same will do; several are those who are called no more than they were."""
    discourse, mention = walked(before + " . || " + description)
    noun = mention.noun
    assert noun is not None
    assert named(discourse, same_noun(discourse, mention, noun, SpeakerKind(noun.kind))) == expected


def test_the_latter_is_whoever_was_named_last() -> None:
    """Ten mentions back at most, by no pronoun, and nothing that nobody knows."""
    for number, expected in ((8, "Anna"), (9, "Anna"), (10, "-")):
        discourse, mention = walked(f"{ANNA} . || {'it/PRP ' * number}. || the nurse/NN")
        assert named(discourse, latter(discourse, mention)) == expected
    discourse, mention = walked(f"{ANNA} PRODUCT[Zorbix] . || the nurse/NN")
    assert named(discourse, latter(discourse, mention)) == "Anna"
    discourse, mention = walked(f"{ANNA} the farmer/NN . || the nurse/NN")
    assert named(discourse, latter(discourse, mention)) == "Anna"


def test_the_main_body_is_the_one_mentioned_most() -> None:
    """Of its class; of two, the one mentioned last; no place."""
    discourse, mention = walked(f"{ACME} . || {ACME} . || {ZORBIX} . || GPE[France/NNP] . || the company/NN")
    assert mention.noun is not None
    assert named(discourse, main_body(discourse, mention.noun)) == "Acme"
    discourse, mention = walked(f"{ACME} . || {ZORBIX} . || GPE[France/NNP] . || the company/NN")
    assert mention.noun is not None
    assert named(discourse, main_body(discourse, mention.noun)) == "Zorbix"


def test_a_discourse_remembers_six_for_a_noun() -> None:
    """The one mentioned last at the end, each once; and the person mentioned most."""
    discourse = talk("it rained")
    people = [Entity(SpeakerKind.PERSON, nouns={"nurse"}, classes={"group"}, names=[(0, 1)]) for _ in range(7)]
    for one in [*people, people[3], people[2], people[3]]:
        discourse.note(one)
    recent = [people.index(one) for one in discourse.by_noun("nurse")]
    assert recent == [1, 4, 5, 6, 2, 3]
    assert [people.index(one) for one in discourse.by_class("group")] == recent
    assert discourse.by_noun("farmer") == discourse.by_class("club") == []
    assert discourse.main is people[3]
    assert [one.count for one in people] == [1, 1, 2, 3, 1, 1, 1]
    assert [one.last for one in people] == [1, 2, 9, 10, 5, 6, 7]
    discourse.note(Entity(SpeakerKind.PERSON, count=9))
    discourse.note(Entity(SpeakerKind.ORGANISATION, count=9, names=[(0, 1)]))
    assert discourse.main is people[3]
    assert [discourse.is_recent(one) for one in people] == [True] * 7
    discourse.note(Entity(SpeakerKind.PERSON))
    assert [discourse.is_recent(one) for one in people] == [False, *[True] * 6]


def test_a_group_has_the_kind_of_its_members() -> None:
    """Bodies without names are bodies, documents documents; people and those who are named are people."""
    discourse = talk("it rained")
    one, two = (Entity(SpeakerKind.PERSON) for _ in range(2))
    body, other = (Entity(SpeakerKind.ORGANISATION) for _ in range(2))
    report = Entity(SpeakerKind.DOCUMENT)
    name = Entity(SpeakerKind.ORGANISATION, names=[(0, 1)])
    group = discourse.group([one, two])
    assert (group.kind, group.parts, group.plural) == (SpeakerKind.PEOPLE, (one, two), True)
    assert discourse.group([two, one]) is group
    assert discourse.group([body, other]).kind is SpeakerKind.ORGANISATION
    assert discourse.group([report]).kind is SpeakerKind.DOCUMENT
    for members in ([body, report], [body, name], [name, name], [body, one]):
        assert discourse.group(members).kind is SpeakerKind.PEOPLE


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
        discourse = talk(
            "{ he/PRP/nsubj/+1 } said/VBD < " + "it/PRP " * number + "PERSON[Anna/NNP] > . || PERSON[Carl/NNP]"
        )
        assert len(discourse.named_by(0)) == expected
        assert discourse.named_by(0) == discourse.named_by(0)
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
    discourse = talk(f"it/PRP/{dep}/+1 left/VBD/{verb}/{'+1' if up else ''} b/VBD/{up or 'x'} c/NN/conj/-3")
    assert discourse.is_subject(0) is subject
    assert discourse.is_subject(3) is subject
    assert discourse.is_subject(2) is False
    assert is_inner(discourse.parse, 0) is inner


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
    discourse = talk("{ " + source + " } said/VBD < rain/NN > .")
    assert [discourse.parse.words[head] for head in discourse.source_heads[0]] == [expected]
