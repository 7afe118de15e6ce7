"""Cells that a spreadsheet would take for a formula: they get an apostrophe in front, as such text has there."""

from __future__ import annotations

import re

__all__ = ["guarded", "unguarded"]

_FORMULA = re.compile(r"'*+(?:\s*+[=+\-@＝＋－＠]|[\t\r\n])")
_GUARDED = re.compile(r"'++(?:\s*+[=+\-@＝＋－＠]|[\t\r\n])")


def guarded(text: str) -> str:
    """The text of a cell, harmless to a spreadsheet.

    >>> guarded("=1+1"), guarded("Acme")
    ("'=1+1", 'Acme')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that :func:`guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text
