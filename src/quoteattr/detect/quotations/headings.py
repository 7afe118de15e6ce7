"""Names in front of a colon, and their heads."""

from __future__ import annotations

from quoteattr.detect.patterns import shapes_within
from quoteattr.detect.reading import Reading
from quoteattr.syntax import Range

__all__ = ["JOINTS", "heads_line", "name_head", "names_speaker"]

JOINTS = frozenset((",", ":", "—", "–", "-", "―", "--"))
_LONGEST = 30
"""Tokens before a colon among which a dash is looked for."""


def names_speaker(reading: Reading, colon: int) -> bool:
    """Whether the words right before a colon are a name, so that who speaks is said without a verb."""
    parse = reading.parse
    entity = parse.entity_of[colon - 1]
    return parse.tags[colon - 1][:3] == "NNP" and (
        entity < 0 or parse.entities[entity].label in ("PERSON", "ORG", "NORP")
    )


def name_head(reading: Reading, token: int, tokens: Range) -> int:
    """The head of the name around ``token``, among ``tokens``: "Maria Lopez, mayor of Springfield"."""
    heads, tags = reading.parse.heads, reading.parse.tags
    start, end = tokens
    while heads[token] != token and start <= heads[token] < end and tags[heads[token]][:2] == "NN":
        token = heads[token]
    return token


def heads_line(reading: Reading, tokens: Range) -> int:
    """Where a name begins that stands between a dash and a colon: "Rivers rise again - Jane Smith: “…”"; or the end."""
    start, end = tokens
    if start >= end:
        return end
    found = next(shapes_within("name-after-dash", reading.parse, (max(start, end - _LONGEST), end)), None)
    return end if found is None else found.tokens("name")[0]
