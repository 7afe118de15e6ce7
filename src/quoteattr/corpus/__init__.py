"""Many articles: one speaker and one organisation over all of them, and quotations that several of them have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quoteattr.corpus.merging import Merger, merge
from quoteattr.corpus.records import (
    Appearance,
    CorpusOrganisation,
    CorpusSpeaker,
    Key,
    Merged,
    Occurrence,
    RepeatedQuote,
)

if TYPE_CHECKING:
    from quoteattr.corpus.repeats import repeated

__all__ = [
    "Appearance",
    "CorpusOrganisation",
    "CorpusSpeaker",
    "Key",
    "Merged",
    "Merger",
    "Occurrence",
    "RepeatedQuote",
    "merge",
    "repeated",
]


def __getattr__(name: str) -> Any:
    if name != "repeated":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from quoteattr.corpus import repeats  # which needs numpy

    return repeats.repeated
