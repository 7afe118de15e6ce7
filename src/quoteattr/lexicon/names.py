"""Given names, and surnames that begin with a small letter."""

from __future__ import annotations

from functools import cache

from quoteattr.data import text_of
from quoteattr.lexicon.lists import mark_set

__all__ = ["given_names", "is_elided"]

_APOSTROPHES = mark_set("apostrophes")


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    return frozenset(line.partition("\t")[0] for line in text_of("given_names.tsv").splitlines()[1:])


def is_elided(word: str) -> bool:
    """Whether a word is a particle without its vowel and the rest of a surname.

    >>> is_elided("d'Ivory"), is_elided("don't")
    (True, False)
    """
    return word[1:2] in _APOSTROPHES and word[2:3].isupper()
