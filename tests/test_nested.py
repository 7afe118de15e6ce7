"""Attributions within attributions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from soundness import assert_sound
from strategies import any_text, examples, marked_text, news

from quoteattr import Article, Attitude, Extractor, Quote, QuoteKind


@pytest.fixture(scope="module")
def nested() -> Extractor:
    """An extractor with the default settings that also looks within contents."""
    return Extractor(nested=True)


def told(quotes: tuple[Quote, ...]) -> list[tuple[str, str | None, str, str]]:
    """Id, outer quote, speaker and words."""
    return [(quote.id, quote.within, str(quote.speaker), quote.text) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Anna Brown spoke. She told reporters that Ben Lee had said “no” to it.", "Ben Lee", "“no” to it"),
        ("Anna Brown spoke. She told reporters that Ben Lee had said ‘no.’", "Ben Lee", "‘no.’"),
        ("Ada King said that Ben Lee had told the council that it was unsafe.", "Ben Lee", "that it was unsafe"),
        ("“Laura King said the train was late,” said Anna Brown.", "Laura King", "the train was late"),
        ("“The train was late, Laura King told me,” said Anna Brown.", "Laura King", "The train was late"),
        ("“I told the board that we needed help,” said Ada King.", "Ada King", "that we needed help"),
        ("“My mother used to say, ‘Never trust a goat,’” Ben Lee recalled.", "mother", "‘Never trust a goat,’"),
        ("Ben Lee said he “believes that the bridge will fall.”", "Ben Lee", "that the bridge will fall"),
    ],
)
def test_what_is_said_within_what_others_say(nested: Extractor, text: str, speaker: str, content: str) -> None:
    """A clause or a quotation in the content of another quote, with its speaker."""
    outer, inner = nested(text).quotes
    assert (outer.id, outer.within) == ("q1", None)
    assert told((inner,)) == [("q1.1", "q1", speaker, content)]


def test_a_quotation_within_a_quotation_is_direct(nested: Extractor) -> None:
    """It stands in marks within marks; what stands in the outer marks alone is indirect within them."""
    text = "Anna Brown said: “Peter Stone told me: ‘It is late.’ I thought that he was right.”"
    article = nested(text)
    assert [(quote.id, quote.kind) for quote in article.quotes] == [
        ("q1", QuoteKind.DIRECT),
        ("q1.1", QuoteKind.DIRECT),
        ("q1.2", QuoteKind.INDIRECT),
    ]


def test_attributions_lie_within_nested_ones() -> None:
    """Each is numbered within the one around it."""
    text = "Ada King said that Ben Lee had said that Peter Stone believed that the bridge was safe."
    quotes = Extractor(nested=True, attitudes=list(Attitude))(text).quotes
    assert [(quote.id, quote.within, str(quote.speaker)) for quote in quotes] == [
        ("q1", None, "Ada King"),
        ("q1.1", "q1", "Ben Lee"),
        ("q1.1.1", "q1.1", "Peter Stone"),
    ]


def test_speakers_of_nested_quotes_come_with_their_organisations(nested: Extractor) -> None:
    """Their ids follow those of the others; the lists are in order of first mention."""
    text = "Ben Lee of Acme Corp. left. Ada King said that Lee, a spokesman for Acme, had told her that it was late."
    article = nested(text)
    assert [(one.id, one.name) for one in article.speakers] == [("s2", "Ben Lee"), ("s1", "Ada King")]
    assert str(article.speakers[0].organisation) == "Acme Corp."
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_records(text, article.to_records()) == article


def test_kinds_and_attitudes_hold_for_nested_quotes() -> None:
    """One whose outer quote does not come back is within the next one that does, or an outer one, numbered last."""
    text = "Ada King said that Ben Lee had told her: ‘It is late.’ “We know that,” said Peter Stone."
    quotes = Extractor(nested=True, kinds=["direct"])(text).quotes
    assert told(quotes) == [
        ("q2", None, "Ben Lee", "‘It is late.’"),
        ("q1", None, "Peter Stone", "“We know that,”"),
    ]


def assert_nested(plain: Article, article: Article, text: str) -> None:
    """The outer quotes are those of an extractor that does not look within, the others lie in their contents."""
    assert [quote for quote in article.quotes if quote in set(plain.quotes)] == list(plain.quotes)
    assert {*plain.speakers} <= {*article.speakers}
    assert {*plain.organisations} <= {*article.organisations}
    assert_sound(plain, text)
    quotes = {quote.id: quote for quote in article.quotes}
    assert len(quotes) == len(article.quotes)
    for quote in article.quotes:
        own = sorted((*quote.content, *quote.cue, *quote.source))
        assert all(before.end <= after.start for before, after in pairwise(own)), quote
        assert quote.speaker is None or quote.speaker in article.speakers
        for span in (*own, *quote.context, *quote.addressee):
            assert text[span.start : span.end] == span.text
        if quote.within is not None:
            around = quotes[quote.within].content
            assert all(any(one.start <= span.start <= span.end <= one.end for one in around) for span in quote.content)
            assert quote.cue and all(
                any(one.start <= span.start < one.end for one in around) for span in quote.cue[-1:]
            )


@examples(25)
@given(text=news | marked_text | any_text)
def test_the_outer_quotes_are_the_same(full_extractor: Extractor, text: str) -> None:
    """Whatever the text is, and whatever is found within them."""
    assert_nested(full_extractor(text), Extractor(nested=True, attitudes=list(Attitude))(text), text)


def test_the_outer_quotes_of_articles_are_the_same(
    nested: Extractor, seed_texts: list[str], seed_articles: list[Article]
) -> None:
    """With all that is told of them."""
    found = 0
    for text, plain in zip(seed_texts, seed_articles, strict=True):
        article = nested(text)
        assert_nested(plain, article, text)
        found += len(article.quotes) - len(plain.quotes)
    assert found > 0
