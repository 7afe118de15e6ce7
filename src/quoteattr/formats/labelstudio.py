"""Label Studio: an array of tasks, each with its text and a prediction, for the configuration ``labelstudio.xml``.

Offsets are code points: the tag ``Text`` of Label Studio counts characters so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from statistics import fmean
from typing import Any

from quoteattr.errors import RecordError
from quoteattr.formats.corrected import article_of
from quoteattr.formats.graph import CHOICES, Graph, Link, Mark, graph_of, malformed, offsets_in
from quoteattr.formats.json import in_array
from quoteattr.records import Article
from quoteattr.structuring import load_json

__all__ = ["read", "render", "write"]

_AT = {"to_name": "text", "origin": "prediction"}


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """An array of tasks, one for each article."""
    return in_array((json.dumps(render(name, one), ensure_ascii=False, indent=1) for name, one in named), True)


def render(name: str, article: Article) -> dict[str, Any]:
    """One task. Its prediction's score, by which Label Studio can sort, is the mean confidence of the quotes."""
    graph = graph_of(article)
    result: list[dict[str, Any]] = []
    for number, mark in enumerate(graph.marks):
        at = {"id": f"m{number}", **_AT}
        place = {"start": mark.start, "end": mark.end}
        words = {"text": article.text[mark.start : mark.end], "labels": [mark.label]}
        result.append({**at, "from_name": "label", "type": "labels", "value": place | words})
        for key, value in mark.details.items():
            kind, told = ("choices", "choices") if key in CHOICES else ("textarea", "text")
            result.append({**at, "from_name": key, "type": kind, "value": place | {told: [value]}})
    result += [
        {
            "type": "relation",
            "from_id": f"m{link.head}",
            "to_id": f"m{link.tail}",
            "direction": "right",
            "labels": [link.label],
        }
        for link in graph.links
    ]
    score = fmean(quote.confidence for quote in article.quotes) if article.quotes else 0.0
    return {
        "data": {"text": article.text, "file": name, "quoteattr": graph.records},
        "predictions": [{"model_version": "quoteattr", "score": score, "result": result}],
    }


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote, or those of an export in the format JSON. The text is in the data.

    Of the annotations of a task, the one that is marked as ground truth is read, else the last one that was not
    cancelled. A task that nobody has annotated is passed over; a file that was never imported tells its predictions.

    Raises:
        RecordError: Not JSON, or a task is malformed; the text says which one.
    """
    loaded = load_json(data) if data.strip() else []
    for number, task in enumerate(loaded if isinstance(loaded, list) else [loaded], 1):
        try:
            name, article = _article(task)
        except RecordError as error:
            raise RecordError(f"task {number}: {error}") from None
        if article is not None:
            yield name, article


def _article(task: Any) -> tuple[str, Article | None]:
    try:
        beside = task["data"]
        done = task["predictions"] if "annotations" not in task else task["annotations"]
        done = [one for one in done if not one.get("was_cancelled")]
        read = [one for one in done if one.get("ground_truth")] or done
        if not read:
            return "", None
        marks, links = _read(beside["text"], read[-1]["result"])
        graph = Graph(beside["text"], marks, links, beside.get("quoteattr") or {})
        return str(beside.get("file", "")), article_of(graph)
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        raise malformed("a task with a text and regions, as Label Studio exports it as JSON", error) from None


def _read(text: str, result: Iterable[Mapping[str, Any]]) -> tuple[list[Mark], list[Link]]:
    regions = [one for one in result if one["type"] == "labels"]
    places = {region["id"]: number for number, region in enumerate(regions)}
    details: dict[str, dict[str, str]] = {name: {} for name in places}
    links = []
    for one in result:
        value = one.get("value", {})
        if one["type"] == "relation":
            links.append(Link(str((one.get("labels") or [""])[0]), places[one["from_id"]], places[one["to_id"]]))
        elif one["type"] in ("choices", "textarea") and one.get("id") in details:
            told = value["choices" if one["type"] == "choices" else "text"]
            details[one["id"]][one["from_name"]] = told if isinstance(told, str) else str(told[0])
    marks = [
        Mark(
            str(region["value"]["labels"][0]),
            *offsets_in(text, region["value"]["start"], region["value"]["end"]),
            details[region["id"]],
        )
        for region in regions
    ]
    return marks, links
