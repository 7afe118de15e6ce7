"""Quotations of several paragraphs, each of which opens anew: "“…¶“…,” she said."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quoteattr.detect.features import ArticleFeatures

if TYPE_CHECKING:
    from quoteattr.detect.quotations.paragraph import Found
    from quoteattr.syntax import Range

__all__ = ["over_paragraphs"]


def over_paragraphs(article: ArticleFeatures, paragraphs: Iterable[tuple[int, int, list[Found]]]) -> Iterator[Found]:
    """The quotations of all paragraphs; one that goes on in the next paragraph is one.

    Args:
        article: The article.
        paragraphs: The number of each paragraph with a quoted region, that of its first region, and its quotations.
    """
    regions = article.parse.regions
    last: Found | None = None  # the one that ends the paragraph before
    waiting: list[Range] = []  # its pieces, if it has no cue and nothing else stands in its paragraph
    for paragraph, first, found in paragraphs:
        if waiting and found and regions[first].continues and found[0].pieces[0][0] == _opening(article, first):
            found[0].pieces[:0] = waiting
        waiting = []
        if last is not None:
            if found and found[0].cue < 0 and _continues(article, last, first):
                last.pieces += found.pop(0).pieces
                if not found:
                    continue
            yield last
            last = None
        if found and _reaches_end(article, found[-1], paragraph):
            last = found.pop()
            if last.cue < 0 and not found:
                waiting = last.pieces
        yield from found
    if last is not None:
        yield last


def _opening(article: ArticleFeatures, number: int) -> int:
    """Where a region begins, if its paragraph begins with it; or -1."""
    parse = article.parse
    start = parse.region_tokens[number][0]
    return start if parse.trim(parse.line_of(start))[0] == start else -1


def _continues(article: ArticleFeatures, before: Found, number: int) -> bool:
    """Whether a quotation that fills the start of a paragraph goes on with the one that ended the paragraph before."""
    parse = article.parse
    last, start = before.pieces[-1][1], parse.region_tokens[number][0]
    if before.cue < 0 or parse.trim((last, start))[0] != start:
        return False
    region = parse.region_of[last - 1]
    return parse.regions[number].continues or (region >= 0 and not parse.regions[region].closed)


def _reaches_end(article: ArticleFeatures, found: Found, paragraph: int) -> bool:
    start, end = article.parse.paragraphs[paragraph]
    last = found.pieces[-1][1]
    return last > start and article.parse.trim((last, end))[0] >= end
