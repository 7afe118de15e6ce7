"""``python -m benchmarks.archive``: what it makes of reports and rows, and that it runs. Never a time."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from archives import needs_ray
from pyarrow import parquet

from benchmarks import archive as command
from benchmarks import archive_runs, archive_sections
from benchmarks.archive_making import LONG, make
from benchmarks.archive_runs import PIPE, Request, answer, kill_one
from benchmarks.archive_runs import command as words_of
from benchmarks.archive_sections import SECTIONS, rate, time_at_work, unlike
from benchmarks.processes import Peaks, family, watch
from quoteattr.archive import ENGINES, TableExtractor, Totals
from quoteattr.archive.parts import footers
from quoteattr.archive.parts import parts as parts_of
from quoteattr.archive.report import Report
from quoteattr.archive.storage import Storage
from quoteattr.archive.work import PartWorker
from quoteattr.errors import WorkerError
from quoteattr.extractor import BATCH


def test_a_rate_begins_when_all_are_at_work() -> None:
    """Of a part that was begun before, the share counts that falls behind that moment; idle time at the end counts."""
    assert rate([[0.0, 10.0, 100, "a"]]) == 10.0
    assert rate([[0.0, 10.0, 100, "a"], [5.0, 10.0, 50, "b"]]) == 20.0
    assert rate([[0.0, 4.0, 40, "a"], [4.0, 10.0, 60, "a"], [5.0, 15.0, 100, "b"]]) == (50 + 100) / 10
    assert rate([[0.0, 2.0, 20, "a"], [3.0, 4.0, 10, "b"]]) == 10.0


def test_workers_that_wait_are_not_busy() -> None:
    """For the engine between two parts, and for the others at the end."""
    assert time_at_work([[0.0, 10.0, 100, "a"]]) == 1.0
    assert time_at_work([[0.0, 4.0, 40, "a"], [6.0, 10.0, 60, "a"]]) == 0.8
    assert time_at_work([[0.0, 10.0, 100, "a"], [0.0, 5.0, 100, "b"]]) == 0.75


def test_rows_that_differ_are_counted(tmp_path: Path) -> None:
    """In the order of the parts; a row too much counts as well."""
    for name, values in (("a", [1, 2, 3]), ("b", [1, 2, 3]), ("c", [1, 5, 3, 4])):
        (tmp_path / name).mkdir()
        parquet.write_table(pa.table({"x": values[:1]}), tmp_path / name / "1.parquet")
        parquet.write_table(pa.table({"x": values[1:]}), tmp_path / name / "2.parquet")
    assert unlike(tmp_path / "a", tmp_path / "b") == 0
    assert unlike(tmp_path / "a", tmp_path / "c") == 2


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the memory of other processes")
def test_the_memory_of_a_process_is_looked_at() -> None:
    """And of those that it started."""
    peaks = Peaks()
    peaks.look(os.getpid())
    assert peaks.driver > 1_000_000
    assert os.getpid() in family(os.getpid())


@pytest.mark.slow
def test_a_process_that_fails_is_an_error(tmp_path: Path) -> None:
    """With what it said last."""
    with pytest.raises(WorkerError, match="ended with exit status"):
        watch([sys.executable, "-c", "raise SystemExit(3)"], lambda _: None)
    assert not kill_one(tmp_path)


def measured(capsys: pytest.CaptureFixture[str], folder: Path, sections: str) -> Any:
    """What the command says of very small archives, with the engine that is always there."""
    numbers = "--articles 100 --length 100 --sizes 100 --rounds 1".split()
    arguments = [*numbers, "--engines", "local", "--folder", str(folder), "--format", "json", "--sections", sections]
    assert command.main(arguments) == 0
    return json.loads(capsys.readouterr().out)["sections"]


READER = TableExtractor(max_characters=LONG - 1)


def read_here(arguments: Sequence[str], look: Callable[[int], None]) -> str:
    """The command of an archive in this process, one part after another."""
    source, target = arguments[3:5]
    work = PartWorker(READER, source, target)
    come = Storage.of(source)
    for footer in footers(come, come.parquet()):
        for part in parts_of(come, footer, 2_000):
            assert work(part).failure is None
            look(os.getpid())
    return ""


@pytest.mark.slow
def test_the_command_measures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows, with a worker killed and without, and how fast they come."""
    monkeypatch.setattr(archive_sections, "watch", read_here)
    monkeypatch.setattr(archive_sections, "kill_one", lambda target: True)
    found = {"stretches": [[0.0, 1.0, 160, "a"]], "articles": 160, "cpu": 1.0}
    monkeypatch.setattr(archive_sections, "ask", lambda request: found)
    sections = measured(capsys, tmp_path, "same,speed")
    same = sections["same"]["rows"]
    assert [(row["engine"], row["kills"]) for row in same] == [("local", 0), ("local, a worker killed", 1)]
    assert all((row["unlike"], row["errors"]) == (0, 4) for row in same)
    assert [row["engine"] for row in sections["speed"]["rows"]] == [PIPE, "local"]
    assert [(row["rate"], row["ratio"]) for row in sections["speed"]["rows"]] == [(160.0, 1.0)] * 2


def test_a_run_tells_its_stretches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When each part was begun and done, how many articles it has, and who did it."""

    def run(source: str, target: str, work: TableExtractor, told: Any, **settings: Any) -> Any:
        assert (source, target, work.max_characters) == ("in", "out", 9)
        assert settings == {"engine": "local", "workers": 3, "rows_per_part": 2_000}
        told(1, 0, None)
        told(1, 1, Report(name="p", articles=4, began=1.0, ended=2.0, worker="w", peak=7))
        return Totals(articles=4, cpu=0.5)

    monkeypatch.setattr(archive_runs, "run", run)
    found = answer(engine="local", source="in", target="out", workers=3, most=9)
    assert (found["stretches"], found["articles"], found["cpu"], found["peak"]) == ([[1.0, 2.0, 4, "w"]], 4, 0.5, 7)


def test_a_pipe_is_timed_when_all_workers_are_at_work(tmp_path: Path, seed_texts: list[str]) -> None:
    """Not the first texts, nor the last: as many as all workers have at hand."""
    make(tmp_path, ["“Yes,” said Ada Smith."], 80, 20, broken=False)
    found = answer(engine=PIPE, source=str(tmp_path), target="", workers=1)
    (stretch,) = found["stretches"]
    assert (found["articles"], found["quotes"]) == (80, 80)
    assert stretch[0] <= stretch[1]
    assert stretch[2:] == [80 - 4 * BATCH, PIPE]


@pytest.mark.slow(limit=1_200)
@needs_ray
def test_the_command_measures_processes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That are really started, and one of them killed; where engines are tested, as it takes some runs."""
    sections = measured(capsys, tmp_path, "same,scaling,memory")
    assert [(row["unlike"], row["errors"]) for row in sections["same"]["rows"]] == [(0, 4)] * 2
    assert [row["workers"] for row in sections["scaling"]["rows"]] == [1, 2]
    assert sections["memory"]["rows"][0]["articles"] == 100


def test_a_run_is_the_command_of_an_archive() -> None:
    """With the words that a user types."""
    typed = words_of(Request("local", "in", "out", 3, most=9))[1:]
    assert typed[:4] == ["-m", "quoteattr.archive", "in", "out"]
    options = "--engine local --workers 3 --rows-per-part 2000 --max-characters 9"
    assert " ".join(typed[4:]) == options


def test_the_command_knows_all_sections_and_engines() -> None:
    """It names them without importing what they need."""
    assert tuple(SECTIONS) == command._SECTIONS
    assert tuple(command._NEEDED) == ENGINES


@pytest.mark.parametrize("options", [["--engines", "dask"], ["--sizes", "many"], ["--rounds", "0"]])
def test_wrong_usage(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Ends with status 2."""
    with pytest.raises(SystemExit) as end:
        command.main(options)
    assert end.value.code == 2
    assert "expected" in capsys.readouterr().err
