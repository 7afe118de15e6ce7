"""Head match: what was called by the noun of a description before, or is of the noun's class."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.gazetteer import Noun, word_list
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves.described import Described, DescriptionSieve
from quoteattr.records import SpeakerKind
from quoteattr.syntax.labels import PREPOSITION, PREPOSITION_OBJECT

__all__ = ["RULES", "SIEVES", "main_organisation", "organisation_meant", "same_noun"]

_LOCAL = word_list("coreference", "local_places")
_COMPLEMENTS = word_list("coreference", "complements")
_KINDS = {
    "person": SpeakerKind.PERSON,
    "people": SpeakerKind.PEOPLE,
    "organisation": SpeakerKind.ORGANISATION,
    "document": SpeakerKind.DOCUMENT,
    "": SpeakerKind.UNKNOWN,
}
_NEAR = 8
"""Tokens of a complement in which a name is looked for."""

GOVERNMENT_IN = rule(
    "description-government-in",
    "“The government in” or “of” a place is that of the place",
    "Fiji waited. [The government](Fiji) in Fiji said that it rained.",
    "Peru waited. [The government](Peru) of Peru said that it rained.",
)
SAME_ORGANISATION = rule(
    "description-same-organisation",
    "the organisation that the article has called by this noun, or that has it in its name",
    "Garnet Bank grew. [The bank](Garnet Bank) said that rates would rise.",
    "The Melford Institute met. [The institute](Melford Institute) said that it rained.",
)
CLASS = rule(
    "description-class",
    "the named organisation of the noun's class that was mentioned last",
    "Microsoft fell. [The company](Microsoft) said that sales had fallen.",
    "The BBC asked. [The broadcaster](BBC) said that it rained.",
)
SAME_UNNAMED = rule(
    "description-same-unnamed-organisation",
    "the unnamed organisation that was called by this noun",
    "The bank fell. Rates rose. [The bank](The bank) said that it rained.",
    "The charity met. Rain fell. [The charity](The charity) said no.",
)
SAME_NOUN = rule(
    "description-same-noun",
    "people or a document that were called by this noun, or by one that means the same",
    "Officials met. Rain fell. [The officials](Officials) said that it rained.",
    "A report came. Rain fell. [The report](A report) said that it rained.",
)


def _government_in(described: Described) -> Entity | None:
    """The place of "the government in Lisbon"."""
    if not _is_definite_organisation(described) or described.noun.base != "government":
        return None
    parse, head = described.parse, described.mention.head
    behind = parse.child(head, PREPOSITION)
    if behind != head + 1 or parse.lower[behind] not in ("in", "of"):
        return None
    found = described.context.entity_at(parse.child(behind, PREPOSITION_OBJECT))
    return found if found is not None and found.traits.place else None


def _is_definite_organisation(described: Described) -> bool:
    return described.is_organisation and described.mention.definite and not described.is_poll


def _same_organisation(described: Described) -> Entity | None:
    return _called_named(described) if _is_definite_organisation(described) else None


def _class(described: Described) -> Entity | None:
    return _of_noun_class(described) if _is_definite_organisation(described) else None


def _same_unnamed(described: Described) -> Entity | None:
    return _called_last(described) if _is_definite_organisation(described) else None


def organisation_meant(described: Described) -> Entity | None:
    """The organisation that was called by this noun last, else the named one of its class that was mentioned last."""
    return _called_named(described) or _of_noun_class(described) or _called_last(described)


def _called(described: Described) -> list[Entity]:
    """The organisations that were called by the noun, and that the words before it do not tell apart."""
    context, noun, modifiers = described.context, described.noun, described.modifiers
    common = noun.base in context.gazetteer.common_bodies
    called = [
        entity
        for entity in context.salience.by_noun(noun.base)
        if entity.is_organisation and not entity.traits.plural
        if not common or modifiers <= entity.traits.nouns  # "the appeals court" is not the Supreme Court
        if not _is_another_government(entity, noun, modifiers)
    ]
    if described.has_other_name:
        called = [entity for entity in called if modifiers & entity.traits.nouns]  # "the Acme operation"
    return called


def _is_another_government(entity: Entity, noun: Noun, modifiers: frozenset[str]) -> bool:
    """Whether "the government" is none that was told apart: no "Tory government"."""
    return noun.base == "government" and not modifiers and not entity.names and len(entity.traits.nouns) > 1


def _called_named(described: Described) -> Entity | None:
    """Of those called so, one that is named, owned or introduced."""
    last, modifiers = described.context.salience.last, described.modifiers
    return max(
        (one for one in _called(described) if one.names or one.owner is not None or one.traits.introduced),
        key=lambda one: (
            len(modifiers & one.traits.nouns),
            described.is_bare and one.owner is not None,  # "Campaign aides" are those of the campaign that has an owner
            last(one),
        ),
        default=None,
    )


def _called_last(described: Described) -> Entity | None:
    """Of those called so, whatever they are, the one mentioned last."""
    last, modifiers = described.context.salience.last, described.modifiers
    return max(
        _called(described), key=lambda entity: (len(modifiers & entity.traits.nouns), last(entity)), default=None
    )


def _of_noun_class(described: Described) -> Entity | None:
    """The named organisation of the noun's class, unless an unnamed one was called by the noun since."""
    context, noun = described.context, described.noun
    if noun.base in context.gazetteer.common_bodies or described.has_other_name:
        return None
    if described.is_restricted or _has_complement(described):
        return None
    group, last = "group" in noun.classes, context.salience.last
    named = max(
        _of_class(context, noun, places=not group),  # a "federation" is hardly a country
        key=lambda entity: (not (group and entity.traits.guessed), last(entity)),
        default=None,
    )
    unnamed = _called_last(described)
    return named if named is not None and (unnamed is None or last(named) > last(unnamed)) else None


def _has_complement(described: Described) -> bool:
    """Whether what stands behind the noun tells it apart by a name: "the trade group for the Acme shops"."""
    parse = described.parse
    place = parse.child(described.mention.head, PREPOSITION)
    if place < 0 or parse.lower[place] not in _COMPLEMENTS:
        return False
    name_at = described.context.document.name_at
    return any(name_at[token] >= 0 for token in range(place, min(parse.right[place], place + _NEAR)))


def main_organisation(context: Context, noun: Noun) -> Entity | None:
    """The organisation of a class that the article speaks of most: whose "Jane Smith's group" is."""
    salience = context.salience
    return max(_of_class(context, noun), key=lambda one: (salience.count(one), salience.last(one)), default=None)


def _of_class(context: Context, noun: Noun, *, places: bool = False) -> Iterator[Entity]:
    wanted = frozenset({noun.base} if noun.base in _LOCAL else {noun.base, "country"})
    for name in noun.classes:
        of_places = places and name == "government"
        for entity in context.salience.by_class(name):
            if entity.names and entity.traits.place == of_places and (not of_places or wanted & entity.traits.nouns):
                yield entity


def _same_people(described: Described) -> Entity | None:
    """What was called by the noun, for descriptions of several and of documents."""
    if described.is_organisation or described.is_person or described.is_poll:
        return None
    if described.has_complement:
        return None
    told = described.mention.definite or (described.noun.is_people and described.is_bare)
    return same_noun(described) if told else None


def same_noun(described: Described) -> Entity | None:
    """What was last called by the same noun, or for documents by one that means the same."""
    context, noun = described.context, described.noun
    synonyms = context.gazetteer.document_synonyms.get(noun.base, ()) if noun.is_document else ()
    several = noun.plural or noun.is_people
    for base in (noun.base, *synonyms):
        for entity in reversed(context.salience.by_noun(base)):
            if entity.kind is not _KINDS[noun.kind] or entity.traits.plural != several:
                continue
            if not several or (entity.traits.called in ("", base) and described.modifiers <= entity.traits.nouns):
                return entity  # "Republicans" are no "Republican voters", "Israeli officials" no Iranian ones
    return None


SIEVES = (
    DescriptionSieve(GOVERNMENT_IN, _government_in, ("organisation",)),
    DescriptionSieve(SAME_ORGANISATION, _same_organisation, ("organisation",)),
    DescriptionSieve(CLASS, _class, ("organisation",)),
    DescriptionSieve(SAME_UNNAMED, _same_unnamed, ("organisation",)),
    DescriptionSieve(SAME_NOUN, _same_people),
)

RULES = tuple(sieve.rule for sieve in SIEVES)
