"""Texts in one folder and their attributions, as offsets, in another: for gold whose texts may not be passed on."""

from __future__ import annotations

from pathlib import Path

from quoteattr.errors import CorpusError
from quoteattr.evaluation.annotation import Document
from quoteattr.evaluation.readers.files import read_text
from quoteattr.evaluation.readers.resolution import read_resolved

__all__ = ["read_offsets"]


def read_offsets(texts: Path, annotations: Path) -> list[Document]:
    """The articles that have a file of annotations.

    Args:
        texts: Somewhere in it, or in a folder below it, is a ``NAME.txt`` for each annotated article.
        annotations: A folder with a ``NAME.json`` for each article, or with folders of them.

    Raises:
        CorpusError: A file is missing, malformed or there twice, or an annotation ends behind its text.
    """
    folders = sorted({file.parent for file in annotations.rglob("*.json")}) or [annotations]
    found: dict[str, Path] = {}
    documents: dict[str, Document] = {}
    for folder in folders:
        for name, gold in read_resolved(folder).items():
            if name in documents:
                raise CorpusError(f"{annotations}: expected one {name}.json, got another in {folder}")
            file = texts / f"{name}.txt"
            if not file.is_file():
                found = found or _below(texts)
                file = found.get(name, file)
            text = read_text(file)
            last = max((end for one in gold for _, end in (*one.content, *one.source, *one.cue)), default=0)
            if last > len(text):
                raise CorpusError(
                    f"{folder / name}.json: expected offsets up to the end of its text, {len(text)}, got {last}"
                )
            documents[name] = Document(name, text, gold)
    return [documents[name] for name in sorted(documents)]


def _below(folder: Path) -> dict[str, Path]:
    """The texts in the folders below ``folder``, by name."""
    found: dict[str, Path] = {}
    for file in sorted(folder.rglob("*.txt")):
        if file.stem in found:
            raise CorpusError(f"{folder}: expected one {file.name}, got {found[file.stem]} and {file}")
        found[file.stem] = file
    return found
