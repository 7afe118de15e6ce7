"""What a section of the benchmark comes to: a table of numbers, not formatted yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

__all__ = ["Cell", "Column", "Table"]

Cell = str | float | int | None
"""``None`` is what was not measured."""


@frozen
class Column:
    """A column.

    Attributes:
        key: Its name in JSON.
        heading: Its name for people.
        digits: Behind the point.
    """

    key: str
    heading: str
    digits: int = 2


@frozen
class Table:
    """A table.

    Attributes:
        name: Of the section.
        title: One line that says what was measured.
        columns: The first holds names.
        rows: Cells by the keys of the columns.
        notes: What a reader must know of these figures.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Cell]]
    notes: Sequence[str] = ()
