"""The sentences that a quote stands in."""

from __future__ import annotations

import pytest

from quoteattr import Article, Extractor


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("It rained. The mayor said that the bridge was safe. She left.", ["The mayor said that the bridge was safe."]),
        ("Rain fell. “We will stay. We must,” Ben Lee said. He left.", ["“We will stay. We must,” Ben Lee said."]),
        (
            "Rain fell. “We will stay,” said Ben Lee, of Acme Corp. “Nobody goes home.” He left.",
            ["“We will stay,” said Ben Lee, of Acme Corp. “Nobody goes home.”"],
        ),
        ("Ben Lee was angry:\n\n“We will not go.”\n\nHe left.", ["Ben Lee was angry:\n\n“We will not go.”"]),
        (
            "The mayor said (on Friday) that the bridge was safe",
            ["The mayor said (on Friday) that the bridge was safe"],
        ),
    ],
)
def test_the_context_is_whole_sentences(extractor: Extractor, text: str, context: list[str]) -> None:
    """With their stops and marks; a quotation of several sentences is not cut."""
    assert [[span.text for span in quote.context] for quote in extractor(text).quotes] == [context]


def test_the_context_holds_the_quote(seed_articles: list[Article]) -> None:
    """Content, cue and source lie in it, and its spans are apart."""
    for quote in (quote for article in seed_articles for quote in article.quotes):
        for span in (*quote.content, *quote.cue, *quote.source):
            assert any(one.start <= span.start and span.end <= one.end for one in quote.context), quote
        assert all(one.end < other.start for one, other in zip(quote.context, quote.context[1:], strict=False))
