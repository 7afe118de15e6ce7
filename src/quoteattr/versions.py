"""What made a record: the versions of library, model and lexicon."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from quoteattr.data import names, text_of
from quoteattr.errors import LexiconError
from quoteattr.people import KnownPerson

if TYPE_CHECKING:
    from quoteattr.lexicon import Lexicon

__all__ = ["lexicon_version", "library_version"]

_DIGITS = 12


@cache
def library_version() -> str:
    """The version of quoteattr."""
    return importlib.metadata.version("quoteattr")


def lexicon_version(lexicon: Lexicon | str | bytes | None, people: Iterable[KnownPerson] = ()) -> str:
    """A digest of the word lists and counts that ship, and behind plus signs those of the user's lexicon and people.

    Args:
        lexicon: The path of a file, or what it holds; a lexicon that a program has made; ``None`` for the one that
            ships.
        people: Those whom the user knows.

    Raises:
        LexiconError: The file cannot be read.
    """
    known = tuple(people)
    behind = f"+{_digits(repr(known).encode())}" if known else ""
    if lexicon is None:
        return _shipped() + behind
    try:
        own = Path(lexicon).read_bytes() if isinstance(lexicon, str) else lexicon
    except OSError as error:
        raise LexiconError(f"cannot read the lexicon {lexicon!s}: {error.strerror or error}") from error
    return f"{_shipped()}+{_digits(own if isinstance(own, bytes) else _told(own))}{behind}"


@cache
def _shipped() -> str:
    return _digits(b"".join(name.encode() + b"\0" + text_of(name).encode() for name in names()))


def _told(lexicon: Lexicon) -> bytes:
    tables = (lexicon.counts, lexicon.attitudes, lexicon.ends, lexicon.extra_forms)
    told = [*(sorted(table.items()) for table in tables), sorted(lexicon.speech), sorted(lexicon.acts)]
    told += [sorted(words) for words in (lexicon.no_cues, lexicon.titles, lexicon.roles)]
    return repr((told, lexicon.threshold)).encode()


def _digits(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
