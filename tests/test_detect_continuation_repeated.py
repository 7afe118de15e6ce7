"""Quotations in headlines that are said once more below."""

from __future__ import annotations

import pytest

from quoteattr import Extractor

BODY = "\n\nThe mill has closed.\n\nRosa Timm said: “We were promised June. It is October.”"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("‘We were promised June’: anger over the mill", "‘We were promised June’"),
        ("Anger over the mill: “We were promised June”", "“We were promised June”"),
        ("“WE WERE PROMISED JUNE”: anger over the mill", "“WE WERE PROMISED JUNE”"),
        ("“We were promised June.”", "“We were promised June.”"),
    ],
)
def test_who_says_it_below_speaks_in_the_headline(line: str, text: str, extractor: Extractor) -> None:
    """Whatever its case and its marks."""
    first, second = extractor(line + BODY).quotes
    assert (first.text, first.rule, str(first.speaker)) == (text, "quote-repeated", "Rosa Timm")
    assert second.speaker == first.speaker


@pytest.mark.parametrize(
    "line",
    [
        "‘We were promised May’: anger over the mill",  # nobody says so below
        "‘June’: anger over the mill",  # too few words
        "A town that was ‘promised June’ waits",  # inside a headline
        "They met below: “We were promised June” stood there.",  # in a sentence
    ],
)
def test_other_quotations_stay_as_they_are(line: str, extractor: Extractor) -> None:
    """No rule tells who says them."""
    assert "quote-repeated" not in [quote.rule for quote in extractor(line + BODY).quotes]
