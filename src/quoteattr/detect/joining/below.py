"""Paragraphs that are one quotation, below one with an attributed quotation."""

from __future__ import annotations

from quoteattr.detect.joining.joins import Joins
from quoteattr.syntax import Range

__all__ = ["join_below"]

_WORDS = 8
"""Words that a paragraph has at least to go on with the quotation above it: a shorter one may be anybody's."""


def join_below(joins: Joins) -> None:
    """Let each paragraph that is one quotation join the attribution above it.

    On train 44 of 56 such paragraphs go on with the quotation above them where that is in marks or its cue behind it,
    and 3 of 6 elsewhere: there they stay alone.
    """
    parse = joins.article.parse
    last_of = _last_of(joins)
    above = -1
    for number, line in enumerate(parse.paragraphs):
        line = parse.trim(line)
        if line[0] >= line[1]:
            continue
        if number in last_of:
            above = last_of[number]
            if not _goes_below(joins, above):
                above = -1
        elif above >= 0 and _is_quotation(joins, line):
            joins.add(above, line)
        else:
            above = -1


def _last_of(joins: Joins) -> dict[int, int]:
    """For each paragraph with a content that is in marks, wholly or partly, the number of the last one."""
    paragraph_of = joins.article.parse.paragraph_of
    return {
        paragraph_of[start]: number
        for number, marked in enumerate(joins.marked)
        if any(marked)
        for start, _ in joins.pieces(number)
    }


def _goes_below(joins: Joins, number: int) -> bool:
    """Whether an attribution may go on below its paragraph: its content is all in marks, or its cue stands behind."""
    one = joins.candidates[number]
    return one.cue >= one.content[-1][1] or all(joins.marked[number])


def _is_quotation(joins: Joins, line: Range) -> bool:
    """Whether a line is one long quotation that nobody else accounts for."""
    parse = joins.article.parse
    region = parse.region_of[line[0]]
    whole = region >= 0 and region == parse.region_of[line[1] - 1] and not parse.regions[region].weak
    return whole and joins.article.region_words[region] >= _WORDS and joins.free(line)
