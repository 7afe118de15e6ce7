"""Tables whose keys are several words, written so that what neighbours share stands once.

A block of lines begins with the name of its keys, which is their parts joined by ``+``, and with the order in which
these are written. Each further line has a cell for every part but the last, then a cell with several last parts, and
one with what is told of each of them, in the same order. An empty line ends the block::

    label+kind+pause → 0 2 1
    cc   → , → and:V but:V → 12 3
         → ∅ → or:NN       → 7
    prep → ∅ → in of       → 4 5

where ``→`` is a tab. An empty cell at the beginning of a line is the cell above it. ``∅`` is an empty part,
``␣`` a space within one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["BLANK", "EMPTY", "Row", "read_outline"]

EMPTY, BLANK = "∅", "␣"

Row = tuple[str, list[str], list[str]]
"""The parts of a key as the outline names them, some keys with a space between their parts, and a cell for each."""


def read_outline(text: str) -> Iterator[Row]:
    """The rows of an outline, a line each."""
    for block in text.rstrip("\n").split("\n\n"):
        heading, *lines = block.split("\n")
        name, _, written = heading.partition("\t")
        if written:
            order = [int(number) for number in written.split(" ")]
            yield from ((name, keys, told) for keys, told in _rows(lines, order))


def _rows(lines: Sequence[str], order: Sequence[int]) -> Iterator[tuple[list[str], list[str]]]:
    *leading, last = order
    before = [leading.index(number) for number in range(last)]
    after = [leading.index(number) for number in range(last + 1, len(order))]
    shared = [""] * len(leading)
    for line in lines:
        *cells, words, told = line.split("\t")
        for number, part in enumerate(cells):
            if part:
                shared[number] = "" if part == EMPTY else part.replace(BLANK, " ")
        head = "".join([f"{shared[number]} " for number in before])
        tail = "".join([f" {shared[number]}" for number in after])
        keys = [f"{head}{word}{tail}" for word in words.split(" ")]
        yield [key.replace(BLANK, " ") for key in keys] if BLANK in words else keys, told.split(" ")
