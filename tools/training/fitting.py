"""Fit a forest, with LightGBM, and write it as text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Self

from attrs import frozen

from quoteattr.errors import QuoteattrError
from quoteattr.forest import Column, Forest
from quoteattr.forest.columns import ABSENT, Row
from quoteattr.forest.text import SCALE
from tools.training.outline import can_be_told, outline
from tools.training.rows import Labelled

__all__ = ["FEW", "Fitted", "calibrated", "fit", "learner"]

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

_WEIGHT = 5.0
"""Weight of what is right in general against the counts of one value, in rows."""

Counts = dict[str, tuple[int, int]]
"""Joint value of a column to how often it was right, and how often it was seen."""
Tree = dict[str, list[Any]]
"""Its nodes as lists, its root first and each left child behind its parent; a leaf is its own child."""


@frozen
class Fitted:
    """A forest as the texts of :mod:`quoteattr.forest.text`."""

    trees: str
    tables: str

    @property
    def forest(self) -> Forest:
        """The forest as the library reads it from these texts."""
        return Forest.from_text(self.trees, self.tables)


def calibrated(fitted: Fitted, slope: float, shift: float) -> Fitted:
    """A forest whose log odds are ``slope`` times those of ``fitted``, and ``shift`` more."""
    heads, _, trees = fitted.trees.partition("\n\n")
    lines = [
        " ".join(token if "<" in token else _leaf(round(slope * float(token) * SCALE)) for token in line.split(" "))
        for line in trees.splitlines()
    ]
    return Fitted("\n".join([heads, "", *lines, _leaf(round(shift * SCALE))]) + "\n", fitted.tables)


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
            keys = [_key(column, one.row) for one in labelled]
            whole[number] = _counts(keys, labelled)
            matrix[:, number] = _shares(keys, labelled, parts, whole[number], base)
        else:
            matrix[:, number] = [float(one.row.get(column.name, ABSENT)) for one in labelled]
    weight = np.array([one.weight for one in labelled])
    data = lightgbm.Dataset(matrix, right, weight=weight)
    trees: list[Tree] = []
    for seed in _SEEDS:
        booster = lightgbm.train(_SETTINGS | {"num_threads": threads, "seed": seed, **settings}, data, rounds)
        trees += [_tree(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    base = round(base, 6)
    shares = {
        number: {value: _share(*count, base) for value, count in counts.items() if count[1] >= _SEEN}
        for number, counts in whole.items()
    }
    return written(columns, trees, base, shares)


def written(
    columns: Sequence[Column], trees: Sequence[Tree], base: float, shares: Mapping[int, Mapping[str, float]]
) -> Fitted:
    """A forest as text, without what no row can see: thresholds that part no two values, values that are as unknown.

    Args:
        columns: What the trees look at.
        trees: The trees.
        base: The share that an unknown value stands for.
        shares: For each column of words, by its number, its values with the shares that they stand for.
    """
    asked: dict[int, set[float]] = {}
    for tree in trees:
        for column, threshold, is_leaf in zip(tree["column"], tree["threshold"], _leaves(tree), strict=True):
            if not is_leaf:
                asked.setdefault(column, set()).add(threshold)
    thresholds = [sorted(asked.get(number, ())) for number in range(len(columns))]
    scales = [
        _Scale.of(some, {base, *shares[number].values()}) if column.counted else _Scale(some, ())
        for number, (column, some) in enumerate(zip(columns, thresholds, strict=True))
    ]
    heads = [_heading(column, scale, base) for column, scale in zip(columns, scales, strict=True)]
    tables = []
    for number, known in shares.items():
        scale = scales[number]
        told = {value: scale.place(share) for value, share in known.items() if can_be_told(value)}
        seen = {value: str(place) for value, place in told.items() if place != scale.place(base)}
        if seen:
            tables.append("\n".join(outline(columns[number].name, seen)))
    lines = [*heads, "", *(_line(tree, scales) for tree in trees)]
    return Fitted("\n".join(lines) + "\n", "\n\n".join(tables) + "\n")


@frozen
class _Scale:
    """The thresholds of a column, and the places between them where some value stands.

    Attributes:
        thresholds: All of them.
        used: How many thresholds lie below a value, for each value of a column of words; empty for a number.
    """

    thresholds: Sequence[float]
    used: Sequence[int]

    @classmethod
    def of(cls, thresholds: Sequence[float], values: Iterable[float]) -> Self:
        """The scale of a column of words with these shares."""
        return cls(thresholds, sorted({bisect_left(thresholds, value) for value in values}))

    def place(self, value: float) -> int:
        """The place of a value, counted among those where some value stands."""
        return self.used.index(bisect_left(self.thresholds, value))

    def limit(self, threshold: float) -> int:
        """The last place that is not above a threshold; of a number the number of the threshold."""
        number = bisect_left(self.thresholds, threshold)
        return bisect_right(self.used, number) - 1 if self.used else number

    def parts(self, limit: int) -> bool:
        """Whether values stand on both sides of a limit."""
        return not self.used or 0 <= limit < len(self.used) - 1


def _heading(column: Column, scale: _Scale, base: float) -> str:
    """A column as text: where an unknown value stands, or the thresholds of a number."""
    told = str(scale.place(base)) if column.counted else " ".join(map(repr, scale.thresholds))
    return f"{'words' if column.counted else 'number'}\t{told}\t{column.name}"


def _line(tree: Tree, scales: Sequence[_Scale]) -> str:
    """A tree as text; of a node that all values leave on one side, that side alone."""
    told: list[str] = []
    waiting = [0]
    while waiting:
        node = waiting.pop()
        left, right = tree["left"][node], tree["right"][node]
        if right == node:
            told.append(_leaf(tree["leaf"][node]))
            continue
        column = tree["column"][node]
        limit = scales[column].limit(tree["threshold"][node])
        if scales[column].parts(limit):
            told.append(f"{column}<{limit}")
            waiting += (right, left)
        else:
            waiting.append(right if limit < 0 else left)
    return " ".join(told)


def _leaves(tree: Tree) -> list[bool]:
    """Of each node whether it is a leaf."""
    return [number == right for number, right in enumerate(tree["right"])]


def _key(column: Column, row: Row) -> str:
    """The joint value of the parts of a column."""
    return " ".join([str(row.get(part, "")) for part in column.parts])


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
        out.append(_share(good, found, base) if found >= _SEEN else base)
    return out


def _leaf(leaf: int) -> str:
    """A leaf as text: log odds with a point."""
    told = f"{abs(leaf) / SCALE:.4f}".lstrip("0")
    return f"-{told}" if leaf < 0 else told


def _share(right: float, found: float, base: float) -> float:
    """The share of right ones among ``found``, leaning on ``base``."""
    return (right + _WEIGHT * base) / (found + _WEIGHT)


def _tree(root: dict[str, Any]) -> Tree:
    """A tree of LightGBM as lists of nodes, its root first; a leaf is its own child."""
    tree: Tree = {"column": [], "threshold": [], "left": [], "right": [], "leaf": []}
    waiting: list[tuple[dict[str, Any], int, str]] = [(root, -1, "")]
    while waiting:
        node, parent, side = waiting.pop()
        number = len(tree["column"])
        if parent >= 0:
            tree[side][parent] = number
        is_leaf = "leaf_value" in node
        tree["column"].append(0 if is_leaf else node["split_feature"])
        tree["threshold"].append(0.0 if is_leaf else float(f"{node['threshold']:.6g}"))
        tree["left"].append(number)
        tree["right"].append(number)
        tree["leaf"].append(round(node["leaf_value"] * SCALE / len(_SEEDS)) if is_leaf else 0)
        if not is_leaf:
            waiting.append((node["right_child"], number, "right"))
            waiting.append((node["left_child"], number, "left"))
    return tree
