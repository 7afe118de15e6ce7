"""Texts drawn by chance: a few words, names and marks, over and over. They find what nobody thought of."""

from __future__ import annotations

import random

from quoteattr.benchmark.hostile.texts import CASES, Case

__all__ = ["case_of", "named"]

_SIZE = 10_000
_PREFIX = "drawn "
_PIECES = (
    "the a dog cat house minister officials company head of in to for with by and or but because if while who which "
    "that this he she they it his her their himself told said says saying say asked added wrote thinks according as "
    "is was were will not n't has been rain late 5 1,000 2019 $6m Ada Smith Acme Inc. London Mr. Dr. president "
    "“ ” ‘ ’ ' \" « » „ ( ) [ ] , . ; : ? ! - – — … ... 's ’s \n \n\n • / & %"
).split(" ")


def named(number: int) -> str:
    """The name of a drawn text; it says what is repeated."""
    return f"{_PREFIX}{number}: {_unit(number)!r}"


def case_of(name: str) -> Case:
    """The case of a name, whether it is listed or drawn.

    Raises:
        KeyError: There is none.
    """
    if not name.startswith(_PREFIX):
        return CASES[name]
    unit = _unit(int(name.removeprefix(_PREFIX).partition(":")[0]))
    return Case(lambda size: (unit * (size // len(unit) + 1))[:size], _SIZE, "characters")


def _unit(number: int) -> str:
    """One to eight pieces, most of them parted by a space."""
    chance = random.Random(number)  # noqa: S311 - nothing secret
    pieces = [chance.choice(_PIECES) for _ in range(chance.randint(1, 8))]
    return "".join(piece + ("" if chance.random() < 0.1 else " ") for piece in pieces)
