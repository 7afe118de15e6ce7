"""A sum of small decision trees, read from JSON and asked for many rows at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Any, Self

from attrs import field, frozen

from quoteattr.forest.columns import Column, Row, share

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SCALE", "Forest"]

SCALE = 1_000_000
"""Leaves hold log odds times this, as integers: their sum is the same in whatever order it is made."""
_AT_ONCE = 512
"""Rows that go through the trees together: what is held in memory stays small however long the article."""


@frozen(eq=False, slots=False)
class Forest:
    """Trees that tell how likely something is.

    Attributes:
        columns: What the trees look at, in the order of their feature numbers.
        base: The share of right ones in training: what an unknown value of a counted column stands for.
        tables: For each counted column its values with the share of right ones.
        trees: Node lists, one for each tree: column, threshold, left and right child, and what a leaf adds.
    """

    columns: tuple[Column, ...]
    base: float
    tables: tuple[Mapping[str, float], ...] = field(repr=False)
    trees: _Nodes = field(repr=False)

    @classmethod
    def from_text(cls, trees: str, counts: str) -> Self:
        """The forest of a file of trees (JSON) and a file of counts (tab-separated: column, value, right, found)."""
        data = json.loads(trees)
        columns = tuple(Column(tuple(name.split("+")), counted) for name, counted in data["columns"])
        base = float(data["base"])
        tables: dict[str, dict[str, float]] = {column.name: {} for column in columns if column.counted}
        for line in counts.rstrip("\n").split("\n")[1:]:
            name, value, right, found = line.split("\t")
            tables[name][value] = share(float(right), float(found), base)
        return cls(columns, base, tuple(tables.get(column.name, {}) for column in columns), _Nodes.of(data["trees"]))

    def probabilities(self, rows: Sequence[Row]) -> list[float]:
        """How likely each of ``rows`` is right, 0 to 1, to six digits."""
        out: list[float] = []
        for start in range(0, len(rows), _AT_ONCE):
            out += self.trees.probabilities(self._by_column(rows[start : start + _AT_ONCE]))
        return out

    def probabilities_of(self, names: Sequence[str], rows: Sequence[tuple[str | float, ...]]) -> list[float]:
        """The same for rows that have all features, in the order of ``names``: words as strings, numbers as floats."""
        out: list[float] = []
        for start in range(0, len(rows), _AT_ONCE):
            features = dict(zip(names, zip(*rows[start : start + _AT_ONCE], strict=True), strict=True))
            out += self.trees.probabilities(self._joined(features, features))
        return out

    def numbers(self, row: Row) -> list[float]:
        """``row`` as the trees see it."""
        return [value for (value,) in self._by_column([row])]

    def _by_column(self, rows: Sequence[Row]) -> list[Sequence[float]]:
        """What the trees see of all rows, column by column: a feature that several columns share is read once."""
        words = {part: [str(row.get(part, "")) for row in rows] for part in self._parts}
        numbers = {column.name: column.values(rows) for column in self.columns if not column.counted}
        return self._joined(words, numbers)

    def _joined(
        self, words: Mapping[str, Sequence[Any]], numbers: Mapping[str, Sequence[Any]]
    ) -> list[Sequence[float]]:
        """The columns, from the values of each feature in all rows."""
        base = repeat(self.base)
        return [
            list(map(table.get, column.keys([words[part] for part in column.parts]), base))
            if column.counted
            else numbers[column.name]
            for column, table in zip(self.columns, self.tables, strict=True)
        ]

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The features that are words, each once."""
        return tuple(dict.fromkeys(part for column in self.columns if column.counted for part in column.parts))


@frozen(eq=False)
class _Nodes:
    """The nodes of all trees behind each other; a leaf is its own child."""

    roots: NDArray[np.intp]
    columns: NDArray[np.intp]
    thresholds: NDArray[np.float64]
    children: NDArray[np.intp]
    """Left child, then right child, of each node: an array of two columns, flattened."""
    leaves: NDArray[np.int64]
    depth: int

    @classmethod
    def of(cls, trees: Sequence[Mapping[str, Any]]) -> Self:
        import numpy as np

        roots: list[int] = []
        columns: list[int] = []
        thresholds: list[float] = []
        children: list[int] = []
        leaves: list[int] = []
        depth = 0
        for tree in trees:
            offset = len(columns)
            roots.append(offset)
            for node, (column, left, right) in enumerate(zip(tree["column"], tree["left"], tree["right"], strict=True)):
                is_leaf = left == node
                columns.append(0 if is_leaf else column)
                children += [offset + left, offset + right]
            thresholds += tree["threshold"]
            leaves += tree["leaf"]
            depth = max(depth, int(tree["depth"]))
        return cls(
            np.array(roots, dtype=np.intp),
            np.array(columns, dtype=np.intp),
            np.array(thresholds, dtype=np.float64),
            np.array(children, dtype=np.intp),
            np.array(leaves, dtype=np.int64),
            depth,
        )

    def probabilities(self, columns: Sequence[Sequence[float]]) -> list[float]:
        """How likely each row is.

        Args:
            columns: What the trees see, column by column.
        """
        import numpy as np

        values = np.array(columns, dtype=np.float64)
        count = values.shape[1]
        flat = values.ravel()
        rows = np.arange(count, dtype=np.intp)
        nodes = np.repeat(self.roots[:, None], count, axis=1)
        for _ in range(self.depth):
            places = self.columns.take(nodes)
            places *= count
            places += rows
            above = flat.take(places) > self.thresholds.take(nodes)
            nodes *= 2
            nodes += above
            nodes = self.children.take(nodes)
        odds = self.leaves.take(nodes).sum(axis=0) / SCALE
        shares: list[float] = np.round(1.0 / (1.0 + np.exp(-odds)), 6).tolist()
        return shares
