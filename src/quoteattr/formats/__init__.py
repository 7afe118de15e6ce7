"""Articles as text of many kinds, and back.

Writing is a function from named articles to pieces of text, which it gives as the articles come. Reading goes the other
way. A module is imported when its format is first asked for. Data frames (``formats.frames``) are no text and stand
apart.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any

from quoteattr.records import Article

__all__ = ["EACH", "ENDINGS", "FORMATS", "READERS", "Format", "Reader", "companions"]

Format = Callable[[Iterable[tuple[str, Article]], bool], Iterator[str]]
"""``format(named, several)``: ``named`` are pairs of a file's name and its article, ``several`` says that more than one
file was asked for, whatever became of them. Nothing comes out when there is no article."""

Reader = Callable[[str, Mapping[str, str]], Iterator[tuple[str, Article]]]
"""``reader(data, texts)``: the articles that were written, with the names of their files. ``texts`` are the texts by
these names; formats that hold the text do not look at them."""


def _later(module: str, name: str) -> Callable[..., Iterator[Any]]:
    """A function of a module, which is imported when the function is first called."""

    def call(*arguments: Any) -> Iterator[Any]:
        result: Iterator[Any] = getattr(importlib.import_module(f"quoteattr.{module}"), name)(*arguments)
        return result

    return call


_ALONE = ("csv", "brat", "labelstudio", "doccano", "prodigy", "inception", "conllu", "webannotation")
"""Formats with their own module that writes and reads."""
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": _later("formats.text", "write"),
        "json": _later("formats.json", "write"),
        "jsonl": _later("formats.json", "write_lines"),
        **{name: _later(f"formats.{name}", "write") for name in _ALONE},
        "html": _later("view.page", "write"),
    }
)
"""A function that writes, for each format."""
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "json": _later("formats.json", "read"),
        "jsonl": _later("formats.json", "read_lines"),
        **{name: _later(f"formats.{name}", "read") for name in _ALONE},
    }
)
"""A function that reads, for each format that is read back; ``docs/formats.md`` tells what each of them holds."""

EACH: Mapping[str, str] = MappingProxyType({"brat": ".ann", "html": ".html", "inception": ".json"})
"""Formats that make a file for each article in a folder, and how its name ends."""


ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".json": "json",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".csv": "csv",
        ".ann": "brat",
        ".conllu": "conllu",
        ".jsonld": "webannotation",
        ".html": "html",
        ".htm": "html",
    }
)
"""The format that the ending of an output's name stands for."""


_COMPANIONS = {
    "brat": ("annotation.conf", "visual.conf"),
    "inception": ("layers.xml",),
    "labelstudio": ("labelstudio.xml",),
}


def companions(name: str) -> Mapping[str, str]:
    """The settings of the tool that a format is for, by the names of their files; they stand in a folder of such files.

    >>> [*companions("labelstudio")]
    ['labelstudio.xml']
    """
    data = resources.files("quoteattr.formats").joinpath("data")
    return {file: data.joinpath(file).read_text(encoding="utf-8") for file in _COMPANIONS.get(name, ())}
