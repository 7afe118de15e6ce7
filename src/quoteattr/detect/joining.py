"""Quoted sentences that go on with an attribution before them: "She was glad to go, she said. “It is time.”"."""

from __future__ import annotations

from attrs import evolve

from quoteattr.detect.beside import speakable
from quoteattr.detect.candidate import Candidate
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean

__all__ = ["joined"]


def joined(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, each with the quoted sentences behind it that have no cue of their own.

    A quoted sentence joins when it follows, in the same paragraph, the sentence that holds the cue, with nothing
    between them but other quoted sentences that joined before it.
    """
    parse = reading.parse
    out = list(candidates)
    taken = bytearray(len(parse))
    for one in out:
        for start, end in (*one.content, (max(one.cue, 0), max(one.cue, 0) + (one.cue >= 0))):
            taken[start:end] = b"\1" * (end - start)
    ends: dict[int, int] = {}
    for number, one in enumerate(out):
        edge = max([end for _, end in one.content] + [one.cue + 1])
        ends[_sentence_end(reading, edge)] = number
    for number, (start, end) in enumerate(parse.region_tokens):
        if start >= end or 1 in taken[start:end] or not speakable(reading, number):
            continue
        before = start
        line = parse.paragraphs[parse.paragraph_of[start]][0]
        while before > line and parse.words[before - 1].isspace():
            before -= 1
        owner = ends.get(before)
        if owner is None or before <= line or not _starts_sentence(reading, start, end):
            continue
        one = out[owner]
        out[owner] = evolve(one, content=clean(reading, [*one.content, (start, end)]))
        taken[start:end] = b"\1" * (end - start)
        ends[end] = owner
    return out


def _sentence_end(reading: Reading, token: int) -> int:
    """The token behind the full stop that ends the sentence which goes on at ``token``."""
    parse = reading.parse
    limit = parse.paragraphs[parse.paragraph_of[min(token, len(parse) - 1)]][1]
    region = parse.region_of[token - 1]
    if parse.words[token - 1] in (".", "?", "!") or (
        region >= 0 and parse.region_tokens[region][1] == token and parse.words[token - 2][-1:] in (".", "?", "!")
    ):
        return token
    while token < limit and parse.words[token] not in (".", "?", "!"):
        if parse.is_word(token) and parse.region_of[token] >= 0:
            return -1
        token += 1
    return token + 1 if token < limit else -1


def _starts_sentence(reading: Reading, start: int, end: int) -> bool:
    words = reading.parse.words
    first = next((token for token in range(start, end) if reading.parse.is_word(token)), start)
    return words[first][0].isupper()
