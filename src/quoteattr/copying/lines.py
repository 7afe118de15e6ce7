"""Lines that were broken to fit: which line ends are spaces, and which end a paragraph.

A text was wrapped if its sentences go on in the next line, in lower case, and if the lines that do so are as long as
the width allows. There a full line goes on. Elsewhere a line end is a space only where words tell it: a mark is left
open, the last word needs another, a word is parted by a hyphen. Headlines, lists, labels and paragraphs of one line
stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from quoteattr.copying.edits import Edit
from quoteattr.copying.hyphens import Hyphens, is_parted
from quoteattr.copying.layout import Layout
from quoteattr.copying.line import Line, open_after

__all__ = ["edits"]

_PAGE = re.compile(r"[-–—\[(|]?\s*+(?:page\s++)?+\d{1,4}+(?:\s*+(?:of|/)\s*+\d{1,4}+)?+\s*+[-–—\])|]?", re.IGNORECASE)
"""A line that only tells the page."""


def edits(text: str) -> Iterator[Edit]:
    """The line ends of a text that are spaces, with what else stands between the halves of a sentence."""
    if "\n" not in text:
        return
    lines = _without_pages(_lines(text))
    layout, hyphens = Layout.of(lines), Hyphens(text)
    before: Line | None = None
    is_open, runs = "", False
    for line in lines:
        runs = before is not None and layout.joins(before, line, is_open=is_open, runs=runs)
        if before is not None and runs:
            yield _between(before, line, hyphens)
        is_open = open_after(line.words, is_open if runs else "")
        before = line


def _between(before: Line, line: Line, hyphens: Hyphens) -> Edit:
    """What stands between two halves of a sentence: a space, or nothing within a word."""
    if not is_parted(before.words, line.words):
        return before.end, line.start, " "
    return before.end - (not hyphens.keeps(before.words, line.words)), line.start, ""


def _lines(text: str) -> Iterator[Line]:
    begin = gap = 0
    for whole in text.split("\n"):
        words = whole.strip(" \t")
        if words:
            before = whole[: whole.index(words[0])]
            start = begin + len(before)
            yield Line(start, start + len(words), words, len(before.expandtabs()), gap)
            gap = 0
        else:
            gap += 1
        begin += len(whole) + 1


def _without_pages(lines: Iterable[Line]) -> list[Line]:
    """The lines without those that tell a page where a sentence may go on behind it."""
    kept: list[Line] = []
    pages: list[Line] = []
    for line in lines:
        if _PAGE.fullmatch(line.words):
            pages.append(line)
            continue
        if pages and kept and not kept[-1].stops and (line.goes_on or pages[0].gap):
            kept.append(evolve(line, over_page=True))
        else:
            kept += [*pages, line]
        pages = []
    return kept + pages
