"""JSON: an object for one file, an array of objects for several."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quoteattr.records import Article

__all__ = ["render", "write"]


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`render` gives it, indented."""
    before, between, after = ("[\n", ",\n", "\n]\n") if several else ("", "\n", "\n")
    count = 0
    for name, article in named:
        yield before if count == 0 else between
        yield render(name, article, indent=2)
        count += 1
    if count:
        yield after


def render(name: str, article: Article, *, indent: int | None = None) -> str:
    """``article.to_dict()`` as a JSON object, with the file's name before the rest, under ``"file"``."""
    return json.dumps({"file": name, **article.to_dict()}, ensure_ascii=False, indent=indent)
