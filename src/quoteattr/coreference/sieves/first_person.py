"""First persons: "I" is the speaker of the quotation, "we" the body spoken for; outside quotations, the author."""

from __future__ import annotations

from quoteattr.affiliation.affiliations import organisation_of
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.records import SpeakerKind

__all__ = ["author_of", "resolve_first_person"]

_PARAGRAPHS = 8
"""How far from either end of the article a byline or a note on the author is looked for."""
_LINE = 14
"""Tokens in the longest byline."""


def author_of(document: Document) -> Entity:
    """Who writes the article: the name in a byline or in a closing note, or somebody unnamed; always the same."""
    document.author = document.author or _find_author(document)
    return document.author


def _find_author(document: Document) -> Entity:
    parse = document.parse
    paragraphs = [
        (start, end)
        for start, end in parse.paragraphs
        if any(parse.is_word(token) for token in range(start, min(end, start + 5)))
    ]
    for start, end in paragraphs[:_PARAGRAPHS]:
        token = next((token for token in range(start, end) if not parse.words[token].isspace()), start)
        if parse.lower[token] == "by" and end - start <= _LINE and (found := _person_at(document, token + 1)):
            return found
    for start, end in reversed(paragraphs[-3:]):
        found = _person_at(document, start)
        if found is not None and _is_note(document, start, end):
            return found
    return Entity(SpeakerKind.PERSON)


def _person_at(document: Document, token: int) -> Entity | None:
    if token >= len(document.parse) or document.name_at[token] < 0:
        return None
    mention = document.mentions[document.name_at[token]]
    entity = mention.entity
    return entity if entity is not None and entity.kind is SpeakerKind.PERSON and mention.start == token else None


def _is_note(document: Document, start: int, end: int) -> bool:
    """Whether a paragraph says who its subject is: "NAME is a professor at ..."."""
    parse = document.parse
    mention = document.mentions[document.name_at[start]]
    after = mention.end
    if after < end and parse.lower[after] == ",":
        return True
    return after < end and parse.lower[after] in ("is", "was", "teaches", "writes", "works", "covers")


def resolve_first_person(document: Document) -> None:
    """Set the entity of every first-person pronoun whose speaker is known."""
    for mention in document.mentions:
        if mention.type is not MentionType.PRONOUN or mention.entity is not None:
            continue
        kind = document.words.pronouns[document.parse.lower[mention.head]]
        if kind not in ("first", "first_plural"):
            continue
        number = document.quoted(mention.head)
        if number >= 0:
            mention.entity = _spoken(document, number, mention, kind)
        elif kind == "first" and document.parse.region_of[mention.head] < 0:
            mention.entity = author_of(document)


def _spoken(document: Document, number: int, mention: Mention, kind: str) -> Entity | None:
    for _ in range(5):
        heads = document.source_heads[number]
        if heads:
            break
        keeps = document.attributions[number].keeps
        if keeps is None or not 0 <= keeps < len(document.attributions):
            return None
        number = keeps
    speaker = next(
        (document.at_head[head].entity for head in document.source_heads[number] if head in document.at_head), None
    )
    if speaker is None or kind == "first":
        return speaker
    if speaker.kind in (SpeakerKind.ORGANISATION, SpeakerKind.PEOPLE):
        return speaker
    return organisation_of(speaker)
