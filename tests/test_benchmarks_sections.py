"""Sections of the benchmarks with other programs and engines in play, and where their output goes."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import archive_sections as archive
from benchmarks import measuring, speed_sections
from benchmarks import speed as command
from benchmarks.archive_runs import Request
from benchmarks.bench import Bench
from benchmarks.peers import Peer
from benchmarks.processes import Peaks
from benchmarks.texts import articles
from quoteattr import Extractor

TEXTS = ["“We are hiring,” said Ada Smith.\nShe said no more.\n"] * 3


def program(reads: bool = True) -> Peer:
    def find(text: str) -> None:
        if not reads:
            raise ValueError("cannot read it")

    return Peer("other", find, lambda text: reads)


@pytest.fixture(autouse=True)
def _no_rubbish(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not timed here need not be tidied up for first."""
    monkeypatch.setattr(measuring.gc, "collect", int)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch, extractor: Extractor, nlp: Any) -> None:
    """Models that are there already."""
    monkeypatch.setattr(Bench, "nlp", nlp)
    monkeypatch.setattr(Bench, "extractor", extractor)
    monkeypatch.setattr(Bench, "unaccelerated", extractor)


@pytest.mark.usefixtures("loaded")
def test_growth_beside_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column more: seconds where it can read texts of that length and is asked to, else nothing."""
    monkeypatch.setattr(speed_sections, "LENGTHS", (40, 80))
    monkeypatch.setattr(speed_sections, "_PEERS_LONGEST", 80)
    monkeypatch.setattr(Bench, "programs", [program()])
    table = speed_sections.growth(Bench(TEXTS, rounds=1, longest=120))
    assert table.columns[-1].heading == "other, seconds a text"
    assert [row["characters"] for row in table.rows] == [40, 80, 120]
    assert [row["other"] is None for row in table.rows] == [False, False, True]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("reads", [True, False])
def test_speed_beside_another_program(monkeypatch: pytest.MonkeyPatch, reads: bool) -> None:
    """A row more, and a note of the texts that it cannot read."""
    peer = program(reads)
    monkeypatch.setattr(Bench, "programs", [peer])
    table = speed_sections.speed(Bench(TEXTS, rounds=2))
    assert table.rows[-1]["variant"] == "other"
    assert peer.failed == (0 if reads else 3 * len(TEXTS))  # one round is not timed
    assert any("other" in note for note in table.notes) is not reads


def test_without_a_path_texts_are_put_together_from_the_repository(root: Path) -> None:
    """From the paragraphs of its articles."""
    made = articles(None, "dev")
    paragraphs = {line for file in (root / "seeds").glob("*.txt") for line in file.read_text("utf-8").split("\n")}
    assert len(made) > 1
    assert {line for line in made[0].split("\n") if line} <= paragraphs


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("loaded")
def test_a_terminal_is_told_what_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error; the table goes to standard output, of whatever kind that is."""
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    out, err = io.StringIO(), Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert command.main([str(tmp_path), "--sections", "same", "--rounds", "1", "--peers", ""]) == 0
    assert err.getvalue() == "same ...\n"
    assert "same" in out.getvalue()


# ---- archives ------------------------------------------------------------------------------------------------------


def bench_in(folder: Path) -> archive.Bench:
    return archive.Bench(folder, TEXTS, ["local", "other"], 4, 50, [2, 4], 2, 3)


def test_workers_are_compared_in_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each round begins with another run, so that none is always first; the archive is made once."""
    asked: list[tuple[str, int]] = []

    def ask(request: Request) -> dict[str, Any]:
        asked.append((request.engine, request.workers))
        return {"stretches": [[0.0, 1.0, 10 * request.workers, "a"]]}

    monkeypatch.setattr(archive, "ask", ask)
    table = archive.scaling(bench_in(tmp_path))
    runs = [("local", 1), ("local", 3), ("other", 1), ("other", 3)]
    assert asked == [*runs, *runs[1:], runs[0]]
    assert [(row["engine"], row["workers"], row["rate"], row["faster"]) for row in table.rows] == [
        (engine, count, 10.0 * count, float(count)) for engine, count in runs
    ]
    assert [folder.name for folder in tmp_path.iterdir()] == ["timed-4-50"]


def test_memory_is_told_for_each_engine_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In MiB; nothing for a virtual machine that was not there. An archive that is there is not made again."""

    def watch(arguments: list[str], look: Any) -> str:
        peaks: Peaks = look.__self__
        peaks.driver, peaks.worker = 3 << 20, 2 << 20
        return ""

    monkeypatch.setattr(archive, "watch", watch)
    table = archive.memory(bench_in(tmp_path))
    assert [tuple(row.values()) for row in table.rows] == [
        (engine, size, 3, None, 2) for engine in ("local", "other") for size in (2, 4)
    ]


def test_the_peaks_of_processes_are_kept_by_their_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver, the virtual machine and the largest worker; others do not count."""
    names = {1: "python", 2: "java", 3: "python3.12", 4: "ray::work", 5: "bash"}
    held = {1: 10, 2: 40, 3: 20, 4: 30, 5: 90}
    home = "benchmarks.processes"
    monkeypatch.setattr(f"{home}.family", lambda driver: iter(names))
    monkeypatch.setattr(f"{home}._name", names.__getitem__)
    monkeypatch.setattr(f"{home}._status", held.__getitem__)
    peaks = Peaks()
    peaks.look(1)
    held.update({1: 5, 3: 50})
    peaks.look(1)
    assert (peaks.driver, peaks.java, peaks.worker) == (10, 40, 50)
