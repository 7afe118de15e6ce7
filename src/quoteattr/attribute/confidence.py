"""How often quotes like this one were right on articles that nothing was learned from."""

from __future__ import annotations

from functools import cache

from quoteattr.data import text_of
from quoteattr.detect import Candidate, sourceless
from quoteattr.detect.continuation import free, repeated

__all__ = ["BANDS", "EVERY", "band", "confidence_of"]

BANDS = 20
"""The probability of the report classifier, 0 to 1, falls into this many bands."""
EVERY = "*"
"""Stands for all rules, or all bands."""

_UNCLASSIFIED = frozenset(rule.id for rule in (*free.RULES, *repeated.RULES, *sourceless.RULES))
_TURNS = 252.0, 260.0
"""Turns of ten interviews of GUM, with labels in two styles, that came back with their speaker, and all of them."""
_FIRM = 20.0
"""Weight of what a rare pair leans on, in quotes."""


def band(probability: float) -> int:
    """The band of a probability: 0 (below 0.05) to 19 (from 0.95).

    >>> band(0.42), band(1.0)
    (8, 19)
    """
    return min(BANDS - 1, max(0, int(probability * BANDS + 1e-9)))


def confidence_of(candidate: Candidate) -> float:
    """The share of training quotes of this rule and band of probability whose content and source were right.

    Each article was read with a lexicon and classifiers made from the others (``docs/confidence.md``). A rare pair of
    rule and band leans on its band, a rare band on all. A quotation without a cue, which no classifier has seen, has
    the share of its rule, and a turn of a transcript that of turns.
    """
    table = _table()
    every = _leaning(table.get((EVERY, EVERY)), 0.5)
    if candidate.is_turn:
        return round(_leaning(_TURNS, every), 3)
    if candidate.rule in _UNCLASSIFIED:
        return round(_leaning(table.get((candidate.rule, EVERY)), every), 3)
    level = str(band(candidate.reported))
    share = _leaning(table.get((EVERY, level)), every)
    return round(_leaning(table.get((candidate.rule, level)), share), 3)


def _leaning(count: tuple[float, float] | None, share: float) -> float:
    right, found = count or (0.0, 0.0)
    return (right + _FIRM * share) / (found + _FIRM)


@cache
def _table() -> dict[tuple[str, str], tuple[float, float]]:
    rows = (line.split("\t") for line in text_of("confidence.tsv").splitlines()[1:])
    return {(rule, level): (float(right), float(found)) for rule, level, right, found in rows}
