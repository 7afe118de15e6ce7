"""Where an object clause begins: behind whoever is told, whatever the parser says."""

from __future__ import annotations

from quoteattr.detect.listed import listed
from quoteattr.detect.reading import Reading, Verb

__all__ = ["clause_start"]

_TELLING = listed("telling", "always")
_ADDRESSING = _TELLING | listed("telling", "sometimes")
_UNADDRESSED = listed("telling", "never")
_ADDRESSEE = 12
"""Tokens that name whoever is told at most."""


def clause_start(reading: Reading, verb: Verb, clause: int) -> int:
    """Where an object clause begins: behind whoever is told, and with a noun that the parser parted from its subject.

    "told BBC News | people were angry", "warned his old rivals | that ...", "was told | her ticket was void".
    """
    parse = reading.parse
    start = max(parse.left[clause], verb.token + 1)
    if start == verb.token + 1:
        if verb.lemma in _ADDRESSING and not verb.passive:
            return _behind_addressee(reading, verb, start)
        return start
    if any(parse.deps[child] == "mark" for child in parse.children[clause]):
        return start
    for child in verb.after("dobj", "dep"):
        if (
            parse.left[child] == verb.token + 1
            and parse.right[child] == start
            and parse.tags[child][:2] in ("NN", "PR")
            and (verb.lemma in _UNADDRESSED or (verb.passive and verb.lemma in _ADDRESSING))
        ):
            return verb.token + 1
    return start


def _behind_addressee(reading: Reading, verb: Verb, start: int) -> int:
    """Where a clause begins that the parser begins with whoever is told; ``start`` where it does not."""
    parse = reading.parse
    limit = min(len(parse), start + _ADDRESSEE)
    for token in range(start, limit):
        if parse.lower[token] == "that" and parse.deps[token] == "mark":
            return token
        if parse.tags[token][:2] == "VB" and parse.lower[token + 1 : token + 2] != ["that"]:
            break
        if not parse.tags[token] or parse.tags[token] in ("MD", ",", ":"):
            break
    if verb.lemma not in _TELLING:
        return start
    token = start
    while token < limit and parse.tags[token] in ("NNP", "NNPS"):
        token += 1
    return token if start < token < limit and parse.tags[token] in ("NN", "NNS", "DT", "PRP", "PRP$", "JJ") else start
