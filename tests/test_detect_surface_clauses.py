"""Object clauses that the parser has not seen as such."""

from __future__ import annotations

import pytest

from quoteattr import Extractor


def found(extractor: Extractor, text: str) -> list[tuple[str, str]]:
    """The rules and texts of the quotes."""
    return [(quote.rule, quote.text) for quote in extractor(text).quotes]


@pytest.mark.parametrize(
    ("text", "rule", "content"),
    [
        ("He tells anyone who will listen that the rent is too high.", "clause-that", "that the rent is too high"),
        ("They sold a mill which the engineers have argued was unsafe.", "clause-lacking", "which was unsafe"),
        ("They also admitted their wages as drivers were low.", "clause-bare", "their wages as drivers were low"),
    ],
)
def test_clauses_off_the_surface(extractor: Extractor, text: str, rule: str, content: str) -> None:
    """A verb of saying, and a clause beside it."""
    assert (rule, content) in found(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "The officer who fired the shots at the mill was still inside.",
        "The mayor responded to a report that the mill had been sold.",
        "Asked if she knew the risk Mr John Lee said: “I was told to be here.”",
        "The structure he wants remains unclear.",
        "The find showed not only that amount but more.",
    ],
)
def test_no_clauses_off_the_surface(extractor: Extractor, text: str) -> None:
    """A verb of the main clause, a clause of a noun, an answer, and a subject with a relative clause."""
    assert not {"clause-that", "clause-lacking", "clause-bare"} & {rule for rule, _ in found(extractor, text)}
