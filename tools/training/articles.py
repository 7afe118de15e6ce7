"""Annotated articles, parsed, as sets of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from attrs import frozen

from quoteattr.scoring.annotation import Document, Offsets
from quoteattr.scoring.words import Words, WordSet
from quoteattr.syntax import Parse, Range

__all__ = ["HALF", "PARTS", "Gold", "TrainingArticle", "overlap"]

HALF = 0.5
"""Share of words in common, of those in either, from which two contents are the same one."""
PARTS = 5
"""The articles are dealt into so many parts; what judges those of one part is made from the others."""


@frozen
class Gold:
    """An annotated attribution, as words.

    Attributes:
        content: Those of its content.
        source: Those of its source.
        cue: Those of its cue.
        level: ``core`` for what a careful reader would report, ``edge``, or ``None`` where the corpus has no levels.
    """

    content: WordSet
    source: WordSet
    cue: WordSet
    level: str | None = None

    def has_source(self, source: WordSet) -> bool:
        """Whether ``source`` shares a word with this one's, or neither has any."""
        return bool(source & self.source) or not (source or self.source)


@frozen
class TrainingArticle:
    """An annotated article, parsed.

    Attributes:
        parse: Its parse.
        words: Its words.
        gold: Its attributions, but for those that the annotators discarded.
        left_out: What they discarded.
        part: Its part of the corpus, 0 to ``PARTS`` - 1.
        is_news: Whether it is from the news, whose annotations have levels, and not from PolNeAR.
    """

    parse: Parse
    words: Words
    gold: tuple[Gold, ...]
    left_out: WordSet
    part: int = 0
    is_news: bool = False

    @classmethod
    def of(cls, document: Document, parse: Parse, part: int = 0, *, is_news: bool = False) -> Self:
        """An article of a corpus."""
        words = Words(document.text)
        left_out = words.of(document.discard)
        gold = [
            Gold(words.of(one.content), words.of(one.source), words.of(one.cue), one.level) for one in document.gold
        ]
        kept = tuple(one for one in gold if one.content and not one.content & left_out)
        return cls(parse, words, kept, left_out, part, is_news)

    def of_tokens(self, ranges: Iterable[Range]) -> WordSet:
        """The words of token ranges."""
        offsets: list[Offsets] = [self.parse.characters(tokens) for tokens in ranges]
        return self.words.of(offsets)

    def at(self, token: int) -> WordSet:
        """The words of a token; none for -1."""
        return self.words.of([(self.parse.starts[token], self.parse.ends[token])]) if token >= 0 else frozenset()

    def inside(self) -> WordSet:
        """The words of all contents."""
        return frozenset().union(*(one.content for one in self.gold))

    def answers(self, content: WordSet, cue: WordSet) -> Gold | None:
        """The attribution that ``content`` shares at least half of its words with, if the cue is that one's too.

        Without the cue, "wants to say that …" would be right for what is said alone.
        """
        best = max(self.gold, key=lambda one: overlap(content, one.content), default=None)
        if best is None or overlap(content, best.content) < HALF:
            return None
        return best if not cue or not best.cue or cue & best.cue else None

    def on_edge(self, content: WordSet) -> bool:
        """Whether half of ``content`` lies in an attribution that two readers may judge differently."""
        return any(one.level == "edge" and 2 * len(content & one.content) >= len(content) for one in self.gold)


def overlap(one: WordSet, other: WordSet) -> float:
    """Words in common, as a share of those in either."""
    return len(one & other) / len(one | other) if one or other else 0.0
