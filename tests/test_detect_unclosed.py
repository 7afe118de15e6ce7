"""Quotations whose closing mark is missing."""

from __future__ import annotations

import pytest
from features import tagged

from quoteattr import Extractor
from quoteattr.detect.quotations import unclosed


def found(text: str) -> list[tuple[str, str, str]]:
    """Content, cue and source of each candidate."""
    article = tagged(text)
    parse = article.parse
    out = []
    for one in unclosed.find(article):
        assert (one.rule, one.certain) == ("quote-unclosed", True)
        assert unclosed.said_within(article, 0)
        (content,) = one.content
        out.append((parse.words_of(content), parse.words[one.cue], parse.words[one.source]))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“ We/PRP lost/VBD it/PRP all/DT , said/VBD Pia Lund .", ("“We lost it all", "said", "Lund")),
        ("“ Who/WP lost/VBD it/PRP ? the/DT mayor asked/VBD .", ("“Who lost it", "asked", "mayor")),
        ("“ We/PRP lost/VBD it/PRP , the/DT mayor said/VBD", ("“We lost it", "said", "mayor")),
        ("“ Well/UH , we/PRP lost/VBD it/PRP , said/VBD Pia Lund .", ("“Well, we lost it", "said", "Lund")),
    ],
)
def test_who_says_so_ends_what_is_said(text: str, expected: tuple[str, str, str]) -> None:
    """At the end of the paragraph."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "“ We/PRP lost/VBD it/PRP all/DT , said/VBD Pia Lund ”",
        "“ We/PRP lost/VBD it/PRP all/DT .",
        "“ We/PRP lost/VBD it/PRP , and/CC all/DT .",
        f"“ We/PRP lost/VBD it/PRP , said/VBD {'Pia ' * 30} .",
    ],
    ids=["closed", "no pause", "nobody says so", "too far from the end"],
)
def test_what_nobody_is_named_for(text: str) -> None:
    """The marks are left to other rules."""
    assert found(text) == []
    assert not unclosed.said_within(tagged(text), 0)


def test_a_missing_mark_in_an_article(extractor: Extractor) -> None:
    """The surface rules leave it alone."""
    (quote,) = extractor("“The whole harvest is under water, said Pia Lund, a farmer.").quotes
    assert (quote.text, quote.source[0].text) == ("“The whole harvest is under water", "Pia Lund, a farmer")
