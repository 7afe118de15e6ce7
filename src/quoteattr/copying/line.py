"""One line of a text: whether a sentence ends with it, or begins in the middle."""

from __future__ import annotations

import re

from attrs import field, frozen

from quoteattr.copying.words import UNFINISHED, word_list

__all__ = ["CLOSERS", "OPENERS", "Line", "closes", "open_after"]

CLOSERS = "”’\"')]}»*_"
"""What may stand behind the stop of a sentence."""
OPENERS = "“‘\"'([{«"
"""What may stand before the first word of a sentence."""
_STOPS = ".!?…:"
_ITEM = re.compile(r"(?:[*•·▪◦‣●■+][ \t]|[-–—]{1,2}[ \t]*+[^\sa-z]|-[ \t]|\(?\d{1,3}[.)][ \t]|\(?[a-z][.)][ \t])")
"""How an item of a list, a byline or a signature begins."""
_LABEL = re.compile(
    r"\[?\d{1,2}:\d\d\]?\s|(?:[QA]|[A-Z][\w.’'-]{0,20}+(?:\s[A-Z][\w.’'-]{0,20}+){0,3}+)(?:\s?\([^()\n]{1,40}+\))?+:(?!\S)"
)
"""How a line begins that tells who speaks, or what follows."""
_WORD = re.compile(r"\w[\w.’'-]*+")
_LAST_WORD = 24
"""Characters in which the last word of a line is looked for."""
_ABBREVIATIONS = word_list("copying", "abbreviations")
_INITIAL = re.compile(r"(?:\b|\.)[A-Z]\.\Z")
_MARKS = re.compile(r"[“”\"„«»]")
_SINGLES = re.compile(r"(?:(?<=\s)|\A)['‘](?=[A-Z])|(?<=[.,?!…])['’](?!\w)")
"""Single marks that can hardly be apostrophes: before a capital, and behind a stop."""
_FEW = 3
"""Words of a line that may be a label or the item of a list, at most."""


@frozen
class Line:
    """A line with words.

    Attributes:
        start: Offset of its first word.
        end: Offset behind its last one.
        words: The words.
        indent: How many white spaces stand before them.
        gap: How many lines without words stand before it.
        over_page: Whether the end of a page stands before it.
    """

    start: int
    end: int
    words: str = field(repr=False)
    indent: int
    gap: int
    over_page: bool = False

    @property
    def stops(self) -> bool:
        """Whether a sentence ends with it."""
        inner = self.words.rstrip(CLOSERS)
        if not inner or inner[-1] not in _STOPS:
            return False
        return not (inner == self.words and inner[-1] == "." and _is_abbreviated(self.tail))

    @property
    def goes_on(self) -> bool:
        """Whether it begins as only the middle of a sentence does."""
        return self.words.lstrip(OPENERS)[:1].islower() or self.words[0] in ",;)"

    @property
    def is_apart(self) -> bool:
        """Whether it begins as an item of a list or a label does."""
        return _ITEM.match(self.words) is not None or _LABEL.match(self.words) is not None

    @property
    def is_unfinished(self) -> bool:
        """Whether its last word or sign needs another."""
        inner = self.words.rstrip(CLOSERS)
        if inner[-1:] == ",":
            return inner != self.words or self.is_long
        found = _WORD.findall(self.tail)
        return inner == self.words and bool(found) and found[-1].rstrip(".").lower() in UNFINISHED

    @property
    def is_long(self) -> bool:
        """Whether it has more words than a label or the item of a list."""
        return len(self.words.split(None, _FEW)) > _FEW

    @property
    def first_word(self) -> str:
        """Its first word with the signs beside it."""
        return self.words.split(None, 1)[0]

    @property
    def tail(self) -> str:
        """Its last characters."""
        return self.words[-_LAST_WORD:]

    def __len__(self) -> int:
        return self.end - self.start + self.indent


def _is_abbreviated(tail: str) -> bool:
    return tail[:-1].rpartition(" ")[2].lower() in _ABBREVIATIONS or _INITIAL.search(tail) is not None


def open_after(words: str, is_open: str) -> str:
    """The mark that is open behind a line, ``'"'`` for all double ones, ``"'"`` or ``""``.

    Args:
        words: The words of the line.
        is_open: The mark that was open before it.
    """
    doubles = _MARKS.findall(words)
    for mark in doubles:
        opens = is_open != '"' if mark == '"' else mark in "“„«"
        is_open = '"' if opens else ""
    if not doubles and is_open != '"':
        for single in _SINGLES.finditer(words):
            is_open = "'" if words[single.end() : single.end() + 1].isalpha() else ""
    return is_open


def closes(words: str, is_open: str) -> bool:
    """Whether a line closes the mark that is open: its first one of that kind does not open."""
    first = (_MARKS if is_open == '"' else _SINGLES).search(words) if is_open else None
    if first is None or first[0] in "“„«‘":
        return False
    return first[0] not in "\"'" or (first.start() > 0 and not words[first.start() - 1].isspace())
