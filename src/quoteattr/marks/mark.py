"""From the characters of a paragraph to its marks: what each may be, and how odd that would be where it stands.

A mark may open, close, or do neither: then it is a stray mark, an apostrophe or a prime. Each of the three has a cost. It
comes from the shape of the mark (curly marks face a way) and from its surroundings: a space, an edge or an opening
bracket before it speaks for an opening mark, a space, an edge or a stop after it for a closing one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from attrs import frozen

from quoteattr.marks.table import EDGE, FACING, Table, after, before

__all__ = ["DOUBLE", "NEVER", "SINGLE", "Mark", "Paragraph", "read_marks"]

DOUBLE, SINGLE = "D", "S"
NEVER = math.inf
STRAY = 4.0
"""Cost of a quotation mark that neither opens nor closes."""
UNCLOSED, UNCLOSED_ODD = 3.0, 5.0
"""Cost of an opening mark that nothing closes, where it looks like one and where it does not."""
ORNAMENT = 8
"""As many marks in one row are an ornament, not marks."""
_LOOK = 10
"""Characters that are looked at on either side for a word."""


@frozen
class Paragraph:
    """A line of the text without the space around it, in character offsets."""

    start: int
    end: int


@frozen
class Mark:
    """A character (or two) that may be a quotation mark.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: ``DOUBLE`` or ``SINGLE``.
        opens: Cost of reading it as an opening mark.
        closes: Cost of reading it as a closing mark.
        skips: Cost of reading it as neither.
        unclosed: Cost of reading it as an opening mark that nothing closes, beside ``opens``.
        possessive: Further cost of reading it as closing what a weak mark has opened.
        counts: Whether it is a quotation mark even if it is read as neither.
        weak: Whether it could be an apostrophe by its shape.
    """

    start: int
    end: int
    kind: str
    opens: float
    closes: float
    skips: float
    unclosed: float = NEVER
    possessive: float = 0.0
    counts: bool = True
    weak: bool = False


def read_marks(text: str, paragraph: Paragraph, runs: Iterable[tuple[int, int]], table: Table) -> Iterator[Mark]:
    """The marks of a paragraph in text order, without the apostrophes that can be nothing else.

    Args:
        text: The whole text.
        paragraph: The paragraph.
        runs: ``(start, end)`` of the runs of mark characters in it.
        table: The marks.
    """
    for start, end in runs:
        left = text[start - 1] if start > paragraph.start else EDGE
        right = text[end] if end < paragraph.end else EDGE
        if end - start == 1 and text[start] in table.single and left.isalnum() and right.isalnum():
            continue
        if end - start >= ORNAMENT:
            yield Mark(start, end, DOUBLE, NEVER, NEVER, STRAY)
            continue
        bias = before(left) + _after(text, end, right)
        for first, last in _units(text, start, end, bias, table):
            if last - first == 2 or text[first] not in table.single:
                yield _double(text, first, last, bias + _facing(text, first, table))
            else:
                mark = _single(text, first, (left, right), bias, (start, end), paragraph, table)
                if mark is not None:
                    yield mark


def _facing(text: str, position: int, table: Table) -> int:
    return table.facing[text[position]]


def _after(text: str, end: int, right: str) -> int:
    """As :func:`after`, but a stop that begins something (``"...and"``, ``".22"``) is not the end of a sentence."""
    if right == "." and end + 1 < len(text) and not text[end + 1].isspace() and before(text[end + 1]) < 0:
        following = text[end + 1]
        return 0 if following == "." else 2 if following.isalnum() or following in "@#" else after(right)
    return after(right)


def _units(text: str, start: int, end: int, bias: int, table: Table) -> Iterator[tuple[int, int]]:
    """Split a run into marks: a row of one single mark goes in pairs, an odd one stands at its inner side."""
    for match in table.units.finditer(text, start, end):
        first, last = match.span()
        if (last - first) % 2 and bias < 0 and last - first > 1:
            yield first, first + 1
            first += 1
        while first < last:
            step = min(2, last - first)
            yield first, first + step
            first += step


def _double(text: str, start: int, end: int, bias: int) -> Mark:
    closes = float(max(0, bias))
    skips, counts = STRAY, True
    if start > 0 and _figure(text[start - 1]):
        counts = False
        skips = 1.0
        if _feet(text, start):
            skips, closes = 0.0, closes + 1.5
    elif end - start == 2 and start > 0 and text[start - 1].isalnum() and end < len(text) and text[end].isalnum():
        skips, counts = 1.0, False  # an apostrophe that somebody doubled: don''t
    return Mark(
        start,
        end,
        DOUBLE,
        opens=float(max(0, -bias)),
        closes=closes,
        skips=skips,
        unclosed=UNCLOSED if bias >= 2 else UNCLOSED_ODD,
        counts=counts,
    )


def _figure(char: str) -> bool:
    return char.isnumeric()


def _feet(text: str, start: int) -> bool:
    """Whether figures with a foot sign stand before: ``6'2"``."""
    position = start - 1
    limit = max(0, start - 6)
    while position > limit and (_figure(text[position]) or text[position] == " "):
        position -= 1
    return text[position] in "'’′" and position > 0 and _figure(text[position - 1])


def _single(
    text: str,
    start: int,
    sides: tuple[str, str],
    bias: int,
    run: tuple[int, int],
    paragraph: Paragraph,
    table: Table,
) -> Mark | None:
    facing = _facing(text, start, table)
    left, right = sides
    if left.isalnum() and right.isalnum():
        return None
    bias += facing
    opens, closes = float(max(0, -bias)), float(max(0, bias))
    weak = facing != FACING
    word_left, word_right = left.isalnum(), right.isalnum()
    skips, possessive, counts = STRAY, 0.0, True
    if word_right and not word_left:
        skips = STRAY if facing == FACING else 1.5
        if _shortened_before(text, run[1], table):
            skips = 0.5 if facing == FACING else 0.0
            opens = opens + 2.0 if facing == FACING else NEVER
        counts = facing == FACING and skips == STRAY
    elif word_left:
        counts = False
        skips = 1.5
        if _figure(left):
            skips, closes = 0.5, closes + 0.5
        elif run[1] - run[0] == 1 and (right.isspace() or right == EDGE):
            if left in "sSxXzZ":
                skips, closes = 0.0, closes + (0.5 if right == EDGE else 1.5)
                possessive = 0.0 if right == EDGE else NEVER
            elif _shortened_after(text, run[0], table):
                skips, closes, possessive = 0.0, closes + 1.5, NEVER
    if weak:
        if before(left) < 2:
            opens = NEVER
        if before(left) >= 2 or after(right) > -1:
            closes = NEVER
    first = facing == FACING and start == paragraph.start
    return Mark(start, start + 1, SINGLE, opens, closes, skips, UNCLOSED if first else NEVER, possessive, counts, weak)


def _shortened_before(text: str, position: int, table: Table) -> bool:
    word = _leading(text[position : position + _LOOK])
    if word[:2].isdecimal():
        return word[2:] in ("", "s", "S")
    return word.lower() in table.shortened_before


def _shortened_after(text: str, position: int, table: Table) -> bool:
    word = _leading(text[max(0, position - _LOOK) : position][::-1])[::-1].lower()
    return word in table.shortened_after or (word.endswith("in") and len(word) > 3)


def _leading(text: str) -> str:
    for length, char in enumerate(text):
        if not char.isalnum():
            return text[:length]
    return text
