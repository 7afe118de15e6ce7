"""Readers of annotated articles."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from quoteattr.errors import CorpusError
from quoteattr.evaluation.brat import read_brat
from quoteattr.evaluation.native import read_native
from quoteattr.scoring.annotation import Document

__all__ = ["Corpus", "read_annotated"]


@frozen
class Corpus:
    """Annotated articles.

    Attributes:
        documents: The articles, by name.
        has_speakers: Whether their gold tells speakers and organisations.
    """

    documents: tuple[Document, ...]
    has_speakers: bool


def read_annotated(folder: Path) -> Corpus:
    """The articles of a folder of texts, each with the library's JSON or with a brat annotation beside it.

    Raises:
        CorpusError: There are no such files, or one is missing or malformed.
    """
    if any(folder.glob("*.json")):
        return Corpus(tuple(read_native(folder)), has_speakers=True)
    if any(folder.glob("*.ann")):
        return Corpus(tuple(read_brat(folder)), has_speakers=False)
    raise CorpusError(f"{folder}: expected .json or .ann files beside their texts, got none of these")
