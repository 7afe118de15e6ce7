"""Whom quotes are said to, and who that is, in the sentences of ``golden/addressees.txt``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoteattr import Article, Extractor

FILE = Path(__file__).parent / "golden" / "addressees.txt"
LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
MARKED = re.compile(r"\[(.*?)\]")


@pytest.fixture(scope="module")
def articles(full_extractor: Extractor) -> dict[str, Article]:
    """What is found in the sentence of each line, all of them read together."""
    return dict(zip(LINES, full_extractor.pipe(map(sentence_of, LINES)), strict=True))


def sentence_of(line: str) -> str:
    """The sentence of a line, without its marks."""
    return MARKED.sub(r"\1", line.partition(": ")[2].partition(" = ")[0])


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_says_to_whom(articles: dict[str, Article], line: str) -> None:
    """The words for them, the rule that says so, and the name if the sentence has one; or nobody."""
    rule, _, told = line.partition(": ")
    marked, _, name = told.partition(" = ")
    words = MARKED.findall(marked)
    quotes = articles[line].quotes
    assert quotes
    found = [quote for quote in quotes if quote.addressee]
    assert [span.text for quote in found for span in quote.addressee] == words
    assert [quote.addressee_rule for quote in found] == [f"addressee-{rule}" for _ in words]
    named = [str(quote.addressed_to) for quote in found if quote.addressed_to is not None]
    assert named == ([name] if name else [])
