"""Given names, common names, names of countries and states, and surnames that begin with a small letter."""

from __future__ import annotations

import re
from functools import cache

from quoteattr.data import text_of
from quoteattr.lexicon.lists import mark_set, word_list

__all__ = [
    "common_given_names",
    "common_surnames",
    "given_names",
    "has_inner_capital",
    "is_camel",
    "is_elided",
    "place_names",
]

_APOSTROPHES = mark_set("apostrophes")
_OPEN_SURNAMES = word_list("mentions", "open_surnames")
_CAMEL = re.compile(r"[a-z]{1,5}[A-Z][A-Za-z]+")
_INNER = re.compile(r"([A-Z][a-z]+)[A-Z][a-zA-Z]+")


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    return frozenset(line.partition("\t")[0] for line in text_of("given_names.tsv").splitlines()[1:])


@cache
def common_given_names() -> frozenset[str]:
    """Given names that many people have, in lower case."""
    return frozenset(name for name, given, _ in _common() if given)


@cache
def common_surnames() -> frozenset[str]:
    """Surnames that many people have, in lower case."""
    return frozenset(name for name, _, surname in _common() if surname)


@cache
def _common() -> tuple[tuple[str, str, str], ...]:
    rows = (line.split("\t") for line in text_of("common_names.tsv").splitlines()[1:])
    return tuple((name, given, surname) for name, given, surname in rows)


@cache
def place_names() -> frozenset[str]:
    """Countries and states, their adjectives and inhabitants, in lower case."""
    rows = (line.partition("\t") for line in text_of("places.tsv").splitlines()[1:])
    return frozenset(name for place, _, forms in rows for name in (place.lower(), *forms.split("|")) if name)


def is_elided(word: str) -> bool:
    """Whether a word is a particle without its vowel and the rest of a surname.

    >>> is_elided("d'Ivory"), is_elided("don't")
    (True, False)
    """
    return word[1:2] in _APOSTROPHES and word[2:3].isupper()


def is_camel(word: str) -> bool:
    """Whether a word is written as some firms are: a few small letters, and a capital within.

    >>> is_camel("eBay"), is_camel("easyJet"), is_camel("n'T")
    (True, True, False)
    """
    return _CAMEL.fullmatch(word) is not None


def has_inner_capital(word: str) -> bool:
    """Whether a word has a capital within, as firms have it and few surnames: no "MacDonald", no "O'Hara".

    >>> has_inner_capital("AgForce"), has_inner_capital("MacDonald"), has_inner_capital("eBay")
    (True, False, True)
    """
    found = _INNER.fullmatch(word)
    return is_camel(word) or (found is not None and found[1].lower() not in _OPEN_SURNAMES)
