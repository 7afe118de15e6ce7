"""JSON lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.formats import json
from quoteattr.records import Article

__all__ = ["write"]


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`quoteattr.formats.json.render` gives it, on a line of its own."""
    for name, article in named:
        yield json.render(name, article) + "\n"
