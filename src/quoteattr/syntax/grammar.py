"""Questions of grammar that the tree of an article answers: subject, agent, object, conjunct, negation.

Each function gives a token, or -1 where there is none. The answer for the token -1 is -1, so that one question can be
asked about the answer of another.
"""

from __future__ import annotations

from itertools import chain
from typing import Self

from attrs import define, field

from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax.labels import ALL_SUBJECTS, DATES, PREPOSITION_COMPLEMENTS
from quoteattr.syntax.parse import Parse, Range

__all__ = [
    "Verb",
    "agent_of",
    "complement_of",
    "conjunct_behind",
    "is_dated",
    "is_infinitive",
    "is_negated",
    "nominal_of",
    "object_of",
    "phrase_head",
]

_PASSIVE = label_set("dependencies", "passive")
_REDUCED = label_set("dependencies", "reduced")
_NEGATING = label_set("dependencies", "negating")
_NEGATIONS = listed("grammar", "negations")
_CLITICS, _CALL = ("'s", "’s"), "call"
_INSIDE_PHRASES = label_set("dependencies", "inside_phrases")
_PHRASE_HEADS = label_set("tag_beginnings", "phrase_heads")


@define
class Verb:
    """A verb and what hangs on it, by label, in text order.

    Attributes:
        token: Its token.
        lemma: Its lemma.
        passive: Whether it is passive.
        by_label: Its children by their labels.
        subject: Its subject, or -1.
    """

    token: int
    lemma: str
    passive: bool
    by_label: dict[str, list[int]] = field(repr=False)
    subject: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.subject = self.first(*ALL_SUBJECTS)

    @classmethod
    def at(cls, parse: Parse, token: int, lemma: str) -> Self:
        """The verb at ``token``."""
        deps = parse.deps
        by_label: dict[str, list[int]] = {}
        for child in parse.children[token]:
            label = deps[child]
            if label in by_label:
                by_label[label].append(child)
            else:
                by_label[label] = [child]
        passive = not _PASSIVE.isdisjoint(by_label) and not _has_done(parse, token, lemma, by_label)
        if not passive and parse.tags[token] == "VBN" and deps[token] in _REDUCED and "aux" not in by_label:
            passive = not by_label.keys() & {"dobj", "nsubj"}
        return cls(token, lemma, passive, by_label)

    def all(self, *labels: str) -> list[int]:
        """Its children with one of ``labels``, in text order."""
        if len(labels) == 1:
            return self.by_label.get(labels[0], [])
        if self.by_label.keys().isdisjoint(labels):
            return []
        found = [self.by_label[label] for label in labels if label in self.by_label]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def first(self, *labels: str) -> int:
        """Its first child with one of ``labels``, or -1."""
        by_label, found = self.by_label, -1
        for label in labels:
            if label in by_label and not 0 <= found <= by_label[label][0]:
                found = by_label[label][0]
        return found

    def after(self, *labels: str) -> list[int]:
        """Its children with one of ``labels`` that stand to its right."""
        if self.by_label.keys().isdisjoint(labels):
            return []
        token = self.token
        return [child for child in self.all(*labels) if child > token]


def _has_done(parse: Parse, token: int, lemma: str, by_label: dict[str, list[int]]) -> bool:
    """Whether a participle behind "'s" is what somebody has done, by its object: "he's urged residents to leave".

    Or by whom he has called on: "she's called on the council to pay".
    """
    clitic = parse.lower[token - 1] in _CLITICS and parse.deps[token - 1] == "auxpass"
    calls = lemma == _CALL and any(parse.lower[child] == "on" for child in by_label.get("prep", ()))
    return clitic and (calls or any(child > token for child in by_label.get("dobj", ())))


def object_of(parse: Parse, verb: int) -> int:
    """The direct object of a verb."""
    return parse.child(verb, "dobj") if verb >= 0 else -1


def agent_of(parse: Parse, verb: int) -> int:
    """The noun behind by that does what a passive verb says."""
    return nominal_of(parse, parse.child(verb, "agent")) if verb >= 0 else -1


def nominal_of(parse: Parse, preposition: int) -> int:
    """The noun that a preposition governs; -1 where there is none, and behind the last token."""
    return parse.child(preposition, "pobj") if 0 <= preposition < len(parse) else -1


def complement_of(parse: Parse, preposition: int) -> int:
    """The noun or the clause that a preposition governs."""
    return parse.child(preposition, *PREPOSITION_COMPLEMENTS) if preposition >= 0 else -1


def conjunct_behind(parse: Parse, governor: int, coordinator: int) -> int:
    """The conjunct that a coordinator joins to ``governor``."""
    for child in parse.children[governor]:
        if child > coordinator and parse.deps[child] == "conj":
            return child
    return -1


def phrase_head(parse: Parse, token: int, within: Range) -> int:
    """The head of the noun phrase that a noun is a part of, as far as it lies ``within`` a range."""
    heads, deps = parse.heads, parse.deps
    while (
        deps[token] in _INSIDE_PHRASES
        and heads[token] != token
        and within[0] <= heads[token] < within[1]
        and parse.tags[heads[token]][:2] in _PHRASE_HEADS
    ):
        token = heads[token]
    return token


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Whether a verb has its to."""
    return any(parse.tags[child] == "TO" for child in parse.children[verb])


def is_negated(parse: Parse, token: int) -> bool:
    """Whether a separate word negates a verb, a noun or an adjective: "did not say", "no claim", "nor denied"."""
    if token < 0:
        return False
    if parse.deps[token] == "conj":
        before = (child for child in parse.children[parse.heads[token]] if child < token and parse.deps[child] == "cc")
        if parse.lower[max(before, default=parse.heads[token])] == "nor":
            return True
    return any(
        parse.lower[child] in _NEGATIONS and parse.deps[child] in _NEGATING and child <= token + 1
        for child in parse.children[token]
    )


def is_dated(parse: Parse, token: int) -> bool:
    """Whether a token is part of a date or a time."""
    return parse.entity_labels[token] in DATES
