"""Votes by titles, articles, nouns and verbs beside a name."""

from __future__ import annotations

import re

from quoteattr.coreference.mentions.names import NameKind
from quoteattr.coreference.rules import Example
from quoteattr.coreference.typing.votes import NEVER, Occurrence, Vote, vote
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.names import has_inner_capital, is_camel
from quoteattr.syntax import labels
from quoteattr.syntax.labels import MARKER

__all__ = ["RULES"]

PERSON, ORGANISATION, PLACE = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE

_COUNTRIES = word_list("coreference", "short_countries")
_INITIALS = 3
"""Letters of initials, at most."""
_NEAR = 4
"""Tokens back from a name in which the verb of somebody who is called so is sought."""
_ACRONYM = range(3, 7)
"""Letters of acronyms."""
_INNER_CAPITAL = re.compile(r"([A-Z][a-z]+)[A-Z][a-zA-Z]+")
_VOICES = word_list("affiliation", "voices")
_OPEN_SURNAMES = word_list("mentions", "open_surnames")
_PLACES = (*labels.PLACE_ENTITIES, labels.GROUP_ENTITY)
_OF_PERSONS = word_list("mentions", "after_persons")
_BUSINESSES = word_list("mentions", "classes_of_businesses")
_BANDS = word_list("mentions", "bands")
_MEMBERS = word_list("mentions", "letters_of_members")
_OF_TOWNS = word_list("mentions", "after_towns")
_PAPERS = word_list("mentions", "papers")
_SEVERAL = word_list("mentions", "plural_verbs")
_CALLED = word_list("coreference", "called")
_CALLING = word_list("coreference", "calling")


def _is_acronym(seen: Occurrence) -> bool:
    name, word = seen.name, seen.parse.words[seen.name.start]
    return name.end - name.start == 1 and not name.headline and word.isupper() and len(word) in _ACRONYM


def _has_inner_capital(seen: Occurrence) -> bool:
    """Whether a word is written as firms write themselves: "GrainPort", unlike "MacDonald" and "DeWitt"."""
    name, word = seen.name, seen.parse.words[seen.name.start]
    inner = _INNER_CAPITAL.fullmatch(word) if name.end - name.start == 1 and not name.titles else None
    if inner is None and not name.titles and name.end - name.start == 1 and is_camel(word):
        return word[:1] != "i"  # "iPod" is a thing
    opening = inner[1].lower() if inner is not None and not _is_after_person_noun(seen) else ""
    return bool(opening) and opening not in _OPEN_SURNAMES and opening not in seen.gazetteer.given_names


def _has_voice(seen: Occurrence) -> bool:
    """Whether a name that the model has missed stands before "spokesman": "a Defra spokesperson"."""
    return not seen.name.label and not seen.name.titles and seen.after in _VOICES


def _has_townspeople(seen: Occurrence) -> bool:
    """Whether a name stands before what a town or a district has: "the Melba council", "Melba farmers"."""
    name, gazetteer = seen.name, seen.gazetteer
    if seen.after not in _OF_TOWNS or seen.parse.words[name.end].isupper() or name.titles:
        return False
    given = len(name.key) > 1 and name.key[0] in gazetteer.given_names
    if given or name.text in gazetteer.known_organisations or name.text in gazetteer.media:
        return False
    return name.label != labels.GROUP_ENTITY and gazetteer.organisation_words.isdisjoint(name.key)


def _is_constituency(seen: Occurrence) -> bool:
    """Whether a name with an article stands before the letters of its member of parliament: "the Halden MP"."""
    party = seen.name.text in seen.gazetteer.known_organisations  # "the Labour MP"
    return seen.name.article and not party and seen.after in _MEMBERS and seen.parse.words[seen.name.end].isupper()


def _has_article(seen: Occurrence) -> bool:
    return seen.name.article and seen.above != seen.name.end and seen.dep != labels.COMPOUND


def _is_paper(seen: Occurrence) -> bool:
    """Whether a name is the word for a newspaper behind "the", which some take for a given name: "The Herald"."""
    return seen.name.article and len(seen.name.key) == 1 and seen.name.key[0] in _PAPERS and not seen.name.titles


def _has_suffix(seen: Occurrence) -> bool:
    """Whether a name ends as those of companies do: "Halden Homes Inc"."""
    start, end = seen.name.start, seen.name.end
    return end - start > 1 and seen.parse.lower[end - 1] in seen.gazetteer.company_suffixes


def _noun_before(seen: Occurrence) -> str:
    start = seen.name.start
    return seen.before if start > 0 and seen.parse.tags[start - 1] == labels.NOUN and not seen.name.titles else ""


def _is_after_organisation_noun(seen: Occurrence) -> bool:
    noun = seen.gazetteer.noun(_noun_before(seen))
    if not noun.is_organisation and noun.base not in _BANDS:
        return False
    if seen.name.label in labels.PLACE_ENTITIES:
        return noun.classes <= _BUSINESSES and seen.name.text not in seen.gazetteer.places
    return seen.name.label != labels.GROUP_ENTITY


def _is_after_person_noun(seen: Occurrence) -> bool:
    noun = _noun_before(seen)
    return bool(noun) and seen.gazetteer.noun(noun, labels.NOUN).is_person and noun not in seen.gazetteer.organisations


def _is_what_somebody_is_called(seen: Occurrence) -> bool:
    """Whether a name is what a person is known as or calls themselves: "a man known as Nick"."""
    parse, before = seen.parse, seen.name.start - 1
    if before < 1 or parse.lower[before] not in _CALLED:
        return False
    verb = next((one for one in range(before, max(0, before - _NEAR), -1) if parse.lower[one] in _CALLING), -1)
    above = parse.heads[verb] if verb >= 0 else -1
    return above >= 0 and above < verb and seen.gazetteer.noun(parse.lower[above], parse.tags[above]).is_person


def _is_group_that_owns(seen: Occurrence) -> bool:
    name, tags = seen.name, seen.parse.tags
    if name.label != labels.GROUP_ENTITY or tags[name.end : name.end + 1] != [labels.POSSESSIVE_ENDING_TAG]:
        return False
    return tags[name.end - 1] == labels.PROPER_NOUN and name.text not in seen.gazetteer.places


def _has_plural_verb(seen: Occurrence) -> bool:
    return _is_subject_of_several(seen) or _opens_before_have(seen)


def _is_subject_of_several(seen: Occurrence) -> bool:
    parse, head, verb = seen.parse, seen.head, seen.above
    if not seen.dep.startswith(labels.SUBJECT) or head > verb or parse.tags[head] != labels.PROPER_NOUN:
        return False
    if parse.child(head, labels.CONJUNCT) >= 0 or seen.before == "and":
        return False
    auxiliaries = (one for one in parse.children[verb] if head < one and parse.deps[one].startswith(labels.AUXILIARY))
    first = next(auxiliaries, verb)
    return head < first <= head + 3 and parse.lower[first] in _SEVERAL


def _opens_before_have(seen: Occurrence) -> bool:
    """Whether a name of one word opens a sentence before "have", whatever the tree makes of it."""
    parse, name = seen.parse, seen.name
    if seen.after != "have" or name.end - name.start > 1 or name.end + 1 >= len(parse):
        return False
    first = parse.sentences[parse.sentence_of[name.start]][0]
    return not any(map(parse.is_word, range(first, name.start))) and parse.tags[name.end + 1] != labels.TO_TAG


def _has_age(seen: Occurrence) -> bool:
    age = seen.after == "," and "".join(seen.parse.words[seen.name.end + 1 : seen.name.end + 2]).isdigit()
    return age and seen.dep.startswith(labels.SUBJECT)


def _has_initials(seen: Occurrence) -> bool:
    parse, name = seen.parse, seen.name
    first, words = parse.words[name.start], name.end - name.start
    initials = first.isupper() and first.endswith(".") and len(name.key[0]) <= _INITIALS
    if not initials or words not in (2, 3) or first.lower() in seen.gazetteer.places:
        return False
    return name.key[0] not in _COUNTRIES and name.key[-1] not in seen.gazetteer.organisation_endings


def _has_own_object(seen: Occurrence) -> bool:
    """Whether the subject of a verb has what its object is by "its": "Acme saw its profits fall"."""
    parse = seen.parse
    if seen.dep != labels.SUBJECT or len(seen.name.key) > 1 or seen.name.titles:
        return False
    if seen.name.key[0] in seen.gazetteer.given_names or seen.name.text in seen.gazetteer.places:
        return False
    verb = seen.above
    thing = parse.child(verb, labels.OBJECT)
    if thing < 0:  # "saw its profits fall"
        clause = parse.child(verb, labels.COMPLEMENT)
        thing = parse.child(clause, labels.SUBJECT) if clause >= 0 and parse.child(clause, MARKER) < 0 else -1
    owner = parse.child(thing, labels.POSSESSOR) if thing > seen.head else -1
    return owner >= 0 and parse.lower[owner] == "its"


def _has_followers(seen: Occurrence) -> bool:
    """Whether a campaign or supporters stand behind a name that is not written as a body's: "the Orlando campaign"."""
    name = seen.name
    body = name.end - name.start == 1 and (_is_acronym(seen) or has_inner_capital(seen.parse.words[name.start]))
    return seen.after in _OF_PERSONS and not body


RULES: tuple[Vote, ...] = (
    vote(
        {PLACE: 5, PERSON: -2},
        "type-town",
        "a name before a council, police, farmers or residents is that of their town",
        _has_townspeople,
        Example("Melba council said it was late.", "Melba", "place"),
        Example("It rained, Tarrawin farmers said.", "Tarrawin", "place"),
    ),
    vote(
        {PLACE: 8, PERSON: NEVER},
        "type-constituency",
        "a name with an article before MP or MEP is the place that has sent them",
        _is_constituency,
        Example("The East Midlands MEP, who quit the party, was ill.", "East Midlands", "place"),
        Example("The West Halden MP, who was ill, left.", "West Halden", "place"),
    ),
    vote(
        {PERSON: 3},
        "type-initials",
        "initials before a word are somebody's given names",
        _has_initials,
        Example("T.S. Ardley wrote it.", "T.S. Ardley", "person"),
        Example("E.L. Vance said no.", "E.L. Vance", "person"),
    ),
    vote(
        {ORGANISATION: 8, PERSON: -4},
        "type-company-suffix",
        "Inc, Corp, Ltd and the like end the names of companies",
        _has_suffix,
        Example("Garnet Webb Inc was late.", "Garnet Webb Inc", "organisation"),
        Example("The two asked Hartley Stone Corp to wait.", "Hartley Stone Corp", "organisation"),
    ),
    vote(
        {ORGANISATION: 6, PERSON: NEVER},
        "type-paper",
        "the Herald, the Argus and the like are newspapers, and no people",
        _is_paper,
        Example("The Herald called it too long.", "Herald", "organisation"),
        Example("The Chronicle called it too long.", "Chronicle", "organisation"),
    ),
    vote(
        {ORGANISATION: 1},
        "type-acronym",
        "a short word in capitals names an organisation more often than anything else",
        _is_acronym,
        Example("The FEC filings were late.", "FEC", "organisation"),
        Example("She asked RBG about it.", "RBG", "organisation"),
    ),
    vote(
        {ORGANISATION: 5, PERSON: -3},
        "type-inner-capital",
        "a capital within a word is the way of firms and groups, unless it begins a surname",
        _has_inner_capital,
        Example("AgForce said it was late.", "AgForce", "organisation"),
        Example("TransBren told them that it was late.", "TransBren", "organisation"),
    ),
    vote(
        {ORGANISATION: 2},
        "type-voice",
        "a name that the model has missed, before a spokesman, is that of a body",
        _has_voice,
        Example("A Defra spokesperson was late.", "Defra", "organisation"),
        Example("An Orbex spokesman said it was late.", "Orbex", "organisation"),
    ),
    vote(
        {PERSON: 8},
        "type-title",
        "titles stand before the names of people",
        lambda seen: seen.name.titles != (),
        Example("They met General Ham and his men.", "Ham", "person"),
        Example("Judge Israel said it was late.", "Israel", "person"),
    ),
    vote(
        {ORGANISATION: 2, PERSON: -4},
        "type-article",
        "the stands before the names of organisations and not before the names of people",
        _has_article,
        Example("She plays for the Houston Comets.", "Houston Comets", "organisation"),
        Example("He bought the Madison Hotel in May.", "Madison Hotel", "organisation"),
    ),
    vote(
        {PERSON: 3},
        "type-campaign",
        "campaigns, supporters and aides are those of a person",
        _has_followers,
        Example("The Zorbix campaign was quiet.", "Zorbix", "person"),
        Example("The Orlando campaign was quiet.", "Orlando", "person"),
    ),
    vote(
        {ORGANISATION: 5},
        "type-after-organisation-noun",
        "a name right after an organisation noun is the organisation's",
        _is_after_organisation_noun,
        Example("The group Code Pink was there.", "Code Pink", "organisation"),
        Example("The law firm Martin Brown was sold.", "Martin Brown", "organisation"),
    ),
    vote(
        {PERSON: 3},
        "type-after-person-noun",
        "a name right after a person noun is the person's",
        _is_after_person_noun,
        Example("The rapper Bronx sang in Rome.", "Bronx", "person"),
        Example("The wrestler Samoa lost the fight.", "Samoa", "person"),
    ),
    vote(
        {PERSON: 4},
        "type-what-somebody-is-called",
        "what a person is known as, is called or calls themselves is their name",
        _is_what_somebody_is_called,
        Example("A man known as Bronx sang in Rome.", "Bronx", "person"),
        Example("The woman who calls herself Samoa lost the fight.", "Samoa", "person"),
        Example("A man who identified himself as Bronx sang in Rome.", "Bronx", "person"),
    ),
    vote(
        {ORGANISATION: 4},
        "type-owner-in-singular",
        "a people does not own things in the singular: the model has mistaken an organisation for one",
        _is_group_that_owns,
        Example("Symantec's shares fell.", "Symantec", "organisation"),
        Example("A manager in Symantec's team was there.", "Symantec", "organisation"),
    ),
    vote(
        {ORGANISATION: 5, PERSON: -2},
        "type-plural-verb",
        "a singular name with a plural verb is a club, a band or a firm",
        _has_plural_verb,
        Example("Bolton are last.", "Bolton", "organisation"),
        Example("Keane are on tour.", "Keane", "organisation"),
    ),
    vote(
        {ORGANISATION: 5, PERSON: -3},
        "type-its",
        "what has its profits, its plans or its staff is an organisation",
        _has_own_object,
        Example("Brellan raised its prices in May.", "Brellan", "organisation"),
        Example("Brellan cut its staff in May.", "Brellan", "organisation"),
    ),
    vote(
        {PERSON: 2},
        "type-age",
        "a number between commas after a name is a person's age",
        _has_age,
        Example("Dallas, 44, was ill.", "Dallas", "person"),
        Example("Boulud, 54, was glad.", "Boulud", "person"),
    ),
)
