"""The organisation spoken of, for roles that are always somebody's and have nobody here: "a spokeswoman said"."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.ranking import is_government
from quoteattr.affiliation.survey import PARTY
from quoteattr.affiliation.titles import titles_of
from quoteattr.coreference.classes import MEDIA_CLASS
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import COMPOUND, POSSESSOR, PREPOSITION

__all__ = ["EVIDENCE", "RULES"]

_OF_SOMETHING = word_list("affiliation", "role_of")
_OF_CLUB = word_list("affiliation", "club_roles")
_CHAIRS = word_list("affiliation", "chaired_classes")
_RUN = word_list("affiliation", "run_classes")
_GENERAL = word_list("coreference", "general_bodies")
_EPITHETS = word_list("coreference", "epithets_of_bodies")
_SECTORS = word_list("coreference", "sectors")
_HOLDERS = word_list("affiliation", "holders")
_SPECIFIED = word_list("affiliation", "role_modifiers")
_OF_PLACES = word_list("affiliation", "no_organisation_nouns")
_NEAR = 20, 2
"""Mentions and sentences back among which the organisation of a bare role is looked for."""
_FAR = 40, 4
"""The same where the noun tells more of it."""


def _bare_role(passage: Passage) -> Iterator[Entity | None]:
    """The organisation spoken of, for a bare role: "a spokeswoman said"."""
    if _is_bare_role(passage) and not _is_told_elsewhere(passage):
        head = passage.head
        told = {name for noun in _compounds(passage) if noun.is_organisation for name in _meant_by(noun)}
        yield _spoken_of(passage.context, head, told or _classes_of(passage.parse.lower[head]))


def _meant_by(noun: Noun) -> Iterator[str]:
    """What an organisation is or is called that a noun before a role means: any group, or one that is a council."""
    yield noun.base
    if noun.base in _GENERAL:
        yield from noun.classes


def _bare_title(passage: Passage) -> Iterator[Entity | None]:
    """The organisation spoken of, for a bare title: "Chief executive Jane Smith"."""
    for title in titles_of(passage.mention)[-1:]:
        if title in passage.gazetteer.bare:
            yield _spoken_of(passage.context, passage.mention.start - 1, _classes_of(title))


def _is_bare_role(passage: Passage) -> bool:
    """Whether a role is always somebody's, and the phrase does not tell whose."""
    parse, head = passage.parse, passage.head
    if passage.gazetteer.bare.isdisjoint(" ".join(parse.lower[max(0, head - size) : head + 1]) for size in range(3)):
        return False
    if parse.child(head, POSSESSOR, PREPOSITION) >= 0:
        return False
    unseen = not _OF_SOMETHING.isdisjoint(
        parse.lower[head + 1 : head + 2]
    )  # of an organisation that is not seen to be one
    return not unseen and not any(_specifies(noun) for noun in _compounds(passage))


def _is_told_elsewhere(passage: Passage) -> bool:
    """Whether another mention says whose a spokesman is, who may be a person: "a spokesman for the minister"."""
    told = (one for one in passage.entity.mentions if one.noun is not None and one is not passage.mention)
    parse = passage.parse
    return any(
        not _OF_SOMETHING.isdisjoint(parse.lower[one.head + 1 : one.head + 2])
        or parse.child(one.head, POSSESSOR) >= 0  # "his spokesman"
        for one in told
    )


def _specifies(noun: Noun) -> bool:
    """Whether a noun before a role says for what it is: "a venue spokesman", unlike "a company spokesman"."""
    return noun.base in _SECTORS or (not noun.is_organisation and noun.base not in _SPECIFIED)


def _compounds(passage: Passage) -> list[Noun]:
    """The nouns that stand before a noun as its premodifiers."""
    parse, head = passage.parse, passage.head
    before = (child for child in parse.children[head] if child < head and parse.deps[child] == COMPOUND)
    return [passage.context.noun_at(child) for child in before]


def _classes_of(role: str) -> AbstractSet[str]:
    """Of which classes an organisation is that has such a role: a "skipper" is a club's. Empty: of any."""
    if role in _OF_CLUB:
        return {"club"}
    if role.startswith("chair"):
        return _CHAIRS
    return set() if role.startswith("spokes") else _RUN


def _spoken_of(context: Context, token: int, classes: AbstractSet[str]) -> Entity | None:
    """The organisation spoken of right before a token: the subject of the nearest sentence, else the only one."""
    found: dict[Entity, None] = {}
    nearest = -1
    for mention in context.document.before(token, *_NEAR):
        entity, sentence = context.known(mention), context.parse.sentence_of[mention.head]
        if entity is not None and _may_have(context, entity, classes):
            nearest = sentence if not found else nearest
            if sentence == nearest and context.document.is_subject(mention.head):
                return entity
            found[entity] = None
    return next(iter(found)) if len(found) == 1 else None


def _may_have(context: Context, entity: Entity, classes: AbstractSet[str]) -> bool:
    """Whether an organisation may be the one of a bare role: of these classes, and no medium that only reports."""
    if not entity.is_organisation or (classes and classes.isdisjoint(entity.traits.nouns | entity.traits.classes)):
        return False
    if MEDIA_CLASS in entity.traits.classes or not entity.traits.nouns.isdisjoint(context.gazetteer.broadcasters):
        return False  # "told BBC Sport"
    return is_government(entity) or (bool(entity.names) and (PARTY in classes or not _is_political(entity)))


def _is_political(organisation: Entity) -> bool:
    """Whether an organisation is a country or a party, for which nobody is called just "the chairman"."""
    traits = organisation.traits
    return traits.place or PARTY in traits.classes or "gop" in traits.nouns


def _of_class(passage: Passage) -> Iterator[Entity | None]:
    """The organisation that a common noun before a role means: "an agency official", "company executives"."""
    role = passage.context.noun_at(passage.head).base
    if role not in passage.gazetteer.voices and role not in _HOLDERS and not _is_post(passage, role):
        return
    nouns = [noun for noun in _compounds(passage) if noun.is_organisation and MEDIA_CLASS not in noun.classes]
    if (
        len(nouns) == 1
        and nouns[0].base not in _OF_PLACES
        and passage.parse.child(passage.head, PREPOSITION, POSSESSOR) < 0
    ):
        yield next(_called(passage, nouns[0]), None)


def _is_post(passage: Passage, role: str) -> bool:
    """Whether somebody with a name has a post: "Board engineer Ada Smith", but no "Union critic Ada Smith"."""
    lists = passage.gazetteer
    return passage.basis is Basis.PREMODIFIER and role not in lists.unattached and role not in lists.kinship


def _called(passage: Passage, noun: Noun) -> Iterator[Entity]:
    """The organisations spoken of that a common noun may mean, the nearest first; public ones by this noun alone."""
    called = {noun.base, *passage.gazetteer.body_synonyms.get(noun.base, ())}
    for mention in passage.document.before(passage.head, *_FAR):
        found = passage.context.known(mention)
        if found is None or not _is_private(found):
            continue
        known = noun.base in _EPITHETS and not found.traits.guessed
        alike = (known or noun.base in _GENERAL) and not noun.classes.isdisjoint(found.traits.classes)
        if alike or not called.isdisjoint(found.traits.nouns):
            yield found


def _is_private(entity: Entity) -> bool:
    """Whether an entity is a named organisation, and neither country nor party."""
    return entity.is_organisation and bool(entity.names) and not _is_political(entity)


_ROLES = (Basis.APPOSITION, Basis.PREMODIFIER, Basis.COPULA, Basis.ROLE)
_ROLE = rule(
    "spoken-role",
    "a role that is always somebody's is that of the organisation spoken of",
    "Melford Motors sold less. [A spokeswoman](Melford Motors) said that it had been a bad year.",
    "Melford Motors sold less. “It was a bad year,” chief executive [Jane Smith](Melford Motors) said.",
    "Ajax lost to Garnet Rovers. Garnet Rovers won. [The coach](Garnet Rovers) said that it was late.",
)

_SPOKEN_NOUN = rule(
    "spoken-noun",
    "the noun before a role means the organisation spoken of",
    "The Central Fish Agency closed its doors. [One senior agency official](Central Fish Agency) said that it "
    "was time.",
    "The Melford Company lost money. “It is over,” [company executives](Melford Company) said.",
    "The Bakers Union is angry. Union secretary [Jane Smith](Bakers Union) said that bread was dear.",
    "In May the Trent Board met. Board engineer [Carl Hale](Trent Board) said that it was late.",
)
EVIDENCE = (
    Evidence(_ROLE, Rank.SPOKEN_OF, _ROLES, _bare_role, only_if_none=True),
    Evidence(_SPOKEN_NOUN, Rank.SPOKEN_OF, _ROLES, _of_class, only_if_none=True),
    Evidence(_ROLE, Rank.SPOKEN_OF, (Basis.TITLE,), _bare_title, only_if_none=True),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
