"""For whom somebody stands who is only described, on trees written by hand: distances, classes, what is in the way."""

from __future__ import annotations

import pytest
from attrs import evolve
from scenes import entity, mention, plain, scene, served, teach

from quoteattr.affiliation import implied_campaigns_of
from quoteattr.coreference.constructs import APPOSITION, Construct
from quoteattr.coreference.context import CAMPAIGN
from quoteattr.coreference.entities import Entity, Traits
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


def _noun(text: str) -> str:
    return next(cell.split("/")[0] for cell in text.split() if "/NN" in cell and "compound" not in cell)


@pytest.mark.parametrize(("text", "body"), SPOKEN_OF)
def test_a_bare_role_is_that_of_the_organisation_spoken_of(text: str, body: str | None) -> None:
    """Near enough, of the right sort, mentioned most; not where the role has an organisation or a person of its own."""
    assert served(scene(plain(text), NAMES), _noun(text)) == ([(body, 5)] if body else [])


def test_who_spoke_last_has_the_spokesman() -> None:
    """An organisation that is a source comes before one that is mentioned more."""
    text = "Vexo met Vexo . Vexo left . Brella said/VBD so . a spokeswoman/NN spoke"
    for speaks, name in (((), "Vexo"), (("Brella",), "Brella")):
        assert served(scene(plain(text), NAMES, speaks=speaks), "spokeswoman") == [(name, 5)]


@pytest.mark.parametrize(("times", "between", "bodies", "found"), SUBJECT)
def test_a_bare_role_far_away_is_that_of_what_the_article_is_about(
    times: int, between: str, bodies: list[str], found: bool
) -> None:
    """One company that is mentioned six times and more: no other, no other sort, no place."""
    context = scene(plain(f"so . {' and '.join(bodies * times)} left . {between} a spokeswoman/NN spoke"), NAMES)
    assert served(context, "spokeswoman") == ([(bodies[0], 5)] if found else [])


@pytest.mark.parametrize(("text", "body"), BY_CLASS)
def test_a_role_in_a_common_noun_is_that_of_such_an_organisation(text: str, body: str | None) -> None:
    """A "firm executive" is a company's, however often others are mentioned; an "industry executive" is nobody's."""
    assert served(scene(plain(text), NAMES), _noun(text)) == ([(body, 5)] if body else [])


def test_a_public_organisation_is_known_by_its_noun_alone() -> None:
    """A "ministry official" is of what is called a ministry, not of any other public organisation."""
    for nouns, has in (({"ministry"}, True), ({"county"}, False)):
        context = scene(plain("Vexo left . a ministry/NN/compound/+1 official/NN spoke"), NAMES)
        teach(context, "Vexo", nouns=frozenset(nouns), classes=frozenset({"government", "agency"}))
        assert served(context, "official") == ([("Vexo", 5)] if has else [])


@pytest.mark.parametrize(("text", "has"), STAFF)
def test_aides_are_those_of_the_campaign_spoken_of(text: str, has: bool) -> None:
    """Where nothing tells whose they are, and a candidate is near."""
    context = scene(plain(text), NAMES)
    king, traits = entity(context, "King"), Traits(SpeakerKind.ORGANISATION, nouns=frozenset({CAMPAIGN}))
    context.possessions[king, CAMPAIGN] = Entity(traits, names=((0, 1),), owner=king)
    assert served(context, _noun(text)) == ([("King", 5)] if has else [])


@pytest.mark.parametrize(("text", "has"), INSIDERS)
def test_leaders_are_those_of_the_organisation_spoken_of(text: str, has: bool) -> None:
    """Several of them, near enough, of no party or country."""
    assert served(scene(plain(text), NAMES), _noun(text)) == ([("Vexo", 5)] if has else [])


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
def test_who_speaks_for_a_person_stands_for_the_person_s_organisation(text: str, noun: str, has: bool) -> None:
    """Aides, spokesmen and chiefs of staff, by possessive, "for" and "to"."""
    context = scene(plain(f"{text} . boss/NN of/IN/prep/-1 Vexo/NNP/pobj/-1"), NAMES)
    king = Construct(mention(context, "King"), mention(context, "boss").head, APPOSITION, "test")
    assert served(context, "King", [king]) == [("Vexo", 0)]
    assert served(context, noun, [king]) == ([("Vexo", 5)] if has else [])


def test_who_works_for_a_person_is_of_the_campaign_for_which_others_speak() -> None:
    """An adviser of King's is of the campaign that a spokesman speaks for; without one, of none."""
    text = "campaign/NN left . {}/NN for/IN/prep/-1 King/NNP/pobj/-1 left . King/NNP/poss/+1 adviser/NN left"
    for noun, has in (("spokesman", True), ("doctor", False)):
        context = scene(plain(text.format(noun)), NAMES)
        context = evolve(context, implied_campaigns=implied_campaigns_of(context))
        assert served(context, "adviser") == ([("campaign", 5)] if has else [])
