"""A sum of small decision trees, read from JSON and asked for many rows at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice, repeat
from operator import itemgetter
from typing import Any, Self

from attrs import field, frozen

from quoteattr.forest.columns import ABSENT, Column, Row, share
from quoteattr.forest.masks import Masks
from quoteattr.forest.packing import unpacked

__all__ = ["SCALE", "Forest"]

SCALE = 1_000_000
"""Leaves hold log odds times this, as integers: their sum is the same in whatever order it is made."""

_AT_ONCE = 512


@frozen(eq=False, slots=False)
class Forest:
    """Trees that tell how likely something is.

    Attributes:
        columns: What the trees look at, in the order of their feature numbers.
        base: The share of right ones in training: what an unknown value of a counted column stands for.
        tables: For each counted column its values with the share of right ones.
        trees: The trees over them.
    """

    columns: tuple[Column, ...]
    base: float
    tables: tuple[Mapping[str, float], ...] = field(repr=False)
    trees: Masks = field(repr=False)

    @classmethod
    def from_text(cls, trees: str, counts: str) -> Self:
        """The forest of a file of trees (JSON) and a file of counts (tab-separated: column, right, found, values)."""
        data = json.loads(trees)
        columns = tuple(Column(tuple(name.split("+")), counted) for name, counted in data["columns"])
        base = float(data["base"])
        tables: dict[str, dict[str, float]] = {column.name: {} for column in columns if column.counted}
        for line in counts.rstrip("\n").split("\n")[1:]:
            name, right, found, *values = line.split("\t")
            tables[name].update(dict.fromkeys(values, share(float(right), float(found), base)))
        tables_of = tuple(tables.get(column.name, {}) for column in columns)
        return cls(columns, base, tables_of, Masks.of(unpacked(data["trees"]), len(columns)))

    def probabilities(self, rows: Iterable[Row]) -> list[float]:
        """How likely each of ``rows`` is right, 0 to 1, to six digits; a few hundred are held at a time."""
        names = tuple(self._absent)
        told = itemgetter(*names, names[0])
        coming, shares = iter(rows), list[float]()
        while some := [told({**self._absent, **row}) for row in islice(coming, _AT_ONCE)]:
            shares += self.probabilities_of((*names, names[0]), some)
        return shares

    def probabilities_of(self, names: Sequence[str], rows: Sequence[tuple[str | float, ...]]) -> list[float]:
        """The same for rows that have all features, in the order of ``names``: words as strings, numbers as floats."""
        if not rows:
            return []
        import numpy as np

        count = len(rows)
        features: dict[str, tuple[Any, ...]] = dict(zip(names, zip(*rows, strict=True), strict=True))
        places = [
            np.fromiter(
                map(known.get, column.keys([features[part] for part in column.parts]), repeat(other)), np.intp, count
            )
            if column.counted
            else self.trees.places(number, features[column.name])
            for number, column, known, other in self._asked
        ]
        odds = self.trees.sums(places, count) / SCALE
        shares: list[float] = np.round(1.0 / (1.0 + np.exp(-odds)), 6).tolist()
        return shares

    def numbers(self, row: Row) -> list[float]:
        """``row`` as the trees see it."""
        return [
            table.get(column.key(row), self.base) if column.counted else column.values([row])[0]
            for column, table in zip(self.columns, self.tables, strict=True)
        ]

    @cached_property
    def _asked(self) -> list[tuple[int, Column, Mapping[str, int], int]]:
        """The columns that some tree asks for: number, column, and for known values and others what the masks see."""
        out: list[tuple[int, Column, Mapping[str, int], int]] = []
        shared = list(range(len(self.trees.table)))  # one object for each number, not one for each word
        for number, (column, table) in enumerate(zip(self.columns, self.tables, strict=True)):
            if len(self.trees.thresholds[number]):
                *known, other = self.trees.places(number, [*table.values(), self.base]).tolist()
                out.append((number, column, dict(zip(table, map(shared.__getitem__, known), strict=True)), other))
        return out

    @cached_property
    def _absent(self) -> Row:
        """A row that has no feature."""
        return {part: "" if column.counted else ABSENT for column in self.columns for part in column.parts}
