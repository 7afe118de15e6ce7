"""Forests are written so that what is read back says the same of every row."""

from __future__ import annotations

import math
import random

import pytest
from test_forest_masks import tree_of, walked

from quoteattr.forest import Column
from quoteattr.forest.columns import ABSENT
from quoteattr.forest.text import SCALE
from tools.training.fitting import calibrated, written

COLUMNS = (Column.words("verb"), Column.words("verb", "frame"), Column.number("size"))
SHARES = {
    0: {"say": 0.9, "think": 0.25, "eat": -2.0, "∅": 0.9},
    1: {"say clause": 0.5, "think clause": 0.6, "say ": 0.25, "eat object": 7.0},
}
BASE = 0.3


@pytest.mark.parametrize("leaves", [1, 2, 3, 20])
def test_forests_come_back(leaves: int) -> None:
    """Of trees of every shape: known values, unknown ones, missing features and numbers on thresholds."""
    draw = random.Random(leaves)
    trees = [tree_of(draw, draw.randint(1, leaves), len(COLUMNS)) for _ in range(60)]
    forest = written(COLUMNS, trees, BASE, SHARES).forest
    for _ in range(100):
        verb, frame = draw.choice(("say", "think", "eat", "sing", "")), draw.choice(("clause", "object", ""))
        size = draw.choice((ABSENT, -1.0, 0.0, 0.25, 0.3, 1.0, 99.0))
        known = SHARES[0].get(verb, BASE), SHARES[1].get(f"{verb} {frame}", BASE), size
        odds = sum(walked(tree, known) for tree in trees) / SCALE
        (share,) = forest.probabilities([{"verb": verb, "frame": frame, "size": size}])
        assert share == round(1 / (1 + math.exp(-odds)), 6)


def test_what_no_row_can_see_is_not_written() -> None:
    """Values that stand where unknown ones do, thresholds that part no two values, and signs of an outline."""
    tree = {
        "column": [0, 0, 0],
        "threshold": [0.95, 0.0, 0.0],
        "left": [1, 1, 2],
        "right": [2, 1, 2],
        "leaf": [0, 5000, 7000],
    }
    made = written(COLUMNS, [tree], BASE, SHARES)
    assert made.trees == "words\t0\tverb\nwords\t0\tverb+frame\nnumber\t\tsize\n\n.5000\n"
    assert made.tables == "\n"
    tree["threshold"] = [0.26, 0.0, 0.0]
    assert written(COLUMNS, [tree], BASE, SHARES).tables == "verb\t0\neat think\t0 0\n"


def test_log_odds_are_stretched_and_shifted() -> None:
    """Of every row alike."""
    tree = tree_of(random.Random(1), 5, len(COLUMNS))
    made = written(COLUMNS, [tree, tree], BASE, SHARES)
    rows = [{"verb": verb, "size": size} for verb in ("say", "eat") for size in (0.0, 1.0)]
    before, after = (fitted.forest.probabilities(rows) for fitted in (made, calibrated(made, 0.5, 0.25)))
    for one, other in zip(before, after, strict=True):
        assert math.log(other / (1 - other)) == pytest.approx(0.5 * math.log(one / (1 - one)) + 0.25, abs=2e-4)
