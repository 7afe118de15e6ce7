"""What sorts of meaning a verb or a noun has, by WordNet's lexicographer files: a prior for words never counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from quoteattr.data import text_of

__all__ = ["UNKNOWN", "Meaning", "known_nouns", "verb"]


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
    return _table()["v"].get(lemma, UNKNOWN)


def known_nouns() -> Mapping[str, Meaning]:
    """The nouns of the table, in the singular, with their meanings."""
    return _table()["n"]


@cache
def _table() -> Mapping[str, Mapping[str, Meaning]]:
    return _read(text_of("meanings.tsv"))


def _read(text: str) -> Mapping[str, Mapping[str, Meaning]]:
    """The verbs (``v``) and nouns (``n``) of the table.

    It first tells the meanings, each with a number (``v1``, ``n1``), and behind an empty line the words.
    """
    head, _, body = text.partition("\n\n")
    meanings = {}
    for line in head.splitlines()[1:]:
        number, sort, says, other = line.split("\t")
        meanings[number] = Meaning(sort, float(says), float(other))
    table: dict[str, dict[str, Meaning]] = {"v": {}, "n": {}}
    for line in body.splitlines():
        word, _, numbers = line.partition("\t")
        for number in numbers.split(" "):
            table[number[0]][word] = meanings[number]
    return table
