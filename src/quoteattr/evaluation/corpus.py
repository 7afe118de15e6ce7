"""Readers of annotated articles."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from quoteattr.errors import CorpusError
from quoteattr.evaluation.brat import read_brat
from quoteattr.evaluation.exports import ENDINGS, form_of, read_brat_speakers, read_exports
from quoteattr.evaluation.files import read_text
from quoteattr.evaluation.native import read_native
from quoteattr.scoring.annotation import Document

__all__ = ["Corpus", "read_annotated"]


@frozen
class Corpus:
    """Annotated articles.

    Attributes:
        documents: The articles, by name.
        has_speakers: Whether their gold tells speakers and organisations.
    """

    documents: tuple[Document, ...]
    has_speakers: bool


def read_annotated(path: Path) -> Corpus:
    """The articles of a folder of texts, each with the library's JSON or with a brat annotation beside it.

    Or those of a file that holds texts as well, such as an export of Label Studio, or of a folder of such files.

    Raises:
        CorpusError: There are no such files, or one is missing or malformed.
    """
    if path.is_file():
        return Corpus(tuple(read_exports([path])), has_speakers=True)
    if not path.exists():
        raise CorpusError(f"{path}: no such file or folder")
    first = min(path.glob("*.json"), default=None)
    if first is not None and (any(path.glob("*.txt")) or form_of(read_text(first)) in (None, "json")):
        return Corpus(tuple(read_native(path)), has_speakers=True)
    if any(path.glob("*.ann")):
        has_speakers = any("\tSpeaker " in read_text(file) for file in path.glob("*.ann"))
        return Corpus(tuple((read_brat_speakers if has_speakers else read_brat)(path)), has_speakers)
    if files := sorted(file for file in path.glob("*") if file.suffix in ENDINGS and file.is_file()):
        return Corpus(tuple(read_exports(files)), has_speakers=True)
    raise CorpusError(
        f"{path}: expected .json or .ann files beside their texts, or exports of a tool, got none of these"
    )
