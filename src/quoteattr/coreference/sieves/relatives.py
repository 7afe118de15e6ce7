"""Whom a relative pronoun stands for: what its clause hangs on, as far as number and kind agree."""

from __future__ import annotations

from itertools import islice

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.records import SpeakerKind

__all__ = ["relative_antecedent"]

_STEPS = 12
_BACK = 4
"""Mentions before the pronoun that it may stand for where the tree tells nothing."""
_HUMAN = frozenset((SpeakerKind.PERSON, SpeakerKind.PEOPLE))
_WHO = frozenset(("who", "whom"))
_SEVERAL, _ONE = frozenset(("are", "were", "have", "do", "both")), frozenset(("is", "was", "has", "does"))


def relative_antecedent(document: Document, mention: Mention) -> Entity | None:
    """The entity whose relative clause the pronoun opens."""
    parse, token = document.parse, mention.head
    beside = _beside(document, mention)
    for ancestor in islice(parse.ancestors(token), _STEPS):
        if parse.deps[ancestor] in ("relcl", "acl"):
            found = document.at_head.get(parse.heads[ancestor])
            if found is not None and found.head < token and found.entity is not None:
                if parse.lower[token] not in _WHO:
                    return _body_above(document, found) or _thing_beside(document, mention, found) or found.entity
                return _person(document, mention, found, beside)
            break
    if beside is not None:
        return beside.entity
    position = document.index[token]
    for other in reversed(document.mentions[max(0, position - _BACK) : position]):
        if other.entity is not None and token - other.end <= _BACK - 1 and other.type is not MentionType.PRONOUN:
            return other.entity
    return None


def _beside(document: Document, mention: Mention) -> Mention | None:
    """The named person right before the comma before "who"."""
    parse, token = document.parse, mention.head
    if parse.lower[token] not in _WHO or token < _BACK or parse.lower[token - 1] != ",":
        return None
    number = document.name_at[token - 2]
    name = document.mentions[number] if number >= 0 else None
    return name if name is not None and name.entity is not None and name.entity.kind is SpeakerKind.PERSON else None


def _thing_beside(document: Document, mention: Mention, found: Mention) -> Entity | None:
    """The body before "which" where the tree hangs its clause on somebody: "a rival in Acme, which"."""
    parse, token = document.parse, mention.head
    if parse.lower[token] != "which" or found.entity is None or found.entity.kind not in _HUMAN:
        return None
    before = token - 1 - (parse.lower[token - 1] == ",")
    number = document.name_at[before] if before >= 0 else -1
    entity = document.mentions[number].entity if number >= 0 else None
    return entity if entity is not None and entity.kind not in _HUMAN else None


def _person(document: Document, mention: Mention, found: Mention, beside: Mention | None) -> Entity | None:
    """Whom "who" means: a person or several, by the verb, where the tree has somebody or something else."""
    several = _is_plural(document, mention)
    entity = found.entity
    if entity is None:
        return None
    if several and not entity.plural and entity.kind is SpeakerKind.PERSON:
        return _joined(document, found) or _human_above(document, found, several=True) or entity
    if several is False and beside is not None and (entity.plural or entity.kind is not SpeakerKind.PERSON):
        return beside.entity
    if entity.kind is SpeakerKind.DOCUMENT or entity.place:
        return _human_above(document, found) or (beside.entity if beside is not None else entity)
    if entity.kind is SpeakerKind.ORGANISATION and not entity.plural:
        return _human_above(document, found) or entity
    return entity


def _is_plural(document: Document, mention: Mention) -> bool | None:
    """Whether the verb of the clause is plural; ``None`` if its form does not tell."""
    parse, token = document.parse, mention.head
    verb = parse.heads[token]
    if parse.deps[token] not in ("nsubj", "nsubjpass") or verb < token:
        return None
    for step in range(token + 1, min(verb + 1, token + _STEPS)):
        if parse.lower[step] in _SEVERAL or parse.tags[step] == "VBP":
            return True
        if parse.lower[step] in _ONE or parse.tags[step] == "VBZ":
            return False
    return None


def _joined(document: Document, found: Mention) -> Entity | None:
    """The people whom "and" joins with the one that the tree has."""
    parse, token = document.parse, found.head
    for _ in range(_BACK):
        if parse.deps[token] != "conj":
            break
        token = parse.heads[token]
    return document.pair_at(token)


def _human_above(document: Document, mention: Mention, *, several: bool = False) -> Entity | None:
    """Who a clause with "who" is about that hangs on a place or a body: "voters across the country, who"."""
    parse = document.parse
    for ancestor in islice(parse.ancestors(mention.head), _STEPS):
        if parse.tags[ancestor] in ("VBD", "VBZ", "VBP", "VB", "MD"):
            break
        found = document.at_head.get(ancestor)
        entity = found.entity if found is not None else None
        if entity is not None and entity.kind in _HUMAN and (entity.plural or not several):
            return entity
    return None


def _body_above(document: Document, mention: Mention) -> Entity | None:
    """The body of "the Clean Rivers League of Ohio, which" where the tree hangs the clause on the place."""
    parse, token = document.parse, mention.head
    if mention.entity is None or not mention.entity.place or parse.deps[token] != "pobj":
        return None
    place = parse.heads[token]
    found = document.at_head.get(parse.heads[place]) if parse.lower[place] == "of" else None
    entity = found.entity if found is not None else None
    return entity if entity is not None and entity.kind is SpeakerKind.ORGANISATION and entity.names else None
