"""Edges of contents, verbs with what hangs on them, and what is hidden in quotations."""

from __future__ import annotations

import re

import pytest
from parses import BREAK, parse_of

from quoteattr.detect import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, Range

LEXICON = Lexicon(counts={}, attitudes={})
# and it rained , “ all day ” . —
EDGES = ArticleFeatures(
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
        ([(1, 3), (2, 7)], ((1, 7),)),
        ([(1, 6)], ((1, 3),)),
        ([(5, 6), (6, 7)], ((5, 7),)),
        ([(11, 12)], ()),
    ],
)
def test_clean(ranges: list[Range], expected: tuple[Range, ...]) -> None:
    """No punctuation, white space, lone mark, conjunction or article at the edges; neighbours joined; always a word."""
    assert clean(EDGES, ranges) == expected


def test_marks_of_a_quotation_stay() -> None:
    """Only those that open a quotation behind the content or close one before it go."""
    assert clean(EDGES, [(2, 5), (7, 10)]) == ((2, 3),)
    assert clean(EDGES, [(4, 9)]) == ((4, 8),)


@pytest.mark.parametrize(
    ("rows", "content", "expected"),
    [
        ("he PRP nsubj 1 / left VBD ROOT 1 / the DT det 3 / town NN dobj 1", (0, 3), (0, 2)),
        ("he PRP nsubj 1 / left VBD ROOT 1 / the DT det 3 / town NN dobj 1", (0, 4), (0, 4)),
        ("it PRP nsubj 2 / has VBZ aux 2 / rained VBN ROOT 2", (0, 2), (0, 1)),
        ("she PRP nsubj 1 / left VBD ROOT 1 / for IN prep 1 / Oslo NNP pobj 2", (0, 3), (0, 2)),
        ("she PRP nsubj 1 / came VBD ROOT 1 / in IN prep 1", (0, 3), (0, 3)),
        ("it PRP nsubj 1 / is VBZ ROOT 1 / all DT det 1", (0, 3), (0, 3)),
        ("rain NN ROOT 0 / or CC cc 0 / snow NN conj 0", (0, 2), (0, 1)),
    ],
    ids=["an article", "a noun", "a helper", "a preposition", "an adverb", "what leads back", "or"],
)
def test_no_word_is_left_dangling_at_the_end(rows: str, content: Range, expected: Range) -> None:
    """That leads to one behind the content."""
    reading = ArticleFeatures(parse_of(*rows.split(" / ")), LEXICON)
    assert clean(reading, [content]) == (expected,)


@pytest.mark.parametrize(
    ("text", "start", "whole"),
    [
        ("an e-mail", "mail", "an e-mail"),
        ("old e-mail", "mail", "e-mail"),
        ("a go-to-market plan", "market", "a go-to-market plan"),
        ("e- mail", "mail", "mail"),
        ("e -mail", "mail", "mail"),
        ("…-mail", "mail", "mail"),
        ("mail", "mail", "mail"),
    ],
)
def test_content_begins_with_a_whole_word(text: str, start: str, whole: str) -> None:
    """With what a hyphen parts from it, and the article before that."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    tags = {"an": "DT", "a": "DT", "-": "HYPH"}
    parse = Parse(
        text=text,
        starts=[one.start() for one in found],
        ends=[one.end() for one in found],
        words=[one.group() for one in found],
        tags=[tags.get(one.group(), "NN") for one in found],
        deps=["dep"] * len(found),
        heads=[0] * len(found),
        entities=(),
        sentences=[(0, len(found))],
        paragraphs=[(0, len(found))],
        regions=(),
    )
    ((first, last),) = clean(ArticleFeatures(parse, LEXICON), [(parse.words.index(start), len(parse))])
    assert parse.words_of((first, last)) == whole


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
    assert singular(word) == lemma


def test_verb_knows_what_hangs_on_it() -> None:
    """By label, in text order, with its subject; -1 for nothing."""
    reading = ArticleFeatures(
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
    reading = ArticleFeatures(
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
    short = ArticleFeatures(parse_of(*rows, "we PRP nsubj 4", "said VBD ccomp 1", "so RB dep 4", "”"), LEXICON)
    long = ArticleFeatures(
        parse_of(*rows, "we PRP nsubj 5", "all DT dep 5", "said VBD ccomp 1", "so RB dep 5", "”"), LEXICON
    )
    assert [verb.token for verb in short.verbs] == [1, 4]
    assert [verb.token for verb in long.verbs] == [1]
    assert long.region_words == [4]
