"""Shapes of lines and labels as patterns over the text, which are data (``data/en/patterns.toml``).

What can be told from the characters of a line is told by a pattern; what needs tags, heads or names stays in the rules
that ask for it. The package regex, which knows Unicode properties and possessive quantifiers, is imported and a pattern
is compiled when it is first asked for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import field, frozen

from quoteattr.data import text_of

__all__ = ["Pattern", "compiled", "patterns"]


@frozen
class Pattern:
    """A pattern and what it is for.

    Attributes:
        id: What it is asked for by.
        reason: What a text that matches is.
        source: The pattern, as ``regex`` reads it with white space ignored.
        matches: Texts that match, each under ``"text"``, with what the named groups hold.
        differs: Texts that do not match.
        anywhere: Whether the pattern is looked for at every place, and not at the beginning alone.
    """

    id: str
    reason: str
    source: str = field(repr=False)
    matches: tuple[Mapping[str, str], ...] = field(repr=False)
    differs: tuple[str, ...] = field(repr=False)
    anywhere: bool


@cache
def patterns() -> dict[str, Pattern]:
    """All patterns by id."""
    found = (
        Pattern(
            id=one["id"],
            reason=one["reason"],
            source=one["pattern"],
            matches=tuple(one["matches"]),
            differs=tuple(one["differs"]),
            anywhere=one.get("anywhere", False),
        )
        for one in _data()["pattern"]
    )
    return {one.id: one for one in found}


@cache
def compiled(pattern: str) -> Any:
    """A pattern, ready to be matched.

    Raises:
        KeyError: There is no pattern of this id.
    """
    import regex

    source = patterns()[pattern].source
    return regex.compile(source, regex.VERBOSE, ignore_unused=True, **_data()["lists"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(text_of("patterns.toml"))
