"""Given names."""

from __future__ import annotations

from functools import cache

from quoteattr.data import text_of

__all__ = ["given_names"]


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    return frozenset(line.partition("\t")[0] for line in text_of("given_names.tsv").splitlines()[1:])
