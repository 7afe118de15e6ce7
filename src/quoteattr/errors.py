"""Every error that quoteattr raises on purpose, and every warning that it gives.

Catch :class:`QuoteattrError` to catch all errors. Each text says what was expected, what came, and what to do.
"""

from __future__ import annotations

import reprlib

__all__ = [
    "CorpusError",
    "LexiconError",
    "ModelError",
    "ModelWarning",
    "PeopleError",
    "QuoteattrError",
    "RecordError",
    "SettingError",
    "TextError",
    "WorkerError",
]


_LONGEST = 1_000
"""Characters of the text of an error: what came may be of any length."""


class QuoteattrError(Exception):
    """The base of all errors of this library."""

    def __str__(self) -> str:
        text = super().__str__()
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class TextError(QuoteattrError, TypeError):
    """What was given as an article is not text."""


class ModelError(QuoteattrError):
    """The language model cannot be loaded, or lacks a component that the rules need."""


class LexiconError(QuoteattrError, ValueError):
    """A lexicon file or entry is malformed."""


class PeopleError(QuoteattrError, ValueError):
    """A record of somebody whom the user knows is malformed, or the file that holds it."""


class RecordError(QuoteattrError, ValueError):
    """Data that should become records (from JSON, a dict) does not describe a valid article."""


class CorpusError(QuoteattrError, ValueError):
    """An annotated corpus or a file of one cannot be read."""


class SettingError(QuoteattrError, ValueError):
    """A setting (attitudes, processes, batch size) has a value that is not one of those it may have."""


class WorkerError(QuoteattrError, RuntimeError):
    """A worker process could not start, or ended in the middle of its work."""


class ModelWarning(UserWarning):
    """The default language model is not the one that quoteattr was made with, so quotes may be missing or wrong."""


def shown(value: object) -> str:
    """``value``, shortened, and its type, for an error text."""
    try:
        words = reprlib.repr(value)
    except ValueError:  # an integer of thousands of digits
        words = "a huge number"
    return f"{words} ({type(value).__name__})"
