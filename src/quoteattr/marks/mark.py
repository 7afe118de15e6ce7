"""A mark of a paragraph: what it may be, and how odd each of that would be where it stands."""

from __future__ import annotations

import math

from attrs import frozen

__all__ = ["CORNER", "DOUBLE", "NEVER", "SINGLE", "Mark", "Paragraph"]

DOUBLE, SINGLE, CORNER = "D", "S", "C"
"""Kinds of marks: 「 and 」 pair with none but their own."""
NEVER = math.inf
"""The cost of what is impossible."""


@frozen
class Paragraph:
    """A line of the text without the space around it, in character offsets."""

    start: int
    end: int


@frozen
class Mark:
    """A character (or two of a kind) that may be a quotation mark.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: ``DOUBLE``, ``SINGLE`` or ``CORNER``.
        opens: Cost of reading it as an opening mark.
        closes: Cost of reading it as a closing mark.
        skips: Cost of reading it as neither: a stray mark, an apostrophe or a prime.
        unclosed: Cost, beside ``opens``, of reading it as an opening mark that nothing closes.
        closes_weak: Cost, beside ``closes``, where the opening mark is weak and far off.
        counts: Whether it is a quotation mark even if it is read as neither.
        weak: Whether it could be an apostrophe by its shape.
        shape: Name of its shape.
    """

    start: int
    end: int
    kind: str
    opens: float
    closes: float
    skips: float
    unclosed: float = NEVER
    closes_weak: float = 0.0
    counts: bool = True
    weak: bool = False
    shape: str = ""
