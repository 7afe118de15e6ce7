"""Who said what, and for whom: quotations in English news, with speaker, organisation and exact offsets.

>>> import quoteattr
>>> article = quoteattr.extract("“We are hiring,” said Ada Smith, a spokeswoman for Acme.")  # doctest: +SKIP

Whatever is imported from here is loaded when it is first asked for, so ``import quoteattr`` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quoteattr.errors import (
    CorpusError,
    LexiconError,
    ModelError,
    ModelWarning,
    PeopleError,
    QuoteattrError,
    RecordError,
    SettingError,
    TextError,
    WorkerError,
)

if TYPE_CHECKING:
    from quoteattr import corpus
    from quoteattr.extractor import Extractor, extract
    from quoteattr.lexicon import Lexicon
    from quoteattr.marks import find_quoted
    from quoteattr.people import KnownPerson, read_people
    from quoteattr.records import (
        Addressee,
        Article,
        Attitude,
        Organisation,
        Quote,
        QuoteKind,
        Span,
        Speaker,
        SpeakerKind,
        Versions,
    )
    from quoteattr.settings import Settings
    from quoteattr.view import render

    __version__: str

__all__ = [
    "Addressee",
    "Article",
    "Attitude",
    "CorpusError",
    "Extractor",
    "KnownPerson",
    "Lexicon",
    "LexiconError",
    "ModelError",
    "ModelWarning",
    "Organisation",
    "PeopleError",
    "Quote",
    "QuoteKind",
    "QuoteattrError",
    "RecordError",
    "SettingError",
    "Settings",
    "Span",
    "Speaker",
    "SpeakerKind",
    "TextError",
    "Versions",
    "WorkerError",
    "__version__",
    "corpus",
    "extract",
    "find_quoted",
    "read_people",
    "render",
]

_LATER = {
    "Addressee": "quoteattr.records",
    "Article": "quoteattr.records",
    "Attitude": "quoteattr.records",
    "Extractor": "quoteattr.extractor",
    "KnownPerson": "quoteattr.people",
    "Lexicon": "quoteattr.lexicon",
    "Organisation": "quoteattr.records",
    "Quote": "quoteattr.records",
    "QuoteKind": "quoteattr.records",
    "Settings": "quoteattr.settings",
    "Span": "quoteattr.records",
    "Speaker": "quoteattr.records",
    "SpeakerKind": "quoteattr.records",
    "Versions": "quoteattr.records",
    "extract": "quoteattr.extractor",
    "find_quoted": "quoteattr.marks",
    "read_people": "quoteattr.people",
    "render": "quoteattr.view",
}
_MODULES = ("corpus", "explanation", "people", "records", "settings")
"""Modules that are there without an import of their own."""


def __getattr__(name: str) -> Any:
    import importlib
    import importlib.metadata

    if name == "__version__":
        value: Any = importlib.metadata.version("quoteattr")
    elif name in _LATER:
        value = getattr(importlib.import_module(_LATER[name]), name)
    elif name in _MODULES:
        value = importlib.import_module(f"quoteattr.{name}")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
