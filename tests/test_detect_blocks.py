"""Paragraphs without marks below a line that says who speaks."""

from __future__ import annotations

import pytest
from features import tagged

from quoteattr import Extractor
from quoteattr.detect.quotations import blocks

SAID = "Pia Lund said/VBD :"
BELOW = "We/PRP lost/VBD the/DT whole/JJ harvest today/NN ."


def found(text: str) -> list[tuple[str, str]]:
    """Content and cue of each candidate."""
    article = tagged(text)
    parse = article.parse
    return [(parse.words_of(one.content[0]), parse.words[one.cue]) for one in blocks.find(article)]


@pytest.mark.parametrize("between", ["|", "| |"])
def test_a_paragraph_below_a_verb_of_saying_and_a_colon(between: str) -> None:
    """With an empty line between them or without."""
    assert found(f"{SAID} {between} {BELOW}") == [("We lost the whole harvest today", "said")]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} | we/PRP {BELOW}",
        f"{SAID} | We/PRP lost/VBD the/DT whole/JJ harvest today/NN :",
        f"{SAID} | We/PRP lost/VBD it/PRP .",
        f"{SAID} | “ We/PRP lost/VBD the/DT ” whole/JJ harvest today/NN .",
        f"Pia Lund said/VBD . | {BELOW}",
        f"Pia Lund said/VBD , | {BELOW}",
        f"Pia Lund : | {BELOW}",
        f"Pia Lund left/VBD : | {BELOW}",
        f"Pia Lund said/VBD {'and/CC today/NN ' * 8} : | {BELOW}",
        BELOW,
        "|",
    ],
    ids=[
        "it begins low",
        "it ends like a heading",
        "it is short",
        "it begins in marks",
        "a full stop above it",
        "a comma above it",
        "no verb above it",
        "no verb of saying",
        "the verb is far from the colon",
        "nothing above it",
        "nothing at all",
    ],
)
def test_what_is_no_such_paragraph(text: str) -> None:
    """It is left to the narrator, or to other rules."""
    assert found(text) == []


def test_a_statement_in_an_article(extractor: Extractor) -> None:
    """With who made it."""
    (quote,) = extractor("The bank said:\n\nWe regret the delay and will repay every customer in May.").quotes
    assert (quote.rule, quote.source[0].text) == ("block-unmarked", "The bank")
