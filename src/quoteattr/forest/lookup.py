"""The places of joint values, for all columns of words and all rows at once.

Each word has a number of 64 bits, drawn for its feature, and a joint value has the sum of them (Zobrist, A new hashing
method, 1970): no strings are joined, and one search in an ordered array does for all columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise, repeat
from typing import TYPE_CHECKING, Self

from attrs import frozen

from quoteattr.forest.columns import Column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Lookup", "Told"]

Told = tuple[Column, Mapping[str, int], int]
"""A column of words, the place of each of its values, and that of all others."""

_SPARSE = 2
"""Stretches of numbers for each value: hardly one holds more than four."""


@frozen(eq=False)
class Lookup:
    """The values of columns of words.

    Attributes:
        codes: For each feature those of its words that are in some value; 0 is left for all others.
        numbers: For each code its number.
        salts: For each column what its values have besides the numbers of their words.
        parts: For each column with at least one, two, three … features its first, second, third … one. Columns with
            more features come first.
        others: For each column the place of an unknown value.
        first: For each stretch of numbers its first value.
        values: The numbers of all values in order, and one that is above all.
        places: Their places.
    """

    codes: Mapping[str, Mapping[str, int]]
    numbers: NDArray[np.uint64]
    salts: NDArray[np.uint64]
    parts: tuple[Sequence[int], ...]
    others: NDArray[np.intp]
    first: NDArray[np.int32]
    values: NDArray[np.uint64]
    places: NDArray[np.intp]

    @classmethod
    def of(cls, columns: Iterable[Told]) -> Self:
        """The lookup of some columns."""
        import numpy as np

        told = sorted(columns, key=lambda one: -len(one[0].parts))
        features = list(dict.fromkeys(part for column, _, _ in told for part in column.parts))
        codes: dict[str, dict[str, int]] = {feature: {} for feature in features}
        size, spelled = 1, list[tuple[list[list[int]], list[int]]]()
        for column, known, _ in told:
            split = [(parts, place) for value, place in known.items() for parts in _splits(value, len(column.parts))]
            rows = list[list[int]]()
            for number, part in enumerate(column.parts):
                of_part, row = codes[part], list[int]()
                for parts, _ in split:
                    code = of_part.get(parts[number], 0)
                    if not code:
                        of_part[parts[number]] = code = size
                        size += 1
                    row.append(code)
                rows.append(row)
            spelled.append((rows, [place for _, place in split]))
        drawn = _drawn(size + len(told))
        numbers, salts = drawn[:size], drawn[size:]
        values = np.concatenate(
            [
                numbers[np.array(rows, np.intp)].sum(axis=0, dtype=np.uint64) + salt
                for (rows, _), salt in zip(spelled, salts, strict=True)
            ]
            or [drawn[:0]]
        )
        order = values.argsort()
        above = np.array([np.iinfo(np.uint64).max], np.uint64)
        ordered = np.concatenate([values[order], above])
        bits = max(_SPARSE * len(values), 2).bit_length()
        edges = ordered[:-1] >> np.uint64(64 - bits)
        counts = np.bincount(edges.astype(np.intp), minlength=1 << bits)
        places = np.array([place for _, found in spelled for place in found], np.intp)
        deepest = max((len(column.parts) for column, _, _ in told), default=0)
        return cls(
            codes,
            numbers,
            salts[:, None],
            tuple(
                [features.index(column.parts[depth]) for column, _, _ in told if len(column.parts) > depth]
                for depth in range(deepest)
            ),
            np.array([other for _, _, other in told], np.intp)[:, None],
            (counts.cumsum() - counts).astype(np.int32),
            ordered,
            np.concatenate([places[order], [0]]),
        )

    def find(self, words: Mapping[str, Sequence[str]], count: int) -> NDArray[np.intp]:
        """For each column the places of rows.

        Args:
            words: For each feature its value in every row.
            count: How many rows there are.
        """
        import numpy as np

        of_features = [map(known.get, words[feature], repeat(0)) for feature, known in self.codes.items()]
        codes = np.fromiter(chain.from_iterable(of_features), np.intp, len(of_features) * count)
        numbers = self.numbers.take(codes.reshape(len(of_features), count))
        values = np.repeat(self.salts, count, axis=1)
        for parts in self.parts:
            values[: len(parts)] += numbers[parts]
        at = self.first.take(values >> np.uint64(65 - len(self.first).bit_length()))
        near = self.values.take(at)
        while (above := near < values).any():
            at += above
            near = self.values.take(at)
        known_at: NDArray[np.intp] = np.where(near == values, self.places.take(at), self.others)
        return known_at


def _splits(value: str, count: int) -> Iterator[Sequence[str]]:
    """Every way to read a value as ``count`` words with spaces between; some words have spaces inside."""
    pieces = value.split(" ") if count > 1 else [value]
    if len(pieces) == count:
        yield pieces
        return
    for cuts in combinations(range(1, len(pieces)), count - 1):
        yield [" ".join(pieces[start:end]) for start, end in pairwise((0, *cuts, len(pieces)))]


def _drawn(count: int) -> NDArray[np.uint64]:
    """Numbers that look drawn by chance, the same ones each time (Steele and others, SplitMix, OOPSLA 2014)."""
    import numpy as np

    mixed = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(factor)
    drawn: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return drawn
