"""Posts that are told in passing: "As an Acme engineer, Smith has seen", "Smith, an engineer there, said"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.organisations import organisations_of_phrase
from quoteattr.coreference.rules import rule
from quoteattr.syntax.labels import PREPOSITION_OBJECT, SUBJECT

__all__ = ["EVIDENCE", "RULES"]

_NEAR = 12, 1
"""Mentions and sentences back among which stands what "there" means."""


def _as(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "As an Acme engineer, Smith has", where a sentence opens so."""
    parse, comma = passage.parse, passage.mention.start - 1
    first = next(filter(parse.is_word, range(*parse.sentences[parse.sentence_of[comma]])), -1)
    role = parse.child(first, PREPOSITION_OBJECT) if parse.lower[first] == "as" else -1
    subject = parse.deps[passage.head] == SUBJECT and parse.heads[first] == parse.heads[passage.head]
    if subject and first < role < comma and passage.context.noun_at(role).is_person:
        yield from organisations_of_phrase(passage.context, role)


def _there(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "a historian there": the one body or place behind a preposition in the sentence before."""
    parse = passage.parse
    if parse.lower[passage.head + 1 : passage.head + 2] != ["there"]:
        return
    before = passage.document.before(passage.mention.start, *_NEAR)
    named = (one for one in before if one.name is not None and parse.deps[one.head] == PREPOSITION_OBJECT)
    found = {entity for one in named if not (entity := passage.context.entities.of(one)).is_person}
    body = found.pop() if len(found) == 1 else None
    yield body if body is not None and body.is_organisation and not body.traits.place else None


_NAME_AS = rule(
    "name-as",
    "a sentence opens with what somebody does it as",
    "As a CNN correspondent, [Anna Brown](CNN) has seen rain. Brown says that it was late.",
    "As a Garnet Bank engineer, [Peter Hale](Garnet Bank) has seen rain. “It was late,” Hale said.",
)
_ROLE_THERE = rule(
    "role-there",
    "a post “there” is one in the organisation at which something was",
    "The files are at Melford University. [Anna Brown](Melford University), a historian there, said that it was late.",
    "He worked for Garnet Bank in May. [Peter Hale](Garnet Bank), an engineer there, said that it was late.",
)

EVIDENCE = (
    Evidence(_NAME_AS, Rank.LATER, (Basis.BEHIND_COMMA,), _as),
    Evidence(_ROLE_THERE, Rank.APPOSITION, (Basis.APPOSITION,), _there),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
