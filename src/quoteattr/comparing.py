"""Records that many others refer to are compared with each other once."""

from __future__ import annotations

import weakref
from typing import Any, cast

from attrs import fields

__all__ = ["ComparedOnce"]


class ComparedOnce:
    """What many quotes refer to: found equal to another record once, it is not compared with this one again.

    Without it the time to compare two articles would grow with the square of the quotes of one speaker.
    """

    __slots__ = ("_twin",)
    _twin: weakref.ref[object]

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        if self is other or getattr(self, "_twin", _nobody)() is other:
            return True
        names = [one.name for one in fields(cast(Any, type(self))) if one.eq]
        equal = all(getattr(self, name) == getattr(other, name) for name in names)
        if equal:
            object.__setattr__(self, "_twin", weakref.ref(other))
        return equal

    def __hash__(self) -> int:  # pragma: no cover
        raise NotImplementedError  # attrs writes that of each record


def _nobody() -> object:
    return None
