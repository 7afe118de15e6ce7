"""Work in other processes."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from children import LIMIT
from tasks import OddError, broken, dead, killer, libraries, stubborn, unlucky, upper

from quoteattr import workers
from quoteattr.errors import ModelError, SettingError, TextError, WorkerError
from quoteattr.workers import spread

pytestmark = pytest.mark.slow


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


def test_what_cannot_be_sent_is_an_error_before_any_process_starts() -> None:
    """A function within a function cannot be found by another process."""
    with pytest.raises(SettingError, match=r"cannot be sent to other processes.*top level of a module"):
        list(spread(lambda: list, iter([["a"]]), 2, ahead=4))  # type: ignore[arg-type, return-value]
    assert multiprocessing.active_children() == []


def test_a_worker_computes_in_one_thread() -> None:
    """As many workers as cores, each with as many threads as cores, would stand in each other's way."""
    ((threads, environment),) = spread(libraries, iter([["a"]]), 1, ahead=2)
    assert threads
    assert set(threads) == {1}
    assert environment == "1"
    assert os.environ.get("OMP_NUM_THREADS") is None or os.environ["OMP_NUM_THREADS"] == environment


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_a_worker_that_is_killed_is_told_with_its_text_and_the_rest_is_done() -> None:
    """Also when every worker dies in turn."""
    given = [["a"], ["die"], ["b", "die"], ["c"]]
    results = list(spread(killer, iter(given), 2, ahead=8))
    assert [result for result in results if isinstance(result, str)] == ["a", "b", "c"]
    for number in (1, 3):
        assert f"was killed by signal 9 while it read element {number} (3 characters, beginning 'die')" in str(
            results[number]
        )


SLOW = """
import sys, time
from quoteattr.workers import spread

def slow():
    def work(texts):
        print("at work", flush=True)
        time.sleep(60)
        return texts
    return work

if __name__ == "__main__":
    def batches():
        while True:
            print("read", flush=True)
            yield ["a"]
    list(spread(slow, batches(), 2, ahead=8))
"""


def test_an_error_travels_with_its_traceback() -> None:
    """One of ours as it is, one that every process knows with a note, any other as its text."""
    ours, plain, odd = TextError("no text"), ValueError("bad"), OddError("very ", "odd")
    assert workers._portable(ours) is ours and not hasattr(ours, "__notes__")
    assert workers._portable(plain) is plain
    assert plain.__notes__ == ["In the worker process:\nValueError: bad\n"]
    told = workers._portable(odd)
    assert isinstance(told, WorkerError)
    assert str(told) == "OddError: very odd"
    assert told.__notes__[0].startswith("In the worker process:\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signal that can be passed over")
def test_a_worker_that_does_not_end_when_told_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """After some patience; none is left."""
    monkeypatch.setattr(workers, "PATIENCE", 0.2)
    assert list(spread(stubborn, iter([["a"], ["b"]]), 1, ahead=4)) == ["a", "b"]
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for a group of processes")
@pytest.mark.parametrize("moment", ["read", "at work"])
def test_ctrl_c_ends_at_once_and_leaves_no_worker(tmp_path: Path, moment: str) -> None:
    """While the workers start and while they work; only the parent's traceback is printed."""
    script = tmp_path / "slow.py"
    script.write_text(SLOW, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert f"{moment}\n" in iter(process.stdout.readline, "")
        before = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to the parent and all its workers
        errors = process.stderr.read()  # to its end: nobody has it open any more, no worker either
        assert process.wait(LIMIT) == -signal.SIGINT
        assert time.monotonic() - before < 30
    assert errors.count("Traceback") == 1
    assert errors.rstrip().endswith("KeyboardInterrupt")


# ---- workers that are started, and end, beside the work -----------------------------------------------------------


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
@pytest.mark.parametrize(("well", "processes"), [("1 4", 1), ("1 2", 2), ("2", 2), ("1 2 5", 3)])
def test_workers_that_are_killed_while_they_load_end_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, well: str, processes: int
) -> None:
    """Others are tried, and those that are left go on."""
    monkeypatch.setenv("QUOTEATTR_TEST_STARTS", str(tmp_path))
    monkeypatch.setenv("QUOTEATTR_TEST_WELL", well)
    given = [["a"], ["b"], *([["die"]] if processes == 1 else []), ["c"], ["d"]]
    results = list(spread(unlucky, iter(given), processes, ahead=8))
    assert [result for result in results if isinstance(result, str)] == ["a", "b", "c", "d"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_workers_that_never_load_again_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some tries, if none is left."""
    monkeypatch.setenv("QUOTEATTR_TEST_STARTS", str(tmp_path))
    monkeypatch.setenv("QUOTEATTR_TEST_WELL", "1")
    with pytest.raises(WorkerError, match="before it was ready"):
        list(spread(unlucky, iter([["a"], ["die"], ["b"]]), 1, ahead=4))
    assert len(list(tmp_path.iterdir())) == 1 + workers.STARTS


def test_there_are_no_more_workers_than_batches() -> None:
    """However many are allowed."""
    results = spread(upper, iter([["a"], ["b"]]), 10**12, ahead=10**12)
    assert next(results)[0] == "A"
    assert len(multiprocessing.active_children()) <= 2
    assert [result[0] for result in results] == ["B"]


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("moment", ["read", "at work"])
def test_workers_end_with_their_parent(tmp_path: Path, number: int, moment: str) -> None:
    """However it ends, and not only behind the task that is under way."""
    script = tmp_path / "slow.py"
    script.write_text(SLOW, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert f"{moment}\n" in iter(process.stdout.readline, "")
        before = time.monotonic()
        process.send_signal(number)
        process.stdout.read()  # to its end: no worker has it open any more
        assert process.wait(LIMIT) == -number
        assert time.monotonic() - before < 30
