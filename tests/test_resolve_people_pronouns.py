"""How good an antecedent is, whom grammar forbids, and how far a pronoun looks, on tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs import evolve
from promises import kept
from tagged import talk

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.sieves.pronouns import _asker, _bound, _liking, _score, antecedent
from quoteattr.records import SpeakerKind

SAID = (
    "PERSON[Hall/NNP/{dep}/+1] left/VBD/{verb}/{up} . || "
    "he/PRP/nsubj/+1 said/VBD/ROOT it/PRP/nsubj/+1 rained/VBD/ccomp/-2 ."
)
TOLD = (
    "PERSON[Hall/NNP/{dep}/+1] left/VBD/ROOT . || {{ he/PRP/nsubj/+1 }} "
    "{says}/VBD/ROOT < it/PRP/nsubj/+1 rained/VBD/ccomp/-2 > ."
)


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def at(document: Document, word: str, number: int = 0) -> Mention:
    """The mention that a word heads."""
    found = [token for token, lower in enumerate(document.parse.lower) if lower == word and token in document.at_head]
    return document.at_head[found[number]]


def entity_at(document: Document, word: str, number: int = 0) -> Entity:
    """The entity of that mention."""
    found = at(document, word, number).entity
    assert found is not None
    return found


def score(
    line: str,
    *,
    word: str = "hall",
    pronoun: str = "he",
    distance: int = 0,
    own: int = -1,
    last: bool = False,
    **known: object,
) -> float:
    """What speaks for the entity of a word as antecedent; one of known gender, mentioned once, unless told."""
    document = talk(line)
    other = at(document, word)
    entity = other.entity or Entity(SpeakerKind.PERSON)
    entity.gender, entity.count = "m", 1
    for name, value in known.items():
        setattr(entity, name, value)
    if last:
        document.last_speaker = entity
    return round(_score(document, at(document, pronoun), other, entity, distance, own), 4)


def said(dep: str = "dobj", verb: str = "ROOT", up: str = "+0") -> str:
    """A sentence about Hall, and one in which "he" speaks."""
    return SAID.format(dep=dep, verb=verb, up=up)


def told(dep: str = "dobj", says: str = "said") -> str:
    """The same, as an attribution."""
    return TOLD.format(dep=dep, says=says)


def test_an_object_of_the_sentence_before_is_the_measure() -> None:
    """Nothing speaks for or against it; each sentence between costs one."""
    assert score(said()) == 0
    assert score(said(), distance=1) == -1
    assert score(said(), distance=3) == -3


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (said("nsubj"), 1.2),
        (said("nsubjpass"), 1.2),
        (said("nsubj", "ccomp", "+3"), 0.6),
        (said("compound"), -0.4),
        (said("amod"), -0.4),
        (said("pobj"), 0),
        ("PERSON[Hall/NNP/poss/+1] son/NN/nsubj/+1 left/VBD/ROOT . || he/PRP/nsubj/+1 said/VBD/ROOT .", 0.9),
        ("PERSON[Hall/NNP/poss/+1] son/NN/nsubj/+1 left/VBD/ccomp/+3 . || he/PRP/nsubj/+1 said/VBD/ROOT .", 0.3),
        ("PERSON[Hall/NNP/poss/+1] son/NN/dobj/+1 left/VBD/ROOT . || he/PRP/nsubj/+1 said/VBD/ROOT .", -0.4),
        ("PERSON[Hall/NNP/dobj/+1] left/VBD/ROOT . | he/PRP/nsubj/+1 said/VBD/ROOT .", -0.4),
        ("As/IN for/IN PERSON[Hall/NNP/pobj/-1] , he/PRP/nsubj/+1 said/VBD/ROOT .", 2.5),
        ("As/IN to/IN PERSON[Hall/NNP/pobj/-1] , he/PRP/nsubj/+1 said/VBD/ROOT .", 0),
        ("So/RB as/IN for/IN PERSON[Hall/NNP/pobj/-1] , he/PRP/nsubj/+1 said/VBD/ROOT .", 0),
        ("As/IN for/IN a b c d e f PERSON[Hall/NNP/pobj/-1] , he/PRP/nsubj/+1 said/VBD/ROOT .", 2.5),
        ("As/IN for/IN a b c d e f g PERSON[Hall/NNP/pobj/-1] , he/PRP/nsubj/+1 said/VBD/ROOT .", 0),
    ],
)
def test_the_place_of_an_antecedent_counts(line: str, expected: float) -> None:
    """Subjects, their possessors and topics are likelier, subjects of inner clauses and obliques less so."""
    assert score(line) == expected


def test_a_topic_is_one_in_its_own_sentence_alone() -> None:
    """The words "As for" say nothing about later sentences."""
    assert score("As/IN for/IN PERSON[Hall/NNP/pobj/-1] , he/PRP/nsubj/+1 said/VBD/ROOT .", distance=1) == -1


def test_whoever_is_a_source_counts_as_subject() -> None:
    """Even where the tree has no subject, and without a loss for an inner clause."""
    line = "{ PERSON[Hall/NNP/dobj/+1] } left/VBD/ccomp/+3 < rain/NN > . || he/PRP/nsubj/+1 said/VBD/ROOT ."
    assert score(line) == 1.2
    assert score(line.replace("dobj", "nsubj")) == 1.2


def test_the_unnamed_are_less_likely() -> None:
    """A description of somebody without a name."""
    line = "the mayor/NN/dobj/+1 left/VBD/ROOT . || he/PRP/nsubj/+1 said/VBD/ROOT ."
    assert score(line, word="mayor") == -0.8
    assert score(line, word="mayor", names=[(1, 2)]) == 0


def test_the_last_speaker_is_likelier_where_the_pronoun_says_something() -> None:
    """By "said" or in quotation marks; by other verbs, and outside attributions, a little."""
    assert score(said(), last=True) == 0.2
    assert score(told(), own=0, last=True) == 1.0
    assert score(told(says="found"), own=0, last=True) == 0.2
    assert score(told(says="found").replace("< it", "< “ it"), own=0, last=True) == 1.0
    assert score(told(), own=0) == 0


def test_what_stands_in_a_quotation_is_less_likely_outside() -> None:
    """More so in the pronoun's own."""
    line = (
        "{ PERSON[Quill/NNP/nsubj/+1] } said/VBD/ROOT < “ PERSON[Hall/NNP/dobj/+1] "
        "left/VBD/ROOT ” > . || he/PRP/nsubj/+1 said/VBD/ROOT ."
    )
    assert score(line) == -1.5
    assert score(line, own=0) == -4.0
    assert score(line.replace("“ ", "").replace("” ", ""), own=0) == -0.8
    inside = (
        "{ PERSON[Quill/NNP/nsubj/+1] } said/VBD/ROOT < “ PERSON[Hall/NNP/dobj/+1] "
        "left/VBD/ROOT and he/PRP/nsubj/+1 won/VBD/conj/-3 ” > ."
    )
    assert score(inside) == 0


def test_whoever_is_mentioned_often_is_likelier() -> None:
    """In proportion, up to twenty mentions; less so where the pronoun says something; only by name."""
    assert score(said(), count=2) == 0.1
    assert score(said(), count=20) == 1.0
    assert score(said(), count=30) == 1.0
    assert score(told(), own=0, count=20) == 0.7
    assert score(said(), count=20, names=[]) == 0


def test_one_body_that_spoke_last_speaks_on_as_they() -> None:
    """As a source alone, and only if it is one."""
    body = {"kind": SpeakerKind.ORGANISATION, "gender": ""}
    line = told().replace("he/PRP", "they/PRP")
    assert score(line, pronoun="they", own=0, last=True, **body) == 0.0  # 1.0 + 0.8 - 1.8
    assert score(line, pronoun="they", own=0, **body) == -1.8
    assert score(line, pronoun="they", last=True, **body) == -1.6
    assert score(line, pronoun="they", own=0, last=True, plural=True, **body) == 2.0


@pytest.mark.parametrize(
    ("entity", "kind", "source", "expected"),
    [
        (Entity(SpeakerKind.PERSON, gender="m"), "male", False, 0.0),
        (Entity(SpeakerKind.PERSON, gender="f"), "female", False, 0.0),
        (Entity(SpeakerKind.PERSON, gender="m"), "female", False, -4.0),
        (Entity(SpeakerKind.PERSON, gender="f"), "male", False, -4.0),
        (Entity(SpeakerKind.PERSON, lean=0), "male", False, -0.2),
        (Entity(SpeakerKind.PERSON, lean=100), "male", False, -1.87),
        (Entity(SpeakerKind.PERSON, lean=10), "female", False, -1.703),
        (Entity(SpeakerKind.PEOPLE), "plural", False, 1.0),
        (Entity(SpeakerKind.UNKNOWN, plural=True), "plural", False, 1.0),
        (Entity(SpeakerKind.UNKNOWN, plural=True), "plural", True, -2.0),
        (Entity(SpeakerKind.DOCUMENT, plural=True), "plural", True, -2.0),
        (Entity(SpeakerKind.ORGANISATION), "plural", True, -1.8),
        (Entity(SpeakerKind.ORGANISATION, place=True), "plural", False, -2.8),
        (Entity(SpeakerKind.ORGANISATION, place=True), "thing", False, -0.5),
        (Entity(SpeakerKind.ORGANISATION), "thing", False, 0.0),
    ],
)
def test_what_an_entity_is_counts(entity: Entity, kind: str, source: bool, expected: float) -> None:
    """Genders known or likely, one or several, places."""
    assert round(_liking(entity, kind, as_source=source), 4) == expected


@pytest.mark.parametrize(
    ("line", "pronoun", "forbidden"),
    [
        ("PERSON[Hall/NNP/nsubj/+1] saw/VBD/ROOT him/PRP/dobj/-1 .", "him", True),
        ("PERSON[Hall/NNP/nsubj/+1] saw/VBD/ROOT himself/PRP/dobj/-1 .", "himself", False),
        ("PERSON[Hall/NNP/dobj/+1] saw/VBD/ROOT him/PRP/dative/-1 .", "him", True),
        ("PERSON[Hall/NNP/npadvmod/+1] saw/VBD/ROOT him/PRP/dobj/-1 .", "him", False),
        ("PERSON[Hall/NNP/nsubj/+1] looked/VBD/ROOT at/IN/prep/-1 him/PRP/pobj/-1 .", "him", True),
        ("PERSON[Hall/NNP/dative/+1] looked/VBD/ROOT at/IN/prep/-1 him/PRP/pobj/-1 .", "him", True),
        (
            "PERSON[Hall/NNP/nsubj/+1] left/VBD/ROOT and/CC/cc/-1 Quill/NNP/nsubj/+1 saw/VBD/conj/-3 him/PRP/dobj/-1 .",
            "him",
            False,
        ),
        ("PERSON[Hall/NNP/nsubj/+1] left/VBD/ROOT his/PRP$/poss/+1 home/NN/dobj/-2 .", "his", False),
        ("it/PRP is/VBZ/ROOT PERSON[Hall/NNP/attr/-1] of/IN/prep/-1 him/PRP/pobj/-1 .", "him", True),
        ("PERSON[Hall/NNP/ROOT] said/VBD/dep/-1 he/PRP/nsubj/+1 won/VBD/ccomp/-2 .", "he", False),
        ("PERSON[Hall/NNP/ROOT] said/VBD/dep/-1 he/PRP/attr/+1 won/VBD/ccomp/-2 .", "he", True),
        ("him/PRP/pobj PERSON[Hall/NNP/nsubj/+1] saw/VBD/ROOT .", "him", False),
    ],
)
def test_grammar_forbids_some(line: str, pronoun: str, forbidden: bool) -> None:
    """Subject and object of one verb are two, as are a phrase and what stands inside it."""
    document = talk(line)
    assert _bound(document, at(document, pronoun), at(document, "hall")) is forbidden


def test_his_is_not_what_he_has() -> None:
    """Who "his boss" is, is not himself."""
    document = talk("the city left/VBD/ROOT his/PRP$/poss/+1 mayor/NN/dobj/-2 .")
    assert _bound(document, at(document, "his"), at(document, "mayor"))


def asked(words: str, between: str = "") -> Document:
    """Quill asks, somebody else answers."""
    first, second = words.split()
    return talk(
        f"{{ PERSON[Quill/NNP/nsubj/+1] }} {first}/VBD/ROOT < “ Why ” > . || {between} "
        f"{{ he/PRP/nsubj/+1 }} {second}/VBD/ROOT < “ Because ” > ."
    )


def test_whoever_asked_does_not_answer() -> None:
    """The source of the attribution before, where one asks and the other replies."""
    document = asked("asked replied")
    assert _asker(document, 1) is entity_at(document, "quill")
    for one in ("asked said", "said replied"):
        assert _asker(asked(one), 1) is None
    assert _asker(document, 0) is None
    assert _asker(document, -1) is None
    document.source_heads[0] = []
    assert _asker(document, 1) is None


def whom(line: str, pronoun: str = "he", number: int = 0) -> str:
    """The words of whom a pronoun stands for, with genders that names do not tell."""
    document = talk(line)
    for mention in document.mentions:
        if mention.type is MentionType.NAME and mention.entity is not None:
            document.note(mention.entity)
    found = antecedent(document, at(document, pronoun, number))
    return " ".join(document.parse.words_of(found.names[0]).split()) if found is not None and found.names else "-"


HALL = "PERSON[Hall/NNP/nsubj/+1] left/VBD/ROOT . || "
HE = "he/PRP/nsubj/+1 said/VBD/ROOT ."


def test_a_pronoun_looks_six_sentences_back() -> None:
    """And no further."""
    rain = "rain/NN/nsubj/+1 fell/VBD/ROOT . || "
    assert whom(HALL + rain * 5 + HE) == "Hall"
    assert whom(HALL + rain * 6 + HE) == "-"


def test_a_pronoun_looks_sixty_mentions_back() -> None:
    """And no further."""
    it = "it/PRP "
    assert whom(HALL + it * 59 + HE) == "Hall"
    assert whom(HALL + it * 60 + HE) == "-"


def test_a_subject_behind_what_opens_the_sentence_is_meant() -> None:
    """In "In his plan, Smith said" it is Smith, whoever was spoken of before."""
    line = (
        "PERSON[Hall/NNP/dobj/+1] left/VBD/ROOT . || In/IN/prep/+4 his/PRP$/poss/+1 "
        "plan/NN/pobj/-2 PERSON[Quill/NNP/nsubj/+1] wrote/VBD/ROOT ."
    )
    assert whom(line, "his") == "Quill"
    assert whom(line.replace("prep", "dep"), "his") == "Hall"
    assert whom(line.replace("Quill/NNP/nsubj", "Quill/NNP/dobj"), "his") == "Hall"
    assert whom(line.replace("his/PRP$", "their/PRP$"), "their") == "-"
    behind = (
        "PERSON[Hall/NNP/dobj/+1] left/VBD/ROOT . || PERSON[Quill/NNP/nsubj/+1] "
        "wrote/VBD/ROOT in/IN/prep/-1 his/PRP$/poss/+1 plan/NN/pobj/-2 ."
    )
    assert whom(behind, "his") == "Quill"


def test_the_subject_is_looked_for_six_steps_up() -> None:
    """And no higher."""

    def line(depth: int) -> str:
        steps = " ".join("x/NN/pobj/+1" for _ in range(depth))
        return (
            "PERSON[Hall/NNP/dobj/+1] left/VBD/ROOT . || his/PRP$/poss/+1 "
            f"{steps} y/NN/prep/+2 PERSON[Quill/NNP/nsubj/+1] wrote/VBD/ROOT ."
        )

    assert whom(line(4), "his") == "Quill"
    assert whom(line(5), "his") == "Hall"


def test_whom_the_clause_names_the_pronoun_is_not() -> None:
    """Who "met Smith" is another."""
    line = (
        "PERSON[Hall/NNP/dobj/+1] left/VBD/ROOT PERSON[Quill/NNP/nsubj/+1] "
        ". || he/PRP/nsubj/+1 met/VBD/ROOT {}/NNP/dobj/-1 ."
    )
    assert whom(line.format("Zorn")) == "Quill"
    assert whom(line.format("PERSON[Quill").replace("Quill/NNP/dobj/-1", "Quill/NNP/dobj/-1]")) == "Hall"


def test_backward_anaphora_takes_the_next_subject_name() -> None:
    """Within the sentence, eight mentions on at most, and nobody who speaks around."""
    line = "As she/PRP/nsubj/+1 left/VBD/ROOT {} PERSON[Anna/NNP/nsubj/+1] said/VBD/ROOT ."
    assert whom(line.format(","), "she") == "Anna"
    assert whom(line.format("it/PRP " * 6), "she") == "Anna"
    assert whom(line.format("it/PRP " * 7), "she") == "-"
    assert whom(line.format(". ||"), "she") == "-"
    assert whom(line.replace("nsubj/+1]", "dobj/+1]").format(","), "she") == "-"
    assert whom(line.replace("Anna", "Peter").format(","), "she") == "-"


def test_no_pronoun_of_a_quotation_is_its_speaker() -> None:
    """Nor is one that stands for somebody else of the same gender."""
    line = HALL + "{ PERSON[Quill/NNP/nsubj/+1] } said/VBD/ROOT < “ he/PRP/nsubj/+1 won/VBD/ROOT ” > ."
    document = talk(line)
    assert whom(line) == "Hall"
    assert document.quoted(at(document, "he").head) == 0
    assert whom(line.replace("“ ", "").replace("” ", "")) == "Quill"


def test_if_everybody_is_unlikely_the_last_speaker_is_meant() -> None:
    """A name of the other gender, and far."""
    document = talk("PERSON[Anna/NNP/dobj/+1] left/VBD/ROOT . || he/PRP/nsubj/+1 said/VBD/ROOT .")
    speaker = Entity(SpeakerKind.PERSON, gender="m")
    anna, he = entity_at(document, "anna"), at(document, "he")
    anna.presumed = True
    assert antecedent(document, he) is anna
    document.last_speaker = speaker
    assert antecedent(document, he) is speaker
    document.last_speaker = evolve(speaker, gender="f")
    assert antecedent(document, he) is anna
