"""Elements in, results out."""

from __future__ import annotations

from collections import deque
from itertools import islice, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.errors import TextError
from quoteattr.records import Article
from quoteattr.stream import Results, batches, closing, entries


@given(st.lists(st.text(max_size=30)), st.integers(1, 5), st.integers(1, 60))
def test_batches_hold_everything_in_order(texts: list[str], size: int, characters: int) -> None:
    """No text is lost or moved, and no batch is larger than asked for unless one text alone is."""
    made = list(batches(texts, repeat(size), characters))
    assert [text for batch in made for text in batch] == texts
    for batch in made:
        assert 1 <= len(batch) <= size
        assert len(batch) == 1 or sum(map(len, batch)) <= characters


def test_batches_read_no_further_than_they_must() -> None:
    """An endless iterable gives its first batch."""
    read = []

    def endless():
        while True:
            read.append("x")
            yield "x"

    assert next(batches(endless(), repeat(3), 100)) == ["x", "x", "x"]
    assert len(read) == 3


def test_lists_get_smaller_in_the_end() -> None:
    """So that the last process to read one does not read long while the others wait; but not tiny ones."""
    assert list(islice(closing(100, 16, 2), 12)) == [16, 16, 16, 13, 10, 8, 6, 4, 4, 4, 4, 4]
    assert list(islice(closing(5, 2, 2), 3)) == [2, 2, 2]
    assert [len(batch) for batch in batches(["x"] * 100, closing(100, 16, 2), 1_000)] == [
        *(16, 16, 16, 13, 10, 8, 6, 4, 4, 4, 3)
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "is None"), (5, "type int (5)"), (b"said", "decode it first"), (["said"], "type list")],
)
def test_an_element_that_is_no_text_becomes_an_error_that_says_what_came(value: object, words: str) -> None:
    """The error names the element's number and its type."""
    good, bad, last = entries(["a", value, "b"], None)
    assert (good, last) == ("a", "b")
    assert isinstance(bad, TextError)
    assert "element 1 must be a string" in str(bad)
    assert words in str(bad)


def test_an_error_of_the_callers_own_iterator_comes_after_the_texts_before_it() -> None:
    """What was read already is not lost."""

    def failing():
        yield "a"
        raise KeyError("mine")

    first, error = entries(failing(), None)
    assert first == "a"
    assert isinstance(error, KeyError)


def test_an_error_of_the_callers_own_iterator_of_pairs_has_no_context() -> None:
    """One stands in its place, so that those of the texts before it stay with them."""

    def failing():
        yield "a", 1
        raise KeyError("mine")

    contexts: deque[object] = deque()
    assert [type(entry) for entry in entries(failing(), contexts)] == [str, KeyError]
    assert list(contexts) == [1, None]


def test_contexts_are_put_aside_one_for_each_element() -> None:
    """Also for elements that are no pair, or whose text is none."""
    contexts: deque[object] = deque()
    made = list(entries([("a", 1), "b", (None, 2), ["c", 3]], contexts))
    assert [isinstance(entry, TextError) for entry in made] == [False, True, True, False]
    assert list(contexts) == [1, None, 2, 3]


def test_results_go_on_after_an_error() -> None:
    """The error is raised at its place, and what follows still comes, with its own context."""
    results = Results(iter([Article("a"), TextError("no"), Article("c")]), deque([1, 2, 3]))
    assert next(results) == (Article("a"), 1)
    with pytest.raises(TextError, match="no"):
        next(results)
    assert list(results) == [(Article("c"), 3)]
