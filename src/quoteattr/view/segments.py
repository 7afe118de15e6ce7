"""The text cut where anything begins or ends, so that whatever overlaps can be marked with flat elements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field, frozen

from quoteattr.records import Article

__all__ = ["PARTS", "Segment", "segments"]

PARTS = ("content", "cue", "source", "speaker", "organisation")
"""What a stretch can be; with the ids of quotes, of speakers and of organisations."""


@frozen
class Segment:
    """A stretch in which nothing begins or ends.

    Attributes:
        text: The characters.
        ids: For each of :data:`PARTS`, the ids of which it is a part, in order.
        opens: The quotes whose content begins here.
        closes: The quotes whose content ends here.
    """

    text: str
    ids: dict[str, tuple[str, ...]]
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def segments(article: Article) -> Iterator[Segment]:
    """The segments of ``article``, in text order; their texts joined are its text."""
    board = _Board(article)
    active: dict[tuple[str, str], int] = {}
    cuts = sorted({0, len(article.text), *board.starts, *board.ends})
    for start, end in pairwise(cuts):
        for key in board.ends.get(start, ()):
            active[key] -= 1
            if not active[key]:
                del active[key]
        for key in board.starts.get(start, ()):
            active[key] = active.get(key, 0) + 1
        ids = {part: tuple(identity for of, identity in active if of == part) for part in PARTS}
        yield Segment(
            article.text[start:end],
            {part: found for part, found in ids.items() if found},
            tuple(board.opens.get(start, ())),
            tuple(board.closes.get(end, ())),
        )


@define
class _Board:
    """What begins and ends at each offset."""

    article: Article
    starts: dict[int, list[tuple[str, str]]] = field(factory=dict)
    ends: dict[int, list[tuple[str, str]]] = field(factory=dict)
    opens: dict[int, list[str]] = field(factory=dict)
    closes: dict[int, list[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        article = self.article
        for quote in article.quotes:
            for part in ("content", "cue", "source"):
                for span in getattr(quote, part):
                    self._add(part, quote.id, span.start, span.end)
            whole = [span for span in quote.content if len(span)]
            if whole:
                self.opens.setdefault(whole[0].start, []).append(quote.id)
                self.closes.setdefault(whole[-1].end, []).append(quote.id)
        for part, ones in (("speaker", article.speakers), ("organisation", article.organisations)):
            for one in ones:
                for span in one.mentions:
                    self._add(part, one.id, span.start, span.end)

    def _add(self, part: str, identity: str, start: int, end: int) -> None:
        if start < end:
            self.starts.setdefault(start, []).append((part, identity))
            self.ends.setdefault(end, []).append((part, identity))
