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
