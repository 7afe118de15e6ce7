"""What the noun of a description may mean: anybody of a gender, a name's epithet, an office told apart, a candidate."""

from __future__ import annotations

from quoteattr.coreference.sieves.described import Described
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import NUMBER_TAG, POSSESSOR, PREPOSITION, PREPOSITION_OBJECT

__all__ = [
    "is_aged_behind",
    "is_epithet",
    "is_general",
    "is_office_told_apart",
    "is_parent",
    "is_running",
    "is_whole_title",
]

_GENERAL = word_list("coreference", "general_people")
_EPITHETS = word_list("coreference", "epithets_of_people")
_OFFICES = word_list("coreference", "offices_told_apart")
_PORTFOLIOS = word_list("coreference", "portfolios")
_AGED = word_list("coreference", "aged")
_DIGITS = 2
"""Digits of an age."""
_TITLE = 3
"""Tokens of a title that is more than its noun: "secretary of state"."""


def is_general(described: Described) -> bool:
    """Whether the noun may mean anybody of its gender: "the woman", "the 34-year-old nurse"."""
    return described.noun.base in _GENERAL or described.words_before >= _AGED or is_parent(described)


def is_parent(described: Described) -> bool:
    """Whether a phrase counts somebody's children: "the mother of two"."""
    parse, noun = described.parse, described.noun
    of = parse.child(described.mention.head, PREPOSITION) if noun.base in described.context.gazetteer.kinship else -1
    return of >= 0 and parse.lower[of] == "of" and parse.tags[parse.child(of, PREPOSITION_OBJECT)] == NUMBER_TAG


def is_aged_behind(described: Described) -> bool:
    """Whether an age stands behind the noun, as behind a name: "the teaching assistant, 33"."""
    parse, behind = described.parse, described.mention.head + 1
    comma, age, *end = [*parse.lower[behind : behind + 3], "", ""][:3]
    aged = comma == "," and age.isdigit() and len(age) <= _DIGITS
    return aged and not any(one[:1].isalnum() for one in end) and not described.has(POSSESSOR)


def is_epithet(described: Described) -> bool:
    """Whether the noun stands for a name, and for nobody's part in a story: "the singer", unlike "the driver"."""
    return described.noun.base in _EPITHETS or not _EPITHETS.isdisjoint(described.telling)


def is_office_told_apart(described: Described) -> bool:
    """Whether a name, a portfolio or a party before an office tells which it is: "the Halden mayor"."""
    noun, parse, telling = described.noun, described.parse, described.telling
    if noun.base not in _OFFICES:
        return False
    if is_whole_title(described):
        return True
    names = any(parse.words[token][0].isupper() for token in range(described.mention.start + 1, described.mention.head))
    return names or bool(described.homes) or (noun.base in _PORTFOLIOS and bool(telling))


def is_whole_title(described: Described) -> bool:
    """Whether a noun and what follows it are a title: "the secretary of state"."""
    lower, head = described.parse.lower, described.mention.head
    return tuple(lower[head : head + _TITLE]) in described.context.gazetteer.titles


def is_running(described: Described) -> bool:
    """Whether the noun is one for candidates."""
    return "candidate" in described.context.gazetteer.role_synonyms.get(described.noun.base, ())
