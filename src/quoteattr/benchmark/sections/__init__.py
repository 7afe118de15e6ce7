"""The sections of the benchmark: each measures one thing and gives a table."""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.sections.growth import growth
from quoteattr.benchmark.sections.memory import memory
from quoteattr.benchmark.sections.processes import processes
from quoteattr.benchmark.sections.speed import same, speed
from quoteattr.benchmark.sections.stages import stages
from quoteattr.benchmark.sections.start import start
from quoteattr.benchmark.table import Table

__all__ = ["SECTIONS"]

SECTIONS: dict[str, Callable[[Bench], Table]] = {
    "speed": speed,
    "same": same,
    "stages": stages,
    "growth": growth,
    "memory": memory,
    "processes": processes,
    "start": start,
}
"""By name, in the order in which they run."""
