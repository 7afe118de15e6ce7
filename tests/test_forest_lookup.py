"""The lookup of joint values against a dictionary of joined strings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.forest import Column
from quoteattr.forest.lookup import Lookup

WORDS = st.sampled_from(["", "say", "did", "not", "did not", "say did", " ", "café"])


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[Column, dict[str, int], int]]:
    """Columns of one to three of three features, with some of their values."""
    made = []
    for number in range(draw(st.integers(0, 4))):
        names = draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True))
        values = draw(st.lists(st.tuples(*[WORDS] * len(names)), max_size=6))
        known = {" ".join(value): 100 * number + place for place, value in enumerate(values, 1)}
        made.append((Column.words(*names), known, 100 * number))
    return made


@given(tables(), st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6))
def test_a_place_is_that_of_the_joined_words(
    told: list[tuple[Column, dict[str, int], int]], rows: list[tuple[str, str, str]]
) -> None:
    """Whatever spaces words have in them, and whether a value is known or not."""
    features = dict(zip("abc", zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys("abc", ())
    found = Lookup.of(told).find(features, len(rows))
    expected = [
        [known.get(value, other) for value in column.keys([features[part] for part in column.parts])]
        for column, known, other in told
    ]
    assert sorted(found.tolist()) == sorted(expected)


def test_no_columns_of_words() -> None:
    """Trees that ask for numbers alone."""
    assert Lookup.of(()).find({}, 3).shape == (0, 3)
