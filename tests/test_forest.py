"""Trees over counted tables, on a forest made by hand."""

from __future__ import annotations

import math

import pytest

from quoteattr.forest import Column, Forest

TREES = """\
words\t1\tverb+frame
number\t0.5 3.0\twords

0<0 -1.0 0<1 .0 1.0
1<1 -.5 .5
.25
"""
TABLES = "verb+frame\t1 0\nclause\tdeny say\t0 2\n"


@pytest.fixture
def forest() -> Forest:
    """One tree that asks for the place of the words, one that asks for the number, and one that asks nothing."""
    return Forest.from_text(TREES, TABLES)


def odds(share: float) -> float:
    return math.log(share / (1.0 - share))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"verb": "say", "frame": "clause", "words": 4.0}, 1.75),
        ({"verb": "deny", "frame": "clause", "words": 4.0}, -0.25),
        ({"verb": "sing", "frame": "clause", "words": 3.0}, -0.25),
        ({"verb": "say", "frame": "", "words": 3.0}, -0.25),
        ({}, -0.25),
    ],
    ids=["known", "unlikely", "unknown", "another frame", "nothing"],
)
def test_leaves_are_added(forest: Forest, row: dict[str, str | float], expected: float) -> None:
    """Log odds of all trees; words are looked up together, and a missing number is one that no row has."""
    (share,) = forest.probabilities([row])
    assert odds(share) == pytest.approx(expected, abs=1e-4)


def test_a_row_does_not_depend_on_its_neighbours(forest: Forest) -> None:
    """Nor on how many rows go through the trees at once."""
    rows = [{"verb": verb, "frame": "clause", "words": float(n)} for n in range(1500) for verb in ("say", "sing")]
    together = forest.probabilities(rows)
    assert together[::501] == [forest.probabilities([row])[0] for row in rows[::501]]


def test_no_rows(forest: Forest) -> None:
    """An article without candidates."""
    assert forest.probabilities([]) == []


def test_column_names() -> None:
    """Joint columns are called by their parts."""
    assert Column.words("verb", "frame").name == "verb+frame"
    assert Column.number("words").name == "words"
