"""The text cut where anything begins or ends, so that whatever overlaps can be marked with flat elements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from quoteattr.records import Article, Span

__all__ = ["PARTS", "Segment", "segments", "stretches"]

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
    starts: dict[int, list[tuple[str, str]]] = defaultdict(list)
    ends: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for part, identity, span in stretches(article):
        starts[span.start].append((part, identity))
        ends[span.end].append((part, identity))
    opens: dict[int, list[str]] = defaultdict(list)
    closes: dict[int, list[str]] = defaultdict(list)
    for quote in article.quotes:
        whole = [span for span in quote.content if len(span)]
        if whole:
            opens[whole[0].start].append(quote.id)
            closes[whole[-1].end].append(quote.id)
    active: Counter[tuple[str, str]] = Counter()
    for start, end in pairwise(sorted({0, len(article.text), *starts, *ends})):
        active.subtract(ends.get(start, ()))
        active = +active
        active.update(starts.get(start, ()))
        ids = {part: tuple(identity for of, identity in active if of == part) for part in PARTS}
        yield Segment(
            article.text[start:end],
            {part: found for part, found in ids.items() if found},
            tuple(opens.get(start, ())),
            tuple(closes.get(end, ())),
        )


def stretches(article: Article) -> Iterator[tuple[str, str, Span]]:
    """Every stretch that holds a character, with what it is and whose."""
    for quote in article.quotes:
        for part, spans in (("content", quote.content), ("cue", quote.cue), ("source", quote.source)):
            yield from ((part, quote.id, span) for span in spans if len(span))
    for speaker in article.speakers:
        yield from (("speaker", speaker.id, span) for span in speaker.mentions if len(span))
    for body in article.organisations:
        yield from (("organisation", body.id, span) for span in body.mentions if len(span))
