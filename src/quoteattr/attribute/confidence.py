"""How often a way of finding quotes was right on articles that it was not counted on."""

from __future__ import annotations

from functools import cache
from importlib import resources

from quoteattr.detect import Candidate
from quoteattr.lexicon import Lexicon

__all__ = ["BANDS", "band", "confidence_of"]

BANDS = 5
"""The lexicon's precision, from its threshold to 1, falls into this many bands."""

_FIRM = 10.0


def band(precision: float) -> int:
    """The band of a precision: 0 (up to 0.6) to 4 (above 0.9).

    >>> band(0.5), band(0.75), band(1.0)
    (0, 2, 4)
    """
    return min(BANDS - 1, max(0, int((precision - 0.5) * 10)))


def confidence_of(candidate: Candidate, lexicon: Lexicon) -> float:
    """The share of training quotes of this rule, in this band of the lexicon, whose content and source were right.

    Each article was counted with a lexicon made from the others (``docs/confidence.md``). A rare pair of rule and band
    leans on its rule, a rare rule on all.
    """
    table = _table()
    precision = 1.0 if candidate.certain else lexicon.precision(candidate.lemma, candidate.pos, candidate.frame)
    share = _leaning(table.get(("*", "*")), 0.5)
    share = _leaning(table.get((candidate.rule, "*")), share)
    share = _leaning(table.get((candidate.rule, str(band(precision)))), share)
    return round(share, 3)


def _leaning(count: tuple[float, float] | None, share: float) -> float:
    right, found = count or (0.0, 0.0)
    return (right + _FIRM * share) / (found + _FIRM)


@cache
def _table() -> dict[tuple[str, str], tuple[float, float]]:
    if not resources.files("quoteattr").joinpath("data/en/confidence.tsv").is_file():
        return {}
    text = resources.files("quoteattr").joinpath("data/en/confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {(rule, level): (float(right), float(found)) for rule, level, right, found in rows}
