"""Where object clauses begin."""

from __future__ import annotations

import pytest

from quoteattr import Extractor


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Farmer Tom Brown told BBC News people's homes were in danger.", "people's homes were in danger"),
        ("He told BBC News the plan was bad.", "the plan was bad"),
        ("Lopez was told her ticket was void.", "her ticket was void"),
        ("Mr Brown said wine growers were facing a bad year.", "wine growers were facing a bad year"),
        ("The coach warned his rivals that the team would improve.", "that the team would improve"),
    ],
)
def test_clause_begins_behind_the_addressee(extractor: Extractor, text: str, content: str) -> None:
    """And a noun before its subject is no addressee."""
    (quote,) = extractor(text).quotes
    assert [span.text for span in quote.content] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The company said on Monday it would close its plant.", "it would close its plant"),
        ("Ada Smith said last week she would run.", "she would run"),
        ("The ministry said late on Friday night the talks had failed.", "the talks had failed"),
        ("Ada Smith said Monday’s match was off.", "Monday’s match was off"),
        ("Ada Smith said last year’s ruling was wrong.", "last year’s ruling was wrong"),
    ],
)
def test_clause_begins_behind_the_time_of_speaking(extractor: Extractor, text: str, content: str) -> None:
    """And with a time that is part of its subject."""
    (quote,) = extractor(text).quotes
    assert [span.text for span in quote.content] == [content]
