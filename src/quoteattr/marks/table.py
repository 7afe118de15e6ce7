"""The table of marks and of what the characters around a mark tell, read once from ``data/en/marks.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from quoteattr.data import text_of

__all__ = ["EDGE", "FACING", "Table", "after", "before", "table"]

FACING = 3
"""How much the shape of a curly mark counts beside its surroundings."""

EDGE = ""
"""The neighbour of a mark where the words of the paragraph begin or end."""

_BEFORE = {EDGE: 4, **dict.fromkeys("([{<¡¿", 3), **dict.fromkeys("-–—―‒‐‑/=|•*", 1), **dict.fromkeys("…\\", 0)}
_AFTER = {
    EDGE: -4,
    **dict.fromkeys(")]}>.,;:!?", -3),
    **dict.fromkeys("-–—―‒‐‑/|", -1),
    **dict.fromkeys("…\\<", 0),
}


def before(char: str) -> int:
    """How far the character before a mark speaks for an opening (positive) or a closing mark (negative)."""
    known = _BEFORE.get(char)
    if known is not None:
        return known
    if char.isspace():
        return 2
    return 0 if _invisible(char) else -2


def after(char: str) -> int:
    """The same for the character after a mark."""
    known = _AFTER.get(char)
    if known is not None:
        return known
    if char.isspace():
        return -2
    return 0 if _invisible(char) else 2


def _invisible(char: str) -> bool:
    return not char.isprintable()


@frozen
class Table:
    """The marks of ``marks.toml``.

    Attributes:
        facing: Each mark character with ``FACING`` (opening), ``-FACING`` (closing) or 0 (neutral).
        shape: Each mark character with the name of its shape.
        single: The characters that also serve as apostrophes.
        lost_beginning: Words in lower case that take an apostrophe before them.
        lost_end: Words in lower case that take one after them.
        events: Finds runs of mark characters (group 1) and line ends.
        units: Splits a run into double marks and rows of one single mark (group 1).
    """

    facing: Mapping[str, int]
    shape: Mapping[str, str]
    single: frozenset[str]
    lost_beginning: frozenset[str]
    lost_end: frozenset[str]
    events: re.Pattern[str]
    units: re.Pattern[str]


@cache
def table() -> Table:
    """The table that ships with the library."""
    data = tomllib.loads(text_of("marks.toml"))
    turns = {"opening": FACING, "closing": -FACING, "neutral": 0}
    facing: dict[str, int] = {}
    shape: dict[str, str] = {}
    for kind in ("double", "single"):
        for name, chars in data[kind].items():
            for turn, some in chars.items():
                facing.update(dict.fromkeys(some, turns[turn]))
                shape.update(dict.fromkeys(some, f"{kind} {name}"))
    single = frozenset(char for char, name in shape.items() if name.startswith("single"))
    marks = "".join(re.escape(char) for char in facing)
    singles = "".join(re.escape(char) for char in sorted(single))
    return Table(
        facing=facing,
        shape=shape,
        single=single,
        lost_beginning=frozenset(data["apostrophe"]["before"]),
        lost_end=frozenset(data["apostrophe"]["after"]),
        events=re.compile(rf"([{marks}]+)|\r\n|[\n\r\f\u2028\u2029]"),
        units=re.compile(rf"([{singles}])\1*+|[{marks}]"),
    )
