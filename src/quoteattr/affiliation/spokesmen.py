"""For whom people speak or what they are, told by words behind a name or before it: "on behalf of Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.holders import before_titles, is_post_of_body, post_before
from quoteattr.coreference.organisations import organisation_at
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import DETERMINER_TAG

__all__ = ["EVIDENCE", "RULES"]

_ON_BEHALF = word_list("affiliation", "on_behalf_of")
_IS = word_list("affiliation", "is_now")
_BETWEEN = word_list("mentions", "between_role_and_employer")
_LONGEST = 4
"""Words of these phrases at most."""
_WORDS = 9
"""Tokens of a post at most."""


def _behind(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith, speaking on behalf of Acme, said"."""
    lower, end = passage.parse.lower, passage.mention.end
    end += lower[end : end + 1] == [","]
    size = _size(passage, end)
    name = _name_at(passage, end + size) if size else None
    yield organisation_at(passage.context, name.head, "") if name is not None else None


def _before(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Speaking on behalf of Acme, Smith said"."""
    parse = passage.parse
    comma = before_titles(parse, passage.gazetteer, passage.mention.start) - 1
    if comma < 0 or parse.lower[comma] != ",":
        return
    first = next(filter(parse.is_word, range(*parse.sentences[parse.sentence_of[comma]])), comma)
    size = _size(passage, first)
    name = _name_at(passage, first + size) if size and passage.document.is_source(passage.mention) else None
    if name is not None and name.end == comma:
        yield organisation_at(passage.context, name.head, "")


def _size(passage: Passage, start: int) -> int:
    """How many words at a token tell that somebody speaks for others; 0 if none do."""
    lower = passage.parse.lower
    return next((size for size in range(_LONGEST, 1, -1) if " ".join(lower[start : start + size]) in _ON_BEHALF), 0)


def _name_at(passage: Passage, token: int) -> Mention | None:
    """The name that begins at a token, or behind the article there."""
    parse = passage.parse
    token += token < len(parse) and parse.tags[token] == DETERMINER_TAG
    name = passage.document.name_covering(token) if token < len(parse) else None
    return name if name is not None and name.start == token else None


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
    name = _name_at(passage, place + 1)
    yield organisation_at(passage.context, name.head, parse.lower[place - 1]) if name is not None else None


def _at(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "At Acme, operations manager Smith has sprayers", where a sentence opens so."""
    parse = passage.parse
    post = post_before(parse, passage.gazetteer, passage.mention.start)
    comma = post.start - 1 if post is not None else -1
    if comma < 2 or parse.lower[comma] != ",":
        return
    first = next(filter(parse.is_word, range(*parse.sentences[parse.sentence_of[comma]])), comma)
    name = _name_at(passage, first + 1) if parse.lower[first] == "at" else None
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


_NAME_BEHALF = rule(
    "name-on-behalf",
    "somebody speaks on behalf of an organisation",
    "Speaking on behalf of the Melford Institute, [Carl Hale](Melford Institute) said that it was late.",
    "[Mary Dunn](Garnet Bank), on behalf of Garnet Bank, said that it rained.",
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
    Evidence(_NAME_BEHALF, Rank.BESIDE, (Basis.BEHIND_NAME,), _behind),
    Evidence(_NAME_BEHALF, Rank.BESIDE, (Basis.BEHIND_COMMA, Basis.BEFORE_NAME), _before),
    Evidence(_NAME_AT_POST, Rank.LATER, (Basis.BEFORE_NAME,), _at),
    Evidence(_NAME_ITS, Rank.APPOSITION, (Basis.BEFORE_NAME, Basis.BEHIND_POST), _its),
    Evidence(_NAME_IS, Rank.COPULA, (Basis.BEFORE_VERB,), _is_now),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
