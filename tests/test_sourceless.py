"""Quotations that nobody is given for."""

from __future__ import annotations

import pytest
from hypothesis import given
from soundness import assert_sound
from strategies import examples, marked_text, news

from quoteattr import Extractor, QuoteKind

TEXT = (
    "The bridge will close on Monday. “Nobody asked the people who live there.”\n\n"
    "“It will stand for years,” said Ana Ruiz."
)


@pytest.fixture(scope="module")
def sourceless() -> Extractor:
    """An extractor with the default settings that also gives quotations without a source."""
    return Extractor(sourceless=True)


def test_a_quotation_without_a_source_has_no_speaker(sourceless: Extractor, extractor: Extractor) -> None:
    """It is numbered behind the others, and comes in text order."""
    first, second = sourceless(TEXT).quotes
    assert (first.id, first.rule, first.kind) == ("q2", "quote-sourceless", QuoteKind.DIRECT)
    assert (first.cue, first.source, first.speaker, first.speaker_rules) == ((), (), None, ())
    assert first.context[0].text == "“Nobody asked the people who live there.”"
    assert (second,) == extractor(TEXT).quotes


@pytest.mark.parametrize(
    "text",
    [
        "The mayor’s “reform of the century” has failed.",
        "The film “The Bridge That Was Never Built” opens today.",
        "It was “a day like all the other days” in Bergen.",
        "They call it “love.” It rained.",
        "“No.”\n\nThe road is closed.",
    ],
)
def test_words_in_doubt_and_titles_are_no_quotations(sourceless: Extractor, text: str) -> None:
    """Nor are a few words alone."""
    assert [quote for quote in sourceless(text).quotes if quote.rule == "quote-sourceless"] == []


def test_a_quotation_of_several_paragraphs_is_one(sourceless: Extractor) -> None:
    """Each opens anew."""
    text = (
        "The road is closed.\n\n“Nobody asked the people who live there.\n\n“They were told on Friday.”\n\nIt rained."
    )
    (quote,) = sourceless(text).quotes
    assert [span.text for span in quote.content] == [
        "“Nobody asked the people who live there",
        "“They were told on Friday.”",
    ]


def test_kinds_hold_for_them() -> None:
    """They are direct."""
    assert [quote.id for quote in Extractor(sourceless=True, kinds=["direct"])(TEXT).quotes] == ["q2", "q1"]
    assert Extractor(sourceless=True, kinds=["indirect"])(TEXT).quotes == ()


@examples(25)
@given(text=news | marked_text)
def test_the_other_quotes_are_the_same(extractor: Extractor, sourceless: Extractor, text: str) -> None:
    """Whatever the text is; and none overlaps them."""
    plain, article = extractor(text), sourceless(text)
    assert tuple(quote for quote in article.quotes if quote.rule != "quote-sourceless") == plain.quotes
    assert (article.speakers, article.organisations) == (plain.speakers, plain.organisations)
    assert_sound(article, text, numbered=False)
