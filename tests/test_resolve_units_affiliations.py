"""For whom somebody stands who is only described, on trees written by hand: distances, classes, what is in the way."""

from __future__ import annotations

import pytest
from scenes import affiliations, introduce, mention, plain, scene

from quoteattr.affiliation.affiliations import affiliate
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.sieves.precise import Fact
from quoteattr.records import SpeakerKind

NAMES = {
    "Vexo": "body:company",
    "Brella": "body:company",
    "Labour": "body:party",
    "Rovers": "body:club",
    "CNN": "body:media",
    "Norway": "place",
    "King": "person",
}
SPOKEN_OF = [
    ("Vexo left . a spokeswoman/NN spoke", "Vexo"),
    ("Vexo left . so . a spokeswoman/NN spoke", "Vexo"),
    ("Vexo left . so . so . a spokeswoman/NN spoke", None),
    ("Vexo met Brella . Vexo left . a spokeswoman/NN spoke", "Vexo"),
    ("Vexo met Brella . a spokeswoman/NN spoke", "Brella"),
    ("Brella met Vexo . Brella left . a spokeswoman/NN spoke", "Brella"),
    ("King left . a spokeswoman/NN spoke", None),
    ("Norway left . a spokeswoman/NN spoke", None),
    ("Labour left . a spokeswoman/NN spoke", None),
    ("CNN left . a spokeswoman/NN spoke", None),
    ("Vexo met CNN . CNN left . a spokeswoman/NN spoke", "Vexo"),
    ("Labour left . a chairman/NN spoke", "Labour"),
    ("Rovers left . a chairman/NN spoke", "Rovers"),
    ("CNN left . a chairman/NN spoke", None),
    ("Rovers met Vexo . Vexo left . a coach/NN spoke", "Rovers"),
    ("Rovers met Vexo . Vexo left . a chief executive/NN spoke", "Vexo"),
    ("Vexo left . a chief executive officer/NN spoke", "Vexo"),
    ("Vexo left . a doctor/NN spoke", None),
    ("Vexo left . a party/NN/compound/+1 spokesman/NN spoke", None),
    ("Labour met Vexo . a party/NN/compound/+1 spokesman/NN spoke", "Labour"),
    ("Vexo left . a company/NN/compound/+1 spokesman/NN spoke", "Vexo"),
    ("Vexo left . a venue/NN/compound/+1 spokesman/NN spoke", None),
    ("Vexo left . her/PRP$/poss/+1 spokesman/NN spoke", None),
    ("her/PRP$/poss/+1 spokesman/NN spoke", None),
    ("Vexo left . a spokesman/NN with/IN/prep/-1 us spoke", None),
    ("Vexo left . a spokesman/NN of us spoke", None),
    ("Vexo left . a spokesman/NN for us spoke", None),
    ("Vexo left . a spokesman/NN to us spoke", "Vexo"),
    ("spokesman/NN spoke . Vexo left", None),
]
SUBJECT = [
    (6, "so . so . so .", ["Vexo"], True),
    (5, "so . so . so .", ["Vexo"], False),
    (6, "so . so . so .", ["Vexo", "Brella"], False),
    (6, "so . so . so .", ["Rovers"], False),
    (6, "so . so . so .", ["Norway"], False),
]
BY_CLASS = [
    ("Vexo left . a company/NN/compound/+1 executive/NN spoke", "Vexo"),
    ("Vexo left . a firm/NN/compound/+1 executive/NN spoke", "Vexo"),
    ("Vexo left . so . so . so . a firm/NN/compound/+1 executive/NN spoke", "Vexo"),
    ("Vexo left . so . so . so . so . a firm/NN/compound/+1 executive/NN spoke", None),
    ("Vexo left . a club/NN/compound/+1 executive/NN spoke", None),
    ("Rovers met Vexo . a club/NN/compound/+1 executive/NN spoke", "Rovers"),
    ("Vexo left . a firm/NN/compound/+1 doctor/NN spoke", None),
    ("Vexo left . a firm/NN/compound/+1 executive/NN of/IN/prep/-1 us spoke", None),
    ("Vexo left . a firm/NN/compound/+2 club/NN/compound/+1 executive/NN spoke", None),
    ("Vexo left . soap/NN/compound/+2 firm/NN/compound/+1 executive/NN spoke", "Vexo"),
    ("Vexo left . its/PRP$/poss/+2 firm/NN/compound/+1 executive/NN spoke", None),
    ("Vexo left . an industry/NN/compound/+1 executive/NN spoke", None),
    ("Labour left . a party/NN/compound/+1 official/NN spoke", None),
    ("Vexo left . an agency/NN/compound/+1 official/NN spoke", None),
    ("Vexo left . an executive/NN spoke", None),
    ("Vexo left . an executive/NN firm/NN/compound/-1 spoke", None),
    ("Vexo met Brella . a firm/NN/compound/+1 executive/NN spoke", "Brella"),
]
STAFF = [
    ("King left . aides/NNS spoke", True),
    ("King left . so . so . so . aides/NNS spoke", True),
    ("King left . so . so . so . so . aides/NNS spoke", False),
    ("King left . the top aides/NNS spoke", True),
    ("King left . the old/JJ/amod/+1 aides/NNS spoke", False),
    ("King left . her/PRP$/poss/+1 aides/NNS spoke", False),
    ("King left . aides/NNS in/IN/prep/-1 town spoke", False),
    ("King left . aides/NNS who slept/VBD/relcl/-2 spoke", False),
    ("King left . doctors/NNS spoke", False),
]
INSIDERS = [
    ("Vexo left . leaders/NNS spoke", True),
    ("Vexo left . members/NNS spoke", True),
    ("Vexo left . a leader/NN spoke", False),
    ("Labour left . leaders/NNS spoke", False),
    ("Norway left . leaders/NNS spoke", False),
    ("Vexo left . so . so . so . leaders/NNS spoke", True),
    ("Vexo left . so . so . so . so . leaders/NNS spoke", False),
    ("Vexo left . company/NN/compound/+1 doctors/NNS spoke", False),
    ("leaders/NNS spoke . Vexo left", False),
]


def _counted(text: str, **options: object) -> object:
    document = scene(plain(text), NAMES, **options)  # type: ignore[arg-type]
    introduce(document)
    for one in document.mentions:
        if one.entity is not None:
            document.note(one.entity)
    return document


def _noun(text: str) -> str:
    return next(cell.split("/")[0] for cell in text.split() if "/NN" in cell and "compound" not in cell)


@pytest.mark.parametrize(("text", "body"), SPOKEN_OF)
def test_a_bare_role_is_that_of_the_body_spoken_of(text: str, body: str | None) -> None:
    """Near enough, of the right sort, mentioned most; not where the role has a body or a master of its own."""
    document = _counted(text)
    affiliate(document, [])
    assert affiliations(document, _noun(text)) == ([(body, 5)] if body else [])


def test_who_spoke_last_has_the_spokesman() -> None:
    """A body that is a source comes before one that is mentioned more."""
    text = "Vexo met Vexo . Vexo left . Brella said/VBD so . a spokeswoman/NN spoke"
    for speaks, body in (((), "Vexo"), (("Brella",), "Brella")):
        document = _counted(text, speaks=speaks)
        affiliate(document, [])
        assert affiliations(document, "spokeswoman") == [(body, 5)]


@pytest.mark.parametrize(("times", "between", "bodies", "found"), SUBJECT)
def test_a_bare_role_far_away_is_that_of_what_the_article_is_about(
    times: int, between: str, bodies: list[str], found: bool
) -> None:
    """One company that is mentioned six times and more: no other, no other sort, no place."""
    document = _counted(f"so . {' and '.join(bodies * times)} left . {between} a spokeswoman/NN spoke")
    affiliate(document, [])
    assert affiliations(document, "spokeswoman") == ([(bodies[0], 5)] if found else [])


@pytest.mark.parametrize(("text", "body"), BY_CLASS)
def test_a_role_in_a_common_noun_is_that_of_such_a_body(text: str, body: str | None) -> None:
    """A "firm executive" is a company's, however often others are mentioned; an "industry executive" is nobody's."""
    document = _counted(text)
    affiliate(document, [])
    assert affiliations(document, _noun(text)) == ([(body, 5)] if body else [])


def test_a_public_body_is_known_by_its_noun_alone() -> None:
    """A "ministry official" is of what is called a ministry, not of any other public body."""
    for nouns, has in (({"ministry"}, True), ({"county"}, False)):
        document = _counted("Vexo left . a ministry/NN/compound/+1 official/NN spoke")
        vexo = mention(document, "Vexo").entity
        assert vexo is not None
        vexo.nouns, vexo.classes = nouns, {"government", "agency"}
        affiliate(document, [])
        assert affiliations(document, "official") == ([("Vexo", 5)] if has else [])


@pytest.mark.parametrize(("text", "has"), STAFF)
def test_aides_are_those_of_the_campaign_spoken_of(text: str, has: bool) -> None:
    """Where nothing tells whose they are, and a candidate is near."""
    document = _counted(text)
    king = next(one.entity for one in document.mentions if one.type is MentionType.NAME)
    campaign = Entity(SpeakerKind.ORGANISATION, names=[(0, 1)], owner=king, nouns={"campaign"})
    document.campaigns[id(king)] = campaign
    affiliate(document, [])
    assert affiliations(document, _noun(text)) == ([("King", 5)] if has else [])


@pytest.mark.parametrize(("text", "has"), INSIDERS)
def test_leaders_are_those_of_the_body_spoken_of(text: str, has: bool) -> None:
    """Several of them, near enough, of no party or country."""
    document = _counted(text)
    affiliate(document, [])
    assert affiliations(document, _noun(text)) == ([("Vexo", 5)] if has else [])


@pytest.mark.parametrize(
    ("text", "noun", "has"),
    [
        ("ministers/NNS spoke", "ministers", True),
        ("minister/NN spoke", "minister", False),
        ("spokesman/NN spoke", "spokesman", True),
        ("spokesmen/NNS spoke", "spokesmen", False),
        ("the ministers/NNS spoke", "ministers", True),
        ("old/JJ/amod/+1 ministers/NNS spoke", "ministers", False),
        ("ministers/NNS of/IN/prep/-1 us spoke", "ministers", False),
        ("her/PRP$/poss/+1 ministers/NNS spoke", "ministers", False),
        ("doctors/NNS spoke", "doctors", False),
    ],
)
def test_ministers_are_those_of_the_government_spoken_of(text: str, noun: str, has: bool) -> None:
    """Several ministers, or one spokesman, by a bare noun."""
    document = scene(plain(f"{text} . government/NN left"), {})
    introduce(document)
    government = document.at_head[len(document.parse) - 2].entity
    assert government is not None
    government.count, government.names = 3, []
    affiliate(document, [])
    found = mention(document, noun).entity
    assert found is not None
    assert [(one.organisation is government, one.rank) for one in found.affiliations] == ([(True, 8)] if has else [])


FACTS = [
    ("King left . he was director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, [("Vexo", 0)]),
    ("King was/VBD former/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, [("Vexo", 10)]),
    ("King left next/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, []),
    ("King left director/NN next/JJ/amod/-1 of/IN/prep/-2 Vexo/NNP/pobj/-1", "director", 0, [("Vexo", 0)]),
    ("King left wife/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "wife", 0, []),
    ("King left partner/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "partner", 0, [("Vexo", 0)]),
    ("King left her/PRP$/poss/+1 partner/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "partner", 0, []),
    ("King/NNP/nsubj/+1 was/VBD director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 2, [("Vexo", 12)]),
    ("King/NNP/nsubj/+1 is/VBZ director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 2, [("Vexo", 2)]),
    ("King/NNP/nsubj/+1 was/VBD director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, [("Vexo", 0)]),
    ("King left former/JJ/amod/+1 president/NN of/IN/prep/-1 Norway/NNP/pobj/-1", "president", 0, []),
    ("King left president/NN of/IN/prep/-1 Norway/NNP/pobj/-1", "president", 0, [("Norway", 0)]),
    (
        "King left former/JJ/amod/+1 editor/NN who runs/VBZ/relcl/-2 Vexo/NNP/dobj/-1 of/IN/prep/-4 Brella/NNP/pobj/-1",
        "editor",
        0,
        [("Vexo", 0), ("Brella", 10)],
    ),
    (
        "King left former/JJ/amod/+1 editor/NN who ran/VBD/relcl/-2 Vexo/NNP/dobj/-1",
        "editor",
        0,
        [("Vexo", 10)],
    ),
    ("Vexo left . King left a spokesman/NN", "spokesman", 0, [("Vexo", 5)]),
    ("Vexo left . King left a firm/NN/compound/+1 executive/NN", "executive", 0, [("Vexo", 5)]),
]


@pytest.mark.parametrize(("text", "noun", "rank", "bodies"), FACTS)
def test_a_fact_tells_a_body(text: str, noun: str, rank: int, bodies: list[tuple[str, int]]) -> None:
    """By its rank; what is over comes last, what is not yet does not count, nor whose wife somebody is."""
    document = _counted(text)
    head = mention(document, noun).head
    mention(document, noun).entity = None
    affiliate(document, [Fact(mention(document, "King"), head, rank)])
    assert affiliations(document, "King") == bodies


def test_facts_of_others_tell_nothing() -> None:
    """A fact of a body, or of nobody known, gives no affiliation."""
    document = _counted("Brella left director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1")
    affiliate(document, [Fact(mention(document, "Brella"), 2, 0)])
    assert affiliations(document, "Brella") == []


MASTERS = [
    ("aide/NN of/IN/prep/-1 King/NNP/pobj/-1", "aide", False),
    ("aide/NN to/IN/prep/-1 King/NNP/pobj/-1", "aide", True),
    ("spokesman/NN for/IN/prep/-1 King/NNP/pobj/-1", "spokesman", True),
    ("King/NNP/poss/+1 spokesman/NN left", "spokesman", True),
    ("King/NNP/poss/+1 doctor/NN left", "doctor", False),
    ("King/NNP/poss/+1 chief/NN of staff left", "chief", True),
    ("King/NNP/poss/+1 chief/NN of all left", "chief", False),
    ("aide/NN to/IN/dep/-1 King/NNP/pobj/-1", "aide", False),
]


@pytest.mark.parametrize(("text", "noun", "has"), MASTERS)
def test_who_speaks_for_a_person_stands_for_the_person_s_body(text: str, noun: str, has: bool) -> None:
    """Aides, spokesmen and chiefs of staff, by possessive, "for" and "to"."""
    document = _counted(f"{text} . boss/NN of/IN/prep/-1 Vexo/NNP/pobj/-1")
    boss = mention(document, "boss")
    boss.entity = None
    affiliate(document, [Fact(mention(document, "King"), boss.head, 0)])
    assert affiliations(document, "King") == [("Vexo", 0)]
    assert affiliations(document, noun) == ([("Vexo", 5)] if has else [])


CALLED = [
    ("director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 3)]),
    ("former/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 13)]),
    ("next/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("wife/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("was/VBD director/NN/attr/-1 of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 13)]),
    ("is/VBZ director/NN/attr/-1 of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 3)]),
    ("was/VBD director/NN/dep/-1 of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 3)]),
]


@pytest.mark.parametrize(("text", "bodies"), CALLED)
def test_what_a_named_person_is_called_tells_a_body(text: str, bodies: list[tuple[str, int]]) -> None:
    """A later description of somebody named counts less than what stands beside the name."""
    document = _counted(f"King left . {text}")
    mention(document, _noun(text)).entity = mention(document, "King").entity
    affiliate(document, [])
    assert affiliations(document, "King") == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("engineer/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 1)]),
        ("man/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
        ("wife/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
        ("letter/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 1)]),
        ("firms/NNS of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 1)]),
        ("firms/NNS for/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ],
)
def test_a_description_tells_a_body(text: str, bodies: list[tuple[str, int]]) -> None:
    """Of whoever is no relative and not just anybody; groups are those that they are of."""
    document = _counted(text)
    affiliate(document, [])
    assert affiliations(document, _noun(text)) == bodies
