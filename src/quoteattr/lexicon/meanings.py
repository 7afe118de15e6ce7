"""What sorts of meaning a verb or a noun has, by WordNet's lexicographer files: a prior for words never counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from quoteattr.data import text_of

__all__ = ["UNKNOWN", "Meaning", "noun", "noun_lemma", "verb"]


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
    return _meaning("v", lemma) or UNKNOWN


def noun(word: str) -> Meaning:
    """The meaning of a noun in lower case, singular or plural.

    >>> noun("lawyers").sort, noun("claim").sort
    ('person', 'communication')
    """
    return _meaning("n", word) or _meaning("n", noun_lemma(word)) or UNKNOWN


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


def _meaning(part: str, word: str) -> Meaning | None:
    """The meaning of a word as a verb (``v``) or as a noun (``n``)."""
    words, meanings = _table()
    return next((meanings[one] for one in words.get(word, "").split() if one[0] == part), None)


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, Meaning]]:
    """Words with the numbers of their meanings, and meanings by number."""
    return _read(text_of("meanings.tsv"))


def _read(text: str) -> tuple[dict[str, str], dict[str, Meaning]]:
    """The table: first the meanings, each with a number (``n1``, ``v1``), and behind an empty line the words."""
    head, _, body = text.partition("\n\n")
    meanings = {}
    for line in head.splitlines()[1:]:
        number, sort, says, other = line.split("\t")
        meanings[number] = Meaning(sort, float(says), float(other))
    words = dict(line.split("\t", 1) for line in body.splitlines())
    return words, meanings
