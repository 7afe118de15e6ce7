"""Trees as a file holds them: shapes, columns, thresholds and leaves apart, since like things side by side are small.

In memory a tree is lists with an entry for each node, its root first and each left child behind its parent. A file
tells of each tree its shape, a letter for each node (``n`` for one with children, ``l`` for a leaf), of the former
column and threshold, and of the latter what they add; nothing that follows from these. A threshold is told by its
number among those of its column, which are few and stand apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["packed", "unpacked"]

NODE, LEAF = "n", "l"


def packed(trees: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """``trees`` as a file holds them."""
    out: dict[str, list[Any]] = {"shape": [], "column": [], "threshold": [], "leaf": []}
    seen: dict[int, set[float]] = {}
    for tree in trees:
        leaves = [number == right for number, right in enumerate(tree["right"])]
        out["shape"].append("".join(LEAF if leaf else NODE for leaf in leaves))
        for part, of_leaves in (("column", False), ("threshold", False), ("leaf", True)):
            out[part].append([value for value, leaf in zip(tree[part], leaves, strict=True) if leaf is of_leaves])
        for column, threshold in zip(out["column"][-1], out["threshold"][-1], strict=True):
            seen.setdefault(column, set()).add(threshold)
    out["thresholds"] = [sorted(seen.get(column, ())) for column in range(max(seen, default=-1) + 1)]
    numbers = [{value: number for number, value in enumerate(some)} for some in out["thresholds"]]
    out["threshold"] = [
        [numbers[column][value] for column, value in zip(*pair, strict=True)]
        for pair in zip(out["column"], out["threshold"], strict=True)
    ]
    return out


def unpacked(trees: Mapping[str, Sequence[Any]] | Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The trees of a file, packed or not."""
    if not isinstance(trees, Mapping):
        return list(trees)
    known = trees["thresholds"]
    thresholds = (
        [known[column][number] for column, number in zip(*pair, strict=True)]
        for pair in zip(trees["column"], trees["threshold"], strict=True)
    )
    parts = (trees["shape"], trees["column"], thresholds, trees["leaf"])
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
