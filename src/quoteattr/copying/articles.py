"""From the article of a reading copy to that of the original: the same records, with the user's own offsets."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quoteattr.copying.reading import ReadingCopy
from quoteattr.records import Article, Span

__all__ = ["led_back"]


def led_back(article: Article, copy: ReadingCopy) -> Article:
    """The article of ``copy.original`` that was found in ``copy.text``.

    Names, descriptions and roles stay as they were read; the notes of the copy are added.

    Args:
        article: What was found.
        copy: The copy that it was found in.
    """
    if not copy.steps:
        return evolve(article, notes=copy.notes) if copy.notes else article

    def spans(read: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(Span.of(copy.original, *copy.original_range(span.start, span.end)) for span in read)

    bodies = {body.id: evolve(body, mentions=spans(body.mentions)) for body in article.organisations}
    speakers = {
        one.id: evolve(
            one,
            mentions=spans(one.mentions),
            organisation=None if one.organisation is None else bodies[one.organisation.id],
        )
        for one in article.speakers
    }
    quotes = tuple(
        evolve(
            quote,
            content=spans(quote.content),
            cue=spans(quote.cue),
            source=spans(quote.source),
            addressee=spans(quote.addressee),
            context=spans(quote.context),
            speaker=None if quote.speaker is None else speakers[quote.speaker.id],
        )
        for quote in article.quotes
    )
    return Article(copy.original, quotes, tuple(speakers.values()), tuple(bodies.values()), notes=copy.notes)
