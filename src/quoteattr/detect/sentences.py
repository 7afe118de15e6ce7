"""Where sentences end, and what of a stretch of tokens is words."""

from __future__ import annotations

from quoteattr.detect.reading import Reading
from quoteattr.syntax import Range

__all__ = ["STOPS", "abbreviates", "count_words", "inner", "last_sentence", "stops", "wordless"]

STOPS = frozenset(".?!;")
_TITLES = frozenset("adm brig capt cmdr col lt maj reps sens sgt".split())
"""Titles whose full stop is a token of its own."""


def last_sentence(reading: Reading, gap: Range) -> int:
    """Where the last sentence of a gap begins."""
    start, end = gap
    for token in range(end - 1, start - 1, -1):
        if token < end - 1 and stops(reading, token):
            return token + 1
    return start


def stops(reading: Reading, token: int) -> bool:
    """Whether a token ends a sentence: a full stop that is no abbreviation's ("Lt. Smith", "Smith (R-Vt.)")."""
    parse = reading.parse
    if parse.words[token] not in (".", "?", "!"):
        return False
    if parse.words[token] != "." or token + 1 >= len(parse):
        return True
    following = parse.words[token + 1]
    return not abbreviates(reading, token) and following not in (",", ")", ";") and not following[0].islower()


def abbreviates(reading: Reading, token: int) -> bool:
    """Whether a full stop that is a token of its own belongs to a title before it: "Lt. Smith"."""
    parse = reading.parse
    return token > 0 and parse.words[token] == "." and parse.lower[token - 1] in _TITLES


def inner(reading: Reading, region: Range) -> Range:
    """A region without its marks."""
    tags, words = reading.parse.tags, reading.parse.words
    start, end = region
    while start < end and (not tags[start] or words[start].isspace()):
        start += 1
    while start < end and (not tags[end - 1] or words[end - 1].isspace()):
        end -= 1
    return start, end


def count_words(reading: Reading, tokens: Range) -> int:
    return sum(reading.parse.wordlike[slice(*tokens)])


def wordless(reading: Reading, tokens: Range) -> bool:
    """Whether there is no word among ``tokens``."""
    return not any(reading.parse.wordlike[slice(*tokens)])
