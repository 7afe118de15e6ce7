"""What a text looks like, where that may explain what is found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["LETTERS", "looks"]

LETTERS = 4_000
"""Characters from the beginning of a text in which capitals are counted."""
_CAPITALS = 0.8
"""Share of the letters of a text in capitals, at least."""
_ENOUGH = 100
"""Letters of a text in capitals, at least: a headline is none."""
_MISDECODED = re.compile(
    r"""
      â€ [\x80-\x9f\xa0™œ˜š“”¦¢žŸ]         # curly marks, dashes and dots in UTF-8 that were read as Windows-1252
    | â\x80 [\x80-\xbf]                     # the same, read as Latin-1
    | Ã [\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]  # accented letters
    | Â [\xa0-\xbf]                         # no-break spaces, pounds, degrees
    | \ufffd                                # letters that somebody could not decode
    """,
    re.VERBOSE,
)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_SMALL = re.compile(r"[a-zß-öø-ÿ]")


def looks(text: str) -> Iterator[str]:
    """What is seen from the characters of a text: ``misdecoded``, ``capitals``.

    ``misdecoded`` are two stretches at least that are what UTF-8 becomes when it is read as Windows-1252 or Latin-1, or
    replacement characters. ``capitals`` is a text in which four letters of five are capitals.
    """
    found = _MISDECODED.finditer(text) if not text.isascii() else iter(())
    if next(found, None) and next(found, None):
        yield "misdecoded"
    capitals = len(_CAPITAL.findall(text, 0, LETTERS))
    if capitals >= _ENOUGH and capitals >= _CAPITALS * (capitals + len(_SMALL.findall(text, 0, LETTERS))):
        yield "capitals"
