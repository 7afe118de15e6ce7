"""What the command line prints: one module a format.

A format is a function from named articles to pieces of text, which it gives as the articles come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from quoteattr.formats import json, jsonl, text
from quoteattr.records import Article

__all__ = ["FORMATS", "Format"]

Format = Callable[[Iterable[tuple[str, Article]], bool], Iterator[str]]
"""``format(named, several)``: ``named`` are pairs of a file's name and its article, ``several`` says that more than one
file was asked for, whatever became of them. Nothing comes out when there is no article."""

FORMATS: Mapping[str, Format] = MappingProxyType({"text": text.write, "json": json.write, "jsonl": jsonl.write})
