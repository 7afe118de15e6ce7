"""What is measured, on which texts, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, field

from benchmarks.peers import Peer, load
from quoteattr.extractor import Extractor
from quoteattr.models import DEFAULT

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["LONGEST", "Bench"]

LONGEST = 900_000
"""Characters of the longest text, if nothing else is said."""


@define(eq=False, slots=False)
class Bench:
    """What the sections measure; models are loaded when one first needs them.

    Attributes:
        texts: The articles.
        rounds: How often everything runs.
        longest: Characters of the longest text.
        processes: Worker processes that are compared with one.
        peers: Names of other programs.
    """

    texts: Sequence[str]
    rounds: int = 5
    longest: int = LONGEST
    processes: int = 2
    peers: Sequence[str] = field(factory=tuple)

    @cached_property
    def nlp(self) -> Language:
        """The small model with everything that is in it."""
        import spacy

        return spacy.load(DEFAULT)

    @cached_property
    def extractor(self) -> Extractor:
        """The library as it comes."""
        return Extractor()

    @cached_property
    def unaccelerated(self) -> Extractor:
        """The library on spaCy's own sums."""
        return Extractor(accelerate=False)

    @cached_property
    def programs(self) -> list[Peer]:
        """The other programs."""
        return [load(name, self.nlp) for name in self.peers]

    def tokens(self, texts: Sequence[str]) -> int:
        """Tokens of ``texts`` as spaCy counts them."""
        return sum(len(self.nlp.make_doc(text)) for text in texts)
