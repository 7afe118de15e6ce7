"""Where sentences end, and what of a stretch of tokens is words."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import listed, mark_set
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import SENTENCE_ENDS

__all__ = [
    "STOPS",
    "abbreviates",
    "closes_sentence",
    "count_words",
    "ends_before",
    "inner",
    "last_sentence",
    "past_space_before",
    "sentence_around",
    "stops",
    "surface_sentences",
    "wordless",
]

STOPS = mark_set("stops")
_FAR = 200
"""Tokens around one in which its sentence is looked for."""
_TITLES = listed("sentences", "titles")
"""Titles whose full stop is a separate token."""


def last_sentence(article: ArticleFeatures, gap: Range) -> int:
    """Where the last sentence of a gap begins."""
    start, end = gap
    for token in range(end - 1, start - 1, -1):
        if token < end - 1 and stops(article, token):
            return token + 1
    return start


def surface_sentences(article: ArticleFeatures) -> Iterator[Range]:
    """Where sentences begin and end by their stops, in text order; one in marks is a part of the one around it."""
    words, region_of = article.parse.words, article.parse.region_of
    for first, last in article.parse.paragraphs:
        start = first
        for token in range(first, last):
            if (words[token] in SENTENCE_ENDS or region_of[token] >= 0) and _ends(article, token, last):
                yield start, token
                start = token + 1
        yield start, last


def sentence_around(article: ArticleFeatures, token: int) -> Range:
    """The sentence of a token by its stops."""
    words, region_of = article.parse.words, article.parse.region_of
    first, last = article.parse.line_of(token)
    start, end = token, token
    first, behind = max(first, token - _FAR), min(last, token + _FAR)
    while start > first:
        before = start - 1
        if (words[before] in SENTENCE_ENDS or region_of[before] >= 0) and _ends(article, before, last):
            break
        start = before
    while end < behind:
        if (words[end] in SENTENCE_ENDS or region_of[end] >= 0) and _ends(article, end, last):
            break
        end += 1
    return start, end


def _ends(article: ArticleFeatures, token: int, last: int) -> bool:
    """Whether a token outside marks ends a sentence, or a closing mark behind a stop that a capital follows."""
    parse = article.parse
    if parse.region_of[token] < 0:
        return stops(article, token)
    return token + 1 < last and closes_sentence(parse, token + 1) and parse.words[token + 1][:1].isupper()


def stops(article: ArticleFeatures, token: int) -> bool:
    """Whether a token ends a sentence: a full stop that is no abbreviation's ("Lt. Smith", "Smith (R-Vt.)")."""
    parse = article.parse
    if parse.words[token] not in SENTENCE_ENDS:
        return False
    if parse.words[token] != "." or token + 1 >= len(parse):
        return True
    following = parse.words[token + 1]
    return not abbreviates(parse, token) and following not in (",", ")", ";") and not following[0].islower()


def ends_before(article: ArticleFeatures, token: int) -> bool:
    """Whether a sentence ends before a token: with a full stop, or with the closing mark behind one."""
    return stops(article, token - 1) or closes_sentence(article.parse, token)


def closes_sentence(parse: Parse, token: int) -> bool:
    """Whether a quoted region that ends with a full stop ends before a token."""
    region = parse.region_of[token - 1]
    closed = token > 1 and region >= 0 and parse.region_tokens[region][1] == token
    return closed and parse.words[token - 2][-1:] in SENTENCE_ENDS


def past_space_before(parse: Parse, token: int, line: Range) -> int:
    """Where the words before a token end in its line; the beginning of the line where there are none."""
    while token > line[0] and parse.words[token - 1].isspace():
        token -= 1
    return token


def abbreviates(parse: Parse, token: int) -> bool:
    """Whether a full stop that is a separate token belongs to a title before it: "Lt. Smith"."""
    return token > 0 and parse.words[token] == "." and parse.lower[token - 1] in _TITLES


def inner(article: ArticleFeatures, region: Range) -> Range:
    """A region without its marks."""
    tags, words = article.parse.tags, article.parse.words
    start, end = region
    while start < end and (not tags[start] or words[start].isspace()):
        start += 1
    while start < end and (not tags[end - 1] or words[end - 1].isspace()):
        end -= 1
    return start, end


def count_words(article: ArticleFeatures, tokens: Range) -> int:
    return sum(article.parse.wordlike[slice(*tokens)])


def wordless(article: ArticleFeatures, tokens: Range) -> bool:
    """Whether there is no word among ``tokens``."""
    return not any(article.parse.wordlike[slice(*tokens)])
