"""``python -m quoteattr.benchmark.archive``: what it makes of reports and rows, and that it runs. Never a time."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from archives import needs_ray
from pyarrow import parquet

from quoteattr.archive import ENGINES
from quoteattr.benchmark.archive import __main__ as command
from quoteattr.benchmark.archive.child import PIPE, Request
from quoteattr.benchmark.archive.figures import busy, rate, unlike
from quoteattr.benchmark.archive.processes import Peaks, ask, family, kill_one, watch
from quoteattr.benchmark.archive.sections import SECTIONS
from quoteattr.errors import WorkerError


def test_a_rate_begins_when_all_are_at_work() -> None:
    """Of a part that was begun before, the share counts that falls behind that moment; idle time at the end counts."""
    assert rate([[0.0, 10.0, 100, "a"]]) == 10.0
    assert rate([[0.0, 10.0, 100, "a"], [5.0, 10.0, 50, "b"]]) == 20.0
    assert rate([[0.0, 4.0, 40, "a"], [4.0, 10.0, 60, "a"], [5.0, 15.0, 100, "b"]]) == (50 + 100) / 10
    assert rate([[0.0, 2.0, 20, "a"], [3.0, 4.0, 10, "b"]]) == 10.0


def test_workers_that_wait_are_not_busy() -> None:
    """For the engine between two parts, and for the others at the end."""
    assert busy([[0.0, 10.0, 100, "a"]]) == 1.0
    assert busy([[0.0, 4.0, 40, "a"], [6.0, 10.0, 60, "a"]]) == 0.8
    assert busy([[0.0, 10.0, 100, "a"], [0.0, 5.0, 100, "b"]]) == 0.75


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


def test_a_process_that_fails_is_an_error(tmp_path: Path) -> None:
    """With what it said last."""
    with pytest.raises(WorkerError, match="ended with exit status 1"):
        ask(Request("local", str(tmp_path), str(tmp_path / "out"), 1))
    with pytest.raises(WorkerError, match="ended with exit status"):
        watch([sys.executable, "-c", "raise SystemExit(3)"], lambda _: None)
    assert not kill_one(tmp_path)


def measured(capsys: pytest.CaptureFixture[str], folder: Path, sections: str) -> Any:
    seeds = str(Path(__file__).parent.parent / "seeds")
    arguments = [
        "--texts",
        seeds,
        "--engines",
        "local",
        "--articles",
        "160",
        "--length",
        "100",
        "--sizes",
        "100",
        "--rounds",
        "1",
    ]
    arguments += ["--folder", str(folder), "--format", "json", "--sections", sections]
    assert command.main(arguments) == 0
    return json.loads(capsys.readouterr().out)["sections"]


def test_the_command_measures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On very small archives, with the engine that is always there."""
    sections = measured(capsys, tmp_path, "same,speed")
    same = sections["same"]["rows"]
    assert [row["engine"] for row in same] == ["local", "local, a worker killed"]
    assert all((row["unlike"], row["errors"]) == (0, 4) for row in same)
    assert [row["engine"] for row in sections["speed"]["rows"]] == [PIPE, "local"]
    assert sections["speed"]["rows"][0]["ratio"] == 1.0


@needs_ray
def test_the_command_measures_scaling_and_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where engines are tested: it takes some runs."""
    sections = measured(capsys, tmp_path, "scaling,memory")
    assert [row["workers"] for row in sections["scaling"]["rows"]] == [1, 2]
    assert sections["memory"]["rows"][0]["articles"] == 100


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
