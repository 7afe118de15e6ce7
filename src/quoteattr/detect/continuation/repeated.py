"""Quotations in headlines that the article has once more below: "“We were promised June”: anger over the bridge"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.overlaps import SpanOccupancy
from quoteattr.detect.sentences import STOPS
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import mark_set
from quoteattr.syntax import Parse, Range

__all__ = ["RULES", "with_repeated"]

REPEATED = rule(
    "quote-repeated",
    "a quotation that is a line, or parted from a headline by a colon, and is said below: its speaker there",
    "[‘We were promised June’]: anger over the bridge\n\n“We were promised June,” said Rosa Timm. “It is October.”",
    "[“Nobody asked us about it.”]\n\nThe mill has closed. Rosa Timm said: “I am sad. Nobody asked us about it.”",
)
RULES = (REPEATED,)

_WORDS, _WHOLE = 3, 4
"""Words of such a quotation, at least, and of one that is a line."""
_FIRST = 8
"""Contents that are looked at for a heading, at most: time grows with the text alone."""
_PARTS = mark_set("parting") | {"|"}


def with_repeated(
    article: ArticleFeatures, candidates: Sequence[Candidate], without: Collection[str] = ()
) -> list[Candidate]:
    """The candidates, in text order, with the quotations of headlines that one of them repeats.

    Args:
        article: The article.
        candidates: Its attributions and free quotations, in text order.
        without: Ids of rules that are switched off.
    """
    headings = list(_headings(article, candidates)) if REPEATED.id not in without else []
    if not headings:
        return list(candidates)
    said = _Said.of(_words(article.parse, one.content) if _is_told(one) else "" for one in candidates)
    found = list(enumerate(candidates))
    for region in headings:
        number = said.find(_words(article.parse, (region,)))
        content = clean(article, [region]) if number >= 0 else ()
        if content:
            found.append((-1, Candidate(REPEATED.id, -1, "", "", "", content, certain=True, keeps=number)))
    found.sort(key=lambda one: one[1].content)
    place = {number: position for position, (number, _) in enumerate(found)}
    return [one if one.keeps is None else evolve(one, keeps=place[one.keeps]) for _, one in found]


@frozen
class _Said:
    """The words of contents, and for each run of words as long as the shortest heading the first contents with it."""

    texts: Sequence[str]
    places: Mapping[tuple[str, ...], Sequence[int]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Said:
        """Those of some contents."""
        kept, places = list(texts), dict[tuple[str, ...], list[int]]()
        for number, text in enumerate(kept):
            words = text.split()
            for run in zip(*(words[start:] for start in range(_WORDS)), strict=False):
                numbers = places.setdefault(run, [])
                if len(numbers) < _FIRST and numbers[-1:] != [number]:
                    numbers.append(number)
        return cls(kept, places)

    def find(self, words: str) -> int:
        """The first content that has these words, or -1."""
        numbers = self.places.get(tuple(words.split()[:_WORDS]), ())
        return next((number for number in numbers if words in self.texts[number]), -1)


def _is_told(one: Candidate) -> bool:
    """Whether something tells who speaks in a content."""
    return one.cue >= 0 or one.source >= 0 or bool(one.voice) or one.keeps is not None


def _headings(article: ArticleFeatures, candidates: Sequence[Candidate]) -> Iterator[Range]:
    """The quotations that no candidate holds, and that are a line or a part of a headline."""
    parse = article.parse
    taken = SpanOccupancy(len(parse))
    for one in candidates:
        taken.take((*one.with_cue, *one.voice))
    for number, region in enumerate(parse.region_tokens):
        if article.region_words[number] < _WORDS or not parse.regions[number].closed or not taken.is_free(region):
            continue
        line = parse.trim(parse.line_of(region[0]))
        if region[1] <= line[1] and _is_apart(parse, region, line):
            yield region


def _is_apart(parse: Parse, region: Range, line: Range) -> bool:
    """Whether a quotation is all of a line, or is parted from the rest of a headline by a colon or dash."""
    begins, ends = region[0] == line[0], region[1] == line[1]
    if begins and ends:
        return sum(parse.wordlike[region[0] : region[1]]) >= _WHOLE
    if parse.words[line[1] - 1][-1:] in STOPS and not ends:
        return False
    before = not begins and parse.words[region[0] - 1] in _PARTS
    behind = not ends and parse.words[region[1]] in _PARTS
    return (begins and behind) or (ends and before)


def _words(parse: Parse, content: tuple[Range, ...]) -> str:
    """The words of a content in lower case, each between spaces."""
    tokens = (token for start, end in content for token in range(start, end) if parse.wordlike[token])
    return f" {' '.join(parse.lower[token].replace('’', chr(39)) for token in tokens)} "
