"""Fit a forest, with LightGBM, and write it as JSON trees and a table of counts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from attrs import frozen

from quoteattr.errors import QuoteattrError
from quoteattr.forest import Column, Forest
from quoteattr.forest.columns import share
from quoteattr.forest.forest import SCALE
from quoteattr.forest.packing import packed
from tools.training.rows import Labelled

__all__ = ["FEW", "Fitted", "fit", "learner"]

_SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.09,
    "num_leaves": 20,
    "max_depth": 8,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
FEW = {
    "num_leaves": 8,
    "min_data_in_leaf": 100,
    "min_sum_hessian_in_leaf": 3.0,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "lambda_l2": 10.0,
}
"""Settings for a few thousand rows among many that count little."""
_SEEDS = (1, 2, 3)
"""Each is a forest of its own, and the average is what is written: a third of the trees each, and fewer accidents."""
_SEEN = 5
"""How often a joint value must have been seen to stand in the table."""

Counts = dict[str, tuple[int, int]]
"""Joint value of a column to how often it was right, and how often it was seen."""


@frozen
class Fitted:
    """A forest as files: trees (JSON) and counts (tab-separated)."""

    trees: str
    counts: str

    @property
    def forest(self) -> Forest:
        """The forest as the library reads it from these files."""
        return Forest.from_text(self.trees, self.counts)


def learner() -> Any:
    """LightGBM.

    Raises:
        QuoteattrError: It is not installed.
    """
    try:
        import lightgbm
    except ImportError as error:
        raise QuoteattrError("fitting trees needs LightGBM: python -m pip install --group training") from error
    return lightgbm


def fit(
    labelled: Sequence[Labelled],
    parts: Sequence[int],
    columns: Sequence[Column],
    rounds: int,
    threads: int = 1,
    settings: Mapping[str, Any] = MappingProxyType({}),
) -> Fitted:
    """Fit ``rounds`` trees for each of a few seeds, whose average is the forest.

    Args:
        labelled: The rows.
        parts: The part of the corpus that each row is from: the counts that a row is fitted with are those of the
            other parts, as an article that is read later is in none.
        columns: What the trees look at.
        rounds: How many trees for each seed.
        threads: For LightGBM. More of them wait for each other more than they help, on data of this size.
        settings: Of LightGBM, where they are others than usual.

    Raises:
        QuoteattrError: LightGBM is not installed.
    """
    lightgbm = learner()
    import numpy as np

    right = np.array([one.right for one in labelled], dtype=float)
    base = float(right.mean())
    whole: dict[int, Counts] = {}
    matrix = np.empty((len(labelled), len(columns)))
    for number, column in enumerate(columns):
        if column.counted:
            keys = [column.key(one.row) for one in labelled]
            whole[number] = _counts(keys, labelled)
            matrix[:, number] = _shares(keys, labelled, parts, whole[number], base)
        else:
            matrix[:, number] = column.values([one.row for one in labelled])
    weight = np.array([one.weight for one in labelled])
    data = lightgbm.Dataset(matrix, right, weight=weight)
    trees: list[dict[str, Any]] = []
    for seed in _SEEDS:
        booster = lightgbm.train(_SETTINGS | {"num_threads": threads, "seed": seed, **settings}, data, rounds)
        trees += [_tree(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    written = {
        "columns": [[column.name, column.counted] for column in columns],
        "base": round(base, 6),
        "trees": packed(trees),
    }
    lines = ["column\tright\tfound\tvalues"]
    for number, column in enumerate(columns):
        lines += _lines(column.name, whole.get(number, {}))
    return Fitted(json.dumps(written, separators=(",", ":")) + "\n", "\n".join(lines) + "\n")


def _lines(column: str, counts: Counts) -> Iterator[str]:
    """The lines of a column: for each pair of counts, all values that have them."""
    values: dict[tuple[int, int], list[str]] = {}
    for value, (right, found) in sorted(counts.items()):
        if found >= _SEEN and value.isprintable():
            values.setdefault((found, right), []).append(value)
    for (found, right), some in sorted(values.items()):
        yield "\t".join((column, str(right), str(found), *some))


def _counts(keys: Sequence[str], labelled: Sequence[Labelled]) -> Counts:
    counts: Counts = {}
    for key, one in zip(keys, labelled, strict=True):
        good, found = counts.get(key, (0, 0))
        counts[key] = good + one.right, found + 1
    return counts


def _shares(
    keys: Sequence[str], labelled: Sequence[Labelled], parts: Sequence[int], whole: Counts, base: float
) -> list[float]:
    """The share of each row's value among the rows of the other parts."""
    own: dict[int, Counts] = {}
    for part in set(parts):
        rows = [number for number, other in enumerate(parts) if other == part]
        own[part] = _counts([keys[number] for number in rows], [labelled[number] for number in rows])
    out = []
    for key, part in zip(keys, parts, strict=True):
        (good, found), (own_good, own_found) = whole[key], own[part][key]
        good, found = good - own_good, found - own_found
        out.append(share(good, found, base) if found >= _SEEN else base)
    return out


def _tree(root: dict[str, Any]) -> dict[str, Any]:
    """A tree of LightGBM as lists of nodes, its root first; a leaf is its own child."""
    tree: dict[str, Any] = {"column": [], "threshold": [], "left": [], "right": [], "leaf": [], "depth": 0}
    waiting: list[tuple[dict[str, Any], int, int, str]] = [(root, 0, -1, "")]
    while waiting:
        node, depth, parent, side = waiting.pop()
        number = len(tree["column"])
        if parent >= 0:
            tree[side][parent] = number
        tree["depth"] = max(tree["depth"], depth)
        is_leaf = "leaf_value" in node
        tree["column"].append(0 if is_leaf else node["split_feature"])
        tree["threshold"].append(0.0 if is_leaf else float(f"{node['threshold']:.6g}"))
        tree["left"].append(number)
        tree["right"].append(number)
        tree["leaf"].append(round(node["leaf_value"] * SCALE / len(_SEEDS)) if is_leaf else 0)
        if not is_leaf:
            waiting.append((node["right_child"], depth + 1, number, "right"))
            waiting.append((node["left_child"], depth + 1, number, "left"))
    return tree
