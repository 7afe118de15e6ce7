"""Lines that were broken to fit: which line ends are spaces, and which end a paragraph.

A text was wrapped if its sentences go on in the next line, in lower case, and if the lines that do so are as long as
the width allows. There a full line goes on. Elsewhere a line end is a space only where words tell it: a mark is left
open, the last word needs another, a word is parted by a hyphen. Headlines, lists, labels and paragraphs of one line
stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from quoteattr.copying.edits import Edit
from quoteattr.copying.hyphens import Hyphens, is_parted
from quoteattr.copying.words import UNFINISHED, word_list

__all__ = ["edits"]

_LINE = re.compile(r"(?P<quoted>(?:[ \t]*+>)*+)(?P<indent>[ \t]*+)(?P<words>[^\n]*+)")
_PAGE = re.compile(r"[-–—\[(|]?\s*+(?:page\s++)?+\d{1,4}+(?:\s*+(?:of|/)\s*+\d{1,4}+)?+\s*+[-–—\])|]?", re.IGNORECASE)
"""A line that only tells the page."""
_STOPS = ".!?…:"
_CLOSERS = "”’\"')]}»*_"
_OPENERS = "“‘\"'([{«"
_ITEM = re.compile(r"(?:[*•·▪◦‣●■+][ \t]|[-–—]{1,2}[ \t]*+[^\sa-z]|-[ \t]|\(?\d{1,3}[.)][ \t]|\(?[a-z][.)][ \t])")
"""How an item of a list, a byline or a signature begins."""
_DASH = re.compile(r"[-–—]{1,2}+[ \t]++[a-z]")
"""How a line begins that goes on behind a dash, if the text was wrapped."""
_LABEL = re.compile(
    r"\[?\d{1,2}:\d\d\]?\s|(?:[QA]|[A-Z][\w.’'-]{0,20}+(?:\s[A-Z][\w.’'-]{0,20}+){0,3}+)(?:\s?\([^()\n]{1,40}+\))?+:(?!\S)"
)
"""How a line begins that tells who speaks, or what follows."""
_SAID = re.compile(r"[,.?!…][”\"’']\s++(?:said|told|wrote|[a-z]++(?<=ed))\b")
"""Behind a quotation, what a headline would not have in the past."""
_VERBS = word_list("coreference", "plain_speech")
_WORD = re.compile(r"\w[\w.’'-]*+")
_LAST_WORD = 24
"""Characters in which the last word of a line is looked for."""
_ABBREVIATIONS = word_list("copying", "abbreviations")
_INITIAL = re.compile(r"(?:\b|\.)[A-Z]\.\Z")
_MARKS = re.compile(r"[“”\"„«»]")
_RAGGED = 0.85
"""Share of the width that a full line has at least, where words are not measured in characters."""
_EXACT = 0.9
"""Share of the lines that go on whose next word would not have fitted, at least, where they are."""
_FULL = 0.7
"""Share of the lines that go on which are full, at least, in a text that was wrapped."""
_OFTEN = 0.2
"""Share of the line ends behind which a sentence goes on, at least, in a text that was wrapped."""
_MOST = 0.8
"""Share of the lines that are no longer than the width, at least, in a text that was wrapped."""
_LONG = 1.15
"""How many times as long as the width a line may be, for lines that are not measured in characters."""
_NARROWEST = 20
"""Characters of a full line, at least."""
_OUTLIER = 1.3
"""How many times as long as the middle one a line may be that tells the width."""
_FEW = 3
"""Words of a line that may be a label or the item of a list, at most."""
_VERSE = 3
"""Lines that go on in lower case and are not full, at least, in verse."""


@frozen
class _Line:
    """A line with words.

    Attributes:
        begin: Where the line begins.
        start: Where its words begin, behind marks of quoted mail and indentation.
        end: Where they end.
        words: The words.
        depth: How many marks of quoted mail stand before it.
        indent: How many white spaces.
        gap: How many lines without words stand before it.
        over_page: Whether the end of a page was left out before it.
    """

    begin: int
    start: int
    end: int
    words: str = field(repr=False)
    depth: int
    indent: int
    gap: int
    over_page: bool = False

    @property
    def stops(self) -> bool:
        """Whether a sentence ends with it."""
        inner = self.words.rstrip(_CLOSERS)
        if not inner or inner[-1] not in _STOPS:
            return False
        return not (inner == self.words and inner[-1] == "." and _is_abbreviated(inner[-_LAST_WORD:]))

    @property
    def goes_on(self) -> bool:
        """Whether it begins as only the middle of a sentence does."""
        return self.words.lstrip(_OPENERS)[:1].islower() or self.words[0] in ",;)"

    @property
    def is_apart(self) -> bool:
        """Whether it begins as an item of a list or a label does."""
        return _ITEM.match(self.words) is not None or _LABEL.match(self.words) is not None

    @property
    def first_word(self) -> str:
        """Its first word with the signs beside it."""
        return self.words.split(None, 1)[0]

    @property
    def is_unfinished(self) -> bool:
        """Whether its last word or sign needs another."""
        inner = self.words.rstrip(_CLOSERS)
        if inner[-1:] == ",":
            return inner != self.words or len(self.words.split(None, _FEW)) > _FEW
        found = _WORD.findall(self.words[-_LAST_WORD:])
        return inner == self.words and bool(found) and found[-1].rstrip(".").lower() in UNFINISHED

    def __len__(self) -> int:
        return self.end - self.start + self.indent


def _is_abbreviated(tail: str) -> bool:
    return tail[:-1].rpartition(" ")[2].lower() in _ABBREVIATIONS or _INITIAL.search(tail) is not None


def edits(text: str) -> Iterator[Edit]:
    """The line ends of a text that are spaces, with what else stands between the halves of a sentence."""
    if "\n" not in text and ">" not in text[:_FEW]:
        return
    lines = _without_pages(_lines(text))
    layout = _Layout.of(lines)
    hyphens = Hyphens(text)
    before: _Line | None = None
    is_open, is_shown = False, False
    for line in lines:
        if before is not None and layout.joins(before, line, is_open):
            yield _between(before, line, hyphens)
        else:
            is_open = False
            if line.depth:
                if before is None or not before.depth:
                    is_shown = before is not None and before.words.endswith(":")
                if not is_shown:
                    yield line.begin, line.start, ""
        is_open = _is_open_after(line.words, is_open)
        before = line


def _between(before: _Line, line: _Line, hyphens: Hyphens) -> Edit:
    """What stands between two halves of a sentence: a space, or nothing within a word."""
    if not is_parted(before.words, line.words):
        return before.end, line.start, " "
    return before.end - (not hyphens.keeps(before.words, line.words)), line.start, ""


def _lines(text: str) -> Iterator[_Line]:
    begin = gap = 0
    for whole in text.split("\n"):
        found = _LINE.match(whole)
        words = found["words"].rstrip() if found else ""
        if found and words:
            start = begin + found.start("words")
            indent = len(found["indent"].expandtabs())
            depth = found["quoted"].count(">")
            indent -= bool(depth and indent)
            yield _Line(begin, start, start + len(words), words, depth, indent, gap)
            gap = 0
        else:
            gap += 1
        begin += len(whole) + 1


def _without_pages(lines: Iterable[_Line]) -> list[_Line]:
    """The lines without those that tell a page between the halves of a sentence."""
    kept: list[_Line] = []
    pages: list[_Line] = []
    for line in lines:
        if _PAGE.fullmatch(line.words):
            pages.append(line)
            continue
        if pages and kept and line.goes_on and not kept[-1].stops:
            kept.append(evolve(line, over_page=True))
        else:
            kept += [*pages, line]
        pages = []
    return kept + pages


def _is_open_after(words: str, is_open: bool) -> bool:
    """Whether a double mark is open behind a line."""
    for mark in _MARKS.findall(words):
        is_open = not is_open if mark == '"' else mark in "“„«"
    return is_open


def _closes(words: str) -> bool:
    """Whether a mark that was open is closed by a line: its first one closes."""
    first = _MARKS.search(words)
    if first is None or first[0] in "“„«":
        return False
    return first[0] != '"' or (first.start() > 0 and not words[first.start() - 1].isspace())


@frozen
class _Layout:
    """How the lines of a text were made.

    Attributes:
        width: The characters of a full line; 0 where the text was not wrapped.
        exact: Whether a line is full when the next word would not have fitted.
        spacing: How many lines without words stand within a paragraph.
        parted: Whether paragraphs are parted by lines without words.
        verse: Whether lines go on in lower case though they are not full.
    """

    width: int = 0
    exact: bool = True
    spacing: int = 0
    parted: bool = True
    verse: bool = False

    @classmethod
    def of(cls, lines: Sequence[_Line]) -> _Layout:
        """The layout of a text, by what its lines have in common."""
        pairs = [pair for pair in pairwise(lines) if pair[0].depth == pair[1].depth]
        spacing = _spacing(pairs)
        near = [pair for pair in pairs if pair[1].gap <= spacing and not pair[1].over_page]
        going = [pair for pair in near if _goes_on(*pair)]
        if not going:
            return cls()
        middle = sorted(len(before) for before, _ in going)[len(going) // 2]
        width = max(len(before) for before, _ in going if len(before) <= _OUTLIER * middle)
        for exact in (True, False) if width >= _NARROWEST else ():
            made = cls(width, exact, spacing)
            full = sum(made.is_full(before, line) for before, line in going)
            if full >= (_EXACT if exact else _FULL) * len(going) and made._suits(lines, len(going), len(near)):
                short = sum(before.stops and not made.is_full(before, line) for before, line in near)
                return evolve(made, parted=len(pairs) - len(near) > short)
        return cls(verse=_VERSE <= len(going) > len(near) / 2)

    def _suits(self, lines: Sequence[_Line], going: int, near: int) -> bool:
        """Whether lines are no longer than the width, and sentences go on in the next one often enough."""
        if going == 1:
            return all(len(line) <= self.width for line in lines)
        fitting = sum(len(line) <= _LONG * self.width for line in lines)
        return fitting >= _MOST * len(lines) and going >= _OFTEN * near

    def is_full(self, before: _Line, line: _Line) -> bool:
        """Whether a line is as long as it can be: the first word of the next one would not have fitted."""
        if self.exact:
            return len(before) + 1 + len(line.first_word) > self.width
        return len(before) >= _RAGGED * self.width

    def joins(self, before: _Line, line: _Line, is_open: bool) -> bool:
        """Whether a line goes on in the next one.

        Args:
            before: The line.
            line: The next one.
            is_open: Whether a quotation mark is open behind the line.
        """
        if before.depth != line.depth:
            return False
        if line.gap > self.spacing or line.over_page:
            return _goes_on(before, line) and (
                line.over_page or before.is_unfinished or (self.width > 0 and self.is_full(before, line))
            )
        closes = is_open and _closes(line.words)
        if self.width:
            return self._joins_wrapped(before, line, closes)
        return not line.is_apart and _joins_by_words(before, line, closes, verse=self.verse)

    def _joins_wrapped(self, before: _Line, line: _Line, closes: bool) -> bool:
        full = self.is_full(before, line) and len(before) <= _LONG * self.width
        if not full and line.is_apart:
            return False
        if not before.stops:
            return full or line.goes_on or before.is_unfinished
        if line.is_apart or line.indent >= before.indent + 2:
            return False
        if closes or (line.goes_on and before.words[-1] in _CLOSERS):
            return True
        return full and (self.parted or line.words[0] not in _OPENERS)


def _spacing(pairs: Sequence[tuple[_Line, _Line]]) -> int:
    """How many lines without words stand within a paragraph: one where most sentences go on behind one."""
    spaced = [pair for pair in pairs if pair[1].gap == 1]
    going = sum(_goes_on(*pair) for pair in spaced)
    return int(going > _FEW and going > len(spaced) / 3 and len(spaced) > len(pairs) / 2)


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether a sentence goes on in the next line in lower case."""
    return not before.stops and line.goes_on and not line.is_apart


def _joins_by_words(before: _Line, line: _Line, closes: bool, *, verse: bool) -> bool:
    """Whether a line goes on in the next one where the text was not wrapped: only if words or marks tell it."""
    if before.stops:  # a name below a quotation may stand within its marks
        return (closes and line.words[-1] not in _CLOSERS) or (line.goes_on and before.words[-1] in "”\"’'")
    if closes or before.is_unfinished or is_parted(before.words, line.words):
        return True
    if not line.goes_on:
        return _SAID.search(before.words) is not None
    return line.first_word in _VERBS or (not verse and len(before.words.split(None, _FEW)) > _FEW)
