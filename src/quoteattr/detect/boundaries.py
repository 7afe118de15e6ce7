"""Where a content to the right of its cue may end: the boundaries behind its head, and what can be said of each.

Behind the head of a content stands a row of constituents: phrases, clauses, conjuncts. Before each the content may end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed, mark_set
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import conjunct_behind, is_dated

__all__ = ["CURRENCY", "Boundary", "boundaries"]

CURRENCY = "$"
"""The tag of a sign of money."""
_PAUSES = mark_set("pauses")
_SUFFIXES = listed("boundaries", "suffixes")
_MARKERS = label_set("tags", "markers")
_CLAUSES = label_set("dependencies", "clauses")
_PHRASES = label_set("dependencies", "phrases")
_INSEPARABLE = label_set("dependencies", "inseparable")
_CIRCUMSTANCES = listed("boundaries", "circumstances")
"""Prepositions and conjunctions of circumstance: the rare ones are counted together with the common ones."""


class Boundary(NamedTuple):
    """A place where a content may end.

    Attributes:
        token: The first token that would be out.
        after: The token behind the last one that would be in (a pause may stand between).
        top: The head of the constituent that begins at ``token``.
        relation: What the constituent hangs on: ``head`` (of the content), ``inside`` it, ``cue``, or ``out``.
        label: Its dependency label.
        kind: What sort of constituent it is: its marker, the kind of its conjunct, or its tag.
        pause: The comma, dash, … before it, or ``""``.
        more: Whether more complements of the content's head follow.
    """

    token: int
    after: int
    top: int
    relation: str
    label: str
    kind: str
    pause: str
    more: bool

    def keys(self, family: str) -> tuple[str, ...]:
        """From the most to the least telling: keys of the counted table of boundaries."""
        return _keys(family, self.relation, self.label, self.kind, self.pause, "+" if self.more else "")


@lru_cache(4096)
def _keys(family: str, relation: str, label: str, kind: str, pause: str, more: str) -> tuple[str, ...]:
    return (
        f"{family} {relation} {label} {kind} {pause}{more}",
        f"* {relation} {label} {kind} {pause}{more}",
        f"{family} {relation} {label} * {pause}",
        f"* {relation} {label} * {pause}",
        f"* * {label} * {pause}",
    )


def boundaries(article: ArticleFeatures, cue: int, head: int, limit: int) -> Iterator[Boundary]:
    """The boundaries behind ``head`` where its content may end, in text order, up to the token ``limit``."""
    parse = article.parse
    words, wordlike, tags, deps, heads = parse.words, parse.wordlike, parse.tags, parse.deps, parse.heads
    inside = parse.subtree(head)
    last = max((parse.left[child] for child in parse.children[head] if deps[child] != "punct"), default=head)
    pause = ""
    for token in range(head + 1, limit):
        word = words[token]
        if not tags[token] or word.isspace():
            continue
        if word in _PAUSES or not (wordlike[token] or word in _SUFFIXES):
            pause = pause or (word if word in _PAUSES else "")
            continue
        top = article.constituents[token]
        label, governor = deps[top], heads[top]
        if not pause and (governor > top or label in _INSEPARABLE):
            continue
        if label != "conj" or parse.lower[token - 1] not in ("and", "or", "but"):
            relation = _relation(governor, head, inside, cue)
            more = relation != "out" and token < last
            kind = _kind(article, token, top, label)
            yield Boundary(token, _end_before(parse, token, head + 1), top, relation, label, kind, pause, more)
        pause = ""


def _relation(governor: int, head: int, inside: Range, cue: int) -> str:
    if governor == head:
        return "head"
    if inside[0] <= governor < inside[1]:
        return "inside"
    return "cue" if governor == cue else "out"


def _end_before(parse: Parse, token: int, first: int) -> int:
    """The token behind the last word before ``token``, none before ``first``; a sign of money is of its number."""
    words, tags = parse.words, parse.tags
    while token > first and (words[token - 1] in _PAUSES or words[token - 1].isspace() or tags[token - 1] == CURRENCY):
        token -= 1
    return token


def _kind(article: ArticleFeatures, token: int, top: int, label: str) -> str:
    """What sort of constituent begins at ``token``: its marker, the kind of its conjunct, or its tag."""
    parse = article.parse
    if label == "cc":
        return parse.lower[token] + ":" + _conjunct(article, parse.heads[token], token)
    if parse.lower[token] in _CIRCUMSTANCES:
        return "circumstance"
    if parse.tags[token] in _MARKERS:
        return parse.lower[token]
    if label in _CLAUSES:
        return parse.tags[top] + ("!" if article.reports(top) else "")
    if label in _PHRASES:
        return "DATE" if is_dated(parse, top) else "NP"
    return parse.lower[token] if label == "advmod" else parse.tags[top]


def _conjunct(article: ArticleFeatures, governor: int, coordinator: int) -> str:
    """What the coordinator joins: a clause with a subject, a verb that reports, another verb, or a phrase."""
    parse = article.parse
    conjunct = conjunct_behind(parse, governor, coordinator)
    if conjunct < 0:
        return "?"
    verb = article.verb_at.get(conjunct)
    if verb is None:
        return parse.tags[conjunct][:2]
    says = "!" if article.lexicon.reports(verb.lemma) else ""
    if 0 <= verb.subject < conjunct:
        return "S" + says
    return "V" + says + ("=" if parse.tags[conjunct] == parse.tags[governor] else "")
