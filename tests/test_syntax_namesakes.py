"""People's names under one common name, for the parser."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.syntax.namesakes import shown


def seen(*lines: str) -> str:
    """The lines as the parser sees them."""
    words: list[str] = []
    ranges = []
    for line in lines:
        ranges.append((len(words), len(words) + len(line.split())))
        words += line.split()
    out = shown(words, ranges)
    return " / ".join(" ".join(out[start:end]) for start, end in ranges)


def test_a_surname_behind_a_given_name_is_shown_as_a_common_one_everywhere() -> None:
    """Headlines and labels of turns too, in their own case; whom nobody names in full stays."""
    assert seen("Vexo eyes move", "Laila Vexo left . VEXO : No . Zorb met Vexo .") == (
        "Smith eyes move / Peter Smith left . SMITH : No . Zorb met Smith ."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Mr Vexo there .", "He met Mr Smith there ."),
        ("He met Dr. Zumba Vexo there .", "He met Dr. Zumba Smith there ."),
        ("He met Dr Laila Vexo there .", "He met Dr Peter Smith there ."),
        ("He met Laila M. Vexo there .", "He met Peter M. Smith there ."),
        ("He met Dr Laila M. Vexo there .", "He met Dr Peter M. Smith there ."),
        ("He met Laila Zorb Vexo there .", "He met Laila Zorb Smith there ."),
        ("He met Sean O’Vexo and Ian McVexo .", "He met Peter Smith and Peter Smith ."),
        ("He met Laila Vexo Jr there .", "He met Peter Smith Jr there ."),
        ("LAILA VEXO met Laila Vexo .", "PETER SMITH met Peter Smith ."),
    ],
)
def test_titles_given_names_and_initials_tell_a_surname(text: str, expected: str) -> None:
    """Also with an initial or another name between them."""
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He left San Diego for Nova Scotia and Al Qaeda .",
        "He went to George Street and Phillip Island . The Island is small .",
        "Laila Vexo Hall is closed .",
        "Laila Vexo - Zorb left .",
        "Laila Vexo left the vexo .",
        "Carol Justice left .",
        "Jane Ford left .",
        "She is an analyst at Laila Vexo .",
        "He is a director of Laila Vexo .",
        "Anna Hale - Lee of Laila Vexo left .",
        "The head of Garnet Homes Laila Vexo left .",
        "President of the Farmers and Growers Union Laila Vexo left .",
        "Mr X left . Laila left .",
        "Theresa May left in May .",
    ],
)
def test_what_may_be_no_person_stays(text: str) -> None:
    """Places, bodies, companies named after people, double names, and words that the article has in small letters."""
    assert seen(text) == text


def test_no_name_goes_over_the_end_of_a_line() -> None:
    """A given name at the end of one tells nothing of the next."""
    assert seen("Photo by Laila", "Vexo is a town .") == "Photo by Laila / Vexo is a town ."


def test_a_surname_that_is_a_word_must_stand_alone_or_be_one_of_many_people() -> None:
    """“Head says” is nobody’s head; “Stone” is a surname that many have."""
    assert seen("James Head left . Head says so .") == "Peter Smith left . Smith says so ."
    assert seen("James Head left . The Head says so .") == "James Head left . The Head says so ."
    assert seen("James Stone left .") == "Peter Smith left ."


@given(st.lists(st.sampled_from("Mr Laila Vexo J. said - of at the The Head vexo SMITH ; é".split())), st.data())
def test_any_words_have_as_many_shown(words: Sequence[str], data: st.DataObject) -> None:
    """And only words with a capital differ."""
    cuts = sorted({0, len(words), *data.draw(st.lists(st.integers(0, len(words)), max_size=3))})
    out = shown(words, list(pairwise(cuts)))
    assert len(out) == len(words)
    assert all(before == after or before[0].isupper() for before, after in zip(words, out, strict=True))
