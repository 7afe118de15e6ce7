"""Which candidates get into each other's way."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from quoteattr.detect.candidate import Candidate
from quoteattr.syntax import Range

__all__ = ["Touching", "overlap"]


def overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two contents share a token."""
    return any(max(start, first) < min(end, last) for start, end in one.content for first, last in other.content)


class Touching:
    """Finds the candidates whose contents share a token with a content, or one of the two holds the other's cue."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._candidates = candidates
        self._ranges = sorted(
            (start, end, number) for number, one in enumerate(candidates) for start, end in _with_cue(one)
        )
        self._starts = [start for start, _, _ in self._ranges]
        self._reached = list(accumulate((end for _, end, _ in self._ranges), max))
        """How far the ranges up to each one reach."""

    def of(self, one: Candidate) -> list[Candidate]:
        """Those that touch ``one``, in their order."""
        found = set()
        for start, end in _with_cue(one):
            place = bisect_left(self._starts, end) - 1
            while place >= 0 and self._reached[place] > start:
                _, last, number = self._ranges[place]
                if last > start:
                    found.add(number)
                place -= 1
        return [self._candidates[number] for number in sorted(found)]


def _with_cue(one: Candidate) -> tuple[Range, ...]:
    return one.content if one.cue < 0 else (*one.content, (one.cue, one.cue + 1))
