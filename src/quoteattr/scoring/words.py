"""An article as a sequence of words: stretches are compared as sets of words, so that marks and edges never decide."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from quoteattr.records import QuoteKind
from quoteattr.scoring.annotation import Offsets

__all__ = ["WordSet", "Words"]

WordSet = frozenset[int]
"""Words of an article by their number in text order."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARK = re.compile(r"[“”«»\"]|''|``|’’|‘‘")
_ONLY_OPENS = frozenset(["“", "«", "``", "‘‘"])
_ONLY_CLOSES = frozenset(["”", "»", "’’"])
_DIRECT_FROM = 0.9


class Words:
    """The words of ``text``: runs of letters and digits, with apostrophes inside."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._offsets = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in self._offsets]

    def __len__(self) -> int:
        return len(self._offsets)

    def of(self, stretches: Iterable[Offsets]) -> WordSet:
        """The words that share at least one character with one of ``stretches``."""
        found: set[int] = set()
        for start, end in stretches:
            number = max(0, bisect_right(self._starts, start) - 1)
            while number < len(self._offsets) and self._offsets[number][0] < end:
                word_start, word_end = self._offsets[number]
                if min(word_end, end) > max(word_start, start):
                    found.add(number)
                number += 1
        return frozenset(found)

    @cached_property
    def quoted(self) -> WordSet:
        """The words within double quotation marks; two single marks in a row are a double one.

        Marks are read line by line, the plainest way there is, so that the kinds of the gold depend on nothing that
        the library does: a mark opens, the next that may close does, and what is open ends with its line.
        """
        regions: list[Offsets] = []
        line_start = 0
        for line in self.text.split("\n"):
            opened: int | None = None
            for mark in _MARK.finditer(line):
                if opened is None:
                    if mark.group() not in _ONLY_CLOSES:
                        opened = mark.start()
                elif mark.group() not in _ONLY_OPENS:
                    regions.append((line_start + opened, line_start + mark.end()))
                    opened = None
            if opened is not None:
                regions.append((line_start + opened, line_start + len(line)))
            line_start += len(line) + 1
        return self.of(regions)

    def kind(self, words: WordSet) -> QuoteKind:
        """Direct if at least nine in ten of ``words`` are quoted, mixed if any is, else indirect."""
        share = len(words & self.quoted) / len(words) if words else 0.0
        if share >= _DIRECT_FROM:
            return QuoteKind.DIRECT
        return QuoteKind.MIXED if share > 0 else QuoteKind.INDIRECT
