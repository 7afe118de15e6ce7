"""Groups of part-of-speech tags."""

from __future__ import annotations

from quoteattr.detect.reading import Reading
from quoteattr.syntax import Range

__all__ = ["FINITE", "acts", "finite_in"]

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Verbs with a tense, and modal ones."""


_STATES = frozenset(("be", "have"))


def acts(reading: Reading, token: int) -> bool:
    """Whether a token is a finite verb of doing something, not of being or having."""
    parse = reading.parse
    return parse.tags[token] in FINITE and reading.lexicon.lemma(parse.lower[token]) not in _STATES


def finite_in(reading: Reading, tokens: Range) -> bool:
    """Whether a finite verb stands among ``tokens``."""
    return not FINITE.isdisjoint(reading.parse.tags[tokens[0] : tokens[1]])
