"""What a content consists of, and how it begins and ends."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.reading import Reading
from quoteattr.detect.words import word_at

__all__ = ["features"]


def features(reading: Reading, candidate: Candidate) -> dict[str, str | float]:
    """The features of a candidate's content."""
    parse, tags, entity_of = reading.parse, reading.parse.tags, reading.parse.entity_of
    tokens = [token for start, end in candidate.content for token in range(start, end)]
    first, last = tokens[0], tokens[-1]
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
        "words": float(len(tokens)),
        "clause": float(any(tags[token][:2] == "VB" or tags[token] == "MD" for token in tokens)),
        "entities": float(len({entity_of[token] for token in tokens} - {-1})),
        **_quoted(reading, tokens),
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


def _quoted(reading: Reading, tokens: list[int]) -> dict[str, float]:
    parse = reading.parse
    region_of, wordlike = parse.region_of, parse.wordlike
    regions = [region_of[token] for token in tokens if wordlike[token]]
    firm = [region for region in regions if region >= 0 and not parse.regions[region].weak]
    return {
        "quoted": round(len(firm) / len(regions), 3) if regions else 0.0,
        "longest-quotation": float(max((reading.region_words[region] for region in firm), default=0)),
    }
