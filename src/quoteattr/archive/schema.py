"""The columns of the result, the same ones from every engine."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from quoteattr import tables
from quoteattr.tables import Column, arrow_schema

__all__ = ["COLUMNS", "ERRORS", "SCHEMA_VERSION", "own_schema"]

SCHEMA_VERSION: Final = 4
"""Rises whenever a column gets another name, type or meaning."""

COLUMNS: Final = (
    Column("schema_version", "integer", "4; it rises when a column gets another name, type or meaning"),
    Column("article_id", "string", "the id of the input, of whatever type it was"),
    *tables.COLUMNS,
    Column("library_version", "string", "the version of quoteattr that made the row"),
    Column("model_version", "string", "name and version of the language model"),
    Column("lexicon_version", "string", "a digest of word lists and counts, and of the user's own files"),
    Column("error", "string", "null, or the sort of error that kept the article from being read"),
    Column("error_detail", "string", "what was expected and what came"),
)
"""What the function itself writes; ``docs/archive.md`` shows those that are not in every table."""

ERRORS: Mapping[str, str] = MappingProxyType(
    {
        "null": "there is no text",
        "not_text": "the cell holds something else, or bytes that are not UTF-8",
        "too_long": "the text has more characters than the limit",
        "failed": "an error inside quoteattr, or in a custom rule",
        "killed": "the worker ended while it read this article, twice",
    }
)
"""What the column ``error`` may hold, and what it means."""


def own_schema() -> Any:
    """The Arrow schema of :data:`COLUMNS`."""
    return arrow_schema(COLUMNS)
