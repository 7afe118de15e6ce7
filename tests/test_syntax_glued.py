"""Headings that run into the text below them."""

from __future__ import annotations

import pytest

from quoteattr import Extractor
from quoteattr.syntax.glued import glued
from quoteattr.syntax.tokens import split


@pytest.mark.parametrize(
    "text",
    [
        "Plant to close|Harbour Energy said it would close its plant.",
        "Voters tired|Karl Brauner said that voters were tired.",
        "The flood|The mayor said the river would rise.",
        "What happens next?|The mayor said the river would rise.",
        "Bridge falls in Halden|Karl Brauner said the bridge was old.",
        "‘No way back’|Harbour Energy said it would close its plant.",
        "Storm warning issued|Forecasters said it would rain.",
        "Row over qux|Forecasters said it would rain, and forecasters know. The Forecasters are many.\nqux",
    ],
)
def test_a_heading_ends_where_the_text_begins(text: str) -> None:
    """Without a space between the two."""
    expected = text.index("|")
    found = glued(text.replace("|", ""))
    assert found == ([expected] if "qux" not in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "He works for YouTube and LinkedIn.",
        "The flight of easyJet was late.",
        "The teacher, Ann McDonald, and DeShawn Jones left.",
        "MaryAnn Smith met JoAnn Miller and RuthAnn Lee.",
        "It was late. Then eBay said no.",
        "closeHarbour Energy",
        "We use the openSource tool, and the openSource tool is good.",
        "See https://example.org/closeThe for more.",
    ],
)
def test_names_have_capitals_within_them(text: str) -> None:
    """They are not taken apart."""
    assert glued(text) == []


def test_a_word_is_taken_apart_at_several_places() -> None:
    """The others stay as they are, with their norm."""
    assert list(split([(0, 2, 7), (3, 9, 8), (9, 12, 9)], [5, 7])) == [
        (0, 2, 7), (3, 5, 0), (5, 7, 0), (7, 9, 0), (9, 12, 9),
    ]  # fmt: skip


def test_the_text_below_a_heading_is_read_alone(extractor: Extractor) -> None:
    """The heading is no part of a name, and a line of its own."""
    article = extractor("The floodThe mayor said the river would rise.")
    (quote,) = article.quotes
    assert (quote.source[0].text, str(quote.speaker)) == ("The mayor", "mayor")
    (quote,) = extractor("Plant to closeHarbour Energy said on Monday that it would close its plant.").quotes
    assert str(quote.speaker) == "Harbour Energy"
