"""The word lists of the rules, which are data, and the sets of labels and of marks that they look for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from quoteattr.data import text_of

__all__ = ["label_set", "listed", "mark_set", "word_list"]


def word_list(area: str, name: str) -> frozenset[str]:
    """A word list of ``data/en/lists``: the list ``name`` of the file ``area``, in lower case."""
    return frozenset(_tables(f"lists/{area}")[name])


def listed(table: str, name: str) -> frozenset[str]:
    """A list of ``detection.toml``."""
    return frozenset(_tables("detection")[table][name])


def label_set(scheme: str, name: str) -> frozenset[str]:
    """A set of labels of ``labels.toml``: of dependencies, tags, entities, sorts of nouns, or frames of cues."""
    return frozenset(_tables("labels")[scheme][name])


def mark_set(name: str) -> frozenset[str]:
    """A set of the marks of ``punctuation.toml``."""
    return frozenset(_tables("punctuation")[name])


@cache
def _tables(name: str) -> Mapping[str, Any]:
    return tomllib.loads(text_of(f"{name}.toml"))
