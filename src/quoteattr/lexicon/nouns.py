"""Nouns: the singular of a plural, and the meaning of either."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from quoteattr.data import text_of
from quoteattr.lexicon.meanings import UNKNOWN, Meaning, known_nouns

__all__ = ["noun", "singular"]

_SIBILANTS = ("ses", "shes", "ches", "xes", "zes")


def noun(word: str) -> Meaning:
    """The meaning of a noun in lower case, singular or plural.

    >>> noun("lawyers").sort, noun("claim").sort
    ('person', 'communication')
    """
    nouns = known_nouns()
    return nouns.get(word) or nouns.get(singular(word), UNKNOWN)


@lru_cache(20_000)
def singular(word: str) -> str:
    """The singular of a noun in lower case; the word itself where it is one.

    Of the words that the rules of spelling allow, it is the first that is a known noun.

    >>> singular("queries"), singular("promises"), singular("focus"), singular("news")
    ('query', 'promise', 'focus', 'news')
    """
    irregular = _irregular().get(word)
    if irregular is not None:
        return irregular
    nouns = known_nouns()
    if word in nouns and word.endswith(("us", "is")):
        return word
    for form in _singulars(word):
        if form in nouns:
            return form
    return word if word in nouns else _by_spelling(word)


def _singulars(word: str) -> Iterator[str]:
    """What may be the singular of a word, the likeliest first."""
    if word.endswith("men"):
        yield word[:-3] + "man"
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return
    yield word[:-1]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("ves"):
        yield word[:-3] + "f"
        yield word[:-3] + "fe"
    if word.endswith("ses"):
        yield word[:-2] + "is"
    if word.endswith(("oes", *_SIBILANTS)):
        yield word[:-2]
    if word.endswith("zzes"):
        yield word[:-3]


def _by_spelling(word: str) -> str:
    """The singular of a word that is no known noun, and whose singular is none either."""
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 2 and not word.endswith(("ss", "us", "is", "'s")):
        return word[:-1]
    return word


@cache
def _irregular() -> Mapping[str, str]:
    words: Mapping[str, str] = tomllib.loads(text_of("plurals.toml"))["irregular"]
    return words
