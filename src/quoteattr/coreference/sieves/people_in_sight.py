"""Whom a description of a person may mean by where they stand before it: who acts, who speaks, who is in sight."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from quoteattr.coreference.compatibility import fits_description, origin_agrees, serves_another
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.sieves.described import Described
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import CONTENT_CLAUSES, NOUN_CLAUSES, OBJECT, SUBJECTS

__all__ = [
    "MENTIONS",
    "in_sight",
    "is_eligible",
    "is_outer_subject",
    "last_acting",
    "last_mentioned",
    "last_speaker",
    "may_be",
    "speaks_right_before",
]

_OFFICES = word_list("coreference", "offices_told_apart")
_ALONE = word_list("coreference", "offices_without_another")
MENTIONS, _SENTENCES = 25, 3
"""How far back the person spoken of is looked for."""


class _Part(enum.IntEnum):
    """What part somebody has in a sentence: the higher, the likelier the next sentence speaks of them."""

    BESIDE = 0
    OBJECT = 1
    ACTS_BESIDE = 2
    ACTS = 3
    SPEAKS = 4


def last_mentioned(described: Described) -> Entity | None:
    """Whom the nearest sentence in sight is about, else whom it names; nobody, where it may be either of two."""
    context, sentence_of = described.context, described.parse.sentence_of
    found: dict[Entity, _Part] = {}
    rival: Entity | None = None
    sentence = -1
    for other in in_sight(described):
        entity = context.entities.of(other)
        if described.homes & entity.traits.homes:
            return entity
        if not may_be_called(described, other, entity) or context.document.is_quoted(other.head):
            continue
        if _is_beside_as_subject(described, other):
            rival = rival or entity  # its own subject would be "he" or "she"
            continue
        if entity is rival or serves_another(context, entity, described.organisations):
            continue
        if sentence_of[other.head] != sentence and any(found.values()):
            break
        part = _part(described, other)
        if part is not None:
            sentence = sentence_of[other.head]
            found[entity] = max(part, found.get(entity, part))
    if not found:
        return last_speaker(described)
    best = max(found.values())
    likeliest = [entity for entity, part in found.items() if part is best]
    return likeliest[0] if len(likeliest) == 1 else None


def _part(described: Described, other: Mention) -> _Part | None:
    """The part of somebody mentioned before; ``None`` for "her husband", who is spoken of beside her."""
    context, document = described.context, described.context.document
    is_last = context.entities.of(other) is context.salience.last_speaker
    if is_outer_subject(described, other):
        beside = document.clause_of(other.head) in NOUN_CLAUSES
        return _Part.SPEAKS if is_last else _Part.ACTS_BESIDE if beside else _Part.ACTS
    if is_last:
        return _Part.ACTS_BESIDE
    if described.parse.deps[other.head] == OBJECT and not _is_of_somebody(described, other):
        return _Part.OBJECT
    is_relative = other.noun is not None and other.noun.base in context.gazetteer.kinship
    return None if is_relative else _Part.BESIDE


def _is_of_somebody(described: Described, other: Mention) -> bool:
    """Whether the subject of a verb with an object is a person: the next sentence may speak of that one, too."""
    parse = described.parse
    subject = parse.child(parse.heads[other.head], *SUBJECTS)
    entity = described.context.entity_at(subject) if subject >= 0 else None
    return entity is not None and entity.is_person


def last_acting(described: Described) -> Entity | None:
    """The named person spoken of last as the subject, for "the Australian"; whoever only speaks may be of elsewhere."""
    context = described.context
    for other in in_sight(described):
        entity = context.entities.of(other)
        if entity is context.salience.main or described.homes & entity.traits.homes:
            return entity
        if may_be_called(described, other, entity) and is_outer_subject(described, other):
            return None if context.document.is_source(other) else entity
    return None


def in_sight(described: Described) -> Iterator[Mention]:
    """The mentions before a description of named people who may be meant by where they are from."""
    context, sentence_of = described.context, described.parse.sentence_of
    # whoever plays for a country is told to be of it by the description alone; a mayor may be somebody else
    plays = described.noun.base in context.gazetteer.positions
    for other in context.document.before(described.mention.head, MENTIONS, _SENTENCES):
        entity = context.entities.of(other)
        if not (entity.is_person and entity.names) or entity in described.named_in_content:
            continue
        is_next = sentence_of[described.mention.head] - sentence_of[other.head] == 1
        meant = plays and is_next and is_outer_subject(described, other)
        if origin_agrees(context, entity, described.noun, described.homes, meant=meant):
            yield other


def may_be_called(described: Described, other: Mention, entity: Entity) -> bool:
    """Whether somebody before a description may be called so, and stands in another clause."""
    heads = described.parse.heads
    if heads[other.head] == heads[described.mention.head] or not described.is_of_age(entity):
        return False
    if _holds_another_office(described, entity):
        return False
    return fits_description(described.context.gazetteer, entity, described.noun, described.telling)


def _holds_another_office(described: Described, entity: Entity) -> bool:
    """Whether somebody has an office beside which there is no other: a mayor is not "the health minister"."""
    noun, own = described.noun.base, entity.traits.nouns
    if noun not in _OFFICES or described.is_former or noun in own:
        return False
    synonyms = described.context.gazetteer.role_synonyms.get(noun, ())
    return not own.isdisjoint(_ALONE) and own.isdisjoint(synonyms)


def is_eligible(described: Described, other: Mention, entity: Entity) -> bool:
    """Whether somebody before a description may be meant by it."""
    if serves_another(described.context, entity, described.organisations):
        return False
    return may_be_called(described, other, entity)


def _is_beside_as_subject(described: Described, other: Mention) -> bool:
    """Whether a mention is a subject of the description's own sentence."""
    sentence_of = described.parse.sentence_of
    same = sentence_of[other.head] == sentence_of[described.mention.head]
    return same and described.context.document.is_subject(other.head)


def is_outer_subject(described: Described, other: Mention) -> bool:
    """Whether a mention is the subject of a clause that is not what somebody says."""
    document = described.context.document
    return document.is_subject(other.head) and document.clause_of(other.head) not in CONTENT_CLAUSES


def may_be(described: Described, entity: Entity) -> bool:
    """Whether neither gender nor party nor origin nor the content speaks against somebody."""
    context, noun = described.context, described.noun
    if entity in described.named_in_content or not described.is_of_age(entity):
        return False
    if _holds_another_office(described, entity):
        return False
    fits = fits_description(context.gazetteer, entity, noun, described.telling)
    return fits and origin_agrees(context, entity, noun, described.homes)


def speaks_right_before(described: Described) -> Entity | None:
    """Who spoke last, if the sentence right before a description that speaks says so."""
    context, mention, last = described.context, described.mention, described.context.salience.last_speaker
    if last is None or not context.document.is_source(mention) or last_speaker(described) is None:
        return None
    narrated, sentence_of = context.document.narrated, described.parse.sentence_of
    for other in context.document.before(mention.head, MENTIONS):
        if narrated[sentence_of[mention.head]] - narrated[sentence_of[other.head]] > 1:
            return None
        if context.document.is_source(other) and context.entities.of(other) is last:
            return last
    return None


def last_speaker(described: Described) -> Entity | None:
    """Who spoke last, if that is a named person who fits."""
    context, last = described.context, described.context.salience.last_speaker
    if last is None or not (last.is_person and last.names) or not may_be(described, last):
        return None
    return None if serves_another(context, last, described.organisations) else last
