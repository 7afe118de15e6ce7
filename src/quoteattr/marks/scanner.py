"""Quoted stretches of a text in one pass: runs of mark characters and line ends, paragraph by paragraph."""

from __future__ import annotations

from attrs import evolve

from quoteattr.marks.costs import read_marks
from quoteattr.marks.mark import SINGLE, Mark, Paragraph
from quoteattr.marks.reading import cheapest
from quoteattr.marks.region import Region, Scan
from quoteattr.marks.table import Table, table
from quoteattr.records import Span

__all__ = ["find_quoted", "scan"]


def scan(text: str) -> Scan:
    """Find the quotation marks of a text and what they enclose.

    Any string gives an answer, in time that is linear in its length. A paragraph is a line: no region crosses a line end.

    Args:
        text: The text, as it is.
    """
    known = table()
    sink = _Sink()
    start = 0
    runs: list[tuple[int, int]] = []
    for match in known.events.finditer(text):
        if match.group(1):
            runs.append(match.span())
        else:
            _paragraph(text, start, match.start(), runs, known, sink)
            start = match.end()
            runs = []
    _paragraph(text, start, len(text), runs, known, sink)
    return Scan(tuple(sink.regions), tuple(sink.marks), tuple(sink.nested))


def find_quoted(text: str) -> tuple[Span, ...]:
    """The outermost quoted stretches of a text, marks included, in text order. Neither a model nor a parse is needed.

    Double marks of every shape count, and ‘ ’ where they are not apostrophes; straight single marks do not.

    Args:
        text: The text, as it is.
    """
    found = scan(text)
    spans = []
    end = 0
    for region in sorted((*found.regions, *found.nested), key=lambda region: region.start):
        if not region.weak and region.start >= end:
            spans.append(Span.of(text, region.start, region.end))
            end = region.end
    return tuple(spans)


class _Sink:
    """What was found so far."""

    def __init__(self) -> None:
        self.regions: list[Region] = []
        self.marks: list[tuple[int, int]] = []
        self.nested: list[Region] = []
        self.unclosed: Region | None = None
        """The last region of the last paragraph with words, if it is unclosed."""


def _paragraph(text: str, start: int, end: int, runs: list[tuple[int, int]], known: Table, sink: _Sink) -> None:
    line = text[start:end]
    words = line.strip()
    if not words:
        return
    start += len(line) - len(line.lstrip())
    paragraph = Paragraph(start, start + len(words))
    before, sink.unclosed = sink.unclosed, None
    if not runs:
        return
    reading = cheapest(read_marks(text, paragraph, runs, known))
    outer_end = paragraph.start
    for opener, closer in reading.pairs:
        region = _region(opener, closer, paragraph)
        if region.inner_start == region.inner_end or text[region.inner_start : region.inner_end].isspace():
            continue
        if region.start < outer_end:
            sink.nested.append(region)
            continue
        if opener.start > paragraph.start and text[opener.start - 1] == "=":
            continue
        if before is not None and region.start == paragraph.start and region.single == before.single:
            region = evolve(region, continues=True)
        outer_end = region.end
        sink.regions.append(region)
        if not region.closed:
            sink.unclosed = region
    marks = [(mark.start, mark.end) for pair in reading.pairs for mark in pair if mark is not None]
    marks += [(mark.start, mark.end) for mark in reading.strays if mark.counts]
    marks.sort()
    sink.marks += marks


def _region(opener: Mark, closer: Mark | None, paragraph: Paragraph) -> Region:
    single = opener.kind == SINGLE
    if closer is None:
        return Region(
            opener.start,
            paragraph.end,
            opener.end,
            paragraph.end,
            closed=False,
            single=single,
            weak=single and opener.weak,
        )
    return Region(opener.start, closer.end, opener.end, closer.start, single=single, weak=single and opener.weak)
