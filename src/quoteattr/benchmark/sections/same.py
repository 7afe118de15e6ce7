"""Whether the accelerator changes anything."""

from __future__ import annotations

from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.table import Column, Table

__all__ = ["measure"]


def measure(bench: Bench) -> Table:
    """The records of all articles, compared."""
    differ = quotes = 0
    for one, other in zip(bench.extractor.pipe(bench.texts), bench.unaccelerated.pipe(bench.texts), strict=True):
        differ += one != other
        quotes += len(one.quotes)
    return Table(
        "same",
        "records with the accelerator and without it",
        (Column("articles", "articles"), Column("quotes", "quotations"), Column("differ", "articles that differ")),
        [{"articles": len(bench.texts), "quotes": quotes, "differ": differ}],
    )
