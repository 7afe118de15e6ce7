"""Where a content that is partly in marks ends at its closing mark: "he was “deeply sorry” | and resigned"."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate, Tail
from quoteattr.detect.reading import Reading
from quoteattr.detect.tags import FINITE, finite_in

__all__ = ["behind_mark"]

_AND = frozenset(("and", "but"))
_WHILE = frozenset(("after", "as", "while"))
_STATES = frozenset(("be", "have"))
_ADVERBS = frozenset(("RB", ","))
_NEAR = 8
"""Tokens behind a closing mark within which the verb of a clause stands."""


def behind_mark(reading: Reading, candidate: Candidate, tail: Tail, end: int) -> int:
    """The end of a content, or the closing mark before it behind which the narrator goes on.

    He does so with a second verb of the cue's subject ("and resigned"), with a clause that opposes what was said ("but
    the union disagreed"), or with one that tells what else happened ("as protesters chanted").

    Args:
        reading: The article.
        candidate: The content's candidate.
        tail: Its last piece.
        end: The token behind its last one.
    """
    parse = reading.parse
    for number in sorted({region for region in parse.region_of[tail.start : end] if region >= 0}):
        first, last = parse.region_tokens[number]
        if parse.regions[number].weak or not parse.regions[number].closed or not tail.start <= first < last < end:
            continue
        if not first <= candidate.cue < last and _narrates(reading, candidate, last, end):
            return last
    return end


def _narrates(reading: Reading, candidate: Candidate, start: int, end: int) -> bool:
    """Whether the narrator goes on behind a closing mark."""
    parse = reading.parse
    if parse.words[start] == ",":
        start += 1
    if start + 1 >= end or any(region >= 0 for region in parse.region_of[start:end]):
        return False
    word, following = parse.lower[start], start + 1
    if word in _WHILE:
        return parse.tags[start] == "IN" and finite_in(reading, (following, end))
    if word not in _AND:
        return False
    while following < end and parse.tags[following] in _ADVERBS:
        following += 1
    if following < end and parse.tags[following] in FINITE:
        again = reading.lexicon.lemma(parse.lower[following]) in _STATES  # "was proud of “…” but was worried": both are said
        return parse.tags[following] == parse.tags[candidate.cue] and not again
    return word == "but" and finite_in(reading, (following, min(end, following + _NEAR)))
