"""Which tokens spans have taken, and which candidates get into each other's way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from quoteattr.detect.candidate import Candidate
from quoteattr.syntax import Range

__all__ = ["OverlapIndex", "SpanOccupancy", "overlap"]


def overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two contents share a token."""
    return any(max(start, first) < min(end, last) for start, end in one.content for first, last in other.content)


class SpanOccupancy:
    """The tokens of an article that spans have taken."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def take(self, spans: Sequence[Range]) -> None:
        """Take the tokens of ``spans``."""
        for start, end in spans:
            self._taken[start:end] = b"\1" * (end - start)

    def is_free(self, span: Range) -> bool:
        """Whether no token of ``span`` is taken."""
        return 1 not in self._taken[span[0] : span[1]]


class OverlapIndex:
    """Finds the candidates whose contents share a token with a content, or one of the two holds the other's cue."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._candidates = candidates
        self._ranges = sorted(
            (start, end, number) for number, one in enumerate(candidates) for start, end in one.with_cue
        )
        self._starts = [start for start, _, _ in self._ranges]
        self._reached = list(accumulate((end for _, end, _ in self._ranges), max))
        """How far the ranges up to each one reach."""

    def of(self, one: Candidate) -> list[Candidate]:
        """Those that overlap ``one``, in their order."""
        found = set()
        for start, end in one.with_cue:
            place = bisect_left(self._starts, end) - 1
            while place >= 0 and self._reached[place] > start:
                _, last, number = self._ranges[place]
                if last > start:
                    found.add(number)
                place -= 1
        return [self._candidates[number] for number in sorted(found)]
