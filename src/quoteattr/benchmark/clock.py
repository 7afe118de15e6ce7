"""Time and memory, as the system counts them for a process."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

resource: Any = import_module("resource") if find_spec("resource") else None
"""Windows has none."""

__all__ = ["children", "load", "memory", "peak", "reset_peak", "user"]

_STATUS = Path("/proc/self/status")


def user() -> float:
    """Seconds that a core has spent on this process, its system calls left out: other programs do not lengthen it."""
    if resource is None:  # pragma: no cover
        return time.process_time()
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_utime)


def children() -> float | None:
    """Seconds that cores have spent on processes that this one has started and that have ended; ``None`` on Windows."""
    if resource is None:  # pragma: no cover
        return None
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
