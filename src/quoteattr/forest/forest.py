"""A sum of small decision trees, read from text and asked for many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import islice
from typing import Any, Self

from attrs import field, frozen

from quoteattr.data import text_of
from quoteattr.forest.columns import ABSENT, Column, Row
from quoteattr.forest.lookup import Lookup, Told
from quoteattr.forest.masks import Masks
from quoteattr.forest.numbers import Numbers
from quoteattr.forest.text import SCALE, read_columns, read_tables, read_trees

__all__ = ["Forest", "shipped"]

_AT_ONCE = 512


@frozen(eq=False, slots=False)
class Forest:
    """Trees that tell how likely something is.

    Attributes:
        columns: What the trees look at, in the order of their feature numbers.
        unknown: For each column the place of a value that its table does not have.
        tables: For each column of words its values with their places among its thresholds.
        trees: The trees over them.
    """

    columns: tuple[Column, ...]
    unknown: tuple[int, ...]
    tables: tuple[Mapping[str, int], ...] = field(repr=False)
    trees: Masks = field(repr=False)

    @classmethod
    def from_text(cls, trees: str, tables: str) -> Self:
        """The forest of the texts of its trees and of its tables (:mod:`quoteattr.forest.text`)."""
        columns, unknown, thresholds = read_columns(trees)
        known = read_tables(tables)
        masks = Masks.of(read_trees(trees, thresholds), len(columns))
        return cls(columns, unknown, tuple(known.get(column.name, {}) for column in columns), masks)

    def probabilities(self, rows: Iterable[Row]) -> list[float]:
        """How likely each of ``rows`` is right, 0 to 1, to six digits; a few hundred are held at a time."""
        names, absent = tuple(self._absent), tuple(self._absent.values())
        coming, shares = iter(rows), list[float]()
        while some := [tuple(map(row.get, names, absent)) for row in islice(coming, _AT_ONCE)]:
            shares += self.probabilities_of(names, some)
        return shares

    def probabilities_of(self, names: Sequence[str], rows: Sequence[tuple[str | float, ...]]) -> list[float]:
        """The same for rows that have all features, in the order of ``names``: words as strings, numbers as floats."""
        if not rows:
            return []
        import numpy as np

        count = len(rows)
        features: dict[str, tuple[Any, ...]] = dict(zip(names, zip(*rows, strict=True), strict=True))
        places = np.concatenate([self._words.find(features, count), self._numbers.find(features, count)])
        odds = self.trees.sums(places, count) / SCALE
        shares: list[float] = np.round(1.0 / (1.0 + np.exp(-odds)), 6).tolist()
        return shares

    @cached_property
    def _words(self) -> Lookup:
        """The values of the columns of words that some tree asks for."""
        return Lookup.of(self._told())

    def _told(self) -> Iterator[Told]:
        """The columns of words that some tree asks for: the rows of the masks for known values, and for all others."""
        for number, (column, table) in enumerate(zip(self.columns, self.tables, strict=True)):
            if column.counted and len(self.trees.thresholds[number]):
                *known, other = self.trees.places(number, [*table.values(), self.unknown[number]]).tolist()
                yield column, dict(zip(table, known, strict=True)), other

    @cached_property
    def _numbers(self) -> Numbers:
        """The thresholds of the columns of numbers that some tree asks for."""
        asked = enumerate(zip(self.columns, self.trees.thresholds, strict=True))
        return Numbers.of(
            self.trees,
            [(number, column.name) for number, (column, some) in asked if len(some) and not column.counted],
        )

    @cached_property
    def _absent(self) -> Row:
        """A row that has none of the features that some tree asks for."""
        asked = (column for column, some in zip(self.columns, self.trees.thresholds, strict=True) if len(some))
        return {part: "" if column.counted else ABSENT for column in asked for part in column.parts}


@cache
def shipped(name: str) -> Forest | None:
    """A forest that comes with the library; ``None`` before the first training."""
    trees = text_of(f"{name}_trees.tsv")
    return Forest.from_text(trees, text_of(f"{name}_values.tsv")) if trees else None
