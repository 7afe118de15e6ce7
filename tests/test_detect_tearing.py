"""Ends that no content has: within a clause, and between a word and what it governs."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.detect import ArticleFeatures
from quoteattr.detect.boundaries import boundaries
from quoteattr.detect.candidate import OpenSpan
from quoteattr.detect.tearing import interrupts, tears
from quoteattr.lexicon import Lexicon

# She said the mill was sold , which hurt him in May and she left .
PARSE = parse_of(
    "She PRP nsubj 1",
    "said VBD ROOT 1",
    "the DT det 3",
    "mill NN nsubjpass 5",
    "was VBD auxpass 5",
    "sold VBN ccomp 1",
    ", , punct 5",
    "which WDT nsubj 8",
    "hurt VBD relcl 5",
    "him PRP dobj 8",
    "in IN prep 8",
    "May NNP pobj 10",
    "and CC cc 1",
    "she PRP nsubj 14",
    "left VBD conj 1",
    ". . punct 1",
)
CUE, HEAD, START, LIMIT = 1, 5, 2, 16


@pytest.mark.parametrize(("token", "breaks"), [(7, False), (10, True), (12, False)])
def test_a_clause_ends_at_pauses_and_before_another_verb(token: int, breaks: bool) -> None:
    """Before ", which", not before "in May", and before "and she left"."""
    span = OpenSpan("clause", HEAD, START, edge=12)
    article = ArticleFeatures(PARSE, Lexicon(counts={}, attitudes={}))
    at = {boundary.token: boundary for boundary in boundaries(article, CUE, HEAD, LIMIT)}
    assert interrupts(PARSE, span, at[token]) is breaks


@pytest.mark.parametrize("family", ["clause", "object"])
def test_what_a_comma_has_opened_is_not_broken_off(family: str) -> None:
    """No content of any family ends within a relative clause behind a comma, where no further pause stands."""
    span = OpenSpan(family, HEAD, START, edge=6)
    article = ArticleFeatures(PARSE, Lexicon(counts={}, attitudes={}))
    at = {boundary.token: boundary for boundary in boundaries(article, CUE, HEAD, LIMIT)}
    assert interrupts(PARSE, span, at[10])


def test_a_verb_keeps_its_subject_and_its_object() -> None:
    """No end parts "hurt" from "him", nor "she" from "left"."""
    assert tears(PARSE, HEAD, 9)
    assert tears(PARSE, HEAD, 14)
    assert not tears(PARSE, HEAD, 12)


def test_a_sign_of_money_goes_with_its_number() -> None:
    """No content ends between them, and the place before both is within a phrase."""
    parse = parse_of(
        "She PRP nsubj 1",
        "expects VBZ ROOT 1",
        "it PRP nsubj 3",
        "rises VBZ ccomp 1",
        "to IN prep 3",
        "$ $ nmod 6",
        "19,000 CD pobj 4",
        ". . punct 1",
    )
    (phrase, number) = boundaries(ArticleFeatures(parse, Lexicon(counts={}, attitudes={})), 1, 3, 8)
    assert (phrase.after, number.after) == (4, 5)
    assert interrupts(parse, OpenSpan("clause", 3, 2, edge=7), number)
