"""From runs of mark characters to marks with their costs.

Two things speak for an opening or a closing mark: its shape (curly marks face a way) and its surroundings (a space, an
edge or a bracket before it, a space, an edge or a stop after it). Their sum is the bias: positive for an opening mark.
Reading a mark against its bias costs as much as the bias, so that no single sign decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from quoteattr.marks.mark import CORNER, DOUBLE, NEVER, SINGLE, Mark, Paragraph
from quoteattr.marks.table import EDGE, FACING, Table, after, before
from quoteattr.marks.words import doubled_apostrophe, feet_before, is_figure, lost_beginning, lost_end

__all__ = ["read_marks"]

STRAY, STRAY_SINGLE = 4.0, 3.0
"""Cost of a quotation mark that neither opens nor closes: double marks are the surer ones."""
APOSTROPHE, KNOWN = 1.5, 0.0
"""Cost of an apostrophe at the edge of a word: of any word, and of one that is known to have one there."""
BOTH = 2.0
"""Cost of an opening mark that is the apostrophe of its word too: ``'Twas late,' he said``."""
INCHES, FEET = 1.0, 0.5
"""Cost of an inch sign and of a foot sign after a figure."""
UNCLOSED, UNCLOSED_ODD, UNCLOSED_SINGLE = 3.0, 5.0, 2.0
"""Cost of an opening mark that nothing closes: a double one that looks it, one that does not, a single one in front."""
UNCLOSED_OUTSIDE = 1.25
"""The same for a single one in front where single marks are the outer ones: less than that of an apostrophe, more than
that of a pair that a plural possessive nearby may close."""
_AHEAD = 40
"""Characters behind a paragraph in which the next one begins."""
_CORNER = "double corner"
ORNAMENT = 8
"""As many marks in one run are an ornament."""


@frozen
class _Place:
    """What stands around a mark.

    Attributes:
        left: The character before it, or ``EDGE``.
        right: The character after it, or ``EDGE``.
        bias: How far both speak for an opening mark.
        alone: Whether no other mark touches it.
    """

    left: str
    right: str
    bias: int
    alone: bool


def read_marks(
    text: str, paragraph: Paragraph, runs: Sequence[tuple[int, int]], table: Table, *, outside: bool = False
) -> Iterator[Mark]:
    """The marks of a paragraph in text order, without the apostrophes that can be nothing else.

    Args:
        text: The whole text.
        paragraph: The paragraph.
        runs: ``(start, end)`` of the runs of mark characters in it.
        table: The marks.
        outside: Whether straight single marks are the outer ones of the article: one that begins a paragraph may then
            stay open, as a double one may.
    """
    doubled = [start for start, end in runs if end - start > 1]
    for start, end in runs:
        left = text[start - 1] if start > paragraph.start else EDGE
        right = text[end] if end < paragraph.end else EDGE
        if end - start == 1 and left.isalnum() and right.isalnum() and text[start] in table.single:
            continue
        if end - start >= ORNAMENT:
            yield Mark(start, end, DOUBLE, NEVER, NEVER, STRAY)
            continue
        around = _Place(left, right, before(left) + _after(text, end, right), end - start == 1)
        beside = end - start == 2 and len(doubled) == 1 and lost_beginning(text, end, table)
        split = [(start, start + 1), (start + 1, end)] if beside else _units(text, start, end, around.bias, table)
        for first, last in split:
            if last - first == 2 or text[first] not in table.single:
                yield _double(text, first, last, around, table)
            else:
                place = around if around.alone else _within(text, first, (start, end), around, table)
                mark = _single(text, first, place, paragraph, table, outside=outside)
                if mark is not None:
                    yield mark


def _after(text: str, end: int, right: str) -> int:
    """As :func:`after`, but a full stop may begin something: ``"...and"``, ``".22"``."""
    following = text[end + 1] if right == "." and end + 1 < len(text) else " "
    if following == ".":
        return 0
    return 2 if following.isalnum() or following in "@#" else after(right)


def _units(text: str, start: int, end: int, bias: int, table: Table) -> Iterator[tuple[int, int]]:
    """Split a run: single marks of one shape go in pairs, and an odd one stands on the inner side."""
    for match in table.units.finditer(text, start, end):
        first, last = match.span()
        if (last - first) % 2 and bias < 0:
            yield first, first + 1
            first += 1
        while first < last:
            step = min(2, last - first)
            yield first, first + step
            first += step


def _within(text: str, position: int, run: tuple[int, int], around: _Place, table: Table) -> _Place:
    """The place of a single mark in a run: a mark on its outer side is like a space or a bracket there."""
    left, right = around.left, around.right
    if position > run[0] and (table.facing[text[position - 1]] or around.bias) > 0:
        left = "("
    if position + 1 < run[1] and (table.facing[text[position + 1]] or min(0, around.bias)):
        right = " "
    inward = around.bias - before(around.left) if right == around.right else after(right)
    return _Place(left, right, before(left) + inward, False)


def _double(text: str, start: int, end: int, place: _Place, table: Table) -> Mark:
    bias = place.bias + table.facing[text[start]]
    opens, closes = float(max(0, -bias)), float(max(0, bias))
    skips, counts = STRAY, True
    if is_figure(place.left):
        skips, counts = INCHES, False
        if feet_before(text, start):
            skips, closes = KNOWN, closes + 1.5
    elif doubled_apostrophe(text, start, end):
        skips, counts = APOSTROPHE, False
    shape = table.shape[text[start]]
    kind = CORNER if shape == _CORNER else DOUBLE
    unclosed = UNCLOSED if bias >= 2 and kind == DOUBLE else UNCLOSED_ODD
    return Mark(start, end, kind, opens, closes, skips, unclosed, counts=counts, shape=shape)


def _single(text: str, start: int, place: _Place, paragraph: Paragraph, table: Table, *, outside: bool) -> Mark | None:
    left, right = place.left, place.right
    if left.isalnum() and right.isalnum():
        return None
    facing = table.facing[text[start]]
    weak = facing != FACING
    bias = place.bias + facing
    opens, closes = float(max(0, -bias)), float(max(0, bias))
    skips, closes_weak, counts = STRAY_SINGLE, 0.0, True
    if right.isalnum() and lost_beginning(text, start + 1, table):  # '90s, ’em, and ‘90s by a program that curls marks
        opens, skips, counts = opens + BOTH, KNOWN if weak else 0.5, False
    elif right.isalnum() and weak:
        skips, counts = APOSTROPHE, False
    elif left.isalnum():
        skips, counts = APOSTROPHE, False
        if is_figure(left):
            skips, closes = FEET, closes + FEET
        elif place.alone and (right == EDGE or right.isspace()) and (left in "sSxXzZ" or lost_end(text, start, table)):
            skips, closes, closes_weak = KNOWN, closes + (0.5 if right == EDGE else 1.0), 1.0
    if weak and before(left) < 2:
        opens = NEVER
    if weak and (before(left) >= 2 or after(right) > 0):
        closes = NEVER
    unclosed = _unclosed(text, start, paragraph, weak=weak, outside=outside)
    shape = table.shape[text[start]]
    return Mark(start, start + 1, SINGLE, opens, closes, skips, unclosed, closes_weak, counts, weak, shape)


def _unclosed(text: str, start: int, paragraph: Paragraph, *, weak: bool, outside: bool) -> float:
    """Cost of a single mark that nothing closes: in front, or before a paragraph that opens anew."""
    if start == paragraph.start:
        return UNCLOSED_OUTSIDE if outside else NEVER if weak else UNCLOSED_SINGLE
    anew = (outside or not weak) and text[paragraph.end : paragraph.end + _AHEAD].lstrip()[:1] == text[start]
    return UNCLOSED_OUTSIDE if anew else NEVER
