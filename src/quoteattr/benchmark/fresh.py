"""What is measured in a process of its own: memory and start-up, which a process that has run already cannot tell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from quoteattr.benchmark import clock
from quoteattr.errors import WorkerError

__all__ = ["SHORT", "memory_above", "now", "runs"]

SHORT = "“We are hiring,” said Ada Smith, a spokeswoman for Acme."
"""An article for a first time."""


def runs(arguments: Sequence[str]) -> Callable[[], None]:
    """Runs Python with ``arguments`` to its end; for :func:`~quoteattr.benchmark.rounds.in_turns`."""

    def run() -> None:
        _python(arguments)

    return run


def now() -> float:
    """The clock for what :func:`runs` runs."""
    used = clock.children()
    return time.perf_counter() if used is None else used


def memory_above(texts: Sequence[str], *, accelerate: bool | None = None) -> tuple[int, int]:
    """Bytes that a process with the model loaded holds, and how many more at most while it reads ``texts``."""
    request = json.dumps({"texts": list(texts), "accelerate": accelerate})
    answer: dict[str, int] = json.loads(_python(["-m", "quoteattr.benchmark.fresh"], request))
    return answer["loaded"], answer["peak"] - answer["loaded"]


def _python(arguments: Sequence[str], given: str = "") -> str:
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, *arguments],
        input=given.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise WorkerError(f"a process that was to be measured ended with exit status {done.returncode}: {last}")
    return done.stdout.decode(errors="replace")


def _memory(request: dict[str, Any]) -> dict[str, int]:
    from quoteattr.extractor import Extractor

    extractor = Extractor(accelerate=request["accelerate"])
    extractor(SHORT)
    clock.reset_peak()
    loaded = clock.memory()
    for _ in extractor.pipe(request["texts"]):
        pass
    return {"loaded": loaded, "peak": clock.peak()}


if __name__ == "__main__":
    print(json.dumps(_memory(json.loads(sys.stdin.buffer.read()))))
