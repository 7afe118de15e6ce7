"""What the phrase for what somebody is tells of an organisation, on trees written by hand: ranks, and what is over."""

from __future__ import annotations

import pytest
from scenes import entity, mention, plain, scene, served

from quoteattr.coreference.constructs import COPULA, Construct

NAMES = {
    "Vexo": "body:company",
    "Brella": "body:company",
    "Labour": "body:party",
    "Rovers": "body:club",
    "CNN": "body:media",
    "Norway": "place",
    "King": "person",
}
FACTS = [
    ("King left . he was director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, [("Vexo", 0)]),
    ("King was/VBD former/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, []),
    ("King left next/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, []),
    ("King left director/NN next/JJ/amod/-1 of/IN/prep/-2 Vexo/NNP/pobj/-1", "director", 0, [("Vexo", 0)]),
    ("King left wife/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "wife", 0, []),
    ("King left partner/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "partner", 0, [("Vexo", 0)]),
    ("King left her/PRP$/poss/+1 partner/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "partner", 0, []),
    ("King/NNP/nsubj/+1 was/VBD director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 2, []),
    ("King/NNP/nsubj/+1 is/VBZ director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 2, [("Vexo", 2)]),
    ("King/NNP/nsubj/+1 was/VBD director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", "director", 0, [("Vexo", 0)]),
    ("King left former/JJ/amod/+1 president/NN of/IN/prep/-1 Norway/NNP/pobj/-1", "president", 0, []),
    ("King left president/NN of/IN/prep/-1 Norway/NNP/pobj/-1", "president", 0, [("Norway", 0)]),
    (
        "King left former/JJ/amod/+1 editor/NN who runs/VBZ/relcl/-2 Vexo/NNP/dobj/-1 of/IN/prep/-4 Brella/NNP/pobj/-1",
        "editor",
        0,
        [("Vexo", 0)],
    ),
    (
        "King left former/JJ/amod/+1 editor/NN who ran/VBD/relcl/-2 Vexo/NNP/dobj/-1",
        "editor",
        0,
        [],
    ),
    ("Vexo left . King left a spokesman/NN", "spokesman", 0, [("Vexo", 5)]),
    ("Vexo left . King left a firm/NN/compound/+1 executive/NN", "executive", 0, [("Vexo", 5)]),
]


@pytest.mark.parametrize(("text", "noun", "rank", "bodies"), FACTS)
def test_a_construct_tells_an_organisation(text: str, noun: str, rank: int, bodies: list[tuple[str, int]]) -> None:
    """By its rank; what is over or not yet does not count, nor whose wife somebody is."""
    context = scene(plain(text), NAMES)
    construct = Construct(mention(context, "King"), mention(context, noun).head, rank, "test")
    assert served(context, "King", [construct]) == bodies


def test_constructs_of_others_tell_nothing() -> None:
    """What is said of an organisation is no affiliation."""
    context = scene(plain("Brella left director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1"), NAMES)
    assert served(context, "Brella", [Construct(mention(context, "Brella"), 2, COPULA, "test")]) == []


CALLED = [
    ("director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 3)]),
    ("former/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("next/JJ/amod/+1 director/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("wife/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("was/VBD director/NN/attr/-1 of/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("is/VBZ director/NN/attr/-1 of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 3)]),
    ("was/VBD director/NN/dep/-1 of/IN/prep/-1 Vexo/NNP/pobj/-1", [("Vexo", 3)]),
]


@pytest.mark.parametrize(("text", "bodies"), CALLED)
def test_what_a_named_person_is_called_tells_an_organisation(text: str, bodies: list[tuple[str, int]]) -> None:
    """A later description of somebody named counts less than what stands beside the name."""
    context = scene(plain(f"King left . {text}"), NAMES)
    context.entities.link(mention(context, _noun(text)), entity(context, "King"), "test")
    assert served(context, "King") == bodies


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
def test_a_description_tells_an_organisation(text: str, bodies: list[tuple[str, int]]) -> None:
    """Of whoever is no relative and not just anybody; groups are those that they are of."""
    assert served(scene(plain(text), NAMES), _noun(text)) == bodies


def _noun(text: str) -> str:
    return next(cell.split("/")[0] for cell in text.split() if "/NN" in cell and "compound" not in cell)
