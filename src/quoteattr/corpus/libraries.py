"""The libraries of the extra ``quoteattr[corpus]``, imported when they are first needed, and how rows go to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any, TypeVar

from quoteattr.errors import SettingError

__all__ = ["batches", "library"]

_T = TypeVar("_T")


def library(name: str) -> Any:
    """A module of one of them.

    Raises:
        SettingError: It is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        raise SettingError(
            f"repeated quotations and tables need {name.partition('.')[0]}: python -m pip install 'quoteattr[corpus]'"
        ) from None


def batches(things: Iterable[_T], size: int) -> Iterator[tuple[_T, ...]]:
    """As they come, so many at a time."""
    things = iter(things)
    while batch := tuple(islice(things, size)):
        yield batch
