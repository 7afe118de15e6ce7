"""The singular of nouns."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.data import text_of
from quoteattr.lexicon.nouns import singular


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("lawyers", "lawyer"),
        ("queries", "query"),
        ("movies", "movie"),
        ("promises", "promise"),
        ("bosses", "boss"),
        ("coaches", "coach"),
        ("headaches", "headache"),
        ("boxes", "box"),
        ("quizzes", "quiz"),
        ("heroes", "hero"),
        ("caucuses", "caucus"),
        ("houses", "house"),
        ("gases", "gas"),
        ("analyses", "analysis"),
        ("crises", "crisis"),
        ("wives", "wife"),
        ("shelves", "shelf"),
        ("menus", "menu"),
        ("men", "man"),
        ("women", "woman"),
        ("spokesmen", "spokesman"),
        ("people", "person"),
        ("children", "child"),
        ("criteria", "criterion"),
    ],
)
def test_plurals_lead_to_their_singular(plural: str, expected: str) -> None:
    """By the table of irregular ones, or by spelling and what is a known noun."""
    assert singular(plural) == expected


@pytest.mark.parametrize(
    "word",
    (
        "series news caucus analysis focus boss bias gas chaos lens politics headquarters species media data press "
        "corps specimen mayor"
    ).split(),
)
def test_a_singular_stays_as_it_is(word: str) -> None:
    """Also one that ends as plurals do."""
    assert singular(word) == word


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("zibbles", "zibble"), ("zibbies", "zibby"), ("zibbches", "zibbch"), ("zibbmen", "zibbman"), ("zibbis", "zibbis")],
)
def test_unknown_words_go_by_spelling(plural: str, expected: str) -> None:
    """As there is nothing else to go by."""
    assert singular(plural) == expected


def test_the_irregular_ones_are_sorted() -> None:
    """So that a word is found, and added once."""
    text = text_of("plurals.toml")
    words = list(tomllib.loads(text)["irregular"])
    assert words == sorted(words)


@given(st.text(max_size=10))
def test_any_text_has_a_singular_that_is_its_own(word: str) -> None:
    """No word fails, and a word in it does not become nothing."""
    assert bool(singular(word)) == bool(word)
