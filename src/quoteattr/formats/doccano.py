"""doccano: a JSON object a line, with ``entities`` and ``relations``, for a project of sequence labelling.

Offsets are units of UTF-16: doccano counts characters as JavaScript does (unless the project counts graphemes).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from quoteattr.errors import RecordError
from quoteattr.formats.corrected import article_of
from quoteattr.formats.graph import Graph, Link, Mark, graph_of, malformed, offsets_in
from quoteattr.formats.utf16 import Units
from quoteattr.records import Article
from quoteattr.structuring import load_json

__all__ = ["read", "read_each_line", "render", "write"]

_T = TypeVar("_T")


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`render` gives it, on a separate line."""
    return (json.dumps(render(name, article), ensure_ascii=False) + "\n" for name, article in named)


def render(name: str, article: Article) -> dict[str, Any]:
    """One article, with the records under ``"quoteattr"``, which doccano keeps as metadata."""
    graph, units = graph_of(article), Units(article.text)
    return {
        "text": article.text,
        "file": name,
        "entities": [
            {"id": n, "label": mark.label, "start_offset": units.of(mark.start), "end_offset": units.of(mark.end)}
            for n, mark in enumerate(graph.marks)
        ],
        "relations": [
            {"id": n, "from_id": link.head, "to_id": link.tail, "type": link.label}
            for n, link in enumerate(graph.links)
        ],
        "quoteattr": graph.records,
    }


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote, or those of an export in the format JSONL. The text is in the data.

    Raises:
        RecordError: A line is not JSON, or not such an article.
    """
    return read_each_line(data, _article)


def read_each_line(data: str, article: Callable[[Any], _T]) -> Iterator[_T]:
    """What ``article`` makes of each line that is not empty.

    Raises:
        RecordError: With the number of the line.
    """
    for number, line in enumerate(data.split("\n"), 1):
        if line.strip():
            try:
                yield article(load_json(line))
            except RecordError as error:
                raise RecordError(f"line {number}: {error}") from None


def _article(entry: Any) -> tuple[str, Article]:
    try:
        text, beside = entry["text"], {**entry, **(entry.get("meta") or entry.get("metadata") or {})}
        units, places = Units(text), {}
        marks: list[Mark] = []
        for entity in entry["entities"]:
            offsets = (units.back(entity["start_offset"]), units.back(entity["end_offset"]))
            places[entity["id"]] = len(marks)
            marks.append(Mark(str(entity["label"]), *offsets_in(text, *offsets)))
        links = [
            Link(str(relation["type"]), places[relation["from_id"]], places[relation["to_id"]])
            for relation in entry.get("relations", ())
        ]
        return str(beside.get("file", "")), article_of(Graph(text, marks, links, beside.get("quoteattr") or {}))
    except (AttributeError, KeyError, TypeError) as error:
        raise malformed("a text with entities and relations, as doccano exports them", error) from None
