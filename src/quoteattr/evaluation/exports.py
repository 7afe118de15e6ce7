"""Files of annotation tools that hold texts and annotation together, as :mod:`quoteattr.formats` reads them.

Which form a file has is found out by looking into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve

from quoteattr.errors import CorpusError, QuoteattrError, RecordError
from quoteattr.evaluation.brat import read_brat
from quoteattr.evaluation.files import read_text
from quoteattr.evaluation.native import gold_of
from quoteattr.formats import READERS
from quoteattr.scoring.annotation import Document
from quoteattr.structuring import load_json

__all__ = ["ENDINGS", "form_of", "read_brat_speakers", "read_exports"]

ENDINGS: Final = (".json", ".jsonl", ".conllu", ".xmi")
"""How the names of such files end."""
_KEYS: Final[Mapping[str, str]] = {
    "data": "labelstudio",
    "entities": "doccano",
    "tokens": "prodigy",
    "spans": "prodigy",
    "%FEATURE_STRUCTURES": "inception",
    "quotes": "jsonl",
}
"""A key that objects of a form have."""


def read_exports(files: Iterable[Path]) -> list[Document]:
    """The articles of the files, in their order, with speakers and organisations in their gold.

    Raises:
        CorpusError: A file is malformed, or of no form that is known.
    """
    documents: dict[str, Document] = {}
    for file in files:
        for name, number, document in _read(file):
            unique = name if name and name not in documents else f"{name or file.stem}-{number}"
            while unique in documents:
                unique += "'"
            documents[unique] = Document(unique, document.text, document.gold)
    return list(documents.values())


def _read(file: Path) -> Iterator[tuple[str, int, Document]]:
    data = read_text(file)
    form = form_of(data)
    if form is None:
        raise CorpusError(
            f"{file}: expected an export of Label Studio, doccano, Prodigy or INCEpTION, CoNLL-U, or quoteattr's JSON"
        )
    try:
        for number, (name, article) in enumerate(READERS[form](data, {}), 1):
            yield name, number, Document(name, article.text, tuple(map(gold_of, article.quotes)))
    except QuoteattrError as error:
        raise CorpusError(f"{file}: {error}") from None


def read_brat_speakers(folder: Path) -> list[Document]:
    """The articles of a folder in which mentions are marked ``Speaker`` and ``Organisation``, as quoteattr writes it.

    Raises:
        CorpusError: A text is missing, or a file malformed.
    """
    documents = []
    for document in read_brat(folder):
        file = folder / f"{document.name}.ann"
        try:
            ((_, article),) = READERS["brat"](read_text(file), {document.name: document.text})
        except RecordError as error:
            raise CorpusError(f"{file}: {error}") from None
        documents.append(evolve(document, gold=tuple(map(gold_of, article.quotes))))
    return documents


def form_of(data: str) -> str | None:
    """The name of the format, or ``None`` if it is none that holds its text.

    >>> form_of('{"text": "Go.", "entities": []}')
    'doccano'
    """
    head = data.lstrip("\ufeff \t\r\n")
    if head.startswith(("<", "#")):
        return "inception" if head.startswith("<") else "conllu"
    several = False
    try:
        first = load_json(head)
    except RecordError:
        several = True
        try:
            first = load_json(head.partition("\n")[0])
        except RecordError:
            return None
    if isinstance(first, list) and first:
        first = first[0]
        several = False
    found = next((form for key, form in _KEYS.items() if isinstance(first, dict) and key in first), None)
    return "json" if found == "jsonl" and not several else found
