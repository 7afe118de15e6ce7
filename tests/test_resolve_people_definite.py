"""Which body or person a definite description is, on tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from promises import kept
from quoteattr.coreference.sieves.definite import body_meant, latter, main_body, person_meant, same_noun
from tagged import talk

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Affiliation, Entity, Mention, MentionType
from quoteattr.coreference.mentions.origins import learn_homes
from quoteattr.records import SpeakerKind

SAYS = " . || { %s } said/VBD/ROOT < rain/NN > ."


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def walked(line: str, **known: str) -> tuple[Document, Mention]:
    """A talk as far as its last description; ``known`` tells by which nouns a name may be called."""
    document = talk(line)
    learn_homes(document.parse, [one for one in document.mentions if one.type is MentionType.NAME], document.words)
    last = [one for one in document.mentions if one.type is MentionType.DESCRIPTION][-1]
    for mention in document.mentions:
        if mention is last:
            break
        entity = mention.entity
        if mention.type is MentionType.DESCRIPTION and mention.noun is not None and mention.noun.kind:
            kind = SpeakerKind(mention.noun.kind)
            before = {document.parse.lower[token] for token in range(mention.start, mention.head)}
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
            document.note(entity)
            if mention.head in document.attribution_of and document.content_of[mention.head] < 0:
                document.last_speaker = entity
    return document, last


def named(document: Document, entity: Entity | None) -> str:
    """How an entity is known."""
    if entity is None:
        return "-"
    return document.parse.words_of(entity.names[0]) if entity.names else f"({' '.join(sorted(entity.nouns))})"


def meant(line: str, **known: str) -> str:
    """Whom or what the last description of a line stands for."""
    document, mention = walked(line, **known)
    assert mention.noun is not None
    if mention.noun.kind == "organisation":
        return named(document, body_meant(document, mention, mention.noun))
    return named(document, person_meant(document, mention))


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
        (f"{PETER} . || {ANNA}", "the candidate/NN/nsubj/!", {"anna": "campaign"}, "Peter"),
        (f"{ANNA} . || {RAIN}{RAIN}{RAIN}it/PRP", "the candidate/NN/nsubj/!", {}, "-"),
        (f"{ANNA} . || {ANNA} . || {ANNA} . || {RAIN}{RAIN}{RAIN}it/PRP", "the candidate/NN/nsubj/!", {}, "Anna"),
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
    document, mention = walked(line)
    anna, acme, zorbix = (document.mentions[document.name_at[at]].entity for at in (0, 3, 6))
    assert anna is not None
    assert acme is not None
    assert zorbix is not None
    anna.affiliations = [Affiliation(0, 0, zorbix)]
    assert person_meant(document, mention) is None
    anna.affiliations.append(Affiliation(0, 0, acme))
    assert person_meant(document, mention) is anna
    anna.affiliations = [Affiliation(0, 0, zorbix)]
    mention.start = mention.head  # "lawyer", of nobody
    assert person_meant(document, mention) is None
    mention.start -= 2
    anna.affiliations.append(Affiliation(0, 0, acme))
    anna.names = []
    assert person_meant(document, mention) is None


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        ("PERSON[Anna/NNP/nsubj/+3] of Ohio/NNP left/VBD", "the Ohio/NNP senator/NN/nsubj/!", "Anna"),
        ("PERSON[Anna/NNP/nsubj/+3] of Ohio/NNP left/VBD", "the Iowa/NNP senator/NN/nsubj/!", "-"),
        (ANNA, "the Iowa/NNP senator/NN/nsubj/!", "Anna"),
        (SPOKE, "the Iowa/NNP lawyer/NN/nsubj/!", "Peter"),
        (ANNA, "the French/JJ mayor/NN/nsubj/!", "-"),
        (SPOKE, "the French/JJ mayor/NN/nsubj/!", "Peter"),
        (ANNA, "the Iowa/NNP mayor/NN/nsubj/!", "Anna"),
        (ANNA + " it/PRP" * 10, "the Iowa/NNP senator/NN/nsubj/!", "Anna"),
        (f"{ANNA} . || " + "GPE[France/NNP] " * 11, "the Iowa/NNP senator/NN/nsubj/!", "Anna"),
    ],
)
def test_places_rule_people_out(before: str, description: str, expected: str) -> None:
    """Somebody of elsewhere is not meant, nor somebody of nowhere by a foreign office."""
    assert meant(before + SAYS % description, anna="senator lawyer mayor", peter="senator lawyer mayor") == expected


def test_whoever_serves_a_place_is_of_it() -> None:
    """Nobody who serves another is, nor somebody of whom nothing is known by an office of elsewhere."""
    line = f"{ANNA} . || GPE[France/NNP] met/VBD GPE[Spain/NNP]" + SAYS % "the French/JJ mayor/NN/nsubj/!"
    document, mention = walked(line, anna="mayor")
    anna, france, spain = (document.mentions[document.name_at[at]].entity for at in (0, 3, 5))
    assert anna is not None
    assert france is not None
    assert spain is not None
    assert person_meant(document, mention) is None
    anna.affiliations = [Affiliation(0, 0, france)]
    assert person_meant(document, mention) is anna
    anna.affiliations = [Affiliation(0, 0, spain)]
    document.last_speaker = anna
    assert person_meant(document, mention) is None
    anna.affiliations = []
    assert person_meant(document, mention) is anna


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
    document, mention = walked(before + " . || " + description)
    noun = mention.noun
    assert noun is not None
    assert named(document, same_noun(document, mention, noun, SpeakerKind(noun.kind))) == expected


def test_the_latter_is_whoever_was_named_last() -> None:
    """Ten mentions back at most, by no pronoun, and nothing that nobody knows."""
    for number, expected in ((8, "Anna"), (9, "Anna"), (10, "-")):
        document, mention = walked(f"{ANNA} . || {'it/PRP ' * number}. || the nurse/NN")
        assert named(document, latter(document, mention)) == expected
    document, mention = walked(f"{ANNA} PRODUCT[Zorbix] . || the nurse/NN")
    assert named(document, latter(document, mention)) == "Anna"
    document, mention = walked(f"{ANNA} the farmer/NN . || the nurse/NN")
    assert named(document, latter(document, mention)) == "Anna"


def test_the_main_body_is_the_one_mentioned_most() -> None:
    """Of its class; of two, the one mentioned last; no place."""
    document, mention = walked(f"{ACME} . || {ACME} . || {ZORBIX} . || GPE[France/NNP] . || the company/NN")
    assert mention.noun is not None
    assert named(document, main_body(document, mention.noun)) == "Acme"
    document, mention = walked(f"{ACME} . || {ZORBIX} . || GPE[France/NNP] . || the company/NN")
    assert mention.noun is not None
    assert named(document, main_body(document, mention.noun)) == "Zorbix"
