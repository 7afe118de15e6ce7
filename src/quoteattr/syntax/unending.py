"""Sentences without an end, which no prose has: where they are cut before the model reads them.

What the rules and the parser do for a sentence may cost more for a word the longer the sentence is, and a text that
never stops (a table, a list, something hostile) would make that felt. The longest sentence of 1,024 news articles
(PolNeAR's training and development articles, and 100 of the BBC) has fewer words than :data:`LONGEST`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quoteattr.lexicon.lists import mark_set

__all__ = ["LONGEST", "cuts"]

LONGEST = 250
"""Words, punctuation included, that a line may have without a full stop, question mark or exclamation mark."""
_PIECE = 100
"""Words of the pieces that what is longer is cut into, and the rest of its line: they are parsed side by side."""
_ENDS = mark_set("ends")
_PAUSES = mark_set("long_pauses")


def cuts(words: Sequence[str], start: int, end: int) -> Iterator[int]:
    """Where a sentence is made to begin within the line of words from ``start`` to ``end``.

    It begins after a pause in the second half of what would be too long, if there is one.

    >>> list(cuts(["so"] * 420, 0, 420))
    [100, 200, 300, 400]
    >>> list(cuts(["so"] * 79 + [","] + ["so"] * 180 + ["."], 0, 261))
    [80, 180]
    """
    first, longest = start, LONGEST
    pauses = [start]
    for number in range(start, end):
        if number - first >= longest:
            longest = _PIECE
            while number - first >= longest:
                pause = pauses[bisect_right(pauses, first + longest) - 1]
                first = pause if pause - first > longest // 2 else first + longest
                yield first
        word = words[number]
        if word in _ENDS:
            first = number + 1
        elif word in _PAUSES:
            pauses.append(number + 1)
