"""How the lines of a text were made, and which of them go on in the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from quoteattr.copying.hyphens import is_parted
from quoteattr.copying.line import CLOSERS, OPENERS, Line, closes
from quoteattr.copying.words import word_list

__all__ = ["Layout"]

Pair = tuple[Line, Line]
"""A line and the next one."""

_EXACT = 0.9
"""Share of the lines that go on whose next word would not have fitted, at least, where characters are measured."""
_RAGGED = 0.87
"""Share of the width that counts where they are not."""
_FULL = 0.8
"""Share of the lines that go on which are full by that, at least."""
_OFTEN = 0.2
"""Share of the line ends behind which a sentence goes on, at least, in a text that was wrapped."""
_MOST = 0.8
"""Share of the lines that are no longer than the width, at least."""
_LONG = 1.15
"""How many times as long as the width a line may be."""
_NARROWEST = 20
"""Characters of a full line, at least."""
_OUTLIER = 1.3
"""How many times as long as the middle one a line may be that tells the width."""
_SPACED = 3
"""Sentences that go on behind a line without words, at least, where such lines tell nothing."""
_VERSE = 3
"""Lines that go on in lower case and are not full, at least, in verse."""
_INDENT = 2
"""White spaces that set off the first line of a paragraph, at least."""

_SAID = re.compile(r"[,.?!…][”\"’']\s++(?:said|told|wrote|[a-z]++(?<=ed))\b")
"""Behind a quotation, what a headline would not have in the past."""
_VERBS = word_list("coreference", "plain_speech")
_SECOND_SMALL = re.compile(r"\S++ [a-z]")
_NAME_BEGINS = re.compile(r"(?:,|,[”\"’']|to) [A-Z][\w.’'-]*+\Z")
"""The end of a line with the first part of a name, in a sentence."""
_NAME_ENDS = re.compile(r"[A-Z][\w’'-]*+(?:,| (?:said|says|told|added)\b)")
"""The beginning of a line with the last part of one."""
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Febr)uary\b|[A-Z][a-z]{1,5}+ber\b|(?:March|April|June|July)\b"
)


@frozen
class Layout:
    """How the lines of a text were made.

    Attributes:
        width: The characters of a full line; 0 where the text was not wrapped.
        exact: Whether a line is full when the next word would not have fitted, and not a little before.
        spacing: How many lines without words stand within a paragraph.
        indent: How many white spaces stand before lines within a paragraph.
        parted: Whether paragraphs are parted by lines without words.
        verse: Whether lines go on in lower case though they are not full.
    """

    width: int = 0
    exact: bool = True
    spacing: int = 0
    indent: int = 0
    parted: bool = True
    verse: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Layout:
        """The layout of a text, by what its lines have in common."""
        pairs = list(pairwise(lines))
        spacing = _spacing(pairs)
        near = [pair for pair in pairs if pair[1].gap <= spacing and not pair[1].over_page]
        going = [pair for pair in near if _goes_on(*pair)]
        if not going:
            return cls()
        middle = sorted(len(before) for before, _ in going)[len(going) // 2]
        width = max(len(before) for before, _ in going if len(before) <= _OUTLIER * middle)
        indent = min(line.indent for _, line in going)
        for exact in (True, False) if width >= _NARROWEST else ():
            made = cls(width, exact, spacing, indent)
            full = sum(made.is_full(*pair) for pair in going)
            if full >= (_EXACT if exact else _FULL) * len(going) and made._suits(lines, len(going), len(near)):
                short = sum(before.stops and not made.is_full(before, line) for before, line in near)
                return evolve(made, parted=len(pairs) - len(near) > short)
        return cls(verse=_VERSE <= len(going) > len(near) / 2)

    def _suits(self, lines: Sequence[Line], going: int, near: int) -> bool:
        """Whether lines are no longer than the width, and sentences go on in the next one often enough."""
        if going == 1:
            return all(len(line) <= self.width for line in lines)
        fitting = sum(len(line) <= _LONG * self.width for line in lines)
        return fitting >= _MOST * len(lines) and going >= _OFTEN * near

    def is_full(self, before: Line, line: Line) -> bool:
        """Whether a line is as long as it can be: the first word of the next one would not have fitted."""
        return self._is_full(before, line, exact=self.exact)

    def _is_full(self, before: Line, line: Line, *, exact: bool) -> bool:
        room = self.width * (1 if exact else _RAGGED)
        return room < len(before) + 1 + len(line.first_word) and len(before) <= _LONG * self.width

    def joins(self, before: Line, line: Line, *, is_open: str, runs: bool) -> bool:
        """Whether a line goes on in the next one.

        Args:
            before: The line.
            line: The next one.
            is_open: The quotation mark that is open behind the line, or ``""``.
            runs: Whether the line goes on from the one before it.
        """
        if line.gap > self.spacing or line.over_page:
            return self._joins_far(before, line, is_open)
        closed = closes(line.words, is_open)
        if self.width:
            return self._joins_wrapped(before, line, closed)
        if line.is_apart:
            return False
        paused = is_open != "" and before.words[-1] == "," and line.words[0] not in OPENERS
        return (
            paused
            or _joins_by_words(before, line, closed)
            or (_goes_on(before, line) and not self.verse and (runs or before.is_long or (line.is_long and line.stops)))
        )

    def _joins_far(self, before: Line, line: Line, is_open: str) -> bool:
        """Whether a line goes on behind the end of a page, or behind lines without words."""
        full = self.width > 0 and self.is_full(before, line)
        if _goes_on(before, line):
            return full or line.over_page or before.is_unfinished or is_open != ""
        return full and line.over_page and not before.stops and not line.is_apart

    def _joins_wrapped(self, before: Line, line: Line, closed: bool) -> bool:
        full = self.is_full(before, line)
        if not full and line.is_apart:
            return False
        if not before.stops:
            return full or line.goes_on or before.is_unfinished or self._is_full(before, line, exact=False)
        if line.is_apart or line.indent >= self.indent + _INDENT:
            return False
        if closed or (line.goes_on and before.words[-1] in CLOSERS):
            return True
        return full and (self.parted or line.words[0] not in OPENERS)


def _spacing(pairs: Sequence[Pair]) -> int:
    """How many lines without words stand within a paragraph: one where most sentences go on behind one."""
    spaced = [pair for pair in pairs if pair[1].gap == 1]
    if len(spaced) <= len(pairs) / 2:
        return 0
    going = sum(_goes_on(*pair) for pair in spaced)
    return int(going > _SPACED and going > len(spaced) / 3)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a sentence goes on in the next line in lower case."""
    return line.goes_on and not before.stops and not line.is_apart


def _joins_by_words(before: Line, line: Line, closed: bool) -> bool:
    """Whether a line goes on in the next one whatever its length: words or marks tell it."""
    if before.stops:  # a name below a quotation may stand within its marks
        told = line.words[-1] not in CLOSERS or _SECOND_SMALL.match(line.words) is not None
        return (closed and told) or (line.goes_on and before.words[-1] in "”\"’'")
    if closed or before.is_unfinished or is_parted(before.words, line.words):
        return True
    if line.goes_on:
        return before.words[-1] == "," or line.first_word in _VERBS
    return _goes_on_in_capitals(before, line)


def _goes_on_in_capitals(before: Line, line: Line) -> bool:
    """Whether a sentence goes on with a name: where a headline would have another form."""
    if _SAID.search(before.words):
        return True
    if _CALENDAR.match(line.words):
        return before.words.endswith((" on", " in", " since"))
    return _NAME_ENDS.match(line.words) is not None and _NAME_BEGINS.search(before.tail) is not None
