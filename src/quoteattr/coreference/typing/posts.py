"""Votes by posts: a body stands before or behind one that only bodies have, and a person holds it."""

from __future__ import annotations

from quoteattr.coreference.holders import is_post_of_body, post_apposed, post_before, post_behind, post_ending
from quoteattr.coreference.mentions.names import NameKind
from quoteattr.coreference.rules import Example
from quoteattr.coreference.typing.votes import Occurrence, Vote, vote
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.names import common_given_names
from quoteattr.syntax import labels

__all__ = ["RULES"]

PERSON, ORGANISATION = NameKind.PERSON, NameKind.ORGANISATION

_FOR = word_list("mentions", "between_role_and_employer")
_OF = word_list("mentions", "role_links")
_SURNAMES_TOO = word_list("mentions", "organisation_words_and_surnames")
_POSSESSIVES = word_list("affiliation", "possessives")
_OWNERS_OF_BODIES = word_list("mentions", "owners_of_bodies")
_TIES = word_list("mentions", "ties")
_LONGEST = 6
"""Words of a body's name that are looked at."""
_FULL = 2
"""Words of a given name and a surname."""


def _has_post(seen: Occurrence) -> bool:
    """Whether a post that only bodies have, and whoever holds it, stand behind a name: "Acme head of research Jane"."""
    if seen.name.titles or seen.name.label == labels.GROUP_ENTITY:
        return False
    owner = seen.after in _POSSESSIVES and seen.name.label == labels.PERSON_ENTITY
    if owner and len(seen.name.key) >= _FULL and seen.name.key[0] in common_given_names():
        return False  # "Bill Hale's head of policy"
    post = post_behind(seen.parse, seen.gazetteer, seen.name.end)
    if post is None and _is_apposed(seen):
        post = post_apposed(seen.parse, seen.gazetteer, seen.name.end)
    return post is not None and post.of_body


def _is_apposed(seen: Occurrence) -> bool:
    """Whether a full name and a comma stand before a name: "Jane Hale, Acme boss,"."""
    person, comma = seen.previous, seen.name.start - 1 - seen.name.article
    if person is None or person.end != comma or seen.parse.lower[comma] != ",":
        return False
    return person.label == labels.PERSON_ENTITY and (len(person.key) >= _FULL or bool(person.titles))


def _is_behind_post(seen: Occurrence) -> bool:
    """Whether a name stands behind a post that only bodies have: "chairman of Anna Hale", "head of research at it"."""
    parse = seen.parse
    if seen.dep != labels.PREPOSITION_OBJECT or seen.word_above not in _OF or seen.name.titles:
        return False
    if seen.name.label in (*labels.PLACE_ENTITIES, labels.GROUP_ENTITY):
        return False
    if seen.above + 1 < seen.name.start - seen.name.article:
        return False  # "president of Acme Jane Hale"
    proper = parse.tags[seen.head] in labels.PROPER_TAGS
    return proper and is_post_of_body(parse, seen.above - 1)


def _is_holder(seen: Occurrence) -> bool:
    """Whether a given name and a word for bodies stand where a person does: behind a post, or before one or an age."""
    parse, name, key = seen.parse, seen.name, seen.name.key
    if len(key) != _FULL or key[1] not in _SURNAMES_TOO or name.article or not _is_given_name(seen, key[0]):
        return False
    if name.start and parse.lower[name.start - 1] in _POSSESSIVES:
        return parse.lower[name.start - 2] not in _OWNERS_OF_BODIES and key[0] in common_given_names()
    post = post_before(parse, seen.gazetteer, name.start)
    if parse.lower[name.end : name.end + 1] == ["("] and key[0] in common_given_names():
        return True  # "Bill Post (Melford Foods)"
    return post is not None or any(seen.noun(token).is_person for token in seen.appositions) or _is_from_body(seen)


def _is_given_name(seen: Occurrence, word: str) -> bool:
    return word in seen.gazetteer.given_names and word not in seen.gazetteer.places


def _is_from_body(seen: Occurrence) -> bool:
    """Whether a body stands behind a name and "from", "at", "of" or "with": "Grace Church of the Farmers Union"."""
    parse, behind = seen.parse, seen.name.end
    behind += parse.lower[behind : behind + 1] == [","]
    if behind >= len(parse) or parse.lower[behind] not in _TIES:
        return False
    if parse.lower[behind] == "of" and seen.name.key[0] not in common_given_names():
        return False  # "Garnet College of the Garnet University"
    behind += 1
    behind += parse.lower[behind : behind + 1] == ["the"]
    end = behind
    while end < len(parse) and end - behind < _LONGEST and parse.words[end][:1].isupper():
        end += 1
    words = parse.lower[behind:end]
    return len(words) > 1 and not seen.gazetteer.organisation_words.isdisjoint(words)


def _is_behind_body(seen: Occurrence) -> bool:
    """Whether a name stands right behind the body of a post: "Analyst of Acme Jane Hale"."""
    body, name = seen.previous, seen.name
    if body is None or body.end != name.start or body.titles or len(name.key) < _FULL:
        return False
    place = body.start - 1 - body.article
    return place > 0 and seen.parse.lower[place] in _FOR and bool(post_ending(seen.parse, seen.gazetteer, place))


RULES: tuple[Vote, ...] = (
    vote(
        {PERSON: 6, ORGANISATION: -6},
        "type-behind-body",
        "a person's name stands right behind the body of the post before it",
        _is_behind_body,
        Example("Analyst of the Hale Institute Bill Post said it was late.", "Bill Post", "person"),
        Example("Chairman of the Bakers Union Bill Post said it was late.", "Bill Post", "person"),
    ),
    vote(
        {ORGANISATION: 4, PERSON: -2},
        "type-behind-post",
        "a body stands behind a post that only bodies have",
        _is_behind_post,
        Example("Anna Brown, president of William Reed, was glad.", "William Reed", "organisation"),
        Example("They met the chairman of Howard Reed.", "Howard Reed", "organisation"),
    ),
    vote(
        {ORGANISATION: 4, PERSON: -2},
        "type-post",
        "a body stands before a post that only bodies have and the name of whoever holds it",
        _has_post,
        Example("Garnet Webb head of research Dr Peter Hall was glad.", "Garnet Webb", "organisation"),
        Example("They met Carden Reed general manager Mr Peter Hall.", "Carden Reed", "organisation"),
    ),
    vote(
        {PERSON: 9, ORGANISATION: -6},
        "type-holder",
        "a given name and a word for bodies that is a surname, too, name a person who has a post or is with a body",
        _is_holder,
        Example("It was late, said analyst Grace Church.", "Grace Church", "person"),
        Example("Bill Post from the Bakers Union was glad.", "Bill Post", "person"),
        Example("Art Church, boss of Melford Foods, was glad.", "Art Church", "person"),
    ),
)
