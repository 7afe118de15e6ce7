"""Quotations without a cue that go on where an attributed one stopped: in marks at the start of the paragraph below."""

from __future__ import annotations

from attrs import evolve

from quoteattr.attribute.attribution import Attribution
from quoteattr.detect import Example, Reading, Rule
from quoteattr.detect.spans import clean
from quoteattr.records import Attitude, QuoteKind
from quoteattr.syntax import Range

__all__ = ["RULES", "free_quotations"]

FREE = Rule(
    "quote-free",
    "a paragraph that is or begins with a quotation, below an attributed one: its speaker goes on",
    (
        Example(
            "The mayor said the plan was “a waste of money.”\n\n"
            "“We would have done better with a lottery, and cheaper too.”",
            ("“We would have done better with a lottery, and cheaper too.”",),
        ),
        Example(
            "The report called the plan “a mistake.”\n\n"
            "“Nobody had ever thought about what it would cost us all.”\n\nThe dam broke on Friday.",
            ("“Nobody had ever thought about what it would cost us all.”",),
        ),
        Example(
            "Everything will be repaired, the mayor said.\n\n"
            "“We have lived with this dam for more than forty years.” The dam broke on Friday.",
            ("“We have lived with this dam for more than forty years.”",),
        ),
    ),
)
RULES = (FREE,)

_WORDS = 8
"""Words that such a quotation has at least (of 203 such paragraphs on train 8 % are no attribution)."""
_REST = 2
"""Words that may follow an attribution without a quotation in its paragraph, so that what is below goes on from it."""
_SENTENCE_ENDS = ".?!…"
_CONFIDENCE = 0.5


def free_quotations(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """``attributions``, in text order, with the free quotations that keep the speaker of one before them."""
    parse = reading.parse
    taken = bytearray(len(parse))
    last_of: dict[int, Attribution] = {}
    for one in attributions:
        for start, end in (*one.content, *one.cue):
            taken[start:end] = b"\1" * (end - start)
        for start, _ in one.content:
            last_of[parse.paragraph_of[start]] = one
    added: list[tuple[Attribution, Attribution]] = []
    above: Attribution | None = None
    for number, line in enumerate(parse.paragraphs):
        start, end = parse.trim(line)
        if start >= end:
            continue
        found = _opening(reading, (start, end)) if above is not None else None
        if found is not None and any(taken[slice(*found)]):
            found = None
        speaker = above
        above = last_of.get(number, above if found is not None and found[1] == end else None)
        if above is not None and number in last_of and not _closes(reading, above, end):
            above = None
        if found is None or speaker is None:
            continue
        quotation = Attribution(
            content=clean(reading, [found]),
            cue=(),
            source=(),
            kind=QuoteKind.DIRECT,
            attitude=Attitude.ASSERTION,
            negated=False,
            rule=FREE.id,
            confidence=_CONFIDENCE,
        )
        added.append((quotation, speaker))
    out = sorted([*attributions, *(one for one, _ in added)], key=lambda one: one.content)
    place = {id(one): number for number, one in enumerate(out)}
    kept = {id(one): place[id(above)] for one, above in added}
    return [evolve(one, keeps=kept[id(one)]) if id(one) in kept else one for one in out]


def _opening(reading: Reading, line: Range) -> Range | None:
    """The quotation that a line is or begins with, if it is long enough to be one and ends like a sentence; or None."""
    parse = reading.parse
    number = parse.region_of[line[0]]
    if number < 0 or parse.regions[number].weak or reading.region_words[number] < _WORDS:
        return None
    start, end = parse.region_tokens[number]
    end = min(end, line[1])
    if end < line[1] and not any(
        mark in parse.text[parse.ends[end - 1] - 2 : parse.ends[end - 1]] for mark in _SENTENCE_ENDS
    ):
        return None
    return (start, end) if start == line[0] else None


def _closes(reading: Reading, one: Attribution, end: int) -> bool:
    """Whether a paragraph that ends at ``end`` leads on from its last attribution: by a quotation, or by its place."""
    parse = reading.parse
    if one.kind is not QuoteKind.INDIRECT:
        return True
    last = max(piece[1] for piece in (*one.content, *one.cue, *one.source))
    return sum(map(parse.is_word, range(last, end))) <= _REST
