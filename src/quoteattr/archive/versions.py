"""What made a row: the versions of library, model and lexicon, found without loading any of them."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from quoteattr.errors import ModelError
from quoteattr.people import read_people
from quoteattr.versions import lexicon_version, library_version

__all__ = ["versions"]


@cache
def versions(model: str | None, lexicon: str | None, people: str | None = None) -> Mapping[str, str]:
    """The versions for these settings of an extractor.

    Returns:
        ``library``: of quoteattr; ``model``: the name or path of the spaCy pipeline and its version, with a space
        between; ``lexicon``: a digest of the word lists and counts, behind plus signs those of the user's own files.

    Raises:
        ModelError: The model is not on this machine.
        LexiconError: The file cannot be read.
        PeopleError: That of the people cannot be.
    """
    from quoteattr.models import default_model

    source = default_model() if model is None else model
    known = () if people is None else read_people(people)
    made = {"library": library_version(), "model": _model(source), "lexicon": lexicon_version(lexicon, known)}
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
