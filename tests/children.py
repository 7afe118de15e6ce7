"""Processes that tests start. Every wait for one has an end."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

LIMIT = 120.0
"""Seconds that a process may take: far more than any needs."""


def python(*words: str, **settings: Any) -> subprocess.CompletedProcess[Any]:
    """Run a fresh interpreter to its end and take in what it prints; settings are those of ``subprocess.run``."""
    return subprocess.run([sys.executable, *words], **{"capture_output": True, "timeout": LIMIT, **settings})
