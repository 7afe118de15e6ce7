"""Processes that are measured: what they answer, and the memory that each of them and of their own processes took."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import define, field

from quoteattr.errors import WorkerError

__all__ = ["SHORT", "Peaks", "answer_of", "family", "runs", "watch"]

SHORT = "“We are hiring,” said Ada Smith, a spokeswoman for Acme."
"""An article for a first time."""
_LOOK = 0.05
"""Seconds between two looks at the processes."""


def answer_of(function: str, request: Mapping[str, Any], patience: float | None = None) -> dict[str, Any] | None:
    """What a function answers in a process of its own, which may be stopped.

    Args:
        function: ``module:name``. It takes the words of the request and gives a dictionary.
        request: What it is called with; like the answer, it goes through JSON.
        patience: Seconds.

    Returns:
        The answer; ``None`` if it took too long.

    Raises:
        WorkerError: The process failed.
    """
    try:
        answer = _python(["-m", "benchmarks.processes", function], json.dumps(dict(request)), patience)
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, Any] = json.loads(answer.rpartition("\n")[2])
    return found


def runs(arguments: Sequence[str]) -> Callable[[], None]:
    """Runs Python with ``arguments`` to its end; for :func:`~benchmarks.measuring.in_turns`."""

    def run() -> None:
        _python(arguments)

    return run


@define
class Peaks:
    """Bytes that processes have held at most.

    Attributes:
        driver: The process that was started.
        java: The Java machine that it started.
        worker: Of the others, the one that held most.
    """

    driver: int = 0
    java: int = 0
    worker: int = 0
    _names: dict[int, str] = field(factory=dict)

    def look(self, driver: int) -> None:
        """See what the process and those that it started hold now."""
        for process in family(driver):
            held = _status(process)
            name = self._names.setdefault(process, _name(process))
            if process == driver:
                self.driver = max(self.driver, held)
            elif name == "java":
                self.java = max(self.java, held)
            elif name.startswith(("python", "ray::", "pt_main")):
                self.worker = max(self.worker, held)


def watch(arguments: Sequence[str], look: Callable[[int], None]) -> str:
    """Run a command to its end, look at it again and again, and give what it printed.

    Raises:
        WorkerError: It ended with an error.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(arguments, stdout=out, stderr=err, env=_environment())
        try:
            while process.poll() is None:
                look(process.pid)
                time.sleep(_LOOK)
        finally:
            if process.poll() is None:
                process.kill()
        out.seek(0)
        err.seek(0)
        if process.returncode:
            told = err.read().decode(errors="replace").strip()[-500:]
            raise WorkerError(f"{arguments[2]} ended with exit status {process.returncode}: {told}")
        return out.read().decode()


def family(process: int) -> Iterator[int]:
    """A process and all that it started, and that these started."""
    waiting = [process]
    while waiting:
        one = waiting.pop()
        yield one
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += map(int, (task / "children").read_text(encoding="ascii").split())


def _environment() -> dict[str, str]:
    """The variables of a process that finds the modules that this one finds."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _python(arguments: Sequence[str], given: str = "", patience: float | None = None) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        input=given.encode(),
        capture_output=True,
        check=False,
        timeout=patience,
        env=_environment(),
    )
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip()[-500:]
        raise WorkerError(f"a process that was to be measured ended with exit status {done.returncode}: {last}")
    return done.stdout.decode(errors="replace").rstrip()


def _status(process: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def _name(process: int) -> str:
    with contextlib.suppress(OSError):
        words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
        return os.path.basename(words[0].decode(errors="replace"))
    return ""


def _answer(function: str) -> str:
    module, _, name = function.partition(":")
    return json.dumps(getattr(import_module(module), name)(**json.load(sys.stdin)))


if __name__ == "__main__":
    print("\n" + _answer(sys.argv[1]), flush=True)
