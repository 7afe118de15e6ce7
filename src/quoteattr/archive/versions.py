"""What made a row: the versions of library, model and lexicon, found without loading any of them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from quoteattr.data import names, text_of
from quoteattr.errors import LexiconError, ModelError

__all__ = ["versions"]

_DIGITS = 12


@cache
def versions(model: str | None, lexicon: str | None) -> Mapping[str, str]:
    """The versions for these settings of an extractor.

    Returns:
        ``library``: of quoteattr; ``model``: the name or path of the spaCy pipeline and its version, with a space
        between; ``lexicon``: a digest of the word lists and counts, behind a plus sign one of the user's own file.

    Raises:
        ModelError: The model is not on this machine.
        LexiconError: The file cannot be read.
    """
    import quoteattr
    from quoteattr.models import default_model

    own = "" if lexicon is None else f"+{_file_digest(lexicon)}"
    source = default_model() if model is None else model
    made = {"library": quoteattr.__version__, "model": _model(source), "lexicon": _shipped() + own}
    return MappingProxyType(made)


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
    for name in names():
        digest.update(name.encode() + b"\0" + text_of(name).encode())
    return digest.hexdigest()[:_DIGITS]


def _file_digest(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:_DIGITS]
    except OSError as error:
        raise LexiconError(f"cannot read the lexicon {path}: {error.strerror or error}") from error
