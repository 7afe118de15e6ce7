"""Names in front of a colon: of a line, behind a dash in it, or within its marks."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures as Reading
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Range

__all__ = ["JOINTS", "LABELS", "heads_line", "name_head", "names_speaker", "turn_within"]

JOINTS = frozenset((",", ":", "—", "–", "-", "―", "--"))
LABELS = listed("turn", "labels")
_TURN = 6
"""Tokens within which the colon of a turn stands behind an opening mark."""


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
    parse = reading.parse
    start, end = tokens
    token = end
    while token > start and (parse.words[token - 1][0].isupper() or parse.lower[token - 1] in ("and", "of", "the")):
        token -= 1
    dash = (
        token > start and token < end and parse.words[token - 1] in JOINTS and parse.words[token - 1] not in (",", ":")
    )
    return token if dash and parse.ends[token - 1] < parse.starts[token] else end


def turn_within(reading: Reading, line: Range) -> int:
    """The colon of a transcript's turn that is quoted with its name, or -1: "“SMITH: We will go.”"."""
    parse = reading.parse
    start, end = line
    if end - start < 4 or parse.tags[start] or parse.region_of[start] < 0 or parse.region_of[start + 1] < 0:
        return -1
    colon = next((token for token in range(start + 1, min(end - 1, start + _TURN)) if parse.words[token] == ":"), -1)
    name = range(start + 1, colon)
    if not name or parse.lower[start + 1] in LABELS:
        return -1
    shouted = all(parse.words[token].isupper() for token in name)
    return colon if shouted or all(parse.tags[token][:3] == "NNP" for token in name) else -1
