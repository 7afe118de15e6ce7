"""What sorts of meaning a verb or a noun has, by WordNet's lexicographer files: a prior for words never counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from attrs import frozen

__all__ = ["UNKNOWN", "Meaning", "noun", "noun_lemma", "verb"]

_PARTS = ("verb", "noun")


@frozen
class Meaning:
    """The sorts of meaning of one word.

    Attributes:
        sort: The lexicographer file of most of its uses, without the part of speech: ``communication``, ``motion``,
            ``person`` …; ``""`` for an unknown word.
        says: Share of its uses that are of ``communication``, in tenths; -1 for an unknown word.
        other: In tenths, the share of its uses that are of ``cognition`` (of a verb), or of ``person`` and ``group``
            (of a noun).
    """

    sort: str
    says: float
    other: float


UNKNOWN = Meaning("", -1.0, -1.0)
"""What is said of a word that the table does not have."""


def verb(lemma: str) -> Meaning:
    """The meaning of a verb, by its lemma in lower case.

    >>> verb("say").sort, verb("grab").says
    ('communication', 0.0)
    """
    return _table()["verb"].get(lemma, UNKNOWN)


def noun(word: str) -> Meaning:
    """The meaning of a noun in lower case, singular or plural.

    >>> noun("lawyers").sort, noun("claim").sort
    ('person', 'communication')
    """
    nouns = _table()["noun"]
    return nouns.get(word) or nouns.get(noun_lemma(word), UNKNOWN)


def noun_lemma(word: str) -> str:
    """The singular of a regular plural.

    >>> noun_lemma("queries"), noun_lemma("promises"), noun_lemma("focus")
    ('query', 'promise', 'focus')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def _table() -> Mapping[str, Mapping[str, Meaning]]:
    return _read(resources.files("quoteattr").joinpath("data/en/meanings.tsv"))


def _read(file: Traversable) -> Mapping[str, Mapping[str, Meaning]]:
    """The table: a line for each part of speech and meaning, with all words that have it."""
    out: dict[str, dict[str, Meaning]] = {part: {} for part in _PARTS}
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        part, sort, says, other, *words = line.split("\t")
        out[part].update(dict.fromkeys(words, Meaning(sort, float(says), float(other))))
    return out
