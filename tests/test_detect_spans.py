"""Edges of contents, verbs with what hangs on them, and what is hidden in quotations."""

from __future__ import annotations

import pytest
from parses import BREAK, parse_of

from quoteattr.detect import Reading
from quoteattr.lexicon.meanings import noun_lemma
from quoteattr.detect.spans import clean
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Range

LEXICON = Lexicon(counts={}, attitudes={})
# and it rained , “ all day ” . —
EDGES = Reading(
    parse_of(
        "and CC cc 2",
        "it PRP nsubj 2",
        "rained VBD ROOT 2",
        ", , punct 2",
        "“",
        "all DT det 6",
        "day NN npadvmod 2",
        "”",
        ". . punct 2",
        "— : punct 2",
        BREAK,
        "% NN dep 2",
    ),
    LEXICON,
)


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(0, 10)], ((1, 8),)),
        ([(1, 4)], ((1, 3),)),
        ([(1, 5)], ((1, 3),)),
        ([(4, 8)], ((4, 8),)),
        ([(7, 9)], ()),
        ([(8, 11)], ()),
        ([(3, 3)], ()),
        ([], ()),
        ([(5, 7), (1, 3)], ((1, 3), (5, 7))),
        ([(1, 3), (2, 6)], ((1, 6),)),
        ([(5, 6), (6, 7)], ((5, 7),)),
        ([(11, 12)], ()),
    ],
)
def test_clean(ranges: list[Range], expected: tuple[Range, ...]) -> None:
    """No punctuation, white space, conjunction or lone mark at the edges; neighbours joined; nothing without a word."""
    assert clean(EDGES, ranges) == expected


def test_marks_of_a_quotation_stay() -> None:
    """Only those that open a quotation behind the content or close one before it go."""
    assert clean(EDGES, [(2, 5), (7, 10)]) == ((2, 3),)
    assert clean(EDGES, [(4, 9)]) == ((4, 8),)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("queries", "query"),
        ("claims", "claim"),
        ("promises", "promise"),
        ("wishes", "wish"),
        ("guesses", "guess"),
        ("focus", "focus"),
        ("analysis", "analysis"),
        ("press", "press"),
        ("ties", "tie"),
        ("claim", "claim"),
    ],
)
def test_singular_of_a_noun(word: str, lemma: str) -> None:
    """Of regular plurals; what only looks like one stays."""
    assert noun_lemma(word) == lemma


def test_verb_knows_what_hangs_on_it() -> None:
    """By label, in text order, with its subject; -1 for nothing."""
    reading = Reading(
        parse_of(
            "They PRP nsubj 2",
            "have VBP aux 2",
            "told VBN ROOT 2",
            "us PRP dobj 2",
            "on IN prep 2",
            "Friday NNP pobj 4",
            "that IN mark 8",
            "it PRP nsubj 8",
            "rained VBD ccomp 2",
        ),
        Lexicon.default(),
    )
    told, rained = reading.verbs
    assert (told.token, told.lemma, told.passive, told.subject) == (2, "tell", False, 0)
    assert told.all("dobj", "prep", "ccomp") == [3, 4, 8]
    assert told.after("nsubj", "ccomp") == [8]
    assert (told.first("dobj"), told.first("xcomp")) == (3, -1)
    assert reading.verb_at == {2: told, 8: rained}


def test_passive_verbs() -> None:
    """With an auxiliary, with a passive subject, or as a participle beside its noun that governs no object."""
    reading = Reading(
        parse_of(
            "It PRP nsubjpass 2",
            "was VBD auxpass 2",
            "said VBN ROOT 2",
            "in IN prep 2",
            "letters NNS pobj 3",
            "written VBN acl 4",
            "by IN agent 5",
            "men NNS pobj 6",
            "asking VBG acl 7",
        ),
        LEXICON,
    )
    assert [(verb.token, verb.passive) for verb in reading.verbs] == [(2, True), (5, True), (8, False)]


def test_verbs_in_long_quotations_are_hidden() -> None:
    """From four words on; short stretches in marks are words of the article."""
    rows = ["He PRP nsubj 1", "said VBD ROOT 1", "“"]
    short = Reading(parse_of(*rows, "we PRP nsubj 4", "said VBD ccomp 1", "so RB dep 4", "”"), LEXICON)
    long = Reading(parse_of(*rows, "we PRP nsubj 5", "all DT dep 5", "said VBD ccomp 1", "so RB dep 5", "”"), LEXICON)
    assert [verb.token for verb in short.verbs] == [1, 4]
    assert [verb.token for verb in long.verbs] == [1]
    assert long.region_words == [4]
