"""Speaker labels that are a noun of what is said, right before a quotation: "Her answer: “…”"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

OWN = rule(
    "opening-own",
    "somebody's answer, message or the like, and a colon, before a quotation at the beginning of a sentence",
    "{Jane Smith’s} answer: [“We came here long ago, and it was hard.”]",
    "The bridge was closed. {Her} message to the drivers: [“Stay at home today.”]",
)
RULES = (OWN,)

_LONGEST = 16
"""Tokens before the colon at most."""
_FEWEST = 3
"""Words of the quotation at least."""
_SAYING = listed("label", "saying")
"""Nouns for what is said, whose owner says it."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """A candidate for each quotation behind such a colon."""
    parse = article.parse
    for number, region in enumerate(parse.region_tokens):
        colon = region[0] - 1
        if (
            colon < 1
            or parse.words[colon] != ":"
            or article.region_words[number] < _FEWEST
            or parse.regions[number].weak
        ):
            continue
        line = parse.line_of(colon)[0]
        start = parse.trim((max(line, article.sentence(colon - 1)[0]), colon))[0]
        if colon - start > _LONGEST or any(parse.tags[token][:2] in ("VB", "MD") for token in range(start, colon)):
            continue
        content = clean(article, [region])
        if not content:
            continue
        owner = _owner(article, (start, colon))
        if owner >= 0:
            yield Candidate(OWN.id, colon, ":", "PUNCT", "owned", content, source=owner, certain=True)


def _owner(article: ArticleFeatures, tokens: Range) -> int:
    """Whose answer or message an opening is, or -1."""
    parse = article.parse
    for token in range(*tokens):
        if parse.deps[token] == "poss" and parse.left[token] == tokens[0]:
            noun = parse.heads[token]
            said = tokens[0] <= noun < tokens[1] and singular(parse.lower[noun]) in _SAYING
            return token if said else -1
    return -1
