"""How things are measured: time and memory as the system counts them, and variants of one work in turns."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from attrs import frozen

__all__ = [
    "Times",
    "busy",
    "in_turns",
    "load",
    "memory",
    "peak",
    "reset_peak",
    "time_of_children",
    "user_time",
]

resource: Any = import_module("resource") if find_spec("resource") else None
"""Windows has none."""

_STATUS = Path("/proc/self/status")
_TICK = 1e-6
"""The shortest time: a clock may stand still over very short texts."""
_BUSY = 0.5
"""Processes that want a core, for each core, from which on wall-clock times say little."""

# ---- clocks --------------------------------------------------------------------------------------------------------


def user_time() -> float:
    """Seconds that a core has spent on this process, its system calls left out: other programs do not lengthen it."""
    if resource is None:  # pragma: no cover
        return time.process_time()
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_utime)


def time_of_children() -> float:
    """Seconds that cores have spent on processes that this one has started and that have ended; Windows: a clock."""
    if resource is None:  # pragma: no cover
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(used.ru_utime + used.ru_stime)


def memory() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say."""
    return _status("VmRSS")


def peak() -> int:
    """Bytes of memory that this process has held at most, since :func:`reset_peak` where that works."""
    found = _status("VmHWM")
    if found or resource is None:
        return found
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # pragma: no cover
    return most if sys.platform == "darwin" else most * 1024  # pragma: no cover


def reset_peak() -> None:
    """Let :func:`peak` begin anew, where the system can do that."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def load() -> float | None:
    """Processes that wanted a core in the last minute, on average; ``None`` where the system does not say."""
    try:
        return os.getloadavg()[0]
    except (AttributeError, OSError):  # pragma: no cover
        return None


def _status(name: str) -> int:
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError:  # pragma: no cover - only Linux has it
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")), 0)


def busy(waiting: float | None, cores: int) -> str:
    """A warning if other programs want the cores as well; nothing if not."""
    if waiting is None or waiting <= _BUSY * cores:
        return ""
    return f"The machine was busy when this began (load {waiting:.1f}, {cores} cores): wall-clock times say little."


# ---- turns ---------------------------------------------------------------------------------------------------------


@frozen
class Times:
    """The seconds that a variant took, round by round."""

    seconds: Sequence[float]

    @property
    def median(self) -> float:
        """The round in the middle."""
        return median(self.seconds)

    def rate(self, count: int) -> float | None:
        """How many of ``count`` things in a second."""
        return count / self.median if self.median else None

    def ratio(self, other: Times) -> float:
        """How many times as long as ``other``: the median of the ratios within each round.

        Within a round both had the same machine; what else it did meanwhile falls out of the ratio.
        """
        return median(one / max(two, _TICK) for one, two in zip(self.seconds, other.seconds, strict=True))


def in_turns(
    variants: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    now: Callable[[], float] = user_time,
    warm: bool = True,
) -> dict[str, Times]:
    """The times of ``variants``: in each round every one runs once, and each round begins with the next one.

    Args:
        variants: What is measured, by name. One that returns a float has measured its seconds itself.
        rounds: How often.
        now: The clock for the others.
        warm: Run each once before that, so that no first time is among them.
    """
    if warm:
        for run in variants.values():
            run()
    names = list(variants)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            gc.collect()
            begin = now()
            own = variants[name]()
            spent = now() - begin
            seconds[name].append(own if isinstance(own, float) else spent)
    return {name: Times(taken) for name, taken in seconds.items()}
