"""What a content consists of, and how it begins and ends."""

from __future__ import annotations

from itertools import compress

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.syntax import Parse

__all__ = ["features"]


def features(article: ArticleFeatures, candidate: Candidate) -> dict[str, str | float]:
    """The features of a candidate's content."""
    parse, told = article.parse, article.token_features
    first, last = candidate.content[0][0], candidate.content[-1][1] - 1
    tags = [tag for start, end in candidate.content for tag in parse.tags[start:end]]
    entities = set().union(*[parse.entity_of[start:end] for start, end in candidate.content])
    head = _head(parse, candidate)
    determiner = parse.child(head, "det", "poss")
    possessed = determiner >= 0 and parse.deps[determiner] == "poss"
    preposition = parse.child(head, "prep")
    return {
        "head": told[head],
        "head-tag": parse.tags[head],
        "head-label": parse.deps[head],
        "head-determiner": "poss" if possessed else told[determiner],
        "head-preposition": parse.lower[preposition] if preposition >= 0 else "",
        "first": told[first],
        "first-tag": parse.tags[first],
        "second": told[first + 1],
        "last": told[last],
        "last-tag": parse.tags[last],
        "after": told[last + 1],
        "words": float(len(tags)),
        "clause": float(any(tag[:2] == "VB" or tag == "MD" for tag in tags)),
        "entities": float(len(entities - {-1})),
        **_quoted(article, candidate),
    }


def _head(parse: Parse, candidate: Candidate) -> int:
    """The first token of the content whose head lies outside it."""
    first, last = candidate.content[0][0], candidate.content[-1][1]
    for start, end in candidate.content:
        for token in range(start, end):
            if parse.tags[token] and not (first <= parse.heads[token] < last and parse.heads[token] != token):
                return token
    return first


def _quoted(article: ArticleFeatures, candidate: Candidate) -> dict[str, float]:
    """The share of words in marks, and the words of the longest quotation."""
    parse = article.parse
    regions: list[int] = []
    for start, end in candidate.content:
        regions += compress(parse.region_of[start:end], parse.wordlike[start:end])
    if not regions or max(regions) < 0:
        return {"quoted": 0.0, "longest-quotation": 0.0}
    firm = [region for region in regions if region >= 0 and not parse.regions[region].weak]
    return {
        "quoted": round(len(firm) / len(regions), 3),
        "longest-quotation": float(max((article.region_words[region] for region in firm), default=0)),
    }
