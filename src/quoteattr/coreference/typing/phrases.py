"""Votes by the phrase of a name: what stands in apposition to it, relative clauses, brackets."""

from __future__ import annotations

import re
from collections.abc import Callable

from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.rules import Example
from quoteattr.coreference.typing.votes import NEVER, Occurrence, Vote, vote
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import UNKNOWN, known_nouns
from quoteattr.lexicon.names import common_surnames
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, labels

__all__ = ["RULES", "stands_for"]

PERSON, ORGANISATION = NameKind.PERSON, NameKind.ORGANISATION

_WHO = word_list("mentions", "who")
_AGE = re.compile(r"(an?|the)?\d{1,3}-?years?-old")
"""Somebody by their age, as tokens without the spaces between."""
_FULL = 2
"""Words of a given name and a surname."""
_MAKERS = tuple(word_list("mentions", "makers"))
_LANGUAGE = 10
"""Tenths of the uses of a noun that are of communication: it may be a language, and somebody's name."""
_RIVALS = word_list("mentions", "rivals")


def stands_for(parse: Parse, short: Name, long: Name) -> bool:
    """Whether a name in brackets is the acronym or short form of the one before: "National Health Service (NHS)"."""
    if long.end != short.start - 1 or parse.words[long.end] != "(" or parse.words[short.end : short.end + 1] != [")"]:
        return False
    if len(short.key) != 1 or len(short.key[0]) < 2 or len(long.key) < 2:
        return False
    capitals = sum(map(str.isupper, parse.words[short.start]))
    first = long.key[1 if long.key[0] == "the" else 0]
    return capitals > 1 or short.key[0][0] == first[0]


def _some_apposition(test: Callable[[Occurrence, int], bool]) -> Callable[[Occurrence], bool]:
    return lambda seen: bool(seen.appositions) and any(test(seen, token) for token in seen.appositions)


def _some_relative(test: Callable[[Occurrence, int], bool]) -> Callable[[Occurrence], bool]:
    return lambda seen: bool(seen.relatives) and any(test(seen, token) for token in seen.relatives)


def _noun_of(seen: Occurrence, token: int) -> Noun:
    """The noun of an apposition; "one of the biggest firms" has that of the firms."""
    parse = seen.parse
    if parse.lower[token] == "one" and (of := parse.child(token, labels.PREPOSITION)) >= 0:
        several = parse.child(of, labels.PREPOSITION_OBJECT)
        return seen.noun(several if several >= 0 else token)
    return seen.noun(token)


def _is_person(seen: Occurrence, token: int) -> bool:
    noun = _noun_of(seen, token)
    return noun.is_person or (noun.is_people and seen.parse.lower[token] == "one")


def _is_organisation(seen: Occurrence, token: int) -> bool:
    told = seen.parse.child(token, labels.DETERMINER) >= 0 and not seen.parse.lower[token].endswith(_MAKERS)
    if seen.parse.words[token][:1].isupper() and seen.name.key[0] in seen.gazetteer.given_names:
        return False  # "Jane Hale, the College of Nursing's president"
    return told and _noun_of(seen, token).is_organisation


def _is_bare_organisation(seen: Occurrence, token: int) -> bool:
    return _noun_of(seen, token).is_organisation and not _is_organisation(seen, token)


def _is_apposed_to_person(seen: Occurrence) -> bool:
    """Whether a name is in apposition to a noun for people alone: no "owner", which a firm may be, too."""
    member = len(seen.name.key) == 1 and seen.name.label == labels.GROUP_ENTITY  # "a worker, a registered Republican"
    if seen.dep != labels.APPOSITION or member or _is_of_inner_body(seen):
        return False
    noun = seen.noun(seen.above)
    return noun.is_person and noun.base not in seen.gazetteer.organisations


def _is_of_inner_body(seen: Occurrence) -> bool:
    """Whether nouns stand as name behind a body of somebody: "a spokesman for the company, Brook Coach, said"."""
    inner = seen.name.start - 2
    if seen.before != "," or not 0 <= seen.above <= inner or seen.name.titles or not _is_of_nouns(seen):
        return False
    return seen.noun(inner).is_organisation or seen.parse.lower[inner] in _RIVALS


def _is_field(seen: Occurrence) -> bool:
    """Whether nouns between commas tell what an office is for: "the General Manager, Public Affairs, Mrs Hale"."""
    parse, office = seen.parse, seen.name.start - 2
    if seen.before != "," or seen.after != "," or office < 0 or seen.name.titles or not _is_of_nouns(seen, least=1):
        return False
    behind = parse.words[seen.name.end + 1 : seen.name.end + 2]
    named = bool(behind) and behind[0][:1].isupper()
    return named and parse.words[office][:1].isupper() and seen.gazetteer.noun(parse.lower[office]).is_person


def _is_of_nouns(seen: Occurrence, least: int = _FULL) -> bool:
    """Whether a name of so many words or more begins with no given name and ends in a noun of English."""
    key, nouns = seen.name.key, known_nouns()
    if len(key) < least or key[0] in seen.gazetteer.given_names or key[-1] in common_surnames():
        return False
    meaning = nouns.get(key[-1]) or nouns.get(singular(key[-1]), UNKNOWN)
    return key[-1] in seen.gazetteer.organisation_endings or UNKNOWN.says < meaning.says < _LANGUAGE


def _is_apposed_to_firm(seen: Occurrence) -> bool:
    """Whether a name is in apposition to "the airline", "the troubled travel chain"."""
    if seen.dep != labels.APPOSITION or seen.before != "," or seen.name.start < 2:
        return False
    firm = seen.name.start - 2
    above = seen.above if seen.above < firm else seen.parse.heads[seen.parse.heads[firm]]
    if above < firm and seen.name.key[0] in seen.gazetteer.given_names and seen.noun(above).is_person:
        return False  # "a spokesman for the company, Jane Smith"
    if _is_of_inner_body(seen):
        return True
    noun = seen.noun(firm)
    return noun.is_organisation and not noun.plural and "company" in noun.classes and seen.parse.left[firm] < firm


def _is_apposed_to_body(seen: Occurrence) -> bool:
    """Whether a name is in apposition to "the agency", "a local charity"."""
    above = seen.above
    if seen.dep != labels.APPOSITION or seen.before != "," or above != seen.name.start - 2:
        return False
    noun, told = seen.noun(above), seen.parse.child(above, labels.DETERMINER) >= 0
    given = seen.name.key[0] in seen.gazetteer.given_names
    return told and not given and noun.is_organisation and not noun.plural and "company" not in noun.classes


def _is_year_old(seen: Occurrence) -> bool:
    """Whether "a 61-year-old" stands behind a name and a comma."""
    parse, behind = seen.parse, seen.name.end
    words = "".join(parse.lower[behind + 1 : behind + 7]) if seen.after == "," else ""
    return _AGE.match(words) is not None


def _is_who(seen: Occurrence, token: int) -> bool:
    label = seen.name.label
    if seen.parse.lower[token] not in _WHO or label == labels.GROUP_ENTITY:
        return False
    return label not in labels.PLACE_ENTITIES or seen.dep != labels.PREPOSITION_OBJECT


def _is_between_people(seen: Occurrence) -> bool:
    """Whether a name of two words stands in a list between two people: "Jane Smith, Otakar Vezn and Ben Lee"."""
    parse, name, before = seen.parse, seen.name, seen.previous
    if before is None or len(name.key) != _FULL or seen.before != "," or before.end != name.start - 1:
        return False
    if before.label != labels.PERSON_ENTITY or len(before.key) < _FULL or " ".join(name.key) in seen.gazetteer.places:
        return False
    following = name.end + 1 + (parse.lower[name.end : name.end + 2] == [",", "and"])
    if seen.after not in (",", "and") or following + 1 >= len(parse):
        return False
    given = parse.lower[following] in seen.gazetteer.given_names
    return given and parse.words[following][0].isupper() and parse.words[following + 1][:1].isupper()


RULES: tuple[Vote, ...] = (
    vote(
        {PERSON: 3},
        "type-between-people",
        "a name of two words between two people in a list is a person's",
        _is_between_people,
        Example("The mayor thanked Carl Hale, Sharnaz Dakul, Ben Lee and Anna Brown.", "Sharnaz Dakul", "person"),
        Example("The prize went to Dr Anna Brown, Sharnaz Dakul and Peter Stone.", "Sharnaz Dakul", "person"),
    ),
    vote(
        {PERSON: 4},
        "type-apposed",
        "a name in apposition to a person noun is the person's",
        _is_apposed_to_person,
        Example("His wife, Melania, was there.", "Melania", "person"),
        Example("Her son, Phoenix, was there.", "Phoenix", "person"),
    ),
    vote(
        {PERSON: 3},
        "type-person-apposed",
        "a person noun in apposition to a name tells that the name is a person's",
        _some_apposition(_is_person),
        Example("Dallas, a painter, was ill.", "Dallas", "person"),
        Example("Brellan, the manager, was ill.", "Brellan", "person"),
    ),
    vote(
        {ORGANISATION: 6, PERSON: -2},
        "type-organisation-apposed",
        "an organisation noun with an article in apposition to a name tells that the name is an organisation's",
        _some_apposition(_is_organisation),
        Example("She works for Martin Brown, a law firm.", "Martin Brown", "organisation"),
        Example("Laura Ashley, a company in Wales, was sold.", "Laura Ashley", "organisation"),
    ),
    vote(
        {ORGANISATION: 5, PERSON: -2},
        "type-apposed-to-organisation",
        "a name in apposition to a noun for a firm is the firm's, and so are nouns as name behind the body of somebody",
        _is_apposed_to_firm,
        Example("The owner of the travel chain, Lanova, was ill.", "Lanova", "organisation"),
        Example("The airline, Alison, was sold.", "Alison", "organisation"),
        Example("The chairman of the travel chain, Lanova Sun, was ill.", "Lanova Sun", "organisation"),
        Example("The head of the charity, Brellan Life, was ill.", "Brellan Life", "organisation"),
    ),
    vote(
        {NameKind.OTHER: 12, ORGANISATION: NEVER, PERSON: NEVER},
        "type-field-of-office",
        "nouns between an office and its holder tell what the office is for",
        _is_field,
        Example("The Group Manager, Public Affairs, Mrs Ada Hale, left.", "Public Affairs", "other"),
        Example("The Head, Legal Services, Mr Carl Hale, spoke.", "Legal Services", "other"),
    ),
    vote(
        {ORGANISATION: 4, PERSON: -2},
        "type-apposed-to-body",
        "a name in apposition to a noun for an organisation with an article is the organisation's",
        _is_apposed_to_body,
        Example("The charity, Wilder, said it was late.", "Wilder", "organisation"),
        Example("The agency, Brellan, said it was late.", "Brellan", "organisation"),
    ),
    vote(
        {ORGANISATION: 3},
        "type-organisation-apposed-bare",
        "an organisation noun in apposition tells the same less surely without an article, or if it is a maker",
        _some_apposition(_is_bare_organisation),
        Example("He left Rothwell, Britain's oldest bank, in May.", "Rothwell", "organisation"),
        Example("Porto, the manufacturer, was sold.", "Porto", "organisation"),
    ),
    vote(
        {PERSON: 3},
        "type-who",
        "who stands for a person",
        _some_relative(_is_who),
        Example("Dallas, who won the prize, was ill.", "Dallas", "person"),
        Example("Ant, who won the prize, was glad.", "Ant", "person"),
    ),
    vote(
        {PERSON: 6},
        "type-year-old",
        "what is so many years old and takes up a name in apposition is a person",
        _is_year_old,
        Example("Dai Shuqin, a 61-year-old who had lost her house, was ill.", "Dai Shuqin", "person"),
        Example("Brellan, the 25-year-old from Melford, was ill.", "Brellan", "person"),
    ),
    vote(
        {ORGANISATION: 1, PERSON: -3},
        "type-which",
        "which does not stand for a person",
        _some_relative(lambda seen, token: seen.parse.lower[token] == "which"),
        Example("Marlowe, which makes soap, was sold.", "Marlowe", "organisation"),
        Example("Costco Wholesale, which sells soap, was sold.", "Costco Wholesale", "organisation"),
    ),
    vote(
        {ORGANISATION: 12},
        "type-brackets",
        "the short form in brackets after a long name is an organisation's",
        lambda seen: seen.previous is not None and stands_for(seen.parse, seen.name, seen.previous),
        Example("The Association for Payment Services (Apacs) was glad.", "Apacs", "organisation"),
        Example("The Society of Motor Makers (Somm) was glad.", "Somm", "organisation"),
    ),
)
