"""Processes that are measured: what they answer, and the memory that each of them and of their own processes took."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field

from quoteattr.archive.journal import FOLDER
from quoteattr.benchmark.archive.child import Request
from quoteattr.errors import WorkerError

__all__ = ["Peaks", "ask", "command", "kill_one", "watch"]

_LOOK = 0.05
"""Seconds between two looks at the processes."""


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


def ask(request: Request) -> dict[str, Any]:
    """What a child answers.

    Raises:
        WorkerError: It ended with an error.
    """
    done = subprocess.run(
        [sys.executable, "-m", "quoteattr.benchmark.archive.child"],
        input=request.to_json(),
        capture_output=True,
        text=True,
        check=False,
        env=_environment(),
    )
    if done.returncode:
        raise WorkerError(f"{request.engine} ended with exit status {done.returncode}: {done.stderr.strip()[-500:]}")
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def command(request: Request) -> list[str]:
    """The command of a request, as a user types it."""
    return [
        *(sys.executable, "-m", "quoteattr.archive", request.source, request.target),
        *("--engine", request.engine, "--workers", str(request.workers)),
        *("--rows-per-part", str(request.rows_per_part), "--max-characters", str(request.most)),
    ]


def watch(arguments: Sequence[str], look: Callable[[int], None]) -> str:
    """Run a command to its end, look at it again and again, and give what it printed.

    Raises:
        WorkerError: It ended with an error.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(arguments, stdout=out, stderr=err, env=_environment())  # noqa: S603
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


def kill_one(target: Path) -> bool:
    """Kill a worker in the middle of a part of this output; ``False`` if none is at work."""
    for file in sorted((target / FOLDER).glob("*.json")):
        with contextlib.suppress(OSError, ValueError):
            worker = json.loads(file.read_text(encoding="utf-8"))["worker"]
            os.kill(int(worker.rpartition(":")[2]), signal.SIGKILL)
            return True
    return False


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
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


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
