"""The organisations that clauses tie a person to: "he runs Acme", "Acme, which she founded", "his firm, Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.organisations import body_at

__all__ = ["founded", "owned_by", "tied"]

_STARTS = frozenset(("founded", "co-founded", "started", "created", "set", "launched", "formed", "established"))
"""Verbs in the past for what still holds, as long as the article does not say otherwise."""
_WORKS = frozenset(("works", "work", "teaches", "teach", "plays", "serves", "speaks", "writes"))
"""Verbs that tie somebody to what a preposition brings in."""
_PRESENT = frozenset(("VBZ", "VBP"))
_BACK = 5
"""Tokens between a body and the owner before it: "her small software company, Acme"."""
_STATES = frozenset(("government", "campaign"))


def tied(document: Document, mention: Mention) -> Iterator[Entity]:
    """The bodies of a clause with a person as subject: "Smith runs Acme", "she works for Acme", "he founded Acme"."""
    parse, words = document.parse, document.words
    verb = parse.heads[mention.head]
    if parse.deps[mention.head] != "nsubj" or parse.child(verb, "neg") >= 0 or parse.deps[verb] in ("relcl", "aux"):
        return
    word = parse.lower[verb]
    now = word in words.affiliation_verbs and parse.tags[verb] in _PRESENT
    if not now and word not in _STARTS:
        return
    if (thing := parse.child(verb, "dobj")) >= 0:
        bodies = [body_at(document, thing, "")]
    else:
        bodies = [
            body_at(document, parse.child(child, "pobj"), "")
            for child in parse.children[verb]
            if parse.deps[child] == "prep" and parse.lower[child] in ("for", "at", "with") and word in _WORKS
        ]
    for body in bodies:
        if body is not None and not body.place:
            yield body


def founded(document: Document, mention: Mention) -> Entity | None:
    """Who founded or runs a named body: "Acme, which she founded", "Acme, founded by Smith"."""
    parse, words = document.parse, document.words
    for child in parse.children[mention.head]:
        if child < mention.end or parse.deps[child] not in ("relcl", "acl"):
            continue
        word = parse.lower[child]
        if word not in _STARTS and word not in words.affiliation_verbs:
            continue
        who = parse.child(child, "nsubj")
        if who < 0 and (agent := parse.child(child, "agent")) >= 0:
            who = parse.child(agent, "pobj")
        other = document.at_head.get(who)
        if other is not None and other is not mention and other.entity is not None:
            return other.entity
    return None


def owned_by(document: Document, mention: Mention) -> Entity | None:
    """Whose a named body is: "her software company, Acme", "Smith's band Acme"."""
    parse, words = document.parse, document.words
    token = mention.start - 1
    if token > 0 and parse.lower[token] in (",", '"', "“"):
        token -= 1
    if token < 1 or parse.tags[token] not in ("NN", "NNP"):
        return None
    noun = words.noun(parse.lower[token], parse.tags[token])
    if noun.base not in words.owned and (noun.kind != "organisation" or noun.classes & _STATES):
        return None
    for step in range(token - 1, max(-1, token - 1 - _BACK), -1):
        if parse.lower[step] in words.past:
            return None
        if parse.tags[step] == "PRP$":
            owner = document.at_head.get(step)
            return owner.entity if owner is not None else None
        if parse.tags[step] == "POS":
            number = document.name_at[step - 1] if step else -1
            return document.mentions[number].entity if number >= 0 else None
        if parse.tags[step] not in ("NN", "JJ", "NNP", "VBN"):
            return None
    return None
