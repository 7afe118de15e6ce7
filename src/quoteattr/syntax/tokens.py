"""What the tokenizer takes apart that belongs together, and the other way round."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from quoteattr.lexicon.lists import listed

__all__ = ["is_picture", "mended", "split"]

_BESIDE = " \"'”’“‘()"
"""What may stand between the full stop of a sentence and the next one."""
_TITLES = listed("tokens", "titles")
"""Titles before names that the tokenizer for English does not know as abbreviations (spaCy 3.8, each tried)."""

_PICTURES = re.compile(
    "[\u200d\u20e3\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]++"
)

_Word = tuple[int, int, int]


def is_picture(word: str) -> bool:
    """Whether a token is made of emoji, arrows or ornaments, which the parser takes for words: "🎉", "👍🏻", "►"."""
    return not word.isascii() and _PICTURES.fullmatch(word) is not None


def mended(text: str, words: Iterable[_Word]) -> Iterator[_Word]:
    """The words of the tokenizer (start, end, norm) with two things put right.

    The full stop behind a title is part of it: "Army Lt. Ann Brown" is one sentence. The full stop behind an m for
    millions that ends a sentence is no part of it: "a loss of £17m. It said".
    """
    joined = False
    for (start, end, norm), (following, last, _) in pairwise(chain(words, [(-1, -1, 0)])):
        word = text[start:end]
        if joined:
            joined = False
        elif following == end and word in _TITLES and text[end:last] == "." and _is_name(text[last : last + 2]):
            joined = True
            yield start, last, 0
        elif word == "m." and text[start - 1 : start].isdigit() and _ends_sentence(text, end):
            yield start, end - 1, 0
            yield end - 1, end, 0
        else:
            yield start, end, norm


def split(words: Iterable[_Word], places: Sequence[int]) -> Iterator[_Word]:
    """The words (start, end, norm), each taken apart where one of ``places`` lies within it."""
    for start, end, norm in words:
        begin = start
        for place in places[bisect_right(places, start) : bisect_left(places, end)]:
            yield begin, place, 0
            begin = place
        yield begin, end, norm if begin == start else 0


def _is_name(following: str) -> bool:
    """Whether a space and a capital letter follow."""
    return following[:1] == " " and following[1:].isupper()


def _ends_sentence(text: str, end: int) -> bool:
    """Whether a full stop before ``end`` ends a sentence, by the next few characters."""
    following = text[end : end + 4]
    after = following.lstrip(_BESIDE)[:1]
    return (not following[:1].isalnum() and not after) or after.isupper() or after.isdigit() or after in "\r\n"
