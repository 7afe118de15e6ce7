"""Forests as text: the trees, and the tables that they ask.

Trees are lines of two sorts. The first lines tell the columns, in the order of their numbers: ``words``, the place of a
value that is in no table, and the features; or ``number``, the thresholds, and the feature. Behind an empty line each
line is a tree, its root first and each node right before its left child: ``12<3`` asks whether the place of column 12
is at most 3 (for a number: whether it is at most threshold 3), and goes left if so; a leaf has a point, and is what it
adds in log odds: ``-.0532``.

The tables are an outline (:mod:`quoteattr.data.outline`) whose keys are the values of columns of words, and whose cells
are their places, from the lowest share of right ones in training up; values that no threshold parts have one place. A
value that has the place of unknown ones stands in no table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quoteattr.data.outline import read_outline
from quoteattr.forest.columns import Column

__all__ = ["SCALE", "read_columns", "read_tables", "read_trees"]

Thresholds = tuple[float, ...]
SCALE = 10_000
"""Leaves are read as integers, log odds times this: their sum is the same in whatever order it is made."""


def read_columns(text: str) -> tuple[tuple[Column, ...], tuple[int, ...], tuple[Thresholds, ...]]:
    """The columns of trees, the place of an unknown value in each (0 for numbers), and the thresholds of numbers."""
    columns, unknown, thresholds = list[Column](), list[int](), list[Thresholds]()
    for line in text.partition("\n\n")[0].splitlines():
        sort, told, name = line.split("\t")
        counted = sort == "words"
        columns.append(Column(tuple(name.split("+")), counted))
        unknown.append(int(told) if counted else 0)
        thresholds.append(() if counted else tuple(map(float, told.split())))
    return tuple(columns), tuple(unknown), tuple(thresholds)


def read_trees(text: str, thresholds: Sequence[Thresholds]) -> list[dict[str, Any]]:
    """The trees as lists of nodes, as :class:`~quoteattr.forest.masks.Masks` takes them; a leaf is its own child.

    Args:
        text: The trees.
        thresholds: Those of each column of numbers. Of a column of words a threshold is its own number.
    """
    asked = _Asked(thresholds)
    return [_tree(line.split(" "), asked) for line in text.partition("\n\n")[2].splitlines()]


class _Asked(dict[str, tuple[int, float]]):
    """What nodes ask, by their text: a column and a threshold. Many nodes ask the same."""

    def __init__(self, thresholds: Sequence[Thresholds]) -> None:
        self._thresholds = thresholds

    def __missing__(self, text: str) -> tuple[int, float]:
        column, threshold = map(int, text.split("<"))
        numbers = self._thresholds[column]
        self[text] = asked = column, numbers[threshold] if numbers else float(threshold)
        return asked


def _tree(tokens: Sequence[str], asked: _Asked) -> dict[str, Any]:
    size = len(tokens)
    columns, limits, leaves = [0] * size, [0.0] * size, [0] * size
    left, right = list(range(size)), list(range(size))
    open_nodes: list[int] = []  # whose right child is still to come
    for number, token in enumerate(tokens):
        if "<" in token:
            columns[number], limits[number] = asked[token]
            left[number] = number + 1
            open_nodes.append(number)
            continue
        leaves[number] = round(float(token) * SCALE)
        if open_nodes:
            right[open_nodes.pop()] = number + 1
    return {"column": columns, "threshold": limits, "left": left, "right": right, "leaf": leaves}


def read_tables(text: str) -> dict[str, dict[str, int]]:
    """For each column of words the places of its values."""
    tables: dict[str, dict[str, int]] = {}
    for name, values, places in read_outline(text):
        tables.setdefault(name, {}).update(zip(values, map(int, places), strict=True))
    return tables
