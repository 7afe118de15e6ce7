"""The word lists of the rules, which are data."""

from __future__ import annotations

import tomllib
from functools import cache

from quoteattr.data import text_of

__all__ = ["listed"]


def listed(table: str, name: str) -> frozenset[str]:
    """A list of ``detection.toml``."""
    return _tables()[table][name]


@cache
def _tables() -> dict[str, dict[str, frozenset[str]]]:
    data = tomllib.loads(text_of("detection.toml"))
    return {table: {name: frozenset(words) for name, words in lists.items()} for table, lists in data.items()}
