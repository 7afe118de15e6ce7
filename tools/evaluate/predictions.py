"""Files of predictions: a JSON object that lists the attributions of each article as offsets.

An attribution has the form of :mod:`quoteattr.evaluation.offsets`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from quoteattr.errors import CorpusError
from quoteattr.evaluation.offsets import annotations_of, load, without_null
from quoteattr.records import Attitude
from quoteattr.scoring import Annotation
from quoteattr.structuring import make_converter, shown

__all__ = ["read_predictions", "write_predictions"]

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
        listed = [without_null(_converter.unstructure(annotation)) for annotation in found]
        for entry in listed:
            for key in _GOLD_ONLY:
                entry.pop(key, None)
        lines.append(f"{json.dumps(name)}: {json.dumps(listed)}")
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
