"""Readers of annotated corpora, and of files of predictions."""

from __future__ import annotations

from pathlib import Path

from quoteattr.errors import CorpusError
from quoteattr.evaluation.annotation import Document
from quoteattr.evaluation.readers.brat import read_folder, read_polnear
from quoteattr.evaluation.readers.native import read_native

__all__ = ["read_corpus"]


def read_corpus(path: Path, split: str) -> tuple[list[Document], bool]:
    """The articles of whatever is in ``path``, by name, and whether their gold holds speakers.

    Args:
        path: A corpus in the layout of PolNeAR (it has a folder ``SPLIT/text``), a folder of the library's JSON beside
            its texts, or a folder of brat annotations beside theirs.
        split: For the first of these: which part.

    Raises:
        CorpusError: It is none of these, or a file is missing or malformed.
    """
    if (path / split / "text").is_dir():
        return read_polnear(path, split), False
    if any(path.glob("*.json")):
        return read_native(path), True
    if any(path.glob("*.ann")):
        return read_folder(path), False
    raise CorpusError(
        f"{path}: expected a folder {split}/text (the layout of PolNeAR), or .json or .ann files beside their texts, "
        f"got none of these"
    )
