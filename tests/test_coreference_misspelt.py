"""Surnames that an article misspells."""

from __future__ import annotations

import pytest

from quoteattr.coreference.sieves.misspelt import misspelt


@pytest.mark.parametrize("slip", ["romazsko", "romaszkko", "romanszko", "romatzko"])
def test_one_slip_in_a_long_surname(slip: str) -> None:
    """Letters that changed places, a double letter, and one letter too many or another."""
    assert list(misspelt([("ada", "romaszko"), (slip,)])) == [((slip,), ("romaszko",))]


@pytest.mark.parametrize(
    ("surname", "other"),
    [
        ("andersen", "anderson"),
        ("romaszko", "romaszka"),
        ("webber", "weber"),
        ("stone", "stines"),
        ("keller", "teller"),
    ],
)
def test_another_name_is_no_slip(surname: str, other: str) -> None:
    """Endings tell names apart, and so do first letters; short names differ by one letter."""
    found = list(misspelt([("ada", surname), (other,)]))
    assert found == []


def test_a_name_that_two_may_misspell() -> None:
    """Nobody is taken for it."""
    assert list(misspelt([("ada", "romaszko"), ("eva", "romarzko"), ("romatzko",)])) == []
