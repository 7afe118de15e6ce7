"""Trees as bit masks, so that many rows go through all of them without a step from node to node.

A tree has one bit for each leaf, the leftmost lowest. Of a value only its place among a column's thresholds matters:
it rules out the leaves to the left of every split whose threshold it is above. For each such place the table holds,
tree by tree, the leaves that are not ruled out. Of what all columns of a row leave, the lowest bit is the leaf that the
row comes to (Lucchese and others, QuickScorer, SIGIR 2015). numpy does this for all trees at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from attrs import frozen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LEAVES", "Masks"]

LEAVES = 32
"""Leaves that a tree has at most."""
_AT_ONCE = 128
"""Rows that go through the trees together: what they need stays near the processor however long the article."""
_CELLS = 131_072
"""Masks that are looked up at once, of as many rows as have no more: what is more does not stay near the processor."""
_EXPONENT = 23
"""Bits behind the exponent of a float of 32 bits: that of a power of two tells which bit it is."""
_BIAS = 127


@frozen(eq=False)
class Masks:
    """The trees of a forest.

    Attributes:
        thresholds: For each column the values that some split asks for, in order.
        first: For each column the row of ``table`` for values up to the first threshold; one more for each threshold.
        table: For each place among a column's thresholds the leaves of each tree that are not ruled out.
        leaves: What each leaf adds, ``LEAVES`` for each tree.
    """

    thresholds: tuple[NDArray[np.float64], ...]
    first: tuple[int, ...]
    table: NDArray[np.uint32]
    leaves: NDArray[np.int64]

    @classmethod
    def of(cls, trees: Sequence[Mapping[str, Any]], columns: int) -> Self:
        """The masks of trees.

        Args:
            trees: Node lists (``column``, ``threshold``, ``left``, ``right``, ``leaf``), each node before its left
                subtree and that before its right one; a leaf is its own child.
            columns: How many columns there are.

        Raises:
            ValueError: A tree has too many leaves, or its nodes stand in another order.
        """
        import numpy as np

        sizes = np.array([len(tree["left"]) for tree in trees], dtype=np.intp)
        starts = np.cumsum(sizes) - sizes
        tree_of = np.repeat(np.arange(len(trees)), sizes)
        nodes = np.arange(len(tree_of)) - starts[tree_of]
        column, left, right = (
            np.fromiter(chain.from_iterable(tree[name] for tree in trees), np.intp, len(nodes))
            for name in ("column", "left", "right")
        )
        threshold = np.fromiter(chain.from_iterable(tree["threshold"] for tree in trees), np.float64, len(nodes))
        is_leaf = left == nodes
        before = np.cumsum(is_leaf) - is_leaf
        rank = before - before[starts][tree_of]
        """Leaves of the tree before each node."""
        if rank.max(initial=0) >= LEAVES or (left != nodes + ~is_leaf).any() or (right < left).any():
            raise ValueError(f"expected trees of at most {LEAVES} leaves, each node right before its left child")
        leaves = np.zeros((len(trees), LEAVES), dtype=np.int64)
        added = np.fromiter(chain.from_iterable(tree["leaf"] for tree in trees), np.int64, len(nodes))
        leaves[tree_of[is_leaf], rank[is_leaf]] = added[is_leaf]

        splits = np.flatnonzero(~is_leaf)
        low, high = (rank[starts[tree_of[splits]] + child[splits]].astype(np.uint64) for child in (left, right))
        one = np.uint64(1)
        ruled_out = (one << high) - (one << low)
        kept = ~ruled_out.astype(np.uint32)
        thresholds = tuple(np.unique(threshold[splits[column[splits] == number]]) for number in range(columns))
        first = np.cumsum([0, *(len(values) + 1 for values in thresholds)])
        table = np.full((first[-1], len(trees)), ~np.uint32(0), dtype=np.uint32)
        for number, values in enumerate(thresholds):
            own = column[splits] == number
            places = first[number] + 1 + values.searchsorted(threshold[splits[own]])
            np.bitwise_and.at(table, (places, tree_of[splits[own]]), kept[own])
            rows = table[first[number] : first[number + 1]]
            np.bitwise_and.accumulate(rows, axis=0, out=rows)
        return cls(thresholds, tuple(first[:-1].tolist()), table, leaves.ravel())

    def places(self, column: int, values: Sequence[float]) -> NDArray[np.intp]:
        """The rows of the table for values of a column."""
        import numpy as np

        return self.thresholds[column].searchsorted(np.array(values, dtype=np.float64)) + self.first[column]

    def sums(self, places: NDArray[np.intp], count: int) -> NDArray[np.int64]:
        """What the leaves that rows come to add up to.

        Args:
            places: For each column that some tree asks for the rows' places in the table.
            count: How many rows there are.
        """
        import numpy as np

        out = np.empty(count, dtype=np.int64)
        offsets = np.arange(self.table.shape[1], dtype=np.int32) * np.int32(LEAVES) - np.int32(_BIAS)
        for start in range(0, count, _AT_ONCE):
            some = places[:, start : start + _AT_ONCE]
            left = self._left(some)
            left &= np.negative(left)  # the lowest bit alone
            leaf = left.astype(np.float32).view(np.int32)
            leaf >>= _EXPONENT
            leaf += offsets
            self.leaves.take(leaf).sum(axis=1, out=out[start : start + _AT_ONCE])
        return out

    def _left(self, places: NDArray[np.intp]) -> NDArray[np.uint32]:
        """For each row the leaves of each tree that no column rules out."""
        import numpy as np

        columns, count = places.shape
        trees = self.table.shape[1]
        left = np.full((count, trees), ~np.uint32(0))
        size = max(1, _CELLS // max(1, columns * trees))
        if not columns:
            return left
        for start in range(0, count, size):
            masks = self.table.take(places[:, start : start + size], axis=0)
            np.bitwise_and.reduce(masks, axis=0, out=left[start : start + size])
        return left
