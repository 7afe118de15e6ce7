"""A source that stands in another content speaks there, and not outside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quoteattr.detect import Candidate
from quoteattr.syntax import Range

__all__ = ["outside_contents"]


def outside_contents(candidates: Sequence[Candidate], sources: Sequence[tuple[Range, ...]]) -> list[tuple[Range, ...]]:
    """The sources; one that lies in the content of a candidate before its own is that candidate's instead.

    "An aide denied that the mayor had resigned, adding that …": parsers hang the participle on "resigned", whose
    subject is the mayor. (On train, of 25 such sources 19 were the other candidate's.)

    Args:
        candidates: In text order, their contents without overlap.
        sources: What the syntax of each cue tells.
    """
    pieces = sorted((start, end, number) for number, one in enumerate(candidates) for start, end in one.content)
    starts = [start for start, _, _ in pieces]
    out: list[tuple[Range, ...]] = []
    for number, source in enumerate(sources):
        owner = -1
        if source:
            place = bisect_right(starts, source[0][0]) - 1
            if place >= 0 and source[-1][1] <= pieces[place][1]:
                owner = pieces[place][2]
        told = 0 <= owner < number and out[owner] and _is_apart(candidates[number], out[owner])
        out.append(out[owner] if told else source)
    return out


def _is_apart(candidate: Candidate, source: tuple[Range, ...]) -> bool:
    """Whether a source holds neither the cue nor a token of the content of ``candidate``."""
    return all(max(start, first) >= min(end, last) for start, end in source for first, last in candidate.with_cue)
