"""The organisation that one noun or name stands for to somebody with some role."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from quoteattr.coreference.classes import PARTY_CLASS
from quoteattr.coreference.context import CAMPAIGN, Context
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.lexicon.names import has_inner_capital
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import DETERMINER_TAG, POSSESSOR, PREMODIFIERS, PREPOSITION_OBJECT

__all__ = ["is_unknown", "may_be_home", "may_be_town", "organisation_at", "organisation_before"]

_HYPHEN = "-"
_LAWYERS = word_list("coreference", "lawyers")
_LOCAL = word_list("coreference", "local_offices")
_PARTY_WORDS = word_list("coreference", "party_words")
_CANDIDATES = word_list("coreference", "candidates")
_FIELDS = word_list("coreference", "fields_of_study")
_SECTORS = word_list("coreference", "sectors")
_LOCAL_PEOPLE = word_list("coreference", "local_people")
_TRADESPEOPLE = word_list("coreference", "tradespeople")
_OF_FIELDS = word_list("affiliation", "of_fields")
_NATIONAL = word_list("mentions", "nationwide")
_NO_REGIONS = word_list("affiliation", "no_officials_of_regions")
_SHORT = word_list("coreference", "short_countries")
_UNIONS = word_list("coreference", "unions_of_states")
_SCIENCES = tuple(word_list("coreference", "ends_of_sciences"))
_INDEFINITE = word_list("coreference", "indefinite_articles")
_GOODS = word_list("coreference", "sorts_of_goods")
_OWNERS = word_list("coreference", "owners_of_things")
_OF_STATE = "state", "for"
"""Words that go on with an office and open no name: "Minister of State for Rivers"."""
_FORMS = 8
"""Occurrences of a name that are looked at for how it is written."""
_ACRONYM = range(3, 7)
"""Letters of acronyms."""
_VOICE = "spokes"
"""How the nouns of those begin who speak for somebody."""


def organisation_at(context: Context, token: int, role: str) -> Entity | None:
    """The organisation that a noun or name stands for to somebody with this role, or ``None``."""
    mention = context.document.mention_at(token)
    entity = context.known(mention) if mention is not None else None
    if mention is None or entity is None:
        return None
    if entity.is_person:
        speaks = role in context.gazetteer.voices and role not in _LAWYERS
        return _campaign(context, mention, entity, role) if speaks else None
    if not entity.is_organisation or entity.traits.plural or _is_no_organisation(context, mention):
        return None
    if entity.traits.place and not _is_union_of_states(context, entity):
        if role in _NO_REGIONS and not entity.traits.nouns:
            return None  # "the UN's Middle East envoy"
        local = role in _LOCAL and context.parse.lower[mention.head] in context.gazetteer.capitals
        return entity if role in context.gazetteer.place_offices and not local else None
    if PARTY_CLASS in entity.traits.classes and role in context.gazetteer.partisans:
        return None
    if entity.names or entity.owner is None:
        return (_whole(context, mention) or entity) if entity.names else None
    own = CAMPAIGN in entity.traits.nouns or entity.owner.is_person
    return entity if own else entity.owner


def _is_union_of_states(context: Context, entity: Entity) -> bool:
    """Whether a place is a body of states, which has spokesmen and panels: the United Nations."""
    lower = context.parse.lower
    return any(" ".join(lower[start:end]).removeprefix("the ") in _UNIONS for start, end in entity.names)


def is_unknown(context: Context, body: Entity) -> bool:
    """Whether neither a word of an organisation's name nor how it is written tells what it is: it may be a town."""
    if not body.traits.guessed or not context.gazetteer.organisation_words.isdisjoint(body.traits.nouns):
        return False
    return not any(is_written_as_body(context.parse, context.gazetteer, *name) for name in body.names[:_FORMS])


def is_written_as_body(parse: Parse, gazetteer: Gazetteer, start: int, end: int) -> bool:
    """Whether a name is a listed one, or in letters or digits as no town is: "AWB", "AgForce", "O2", "Ora & Hale"."""
    text, word = " ".join(parse.lower[start:end]), parse.words[start]
    if text in gazetteer.places:
        return False
    if text in gazetteer.known_organisations or text in gazetteer.media or "&" in parse.words[start:end]:
        return True
    if end - start > 1:
        return False
    return (word.isupper() and len(word) in _ACRONYM) or any(map(str.isdigit, word)) or has_inner_capital(word)


def may_be_home(context: Context, body: Entity, roles: AbstractSet[str]) -> bool:
    """Whether a name may be that of the town or district of a farmer or a resident."""
    return is_unknown(context, body) and not _LOCAL_PEOPLE.isdisjoint(roles)


def may_be_town(context: Context, body: Entity, roles: AbstractSet[str]) -> bool:
    """Whether one word of which nothing tells what it names may be the town of a nurse or a shopkeeper."""
    if _TRADESPEOPLE.isdisjoint(roles) or any(end - start > 1 for start, end in body.names[:_FORMS]):
        return False
    return is_unknown(context, body)


def is_field(context: Context, body: Entity) -> bool:
    """Whether a name may tell of what or where an office is: a place, one word, or nothing but common words."""
    if body.traits.place or not is_unknown(context, body):
        return body.traits.place
    words = [context.parse.lower[start:end] for start, end in body.names]
    return all(len(name) == 1 or all(word in known_nouns() or word in _NATIONAL for word in name) for name in words)


def organisation_before(context: Context, token: int, role: str) -> Entity | None:
    """The organisation that a premodifier or possessive stands for: "Amazon spokeswoman", "French president"."""
    name = context.document.name_covering(token)
    if _is_hyphened(context.parse, name.end if name is not None else token + 1):
        return None  # "Acme-trained surgeon"
    if name is not None and (office := _start_of_office(context, name, role)) >= 0:
        place = " ".join(name.name.key[:office]) if name.name is not None else ""
        return context.named.places.get(context.gazetteer.places.get(place, ""))
    found = organisation_at(context, token, role)
    if found is not None and (_is_no_employer(context, found, role) or _is_town(context, token, found, role)):
        return None
    if found is None and context.noun_at(token).base in context.gazetteer.organisations:
        found = _campaign_before(context, token)
    if found is not None or role not in context.gazetteer.place_offices:
        return found
    parse, places = context.parse, context.gazetteer.places
    word = parse.lower[token]
    if (pair := " ".join(parse.lower[max(0, token - 1) : token + 1])) in places:  # "South Korean"
        word = pair
    if word not in places or _is_hyphened(parse, token - 1):  # "African-American"
        return None
    if role in _LOCAL and word in context.gazetteer.capitals:
        return None
    return context.named.places.get(places[word])


def _is_no_employer(context: Context, body: Entity, role: str) -> bool:
    """Whether a name before a role tells where somebody lives, what an office is for, or what somebody knows of."""
    home = may_be_home(context, body, {role})  # "a Mallee farmer"
    return home or _is_office(context, body, role) or _is_trade(context, body, role)


def _is_town(context: Context, token: int, body: Entity, role: str) -> bool:
    """Whether a word before a role may be a town: "Halden nurse Ada Smith", but "Halden's nurses"."""
    return context.parse.deps[token] != POSSESSOR and may_be_town(context, body, {role})


def _is_trade(context: Context, body: Entity, role: str) -> bool:
    """Whether a name is a noun for goods that opens a sentence: "Cotton agronomist Ben Lee", but "Orange boss"."""
    if not is_unknown(context, body) or role.startswith(_VOICE) or role in context.gazetteer.leaders:
        return False
    return all(_is_goods(context, start, end, owned=role in _OWNERS) for start, end in body.names)


def _is_goods(context: Context, start: int, end: int, *, owned: bool) -> bool:
    """Whether a name is one noun for what is grown, kept, eaten or owned, and opens a sentence with its capital."""
    parse, meaning = context.parse, known_nouns().get(context.parse.lower[start])
    if end - start > 1 or meaning is None or not (owned or meaning.sort in _GOODS):
        return False
    if parse.words[start].isupper() or parse.lower[start] in context.gazetteer.known_organisations:
        return False
    return not any(map(parse.is_word, range(parse.sentences[parse.sentence_of[start]][0], start)))


def _is_office(context: Context, body: Entity, role: str) -> bool:
    """Whether a name tells of what an office is: "the Privacy Commissioner", but "the NFL commissioner"."""
    words = [word for start, end in body.names for word in context.parse.words[start:end]]
    named = body.traits.place or any(word.isupper() for word in words)
    return role in _OF_FIELDS and not named and is_field(context, body)


def _start_of_office(context: Context, mention: Mention, role: str) -> int:
    """The word of a name from which on it is a minister's portfolio: "New South Wales Agriculture Minister"; or -1."""
    lower = context.parse.words[mention.end - 1].islower()  # "Tulsa hospital chief"
    key = mention.name.key if mention.name is not None and not lower else ()
    titles = context.gazetteer.titles
    if role in _NO_REGIONS and len(key) > 1 and key[0] in _SHORT:
        return 1  # "UN Middle East envoy"
    return next((start for start in range(len(key)) if (*key[start:], role) in titles), -1)


def _is_hyphened(parse: Parse, token: int) -> bool:
    """Whether a hyphen at a token joins the word behind it to the one before."""
    return 0 < token < len(parse) - 1 and parse.words[token] == _HYPHEN and parse.ends[token] == parse.starts[token + 1]


def _campaign_before(context: Context, token: int) -> Entity | None:
    """The campaign of the person before "campaign" or "team": "Smith campaign aides"."""
    for child in context.parse.children[token]:
        entity = context.entity_at(child)
        if entity is not None and entity.is_person:
            return context.campaign_of(entity)
    return None


def _whole(context: Context, part: Mention) -> Entity | None:
    """The institution that a named part is in: "the Rivers Centre at Melford University", "Acme's Rivers Centre"."""
    parse, after = context.parse, part.end + 1
    if part.name is None or after >= len(parse):
        return None
    whole = None
    if parse.lower[part.end] == "at":
        whole = context.document.name_covering(after + (parse.tags[after] == DETERMINER_TAG))
        if whole is not None and parse.lower[whole.end : whole.end + 1] == ["'s"]:
            whole = context.document.name_covering(whole.end + 1)
    elif part.start > 1 and parse.lower[part.start - 1] == "'s":
        owner = part.start - 2  # "the institute's Rivers Unit"
        whole = context.document.name_covering(owner) or context.document.at_head.get(owner)
    entity = context.known(whole) if whole is not None else None
    named = entity is not None and entity.is_organisation and bool(entity.names) and not entity.traits.place
    return entity if named else None


def _is_no_organisation(context: Context, mention: Mention) -> bool:
    """Whether a mention is that of a sector, of a party letter or of what is studied somewhere."""
    if mention.noun is not None and mention.noun.base in _SECTORS:
        return True
    if mention.name is None:
        return False
    key = mention.name.key
    if len(key) == 1 and mention.start and context.parse.lower[mention.start - 1] in _INDEFINITE:
        return context.parse.deps[mention.head] not in PREMODIFIERS  # "who taught a Nation"
    learned = len(key) == 1 and key[0].endswith(_SCIENCES) and key[0] in known_nouns()  # "a student of Microbiology"
    fields = learned or key[-1] in _FIELDS or ("and" in key and all(word == "and" or _is_plural(word) for word in key))
    field = fields and context.gazetteer.organisation_words.isdisjoint(key)  # "director of Urban Studies"
    return field or key[:2] == _OF_STATE or (len(key) == 1 and (key[0] in _PARTY_WORDS or len(key[0]) == 1))


def _is_plural(word: str) -> bool:
    """Whether a word is the plural of a common noun: "Chemicals and Plastics"."""
    return word.endswith("s") and singular(word) in known_nouns()


def _campaign(context: Context, mention: Mention, person: Entity, role: str) -> Entity | None:
    """The campaign of a candidate for whom somebody speaks: the one that the article speaks of, or an implied one."""
    parse = context.parse
    above = parse.lower[parse.heads[mention.head]]
    if parse.deps[mention.head] == PREPOSITION_OBJECT and above not in ("for", "to"):
        return None
    known = context.campaign_of(person)
    if known is not None and not _is_named_campaign(context, known):
        return None
    if known is None and _runs(context, person, role):
        known = context.implied_campaigns.get(person)
    return known


def _is_named_campaign(context: Context, campaign: Entity) -> bool:
    """Whether the article names a campaign by the candidate: "the Smith campaign", and not only "his campaign"."""
    name_at = context.document.name_at
    return any(any(name_at[token] >= 0 for token in range(one.start, one.head)) for one in campaign.mentions)


def _runs(context: Context, person: Entity, role: str) -> bool:
    """Whether somebody who speaks for a person by this role speaks for a campaign."""
    voice = role.startswith(_VOICE) or role in context.gazetteer.staff
    return voice and not _CANDIDATES.isdisjoint(person.traits.nouns)
