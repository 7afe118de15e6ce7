"""Trees over counted tables, on a forest made by hand."""

from __future__ import annotations

import json
import math

import pytest

from quoteattr.forest import Column, Forest
from quoteattr.forest.forest import SCALE

STUMP = {"column": [0, 0, 0], "threshold": [0.5, 0.0, 0.0], "left": [1, 1, 2], "right": [2, 1, 2], "depth": 1}
LEAF = {"column": [0], "threshold": [0.0], "left": [0], "right": [0], "depth": 0}


@pytest.fixture
def forest() -> Forest:
    """One tree that asks for the share of the words, one that asks for the number, and one that asks nothing."""
    trees = [
        {**STUMP, "leaf": [0, -SCALE, SCALE]},
        {**STUMP, "column": [1, 0, 0], "threshold": [3.0, 0.0, 0.0], "leaf": [0, -SCALE // 2, SCALE // 2]},
        {**LEAF, "leaf": [SCALE // 4]},
    ]
    columns = [["verb+frame", True], ["words", False]]
    data = {"columns": columns, "base": 0.4, "trees": trees}
    return Forest.from_text(json.dumps(data), "column\tright\tfound\tvalues\nverb+frame\t9\t10\tsay clause\n")


def odds(share: float) -> float:
    return math.log(share / (1.0 - share))


def test_words_are_looked_up_together(forest: Forest) -> None:
    """Nine of ten were right, leaning on the base by the weight of five."""
    shares, number = forest.numbers({"verb": "say", "frame": "clause", "words": 7.0})
    assert shares == pytest.approx((9 + 5 * 0.4) / 15)
    assert number == 7.0


def test_unknown_words_stand_for_the_base(forest: Forest) -> None:
    """So do missing ones; a missing number is one that no row has."""
    assert forest.numbers({"verb": "sing", "frame": "clause", "words": 1.0})[0] == 0.4
    assert forest.numbers({}) == [0.4, -9.0]


def test_leaves_are_added(forest: Forest) -> None:
    """Log odds of all trees, a tree that is one leaf included."""
    likely, unlikely = forest.probabilities(
        [{"verb": "say", "frame": "clause", "words": 4.0}, {"verb": "sing", "frame": "clause", "words": 3.0}]
    )
    assert odds(likely) == pytest.approx(1.75, abs=1e-4)
    assert odds(unlikely) == pytest.approx(-1.25, abs=1e-4)


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
