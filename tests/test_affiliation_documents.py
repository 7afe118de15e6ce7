"""Who made a document: on trees written by hand."""

from __future__ import annotations

import pytest
from scenes import mention, plain, scene, served

from quoteattr.coreference.constructs import APPOSITION, Construct
from quoteattr.coreference.context import Context

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
    """Who says something in it, or who releases it: an organisation that has a name."""
    context = scene(plain(text), NAMES, speaks=speaks)
    assert served(context, "statement") == ([(body, 3)] if body != "-" else [])


AUTHORS = [
    ("report/NN/ROOT/+0 by/IN/prep/-1 King/NNP/pobj/-1", True),
    ("report/NN/ROOT/+0 on/IN/prep/-1 King/NNP/pobj/-1", False),
    ("King/NNP/poss/+1 report/NN/ROOT/+0", False),
    ("report/NN/ROOT/+0 by/IN/prep/-1 Vexo/NNP/pobj/-1", False),
]


@pytest.mark.parametrize(("text", "has"), AUTHORS)
def test_a_report_is_of_its_author_s_organisation(text: str, has: bool) -> None:
    """Behind "by", or whoever gave it; what is a named person's own is no organisation's."""
    context = scene(plain(f"{text} . boss/NN of/IN/prep/-1 Brella/NNP/pobj/-1 . King left"), NAMES)
    king = Construct(mention(context, "King"), mention(context, "boss").head, APPOSITION, "test")
    assert [name for name, rank in served(context, "report", [king]) if rank == 4] == (["Brella"] if has else [])


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
    context = _documents([f"{body}/NNP/compound/+1 {known}"], told)
    assert served(context, told.split()[-1].split("/")[0]) == ([(body, 9)] if has else [])


def test_a_document_may_be_of_several() -> None:
    """Where two organisations have made polls, findings are nobody's; where one has made two, they are its."""
    for bodies, has in (("Vexo Brella", False), ("Vexo Vexo", True)):
        context = _documents([f"{body}/NNP/compound/+1 poll/NN" for body in bodies.split()], "findings/NNS")
        assert served(context, "findings") == ([("Vexo", 9)] if has else [])


def test_an_organisation_s_name_before_a_study_counts() -> None:
    """What is called "the Vexo study" makes a study of Vexo's known; a place's name does not."""
    for name, has in (("Vexo", True), ("Tulsa", False)):
        context = scene(plain(f"so {name} study/NNX left . research/NN . Vexo . Brella"), NAMES)
        assert served(context, "research") == ([("Vexo", 9)] if has else [])


def _documents(known: list[str], told: str) -> Context:
    return scene(plain(f"{' . '.join(known)} . {told} . Vexo . Brella"), NAMES)
