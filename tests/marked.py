"""Texts with brackets around what is quoted, which several test modules read."""

from __future__ import annotations

from quoteattr.marks import Scan

__all__ = ["plain", "shown"]


def shown(text: str, found: Scan) -> str:
    """The text with brackets around its regions."""
    out, position = [], 0
    for region in found.regions:
        left, right = ("⟪", "⟫") if region.weak else ("⟦", "⟧" if region.closed else "⟩")
        out += [text[position : region.start], left, text[region.start : region.end], right]
        position = region.end
    return "".join((*out, text[position:]))


def plain(golden: str) -> str:
    """The text without brackets."""
    return "".join(char for char in golden if char not in "⟦⟧⟩⟪⟫")
