"""W3C Web Annotations (JSON-LD): a page of annotations for each article, which other tools can lay over its text.

Each quote is an annotation of its content, each speaker and organisation one of its mentions, each cue and source one
of its own. Every target has a TextPositionSelector (offsets) and a TextQuoteSelector (the words and what stands around
them, so that it is found again in a copy of the text that differs a little).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote as escaped

from quoteattr.errors import RecordError
from quoteattr.formats.json import in_array
from quoteattr.records import Article, Organisation, Span, Speaker
from quoteattr.serialise import from_offsets, to_dict_without_spans
from quoteattr.structuring import load_json, shown

__all__ = ["CONTEXT", "page", "read", "write"]

_NAMES = (
    *("Quote", "Speaker", "Organisation", "part", "kind", "attitude", "negated", "speaker", "rule", "confidence"),
    *("speaker_rules", "speaker_confidence", "name", "description", "role", "organisation", "organisation_rule"),
    *("organisation_confidence", "known_id", "aliases", "within", "addressee", "addressed_to", "context"),
)
CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"qa": "urn:quoteattr:1:"} | {name: f"qa:{name}" for name in _NAMES},
]
"""What the names mean: those of the standard, and ours for the bodies."""

_AROUND = 32
"""Characters of prefix and suffix."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:\S")
_BODIES = {"Quote": "quotes", "Speaker": "speakers", "Organisation": "organisations"}


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """A page for one file, an array of pages for several."""
    return in_array((json.dumps(page(name, one), ensure_ascii=False, indent=2) for name, one in named), several)


def page(name: str, article: Article) -> dict[str, Any]:
    """The annotation page of one article.

    Args:
        name: Its file; an IRI is made of it unless it is one.
        article: Any article.
    """
    source = _iri(name)
    data = to_dict_without_spans(article)
    items: list[dict[str, Any]] = []
    for record, quote in zip(data["quotes"], article.quotes, strict=True):
        items.append(_item(article.text, source, "Quote", record, quote.content))
        items += [
            _part(article.text, source, quote.id, part, spans)
            for part, spans in (("cue", quote.cue), ("source", quote.source))
            if spans
        ]
    entities: tuple[tuple[str, str, Sequence[Speaker | Organisation]], ...] = (
        ("Speaker", "speakers", article.speakers),
        ("Organisation", "organisations", article.organisations),
    )
    for kind, part, ones in entities:
        for record, one in zip(data[part], ones, strict=True):
            items.append(_item(article.text, source, kind, record, one.mentions))
    return {
        "@context": CONTEXT,
        "id": f"{source}#quotes",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def _iri(name: str) -> str:
    """``name`` if it is an IRI; the letter of a drive is no scheme."""
    return name if _SCHEME.match(name) else f"urn:quoteattr:file:{escaped(name)}"


def _item(text: str, source: str, kind: str, record: Mapping[str, Any], spans: Sequence[Span]) -> dict[str, Any]:
    body: dict[str, Any] = {"type": kind}
    for key, value in record.items():
        if key != "id":
            body[key] = f"{source}#{value}" if _refers(kind, key) and value is not None else value
    return {
        "id": f"{source}#{record['id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": body,
        "target": [_target(text, source, span) for span in spans] or source,
    }


def _part(text: str, source: str, quote: str, part: str, spans: Sequence[Span]) -> dict[str, Any]:
    return {
        "id": f"{source}#{quote}-{part}",
        "type": "Annotation",
        "motivation": "linking",
        "part": part,
        "body": f"{source}#{quote}",
        "target": [_target(text, source, span) for span in spans],
    }


def _refers(kind: str, key: str) -> bool:
    return key == "speaker" or (key == "organisation" and kind == "Speaker")


def _target(text: str, source: str, span: Span) -> dict[str, Any]:
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }


def read(data: str, texts: Mapping[str, str]) -> Iterator[tuple[str, Article]]:
    """The articles that :func:`write` wrote.

    Args:
        data: A page, or an array of pages.
        texts: The text of each page, by its file name.

    Raises:
        RecordError: Not JSON, not such a page, offsets or words that do not fit the text, or a file without a text.
    """
    sources = {_iri(name): name for name in texts}
    pages = load_json(data)
    for one in pages if isinstance(pages, list) else [pages]:
        if not isinstance(one, Mapping) or one.get("type") != "AnnotationPage":
            raise RecordError(f"expected an AnnotationPage, got {shown(one)}")
        source = str(one.get("id", "")).removesuffix("#quotes")
        if source not in sources:
            raise RecordError(f"expected a page of a file whose text is given, got one of {shown(source)}")
        name = sources[source]
        items = one.get("items", ())
        if not isinstance(items, list | tuple):
            raise RecordError(f"expected a list of items, got {shown(items)}")
        yield name, _article(texts[name], source, items)


def _article(text: str, source: str, items: Iterable[Any]) -> Article:
    parts: dict[str, list[dict[str, Any]]] = {part: [] for part in _BODIES.values()}
    quotes: dict[str, dict[str, Any]] = {}
    for item in items:
        try:
            spans = [] if isinstance(item["target"], str) else [_span(text, target) for target in item["target"]]
            if "part" in item:
                quotes[item["body"]][str(item["part"])] = spans
                continue
            kind = item["body"]["type"]
            record = {
                key: value.removeprefix(f"{source}#") if value is not None and _refers(kind, key) else value
                for key, value in item["body"].items()
            }
            record["id"] = item["id"].removeprefix(f"{source}#")
            if kind == "Quote":
                record |= {"content": spans, "cue": [], "source": []}
                quotes[item["id"]] = record
            else:
                record["mentions"] = spans
            parts[_BODIES[kind]].append(record)
        except (KeyError, TypeError, AttributeError):
            raise RecordError(f"expected an annotation of quoteattr, got {shown(item)}") from None
    return from_offsets(text, parts)


def _span(text: str, target: Mapping[str, Any]) -> list[int]:
    selectors = {selector["type"]: selector for selector in target["selector"]}
    position, quoted = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    start, end = position["start"], position["end"]
    if text[start:end] != quoted["exact"]:
        raise RecordError(
            f"expected what stands at {start} to {end} in the text, {shown(text[start:end])}, got {quoted['exact']!r}"
        )
    return [start, end]
