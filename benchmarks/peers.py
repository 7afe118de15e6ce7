"""Other programs that find quotations, run beside this library where they are installed (dependency group ``peers``).

An adapter is imported only when its program is asked for. Programs that cannot be installed beside spaCy 3.8 from PyPI
have none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from attrs import define

from quoteattr.errors import SettingError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["NAMES", "Peer", "installed", "load"]

NAMES = ("textacy",)
"""The programs that have an adapter; each is the name of its package."""


@define
class Peer:
    """A program, ready to run.

    Attributes:
        name: Of the program.
        quotations: Finds those of one text, from the text on.
        reads: Whether a text is one that it can read.
        failed: How many texts it could not read so far.
    """

    name: str
    quotations: Callable[[str], object]
    reads: Callable[[str], bool]
    failed: int = 0

    def run(self, texts: Sequence[str]) -> None:
        """All quotations of all texts; a text that it cannot read is counted, and costs what it has cost."""
        for text in texts:
            try:
                self.quotations(text)
            except ValueError:
                self.failed += 1


def installed() -> list[str]:
    """The programs that are here."""
    return [name for name in NAMES if find_spec(name) is not None]


def load(name: str, nlp: Language) -> Peer:
    """One program.

    Args:
        name: One of :data:`NAMES`.
        nlp: The whole small model, which it shares with the other variants.

    Raises:
        SettingError: It has no adapter, or is not installed.
    """
    if name not in NAMES:
        raise SettingError(f"a program to compare with must be one of {', '.join(NAMES)}; got {name!r}")
    try:
        return {"textacy": _textacy}[name](nlp)
    except ImportError as error:
        raise SettingError(
            f"{name} cannot be imported ({error}): python -m pip install --group peers, or leave it out"
        ) from error


def _textacy(nlp: Language) -> Peer:
    """Direct quotations; it raises ``ValueError`` for a text with an odd number of marks."""
    triples: Any = import_module("textacy.extract.triples")

    def reads(text: str) -> bool:
        return sum(token.is_quote for token in nlp.make_doc(text)) % 2 == 0

    return Peer("textacy", lambda text: list(triples.direct_quotations(nlp(text))), reads)
