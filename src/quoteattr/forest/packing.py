"""Trees as a file holds them: shapes, columns, thresholds and leaves apart, since like things side by side are small.

In memory a tree is lists with an entry for each node, its root first and each left child behind its parent. A file
tells of each tree its shape, a letter for each node (``n`` for one with children, ``l`` for a leaf), of the former
column and threshold, and of the latter what they add; nothing that follows from these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["packed", "unpacked"]

NODE, LEAF = "n", "l"


def packed(trees: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """``trees`` as a file holds them."""
    out: dict[str, list[Any]] = {"shape": [], "column": [], "threshold": [], "leaf": []}
    for tree in trees:
        leaves = [number == right for number, right in enumerate(tree["right"])]
        out["shape"].append("".join(LEAF if leaf else NODE for leaf in leaves))
        for part, of_leaves in (("column", False), ("threshold", False), ("leaf", True)):
            out[part].append([value for value, leaf in zip(tree[part], leaves, strict=True) if leaf is of_leaves])
    return out


def unpacked(trees: Mapping[str, Sequence[Any]] | Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The trees of a file, packed or not."""
    if not isinstance(trees, Mapping):
        return list(trees)
    parts = (trees["shape"], trees["column"], trees["threshold"], trees["leaf"])
    return [_tree(*one) for one in zip(*parts, strict=True)]


def _tree(shape: str, columns: Iterable[int], thresholds: Iterable[float], leaves: Iterable[int]) -> dict[str, Any]:
    size = len(shape)
    tree: dict[str, Any] = {"column": [0] * size, "threshold": [0.0] * size, "leaf": [0] * size, "depth": 0}
    left, right = list(range(size)), list(range(size))
    column, threshold, leaf = iter(columns), iter(thresholds), iter(leaves)
    open_nodes: list[tuple[int, int]] = []  # whose right child is still to come, with its depth
    depth = 0
    for number, letter in enumerate(shape):
        if letter == NODE:
            tree["column"][number], tree["threshold"][number] = next(column), next(threshold)
            left[number] = number + 1
            open_nodes.append((number, depth))
            depth += 1
            continue
        tree["leaf"][number] = next(leaf)
        tree["depth"] = max(tree["depth"], depth)
        if open_nodes:
            parent, above = open_nodes.pop()
            right[parent] = number + 1
            depth = above + 1
    return {**tree, "left": left, "right": right}
