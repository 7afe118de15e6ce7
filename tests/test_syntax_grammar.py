"""Questions of grammar, on parses written by hand."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.syntax import Entity
from quoteattr.syntax.grammar import (
    Verb,
    agent_of,
    complement_of,
    conjunct_behind,
    is_dated,
    is_infinitive,
    is_negated,
    nominal_of,
    object_of,
    phrase_head,
)

# The plan was criticised by farmers and doctors on Friday .
PASSIVE = parse_of(
    "The DT det 1",
    "plan NN nsubjpass 3",
    "was VBD auxpass 3",
    "criticised VBN ROOT 3",
    "by IN agent 3",
    "farmers NNS pobj 4",
    "and CC cc 5",
    "doctors NNS conj 5",
    "on IN prep 3",
    "Friday NNP pobj 8",
    ". . punct 3",
    entities=(Entity(9, 10, "DATE"),),
)
# She did not promise to build a bridge without asking .
ACTIVE = parse_of(
    "She PRP nsubj 3",
    "did VBD aux 3",
    "not RB neg 3",
    "promise VB ROOT 3",
    "to TO aux 5",
    "build VB xcomp 3",
    "a DT det 7",
    "bridge NN dobj 5",
    "without IN prep 5",
    "asking VBG pcomp 8",
    ". . punct 3",
)


def test_object_and_agent() -> None:
    """Each is the head of its phrase."""
    assert (agent_of(PASSIVE, 3), object_of(PASSIVE, 3)) == (5, -1)
    assert (agent_of(ACTIVE, 3), object_of(ACTIVE, 5)) == (-1, 7)


def test_what_a_preposition_governs() -> None:
    """A noun, or a clause."""
    assert (nominal_of(PASSIVE, 8), complement_of(PASSIVE, 8)) == (9, 9)
    assert (nominal_of(ACTIVE, 8), complement_of(ACTIVE, 8)) == (-1, 9)


@pytest.mark.parametrize("question", [object_of, agent_of, nominal_of, complement_of])
def test_no_token_has_no_answer(question: object) -> None:
    """So that one question can be asked about the answer of another."""
    assert callable(question) and question(PASSIVE, -1) == -1


def test_conjuncts_and_phrases() -> None:
    """A coordinator joins what stands behind it, and a noun belongs to the phrase around it as far as one looks."""
    assert (conjunct_behind(PASSIVE, 5, 6), conjunct_behind(PASSIVE, 1, 0)) == (7, -1)
    assert [phrase_head(PASSIVE, 7, (start, 8)) for start in (5, 6)] == [5, 7]


def test_infinitives_dates_and_negation() -> None:
    """By a to, by the entity, and by a word of the verb's own."""
    assert is_infinitive(ACTIVE, 5) and not is_infinitive(ACTIVE, 9)
    assert is_dated(PASSIVE, 9) and not is_dated(PASSIVE, 5)
    assert is_negated(ACTIVE, 3) and not is_negated(ACTIVE, 5) and not is_negated(ACTIVE, -1)


def test_nor_negates_what_it_joins() -> None:
    """And no more than that."""
    parse = parse_of("She PRP nsubj 1", "said VBD ROOT 1", "nor CC cc 1", "denied VBD conj 1", "it PRP dobj 3")
    assert is_negated(parse, 3) and not is_negated(parse, 1)


def test_a_verb_knows_what_hangs_on_it() -> None:
    """By label, in text order; and whether it is passive."""
    passive, active = Verb.at(PASSIVE, 3, "criticise"), Verb.at(ACTIVE, 3, "promise")
    assert (passive.passive, passive.subject, passive.all("agent", "prep")) == (True, 1, [4, 8])
    assert (active.passive, active.subject, active.after("xcomp"), active.first("xcomp", "aux")) == (False, 0, [5], 1)
    assert active.all("dobj") == active.after("dobj") == []


def test_a_participle_behind_a_noun_is_passive_without_an_object() -> None:
    """As is "proposed" in "the ban proposed by them"."""
    rows = ["the DT det 1", "ban NN ROOT 1", "proposed VBN acl 1"]
    assert Verb.at(parse_of(*rows), 2, "propose").passive
    assert not Verb.at(parse_of(*rows, "it PRP dobj 2"), 2, "propose").passive
