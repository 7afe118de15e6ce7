"""JSON lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quoteattr.formats import json
from quoteattr.records import Article

__all__ = ["read", "write"]


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`quoteattr.formats.json.render` gives it, on a line of its own."""
    for name, article in named:
        yield json.render(name, article) + "\n"


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote, with the names of their files. Empty lines are passed over.

    Raises:
        RecordError: A line is not JSON, or not such an article.
    """
    for line in data.split("\n"):
        if line.strip():
            yield from json.read(line)
