"""Corpora in the layout of PolNeAR: texts and brat annotations in folders of their own, for each split."""

from __future__ import annotations

from pathlib import Path

from quoteattr.errors import CorpusError
from quoteattr.evaluation.brat import read_document
from quoteattr.evaluation.files import files_of
from quoteattr.scoring import Document

__all__ = ["read_polnear"]


def read_polnear(path: Path, split: str) -> list[Document]:
    """The articles of one split: ``PATH/SPLIT/text/NAME.txt`` with ``PATH/SPLIT/attributions/NAME_????.ann``.

    Of several annotators of an article the first is taken, by the name of the file.

    Raises:
        CorpusError: A folder or a file is missing or malformed.
    """
    documents = []
    annotations: dict[str, Path] = {}
    for file in files_of(path / split / "attributions", "*_????.ann"):
        annotations.setdefault(file.stem[:-5], file)
    for file in files_of(path / split / "text", "*.txt"):
        if file.stem not in annotations:
            raise CorpusError(f"{file}: expected an annotation {file.stem}_????.ann beside the texts, got none")
        documents.append(read_document(file, annotations[file.stem]))
    return documents
