"""The organisation spoken of, for roles that are always somebody's and have nobody here: "a spokeswoman said"."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.ranking import is_government
from quoteattr.affiliation.survey import PARTY
from quoteattr.affiliation.titles import titles_of
from quoteattr.coreference.context import CAMPAIGN, Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.gazetteer import Noun, word_list
from quoteattr.coreference.rules import rule
from quoteattr.syntax.labels import COMPOUND, POSSESSOR, PREPOSITION, PREPOSITION_OBJECT, RELATIVE_CLAUSE

__all__ = ["EVIDENCE", "RULES"]

_OF_SOMETHING = word_list("affiliation", "role_of")
_OF_CLUB = word_list("affiliation", "club_roles")
_CHAIRS = word_list("affiliation", "chaired_classes")
_SPECIFIED = word_list("affiliation", "role_modifiers")
_OF_RANK = word_list("affiliation", "rank_words")
_OF_PLACES = word_list("affiliation", "no_organisation_nouns")
_VOICES = word_list("affiliation", "voices")
_MASTER_PREPOSITIONS = word_list("affiliation", "serves")
_CHIEF_OF_STAFF = ["chief", "of", "staff"]
_ANY_COMPANY = frozenset({"company"})
_NEAR = 20, 2
"""Mentions and sentences back among which the organisation of a bare role is looked for."""
_FAR = 40, 4
"""The same where the noun tells more of it."""
_SUBJECT = 6
"""An organisation that is mentioned so often is what an article is about."""
_ARTICLE = 80
"""Mentions among which that organisation is looked for."""


def _bare_role(passage: Passage) -> Iterator[Entity | None]:
    """The organisation spoken of, for a bare role: "a spokeswoman said"."""
    if _is_bare_role(passage):
        head = passage.head
        told = {name for noun in _compounds(passage) for name in (noun.base, *noun.classes)}
        yield _spoken_of(passage.context, head, told or _classes_of(passage.parse.lower[head]))


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


def _specifies(noun: Noun) -> bool:
    """Whether a noun before a role says for what it is: "a venue spokesman", unlike "a company spokesman"."""
    return not noun.is_organisation and noun.base not in _SPECIFIED


def _compounds(passage: Passage) -> list[Noun]:
    """The nouns that stand before a noun as its premodifiers."""
    parse, head = passage.parse, passage.head
    before = (child for child in parse.children[head] if child < head and parse.deps[child] == COMPOUND)
    return [passage.context.noun_at(child) for child in before]


def _classes_of(role: str) -> AbstractSet[str]:
    """Of which classes an organisation is that has such a role: a "skipper" is a club's. Empty: of any."""
    if role in _OF_CLUB:
        return {"club"}
    return _CHAIRS if role.startswith("chair") else set()


def _spoken_of(context: Context, token: int, classes: AbstractSet[str]) -> Entity | None:
    """The organisation spoken of before a token: the one that spoke last, else the one most mentioned."""
    best = None
    for mention in context.document.before(token, *_NEAR):
        found = context.known(mention)
        if found is None or not _may_have(context, found, classes):
            continue
        if context.document.is_source(mention):
            return found  # whoever spoke last has a spokesman
        if best is None or context.salience.count(found) > context.salience.count(best):
            best = found
    return best if best is not None else _subject(context, token, classes or _ANY_COMPANY)


def _may_have(context: Context, entity: Entity, classes: AbstractSet[str]) -> bool:
    """Whether an organisation may be the one of a bare role: of these classes, and no medium that only reports."""
    if not entity.is_organisation or (classes and classes.isdisjoint(entity.traits.nouns | entity.traits.classes)):
        return False
    if "media" in entity.traits.classes and context.salience.count(entity) < _SUBJECT:
        return False  # "told BBC Sport"
    return is_government(entity) or (bool(entity.names) and (PARTY in classes or not _is_political(entity)))


def _is_political(organisation: Entity) -> bool:
    """Whether an organisation is a country or a party, for which nobody is called just "the chairman"."""
    traits = organisation.traits
    return traits.place or PARTY in traits.classes or "gop" in traits.nouns


def _subject(context: Context, token: int, classes: AbstractSet[str]) -> Entity | None:
    """The one organisation of these classes that the article is about, where none is spoken of nearby."""
    found = {entity for mention in context.document.before(token, _ARTICLE) if (entity := context.known(mention))}
    about = [
        one
        for one in found
        if one.is_organisation and one.names and not one.traits.place and not classes.isdisjoint(one.traits.classes)
        if context.salience.count(one) >= _SUBJECT
    ]
    return about[0] if len(about) == 1 else None


def _of_class(passage: Passage) -> Iterator[Entity | None]:
    """The organisation that a common noun before a role means: "an agency official", "company executives"."""
    if passage.context.noun_at(passage.head).base not in passage.gazetteer.voices:
        return
    nouns = [noun for noun in _compounds(passage) if noun.is_organisation]
    if (
        len(nouns) == 1
        and nouns[0].base not in _OF_PLACES
        and passage.parse.child(passage.head, PREPOSITION, POSSESSOR) < 0
    ):
        yield next(_called(passage, nouns[0]), None)


def _called(passage: Passage, noun: Noun) -> Iterator[Entity]:
    """The organisations spoken of that a common noun may mean, the nearest first; public ones by this noun alone."""
    for mention in passage.document.before(passage.head, *_FAR):
        found = passage.context.known(mention)
        if found is None or not _is_private(found):
            continue
        alike = "government" not in noun.classes and not noun.classes.isdisjoint(found.traits.classes)
        if noun.base in found.traits.nouns or alike:
            yield found


def _is_private(entity: Entity) -> bool:
    """Whether an entity is a named organisation, and neither country nor party."""
    return entity.is_organisation and bool(entity.names) and not _is_political(entity)


def _campaign(passage: Passage) -> Iterator[Entity | None]:
    """The campaign spoken of: "aides say"."""
    noun, context = passage.mention.noun, passage.context
    if noun is not None and noun.base in passage.gazetteer.staff and _is_nobody_s(passage):
        known = (context.known(mention) for mention in passage.document.before(passage.head, *_FAR))
        campaigns = (_campaign_of(context, one) for one in known if one is not None)
        yield next((one for one in campaigns if one is not None), None)


def _campaign_of(context: Context, entity: Entity) -> Entity | None:
    """The campaign that an entity is or has."""
    if entity.is_person:
        return context.campaign_of(entity)
    campaign = entity.is_organisation and entity.owner is not None and CAMPAIGN in entity.traits.nouns
    return entity if campaign else None


def _members(passage: Passage) -> Iterator[Entity | None]:
    """The organisation spoken of, for several of its own: "leaders say"."""
    noun = passage.mention.noun
    if noun is not None and noun.plural and noun.base in passage.gazetteer.insiders and _is_nobody_s(passage):
        known = (passage.context.known(mention) for mention in passage.document.before(passage.head, *_FAR))
        yield next((one for one in known if one is not None and _is_private(one)), None)


def _is_nobody_s(passage: Passage) -> bool:
    """Whether a phrase does not tell whose people they are: "top aides", unlike "his aides"."""
    parse, head = passage.parse, passage.head
    alone = parse.child(head, POSSESSOR, PREPOSITION, RELATIVE_CLAUSE) < 0 and not _compounds(passage)
    return alone and _OF_RANK.issuperset(parse.lower[passage.mention.start : head])


def _served(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of the person for whom somebody speaks or works: "Smith's chief of staff"."""
    for person in _masters(passage):
        best = next(iter(passage.survey.known.of(person)), None)
        if best is not None and best.rank < Rank.SPOKEN_OF:
            yield best.organisation
        return


def _campaign_served(passage: Passage) -> Iterator[Entity | None]:
    """The campaign that the article never mentions, of the person served, if somebody else speaks for it."""
    for person in _masters(passage):
        campaign = passage.context.implied_campaigns.get(person)
        yield campaign if campaign is not None and passage.survey.known.has(campaign) else None


def _masters(passage: Passage) -> Iterator[Entity]:
    """The people for whom somebody speaks or works."""
    if _is_staff(passage):
        for token in _served_tokens(passage):
            person = passage.context.entity_at(token)
            if person is not None and person.is_person:
                yield person


def _is_staff(passage: Passage) -> bool:
    """Whether a description is of somebody who speaks or works for a person."""
    noun, head = passage.mention.noun, passage.head
    if noun is None:
        return False
    by_noun = noun.base in passage.gazetteer.staff or noun.base in _VOICES
    return by_noun or passage.parse.lower[head : head + 3] == _CHIEF_OF_STAFF


def _served_tokens(passage: Passage) -> Iterator[int]:
    """The tokens of "Smith" in "Smith's aide", "a spokesman for Smith"."""
    parse, head = passage.parse, passage.head
    yield parse.child(head, POSSESSOR)
    for child in parse.children[head]:
        if parse.deps[child] == PREPOSITION and parse.lower[child] in _MASTER_PREPOSITIONS:
            yield parse.child(child, PREPOSITION_OBJECT)


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
)
_SPOKEN_CAMPAIGN = rule(
    "spoken-campaign",
    "aides of whom nothing else is told are those of the campaign spoken of",
    "The Smith campaign met. Jane Smith was ill. [Top aides](Smith campaign) said that she would win.",
    "Jane Smith's campaign is new. [One senior adviser](Smith campaign) said that it was late.",
)
_SPOKEN_MEMBERS = rule(
    "spoken-members",
    "several leaders or members of whom nothing else is told are those of the organisation spoken of",
    "The Bakers Union met. [Leaders](Bakers Union) said that bread was dear.",
    "Melford College met in Bath. [Several members](Melford College) said that it was late.",
)
_SERVED_PERSON = rule(
    "served-person",
    "who speaks or works for a person stands for the person's organisation",
    "Jane Smith, mayor of Tulsa, was ill. [Her aides](Tulsa) said that she had the flu. Tulsa is hot.",
    "Carl Hale, head of the Melford Institute, left. “He was ill,” [a spokesman](Melford Institute) for Hale said.",
)
_SERVED_CAMPAIGN = rule(
    "served-campaign",
    "who works for a person stands for the campaign for which others of the person's speak",
    "The campaign is long. Jane Stone, a spokeswoman for Carl Weiss, left. [Weiss's advisers](Weiss campaign) "
    "said it was late.",
    "The campaign is long. Peter Hale, a spokesman for Anna Brown, slept. [Aides](Brown campaign) to Brown "
    "said it was late.",
)

EVIDENCE = (
    Evidence(_ROLE, Rank.SPOKEN_OF, _ROLES, _bare_role, only_if_none=True),
    Evidence(_SPOKEN_NOUN, Rank.SPOKEN_OF, _ROLES, _of_class, only_if_none=True),
    Evidence(_ROLE, Rank.SPOKEN_OF, (Basis.TITLE,), _bare_title, only_if_none=True, only_now=True),
    Evidence(_SPOKEN_CAMPAIGN, Rank.SPOKEN_OF, (Basis.ROLE,), _campaign, only_if_none=True),
    Evidence(_SPOKEN_MEMBERS, Rank.SPOKEN_OF, (Basis.ROLE,), _members, only_if_none=True),
    Evidence(_SERVED_PERSON, Rank.SPOKEN_OF, (Basis.STAFF,), _served, only_if_none=True),
    Evidence(_SERVED_CAMPAIGN, Rank.SPOKEN_OF, (Basis.STAFF,), _campaign_served, only_if_none=True),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
