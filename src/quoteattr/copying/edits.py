"""What is read otherwise than it is written, and the way from the offsets of the copy to those of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from attrs import field, frozen

__all__ = ["Edit", "Step", "edited"]

Edit = tuple[int, int, str]
"""Start and end of a stretch (offsets, half-open), and how it is read."""


@frozen
class Step:
    """Stretches that were replaced in a text, in text order and apart; those that moved something."""

    edits: tuple[Edit, ...] = field(repr=False)
    begins: tuple[int, ...] = field(repr=False)
    """Where each stretch begins in the new text."""

    def before(self, offset: int) -> tuple[int, int]:
        """The stretch of the text before the step that the character at ``offset`` of the new text stands for."""
        number = bisect_right(self.begins, offset) - 1
        if number < 0:
            return offset, offset + 1
        start, end, read = self.edits[number]
        beyond = offset - self.begins[number] - len(read)
        return (start, end) if beyond < 0 else (end + beyond, end + beyond + 1)

    def after(self, offset: int) -> int:
        """Where the character at ``offset`` of the text before the step is in the new text, or would be."""
        number = bisect_right(self.edits, offset, key=lambda edit: edit[0]) - 1
        if number < 0:
            return offset
        _, end, read = self.edits[number]
        return self.begins[number] + (len(read) + offset - end if offset >= end else 0)


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, Step]:
    """A text with stretches replaced, and the way back.

    Args:
        text: The text.
        edits: What is replaced, in text order and apart.
    """
    moved: list[Edit] = []
    begins: list[int] = []
    parts: list[str] = []
    position = length = 0
    for start, end, read in edits:
        length += start - position
        if end - start != 1 or len(read) != 1:  # one character for another moves nothing
            moved.append((start, end, read))
            begins.append(length)
        length += len(read)
        parts += [text[position:start], read]
        position = end
    parts.append(text[position:])
    return "".join(parts), Step(tuple(moved), tuple(begins))
