"""What sorts of meaning words have."""

from __future__ import annotations

import pytest

from quoteattr.lexicon import meanings
from quoteattr.lexicon.meanings import UNKNOWN, Meaning, verb
from quoteattr.lexicon.nouns import noun


def test_verbs_are_looked_up_by_their_lemma() -> None:
    """One of saying, one of thinking, one of neither, and one that nobody knows."""
    assert verb("say") == Meaning("communication", 10.0, 0.0)
    assert verb("think").sort == "cognition"
    assert verb("think").other > 5
    assert (verb("grab").says, verb("grab").other) == (0.0, 0.0)
    assert verb("quuxify") == verb("says") == UNKNOWN


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("lawyer", "person"),
        ("lawyers", "person"),
        ("claims", "communication"),
        ("parties", "group"),
        ("bridge", "artifact"),
    ],
)
def test_nouns_are_looked_up_in_both_numbers(word: str, sort: str) -> None:
    """A regular plural is its singular."""
    assert noun(word).sort == sort


def test_a_plural_with_a_meaning_of_its_own_has_it() -> None:
    """Its singular is asked only where there is none."""
    assert noun("headquarters") != UNKNOWN
    assert noun("zzzs") == noun("zzz") == UNKNOWN


def test_words_tell_the_numbers_of_their_meanings() -> None:
    """As a noun, as a verb, or as both."""
    text = "number\tsort\tsays\tother\nn1\tperson\t0\t9\nv1\tmotion\t1\t0\n\nactor\tn1\nrun\tn1 v1\n"
    person, motion = Meaning("person", 0.0, 9.0), Meaning("motion", 1.0, 0.0)
    assert meanings._read(text) == {"v": {"run": motion}, "n": {"actor": person, "run": person}}


def test_shares_are_tenths() -> None:
    """Of every word in the table, and no two of them are more than all."""
    for words in meanings._table().values():
        assert all(
            0 <= one.says <= 10 and 0 <= one.other <= 10 and one.says + one.other <= 11 for one in words.values()
        )
        assert all(one.sort for one in words.values())
