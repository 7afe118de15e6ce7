"""Where the patterns of :mod:`quoteattr.lexicon.patterns` match an article, as tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from quoteattr.lexicon.patterns import compiled
from quoteattr.syntax import Parse, Range

__all__ = ["Shape", "shape", "shapes_within"]


@frozen
class Shape:
    """A stretch of an article that has the shape of a pattern."""

    parse: Parse = field(repr=False)
    found: Any
    """The match of ``regex``, in offsets of the article."""

    def __contains__(self, group: str) -> bool:
        return self.found[group] is not None

    def tokens(self, group: str) -> Range:
        """The tokens of a named group that is there."""
        return self.parse.tokens_between(*self.found.span(group))

    @property
    def end(self) -> int:
        """The token behind the shape."""
        return self.parse.tokens_between(self.found.start(), self.found.end())[1]


def shape(pattern: str, parse: Parse, tokens: Range) -> Shape | None:
    """The shape that begins with the first of ``tokens``, which are not looked beyond; ``None`` where there is none."""
    start, end = parse.characters(tokens)
    found = compiled(pattern).match(parse.text, start, end)
    return None if found is None else Shape(parse, found)


def shapes_within(pattern: str, parse: Parse, tokens: Range) -> Iterator[Shape]:
    """The shapes among ``tokens``, in text order, without overlap."""
    start, end = parse.characters(tokens)
    for found in compiled(pattern).finditer(parse.text, start, end):
        yield Shape(parse, found)
