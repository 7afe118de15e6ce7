"""Archives for tests, and the command that reads them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.archive_making import LONG
from benchmarks.archive_runs import kill_one
from quoteattr.archive import __main__ as command

LIMIT = 600.0
"""Seconds that a run with an engine may take."""

KILLER = """
import os
import signal

from quoteattr.rules import Rule

RULES = (Rule("killer", "ends the worker, or fails", ()),)


def find(reading):
    if "KILL" in reading.parse.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "FAIL" in reading.parse.text:
        raise ValueError("no")
    return ()
"""
"""A module with rules that not every worker survives."""

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="needs the extra ray")
needs_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None, reason="needs the extra spark, and Java 17"
)
unix = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
ENGINES = ["local", pytest.param("ray", marks=needs_ray), pytest.param("spark", marks=needs_spark)]


def _arguments(source: Path, target: Path, *options: str) -> list[str]:
    return [str(source), str(target), "--workers", "2", "--max-characters", str(LONG - 1), *options]


def called(capsys: pytest.CaptureFixture[str], source: Path, target: Path, status: int = 0) -> tuple[str, str]:
    """What the command prints to standard output and standard error, in this process; it ends with this status."""
    assert command.main(_arguments(source, target)) == status
    return capsys.readouterr()


def start(source: Path, target: Path, *options: str, path: Path | None = None) -> subprocess.Popen[str]:
    """Start the command in a process of its own, with a folder of modules if there is one."""
    folders = [*([str(path)] if path else []), *filter(None, sys.path)]
    return subprocess.Popen(
        [sys.executable, "-m", "quoteattr.archive", *_arguments(source, target, *options)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(folders)},
    )


def done(process: subprocess.Popen[str], status: int = 0) -> str:
    """What it printed to standard output, once it has ended with this status."""
    out, err = process.communicate(timeout=LIMIT)
    assert process.returncode == status, f"{out}\n{err[-3000:]}"
    return out


def wait(process: subprocess.Popen[str], until: Callable[[], object]) -> None:
    """Wait until something is so, while the command runs."""
    end = time.monotonic() + LIMIT
    while not until():
        assert process.poll() is None, process.communicate(timeout=LIMIT)
        assert time.monotonic() < end
        time.sleep(0.01)


def parts(target: Path) -> list[Path]:
    """The parts of a result that are written."""
    return sorted(target.glob("*.parquet"))


def kill_a_worker(process: subprocess.Popen[str], target: Path) -> None:
    """Kill a worker in the middle of a part, when some parts are written."""
    wait(process, lambda: len(parts(target)) > 1 and kill_one(target))
