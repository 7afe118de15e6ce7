"""Annotations as offsets: for each article a JSON list of attributions, its text elsewhere.

An attribution is ``{"content": [[start, end], ...], "source": [...], "cue": [...]}``, and may have ``speaker``,
``description``, ``type``, ``organisation``, ``level``, ``attitude``, ``rule`` and ``confidence``. Only ``content`` is
needed, null is as good as missing, other keys are ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from quoteattr.errors import CorpusError, RecordError
from quoteattr.evaluation.files import files_of, read_bytes, read_text
from quoteattr.records import Attitude
from quoteattr.scoring.annotation import Annotation, Document
from quoteattr.scoring.names import is_pronoun
from quoteattr.structuring import load_json, make_converter, shown, structure

__all__ = ["annotations_of", "load", "read_offsets", "read_resolved", "without_null"]

_converter = make_converter(Attitude, Annotation)


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
            documents[name] = _document(name, read_text(file), gold, folder)
    return [documents[name] for name in sorted(documents)]


def _document(name: str, text: str, gold: tuple[Annotation, ...], folder: Path) -> Document:
    last = max((end for one in gold for _, end in (*one.content, *one.source, *one.cue)), default=0)
    if last > len(text):
        raise CorpusError(f"{folder / name}.json: expected offsets up to the end of its text, {len(text)}, got {last}")
    return Document(name, text, gold)


def _below(folder: Path) -> dict[str, Path]:
    """The texts in the folders below ``folder``, by name."""
    found: dict[str, Path] = {}
    for file in sorted(folder.rglob("*.txt")):
        if file.stem in found:
            raise CorpusError(f"{folder}: expected one {file.name}, got {found[file.stem]} and {file}")
        found[file.stem] = file
    return found


def read_resolved(folder: Path) -> dict[str, tuple[Annotation, ...]]:
    """The annotations of ``folder``, each a ``NAME.json`` with a list of attributions, by name.

    Whether the source is a pronoun is taken from ``pronoun``, else from ``source_text``.

    Raises:
        CorpusError: There are no such files, or one is not of this form.
    """
    return {file.stem: _resolved(file) for file in files_of(folder, "*.json")}


def _resolved(file: Path) -> tuple[Annotation, ...]:
    listed = load(file)
    return tuple(
        annotation if "pronoun" in entry else evolve(annotation, pronoun=is_pronoun(str(entry.get("source_text"))))
        for annotation, entry in zip(annotations_of(listed, str(file)), listed, strict=True)
    )


def annotations_of(listed: Any, where: str) -> tuple[Annotation, ...]:
    """A list of JSON objects as attributions, with null taken as missing.

    Raises:
        CorpusError: It is not of this form; the text begins with ``where``.
    """
    if not isinstance(listed, list):
        raise CorpusError(f"{where}: expected a list of attributions, got {shown(listed)}")
    entries = tuple(without_null(entry) if isinstance(entry, dict) else entry for entry in listed)
    try:
        return structure(_converter, entries, tuple[Annotation, ...], "the list")
    except RecordError as error:
        raise CorpusError(f"{where}: {error}") from None


def without_null(entry: Mapping[str, Any]) -> dict[str, Any]:
    """``entry`` without the keys whose value is ``None``."""
    return {key: value for key, value in entry.items() if value is not None}


def load(file: Path) -> Any:
    """What a JSON file holds.

    Raises:
        CorpusError: It cannot be read, or is not JSON.
    """
    try:
        return load_json(read_bytes(file))
    except RecordError as error:
        raise CorpusError(f"{file}: {error}") from None
