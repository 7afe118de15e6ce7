"""Boundaries behind which more of a clause is told than the trees believe."""

from __future__ import annotations

import pytest

from quoteattr import Extractor
from quoteattr.detect.boundaries import Boundary
from quoteattr.detect.candidate import OpenSpan
from quoteattr.detect.leaning import told_more

SPAN = OpenSpan("clause", 3, 2, 9)


def boundary(label: str, kind: str = "VBD", pause: str = ",") -> Boundary:
    """A boundary inside a content."""
    return Boundary(7, 6, 8, "inside", label, kind, pause, False)


@pytest.mark.parametrize(("label", "kind"), [("relcl", "which"), ("appos", "NN"), ("cc", "but:S"), ("cc", "and:S")])
def test_more_is_told_behind_a_comma(label: str, kind: str) -> None:
    """Relative clauses, appositions and second clauses are likelier than the trees hold, and certainty stays."""
    assert 0.5 < told_more(SPAN, boundary(label, kind), 0.4) < 1.0
    assert told_more(SPAN, boundary(label, kind), 0.0) == 0.0
    assert told_more(SPAN, boundary(label, kind), 1.0) == 1.0


@pytest.mark.parametrize(
    ("label", "kind", "pause"),
    [("relcl", "which", ""), ("cc", "but:V", ","), ("cc", "and:S!", ","), ("advcl", "VBG", ","), ("appos", "NN", "–")],
)
def test_the_trees_are_believed_elsewhere(label: str, kind: str, pause: str) -> None:
    """Without a comma, before a second verb of the same subject, and before one that reports."""
    assert told_more(SPAN, boundary(label, kind, pause), 0.4) == pytest.approx(0.4)


def test_objects_end_as_the_trees_say() -> None:
    """Only clauses go on."""
    assert told_more(OpenSpan("object", 3, 2, 9), boundary("relcl"), 0.4) == pytest.approx(0.4)


@pytest.mark.parametrize(
    "content",
    [
        "the bridge was safe, but the road had to be mended",
        "it would sell the mill, a maker of paper in the north",
        "the bridge will close in May, which will mean longer journeys",
    ],
)
def test_clauses_in_an_article(content: str, extractor: Extractor) -> None:
    """What stands behind a comma is a part of what the ministry said."""
    assert [quote.text for quote in extractor(f"The ministry said {content}.").quotes] == [content]
