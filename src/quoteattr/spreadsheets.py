"""Cells that a spreadsheet would take for a formula: they get an apostrophe in front, as such text has there."""

from __future__ import annotations

import re

__all__ = ["guarded", "guarded_within", "unguarded", "unguarded_within"]

_FORMULA = re.compile(r"'*+(?:\s*+[=+\-@＝＋－＠]|[\t\r\n])")
_GUARDED = re.compile(r"'++(?:\s*+[=+\-@＝＋－＠]|[\t\r\n])")
_ENDS = frozenset(";|\t\r\n")
"""What ends a cell for some spreadsheet that does not care about quotes."""
_INNER = re.compile(r"(?<![\s'\";|])([\s'\";|]++)([=+\-@＝＋－＠])")


def guarded(text: str) -> str:
    """The text of a cell, harmless to a spreadsheet.

    >>> guarded("=1+1"), guarded("Acme")
    ("'=1+1", 'Acme')
    """
    text = guarded_within(text)
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that :func:`guarded` was given."""
    return unguarded_within(text[1:] if _GUARDED.match(text) else text)


def guarded_within(text: str) -> str:
    """The text with an apostrophe wherever a formula would begin if a cell ended before it."""
    return _INNER.sub(lambda found: f"{found[1]}'{found[2]}" if _ENDS.intersection(found[1]) else found[0], text)


def unguarded_within(text: str) -> str:
    """The text that :func:`guarded_within` was given."""

    def bare(found: re.Match[str]) -> str:
        is_guarded = found[1].endswith("'") and _ENDS.intersection(found[1])
        return found[1][:-1] + found[2] if is_guarded else found[0]

    return _INNER.sub(bare, text)
