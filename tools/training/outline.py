"""Tables as outlines: the other way round than :func:`quoteattr.data.outline.read_outline`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from quoteattr.data.outline import BLANK, EMPTY

__all__ = ["can_be_told", "outline"]


def can_be_told(value: str) -> bool:
    """Whether a key can stand in an outline: all of it is seen, and none of it means something there."""
    return value.isprintable() and EMPTY not in value and BLANK not in value


def outline(name: str, table: Mapping[str, str], order: Sequence[int] = ()) -> Iterator[str]:
    """The lines of a block: a table whose keys have the parts of ``name``, with a space between two of them.

    Args:
        name: Of the keys.
        table: What is told of each key, in one word.
        order: In which order parts are written; the default is by how many different ones there are, so that most
            lines share theirs.
    """
    size = name.count("+") + 1
    split = {tuple(key.split(" ", size - 1)): told for key, told in table.items()}
    order = order or _order(list(split), size)
    rows = sorted((tuple(parts[number] for number in order), told) for parts, told in split.items())
    yield f"{name}\t{' '.join(map(str, order))}"
    above: tuple[str, ...] = ()
    for leading, some in groupby(rows, key=lambda row: row[0][:-1]):
        members = list(some)
        last = " ".join(parts[-1].replace(" ", BLANK) for parts, _ in members)
        yield "\t".join([*_cells(leading, above), last, " ".join(told for _, told in members)])
        above = leading


def _order(keys: Sequence[tuple[str, ...]], size: int) -> list[int]:
    different = [len({key[number] for key in keys}) for number in range(size)]
    return sorted(range(size), key=lambda number: (different[number], number))


def _cells(leading: tuple[str, ...], above: tuple[str, ...]) -> Iterator[str]:
    """The parts of a line, those left out that the line above has at the beginning."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(leading, above, strict=False)))
    for number, part in enumerate(leading):
        yield "" if number < same else part.replace(" ", BLANK) or EMPTY
