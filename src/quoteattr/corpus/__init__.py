"""Many articles: one speaker and one organisation over all of them, and quotations that several of them have."""

from __future__ import annotations

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
]
