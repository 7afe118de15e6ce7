"""Head match: what was called by the noun of a description before, or is of the noun's class."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.classes import COUNTRY_CLASS
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves.described import Described, DescriptionSieve
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax.labels import COMPOUND, POSSESSOR, PREPOSITION, PREPOSITION_OBJECT

__all__ = ["RULES", "SIEVES", "main_organisation", "organisation_meant", "same_noun"]

_COUNTRIES = word_list("coreference", "countries")
_GENERAL = word_list("coreference", "general_bodies")
_EPITHETS = word_list("coreference", "epithets_of_bodies")
_OF_COMPANIES = word_list("coreference", "epithets_of_companies")
_COMPLEMENTS = word_list("coreference", "complements")
_TOLD_BY_MEMBERS = word_list("coreference", "bodies_told_by_members")
_LEVELS = word_list("coreference", "levels_of_bodies")
_PRINTED = word_list("coreference", "words_of_printed_media")
_FIRMS = word_list("coreference", "firms")
_NO_FIRMS = word_list("coreference", "bodies_that_are_no_firms")
_KINDS = {
    "person": SpeakerKind.PERSON,
    "people": SpeakerKind.PEOPLE,
    "organisation": SpeakerKind.ORGANISATION,
    "document": SpeakerKind.DOCUMENT,
    "": SpeakerKind.UNKNOWN,
}
_MAIN, _OFTEN = 3, 5
"""Mentions of the organisation that an article is about, at least, and mentions that count, at most."""
_CALLED = 3.0
"""Sentences that an organisation which was called by the noun may be farther away."""
_MARGIN = 0.3
"""How much more an organisation has to stand out than any other of the class."""
_FAR = 1000.0
"""Sentences back to an organisation that no mention before has."""
_GOVERNMENT = "government"
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
    "The BBC asked. The Radio Times waited. [The broadcaster](BBC) said that it rained.",
    "Microsoft cut jobs. [The Thornbury company](Microsoft) said that sales had fallen.",
    "Microsoft grew. It sold tea. Microsoft Halden fell. [The company](Microsoft) said that sales had fallen.",
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
    if not _is_definite_organisation(described):
        return None
    parse, head = described.parse, described.mention.head
    behind = parse.child(head, PREPOSITION)
    if behind != head + 1 or parse.lower[behind] not in ("in", "of"):
        return None
    found = described.context.entity_at(parse.child(behind, PREPOSITION_OBJECT))
    return found if found is not None and found.traits.place else None


def _is_definite_organisation(described: Described) -> bool:
    definite = described.is_organisation and described.mention.definite and not described.is_poll
    return definite and not _is_of_relative(described)


def _is_of_relative(described: Described) -> bool:
    """Whether it is somebody's relative whose it is: "her father's company" is none spoken of for itself."""
    owner = described.parse.child(described.mention.head, POSSESSOR)
    return owner >= 0 and described.context.noun_at(owner).base in described.context.gazetteer.kinship


def _same_organisation(described: Described) -> Entity | None:
    if not _is_definite_organisation(described):
        return None
    called = _called_named(described)
    if called is None or described.noun.base not in _GENERAL:
        return called
    other = _of_noun_class(described)  # "the company" is whichever is spoken of
    nearer = other is not None and _prominence(described, other) > _prominence(described, called)
    return None if nearer else called


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
        for base in context.gazetteer.body_synonyms.get(noun.base, (noun.base,))
        for entity in context.salience.by_noun(base)
        if entity.is_organisation and not entity.traits.plural and _may_be_so_called(context, entity, noun, base)
        if not common or modifiers <= entity.traits.nouns  # "the appeals court" is not the Supreme Court
        if not _is_another_government(entity, noun, modifiers) and not _is_of_others(described, entity)
        if not _is_of_such(described, entity)
    ]
    if described.has_other_name:
        called = [entity for entity in called if modifiers & entity.traits.nouns]  # "the Acme operation"
    return called


def _may_be_so_called(context: Context, entity: Entity, noun: Noun, base: str) -> bool:
    """Whether an organisation that goes by ``base`` may be meant: a place for its government, a synonym for a name."""
    if entity.traits.place:
        return base == noun.base and _GOVERNMENT in noun.classes
    if base == noun.base:
        return True
    return bool(entity.names) and not (noun.base == "broadcaster" and _is_paper(context, entity))


def _is_paper(context: Context, entity: Entity) -> bool:
    """Whether the last word of a name is one for what is printed: the Radio Times is no broadcaster."""
    return any(context.parse.lower[end - 1] in _PRINTED for _, end in entity.names)


def _is_another_government(entity: Entity, noun: Noun, modifiers: frozenset[str]) -> bool:
    """Whether "the government" is none that was told apart: no "Tory government"."""
    return noun.base == _GOVERNMENT and not modifiers and not entity.names and len(entity.traits.nouns) > 1


def _is_of_others(described: Described, entity: Entity) -> bool:
    """Whether the nouns before "union" or "committee" are none of a name with it: those of another union's members."""
    noun, parse = described.noun, described.parse
    names = [parse.lower[slice(*name)] for name in entity.names]
    if noun.base not in _TOLD_BY_MEMBERS or not any(noun.base in name for name in names):
        return False
    compounds = (child for child in parse.children[described.mention.head] if parse.deps[child] == COMPOUND)
    members = {parse.lower[child] for child in compounds} - _LEVELS - described.context.gazetteer.places.keys()
    return bool(members) and members.isdisjoint(word for name in names for word in name)


def _is_of_such(described: Described, entity: Entity) -> bool:
    """Whether a name has the noun only before another for what it is: the Airline Pilots' Alliance is no airline."""
    noun, lower, bodies = described.noun, described.parse.lower, described.context.gazetteer.organisations
    if noun.base in _GENERAL or _GOVERNMENT in noun.classes:
        return False
    kinds = set()
    for start, end in entity.names:
        kind = next((one for one in range(start + 1, end) if lower[one] in _COMPLEMENTS), end) - 1
        if noun.base in lower[start:end]:
            kinds.add(lower[kind])
    return bool(kinds) and all(one in bodies and one != noun.base and one not in _GENERAL for one in kinds)


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
    """The named organisation of the noun's class that stands out, unless an unnamed one was called so since."""
    if described.noun.base in described.context.gazetteer.common_bodies or described.has_other_name:
        return None
    if described.is_restricted or _has_complement(described):
        return None
    last = described.context.salience.last
    weighed = {one: _prominence(described, one) for one in _taken_up(described)}
    named = max(weighed, key=lambda one: weighed[one], default=None)
    if named is None or _is_passing(described, named):
        return None
    for one, other in weighed.items():
        if one is not named and weighed[named] - other < _MARGIN and not _is_passing(described, one):
            return None  # either may be meant
    unnamed = _called_last(described)
    return named if unnamed is None or last(named) > last(unnamed) else None


def _is_beside(described: Described, entity: Entity) -> bool:
    """Whether its own sentence has just called an organisation something else: "the union met; the company said"."""
    last, sentence_of = _last_mention(described, entity), described.parse.sentence_of
    if last is None or last.noun is None or sentence_of[last.head] != sentence_of[described.mention.head]:
        return False
    return last.noun.base != described.noun.base and described.context.document.is_subject(last.head)


def _is_passing(described: Described, entity: Entity) -> bool:
    """Whether an article names in passing what nothing tells to be of the class: once, and not for what it does."""
    once = entity.traits.guessed and described.context.salience.count(entity) <= 1
    return once and not _acts_last(described, entity)


def _is_within(described: Described, entity: Entity) -> bool:
    """Whether the name of an organisation begins with that of another one, of which the article speaks more often."""
    parse, count = described.parse, described.context.salience.count
    words = [parse.lower[slice(*name)] for name in entity.names[:1]]
    if not words or len(words[0]) < 2:
        return False
    for other in _of_class(described.context, described.noun):
        begins = any(parse.lower[slice(*name)] == words[0][: name[1] - name[0]] for name in other.names[:1])
        if begins and other is not entity and count(other) > count(entity):
            return True
    return False


def _taken_up(described: Described) -> Iterator[Entity]:
    """The named organisations that a noun may take up though the article never called them by it."""
    noun = described.noun
    for entity in _of_class(described.context, noun, places=True):
        if (
            entity is described.seat
            or _is_beside(described, entity)
            or _is_within(described, entity)
            or _is_of_others(described, entity)
        ):
            continue
        if noun.base in _FIRMS and not entity.traits.nouns.isdisjoint(_NO_FIRMS):
            continue  # "the company" is no union
        told = entity.traits.place or noun.base in _GENERAL or (noun.base in _EPITHETS and not entity.traits.guessed)
        if told or (noun.base in _OF_COMPANIES and _is_main(described.context, entity, noun)):
            yield entity


def _is_main(context: Context, entity: Entity, noun: Noun) -> bool:
    """Whether the article is about an organisation: it mentions none of the class more often."""
    count = context.salience.count
    return count(entity) >= _MAIN and all(count(entity) >= count(one) for one in _of_class(context, noun))


def _acts_last(described: Described, entity: Entity) -> bool:
    """Whether an organisation acts or speaks where it was mentioned last."""
    last, document = _last_mention(described, entity), described.context.document
    return last is not None and (document.is_subject(last.head) or document.is_source(last))


def _last_mention(described: Described, entity: Entity) -> Mention | None:
    head = described.mention.head
    return max((one for one in entity.mentions if one.head < head), key=lambda one: one.head, default=None)


def _prominence(described: Described, entity: Entity) -> float:
    """How much an organisation stands out where a description stands: by when, as what, how often it was mentioned."""
    context, head = described.context, described.mention.head
    sentence_of = described.parse.sentence_of
    last = _last_mention(described, entity)
    if last is None:
        return -_FAR
    acts = _acts_last(described, entity)
    known = (acts + (not entity.traits.guessed)) / 2 + _CALLED * (described.noun.base in entity.traits.nouns)
    often = min(context.salience.count(entity), _OFTEN) / _OFTEN
    return known + often - (sentence_of[head] - sentence_of[last.head])


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
    for name in noun.classes:
        for entity in context.salience.by_class(name):
            if not entity.names:
                continue
            if (places and _is_such_place(entity, noun)) if entity.traits.place else name != _GOVERNMENT:
                yield entity


def _is_such_place(entity: Entity, noun: Noun) -> bool:
    """Whether a place is what a noun says: "the navy" and "the bloc" are no country."""
    named = noun.base in entity.traits.nouns and _GOVERNMENT in noun.classes
    return named or (noun.base in _COUNTRIES and COUNTRY_CLASS in entity.traits.nouns)


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
    DescriptionSieve(GOVERNMENT_IN, _government_in, ("organisation",), nouns=frozenset({_GOVERNMENT})),
    DescriptionSieve(SAME_ORGANISATION, _same_organisation, ("organisation",)),
    DescriptionSieve(CLASS, _class, ("organisation",)),
    DescriptionSieve(SAME_UNNAMED, _same_unnamed, ("organisation",)),
    DescriptionSieve(SAME_NOUN, _same_people),
)

RULES = tuple(sieve.rule for sieve in SIEVES)
