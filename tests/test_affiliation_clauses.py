"""Clauses and possessives that tie people to organisations: on trees written by hand."""

from __future__ import annotations

import pytest
from scenes import entity, mention, plain, scene, served

NAMES = {
    "Vexo": "body:company",
    "Brella": "body:company",
    "Tulsa": "place",
    "Texas": "place",
    "King": "person",
    "Hale": "person",
}
TIED = [
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 run/VBP/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBD/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 founded/VBD/ROOT/+0 Vexo/NNP/dobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 likes/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/dobj/+1 runs/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+2 never/RB/neg/+1 founded/VBD/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/relcl/+1 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/aux/+1 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 Tulsa/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 soap/NN/dobj/-1 for/IN/prep/-2 Vexo/NNP/pobj/-1", []),
    ("King/NNP/nsubj/+1 works/VBZ/ROOT/+0 for/IN/prep/-1 Vexo/NNP/pobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 works/VBZ/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 works/VBZ/ROOT/+0 near/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("King/NNP/nsubj/+1 teaches/VBZ/ROOT/+0 for/IN/dep/-1 Vexo/NNP/pobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 for/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("Vexo/NNP/dobj/+2 King/NNP/nsubj/+1 runs/VBZ/ROOT/+0", ["Vexo"]),
    ("not/RB/neg/+2 King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", []),
]


@pytest.mark.parametrize(("text", "bodies"), TIED)
def test_a_clause_ties_its_subject_to_an_organisation(text: str, bodies: list[str]) -> None:
    """What somebody runs now, has founded, or works for; not what a place is, nor where it is denied."""
    assert [name for name, _ in served(scene(plain(text), NAMES), "King")] == bodies


FOUNDED = [
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 founded/VBD/relcl/-3", "King"),
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 runs/VBZ/relcl/-3", "King"),
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 likes/VBZ/relcl/-3", "-"),
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 founded/VBD/ccomp/-3", "-"),
    ("Vexo/NNP/ROOT/+0 founded/VBN/acl/-1 by/IN/agent/-1 King/NNP/pobj/-1", "King"),
    ("Vexo/NNP/ROOT/+0 founded/VBN/acl/-1 by/IN/prep/-1 King/NNP/pobj/-1", "-"),
    ("Vexo/NNP/ROOT/+0 founded/VBN/acl/-1", "-"),
    ("Vexo/NNP/ROOT/+0 founding/VBN/acl/-1 then/RB/dep/-1 founded/VBN/acl/-3 by/IN/agent/-1 King/NNP/pobj/-1", "King"),
    ("founded/VBN/acl/+3 by/IN/agent/-1 King/NNP/pobj/-1 Vexo/NNP/ROOT/+0", "-"),
    ("King/NNP/pobj/+3 by/IN/agent/+2 Vexo/NNP/ROOT/+0 founded/VBN/acl/-1", "-"),
]


@pytest.mark.parametrize(("text", "who"), FOUNDED)
def test_an_organisation_has_who_founded_it(text: str, who: str) -> None:
    """In a relative clause, or behind "by"."""
    context = scene(plain(f"{text} . King left"), NAMES)
    assert served(context, "King") == ([("Vexo", 7)] if who == "King" else [])


OWNED = [
    ("King 's/POS firm/NN Vexo left", "King"),
    ("King 's/POS firm/NN , Vexo left", "King"),
    ("King 's/POS firm/NN “/ Vexo left", "King"),
    ("King 's/POS firm/NN ; Vexo left", "-"),
    ("King 's/POS website/NN Vexo left", "King"),
    ("King 's/POS government/NN Vexo left", "-"),
    ("King 's/POS campaign/NN Vexo left", "-"),
    ("King 's/POS soap/NN Vexo left", "-"),
    ("King 's/POS firm/VB Vexo left", "-"),
    ("King 's/POS former/JJ firm/NN Vexo left", "-"),
    ("King 's/POS small/JJ firm/NN Vexo left", "King"),
    ("King 's/POS small/JJ old/JJ soap/NN blue/JJ firm/NN Vexo left", "King"),
    ("King 's/POS small/JJ old/JJ dear/JJ soap/NN blue/JJ firm/NN Vexo left", "-"),
    ("King 's/POS very firm/NN Vexo left", "-"),
    ("it 's/POS firm/NN Vexo left", "-"),
    ("'s/POS firm/NN Vexo left", "-"),
    ("firm/NN Vexo left", "-"),
    ("soap/NN firm/NN Vexo left", "-"),
    ("Vexo left", "-"),
    (", Vexo left", "-"),
    ("so , Vexo left", "-"),
]


@pytest.mark.parametrize(("text", "who"), OWNED)
def test_an_organisation_has_whose_it_is(text: str, who: str) -> None:
    """A possessive, five tokens before the noun at most, and nothing that tells of the past."""
    context = scene(plain(f"{text} . King left"), NAMES)
    assert served(context, "King") == ([("Vexo", 7)] if who == "King" else [])


def test_an_organisation_is_that_of_a_pronoun() -> None:
    """A firm with a pronoun before it is hers, where it is known who she is."""
    context = scene(plain("King left . her/PRP$ small/JJ firm/NN Vexo left"), NAMES)
    assert served(context, "King") == []
    context.entities.link(mention(context, "her"), entity(context, "King"), "test")
    assert served(context, "King") == [("Vexo", 7)]
