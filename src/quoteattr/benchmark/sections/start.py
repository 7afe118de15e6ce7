"""What the first article costs, from the start of the interpreter on."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.benchmark import fresh
from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.rounds import in_turns
from quoteattr.benchmark.table import Column, Table
from quoteattr.models import DEFAULT

__all__ = ["measure"]

_SPACY = "import spacy, load, one nlp(text)"
_CASES: dict[str, Sequence[str]] = {
    "Python alone": ("-c", "pass"),
    "import quoteattr": ("-c", "import quoteattr"),
    "quoteattr --help": ("-m", "quoteattr", "--help"),
    "import spacy": ("-c", "import spacy"),
    _SPACY: ("-c", f"import spacy; spacy.load({DEFAULT!r})({fresh.SHORT!r})"),
    "import quoteattr, extract one text": ("-c", f"import quoteattr; quoteattr.extract({fresh.SHORT!r})"),
}
"""Arguments of Python."""


def measure(bench: Bench) -> Table:
    """CPU time of whole processes."""
    variants = {name: fresh.runs(arguments) for name, arguments in _CASES.items()}
    times = in_turns(variants, bench.rounds, now=fresh.now)
    return Table(
        "start",
        f"CPU time of a process from start to end, system calls included; median of {bench.rounds} rounds",
        (
            Column("case", "case"),
            Column("seconds", "seconds", 3),
            Column("ratio", f"ratio to {_SPACY.replace(', ', ' + ')}"),
        ),
        [{"case": name, "seconds": taken.median, "ratio": taken.ratio(times[_SPACY])} for name, taken in times.items()],
    )
