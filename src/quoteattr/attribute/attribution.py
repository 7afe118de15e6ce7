"""A quote with its source, still as token ranges: what detection and source finding hand to resolution."""

from __future__ import annotations

from attrs import frozen

from quoteattr.records import Attitude, QuoteKind
from quoteattr.syntax import Range

__all__ = ["Attribution"]


@frozen
class Attribution:
    """One attribution of an article.

    Attributes:
        content: Token ranges in text order, at least one; quotation marks are in.
        cue: Token ranges; empty where there is no cue.
        source: Token ranges; empty where there is no source at this place.
        kind: Direct, mixed or indirect.
        attitude: Its class.
        negated: Whether the cue is negated.
        rule: Id of the rule that found the content.
        confidence: 0 to 1.
        cue_head: The token of the cue on which content and source hang, or -1.
        voice: Token range of who speaks by the sentence before, where there is no source at this place; of a turn, the
            name in its label, which is the source.
        keeps: Index of the attribution whose speaker this one keeps (a continued quotation), or ``None``.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    kind: QuoteKind
    attitude: Attitude
    negated: bool
    rule: str
    confidence: float
    cue_head: int = -1
    voice: tuple[Range, ...] = ()
    keeps: int | None = None

    @property
    def voices(self) -> tuple[Range, ...]:
        """The source, or who speaks by the sentence before; of a turn the name in its label."""
        return self.voice or self.source

    @property
    def is_turn(self) -> bool:
        """Whether it is a turn of a transcript, and its label the source."""
        return bool(self.voice and self.source)
