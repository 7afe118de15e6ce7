"""What a preference for an antecedent is, and what it is worth where the antecedent stands in its clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import frozen

from quoteattr.coreference.entities import Mention
from quoteattr.coreference.rules import Example
from quoteattr.coreference.sieves.pronoun import Pronoun
from quoteattr.syntax.labels import (
    ADVERBIAL_CLAUSE,
    CONTENT_CLAUSES,
    NOUN_ADVERBIAL,
    NOUN_CLAUSES,
    POSSESSOR,
    PREMODIFIERS,
)

__all__ = ["MOST_OF_PLACE", "MOST_OF_TOPIC", "PLACES", "Preference", "place_of"]

_OBLIQUE = PREMODIFIERS | {NOUN_ADVERBIAL}
_INNER_CLAUSES = CONTENT_CLAUSES | NOUN_CLAUSES | {ADVERBIAL_CLAUSE}
_TOPIC_OPENING, _TOPIC = ["as", "for"], 8
"""How a sentence opens that names its topic, and tokens from its beginning within which the topic stands."""

Given = TypeVar("Given")


def _once(pronoun: Pronoun, given: Given) -> float:
    return 1.0


def _always(pronoun: Pronoun) -> bool:
    return True


@frozen
class Preference(Generic[Given]):
    """One thing that speaks for or against an antecedent.

    Attributes:
        id: Its name in the table.
        weight: How much it speaks for the antecedent, in sentences of distance; negative for against.
        reason: One line that says why.
        example: An article in which it decides: without it, the pronoun stands for somebody else.
        amount: How often it counts, by the pronoun and what is given: a mention, what it stands for, a number.
        concerns: The pronouns for which it is asked.
    """

    id: str
    weight: float
    reason: str
    example: Example
    amount: Callable[[Pronoun, Given], float] = _once
    concerns: Callable[[Pronoun], bool] = _always


# ---- what an antecedent is in its clause --------------------------------------------------------------------------

SUBJECT_PLACE = Preference[Mention](
    "subject",
    1.2,
    "Who acts, or is the source of an attribution, is spoken of next",
    Example("Peter Stone met Carl Hall. He was late.", "He", "Peter Stone"),
)
INNER_SUBJECT = Preference[Mention](
    "inner-subject",
    0.3,
    "Less so in a clause inside another",
    Example("They saw that Peter Stone was late for Carl Hall. He smiled.", "He", "Peter Stone"),
)
POSSESSOR_PLACE = Preference[Mention](
    "possessor",
    0.9,
    "Whose the subject is: Smith's plan failed",
    Example("Peter Stone’s plan helped Carl Hall. He smiled.", "He", "Peter Stone"),
)
INNER_POSSESSOR = Preference[Mention](
    "inner-possessor",
    0.3,
    "Less so in a clause inside another, or where a man or woman of theirs speaks",
    Example("They know that Peter Stone’s plan helped Carl Hall. He smiled.", "He", "Peter Stone"),
)
OBLIQUE_PLACE = Preference[Mention](
    "oblique",
    -0.4,
    "What only modifies a noun: the Smith plan",
    Example("Reporters saw Peter Stone at a Carl Hall rally. He smiled.", "He", "Peter Stone"),
)
TOPIC = Preference[Mention](
    "topic",
    2.5,
    "For whom the sentence opens as its topic: As for Smith, he",
    Example("“It rained,” Carl Hall said. As for Peter Stone, he was late.", "he", "Peter Stone"),
)
PLACES = (SUBJECT_PLACE, INNER_SUBJECT, POSSESSOR_PLACE, INNER_POSSESSOR, OBLIQUE_PLACE, TOPIC)
"""Each mention stands at one of these, or at none: an object."""
MOST_OF_TOPIC = max(place.weight for place in PLACES)
"""What a place is worth, at most, in the sentence of the pronoun."""
MOST_OF_PLACE = max(place.weight for place in PLACES if place is not TOPIC)
"""What a place is worth, at most, in the sentences before."""


def place_of(pronoun: Pronoun, other: Mention) -> Preference[Mention] | None:
    """What a mention is in its clause, by what this is worth; ``None`` for objects and whatever else."""
    document = pronoun.context.document
    parse, token = document.parse, other.head
    if token in document.attribution_of:
        return SUBJECT_PLACE
    if document.is_subject(token):
        inner = document.clause_of(token) in _INNER_CLAUSES and not _opens_what_is_said(pronoun, token)
        return INNER_SUBJECT if inner else SUBJECT_PLACE
    if parse.deps[token] == POSSESSOR and document.is_subject(parse.heads[token]):
        inner = document.clause_of(parse.heads[token]) in _INNER_CLAUSES
        speaks = parse.heads[token] in document.attribution_of and pronoun.speaks_as_one_person()
        return INNER_POSSESSOR if inner or speaks else POSSESSOR_PLACE
    if parse.deps[token] in _OBLIQUE:
        return OBLIQUE_PLACE
    return TOPIC if _is_topic(pronoun, token) else None


def _opens_what_is_said(pronoun: Pronoun, token: int) -> bool:
    """Whether a subject opens its sentence and who says so comes behind: "Smith told police ..., papers say"."""
    parse = pronoun.parse
    verb = parse.heads[token]
    return parse.deps[verb] in CONTENT_CLAUSES and verb < parse.heads[verb] and parse.region_of[token] < 0


def _is_topic(pronoun: Pronoun, token: int) -> bool:
    """Whether the sentence of the pronoun opens with a token as its topic."""
    parse = pronoun.parse
    first = parse.sentences[parse.sentence_of[token]][0]
    near = token - first <= _TOPIC and parse.sentence_of[token] == parse.sentence_of[pronoun.mention.head]
    return near and parse.lower[first : first + 2] == _TOPIC_OPENING
