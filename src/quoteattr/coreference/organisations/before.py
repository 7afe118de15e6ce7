"""The organisations before a noun for what somebody is: "Tulsa police chief"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.classes import MEDIA_CLASS
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.organisations.nouns import organisation_before
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import COMPOUND, POSSESSOR, PREMODIFIERS

__all__ = ["before", "organisations_before"]

_HYPHEN = "-"
_ON_PLATFORMS = word_list("coreference", "on_platforms")
_PLATFORMS = word_list("coreference", "platforms")
_MINISTERS = word_list("affiliation", "ministers")
_PARTS = word_list("coreference", "parting_marks")
_OF_MEDIA = word_list("coreference", "posts_in_media")
_FEDERAL = ("attorney", "marshal")
"""Offices whose title names the country: "U.S. Attorney"."""
_INNER = (COMPOUND, POSSESSOR)
"""What stands before a premodifier: "Wired Texas editor", "Acme's vice-president"."""
_STEPS = 40
"""Tokens of a phrase that are visited."""


def organisations_before(context: Context, head: int) -> list[Entity]:
    """The organisations before the noun ``head``, the nearest first: "Tulsa police chief"."""
    children = context.parse.children[head]
    if not children or children[0] > head:
        return []
    role = context.noun_at(head).base
    if role in _OF_MEDIA:  # "Variety critic"
        return [one for one in before(context, head, role) if MEDIA_CLASS in one.traits.classes]
    return list(before(context, head, role)) if role not in context.gazetteer.unattached else []


def before(context: Context, head: int, role: str) -> Iterator[Entity]:
    """The organisations before a noun, the nearest first: "Tulsa police chief"."""
    parse = context.parse
    for child in reversed(parse.children[head]):
        if child >= head or parse.deps[child] not in PREMODIFIERS or _is_cut_off(context, child, head):
            continue
        if parse.lower[child] in _PLATFORMS and parse.lower[head] in _ON_PLATFORMS:
            continue  # "her Twitter account" is hers
        if (role in _MINISTERS or role in _FEDERAL) and tuple(
            parse.lower[child : head + 1]
        ) in context.gazetteer.titles:
            continue  # "US Defence Secretary"
        if parse.lower[child] == "campaign" and child == head - 1 and parse.lower[head + 1 : head + 2] == ["for"]:
            continue  # "campaign manager for Jane Smith's team" tells behind whose
        body = organisation_before(context, child, role)
        if body is None and parse.deps[child] == POSSESSOR:
            body = _public(context, child, role)
        if body is None:  # "Wired Texas editor"
            name = context.document.name_covering(child)
            inner = (
                token
                for token in reversed(parse.children[child])
                if parse.deps[token] in _INNER and (name is None or token < name.start)
            )
            body = next((found for token in inner if (found := organisation_before(context, token, role))), None)
        if body is None and parse.words[child] == _HYPHEN:  # "the union's vice-president"
            owner = parse.child(child - 1, POSSESSOR)
            body = organisation_before(context, owner, role) if owner >= 0 else None
        if body is not None:
            yield body


def _is_cut_off(context: Context, child: int, head: int) -> bool:
    """Whether a dash or bracket parts a premodifier from its noun: "ROME (AFP) - President Smith"."""
    parse = context.parse
    start = child + 1
    if parse.words[start] == "(" and _is_state(context, start + 1):
        start += 3  # "Halden County (Ariz.) Sheriff"
    for token in range(start, min(head, child + _STEPS)):
        if parse.lower[token] in _PARTS:
            return True
        if parse.lower[token] == _HYPHEN and parse.ends[token - 1] != parse.starts[token]:
            return True
    return False


def _is_state(context: Context, token: int) -> bool:
    """Whether nothing but the short form of a state stands in the bracket that opens before a token."""
    return context.parse.lower[token] in context.gazetteer.states and context.parse.words[token + 1 : token + 2] == [
        ")"
    ]


def _public(context: Context, token: int, role: str) -> Entity | None:
    """The place whose official somebody is: "the city's lawyer", unlike "the city's biggest star"."""
    mention = context.document.at_head.get(token)
    if mention is None or mention.type is not MentionType.DESCRIPTION or role not in context.gazetteer.voices:
        return None
    entity = context.entities.of(mention)
    return entity if entity.traits.place else None
