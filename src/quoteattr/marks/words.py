"""Words and figures beside a mark: shortened words, years, feet and inches. Each looks at a few characters only."""

from __future__ import annotations

from quoteattr.marks.table import Table

__all__ = ["doubled_apostrophe", "feet_before", "is_figure", "lost_beginning", "lost_end"]

_LONGEST = 10
"""Characters that are looked at on either side."""
_G_DROPPED = 4
"""Letters that a word in -in' has at least: ``goin'``, but not ``win``."""


def is_figure(char: str) -> bool:
    """Whether ``char`` is a digit or a fraction (``½``)."""
    return char.isnumeric()


def lost_beginning(text: str, position: int, table: Table) -> bool:
    """Whether the word at ``position`` takes an apostrophe before it: ``'em``, ``'90s``, ``'16``."""
    word = _leading(text[position : position + _LONGEST])
    if word[:2].isdecimal():
        return word[2:] in ("", "s", "S")
    return word.lower() in table.lost_beginning


def lost_end(text: str, position: int, table: Table) -> bool:
    """Whether the word that ends at ``position`` takes an apostrophe after it: ``ol'``, ``goin'``."""
    word = _leading(text[max(0, position - _LONGEST) : position][::-1])[::-1].lower()
    return word in table.lost_end or (word.endswith("in") and len(word) >= _G_DROPPED)


def feet_before(text: str, position: int) -> bool:
    """Whether figures with a foot sign before them end at ``position``: ``6'2``."""
    limit = max(0, position - _LONGEST)
    place = position - 1
    while place > limit and (is_figure(text[place]) or text[place] == " "):
        place -= 1
    return place > 0 and text[place] in "'’′" and is_figure(text[place - 1])


def doubled_apostrophe(text: str, start: int, end: int) -> bool:
    """Whether two single marks from ``start`` to ``end`` stand within a word: ``don''t``."""
    return end - start == 2 and start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()


def _leading(text: str) -> str:
    for length, char in enumerate(text):
        if not char.isalnum():
            return text[:length]
    return text
