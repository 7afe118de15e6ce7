"""INCEpTION: a UIMA CAS in JSON (``jsoncas``), with the layers of ``layers.xml``; XMI is read as well.

Offsets are units of UTF-16, as Java counts characters; dkpro-cassis, which the extra ``quoteattr[inception]`` installs,
converts them.
"""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module, resources
from typing import Any, Final

from quoteattr.errors import RecordError, SettingError
from quoteattr.formats.corrected import article_of
from quoteattr.formats.graph import DETAILS, Graph, Link, Mark, graph_of, malformed, offsets_in
from quoteattr.records import Article
from quoteattr.structuring import load_json

__all__ = ["read", "render", "write"]

_PART, _LINK, _RECORDS = (f"webanno.custom.Quoteattr{name}" for name in ("Part", "Link", "Records"))
_FEATURES: Final = tuple(dict.fromkeys(name for names in DETAILS.values() for name in names))


def write(named: Iterable[tuple[str, Article]], several: bool) -> Iterator[str]:
    """The CAS of each article. Several of them belong into a folder, one file each."""
    for name, article in named:
        yield render(name, article)


def render(name: str, article: Article) -> str:
    """The CAS of one article, with its types.

    Raises:
        SettingError: dkpro-cassis is not installed.
        RecordError: The text has a lone surrogate, which no UTF-16 has.
    """
    cassis, graph = _cassis(), graph_of(article)
    cas = cassis.Cas(typesystem=_types())
    try:
        cas.sofa_string = article.text
    except UnicodeEncodeError:
        place = next(offset for offset, character in enumerate(article.text) if "\ud800" <= character <= "\udfff")
        raise RecordError(f"expected a text without lone surrogates, got one at {place}") from None
    cas.sofa_mime = "text/plain"
    part, link, records = (cas.typesystem.get_type(type_) for type_ in (_PART, _LINK, _RECORDS))
    parts = [part(begin=mark.start, end=mark.end, label=mark.label, **mark.details) for mark in graph.marks]
    told = json.dumps(graph.records)
    cas.add(records(begin=0, end=min(1, len(article.text)), file=name, json=told))
    cas.add_all(parts)
    for one in graph.links:
        tail = graph.marks[one.tail]
        cas.add(
            link(begin=tail.start, end=tail.end, Governor=parts[one.head], Dependent=parts[one.tail], label=one.label)
        )
    written: str = cas.to_json(ensure_ascii=False)
    return written + "\n"


def read(data: str, texts: Mapping[str, str] | None = None) -> Iterator[tuple[str, Article]]:
    """The article that :func:`render` wrote, or one that INCEpTION has exported as UIMA CAS JSON or XMI.

    The text is in the data.

    Raises:
        SettingError: dkpro-cassis is not installed.
        RecordError: Not such a CAS.
    """
    if data.strip():
        yield _article(_loaded(data))


def _loaded(data: str) -> Any:
    cassis = _cassis()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # an offset outside the text is told by a warning
            if data.lstrip().startswith("<"):
                return cassis.load_cas_from_xmi(io.BytesIO(data.encode()), typesystem=_types(), lenient=True)
            load_json(data)
            return cassis.load_cas_from_json(data, lenient=True)
    except RecordError:
        raise
    except Exception as error:  # of any class, since cassis checks little
        raise RecordError(f"expected a UIMA CAS, got one that cannot be read: {error!r}") from None


def _article(cas: Any) -> tuple[str, Article]:
    try:
        text, parts, links = cas.sofa_string or "", _select(cas, _PART), _select(cas, _LINK)
        records = next(iter(_select(cas, _RECORDS)), None)
        places = {part.xmiID: number for number, part in enumerate(parts)}
        marks = [
            Mark(
                str(part.label),
                *offsets_in(text, part.begin, part.end),
                {name: told for name in _FEATURES if (told := getattr(part, name, None)) is not None},
            )
            for part in parts
        ]
        ties = [Link(str(one.label), places[one.Governor.xmiID], places[one.Dependent.xmiID]) for one in links]
        told = {} if records is None or not records.json else load_json(records.json)
        return str(records.file or "") if records else "", article_of(Graph(text, marks, ties, told))
    except (AttributeError, KeyError, TypeError) as error:
        raise malformed("the layers of quoteattr", error) from None


def _select(cas: Any, type_: str) -> list[Any]:
    return list(cas.select(type_)) if cas.typesystem.contains_type(type_) else []


def _types() -> Any:
    """The types of the layers; a new one each time, since reading adds to it."""
    return _cassis().load_typesystem(_layers())


@cache
def _layers() -> str:
    return resources.files("quoteattr.formats").joinpath("data/layers.xml").read_text(encoding="utf-8")


def _cassis() -> Any:
    try:
        return import_module("cassis")
    except ImportError:
        raise SettingError("this format needs dkpro-cassis: python -m pip install 'quoteattr[inception]'") from None
