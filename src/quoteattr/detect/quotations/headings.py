"""Names in front of a colon, and their heads."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shapes_within
from quoteattr.lexicon.lists import listed, mark_set
from quoteattr.syntax import Range
from quoteattr.syntax.labels import PROPER_TAGS, SPEAKERS

__all__ = ["JOINTS", "heads_line", "is_no_speaker", "name_head", "names_speaker"]

JOINTS = mark_set("name_joints")
_NO_SPEAKER = listed("label", "no_speaker")
_LONGEST = 30
"""Tokens before a colon among which a dash is looked for."""


def names_speaker(article: ArticleFeatures, colon: int) -> bool:
    """Whether the words right before a colon are a name, so that who speaks is said without a verb."""
    parse = article.parse
    return parse.tags[colon - 1] in PROPER_TAGS and parse.entity_labels[colon - 1] in ("", *SPEAKERS)


def is_no_speaker(article: ArticleFeatures, start: int, colon: int) -> bool:
    """Whether a label begins as those of things do: "Title: “…”", "Journal Reference: …"."""
    parse = article.parse
    return next((parse.lower[token] for token in range(start, colon) if parse.is_word(token)), "") in _NO_SPEAKER


def name_head(article: ArticleFeatures, token: int, tokens: Range) -> int:
    """The head of the name around ``token``, among ``tokens``: "Maria Lopez, mayor of Springfield"."""
    heads, tags = article.parse.heads, article.parse.tags
    start, end = tokens
    while heads[token] != token and start <= heads[token] < end and tags[heads[token]][:2] == "NN":
        token = heads[token]
    return token


def heads_line(article: ArticleFeatures, tokens: Range) -> int:
    """Where a name begins that stands between a dash and a colon: "Rivers rise again - Jane Smith: “…”"; or the end."""
    start, end = tokens
    if start >= end:
        return end
    found = next(shapes_within("name-after-dash", article.parse, (max(start, end - _LONGEST), end)), None)
    return end if found is None else found.tokens("name")[0]
