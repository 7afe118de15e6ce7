"""Marks around a whole quotation with who says so, which quote nothing themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from quoteattr.lexicon import forms
from quoteattr.marks.region import Region

__all__ = ["unwrapped"]

_SAID = 80
"""Characters of who says so between the parts of a quotation, at most."""
_WORD = re.compile(r"\w++")


def unwrapped(
    text: str, regions: Sequence[Region], nested: Sequence[Region]
) -> tuple[Sequence[Region], Sequence[Region]]:
    """The outermost stretches and those within them, without stretches that only wrap a quotation.

    Such a stretch begins and ends with stretches of its own, and behind the first of them somebody says so:
    ``'"It rained," she said, "all day."'``.

    Args:
        text: The text.
        regions: Its outermost stretches, in text order.
        nested: The stretches within them, in order of their beginnings.
    """
    if not nested:
        return regions, nested
    outer: list[Region] = []
    inner: list[Region] = []
    first = 0
    for region in regions:
        last = first
        while last < len(nested) and nested[last].start < region.end:
            last += 1
        parts, deeper = _parts(nested[first:last])
        if _wraps(text, region, parts):
            outer += [evolve(part, weak=part.weak and region.weak) for part in parts]
            inner += deeper
        else:
            outer.append(region)
            inner += nested[first:last]
        first = last
    return outer, inner


def _parts(nested: Sequence[Region]) -> tuple[list[Region], list[Region]]:
    """The stretches right within another, and those within these."""
    parts: list[Region] = []
    deeper: list[Region] = []
    for region in nested:
        (deeper if parts and region.start < parts[-1].end else parts).append(region)
    return parts, deeper


def _wraps(text: str, region: Region, parts: Sequence[Region]) -> bool:
    """Whether a stretch holds a quotation in parts, and who says so between the first two, and no more."""
    if len(parts) < 2 or not all(part.closed for part in (region, *parts)):
        return False
    if (parts[0].start, parts[-1].end) != (region.inner_start, region.inner_end):
        return False
    said = text[parts[0].end : parts[1].start]
    return len(said) <= _SAID and not forms.of_speech().isdisjoint(_WORD.findall(said))
