"""From candidates to contents: filter by the lexicon, snap to quotation marks, and let the outermost win."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range

__all__ = ["select", "snapped"]


def select(reading: Reading, families: Iterable[Iterable[Candidate]]) -> list[Candidate]:
    """The candidates that stay, in text order.

    Args:
        reading: The article.
        families: The candidates of each family of rules, the stronger family first: for one cue the first one wins.
    """
    lexicon = reading.lexicon
    by_cue: dict[int, Candidate] = {}
    for family in families:
        for candidate in family:
            if candidate.cue in by_cue:
                continue
            if (
                candidate.certain
                or lexicon.precision(candidate.lemma, candidate.pos, candidate.frame) >= lexicon.threshold
            ):
                by_cue[candidate.cue] = snapped(reading, candidate)
    return sorted(outermost(len(reading.parse), by_cue.values()), key=lambda candidate: candidate.content)


def snapped(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate with every quoted region that its content touches taken in whole, unless the cue stands in it."""
    parse = reading.parse
    pieces: list[Range] = []
    for start, end in candidate.content:
        for edge in (start, end - 1):
            region = parse.region_of[edge]
            if region < 0 or parse.regions[region].weak:
                continue
            first, last = parse.region_tokens[region]
            if first <= candidate.cue < last:
                continue
            covered = sum(map(parse.is_word, range(max(start, first), min(end, last))))
            if covered:
                start, end = min(start, first), max(end, last)
        pieces.append((start, end))
    return evolve(candidate, content=clean(reading, _without(pieces, candidate.cue)))


def _without(pieces: list[Range], cue: int) -> list[Range]:
    """Pieces cut at the cue, should they have grown over it."""
    out: list[Range] = []
    for start, end in pieces:
        out += [(start, cue), (cue + 1, end)] if start <= cue < end else [(start, end)]
    return [piece for piece in out if piece[0] < piece[1]]


def outermost(length: int, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that neither overlap a larger one nor have their cue in it."""
    taken = bytearray(length)
    kept = []
    for candidate in sorted(candidates, key=lambda candidate: (-candidate.size, candidate.content, candidate.cue)):
        if candidate.cue >= 0 and taken[candidate.cue]:
            continue
        if any(taken[start] or taken[end - 1] or 1 in taken[start:end] for start, end in candidate.content):
            continue
        for start, end in candidate.content:
            taken[start:end] = b"\1" * (end - start)
        kept.append(candidate)
    return kept
