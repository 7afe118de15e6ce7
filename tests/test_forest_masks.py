"""Trees as bit masks come to the same leaves as a walk from node to node."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from quoteattr.forest.masks import LEAVES, Masks

Tree = dict[str, list[Any]]
VALUES = (-9.0, -1.0, 0.0, 0.25, 0.5, 1.0, 7.0)
"""Thresholds and values of rows are drawn from the same few, so that many are equal."""


def tree_of(draw: random.Random, leaves: int, columns: int) -> Tree:
    """A tree of a random shape, each node before its left subtree and that before its right one."""
    tree: Tree = {"column": [], "threshold": [], "left": [], "right": [], "leaf": []}
    waiting = [(leaves, -1, "")]
    while waiting:
        size, parent, side = waiting.pop()
        number = len(tree["column"])
        if parent >= 0:
            tree[side][parent] = number
        tree["column"].append(draw.randrange(columns) if size > 1 else 0)
        tree["threshold"].append(draw.choice(VALUES) if size > 1 else 0.0)
        tree["left"].append(number)
        tree["right"].append(number)
        tree["leaf"].append(draw.randrange(-(10**4), 10**4) if size == 1 else 0)
        if size > 1:
            left = draw.randrange(1, size)
            waiting += [(size - left, number, "right"), (left, number, "left")]
    return tree


def walked(tree: Tree, row: Sequence[float]) -> int:
    """The leaf that a row comes to, node by node."""
    node = 0
    while tree["left"][node] != node:
        side = "right" if row[tree["column"][node]] > tree["threshold"][node] else "left"
        node = tree[side][node]
    value: int = tree["leaf"][node]
    return value


def summed(masks: Masks, rows: Sequence[Sequence[float]]) -> list[int]:
    asked = range(len(masks.thresholds))
    places = np.array([masks.places(column, [row[column] for row in rows]) for column in asked], np.intp)
    sums: list[int] = masks.sums(places.reshape(len(asked), len(rows)), len(rows)).tolist()
    return sums


@pytest.mark.parametrize("leaves", [1, 2, 3, 20, LEAVES])
def test_the_sum_is_that_of_a_walk(leaves: int) -> None:
    """On random trees and rows, with values equal to thresholds, below all of them and above."""
    draw = random.Random(leaves)
    trees = [tree_of(draw, draw.randint(1, leaves), 6) for _ in range(60)] + [tree_of(draw, leaves, 6)]
    rows = [[draw.choice((*VALUES, draw.random(), 99.0)) for _ in range(6)] for _ in range(300)]
    assert summed(Masks.of(trees, 6), rows) == [sum(walked(tree, row) for tree in trees) for row in rows]


def test_trees_that_lean_to_one_side() -> None:
    """A comb asks for something at each step, down to the leaf of the highest bit."""
    for side in ("left", "right"):
        inner, leaves = list(range(LEAVES - 1)), LEAVES
        draw = random.Random(side)
        tree: Tree = {"column": [], "threshold": [], "left": [], "right": [], "leaf": []}
        count = 2 * leaves - 1
        for number in range(count):
            split = number in inner if side == "left" else number % 2 == 0 and number < count - 1
            left, right = (number + 1, count - 1 - number) if side == "left" else (number + 1, number + 2)
            tree["column"].append(draw.randrange(3) if split else 0)
            tree["threshold"].append(float(draw.randrange(20)) if split else 0.0)
            tree["left"].append(left if split else number)
            tree["right"].append(right if split else number)
            tree["leaf"].append(0 if split else number)
        rows = [[float(draw.randrange(-1, 21)) for _ in range(3)] for _ in range(200)]
        assert summed(Masks.of([tree], 3), rows) == [walked(tree, row) for row in rows]


def test_no_trees_and_no_rows() -> None:
    """Nothing adds up to nothing."""
    tree = tree_of(random.Random(1), 5, 2)
    assert summed(Masks.of([], 2), [[0.0, 1.0]]) == [0]
    assert summed(Masks.of([tree], 2), []) == []


def test_a_tree_with_more_leaves_than_bits_is_refused() -> None:
    """So is one whose nodes stand in another order, as leaves are counted from left to right."""
    with pytest.raises(ValueError, match="at most 32 leaves"):
        Masks.of([tree_of(random.Random(1), LEAVES + 1, 2)], 2)
    swapped: Tree = {
        "column": [0, 0, 0],
        "threshold": [0.5, 0.0, 0.0],
        "left": [2, 1, 2],
        "right": [1, 1, 2],
        "leaf": [0, 1, 2],
    }
    with pytest.raises(ValueError, match="before its left child"):
        Masks.of([swapped], 1)
