"""Which stretches in straight single marks are quotations: a reading of the whole article.

A straight single mark is an apostrophe by its shape, so that a stretch between two of them is weak. Two things make it
firm. The British habit has single marks outside and double ones within, all through an article; and headlines have
single marks in nearly every paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from quoteattr.marks.region import Region

__all__ = ["firm", "singles_outside"]

_FEWER = 3
"""So many times as often as double marks have to stand single ones where they are the outer ones."""
_STOPS = ".,;:!?…"
"""What stands beside the closing mark of a quotation, on one side or the other."""
_POSSESSIVE = "sSxXzZ"
"""A word that ends so may have an apostrophe behind it: the workers' union."""
_LINE_ENDS = "\n\r\f\u2028\u2029"
_HEADLINE = 120
"""Characters of a headline at most. Some collections put a full stop behind each, so that the end tells nothing."""


def singles_outside(text: str, regions: Iterable[Region]) -> bool:
    """Whether the article has single marks outside: plain ones, and double ones outside them seldom or never.

    Args:
        text: The text.
        regions: Its outermost stretches.
    """
    plain = doubles = 0
    for region in regions:
        if not region.single:
            doubles += 1
        elif region.weak and _plain(text, region):
            plain += 1
    return plain > 0 and plain >= _FEWER * doubles


def firm(text: str, regions: Sequence[Region], *, outside: bool) -> tuple[Region, ...]:
    """The regions, those firm that are quotations for what the article or the line is.

    Args:
        text: The text.
        regions: Its outermost stretches, in text order.
        outside: Whether single marks are the outer ones of the article.
    """
    if outside:
        return tuple(evolve(region, weak=False) if region.weak else region for region in regions)
    first, last = _headline(text)
    return tuple(
        evolve(region, weak=False) if region.weak and first <= region.start < last else region for region in regions
    )


def _plain(text: str, region: Region) -> bool:
    """Whether the closing mark can hardly be an apostrophe: a stop is beside it, or no plural's end is before it.

    An article about ``'Em`` or ``'Arry`` and the workers' union has no such pair.
    """
    last = text[region.inner_end - 1]
    return last in _STOPS or text[region.end : region.end + 1] in tuple(_STOPS) or last not in _POSSESSIVE


def _headline(text: str) -> tuple[int, int]:
    """Where the first line with words is, if it is as short as headlines are and more lines follow it."""
    start = len(text) - len(text.lstrip())
    end = len(text)
    for line_end in _LINE_ENDS:
        found = text.find(line_end, start, end)
        end = found if found >= 0 else end
    if end - start > _HEADLINE or not text[end:].strip():
        return 0, 0
    return start, end
