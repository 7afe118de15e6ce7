"""Files of predictions: JSON that lists the attributions of each article as offsets.

An attribution is ``{"content": [[start, end], ...], "source": [...], "cue": [...]}``, and may have ``speaker``,
``description``, ``type``, ``organisation``, ``attitude``, ``rule`` and ``confidence``. Only ``content`` is needed, null
is as good as missing, other keys are ignored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quoteattr.errors import CorpusError, RecordError
from quoteattr.evaluation.annotation import Annotation
from quoteattr.evaluation.readers.files import read_bytes
from quoteattr.records import Attitude
from quoteattr.structuring import load_json, make_converter, shown, structure

__all__ = ["annotations_of", "load", "read_predictions", "write_predictions"]

_GOLD_ONLY = ("pronoun", "level")

_converter = make_converter(Attitude, Annotation)


def read_predictions(file: Path) -> dict[str, tuple[Annotation, ...]]:
    """The predictions of ``file``: an object that holds a list of attributions for each article's name.

    Raises:
        CorpusError: It is not of this form; the text says where.
    """
    data = load(file)
    if not isinstance(data, Mapping):
        raise CorpusError(f"{file}: expected an object with a list for each article, got {shown(data)}")
    return {name: annotations_of(listed, f"{file}, {name!r}") for name, listed in data.items()}


def write_predictions(file: Path, predictions: Mapping[str, Sequence[Annotation]]) -> None:
    """Write what :func:`read_predictions` reads, an article a line."""
    lines = []
    for name, found in predictions.items():
        listed = [_without_null(_converter.unstructure(annotation)) for annotation in found]
        for entry in listed:
            for key in _GOLD_ONLY:
                entry.pop(key, None)
        lines.append(f"{json.dumps(name)}: {json.dumps(listed)}")
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def annotations_of(listed: Any, where: str) -> tuple[Annotation, ...]:
    """A list of JSON objects as attributions, with null taken as missing.

    Raises:
        CorpusError: It is not of this form; the text begins with ``where``.
    """
    if not isinstance(listed, list):
        raise CorpusError(f"{where}: expected a list of attributions, got {shown(listed)}")
    entries = tuple(_without_null(entry) if isinstance(entry, dict) else entry for entry in listed)
    try:
        return structure(_converter, entries, tuple[Annotation, ...], "the list")
    except RecordError as error:
        raise CorpusError(f"{where}: {error}") from None


def _without_null(entry: Mapping[str, Any]) -> dict[str, Any]:
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
