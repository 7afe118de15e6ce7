"""Words and single marks, for formats that want tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["covered", "tokens"]

_TOKEN = re.compile(r"\w++|[^\w\s]")


def tokens(text: str, cuts: Iterable[int]) -> list[tuple[int, int]]:
    """The offsets of the tokens of ``text``; a token also ends at each of the ``cuts``."""
    sorted_cuts = sorted(set(cuts))
    out: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        inside = sorted_cuts[bisect_left(sorted_cuts, start + 1) : bisect_left(sorted_cuts, end)]
        out += pairwise([start, *inside, end])
    return out


def covered(ends: list[int], start: int, end: int) -> tuple[int, int]:
    """The first and the last token of a stretch; the last is before the first if it holds none.

    Args:
        ends: Where each token ends.
        start: Offset of the first character of the stretch.
        end: Offset after its last character.
    """
    return bisect_left(ends, start + 1), min(bisect_left(ends, end), len(ends) - 1)
