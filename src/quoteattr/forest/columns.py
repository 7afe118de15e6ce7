"""What a forest looks at: numbers as they are, and words by how often what has them was right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

__all__ = ["ABSENT", "WEIGHT", "Column", "Row", "share"]

Row = Mapping[str, str | float]
"""One thing to be judged: features by name, words or numbers. A feature that is missing is ``""`` or ``ABSENT``."""

ABSENT = -9.0
"""The number that stands for none."""

WEIGHT = 5.0
"""Weight of what is right in general against the counts of one value, in rows."""


@frozen
class Column:
    """A number, or one to five words whose joint value is replaced by a share.

    Attributes:
        parts: Names of features; several are taken together.
        counted: Whether the parts are words, to be looked up in a counted table.
    """

    parts: tuple[str, ...]
    counted: bool

    @classmethod
    def number(cls, name: str) -> Column:
        """A feature that is a number."""
        return cls((name,), counted=False)

    @classmethod
    def words(cls, *names: str) -> Column:
        """Features that are words, taken together."""
        return cls(names, counted=True)

    @property
    def name(self) -> str:
        """How the column is called in files."""
        return "+".join(self.parts)

    def key(self, row: Row) -> str:
        """The joint value of the parts."""
        if len(self.parts) == 1:
            return str(row.get(self.parts[0], ""))
        return " ".join([str(row.get(part, "")) for part in self.parts])

    def keys(self, words: Sequence[Sequence[str]]) -> Iterable[str]:
        """The joint values of many rows.

        Args:
            words: For each part its value in every row.
        """
        return words[0] if len(words) == 1 else map(" ".join, zip(*words, strict=True))

    def values(self, rows: Sequence[Row]) -> list[float]:
        """The numbers of a column that is not counted."""
        name = self.parts[0]
        return [float(row.get(name, ABSENT)) for row in rows]


def share(right: float, found: float, base: float) -> float:
    """The share of right ones among ``found``, leaning on ``base``."""
    return (right + WEIGHT * base) / (found + WEIGHT)
