"""Systematic parser faults are mended."""

from __future__ import annotations

from quoteattr.syntax.repair import repair


def test_abbreviation_at_the_end_of_a_sentence_is_the_object_of_its_preposition() -> None:
    """It was read as punctuation."""
    words = ["works", "for", "Acme", "Corp."]
    deps, heads = ["ROOT", "prep", "compound", "punct"], [0, 0, 3, 0]
    repair(words, ["VBZ", "IN", "NNP", "NNP"], deps, heads)
    assert (deps[3], heads[3]) == ("pobj", 1)


def test_state_behind_a_town_belongs_to_the_town() -> None:
    """Behind a comma."""
    words = ["in", "Springfield", ",", "Ill."]
    deps, heads = ["ROOT", "pobj", "punct", "punct"], [0, 0, 1, 0]
    repair(words, ["IN", "NNP", ",", "NNP"], deps, heads)
    assert (deps[3], heads[3]) == ("appos", 1)


def test_true_punctuation_stays() -> None:
    """And so does a preposition that has its object."""
    deps, heads = ["ROOT", "prep", "pobj", "punct"], [0, 0, 1, 0]
    repair(["works", "for", "Acme", "."], ["VBZ", "IN", "NNP", "."], deps, heads)
    assert (deps, heads) == (["ROOT", "prep", "pobj", "punct"], [0, 0, 1, 0])
