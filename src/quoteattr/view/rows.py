"""Many articles as compact rows: what the page of many articles holds besides their texts.

Articles are added one by one, and nothing of them is kept but numbers and names; their texts go straight into the page.
Offsets count UTF-16 units there, as the strings of a browser do.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import Any, Final

from attrs import define, field

from quoteattr.records import Article, Attitude, Quote, QuoteKind
from quoteattr.view.assets import headline_of, showable
from quoteattr.view.people import People
from quoteattr.view.sources import Source
from quoteattr.view.surroundings import context_of

__all__ = ["ATTITUDES", "BLOCK", "KINDS", "SOURCES", "Rows", "day_of", "in_units"]

KINDS: Final = [kind.value for kind in (QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT)]
ATTITUDES: Final = [attitude.value for attitude in Attitude]
SOURCES: Final = [source.value for source in Source]
_NONE: Final = -1
BLOCK: Final = 64
"""Articles whose texts stand in one block: what nobody looks at is not read by the browser's JSON parser."""
_FORMS: Final = (
    "%d %B %Y",
    "%B %d, %Y",
    "%d %b %Y",
    "%b %d, %Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d.%m.%Y",
    "%A, %B %d, %Y",
    "%Y-%m",
    "%Y",
)
"""How a day may be told, besides ISO 8601."""
_WORD = re.compile(r"\w+")
_FEWEST, _LONG = 5, 12
"""Words that a repeated quotation has, and words from which on nobody else says the same by chance."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@define
class Rows:
    """The rows of the articles that were added.

    Attributes:
        articles: Name, title, day and address of each article, and how many quotes it has.
        quotes: A column of small numbers for each thing that is told of quotes.
        rules: The ids of the rules that found them.
        people: Who speaks, and for whom.
    """

    articles: dict[str, list[Any]] = field(
        factory=lambda: {name: [] for name in ("name", "title", "date", "day", "url", "quotes")}
    )
    quotes: dict[str, array[int]] = field(
        factory=lambda: {
            name: array("i")
            for name in (
                "kind",
                "attitude",
                "negated",
                "confidence",
                "sure",
                "rule",
                "voice",
                "within",
                "same",
                "spans",
            )
        }
    )
    rules: dict[str, int] = field(factory=dict)
    people: People = field(factory=People)
    _heard: dict[bytes, int] = field(factory=dict)

    def add(self, name: str, article: Article) -> None:
        """Add an article, which is called ``name``."""
        told = {"name": name, "title": headline_of(article), "date": article.date, "url": article.url}
        for key, value in told.items():
            self.articles[key].append(showable(value) if value is not None else None)
        self.articles["day"].append(day_of(article.date))
        self.articles["quotes"].append(len(article.quotes))
        self.people.begin(article)
        units = in_units(article.text)
        places = {quote.id: place for place, quote in enumerate(article.quotes)}
        for quote in article.quotes:
            outer = _NONE if quote.within is None else places.get(quote.within, _NONE)
            self._add_quote(article.text, quote, outer, units)

    def _add_quote(self, text: str, quote: Quote, outer: int, units: Callable[[int], int]) -> None:
        cells = {
            "kind": KINDS.index(quote.kind.value),
            "attitude": ATTITUDES.index(quote.attitude.value),
            "negated": int(quote.negated),
            "confidence": round(100 * quote.confidence),
            "sure": _NONE if quote.speaker_confidence is None else round(100 * quote.speaker_confidence),
            "rule": self.rules.setdefault(quote.rule, len(self.rules)),
            "voice": self.people.place(quote.speaker),
            "within": outer,
            "same": self._first(quote),
        }
        for key, value in cells.items():
            self.quotes[key].append(value)
        self.quotes["spans"].extend(_spans(text, quote, units))

    def _first(self, quote: Quote) -> int:
        """The number of the first quote with the same words; -1 if this is the first, or too short to tell."""
        words = _WORD.findall(quote.text.casefold())
        if len(words) < _FEWEST:
            return _NONE
        if len(words) < _LONG and quote.speaker is not None and quote.speaker.name is not None:
            words.append(quote.speaker.name.casefold().rpartition(" ")[2])
        number = len(self.quotes["kind"])
        first = self._heard.setdefault(
            blake2b(" ".join(words).encode(errors="replace"), digest_size=8).digest(), number
        )
        return _NONE if first == number else first

    def pieces(self) -> Iterator[str]:
        """All of it as JSON, in pieces."""

        def written(value: object) -> str:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

        rules = [showable(rule) for rule in self.rules]
        told = {"block": BLOCK, "kinds": KINDS, "attitudes": ATTITUDES, "sources": SOURCES, "rules": rules}
        yield f'{written(told)[:-1]},"articles":{written(self.articles)}'
        people, voices = self.people.told()
        self.quotes["voice"] = array("i", [voices[place] if place >= 0 else place for place in self.quotes["voice"]])
        yield f',"people":{written(people)},"quotes":{{'
        for number, (name, column) in enumerate(self.quotes.items()):
            yield f'{"," if number else ""}"{name}":['
            for start in range(0, len(column), _AT_ONCE):
                yield ("," if start else "") + ",".join(map(str, column[start : start + _AT_ONCE]))
            yield "]"
        yield "}}"


_AT_ONCE = 50_000


def _spans(text: str, quote: Quote, units: Callable[[int], int]) -> Iterator[int]:
    """Where the sentences of the quote begin, how long they are, and the same of its parts, seen from there.

    For content, cue, source and addressee each: how many spans, and start and length of each.
    """
    start, end = context_of(text, quote)
    first = units(start)
    yield from (first, units(end) - first)
    for part in (quote.content, quote.cue, quote.source, quote.addressee):
        yield len(part)
        for span in part:
            begin = units(span.start)
            yield from (begin - first, units(span.end) - begin)


def in_units(text: str) -> Callable[[int], int]:
    """A function that turns an offset in code points into one in UTF-16 units.

    >>> in_units("😀!")(1)
    2
    """
    beyond = [match.start() for match in _ASTRAL.finditer(text)]
    return (lambda offset: offset + bisect_left(beyond, offset)) if beyond else (lambda offset: offset)


def day_of(told: str | None) -> str | None:
    """A day as ISO 8601, ``2024-05-03``; of a month or a year its first day; ``None`` where no day can be read.

    >>> day_of("3 May 2024"), day_of("2024-05-03T10:00:00Z"), day_of("yesterday")
    ('2024-05-03', '2024-05-03', None)
    """
    words = " ".join((told or "").split())
    for read in (datetime.fromisoformat, *(_by(form) for form in _FORMS), parsedate_to_datetime):
        try:
            return read(words).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    try:
        return date.fromisoformat(words[:10]).isoformat()
    except ValueError:
        return None


def _by(form: str) -> Callable[[str], datetime]:
    return lambda words: datetime.strptime(words, form)
