"""Where object clauses begin."""

from __future__ import annotations

import pytest

from quoteattr import Extractor

FARMERS = "farmers with more than a ton in storage have had enough"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Farmer Tom Brown told BBC News people's homes were in danger.", "people's homes were in danger"),
        ("He told BBC News the plan was bad.", "the plan was bad"),
        ("Lopez was told her ticket was void.", "her ticket was void"),
        ("Mr Brown said wine growers were facing a bad year.", "wine growers were facing a bad year"),
        ("The chairman says farmers with more than a ton in storage have had enough.", FARMERS),
        ("She did not say how, or when, he had left.", "how, or when, he had left"),
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
        ("The mayor said afterwards they had been misled.", "they had been misled"),
        ("Ada Smith said later the bridge was safe.", "the bridge was safe"),
        ("Ada Smith said later trains would be cancelled.", "later trains would be cancelled"),
        ("She told the Senate last night AWB Limited had broken the law.", "AWB Limited had broken the law"),
        ("Ada Smith said Monday’s match was off.", "Monday’s match was off"),
        ("Ada Smith said last year’s ruling was wrong.", "last year’s ruling was wrong"),
    ],
)
def test_clause_begins_behind_the_time_of_speaking(extractor: Extractor, text: str, content: str) -> None:
    """And with a time that is part of its subject."""
    (quote,) = extractor(text).quotes
    assert [span.text for span in quote.content] == [content]
