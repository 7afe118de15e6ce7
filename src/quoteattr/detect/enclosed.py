"""Cues that stand in brackets, or in a clause that a comma closes: their contents do not go on outside."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate, OpenSpan
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["in_brackets", "in_clause"]

_FAR = 60
"""Tokens from a cue to the brackets around it at most."""
_RELATIVES = label_set("tags", "relative_pronouns")
_SUBORDINATORS = listed("framing", "subordinators")
_CLOSED = label_set("dependencies", "closed_clauses")
_ADVERBS = 2
"""Adverbs before the verb of the main clause at most."""
_CHAIN = 4
"""Verbs from a cue up to the one of its clause at most: "though he came and said"."""


def in_brackets(parse: Parse, cue: int, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """The pieces of a content that stand in the round brackets around its cue; all of them where none is there."""
    first, last = _bracket(parse, cue, -1, "(", ")"), _bracket(parse, cue, 1, ")", "(")
    if first < 0 or last < 0:
        return pieces
    inside = [(max(start, first + 1), min(end, last)) for start, end in pieces]
    kept = tuple((start, end) for start, end in inside if start < end)
    return kept or pieces


def _bracket(parse: Parse, cue: int, step: int, wanted: str, other: str) -> int:
    """The next bracket before or behind a token, if it is the wanted one; or -1."""
    token = cue + step
    while 0 <= token < len(parse) and abs(token - cue) < _FAR:
        if parse.words[token] in (wanted, other):
            return token if parse.words[token] == wanted else -1
        token += step
    return -1


def in_clause(article: ArticleFeatures, candidate: Candidate, span: OpenSpan, end: int) -> int:
    """The end of a content whose cue stands in a clause that opened behind a comma, or before it where that is closed.

    "Lund, who claimed the bridge was safe, | is wrong": a verb with a tense behind the first comma of the content is
    that of the main clause.
    """
    parse, opening = article.parse, _opening(article.parse, candidate.cue)
    if opening < 0 or (opening > 0 and parse.words[opening - 1] != ","):
        return end
    comma = next((token for token in range(span.head + 1, end) if parse.words[token] == ","), -1)
    if comma < 0 or parse.region_of[comma] >= 0 or "," in parse.words[span.start : span.head]:
        return end
    verb = comma + 1
    while verb < min(end, comma + 1 + _ADVERBS) and parse.tags[verb] == "RB":
        verb += 1
    return comma if verb < end and parse.tags[verb] in FINITE_TAGS else end


def _opening(parse: Parse, cue: int) -> int:
    """The first token of the relative or adverbial clause that a cue stands in; -1 where it stands in none."""
    for _ in range(_CHAIN):
        if parse.deps[cue] in _CLOSED:
            first = parse.left[cue]
            opens = parse.tags[first] in _RELATIVES or parse.lower[first] in _SUBORDINATORS
            return first if opens and first < cue else -1
        if parse.deps[cue] != "conj":
            break
        cue = parse.heads[cue]
    return -1
