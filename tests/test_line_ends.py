"""The same quotes whatever ends a line and however many lines are empty, and whatever a file begins with."""

from __future__ import annotations

import pytest

from quoteattr import Extractor


@pytest.mark.parametrize(
    "ends", ["\n", "\n\n", "\r\n\r\n", "\r\r", "\u2028\u2028", "\n \n", "\n" * 4, "\r\n" * 4, "\n\t \n\n\n", "\n" * 12]
)
def test_a_quotation_below_a_colon_is_found(extractor: Extractor, ends: str) -> None:
    """Files of Windows, and pages with much room, too."""
    (quote,) = extractor(f"Ada Smith said:{ends}“It rained.”").quotes
    assert (quote.text, str(quote.speaker)) == ("“It rained.”", "Ada Smith")


def test_wrapped_lines_are_one_paragraph(extractor: Extractor) -> None:
    """As mail and old wires have them."""
    text = (
        "“The old bridge over the river is safe and it will be\nopen again on Monday,” said Ada Smith, the mayor of\n"
        "Springfield."
    )
    (quote,) = extractor(text).quotes
    assert str(quote.speaker) == "Ada Smith"


def test_a_byte_order_mark_is_no_part_of_a_name(extractor: Extractor) -> None:
    """Somebody may have read a file of Windows without taking it off."""
    (quote,) = extractor("\ufeffKeegan said it rained.").quotes
    assert str(quote.speaker) == "Keegan"
