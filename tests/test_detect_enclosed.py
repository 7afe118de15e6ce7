"""Contents whose cue stands in brackets, or in a clause between commas."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.candidate import OpenSpan
from quoteattr.detect.enclosed import in_brackets, in_clause
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Parse, Range

# Lund , who said it fell , was wrong .
RELATIVE = parse_of(
    "Lund NNP nsubj 8",
    ", , punct 0",
    "who WP nsubj 3",
    "said VBD relcl 0",
    "it PRP nsubj 5",
    "fell VBD ccomp 3",
    ", , punct 0",
    "never RB neg 8",
    "was VBD ROOT 8",
    "wrong JJ acomp 8",
    ". . punct 8",
)
# Lund said it fell , was mended , and stood .
MAIN = parse_of(
    "Lund NNP nsubj 1",
    "said VBD ROOT 1",
    "it PRP nsubj 3",
    "fell VBD ccomp 1",
    ", , punct 3",
    "was VBD auxpass 6",
    "mended VBN conj 3",
    ". . punct 1",
)
# States ( most fell , polls say ) won .
BRACKETS = parse_of(
    "States NNS nsubj 8",
    "( -LRB- punct 3",
    "most JJS nsubj 3",
    "fell VBD parataxis 8",
    ", , punct 3",
    "polls NNS nsubj 6",
    "say VBP parataxis 3",
    ") -RRB- punct 3",
    "won VBD ROOT 8",
    ". . punct 8",
)


@pytest.mark.parametrize(
    ("parse", "cue", "head", "end", "expected"), [(RELATIVE, 3, 5, 10, 6), (RELATIVE, 3, 5, 6, 6), (MAIN, 1, 3, 7, 7)]
)
def test_a_comma_closes_the_clause_of_the_cue(parse: Parse, cue: int, head: int, end: int, expected: int) -> None:
    """A verb with a tense behind it is that of the main clause; no comma closes the main clause."""
    candidate = Candidate("clause", cue, "say", "VERB", "clause")
    article = ArticleFeatures(parse, Lexicon(counts={}, attitudes={}))
    assert in_clause(article, candidate, OpenSpan("clause", head, head - 1, edge=head + 1), end) == expected


@pytest.mark.parametrize(
    ("pieces", "kept"),
    [(((0, 4), (8, 9)), ((2, 4),)), (((0, 1),), ((0, 1),))],
)
def test_a_cue_in_brackets_says_what_stands_in_them(pieces: tuple[Range, ...], kept: tuple[Range, ...]) -> None:
    """What is outside is dropped, unless nothing would be left."""
    assert in_brackets(BRACKETS, 6, pieces) == kept


def test_a_cue_without_brackets_keeps_its_content() -> None:
    """Brackets that opened and closed before it are not around it."""
    assert in_brackets(BRACKETS, 8, ((0, 4),)) == ((0, 4),)
