"""Quotations without a cue that go on where an attributed one stopped: a paragraph in marks below it."""

from __future__ import annotations

from attrs import evolve

from quoteattr.attribute.attribution import Attribution
from quoteattr.detect import Example, Reading, Rule
from quoteattr.detect.spans import clean
from quoteattr.records import Attitude, QuoteKind

__all__ = ["RULES", "free_quotations"]

FREE = Rule(
    "quote-free",
    "a paragraph that is one quotation below one with an attributed quotation, but apart from it: its speaker goes on",
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
    ),
)
RULES = (FREE,)

_WORDS = 8
"""Words that such a quotation has at least (of 203 such paragraphs on train 8 % are no attribution)."""
_CONFIDENCE = 0.5


def free_quotations(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """``attributions``, in text order, with the free quotations that keep the speaker of one before them."""
    parse = reading.parse
    taken = bytearray(len(parse))
    last_of: dict[int, Attribution] = {}
    for one in attributions:
        for start, end in (*one.content, *one.cue):
            taken[start:end] = b"\1" * (end - start)
        if one.kind is not QuoteKind.INDIRECT:
            for start, _ in one.content:
                last_of[parse.paragraph_of[start]] = one
    added: list[tuple[Attribution, Attribution]] = []
    above: Attribution | None = None
    for number, line in enumerate(parse.paragraphs):
        start, end = parse.trim(line)
        if start >= end:
            continue
        if number in last_of:
            above = last_of[number]
            continue
        region = parse.region_of[start]
        whole = region >= 0 and region == parse.region_of[end - 1] and not parse.regions[region].weak
        if above is None or not whole or reading.region_words[region] < _WORDS or any(taken[start:end]):
            above = None
            continue
        quotation = Attribution(
            content=clean(reading, [(start, end)]),
            cue=(),
            source=(),
            kind=QuoteKind.DIRECT,
            attitude=Attitude.ASSERTION,
            negated=False,
            rule=FREE.id,
            confidence=_CONFIDENCE,
        )
        added.append((quotation, above))
    out = sorted([*attributions, *(one for one, _ in added)], key=lambda one: one.content)
    place = {id(one): number for number, one in enumerate(out)}
    kept = {id(one): place[id(above)] for one, above in added}
    return [evolve(one, keeps=kept[id(one)]) if id(one) in kept else one for one in out]
