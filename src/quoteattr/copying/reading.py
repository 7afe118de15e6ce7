"""The reading copy of a text, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import field, frozen

from quoteattr.copying import characters, codes, lines, mail, markup
from quoteattr.copying.edits import Edit, Step, edited
from quoteattr.copying.notes import looks

__all__ = ["ReadingCopy", "reading_copy"]

_STEPS: tuple[tuple[Callable[[str], Iterable[Edit]], str | None], ...] = (
    (markup.edits, "markup"),
    (characters.edits, None),
    (mail.edits, "mail"),
    (markup.emphasis, "markup"),
    (lines.edits, "wrapped"),
    (codes.edits, None),
)
"""The steps in order, and what a text is if there is much to be done."""
_MUCH = 3
"""Places that a step changes, at least."""


@frozen
class ReadingCopy:
    """A text as it is read.

    Attributes:
        original: The text as it was given.
        text: What the rules read; the text itself where nothing is in the way.
        steps: How the one was made from the other.
        notes: What the text looks like, as :attr:`quoteattr.Article.notes` has it.
    """

    original: str = field(repr=False)
    text: str
    steps: tuple[Step, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original (offsets, half-open) that a stretch of the copy stands for.

        It begins with the first character that is read and ends with the last one, so that what is left out within it
        belongs to it, and what is left out beside it does not.
        """
        if start >= end:
            return self._first(start), self._first(start)
        first, last = (start, start + 1), (end - 1, end)
        for step in reversed(self.steps):
            first, last = step.before(first[0]), step.before(last[1] - 1)
        return first[0], last[1]

    def _first(self, offset: int) -> int:
        for step in reversed(self.steps):
            offset = step.before(offset)[0]
        return offset

    def read_ranges(self, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The stretches of the copy (offsets, half-open) as which stretches of the original are read."""
        read = list(ranges)
        for step in self.steps:
            read = [(step.after(start), step.after(end)) for start, end in read]
        return read


def reading_copy(text: str) -> ReadingCopy:
    """The reading copy of a text. Any string has one, in time that is linear in its length.

    Args:
        text: The text, as it is.
    """
    steps, read, notes = [], text, []
    for edits, note in _STEPS:
        made = tuple(edits(read))
        if made:
            read, step = edited(read, made)
            steps.append(step)
            if note and note not in notes and len(made) >= _MUCH:
                notes.append(note)
    return ReadingCopy(text, read, tuple(steps), (*notes, *looks(text)))
