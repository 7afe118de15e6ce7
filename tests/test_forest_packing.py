"""Trees come out of a file as they went in."""

from __future__ import annotations

import json
import random
from importlib import resources

import pytest
from quoteattr.forest.packing import packed, unpacked
from test_forest_masks import Tree, tree_of


def depth(tree: Tree) -> int:
    """How many questions are asked on the longest way to a leaf."""
    deep = [0] * len(tree["left"])
    for number, (left, right) in enumerate(zip(tree["left"], tree["right"], strict=True)):
        if left != number:
            deep[left] = deep[right] = deep[number] + 1
    return max(deep)


@pytest.mark.parametrize("leaves", [1, 2, 3, 20, 200])
def test_trees_come_back(leaves: int) -> None:
    """Of every shape, through JSON, and packed they are smaller."""
    draw = random.Random(leaves)
    trees = [tree_of(draw, draw.randint(1, leaves), 6) for _ in range(60)]
    written = json.dumps(packed(trees))
    assert unpacked(json.loads(written)) == [{**tree, "depth": depth(tree)} for tree in trees]
    assert len(written) < len(json.dumps(trees))


def test_trees_that_are_not_packed_are_read() -> None:
    """As those of older files."""
    trees = [tree_of(random.Random(1), 5, 2)]
    assert unpacked(trees) == trees


@pytest.mark.parametrize("name", ["ends", "judge"])
def test_the_shipped_trees_are_packed(name: str) -> None:
    """They are the better part of the wheel."""
    file = resources.files("quoteattr").joinpath("data", "en", f"{name}_trees.json")
    trees = json.loads(file.read_text(encoding="utf-8"))["trees"]
    assert packed(unpacked(trees)) == trees
