"""The columns of the result, the same ones from every engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any

from quoteattr.errors import SettingError

__all__ = ["COLUMNS", "ERRORS", "SCHEMA_VERSION", "arrow", "carried", "own_schema"]

SCHEMA_VERSION = 1
"""Rises whenever a column gets another name, type or meaning."""

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "schema_version": "integer",
        "article_id": "text",
        "quote_id": "text",
        "kind": "text",
        "attitude": "text",
        "negated": "truth",
        "quote": "text",
        "content": "spans",
        "cue": "spans",
        "source": "spans",
        "speaker_id": "text",
        "speaker": "text",
        "speaker_description": "text",
        "speaker_kind": "text",
        "speaker_role": "text",
        "organisation_id": "text",
        "organisation": "text",
        "rule": "text",
        "confidence": "number",
        "library_version": "text",
        "model_version": "text",
        "lexicon_version": "text",
        "error": "text",
        "error_detail": "text",
    }
)
"""What the function itself writes, with the sort of each; ``docs/archive.md`` tells what they mean."""

ERRORS: Mapping[str, str] = MappingProxyType(
    {
        "null": "there is no text",
        "not_text": "the cell holds something else, or bytes that are not UTF-8",
        "too_long": "the text has more characters than the limit",
        "failed": "an error inside quoteattr, or in a rule of one's own",
        "killed": "the worker ended while it read this article, twice",
    }
)
"""What the column ``error`` may hold, and what it means."""

_CARRIED = "input_"
"""Stands before the name of an input column that is called like one of ours."""


def arrow() -> Any:
    """The module pyarrow.

    Raises:
        SettingError: It is not installed.
    """
    try:
        return import_module("pyarrow")
    except ImportError:
        raise SettingError("archives need pyarrow: python -m pip install 'quoteattr[arrow]'") from None


def own_schema() -> Any:
    """The Arrow schema of :data:`COLUMNS`."""
    pa = arrow()
    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    types = {
        "integer": pa.int32(),
        "text": pa.string(),
        "truth": pa.bool_(),
        "number": pa.float64(),
        "spans": pa.list_(span),
    }
    return pa.schema([(name, types[sort]) for name, sort in COLUMNS.items()])


def carried(names: Sequence[str], dropped: Sequence[str], keep: Sequence[str] | None) -> dict[str, str]:
    """The columns of the input that pass through, with their names in the result.

    Args:
        names: All columns of the input.
        dropped: Those that do not pass unless they are named.
        keep: Those that were asked for; ``None`` for all but the dropped ones.

    Raises:
        SettingError: A column that was asked for is not there, or two would have one name.
    """
    missing = [name for name in keep or () if name not in names]
    if missing:
        raise SettingError(f"expected a column {missing[0]!r} to keep, got the columns {', '.join(map(repr, names))}")
    chosen = [name for name in names if (name in keep if keep is not None else name not in dropped)]
    out = {name: _CARRIED + name if name in COLUMNS else name for name in chosen}
    if len(set(out.values())) < len(chosen) or len(set(chosen)) < len(chosen):
        listed = ", ".join(map(repr, names))
        raise SettingError(f"two columns of the input would have one name in the result, rename one; got {listed}")
    return out
