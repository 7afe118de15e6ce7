"""What holds for every article, whatever its text."""

from __future__ import annotations

from itertools import pairwise

from quoteattr import Article, Span
from quoteattr.detect.quotations import transcripts


def assert_sound(article: Article, text: str, *, numbered: bool = True) -> None:
    """What holds for every article; ids are in text order where nothing is asked for besides."""
    assert article.text == text
    parts = [
        part
        for quote in article.quotes
        for part in (quote.content, quote.cue, quote.source, quote.addressee, quote.context)
    ]
    parts += [one.mentions for one in (*article.speakers, *article.organisations)]
    for part in parts:
        assert list(part) == sorted(part)
        for span in part:
            assert span == Span.of(text, span.start, span.end) and span.text.strip() == span.text != ""
    for quote in article.quotes:
        assert quote.content
        own = sorted((*quote.content, *quote.cue, *quote.source))
        assert all(before.end <= after.start for before, after in pairwise(own)), quote
        assert 0 <= quote.confidence <= 1
        assert quote.speaker is None or quote.speaker in article.speakers
    for some in apart(article):
        assert all(before.end <= after.start for before, after in pairwise(sorted(some)))
    starts = [quote.start for quote in article.quotes]
    assert starts == sorted(starts)
    if numbered:
        assert_numbered(article)


def apart(article: Article) -> tuple[list[Span], list[Span]]:
    """The contents of turns of transcripts, and all others, which may lie in those."""
    turns = {rule.id for rule in transcripts.RULES}
    contents = [(quote.rule in turns, span) for quote in article.quotes for span in quote.content]
    return [span for turn, span in contents if turn], [span for turn, span in contents if not turn]


def assert_numbered(article: Article) -> None:
    """Ids are numbers from 1, in the order of the lists, and nobody is listed without need."""
    for records, letter in ((article.quotes, "q"), (article.speakers, "s"), (article.organisations, "o")):
        assert [record.id for record in records] == [f"{letter}{number}" for number in range(1, len(records) + 1)]
    assert {quote.speaker for quote in article.quotes} - {None} == set(article.speakers)
    assert {speaker.organisation for speaker in article.speakers} - {None} == set(article.organisations)
