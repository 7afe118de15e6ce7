"""What a content consists of, and how it begins and ends."""

from __future__ import annotations

from itertools import compress

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.reading import Reading
from quoteattr.detect.words import word_at

__all__ = ["features"]


def features(reading: Reading, candidate: Candidate) -> dict[str, str | float]:
    """The features of a candidate's content."""
    parse = reading.parse
    first, last = candidate.content[0][0], candidate.content[-1][1] - 1
    tags = [tag for start, end in candidate.content for tag in parse.tags[start:end]]
    entities = set().union(*[parse.entity_of[start:end] for start, end in candidate.content])
    head = _head(reading, candidate)
    determiner = parse.child(head, "det", "poss")
    preposition = parse.child(head, "prep")
    return {
        "head": word_at(reading, head),
        "head-tag": parse.tags[head],
        "head-label": parse.deps[head],
        "head-determiner": _determiner(reading, determiner),
        "head-preposition": parse.lower[preposition] if preposition >= 0 else "",
        "first": word_at(reading, first),
        "first-tag": parse.tags[first],
        "second": word_at(reading, first + 1),
        "last": word_at(reading, last),
        "last-tag": parse.tags[last],
        "after": word_at(reading, last + 1),
        "words": float(len(tags)),
        "clause": float(any(tag[:2] == "VB" or tag == "MD" for tag in tags)),
        "entities": float(len(entities - {-1})),
        **_quoted(reading, candidate),
    }


def _head(reading: Reading, candidate: Candidate) -> int:
    """The first token of the content whose head lies outside it."""
    parse = reading.parse
    first, last = candidate.content[0][0], candidate.content[-1][1]
    for start, end in candidate.content:
        for token in range(start, end):
            if parse.tags[token] and not (first <= parse.heads[token] < last and parse.heads[token] != token):
                return token
    return first


def _determiner(reading: Reading, token: int) -> str:
    """An article or the like as it is; a possessor only as one."""
    if token < 0:
        return ""
    return word_at(reading, token) if reading.parse.deps[token] == "det" else "poss"


def _quoted(reading: Reading, candidate: Candidate) -> dict[str, float]:
    parse = reading.parse
    regions: list[int] = []
    for start, end in candidate.content:
        regions += compress(parse.region_of[start:end], parse.wordlike[start:end])
    if not regions or max(regions) < 0:
        return {"quoted": 0.0, "longest-quotation": 0.0}
    firm = [region for region in regions if region >= 0 and not parse.regions[region].weak]
    return {
        "quoted": round(len(firm) / len(regions), 3),
        "longest-quotation": float(max((reading.region_words[region] for region in firm), default=0)),
    }
