"""JSON: an object for one file, an array of objects for several."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from quoteattr.errors import RecordError
from quoteattr.records import Article
from quoteattr.structuring import load_json, shown

__all__ = ["read", "render", "write"]


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


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote, with the names of their files. The text is in the data.

    Raises:
        RecordError: Not JSON, or not such articles.
    """
    loaded = load_json(data)
    for entry in loaded if isinstance(loaded, list) else [loaded]:
        if not isinstance(entry, Mapping):
            raise RecordError(f"expected an object or an array of objects, got {shown(entry)}")
        yield str(entry.get("file", "")), Article.from_dict(entry)
