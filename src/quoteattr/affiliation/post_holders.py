"""The organisations before the posts of people whose names follow: "Acme founder and head of research Dr Jane Hale"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.titles import before_bracket
from quoteattr.coreference.classes import PARTY_CLASS
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.holders import Post, before_titles, is_post_of_body, post_apposed, post_before, post_ending
from quoteattr.coreference.organisations import is_unknown, organisation_at, organisation_before
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import DETERMINER_TAG, ORGANISATION_ENTITY

__all__ = ["EVIDENCE", "RULES", "name_at"]

_POSSESSIVES = word_list("affiliation", "possessives")
_IS = word_list("affiliation", "is_now")
_WORDS = 9
"""Tokens of a post at most."""
_FORMS = 8
"""Occurrences of a name that are looked at."""
_CODE = 3
"""Letters of codes for countries: "Hale (GBR)"."""
_BETWEEN = word_list("mentions", "between_role_and_employer")


def _of_body(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Acme founder and head of research Dr Jane Hale", by its words."""
    yield from _before_post(passage, of_body=True)


def _of_others(passage: Passage) -> Iterator[Entity | None]:
    """The same where people may have such a role by themselves: "Acme lawyer Dr Jane Hale"."""
    yield from _before_post(passage, of_body=False)


def _before_post(passage: Passage, *, of_body: bool) -> Iterator[Entity | None]:
    """The organisation before a post that only bodies have, or before another one."""
    parse, gazetteer = passage.parse, passage.gazetteer
    post = post_before(parse, gazetteer, passage.mention.start)
    if post is None or not post.start or post.of_body is not of_body:
        return
    last = before_bracket(passage.context, post.start - 1)
    last -= last > 0 and parse.lower[last] in _POSSESSIVES and parse.ends[last - 1] == parse.starts[last]
    name = passage.document.name_covering(last)
    if name is None or name.end != last + 1 or parse.lower[name.start - 1] in gazetteer.past:
        return  # "the former Acme aide and current host Jane Hale"
    yield from _of_post(passage, name, post)


def _between(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Analyst of Acme Peter van Hale": behind a post, right before the name of its holder."""
    parse = passage.parse
    name = _name_before(passage, before_titles(parse, passage.gazetteer, passage.mention.start))
    if name is None:
        return
    place = name.start - 1 - (name.start > 1 and parse.lower[name.start - 1] == "the")
    if place > 0 and parse.lower[place] in _BETWEEN and (role := post_ending(parse, passage.gazetteer, place)):
        yield organisation_at(passage.context, name.head, role)


def _owner(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Acme's Dr Jane Hale", whatever titles stand between."""
    parse, start = passage.parse, passage.mention.start
    end = before_titles(parse, passage.gazetteer, start)
    if 1 < end < start and parse.lower[end - 1] in _POSSESSIVES and parse.ends[end - 2] == parse.starts[end - 1]:
        name = _name_before(passage, end - 1)
        yield organisation_at(passage.context, name.head, "") if name is not None else None


def _apposed(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Jane Hale, Acme's head of research," by its words."""
    parse, comma = passage.parse, passage.mention.end
    if parse.lower[comma : comma + 1] != [","]:
        return
    start = comma + 1 + (parse.lower[comma + 1 : comma + 2] == ["the"])
    name = passage.document.name_covering(start) if start < len(parse) else None
    post = post_apposed(parse, passage.gazetteer, name.end) if name is not None and name.start == start else None
    if name is not None and post is not None:
        yield from _of_post(passage, name, post)


def _bracketed(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Jane Hale (Acme Works) said", where more than the brackets tells that it is one."""
    parse, bracket = passage.parse, passage.mention.end
    if parse.lower[bracket : bracket + 1] != ["("]:
        return
    start = bracket + 1 + (parse.lower[bracket + 1 : bracket + 2] == ["the"])
    name = passage.document.name_covering(start) if start < len(parse) else None
    if name is None or name.start != start or parse.lower[name.end : name.end + 1] != [")"]:
        return
    found = organisation_at(passage.context, name.head, "")
    if found is not None and PARTY_CLASS not in found.traits.classes and _is_told_to_be_body(passage, name, found):
        yield found


def _is_told_to_be_body(passage: Passage, name: Mention, body: Entity) -> bool:
    """Whether a word, a list or another place of the article tells what a name in brackets is: no "(JAM)", no film."""
    if any(start != name.start and passage.parse.lower[start - 1] != "(" for start, _ in body.names[:_FORMS]):
        return True
    if is_unknown(passage.context, body):
        return False
    word, labelled = passage.parse.words[name.start], name.name is not None and name.name.label == ORGANISATION_ENTITY
    single = name.end - name.start == 1 and body.traits.guessed
    known = passage.parse.lower[name.start] in passage.gazetteer.known_organisations
    return known or not single or (labelled and not (word.isupper() and len(word) <= _CODE))


def _of_post(passage: Passage, name: Mention, post: Post) -> Iterator[Entity | None]:
    """The organisation that a name before a post is for whoever holds it."""
    gazetteer = passage.gazetteer
    if post.nouns[0] in gazetteer.unattached or post.nouns[0] in gazetteer.kinship:
        return  # "Acme customer and analyst Jane Hale"
    nouns = (noun for noun in post.nouns if noun not in gazetteer.unattached and noun not in gazetteer.kinship)
    found = (organisation_before(passage.context, name.head, noun) for noun in nouns)
    yield next((one for one in found if one is not None), None)


def _name_before(passage: Passage, end: int) -> Mention | None:
    """The name that ends right before a token."""
    name = passage.document.name_covering(end - 1) if end > 0 else None
    return name if name is not None and name.end == end and name is not passage.mention else None


def _is_now(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith is managing director of Acme", whatever the tree makes of "managing"."""
    parse, verb = passage.parse, passage.mention.end
    if parse.lower[verb : verb + 1] == [] or parse.lower[verb] not in _IS:
        return
    last = verb + 1 + (parse.lower[verb + 1 : verb + 2] == ["the"])
    stop = min(len(parse), last + _WORDS)
    place = next((token for token in range(last, stop) if parse.lower[token] in _BETWEEN), -1)
    if place < 0 or not is_post_of_body(parse, place - 1):
        return
    name = name_at(passage, place + 1)
    yield organisation_at(passage.context, name.head, parse.lower[place - 1]) if name is not None else None


def _at(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "At Acme, operations manager Smith has sprayers", where a sentence opens so."""
    parse = passage.parse
    post = post_before(parse, passage.gazetteer, passage.mention.start)
    comma = post.start - 1 if post is not None else -1
    if comma < 2 or parse.lower[comma] != ",":
        return
    first = next(filter(parse.is_word, range(*parse.sentences[parse.sentence_of[comma]])), comma)
    name = name_at(passage, first + 1) if parse.lower[first] == "at" else None
    if name is not None and name.end == comma:
        yield organisation_at(passage.context, name.head, "")


def _its(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Its vice-president, Dr Smith, said", whatever the tree makes of the hyphen."""
    parse, gazetteer = passage.parse, passage.gazetteer
    comma = before_titles(parse, gazetteer, passage.mention.start) - 1
    post = post_before(parse, gazetteer, comma) if comma > 1 and parse.lower[comma] == "," else None
    if post is None or not post.start or parse.lower[post.start - 1] != "its":
        return
    found = passage.context.entity_at(post.start - 1)
    yield found if found is not None and found.is_organisation and not found.traits.place else None


def name_at(passage: Passage, token: int) -> Mention | None:
    """The name that begins at a token, or behind the article there."""
    parse = passage.parse
    token += token < len(parse) and parse.tags[token] == DETERMINER_TAG
    name = passage.document.name_covering(token) if token < len(parse) else None
    return name if name is not None and name.start == token else None


_NAME_POST = rule(
    "name-post",
    "the organisation stands before the words for a post, and these before the titles and the name of its holder",
    "Garnet Bank founder and policy director [Ruth Carter](Garnet Bank) said that it was late.",
    "“It is late,” said Melford Institute operations manager Mr [Carl Hale](Melford Institute).",
)

_NAME_BETWEEN = rule(
    "name-between",
    "the organisation stands between a post and the name of its holder, whatever the tree has",
    "Founder of Melford Foods [Will Carr](Melford Foods) said that it was late.",
    "The meeting was short. Analyst of the Melford Institute [Peter van der Berg](Melford Institute) said it rained.",
)
_NAME_OWNER = rule(
    "name-owner",
    "the organisation is the possessor of a person's titles and name",
    "Garnet Bank's Professor Sir [Alan Peat](Garnet Bank) said that it was late.",
    "The Melford Institute's Professor Sir [Carl Hale](Melford Institute) said that it rained.",
)

_NAME_APPOSED = rule(
    "name-apposed",
    "the organisation stands behind a name and a comma, and before the words for a post, whatever the tree has",
    "“It was late,” said [Carl Hale](Melford Shire), Melford Shire head of rivers.",
    "[Mary Dunn](Department of Rivers), Department of Rivers head of research, said that it was late.",
)

_NAME_BRACKETED = rule(
    "name-bracketed",
    "the organisation stands in brackets behind a name, and more than the brackets tells that it is one",
    "[Carl Hale](Melford Growers Association) (Melford Growers Association) said that it was late.",
    "Orlin Foods sells soup. “It is late,” said [Mary Dunn](Orlin Foods) (Orlin Foods).",
)

_NAME_IS = rule(
    "name-is",
    "a name, is and the words for a post stand before the organisation, whatever the tree has",
    "[June Temple](Melford Foods) is managing director of Melford Foods. Temple said that it was late.",
    "[Liang Chen](Melford Institute) is managing editor at the Melford Institute. Chen said that it rained.",
)

_NAME_AT_POST = rule(
    "name-at-post",
    "a sentence opens with the organisation at which somebody has the post behind the comma",
    "At Sullivan Foods, operations manager [Mary Dunn](Sullivan Foods) has trucks. “We need more,” Dunn says.",
    "At the Melford Institute, policy director [Carl Hale](Melford Institute) was late. “It rained,” Hale said.",
)
_NAME_ITS = rule(
    "name-its-post",
    "the post of somebody is one of the organisation that its stands for",
    "The Doctors Network was late. Its vice-president, Dr [Ruth Carter](Doctors Network), said that it rained.",
    "The Bakers Union met. Its vice-president, [Carl Hale](Bakers Union), said bread was dear.",
)

EVIDENCE = (
    Evidence(_NAME_POST, Rank.BESIDE, (Basis.BEFORE_NAME,), _of_body),
    Evidence(_NAME_POST, Rank.COPULA, (Basis.BEFORE_NAME,), _of_others),
    Evidence(_NAME_APPOSED, Rank.BESIDE, (Basis.BEHIND_NAME,), _apposed),
    Evidence(_NAME_BRACKETED, Rank.BESIDE, (Basis.BEHIND_NAME,), _bracketed),
    Evidence(_NAME_BETWEEN, Rank.BESIDE, (Basis.BEFORE_NAME,), _between),
    Evidence(_NAME_OWNER, Rank.BESIDE, (Basis.BEFORE_NAME,), _owner),
    Evidence(_NAME_AT_POST, Rank.LATER, (Basis.BEFORE_NAME,), _at),
    Evidence(_NAME_ITS, Rank.APPOSITION, (Basis.BEFORE_NAME, Basis.BEHIND_POST), _its),
    Evidence(_NAME_IS, Rank.COPULA, (Basis.BEFORE_VERB,), _is_now),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
