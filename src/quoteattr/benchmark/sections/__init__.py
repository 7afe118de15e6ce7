"""The sections of the benchmark: each measures one thing and gives a table."""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.sections import growth, memory, processes, same, speed, stages, start
from quoteattr.benchmark.table import Table

__all__ = ["SECTIONS"]

SECTIONS: dict[str, Callable[[Bench], Table]] = {
    "speed": speed.measure,
    "same": same.measure,
    "stages": stages.measure,
    "growth": growth.measure,
    "memory": memory.measure,
    "processes": processes.measure,
    "start": start.measure,
}
"""By name, in the order in which they run."""
