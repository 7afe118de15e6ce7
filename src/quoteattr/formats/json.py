"""JSON: an object for one file, an array of objects for several; and JSON lines, an object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from quoteattr.errors import RecordError
from quoteattr.records import Article
from quoteattr.structuring import load_json, shown

__all__ = ["BREAKS", "in_array", "one_line", "read", "read_lines", "render", "write", "write_lines"]

BREAKS: Final = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line, for some reader or other."""


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`render` gives it, indented."""
    return in_array((render(name, article, indent=2) for name, article in named), several)


def write_lines(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`render` gives it, on a separate line."""
    return (render(name, article) + "\n" for name, article in named)


def render(name: str, article: Article, *, indent: int | None = None) -> str:
    """``article.to_dict()`` as a JSON object, with the file's name before the rest, under ``"file"``."""
    return json.dumps({"file": name, **article.to_dict()}, ensure_ascii=False, indent=indent)


def one_line(value: Any) -> str:
    """JSON without any character that somebody's reader takes for the end of a line."""
    written = json.dumps(value, ensure_ascii=False)
    return BREAKS.sub(lambda match: "".join(f"\\u{ord(character):04x}" for character in match[0]), written)


def in_array(objects: Iterable[str], several: bool) -> Iterator[str]:
    """The objects as they come, in an array if ``several`` were asked for; nothing if none comes."""
    before, between, after = ("[\n", ",\n", "\n]\n") if several else ("", "\n", "\n")
    empty = True
    for one in objects:
        yield (before if empty else between) + one
        empty = False
    if not empty:
        yield after


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


def read_lines(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write_lines` wrote, with the names of their files. Empty lines are passed over.

    Raises:
        RecordError: A line is not JSON, or not such an article.
    """
    for line in data.split("\n"):
        if line.strip():
            yield from read(line)
