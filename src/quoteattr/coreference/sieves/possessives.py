"""Possessives: organisations and people by their owner, such as "the Smith campaign", "Tulsa police", "her husband"."""

from __future__ import annotations

from attrs import evolve

from quoteattr.coreference.classes import BODY_CLASS, COUNTRY_CLASS, GOVERNMENT_CLASS
from quoteattr.coreference.context import CAMPAIGN, Context, Finding
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves.described import Described, DescriptionSieve
from quoteattr.coreference.sieves.head_match import main_organisation, organisation_meant
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Range
from quoteattr.syntax.labels import ADJECTIVE, NOUN, POSSESSOR, PREPOSITION

__all__ = ["RULES", "SIEVES", "relative_of"]

_PUBLIC = word_list("coreference", "classes_named_by_owner")
_BUSINESS = word_list("coreference", "businesses")
_OFTEN, _PAPER = 3, "media"
"""Mentions of an organisation of which an article speaks again and again; the class of papers and broadcasters."""
_CLAN = 3
"""With so many bearers of a surname, it tells no kinship."""
_BETWEEN = 3
"""Tokens before a noun among which the end of a name is looked for."""
_NAME = 4
"""Tokens of a board's name behind its possessor, at most."""

EMPLOYER = rule(
    "possessive-employer",
    "somebody's company is the organisation of that class that they stand for",
    "Ada Brennan of Garnet Bank left. [Her bank](Garnet Bank) said that it rained.",
    "Tom Keller of Velora Group left. [His group](Velora Group) said that it rained.",
)
MAIN = rule(
    "possessive-main-organisation",
    "somebody's company, if nothing tells whom they stand for, is the one that the article mentions again and again",
    "Microsoft fell. Microsoft cut jobs. Microsoft shrank. Ada Brennan left. [Her company](Microsoft) said no.",
    "Garnet Bank fell. Tom Keller left. [His bank](Garnet Bank) said that it rained.",
)
GOVERNMENT = rule(
    "possessive-government",
    "the government of a place is the place",
    "Fiji waited. [Fiji's government](Fiji) said that it rained.",
    "Peru waited. [Peru's government](Peru) said that it rained.",
)
HOLDER = rule(
    "possessive-holder",
    "the lawyer or captain of a body is the person who was called so, unless they stand for others",
    "Tom Keller is a lawyer. Garnet Bank fell. [Its lawyer](Tom Keller) said no.",
    "Joe Hale is a captain. The Halden club won. [The club's captain](Joe Hale) said no.",
)
KNOWN = rule(
    "possessive-same-owner",
    "what the owner was said to have before under this noun",
    "Ada Brennan's campaign grew. Rain fell. [Brennan's campaign](Brennan campaign) said no.",
    "Tom Keller's mother left. Rain fell. [His mother](Tom Keller's mother) said no.",
)
RELATIVE = rule(
    "possessive-relative",
    "the one other bearer of the owner's surname whom the noun of kinship fits",
    "Ada Keller met Tom Keller. [Her husband](Tom Keller) said that it rained.",
    "Joe Hale met Anna Hale. Joe Hale left. [His wife](Anna Hale) said no.",
)
OWN = rule(
    "possessive-own",
    "what an owner has is something of its own, and the same when it comes again",
    "[Ada Brennan's campaign](Brennan campaign) said that it rained.",
    "[Tom Keller's lawyer](Tom Keller's lawyer) said that it rained.",
)


def _is_of_business(described: Described, owner: Entity) -> bool:
    """Whether a description is that of a company, and its owner a person: "her company", no campaign."""
    classes = described.noun.classes
    business = not classes.isdisjoint(_BUSINESS) and CAMPAIGN not in classes
    return described.is_organisation and owner.is_person and business


def _employer(described: Described) -> Entity | None:
    owner = described.owner
    if owner is None or not _is_of_business(described, owner):
        return None
    classes = described.noun.classes
    return next((one for one in described.context.served.get(owner, ()) if one.traits.classes & classes), None)


def _main(described: Described) -> Entity | None:
    owner = described.owner
    if owner is None or not _is_of_business(described, owner):
        return None
    for body in (main_organisation(described.context, described.noun), organisation_meant(described)):
        if body is not None and (not body.names or _is_what_it_is(described, body)):
            return body
    return described.itself


def _is_what_it_is(described: Described, body: Entity) -> bool:
    """Whether the article calls an organisation by the noun, or speaks of it again and again and it is no paper."""
    spoken_of = described.context.salience.count(body) >= _OFTEN and _PAPER not in body.traits.classes
    return described.noun.base in body.traits.nouns or spoken_of


def _government(described: Described) -> Entity | None:
    owner = described.owner
    of_place = owner is not None and owner.traits.place
    return owner if of_place and described.is_organisation else None


def _holder(described: Described) -> Entity | None:
    """The named person with the role, for a body that may have somebody with it: "her lawyer" may be anybody."""
    context, noun, owner = described.context, described.noun, described.owner
    if owner is None or not owner.is_organisation or not (described.is_person_noun and described.mention.definite):
        return None
    named = [
        entity
        for base in context.gazetteer.role_synonyms.get(noun.base, (noun.base,))
        for entity in context.salience.by_noun(base)
        if entity is not owner and entity.names and entity.is_person
        if not _is_elsewhere(context, entity, owner)
    ]
    return named[-1] if named else None


def _is_elsewhere(context: Context, entity: Entity, owner: Entity) -> bool:
    """Whether somebody stands for others than the owner: a chairman of Acme is none of Tulsa."""
    served, homes = context.served.get(entity, ()), entity.traits.homes
    if any(body is owner or body.owner is owner for body in served):
        return False
    if not owner.traits.place:
        return bool(served)
    if any(context.named.places.get(home) is owner for home in homes):
        return False
    return bool(served) or bool(homes) or COUNTRY_CLASS in owner.traits.nouns


def _key(described: Described, owner: Entity) -> tuple[Entity, str] | None:
    """Under what a thing of an owner's is kept; ``None`` for what is nobody's."""
    noun = described.noun
    if described.is_organisation:
        runs = CAMPAIGN in noun.classes and described.context.named.has_campaign
        return None if _is_of_business(described, owner) else (owner, CAMPAIGN if runs else noun.base)
    if noun.is_people or noun.is_document:
        return owner, noun.base + "s" * noun.plural
    return (owner, noun.base) if noun.is_person else None


def _known(described: Described) -> Finding | None:
    owner, context = described.owner, described.context
    key = _key(described, owner) if owner is not None else None
    if owner is None or key is None:
        return None
    synonyms = context.gazetteer.role_synonyms.get(key[1], ()) if described.is_person_noun else ()
    entity = next(
        (context.possessions[owner, noun] for noun in (key[1], *synonyms) if (owner, noun) in context.possessions), None
    )
    if entity is None:
        return None
    return Finding(entity, names=_names(described, owner))


def _relative(described: Described) -> Entity | None:
    """The one other bearer of the owner's surname whom a noun of kinship fits: "her husband"."""
    context, noun, owner = described.context, described.noun, described.owner
    if owner is None or not owner.names or not noun.gender or noun.base not in context.gazetteer.kinship:
        return None
    surname = context.parse.lower[owner.names[0][1] - 1]
    family = [one for one in context.named.families.get(surname, ()) if one is not owner]
    fitting = [one for one in family if one.traits.gender == noun.gender]
    return fitting[0] if len(fitting) == 1 and len(family) < _CLAN else None


def _own(described: Described) -> Finding | None:
    owner, itself = described.owner, described.itself
    key = _key(described, owner) if owner is not None else None
    if owner is None or key is None:
        return None
    if not described.is_organisation:
        return Finding(itself, possession=key)
    traits = None
    if key[1] == CAMPAIGN:
        traits = evolve(itself.traits, nouns=itself.traits.nouns | {CAMPAIGN, "team"})
    return Finding(itself, traits=traits, names=_names(described, owner), owner=owner, possession=key)


def _names(described: Described, owner: Entity) -> tuple[Range, ...]:
    """The name that a description gives an organisation: "Tulsa police" is one, "Smith's campaign" is not."""
    if not described.is_organisation:
        return ()
    possessed = described.has(POSSESSOR)
    if BODY_CLASS in described.noun.classes and owner.is_organisation and possessed and owner.names:
        return _board(described)
    if described.noun.base == "office" and owner.is_person and possessed:
        return _office(described)
    return _public(described, owner)


def _board(described: Described) -> tuple[Range, ...]:
    """The name of "Amazon's board of directors"."""
    parse, head = described.parse, described.mention.head
    possessor = parse.child(head, POSSESSOR)
    complement = parse.child(head, PREPOSITION)
    end = parse.right[complement] if complement == head + 1 else head + 1
    whole = parse.left[possessor] < head < end <= head + _NAME and parse.words[possessor][0].isupper()
    return ((parse.left[possessor], end),) if whole else ()


def _office(described: Described) -> tuple[Range, ...]:
    """The name of "Smith's office"."""
    possessor = described.parse.child(described.mention.head, POSSESSOR)
    name = described.context.document.name_covering(possessor)
    return ((name.start, described.mention.head + 1),) if name is not None else ()


def _public(described: Described, owner: Entity) -> tuple[Range, ...]:
    """The name of "Tulsa police", "the Acme editorial board"."""
    parse, noun, head = described.parse, described.noun, described.mention.head
    if noun.base == "state" or noun.classes.isdisjoint(_PUBLIC):
        return ()
    token = head - 1
    while BODY_CLASS in noun.classes and token > head - _BETWEEN and parse.words[token].islower():
        token -= 1 if parse.tags[token] in (NOUN, ADJECTIVE) else _BETWEEN
    name = described.context.document.name_covering(token)
    if name is None or name.end != token + 1 or described.context.entities.of(name) is not owner:
        return ()
    return ((name.start, head + 1),)


def relative_of(context: Context, mention: Mention, noun: Noun) -> tuple[Entity, str] | None:
    """Whose a description is whom a name beside it names ("his brother Jack", "her lawyer"), and by which noun."""
    if not noun.is_person:
        return None
    owner = Described(context, mention, noun).owner
    return (owner, noun.base) if owner is not None and owner is not context.entities.of(mention) else None


SIEVES = (
    DescriptionSieve(EMPLOYER, _employer, ("organisation",), owned=True),
    DescriptionSieve(MAIN, _main, ("organisation",), owned=True),
    DescriptionSieve(GOVERNMENT, _government, ("organisation",), owned=True, nouns=frozenset({GOVERNMENT_CLASS})),
    DescriptionSieve(HOLDER, _holder, ("person",), owned=True),
    DescriptionSieve(KNOWN, _known, owned=True),
    DescriptionSieve(RELATIVE, _relative, ("person",), owned=True),
    DescriptionSieve(OWN, _own, owned=True),
)

RULES = tuple(sieve.rule for sieve in SIEVES)
