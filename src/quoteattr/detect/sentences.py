"""Where sentences end, and what of a stretch of tokens is words."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.reading import Reading
from quoteattr.syntax import Range

__all__ = [
    "STOPS",
    "abbreviates",
    "count_words",
    "inner",
    "last_sentence",
    "sentence_around",
    "stops",
    "surface_sentences",
    "wordless",
]

STOPS = frozenset(".?!;")
_FAR = 200
"""Tokens around one in which its sentence is looked for."""
_TITLES = frozenset("adm brig capt cmdr col lt maj reps sens sgt".split())
"""Titles whose full stop is a token of its own."""


def last_sentence(reading: Reading, gap: Range) -> int:
    """Where the last sentence of a gap begins."""
    start, end = gap
    for token in range(end - 1, start - 1, -1):
        if token < end - 1 and stops(reading, token):
            return token + 1
    return start


def surface_sentences(reading: Reading) -> Iterator[Range]:
    """Where sentences begin and end by their stops, in text order; one in marks is a part of the one around it."""
    parse = reading.parse
    for first, last in parse.paragraphs:
        start = first
        for token in range(first, last):
            if _ends(reading, token, last):
                yield start, token
                start = token + 1
        yield start, last


def sentence_around(reading: Reading, token: int) -> Range:
    """The sentence of a token by its stops."""
    first, last = reading.parse.paragraphs[reading.parse.paragraph_of[token]]
    start, end = token, token
    while start > max(first, token - _FAR) and not _ends(reading, start - 1, last):
        start -= 1
    while end < min(last, token + _FAR) and not _ends(reading, end, last):
        end += 1
    return start, end


def _ends(reading: Reading, token: int, last: int) -> bool:
    """Whether a token outside marks ends a sentence, or a closing mark behind a stop that a capital follows."""
    parse = reading.parse
    region = parse.region_of[token]
    if region < 0:
        return stops(reading, token)
    if parse.region_tokens[region][1] != token + 1 or token + 1 >= last or token < 1:
        return False
    return parse.words[token - 1][-1:] in (".", "?", "!") and parse.words[token + 1][:1].isupper()


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
