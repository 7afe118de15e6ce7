"""The places of numbers among their columns' thresholds, for all columns and all rows at once.

A complex number is ordered by its real part first, so with the column as that part one search does for all columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Self

from attrs import frozen

from quoteattr.forest.masks import Masks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Numbers"]


@frozen(eq=False)
class Numbers:
    """The thresholds of columns of numbers.

    Attributes:
        names: The features, one for each column.
        thresholds: Those of all columns, in order: the number of the column, and the threshold as the imaginary part.
        first: For each column the row of the masks' table for values up to its first threshold, less the thresholds of
            the columns before.
    """

    names: Sequence[str]
    thresholds: NDArray[np.complex128]
    first: NDArray[np.intp]

    @classmethod
    def of(cls, trees: Masks, columns: Iterable[tuple[int, str]]) -> Self:
        """The thresholds of some columns of the trees, by their numbers and features."""
        import numpy as np

        asked = list(columns)
        numbers = [number for number, _ in asked]
        sizes = [len(trees.thresholds[number]) for number in numbers]
        before = np.cumsum([0, *sizes])[:-1]
        thresholds = np.empty(sum(sizes), np.complex128)
        thresholds.real = np.repeat(np.arange(len(numbers)), sizes)
        thresholds.imag = np.concatenate([trees.thresholds[number] for number in numbers] or [np.empty(0)])
        first = np.array([trees.first[number] for number in numbers], np.intp) - before
        return cls([name for _, name in asked], thresholds, first.astype(np.intp)[:, None])

    def find(self, features: Mapping[str, Sequence[float]], count: int) -> NDArray[np.intp]:
        """For each column the rows of the masks' table for ``count`` values of its feature."""
        import numpy as np

        size = len(self.names)
        values = np.empty((size, count), np.complex128)
        values.real = np.arange(size)[:, None]
        of_columns = chain.from_iterable([features[name] for name in self.names])
        values.imag = np.fromiter(of_columns, np.float64, size * count).reshape(size, count)
        places: NDArray[np.intp] = self.thresholds.searchsorted(values) + self.first
        return places
