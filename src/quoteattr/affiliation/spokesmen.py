"""For whom people speak or what they are, told by words behind a name or before it: "on behalf of Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.holders import is_post_of_body
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
    parse, comma = passage.parse, passage.mention.start - 1
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

EVIDENCE = (
    Evidence(_NAME_BEHALF, Rank.BESIDE, (Basis.BEHIND_NAME,), _behind),
    Evidence(_NAME_BEHALF, Rank.BESIDE, (Basis.BEHIND_COMMA,), _before),
    Evidence(_NAME_IS, Rank.COPULA, (Basis.BEFORE_VERB,), _is_now),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
