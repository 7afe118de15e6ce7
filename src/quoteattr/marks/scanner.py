"""Quoted stretches of a text in one pass: runs of mark characters and line ends, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve

from quoteattr.copying.reading import reading_copy
from quoteattr.lexicon import forms
from quoteattr.marks.costs import read_marks
from quoteattr.marks.labelling import cheapest
from quoteattr.marks.mark import SINGLE, Mark, Paragraph
from quoteattr.marks.outer import firm, singles_outside
from quoteattr.marks.region import Region, Scan
from quoteattr.marks.table import Table, table
from quoteattr.marks.wrapping import unwrapped
from quoteattr.records import Span

__all__ = ["find_quoted", "scan"]

ATTRIBUTE = "="
"""What stands before the opening mark of a value in markup, which is no quotation: ``<a href="...">``."""

_SAID = re.compile(r"[,?!] ([^,.?!“”\"]{3,80}+(?:, [^.?!“”\"]{3,80}+)?+)\.\s*+\Z")
"""A pause, and a few words to the end of their sentence, perhaps with an apposition."""
_FAR, _FEW = 200, 4
"""Characters before a mark in which they stand; marks within a region that are looked at."""

Run = tuple[int, int]


def scan(text: str) -> Scan:
    """Find the quotation marks of a text and what they enclose.

    Any string gives an answer, in time that is linear in its length. A paragraph is a line; no region crosses its end.
    Where the article has single marks outside double ones it is read again as such. Marks around a whole quotation with
    who says so (``'"It rained," she said, "all day."'``) are set aside: the quotation within is the outermost then.

    Args:
        text: The text, as it is.
    """
    found = _found(text)
    regions, nested = unwrapped(text, found.regions, found.nested)
    return Scan(firm(text, regions, outside=found.outside), tuple(found.marks), tuple(nested))


def _found(text: str) -> _Found:
    found = _read(text)
    return _read(text, outside=True) if singles_outside(text, found.regions) else found


def _read(text: str, *, outside: bool = False) -> _Found:
    """What the marks of a text are, paragraph by paragraph."""
    marks_of = table()
    found = _Found(outside)
    start = 0
    runs: list[Run] = []
    for match in marks_of.events.finditer(text):
        if match.group(1):
            runs.append(match.span())
        else:
            _paragraph(text, start, match.start(), runs, marks_of, found)
            start = match.end()
            runs = []
    _paragraph(text, start, len(text), runs, marks_of, found)
    return found


def find_quoted(text: str) -> tuple[Span, ...]:
    """The outermost quoted stretches of a text, marks included, in text order. Neither a model nor a parse is needed.

    Double marks of every shape count, and ‘ ’ where they are not apostrophes; straight single marks do where an article
    has single marks outside double ones. Wrapped lines and markup are read through, as in an article.

    Args:
        text: The text, as it is.
    """
    copy = reading_copy(text)
    found = _found(copy.text)
    spans = []
    end = 0
    for region in sorted((*found.regions, *found.nested), key=lambda region: region.start):
        if (found.outside or not region.weak) and region.start >= end:
            spans.append(Span.of(text, *copy.original_range(region.start, region.end)))
            end = region.end
    return tuple(spans)


class _Found:
    """What was found so far, and how the last paragraph with words ended.

    Args:
        outside: Whether single marks are the outer ones of the article.
    """

    def __init__(self, outside: bool) -> None:
        self.outside = outside
        self.regions: list[Region] = []
        self.marks: list[Run] = []
        self.nested: list[Region] = []
        self.unclosed: Region | None = None


def _paragraph(text: str, start: int, end: int, runs: list[Run], marks_of: Table, found: _Found) -> None:
    line = text[start:end]
    words = line.strip()
    if not words:
        return
    start += len(line) - len(line.lstrip())
    paragraph = Paragraph(start, start + len(words))
    before, found.unclosed = found.unclosed, None
    if not runs:
        return
    labelling = cheapest(read_marks(text, paragraph, runs, marks_of, outside=found.outside))
    outer_end = markup_end = paragraph.start
    for opener, closer in labelling.pairs:
        region = _region(opener, closer, paragraph)
        if region.start < markup_end or not text[region.inner_start : region.inner_end].strip():
            continue
        if region.start < outer_end:
            found.nested.append(region)
        elif region.start > paragraph.start and text[region.start - 1] == ATTRIBUTE:
            markup_end = region.end
        else:
            reopened = _reopened(text, region, labelling.neither)
            if reopened is not None:
                found.regions.append(evolve(region, end=reopened[0], inner_end=reopened[0], closed=False))
                region = evolve(region, start=reopened[0], inner_start=reopened[1])
            elif before is not None and region.start == paragraph.start and region.single == before.single:
                region = evolve(region, continues=True)
            found.regions.append(region)
            outer_end = region.end
            if not region.closed:
                found.unclosed = region
    found.marks += sorted((mark.start, mark.end) for mark in labelling.marks())


def _reopened(text: str, region: Region, neither: Sequence[Mark]) -> Run | None:
    """The mark within a region that opens a quotation anew, behind one that nothing closed and who says so.

    "“We have lost it all, Pia Lund said. “It is gone.”"
    """
    if region.single or not region.closed:
        return None
    first = bisect_right(neither, region.inner_start, key=lambda mark: mark.start)
    for mark in neither[first : first + _FEW]:
        if mark.start < region.inner_end and mark.counts and mark.opens < mark.closes:
            said = _SAID.search(text, max(region.inner_start, mark.start - _FAR), mark.start)
            if said is not None and not forms.of_speech().isdisjoint(said[1].split()):
                return mark.start, mark.end
    return None


def _region(opener: Mark, closer: Mark | None, paragraph: Paragraph) -> Region:
    single = opener.kind == SINGLE
    return Region(
        start=opener.start,
        end=paragraph.end if closer is None else closer.end,
        inner_start=opener.end,
        inner_end=paragraph.end if closer is None else closer.start,
        closed=closer is not None,
        single=single,
        weak=single and opener.weak,
    )
