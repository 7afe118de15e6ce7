"""Texts in one folder and their attributions, as offsets, in another: for gold whose texts may not be passed on."""

from __future__ import annotations

from pathlib import Path

from quoteattr.errors import CorpusError
from quoteattr.evaluation.annotation import Document
from quoteattr.evaluation.readers.files import read_text
from quoteattr.evaluation.readers.resolution import read_resolved

__all__ = ["read_offsets"]


def read_offsets(texts: Path, annotations: Path) -> list[Document]:
    """The articles ``TEXTS/NAME.txt`` that have a file ``ANNOTATIONS/NAME.json``.

    Raises:
        CorpusError: A file is missing or malformed, or an annotation ends behind its text.
    """
    documents = []
    for name, gold in read_resolved(annotations).items():
        text = read_text(texts / f"{name}.txt")
        last = max((end for one in gold for _, end in (*one.content, *one.source, *one.cue)), default=0)
        if last > len(text):
            file = annotations / f"{name}.json"
            raise CorpusError(f"{file}: expected offsets up to the end of its text, {len(text)}, got {last}")
        documents.append(Document(name, text, gold))
    return documents
