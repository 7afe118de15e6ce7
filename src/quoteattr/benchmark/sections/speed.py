"""The whole work, text in and records out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.rounds import in_turns
from quoteattr.benchmark.table import Column, Table
from quoteattr.extractor import BATCH

__all__ = ["measure"]

_PLAIN = "spaCy: nlp(text)"


def measure(bench: Bench) -> Table:
    """Beside spaCy alone, and beside other programs."""
    texts, nlp = bench.texts, bench.nlp
    for program in bench.programs:
        program.failed = 0
    variants: dict[str, Callable[[], object]] = {
        _PLAIN: lambda: _drain(map(nlp, texts)),
        "spaCy: nlp.pipe(texts)": lambda: _drain(nlp.pipe(texts, batch_size=BATCH)),
        "quoteattr: pipe(texts)": lambda: _drain(bench.extractor.pipe(texts)),
        "quoteattr: one text a call": lambda: _drain(map(bench.extractor, texts)),
        "quoteattr: pipe(texts), accelerate=False": lambda: _drain(bench.unaccelerated.pipe(texts)),
        **{program.name: partial(program.run, texts) for program in bench.programs},
    }
    times = in_turns(variants, bench.rounds)
    tokens = bench.tokens(texts)
    return Table(
        "speed",
        f"{len(texts)} articles, {tokens:,} tokens; user CPU time of one process, median of {bench.rounds} rounds",
        (
            Column("variant", "variant"),
            Column("seconds", "seconds"),
            Column("ratio", "ratio to nlp(text)"),
            Column("tokens_per_second", "tokens a second", 0),
        ),
        [
            {
                "variant": name,
                "seconds": taken.median,
                "ratio": taken.ratio(times[_PLAIN]),
                "tokens_per_second": taken.rate(tokens),
            }
            for name, taken in times.items()
        ],
        [
            f"{program.name} raises an error on {program.failed // (bench.rounds + 1)} of {len(texts)} articles."
            for program in bench.programs
            if program.failed
        ],
    )


def _drain(results: Iterable[object]) -> None:
    for _ in results:
        pass
