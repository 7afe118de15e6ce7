"""The sentences that an attribution stands in."""

from __future__ import annotations

from itertools import chain

from quoteattr.attribute.attribution import Attribution
from quoteattr.detect import ArticleFeatures
from quoteattr.detect.sentences import sentence_around
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import SENTENCE_ENDS

__all__ = ["sentences_of"]


def sentences_of(article: ArticleFeatures, one: Attribution) -> tuple[Range, ...]:
    """The sentences of content, cue and source, whole, in text order; what adjoins is one range.

    A sentence in marks is a part of the one around it, and a quotation of several sentences is not cut.
    """
    parse = article.parse
    merged: list[Range] = []
    for part in sorted(chain(one.content, one.cue, one.source)):
        if merged and part[1] <= merged[-1][1]:
            continue
        start, end = _whole(article, part)
        if merged and parse.trim((merged[-1][1], start))[0] >= start:  # nothing but space between
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _whole(article: ArticleFeatures, tokens: Range) -> Range:
    """From the beginning of the first token's sentence to the end of the last one's, its stop and marks included."""
    parse = article.parse
    start = min(tokens[0], sentence_around(article, tokens[0])[0])
    end = max(tokens[1], sentence_around(article, tokens[1] - 1)[1])
    line = parse.line_of(tokens[1] - 1)[1]
    while end < line and _closes(parse, end):
        end += 1
    return parse.trim((start, end))


def _closes(parse: Parse, token: int) -> bool:
    """Whether a token is the stop behind a sentence, or the closing mark behind that."""
    region = parse.region_of[token]
    closing = region >= 0 and parse.region_of[token - 1] == region and not parse.is_word(token)
    return parse.words[token] in SENTENCE_ENDS or closing
