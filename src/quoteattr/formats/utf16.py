"""Offsets in code units of UTF-16, as JavaScript and Java count characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from quoteattr.errors import RecordError, shown

__all__ = ["Units"]

_PAIRS: Final = re.compile("[\U00010000-\U0010ffff]")
"""Characters that are two units."""


class Units:
    """The offsets of one text, in code points and in units.

    >>> units = Units("😀 Go")
    >>> units.of(2), units.back(3)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        self._pairs = [match.start() for match in _PAIRS.finditer(text)]
        self._units = [offset + number for number, offset in enumerate(self._pairs)]

    def of(self, offset: int) -> int:
        """``offset``, in code points, as units."""
        return offset + bisect_left(self._pairs, offset)

    def back(self, offset: int) -> int:
        """``offset``, in units, as code points.

        Raises:
            RecordError: It is none, or is in the middle of a character.
        """
        if type(offset) is not int:
            raise RecordError(f"expected an offset in units of UTF-16, got {shown(offset)}")
        number = bisect_left(self._units, offset)
        if number and self._units[number - 1] == offset - 1:
            raise RecordError(f"expected an offset in units of UTF-16, got {offset}, in the middle of a character")
        return offset - number
