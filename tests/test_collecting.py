"""The garbage collector is held off while articles are read, and given back."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from quoteattr import Extractor
from quoteattr.collecting import held, seldom


@pytest.fixture(autouse=True)
def threshold() -> Iterator[tuple[int, int, int]]:
    """A known one, and afterwards that of before."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield gc.get_threshold()
    gc.set_threshold(*before)


def test_it_is_held_off_and_given_back(threshold: tuple[int, int, int]) -> None:
    with held():
        with held():
            assert gc.get_threshold()[0] > 10_000
        assert gc.get_threshold()[0] > 10_000
    assert gc.get_threshold() == threshold


def test_it_is_given_back_after_an_error(threshold: tuple[int, int, int]) -> None:
    with pytest.raises(ZeroDivisionError), held():
        raise ZeroDivisionError
    assert gc.get_threshold() == threshold


@pytest.mark.parametrize("own", [0, 1_000_000])
def test_a_threshold_that_is_off_or_higher_stays(own: int) -> None:
    gc.set_threshold(own)
    with held():
        assert gc.get_threshold()[0] == own
    assert gc.get_threshold()[0] == own


def test_a_threshold_that_is_set_meanwhile_stays() -> None:
    with held():
        gc.set_threshold(123)
    assert gc.get_threshold()[0] == 123


def test_the_last_of_several_threads_gives_it_back(threshold: tuple[int, int, int]) -> None:
    barrier = Barrier(4, timeout=60)

    def hold(_: int) -> int:
        with held():
            barrier.wait()
            return gc.get_threshold()[0]

    with ThreadPoolExecutor(4) as threads:
        assert min(threads.map(hold, range(4))) > 10_000
    assert gc.get_threshold() == threshold


def test_a_pipe_that_is_left_gives_it_back(extractor: Extractor, threshold: tuple[int, int, int]) -> None:
    pipe = extractor.pipe(["“It rained,” said Ada Smith."] * 3)
    assert next(pipe).quotes
    assert gc.get_threshold() == threshold


def test_processes_of_our_own_collect_seldom() -> None:
    frozen = gc.get_freeze_count()
    seldom()
    assert gc.get_threshold()[0] > 10_000
    assert gc.get_freeze_count() >= frozen
    gc.unfreeze()
