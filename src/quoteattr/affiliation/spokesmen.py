"""For whom people speak by the words behind their name or before it: "on behalf of Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.post_holders import name_at
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.holders import before_titles
from quoteattr.coreference.organisations import organisation_at
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list

__all__ = ["EVIDENCE", "RULES"]

_ON_BEHALF = word_list("affiliation", "on_behalf_of")
_LONGEST = 4
"""Words of these phrases at most."""


def _behind(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith, speaking on behalf of Acme, said"."""
    lower, end = passage.parse.lower, passage.mention.end
    end += lower[end : end + 1] == [","]
    size = _size(passage, end)
    name = name_at(passage, end + size) if size else None
    yield organisation_at(passage.context, name.head, "") if name is not None else None


def _before(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Speaking on behalf of Acme, Smith said"."""
    parse = passage.parse
    comma = before_titles(parse, passage.gazetteer, passage.mention.start) - 1
    if comma < 0 or parse.lower[comma] != ",":
        return
    first = next(filter(parse.is_word, range(*parse.sentences[parse.sentence_of[comma]])), comma)
    size = _size(passage, first)
    name = name_at(passage, first + size) if size and passage.document.is_source(passage.mention) else None
    if name is not None and name.end == comma:
        yield organisation_at(passage.context, name.head, "")


def _size(passage: Passage, start: int) -> int:
    """How many words at a token tell that somebody speaks for others; 0 if none do."""
    lower = passage.parse.lower
    return next((size for size in range(_LONGEST, 1, -1) if " ".join(lower[start : start + size]) in _ON_BEHALF), 0)


_NAME_BEHALF = rule(
    "name-on-behalf",
    "somebody speaks on behalf of an organisation",
    "Speaking on behalf of the Melford Institute, [Carl Hale](Melford Institute) said that it was late.",
    "[Mary Dunn](Garnet Bank), on behalf of Garnet Bank, said that it rained.",
)

EVIDENCE = (
    Evidence(_NAME_BEHALF, Rank.BESIDE, (Basis.BEHIND_NAME,), _behind),
    Evidence(_NAME_BEHALF, Rank.BESIDE, (Basis.BEHIND_COMMA, Basis.BEFORE_NAME), _before),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
