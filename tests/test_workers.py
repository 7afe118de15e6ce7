"""Work in other processes."""

from __future__ import annotations

import itertools
import multiprocessing
import os
from collections.abc import Sequence
from typing import Any

import pytest

from quoteattr.errors import ModelError, TextError, WorkerError
from quoteattr.workers import spread


class OddError(Exception):
    """An error that cannot be pickled and read back: it needs two arguments."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def upper() -> Any:
    """Work that ends its process at the text "die", and fails at "odd" and "bad"."""

    def work(texts: Sequence[str]) -> list[Any]:
        out: list[Any] = []
        for text in texts:
            if text == "die":
                os._exit(7)
            elif text == "odd":
                out.append(OddError("very ", "odd"))
            elif text == "bad":
                out.append(ValueError("bad"))
            else:
                out.append((text.upper(), os.getpid()))
        return out

    return work


def broken() -> Any:
    raise ModelError("no such model")


def dead() -> Any:
    os._exit(3)


def test_results_keep_their_order_whatever_happens_to_some() -> None:
    """Errors come back at their places, and a text that kills its worker is named and takes no other with it."""
    given = [["a", "b"], ["c", "die", "d"], [TextError("none")], ["odd", "bad"], *[[letter] for letter in "efgh"]]
    results = list(spread(upper, iter(given), 2, ahead=6))
    words = [result if isinstance(result, Exception) else result[0] for result in results]
    assert [word for word in words if isinstance(word, str)] == list("ABCDEFGH")
    death, none, odd, bad = words[3], words[5], words[6], words[7]
    assert isinstance(death, WorkerError)
    assert "exit status 7" in str(death)
    assert "element 3" in str(death)
    assert "'die'" in str(death)
    assert isinstance(none, TextError)
    assert isinstance(odd, WorkerError)
    assert "OddError: very odd" in str(odd)
    assert isinstance(bad, ValueError)
    assert "In the worker process" in bad.__notes__[0]
    assert multiprocessing.active_children() == []


def test_no_more_is_read_than_asked_for() -> None:
    """An endless iterable is read a bounded way ahead, and the workers end with the iterator."""
    read = itertools.count()
    results = spread(upper, ([str(number)] for number in read), 2, ahead=4)
    assert [next(results)[0] for _ in range(5)] == ["0", "1", "2", "3", "4"]
    assert next(read) <= 10
    assert len(multiprocessing.active_children()) == 2
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_texts_larger_than_any_buffer_come_through() -> None:
    """Neither side waits for the other when both have much to send."""
    texts = [letter * 3_000_000 for letter in "abcd"]
    results = [result[0] for result in spread(upper, iter([[text] for text in texts]), 2, ahead=4)]
    assert results == [text.upper() for text in texts]


def test_nothing_to_do_starts_nothing() -> None:
    """No batches, no workers, no results."""
    assert list(spread(dead, iter([]), 2, ahead=4)) == []


def test_a_setup_that_fails_raises_its_error() -> None:
    """The error of the worker's setup is raised as it is."""
    with pytest.raises(ModelError, match="no such model"):
        list(spread(broken, iter([["a"]]), 1, ahead=4))
    assert multiprocessing.active_children() == []


def test_a_worker_that_dies_before_it_is_ready_is_not_started_again() -> None:
    """That would go on for ever; the error says what may be wrong."""
    with pytest.raises(WorkerError, match=r"exit status 3 before it was ready.*__main__"):
        list(spread(dead, iter([["a"]]), 1, ahead=4))
