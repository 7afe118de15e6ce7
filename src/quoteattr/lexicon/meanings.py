"""What sorts of meaning a verb or a noun has, by WordNet's lexicographer files: a prior for words never counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from attrs import frozen

__all__ = ["UNKNOWN", "Meaning", "known_nouns", "verb"]

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


def known_nouns() -> Mapping[str, Meaning]:
    """The nouns of the table, in the singular, with their meanings."""
    return _table()["noun"]


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
