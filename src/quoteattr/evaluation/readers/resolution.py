"""Articles whose speakers were resolved by hand: for each a JSON list of attributions as offsets, with speakers."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from quoteattr.evaluation.annotation import Annotation
from quoteattr.evaluation.names import is_pronoun
from quoteattr.evaluation.readers.files import files_of
from quoteattr.evaluation.readers.predictions import annotations_of, load

__all__ = ["read_resolved"]


def read_resolved(folder: Path) -> dict[str, tuple[Annotation, ...]]:
    """The articles of ``folder``, each a ``NAME.json`` with a list of attributions with speakers.

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
