"""Where a content to the right of its cue may end: the places behind its head, and what can be said of each.

Behind the head of a content stands a row of constituents: phrases, clauses, conjuncts. Before each the content may end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quoteattr.detect.reading import Reading

__all__ = ["Place", "places"]

_PAUSES = frozenset((",", ";", ":", "—", "–", "-", "--", "―", "(", "…", "..."))
_MARKERS = frozenset(("IN", "WDT", "WP", "WRB", "TO", "WP$"))

_CIRCUMSTANCES = frozenset(
    "amid amidst despite notwithstanding without during after before until following because".split()
)
"""Prepositions and conjunctions of circumstance: the rare ones are counted together with the common ones."""


class Place(NamedTuple):
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

    def features(self, family: str) -> tuple[str, ...]:
        """From the most to the least telling: keys of the counted table of ends."""
        return _features(family, self.relation, self.label, self.kind, self.pause, "+" if self.more else "")


@lru_cache(4096)
def _features(family: str, relation: str, label: str, kind: str, pause: str, more: str) -> tuple[str, ...]:
    return (
        f"{family} {relation} {label} {kind} {pause}{more}",
        f"* {relation} {label} {kind} {pause}{more}",
        f"{family} {relation} {label} * {pause}",
        f"* {relation} {label} * {pause}",
        f"* * {label} * {pause}",
    )


def places(reading: Reading, cue: int, head: int, limit: int) -> Iterator[Place]:
    """The places behind ``head`` where its content may end, in text order, up to the token ``limit``."""
    parse = reading.parse
    words, lower, wordlike = parse.words, parse.lower, parse.wordlike
    tags, deps, heads = parse.tags, parse.deps, parse.heads
    lowest, highest = parse.subtree(head)
    last = max((parse.left[child] for child in parse.children[head] if parse.deps[child] != "punct"), default=head)
    token = head + 1
    pause = ""
    while token < limit:
        word = words[token]
        if not tags[token] or word.isspace():
            token += 1
            continue
        if word in _PAUSES or (not wordlike[token] and word not in ("%", "'s", "’s")):
            pause = pause or (word if word in _PAUSES else "")
            token += 1
            continue
        top = reading.top[token]
        governor = heads[top]
        if not pause and (governor > top or deps[top] in ("case", "aux", "neg", "prt", "nummod")):
            token += 1
            continue
        if governor == head:
            relation = "head"
        elif lowest <= governor < highest:
            relation = "inside"
        elif governor == cue:
            relation = "cue"
        else:
            relation = "out"
        label = deps[top]
        if label == "conj" and lower[token - 1] in ("and", "or", "but"):
            token += 1
            pause = ""
            continue
        after = token
        while after > head + 1 and (words[after - 1] in _PAUSES or words[after - 1].isspace()):
            after -= 1
        kind = _kind(reading, token, top, label)
        yield Place(token, after, top, relation, label, kind, pause, relation != "out" and token < last)
        pause = ""
        token += 1


def _kind(reading: Reading, token: int, top: int, label: str) -> str:
    """What sort of constituent begins at ``token``: its marker, the kind of its conjunct, or its tag."""
    parse = reading.parse
    if label == "cc":
        return parse.lower[token] + ":" + _conjunct(reading, parse.heads[token], token)
    if parse.lower[token] in _CIRCUMSTANCES:
        return "circumstance"
    if parse.tags[token] in _MARKERS:
        return parse.lower[token]
    if label in ("advcl", "acl", "conj", "ccomp", "relcl", "xcomp", "ROOT", "parataxis"):
        verb = reading.verb_at.get(top)
        says = verb is not None and reading.lexicon.reports(verb.lemma)
        return parse.tags[top] + ("!" if says else "")
    if label in ("npadvmod", "pobj", "nmod"):
        entity = parse.entity_of[top]
        return "DATE" if entity >= 0 and parse.entities[entity].label in ("DATE", "TIME") else "NP"
    if label == "advmod":
        return parse.lower[token]
    return parse.tags[top]


def _conjunct(reading: Reading, governor: int, coordinator: int) -> str:
    """What the coordinator joins: a clause with a subject, a verb that reports, another verb, or a phrase."""
    parse = reading.parse
    for child in parse.children[governor]:
        if child > coordinator and parse.deps[child] == "conj":
            verb = reading.verb_at.get(child)
            if verb is None:
                return parse.tags[child][:2]
            says = "!" if reading.lexicon.reports(verb.lemma) else ""
            if verb.subject >= 0 and verb.subject < child:
                return "S" + says
            same = "=" if parse.tags[child] == parse.tags[governor] else ""
            return "V" + says + same
    return "?"
