"""Agreement in gender, number, animacy, type, party, origin and office, and what grammar forbids: for all sieves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from quoteattr.coreference.context import Context
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, Traits
from quoteattr.coreference.gazetteer import FEMALE, MALE, Gazetteer, Noun
from quoteattr.lexicon.lists import listed, word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import DATIVE, OBJECT, POSSESSOR, PREPOSITION_OBJECT, SUBJECTS

__all__ = [
    "FITS",
    "GENDER_OF_PRONOUN",
    "are_alike",
    "asks",
    "fits_description",
    "fits_noun",
    "fits_pronoun",
    "gender_agrees",
    "genders_agree",
    "is_bound",
    "is_free",
    "is_human",
    "is_reflexive",
    "is_several",
    "origin_agrees",
    "party_agrees",
    "serves_another",
]

GENDER_OF_PRONOUN: Final[Mapping[str, str]] = {"male": MALE, "female": FEMALE}
"""Class of a pronoun to the gender that it tells."""

_OBJECT_FORMS = word_list("coreference", "object_pronouns")
_QUESTIONED = listed("acts", "questioned_by")
_VERB_OBJECTS = (OBJECT, DATIVE)
_HUMAN = (SpeakerKind.PERSON, SpeakerKind.PEOPLE)
_SEVERAL = (SpeakerKind.PEOPLE, SpeakerKind.ORGANISATION)
"""What "they" may stand for."""
_NATION = frozenset(("United States",))
"""Of which states are parts."""


# ---- gender, number, animacy ---------------------------------------------------------------------------------------


def gender_agrees(traits: Traits, gender: str) -> bool:
    """Whether somebody may be of ``gender``; everybody may if it is empty, or if nothing tells theirs."""
    return not gender or traits.gender in ("", gender)


def genders_agree(entity: Entity, other: Entity) -> bool:
    """Whether no two known genders differ."""
    return gender_agrees(entity.traits, other.traits.gender)


def is_human(entity: Entity) -> bool:
    """Whether it is a person or several people."""
    return entity.traits.kind in _HUMAN


def is_several(entity: Entity) -> bool:
    """Whether it is more than one."""
    return entity.traits.plural or entity.kind is SpeakerKind.PEOPLE


def are_alike(entity: Entity, other: Entity) -> bool:
    """Whether two may be the same by kind and gender."""
    return entity.kind is other.kind and genders_agree(entity, other)


# ---- pronouns ------------------------------------------------------------------------------------------------------


def fits_pronoun(entity: Entity, pronoun_class: str) -> bool:
    """Whether a pronoun of the third person may stand for ``entity``; what only a given name tells rules nobody out.

    Args:
        entity: Somebody or something.
        pronoun_class: A class of :attr:`Gazetteer.pronouns`: ``"male"``, ``"female"``, ``"thing"`` or ``"plural"``.
    """
    return FITS[pronoun_class](entity.traits) and not _is_label(entity)


def _is_label(entity: Entity) -> bool:
    """Whether it is who asks or who answers, "Speaker 1", of whom nothing else is told."""
    return bool(entity.traits.best) and entity.is_person and not entity.names


def _is_he(traits: Traits) -> bool:
    return traits.kind is SpeakerKind.PERSON and not traits.plural and (traits.presumed or traits.gender != FEMALE)


def _is_she(traits: Traits) -> bool:
    return traits.kind is SpeakerKind.PERSON and not traits.plural and (traits.presumed or traits.gender != MALE)


def _is_it(traits: Traits) -> bool:
    return not traits.plural and traits.kind not in _HUMAN


def _is_they(traits: Traits) -> bool:
    return traits.plural or traits.kind in _SEVERAL


FITS: Final[Mapping[str, Callable[[Traits], bool]]] = {
    "male": _is_he,
    "female": _is_she,
    "thing": _is_it,
    "plural": _is_they,
}
"""Class of a pronoun to what tells whether it may stand for something with such traits."""


# ---- nouns and descriptions ----------------------------------------------------------------------------------------


def fits_noun(entity: Entity, noun: Noun) -> bool:
    """Whether a singular noun may say what a person or an organisation is."""
    if noun.plural:
        return False
    if entity.is_person:
        return noun.is_person and gender_agrees(entity.traits, noun.gender)
    return entity.is_organisation and noun.is_organisation


def fits_description(gazetteer: Gazetteer, entity: Entity, noun: Noun, modifiers: AbstractSet[str]) -> bool:
    """Whether neither gender nor party speaks against a noun with these words before it."""
    return gender_agrees(entity.traits, noun.gender) and party_agrees(gazetteer, entity.traits, modifiers)


def party_agrees(gazetteer: Gazetteer, traits: Traits, modifiers: AbstractSet[str]) -> bool:
    """Whether somebody may be of the party that ``modifiers`` tell: of none, or not known to be of another."""
    parties = gazetteer.parties
    told = next((party for party in parties if modifiers & party and not traits.nouns & party), None)
    return told is None or not any(traits.nouns & party for party in parties)


def origin_agrees(
    context: Context, entity: Entity, noun: Noun, homes: AbstractSet[str], *, meant: bool = False
) -> bool:
    """Whether somebody may be from one of these places: "the French president" is no president of elsewhere.

    Args:
        context: The article so far.
        entity: A person.
        noun: What the description calls them.
        homes: The places of the description, by their own names; none agrees with everybody.
        meant: Whether the sentence right before is about them, so that nothing has to tell that they are from there.
    """
    own, lists = entity.traits.homes, context.gazetteer
    if not homes or homes & own:
        return True
    places = context.named.places
    served = context.served.get(entity, ())
    if any(places.get(home) in served for home in homes):
        return True
    whole = _NATION if homes <= lists.domestic else frozenset()  # "U.S. Sen. Jane Smith" may be from Ohio
    nation = [places.get(one) for one in whole]
    if own - whole or any(body.traits.place and body not in nation for body in served):
        return False
    tied = noun.base in lists.place_offices and not homes <= lists.domestic
    return meant or not tied or entity is context.salience.last_speaker


def serves_another(context: Context, entity: Entity, bodies: Collection[Entity]) -> bool:
    """Whether somebody stands for organisations, and for none of these; false if there are none of these."""
    served = context.served.get(entity, ())
    return bool(bodies) and bool(served) and not any(body in bodies for body in served)


# ---- binding -------------------------------------------------------------------------------------------------------


def is_reflexive(word: str) -> bool:
    """Whether a pronoun, in lower case, stands for the subject of its own verb: "himself"."""
    return word.endswith(("self", "selves"))


def is_free(document: Document, mention: Mention) -> bool:
    """Whether grammar forbids nobody to be a pronoun: a subject, or one that stands for the subject."""
    parse, token = document.parse, mention.head
    return (parse.deps[token] in SUBJECTS and not _is_told(parse, token)) or is_reflexive(parse.lower[token])


def _is_told(parse: Parse, token: int) -> bool:
    """Whether a pronoun is the subject of an infinitive, and the object of another verb: "Smith asked him to go"."""
    return parse.deps[token] in SUBJECTS and parse.lower[token] in _OBJECT_FORMS


def is_bound(document: Document, mention: Mention, other: Mention) -> bool:
    """Whether grammar forbids that a pronoun and ``other`` are the same.

    Subject and object of one verb are two, as are a phrase and what stands inside it, and whoever has something and
    what they have.
    """
    parse, token = document.parse, mention.head
    dep = parse.deps[token]
    if is_free(document, mention):
        return False
    if _is_told(parse, token):
        return parse.heads[other.head] == parse.heads[parse.heads[token]] and document.is_subject(other.head)
    if dep == POSSESSOR:
        return other.head == parse.heads[token]
    if _is_object(parse, token) and parse.heads[other.head] == _governor(parse, token):
        return document.is_subject(other.head) or parse.deps[other.head] in _VERB_OBJECTS
    return parse.left[other.head] <= token < parse.right[other.head]


def asks(document: Document, mention: Mention, other: Mention) -> bool:
    """Whether ``other`` asks whom a pronoun stands for: "Asked by Smith why he had left, he said it was late"."""
    parse, by = document.parse, document.parse.heads[other.head]
    return (
        parse.lower[by] == "by"
        and parse.deps[other.head] == PREPOSITION_OBJECT
        and parse.lower[parse.heads[by]] in _QUESTIONED
        and parse.sentence_of[other.head] == parse.sentence_of[mention.head]
    )


def _is_object(parse: Parse, token: int) -> bool:
    return parse.deps[token] in _VERB_OBJECTS or parse.deps[token] == PREPOSITION_OBJECT


def _governor(parse: Parse, token: int) -> int:
    """The verb of an object, also across a preposition."""
    above = parse.heads[token]
    return parse.heads[above] if parse.deps[token] == PREPOSITION_OBJECT else above
