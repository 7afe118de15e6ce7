"""A folder of the library's own JSON, each article beside its text (``NAME.json``, ``NAME.txt``).

A quote may have one key more, ``level``: ``"core"`` or ``"edge"``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import evolve

from quoteattr.errors import CorpusError, RecordError
from quoteattr.evaluation.files import files_of, read_bytes, read_text
from quoteattr.records import Quote
from quoteattr.scoring.annotation import Annotation, Document
from quoteattr.scoring.names import is_pronoun
from quoteattr.serialise import from_dict
from quoteattr.structuring import load_json

__all__ = ["gold_of", "read_native"]


def read_native(folder: Path) -> list[Document]:
    """The articles of ``folder``, with speakers and organisations in their gold.

    Raises:
        CorpusError: There are no such files, one is malformed, or its article has another text than the ``.txt``.
    """
    return [_read(file) for file in files_of(folder, "*.json")]


def _read(file: Path) -> Document:
    try:
        data = load_json(read_bytes(file))
        article = from_dict(data)
    except RecordError as error:
        raise CorpusError(f"{file}: {error}") from None
    text_file = file.with_suffix(".txt")
    text = read_text(text_file)
    if text != article.text:
        place = next((i for i, (a, b) in enumerate(zip(text, article.text, strict=False)) if a != b), None)
        at = f"at character {place}" if place is not None else "in length"
        raise CorpusError(f"{file}: expected the text of {text_file.name}, got one that differs from it {at}")
    return Document(file.stem, text, tuple(map(gold_of, article.quotes, data["quotes"])))


def gold_of(quote: Quote, data: Mapping[str, object] = MappingProxyType({})) -> Annotation:
    """A quote as gold, with the level that its data may tell."""
    level = data.get("level")
    return evolve(
        Annotation.of_quote(quote),
        pronoun=is_pronoun(" ".join(span.text for span in quote.source)),
        level=None if level is None else str(level),
    )
