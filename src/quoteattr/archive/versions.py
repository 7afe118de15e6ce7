"""What made a row: the versions of library, model and lexicon, found without loading any of them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from attrs import frozen

from quoteattr.errors import LexiconError, ModelError

__all__ = ["Versions", "versions"]

_DIGITS = 12


@frozen
class Versions:
    """Of library, model and lexicon.

    Attributes:
        library: Of quoteattr.
        model: The name or path of the spaCy pipeline and its version, with a space between.
        lexicon: A digest of the word lists and counts; behind a plus sign one of the user's own file.
    """

    library: str
    model: str
    lexicon: str


@cache
def versions(model: str | None, lexicon: str | None) -> Versions:
    """The versions for these settings of an extractor.

    Raises:
        ModelError: The model is not on this machine.
        LexiconError: The file cannot be read.
    """
    import quoteattr
    from quoteattr.models import DEFAULT

    own = "" if lexicon is None else f"+{_file_digest(lexicon)}"
    return Versions(quoteattr.__version__, _model(DEFAULT if model is None else model), _shipped() + own)


def _model(source: str) -> str:
    try:
        folder = Path(source)
        if not folder.is_dir():
            spec = importlib.util.find_spec(source)
            folder = Path((spec.submodule_search_locations or [""])[0]) if spec else folder
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{source} {meta['version']}"
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ModelError(
            f"the language model {source!r} is not on this machine ({type(error).__name__}): "
            "give the name of a spaCy package that is installed here and where the workers are, or a folder"
        ) from error


def _shipped() -> str:
    digest = hashlib.sha256()
    folder = resources.files("quoteattr").joinpath("data", "en")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith((".packed", ".toml", ".tsv")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:_DIGITS]


def _file_digest(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:_DIGITS]
    except OSError as error:
        raise LexiconError(f"cannot read the lexicon {path}: {error.strerror or error}") from error
