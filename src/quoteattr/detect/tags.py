"""Groups of part-of-speech tags."""

from __future__ import annotations

from quoteattr.detect.reading import Reading
from quoteattr.syntax import Range

__all__ = ["FINITE", "finite_in"]

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Verbs with a tense, and modal ones."""


def finite_in(reading: Reading, tokens: Range) -> bool:
    """Whether a finite verb stands among ``tokens``."""
    return not FINITE.isdisjoint(reading.parse.tags[tokens[0] : tokens[1]])
