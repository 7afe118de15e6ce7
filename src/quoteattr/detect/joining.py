"""Quotations that go on with an attribution before them.

"She was glad to go, she said. “It is time.”": a quoted sentence behind the one that holds the cue, or one that is
partly in marks and has no verb of saying. And a paragraph that is one quotation, below a paragraph that holds another.
"""

from __future__ import annotations

from attrs import evolve

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.quotations.quoted import speakable
from quoteattr.detect.quotations.speaking import reporting_in
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import stops
from quoteattr.detect.spans import clean
from quoteattr.records import Attitude
from quoteattr.syntax import Range

__all__ = ["joined"]

_PARTLY, _LONGEST = 4, 60
"""Words in marks that a sentence has at least to go on with the quotation before it, and tokens around them at most."""
_WORDS = 8
"""Words that a paragraph has at least to go on with the quotation above it: a shorter one may be anybody's."""


def joined(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, each with the quotations behind it and below it that have no cue of their own.

    A quoted sentence joins when it follows, in the same paragraph, the sentence that holds the cue, with nothing
    between them but other quoted sentences that joined before it.
    """
    added: dict[int, list[Range]] = {}
    taken = bytearray(len(reading.parse))
    for one in candidates:
        for start, end in (*one.content, (max(one.cue, 0), max(one.cue, 0) + (one.cue >= 0))):
            taken[start:end] = b"\1" * (end - start)
    marked = [_marked(reading, one) for one in candidates]
    _behind(reading, candidates, marked, taken, added)
    _below(reading, candidates, marked, taken, added)
    return [
        evolve(one, content=clean(reading, [*one.content, *added[number]])) if number in added else one
        for number, one in enumerate(candidates)
    ]


def _behind(
    reading: Reading,
    candidates: list[Candidate],
    marked: list[list[bool]],
    taken: bytearray,
    added: dict[int, list[Range]],
) -> None:
    """Sentences in marks, or partly in marks, behind the sentence of a cue."""
    parse = reading.parse
    ends = {
        _sentence_end(reading, max([end for _, end in one.content] + [one.cue + 1])): number
        for number, one in enumerate(candidates)
        if any(marked[number]) or _spoken(reading, one)
    }
    for number, (start, end) in enumerate(parse.region_tokens):
        if start >= end or 1 in taken[start:end] or not speakable(reading, number):
            continue
        line = parse.paragraphs[parse.paragraph_of[start]][0]
        owner = ends.get(_edge(reading, start, line), -1)
        if owner < 0 or not _starts_sentence(reading, start, end):
            start, end = _partly(reading, number, line)
            owner = ends.get(_edge(reading, start, line), -1) if start < end else -1
            if owner < 0 or 1 in taken[start:end] or not all(marked[owner]):
                continue
        added.setdefault(owner, []).append((start, end))
        taken[start:end] = b"\1" * (end - start)
        ends[end] = owner


def _spoken(reading: Reading, one: Candidate) -> bool:
    """Whether somebody said or wrote a content: what is thought or wanted does not go on in marks."""
    attitude = reading.lexicon.attitude(one.lemma, one.frame)
    return attitude is not Attitude.BELIEF and not one.rule.startswith("infinitive")


def _edge(reading: Reading, start: int, line: int) -> int:
    """Where the words before ``start`` end; -1 where a paragraph begins there."""
    while start > line and reading.parse.words[start - 1].isspace():
        start -= 1
    return start if start > line else -1


def _partly(reading: Reading, number: int, line: int) -> Range:
    """The sentence around a quotation that no verb of saying in it reports: "Now, “we have no choice.”"; or nothing."""
    parse = reading.parse
    start, end = parse.region_tokens[number]
    first, last = start, end
    lowest, limit = max(line, start - _LONGEST), min(parse.paragraphs[parse.paragraph_of[start]][1], end + _LONGEST)
    while first > lowest and not _stops(reading, first - 1):
        first -= 1
    while first < start and parse.words[first].isspace():
        first += 1
    while last < limit and not _stops(reading, last - 1):
        last += 1
    outside = (first, start), (end, last)
    short = reading.region_words[number] < _PARTLY
    if short or parse.words[start - 1] == ":" or any(reporting_in(reading, tokens) for tokens in outside):
        return start, start
    return first, last


def _stops(reading: Reading, token: int) -> bool:
    """Whether a token ends a sentence: a full stop, or the mark behind one."""
    parse = reading.parse
    if stops(reading, token):
        return True
    region = parse.region_of[token]
    return (
        region >= 0
        and parse.region_tokens[region][1] == token + 1
        and token > 0
        and parse.words[token - 1][-1:] in (".", "?", "!")
    )


def _below(
    reading: Reading,
    candidates: list[Candidate],
    marked: list[list[bool]],
    taken: bytearray,
    added: dict[int, list[Range]],
) -> None:
    """Paragraphs that are one quotation, below one with an attributed quotation.

    On train 44 of 56 such paragraphs go on with the quotation above them where that is in marks or its cue behind it,
    and 3 of 6 elsewhere: there they stay alone.
    """
    parse = reading.parse
    last_of: dict[int, int] = {}
    for number, one in enumerate(candidates):
        if any(marked[number]):
            for start, _ in (*one.content, *added.get(number, ())):
                last_of[parse.paragraph_of[start]] = number
    above = -1
    for number, line in enumerate(parse.paragraphs):
        start, end = parse.trim(line)
        if start >= end:
            continue
        if number in last_of:
            above = last_of[number]
            one = candidates[above]
            if one.cue < one.content[-1][1] and not all(marked[above]):
                above = -1
            continue
        region = parse.region_of[start]
        whole = region >= 0 and region == parse.region_of[end - 1] and not parse.regions[region].weak
        if above < 0 or not whole or reading.region_words[region] < _WORDS or 1 in taken[start:end]:
            above = -1
            continue
        added.setdefault(above, []).append((start, end))


def _marked(reading: Reading, one: Candidate) -> list[bool]:
    """Of each word of a content whether it stands in marks."""
    parse = reading.parse
    words = (token for start, end in one.content for token in range(start, end) if parse.is_word(token))
    return [parse.region_of[token] >= 0 and not parse.regions[parse.region_of[token]].weak for token in words]


def _sentence_end(reading: Reading, token: int) -> int:
    """The token behind the full stop that ends the sentence which goes on at ``token``; -2 if there is none."""
    parse = reading.parse
    limit = parse.paragraphs[parse.paragraph_of[min(token, len(parse) - 1)]][1]
    region = parse.region_of[token - 1]
    if parse.words[token - 1] in (".", "?", "!") or (
        region >= 0 and parse.region_tokens[region][1] == token and parse.words[token - 2][-1:] in (".", "?", "!")
    ):
        return token
    while token < limit and not stops(reading, token):
        if parse.is_word(token) and parse.region_of[token] >= 0:
            return -2
        token += 1
    return token + 1 if token < limit else -2


def _starts_sentence(reading: Reading, start: int, end: int) -> bool:
    words = reading.parse.words
    first = next((token for token in range(start, end) if reading.parse.is_word(token)), start)
    return words[first][0].isupper()
