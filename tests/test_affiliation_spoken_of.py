"""For whom somebody stands who is only described, on trees written by hand: distances, classes, what is in the way."""

from __future__ import annotations

import pytest
from scenes import plain, scene, served, teach

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
    ("Vexo met Brella . Vexo left . a spokeswoman/NN spoke", None),
    ("Vexo met Brella . a spokeswoman/NN spoke", None),
    ("Vexo/NNP/nsubj/+1 met Brella . a spokeswoman/NN spoke", "Vexo"),
    ("Vexo/NNP/nsubj/+1 met us . Brella left . a spokeswoman/NN spoke", None),
    ("Vexo met us . Brella/NNP/nsubj/+1 left . a spokeswoman/NN spoke", "Brella"),
    ("King left . a spokeswoman/NN spoke", None),
    ("Norway left . a spokeswoman/NN spoke", None),
    ("Labour left . a spokeswoman/NN spoke", None),
    ("CNN left . a spokeswoman/NN spoke", None),
    ("Vexo met CNN . CNN left . a spokeswoman/NN spoke", "Vexo"),
    ("Labour left . a chairman/NN spoke", "Labour"),
    ("Rovers left . a chairman/NN spoke", "Rovers"),
    ("CNN left . a chairman/NN spoke", None),
    ("Rovers met Vexo . Vexo left . a coach/NN spoke", "Rovers"),
    ("Rovers met Vexo . Vexo/NNP/nsubj/+1 left . a chief executive/NN spoke", "Vexo"),
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


def _noun(text: str) -> str:
    return next(
        cell.split("/")[0] for cell in text.split() if "/NN" in cell and "compound" not in cell and "/NNP" not in cell
    )


@pytest.mark.parametrize(("text", "body"), SPOKEN_OF)
def test_a_bare_role_is_that_of_the_organisation_spoken_of(text: str, body: str | None) -> None:
    """Near enough, of the right sort, the subject or the only one; not where the role has one of its own."""
    assert served(scene(plain(text), NAMES), _noun(text)) == ([(body, 5)] if body else [])


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
