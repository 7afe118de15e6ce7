"""Names that an article misspells."""

from __future__ import annotations

import pytest

from quoteattr.coreference.sieves.misspelt import misspelt, misspelt_bodies


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


@pytest.mark.parametrize(
    "slip",
    [("garmet", "blue"), ("garet", "blue"), ("garneet", "blue"), ("garnetblue",)],
)
def test_a_slip_in_the_name_of_an_organisation(slip: tuple[str, ...]) -> None:
    """One letter is another, is missing or is one too many, or the space is missing."""
    assert list(misspelt_bodies({("garnet", "blue"): 2, slip: 1})) == [(slip, ("garnet", "blue"))]


@pytest.mark.parametrize(
    "other",
    [
        ("carnet", "blue"),
        ("garner", "blue"),
        ("garmet",),
        ("garnet", "blue", "sky"),
        ("gabmet", "blue"),
        ("garnet", "be"),
    ],
)
def test_another_organisation_is_no_slip(other: tuple[str, ...]) -> None:
    """First and last letters tell names apart, and so do short words, two letters and other words."""
    assert list(misspelt_bodies({("garnet", "blue"): 2, other: 1})) == []


def test_an_organisation_that_is_named_often_is_no_slip() -> None:
    """Nor is one that may misspell two others, nor one of two that stand once."""
    assert list(misspelt_bodies({("garnet", "blue"): 2, ("garmet", "blue"): 2})) == []
    assert list(misspelt_bodies({("garnet", "blue"): 1, ("garmet", "blue"): 1})) == []
    assert list(misspelt_bodies({("garnet", "blue"): 2, ("garlet", "blue"): 2, ("garmet", "blue"): 1})) == []
