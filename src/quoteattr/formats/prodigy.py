"""Prodigy: a task a line, with ``tokens``, ``spans`` (which overlap, for ``spans.manual``) and ``relations``.

Offsets are code points, as spaCy counts them. Tokens are words and single marks, and end wherever a span does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quoteattr.formats.corrected import article_of
from quoteattr.formats.doccano import read_each_line
from quoteattr.formats.graph import Graph, Link, Mark, graph_of, malformed, offsets_in, part_of
from quoteattr.formats.tokens import covered, tokens
from quoteattr.records import Article

__all__ = ["read", "render", "write"]


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """Each article as :func:`render` gives it, on a separate line."""
    return (json.dumps(render(name, article), ensure_ascii=False) + "\n" for name, article in named)


def render(name: str, article: Article) -> dict[str, Any]:
    """One task, with the records under ``"quoteattr"``, which Prodigy hands on."""
    graph, text = graph_of(article), article.text
    words = tokens(text, (offset for mark in graph.marks for offset in (mark.start, mark.end)))
    ends = [end for _, end in words]
    spans = []
    for number, mark in enumerate(graph.marks):
        first, last = covered(ends, mark.start, mark.end)
        place = {"start": mark.start, "end": mark.end, "token_start": first, "token_end": last}
        spans.append(place | {"label": mark.label, "id": number})
    return {
        "text": text,
        "meta": {"file": name},
        "tokens": [
            {"text": text[start:end], "start": start, "end": end, "id": number, "ws": text[end : end + 1] == " "}
            for number, (start, end) in enumerate(words)
        ],
        "spans": spans,
        "relations": [
            {
                "head": spans[link.head]["token_end"],
                "child": spans[link.tail]["token_end"],
                "head_span": spans[link.head],
                "child_span": spans[link.tail],
                "label": link.label,
            }
            for link in graph.links
        ],
        "quoteattr": graph.records,
    }


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote, or those that ``db-out`` gives. The text is in the data.

    Tasks that were rejected or ignored are passed over. ``spans.manual`` shows no relations and keeps them as they
    were: one at a span that has been moved goes with it, one at a span that is gone is none.

    Raises:
        RecordError: A line is not JSON, or not such a task.
    """
    for name, article in read_each_line(data, _article):
        if article is not None:
            yield name, article


def _article(task: Any) -> tuple[str, Article | None]:
    try:
        name = str((task.get("meta") or {}).get("file", ""))
        if task.get("answer", "accept") != "accept":
            return name, None
        text, spans = task["text"], task.get("spans", [])
        marks = [Mark(str(span["label"]), *offsets_in(text, span["start"], span["end"])) for span in spans]
        places = {_key(span): number for number, span in enumerate(spans)}
        links = []
        for relation in task.get("relations", ()):
            head, tail = (_place(places, relation[side], marks) for side in ("head_span", "child_span"))
            if head is not None and tail is not None:
                links.append(Link(str(relation["label"]), head, tail))
        return name, article_of(Graph(text, marks, links, task.get("quoteattr") or {}))
    except (AttributeError, KeyError, TypeError) as error:
        raise malformed("a task with a text and spans, as Prodigy has them", error) from None


def _key(span: Mapping[str, Any]) -> tuple[Any, ...]:
    return span["label"], span["start"], span["end"], span.get("id")


def _place(places: Mapping[tuple[Any, ...], int], span: Mapping[str, Any], marks: Sequence[Mark]) -> int | None:
    """Where the span of a relation stands among the marks, or the one of its sort with which it shares most."""
    if (found := places.get(_key(span))) is not None:
        return found
    start, end = span["start"], span["end"]
    shared = {
        number: min(mark.end, end) - max(mark.start, start)
        for number, mark in enumerate(marks)
        if part_of(mark.label) == part_of(str(span["label"]))
    }
    best = max(shared, key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] > 0 else None
