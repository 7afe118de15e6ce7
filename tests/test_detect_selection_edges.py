"""Which candidate stays, at the edge of each rule; and which of them touch each other."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from parses import parse_of

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.overlaps import OverlapIndex, overlap
from quoteattr.detect.selection import Selection, select
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Range

LEXICON = Lexicon(counts={}, attitudes={}, threshold=0.5)


def reading_of(words: str) -> ArticleFeatures:
    """An article of these words, in which nothing hangs on anything."""
    return ArticleFeatures(
        parse_of(*(word if word in "“”|" else f"{word} NN dep 0" for word in words.split())), LEXICON
    )


PLAIN = reading_of("w0 w1 w2 w3 w4 w5 w6 w7 w8 w9")


def candidate(cue: int, *content: Range, probability: float = 0.9, rule: str = "r", certain: bool = False) -> Candidate:
    return Candidate(rule, cue, "say", "VERB", "x", content, certain=certain, probability=probability)


def test_a_candidate_as_likely_as_the_threshold_stays() -> None:
    """One that is less likely does not."""
    assert select(PLAIN, [candidate(1, (2, 4), probability=0.5)])
    assert not select(PLAIN, [candidate(1, (2, 4), probability=0.49)])


def test_of_two_that_agree_the_rule_of_the_first_stands() -> None:
    """With the probability of the likelier one."""
    first, second = candidate(1, (2, 4), probability=0.6, rule="a"), candidate(1, (2, 4), probability=0.8, rule="b")
    for competitors, rule in (([first, second], "a"), ([second, first], "b")):
        (one,) = select(PLAIN, competitors)
        assert (one.rule, one.probability, one.content) == (rule, 0.8, ((2, 4),))


def test_of_two_that_do_not_agree_the_likelier_one_stands() -> None:
    """Wherever it comes."""
    first, second = candidate(1, (2, 5), probability=0.6, rule="a"), candidate(1, (2, 4), probability=0.8, rule="b")
    third = evolve(second, rule="c", probability=0.7)
    for competitors, rule in (
        ([first, second, third], "b"),
        ([third, first, second], "c"),
        ([first, third, second], "c"),
    ):
        (one,) = select(PLAIN, competitors)
        assert (one.rule, one.probability, one.content) == (rule, 0.8, ((2, 4),))


def test_candidates_that_agree_but_for_the_marks_agree() -> None:
    """A content takes in the marks at its edge before it is compared."""
    article = reading_of("w0 w1 “ w3 w4 ” w6")
    first, second = candidate(1, (3, 5), probability=0.6, rule="a"), candidate(1, (2, 6), probability=0.8, rule="b")
    (one,) = select(article, [first, second])
    assert (one.rule, one.probability, one.content) == ("a", 0.8, ((2, 6),))


def test_what_is_placed_keeps_its_tokens_and_its_cue() -> None:
    """A content stands on no other one and on no cue, and a cue on no content."""
    selection = Selection(10)
    assert selection.place(candidate(4, (5, 7))) is True
    assert selection.place(candidate(0, (6, 8))) is False
    assert selection.place(candidate(0, (3, 5))) is False
    assert selection.place(candidate(6, (8, 9))) is False
    assert selection.place(candidate(0, (1, 2), (6, 7))) is False
    assert selection.place(candidate(3, (7, 9))) is True
    assert selection.place(candidate(4, (1, 2))) is True  # two contents may have one cue


def test_the_first_token_may_be_a_cue() -> None:
    """As any other."""
    selection = Selection(10)
    assert selection.place(candidate(0, (5, 7)))
    assert not selection.place(candidate(4, (0, 2)))
    selection = Selection(10)
    assert selection.place(candidate(4, (0, 2)))
    assert not selection.place(candidate(0, (5, 7)))
    assert not selection.place(candidate(1, (5, 7)))


def test_no_cue_takes_no_token() -> None:
    """Not the last one either."""
    selection = Selection(10)
    assert selection.place(candidate(-1, (0, 2)))
    assert selection.place(candidate(5, (8, 10)))
    assert selection.place(candidate(-1, (3, 4)))
    assert not selection.place(candidate(-1, (9, 10)))


@pytest.mark.parametrize(
    ("words", "content", "stays"),
    [
        # two words in marks, and one
        ("w0 w1 “ w3 w4 ” w6", (2, 6), True),
        ("w0 w1 “ w3 ” w5", (2, 5), False),
        ("w0 w1 “ w3 ! ” w6", (2, 6), False),
        # none
        ("w0 w1 w2 w3", (2, 4), False),
        # the first quotation of a text, and the last
        ("“ w1 w2 ” w4 w5", (0, 4), True),
        ("w0 w1 w2 “ w4 w5 ”", (3, 7), True),
        # a title in a phrase, and capitals that begin a line or follow a full stop
        ("w0 saw “ The Long Road ” w7", (2, 7), False),
        ("w0 w1 . “ The Long Road ” w8", (3, 8), True),
        ("w0 w1 | “ The Long Road ” w8", (3, 8), True),
        ("w0 w1 | w3 “ The Long Road ” w9", (4, 9), False),
        # a part of a quotation stands for all of it
        ("w0 w1 “ w3 w4 w5 ” w7", (4, 5), True),
    ],
)
def test_a_doubtful_candidate_stays_for_a_quotation_alone(words: str, content: Range, stays: bool) -> None:
    """One that nobody else accounts for, and that is no title."""
    article = reading_of(words)
    cue = next(token for token, word in enumerate(article.parse.words) if word[0] == "w" and not in_it(token, content))
    found = select(article, [candidate(cue, content, probability=0.45)])
    assert len(found) == stays


def in_it(token: int, content: Range) -> bool:
    """Whether a token stands in a content."""
    return content[0] <= token < content[1]


@pytest.mark.parametrize(("probability", "stays"), [(0.45, True), (0.4, True), (0.39, False), (0.1, False)])
def test_how_doubtful_a_candidate_for_a_quotation_may_be(probability: float, stays: bool) -> None:
    """Down to four fifths of the threshold."""
    article = reading_of("w0 w1 “ w3 w4 ” w6")
    assert len(select(article, [candidate(1, (2, 6), probability=probability)])) == stays


def test_of_two_doubtful_candidates_for_one_quotation_the_likelier_one_stays() -> None:
    """And two quotations have two."""
    article = reading_of("w0 w1 “ w3 w4 ” w6 | w8 “ w10 w11 ” w13")
    found = select(
        article,
        [
            candidate(1, (2, 6), probability=0.41),
            candidate(6, (2, 6), probability=0.45),
            candidate(8, (9, 13), probability=0.42),
        ],
    )
    assert [one.cue for one in found] == [6, 8]


def test_a_doubtful_candidate_that_overlaps_a_likely_one_stays_out() -> None:
    """Be there a quotation in it that nobody accounts for."""
    article = reading_of("w0 w1 “ w3 w4 ” w6 w7 w8")
    assert [one.cue for one in select(article, [candidate(8, (6, 8)), candidate(1, (2, 7), probability=0.45)])] == [8]
    assert [one.cue for one in select(article, [candidate(7, (8, 9)), candidate(1, (2, 6), probability=0.45)])] == [
        1,
        7,
    ]


def test_a_quotation_that_a_likely_content_touches_is_accounted_for() -> None:
    """Be it by one word."""
    article = reading_of("w0 w1 “ w3 w4 w5 w6 ” w8")
    inside = candidate(5, (6, 7))  # its cue is within the marks, so that it does not take them in
    assert [one.cue for one in select(article, [inside, candidate(1, (3, 4), probability=0.45)])] == [5]


def test_weak_marks_are_no_quotation() -> None:
    """Two straight single marks may be apostrophes."""
    article = reading_of("w0 “ w2 w3 ” | w6 'w7 w8s' w9")
    assert [region.weak for region in article.parse.regions] == [False, True]
    assert len(select(article, [candidate(0, (1, 5), probability=0.45)])) == 1
    assert select(article, [candidate(6, (7, 9), probability=0.45)]) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (((2, 5),), ((4, 7),), True),
        (((2, 5),), ((5, 7),), False),
        (((5, 7),), ((2, 5),), False),
        (((2, 9),), ((4, 5),), True),
        (((0, 1), (8, 9)), ((4, 5), (8, 9)), True),
        (((0, 1), (8, 9)), ((1, 8),), False),
        ((), ((1, 8),), False),
    ],
)
def test_contents_overlap_where_they_share_a_token(
    one: tuple[Range, ...], other: tuple[Range, ...], expected: bool
) -> None:
    """Neighbours do not."""
    assert overlap(candidate(1, *one), candidate(1, *other)) is expected


def touches(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates share a token, their cues among them."""
    return not tokens_of(one).isdisjoint(tokens_of(other))


def tokens_of(one: Candidate) -> set[int]:
    """The tokens of a content and its cue."""
    return {token for start, end in one.content for token in range(start, end)} | ({one.cue} - {-1})


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    """Any candidate among twelve tokens."""
    edges = sorted(draw(st.lists(st.integers(0, 12), min_size=2, max_size=4, unique=True)))
    return candidate(draw(st.integers(-1, 11)), *zip(edges[::2], edges[1::2], strict=False))


@given(st.lists(candidates(), max_size=5), candidates())
def test_those_that_touch_a_candidate_are_found(others: list[Candidate], one: Candidate) -> None:
    """All of them, once, and in their order."""
    assert OverlapIndex(others).of(one) == [other for other in others if touches(one, other)]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (candidate(9, (3, 5)), True),
        (candidate(9, (5, 7)), True),
        (candidate(9, (6, 8)), False),
        (candidate(9, (1, 3)), False),
        (candidate(9, (1, 4)), True),
        (candidate(3, (7, 8)), True),
        (candidate(0, (1, 2)), True),
        (candidate(9, (0, 1)), True),
        (candidate(0, (7, 8)), True),
        (candidate(6, (7, 8)), False),
        (candidate(9, (1, 2), (7, 8)), False),
        (candidate(9, (0, 12)), True),
        (candidate(-1, (7, 8)), False),
    ],
)
def test_a_candidate_touches_what_shares_a_token_with_it(other: Candidate, expected: bool) -> None:
    """Or holds its cue, or has its cue in it."""
    one = candidate(0, (3, 6))
    assert OverlapIndex([other]).of(one) == [other] * expected
    assert OverlapIndex([one]).of(other) == [one] * expected


def test_candidates_without_a_cue_do_not_touch_for_that() -> None:
    """No cue is nobody's token."""
    assert OverlapIndex([candidate(-1, (3, 5))]).of(candidate(-1, (6, 8))) == []
    assert OverlapIndex([candidate(-1, (3, 5))]).of(candidate(-1, (4, 8))) != []
