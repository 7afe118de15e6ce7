"""What a forest looks at: numbers as they are, and words by how often what has them was right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

__all__ = ["ABSENT", "Column", "Row"]

Row = Mapping[str, str | float]
"""One thing to be judged: features by name, words or numbers. A feature that is missing is ``""`` or ``ABSENT``."""

ABSENT = -9.0
"""The number that stands for none."""


@frozen
class Column:
    """A number, or one to five words that are looked up together.

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

    def keys(self, words: Sequence[Sequence[str]]) -> Iterable[str]:
        """The joint values of many rows.

        Args:
            words: For each part its value in every row.
        """
        return words[0] if len(words) == 1 else map(" ".join, zip(*words, strict=True))
