"""From candidates to contents: the filter, snapping to quotation marks, and the outermost."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from parses import parse_of

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.expansion import expanded_to_quotation
from quoteattr.detect.selection import select
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Range

LEXICON = Lexicon(counts={}, attitudes={}, threshold=0.5)
PROBABILITY = {"say": 0.99, "doubt": 0.44, "eat": 0.0}
WORDS = [f"w{number} NN dep 0" for number in range(12)]
PLAIN = ArticleFeatures(parse_of(*WORDS), LEXICON)
# w0 w1 “ w3 w4 w5 ” w7 w8 ‘ w10 ’ w12
QUOTED = ArticleFeatures(
    parse_of(*WORDS[:2], "“", *WORDS[3:6], "”", *WORDS[7:9], "“", WORDS[10], "”", "w12 NN dep 0"), LEXICON
)


def candidate(cue: int, *content: Range, lemma: str = "say", rule: str = "r", certain: bool = False) -> Candidate:
    return Candidate(rule, cue, lemma, "VERB", "x", content, certain=certain, probability=PROBABILITY[lemma])


def chosen(article: ArticleFeatures, *families: list[Candidate]) -> list[tuple[int, tuple[Range, ...]]]:
    return [(one.cue, one.content) for one in select(article, [one for family in families for one in family])]


def test_outermost_wins() -> None:
    """A content within another, and one that overlaps a larger one, are dropped."""
    assert chosen(PLAIN, [candidate(5, (6, 8)), candidate(1, (2, 9)), candidate(11, (8, 11))]) == [(1, ((2, 9),))]


def test_a_doubtful_content_gives_way_to_a_likely_cue_within() -> None:
    """Where that is likelier even if the content around it is one as often as it seems."""
    lenient = ArticleFeatures(PLAIN.parse, evolve(LEXICON, threshold=0.3))
    for outer, inner, kept in ((0.4, 0.9, 4), (0.4, 0.5, 1), (0.5, 0.99, 1)):
        pair = [
            evolve(candidate(1, (2, 9)), probability=outer),
            evolve(candidate(4, (5, 8)), probability=inner),
        ]
        assert [one.cue for one in select(lenient, pair)] == [kept]
    sure = evolve(candidate(1, (2, 9), certain=True), probability=0.4)
    assert [one.cue for one in select(lenient, [sure, candidate(4, (5, 8))])] == [1]


def test_cue_in_a_content_is_the_article_s_no_more() -> None:
    """Wherever its own content stands."""
    assert chosen(PLAIN, [candidate(4, (10, 11)), candidate(1, (2, 9))]) == [(1, ((2, 9),))]


def test_contents_come_in_text_order() -> None:
    """Whichever family found them."""
    assert chosen(PLAIN, [candidate(9, (10, 12))], [candidate(4, (5, 7)), candidate(1, (2, 3))]) == [
        (1, ((2, 3),)),
        (4, ((5, 7),)),
        (9, ((10, 12),)),
    ]


def test_first_family_wins_a_draw() -> None:
    """Although what the other one says is larger."""
    assert chosen(PLAIN, [candidate(1, (2, 4))], [candidate(1, (2, 9))]) == [(1, ((2, 4),))]


def test_cue_must_be_likely() -> None:
    """Unless the rule is certain of itself."""
    assert chosen(PLAIN, [candidate(1, (2, 4), lemma="eat")]) == []
    assert chosen(PLAIN, [candidate(1, (2, 4), lemma="eat", certain=True)]) == [(1, ((2, 4),))]
    assert chosen(PLAIN, [candidate(1, (2, 4), lemma="doubt")]) == []


def test_likeliest_wins_a_cue() -> None:
    """Whichever family found it."""
    likely = evolve(candidate(1, (2, 9)), probability=0.995)
    assert chosen(PLAIN, [candidate(1, (2, 4))], [likely]) == [(1, ((2, 9),))]


def test_unlikely_candidate_leaves_its_cue_to_others() -> None:
    """A family that is dropped does not win."""
    assert chosen(PLAIN, [candidate(1, (2, 4), lemma="eat")], [candidate(1, (5, 7))]) == [(1, ((5, 7),))]


def test_doubtful_candidate_stays_when_it_alone_accounts_for_a_quotation() -> None:
    """One of two words and more that no other content touches."""
    doubtful = candidate(1, (3, 8), lemma="doubt")
    assert chosen(QUOTED, [doubtful]) == [(1, ((2, 8),))]
    assert chosen(QUOTED, [doubtful, candidate(8, (4, 6))]) == [(8, ((2, 7),))]
    assert chosen(QUOTED, [candidate(8, (9, 12), lemma="doubt")]) == []
    assert chosen(QUOTED, [evolve(doubtful, probability=0.0)]) == []


def test_threshold_is_the_lexicon_s() -> None:
    """A lower one lets more through."""
    low = ArticleFeatures(PLAIN.parse, evolve(LEXICON, threshold=0.2))
    assert chosen(low, [candidate(1, (2, 4), lemma="doubt")]) == [(1, ((2, 4),))]


def test_content_snaps_to_quotation_marks() -> None:
    """At both ends, if a word of the quotation is in."""
    assert expanded_to_quotation(QUOTED, candidate(0, (4, 8))).content == ((2, 8),)
    assert expanded_to_quotation(QUOTED, candidate(8, (1, 4))).content == ((1, 7),)
    assert expanded_to_quotation(QUOTED, candidate(0, (3, 5), (9, 11))).content == ((2, 7), (9, 12))


def test_content_outside_marks_stays() -> None:
    """A mark alone is no reason to take the quotation in, and goes from the edge."""
    assert expanded_to_quotation(QUOTED, candidate(0, (7, 9))).content == ((7, 9),)
    assert expanded_to_quotation(QUOTED, candidate(0, (6, 9))).content == ((7, 9),)
    assert expanded_to_quotation(QUOTED, candidate(12, (1, 3))).content == ((1, 2),)


def test_content_does_not_snap_over_its_cue() -> None:
    """A cue within the quotation is the cue of something within."""
    assert expanded_to_quotation(QUOTED, candidate(4, (5, 8))).content == ((5, 8),)


def test_single_marks_that_may_be_apostrophes_do_not_count() -> None:
    """Their beginning is too uncertain."""
    article = ArticleFeatures(
        parse_of("w0 NN dep 0", "'w1 NN dep 0", "w2 NN dep 0", "w3s' NN dep 0", "w4 NN dep 0"), LEXICON
    )
    assert all(region.weak for region in article.parse.regions)
    assert expanded_to_quotation(article, candidate(0, (2, 5))).content == ((2, 5),)


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    """Any candidate on the parse with quotations, its cue outside of its content."""
    edges = sorted(draw(st.lists(st.integers(0, 13), min_size=2, max_size=4, unique=True)))
    pieces = tuple(zip(edges[::2], edges[1::2], strict=False))
    outside = [token for token in range(13) if not any(start <= token < end for start, end in pieces)]
    cue = draw(st.sampled_from([-1, *outside]))
    return candidate(cue, *pieces, lemma=draw(st.sampled_from(["say", "doubt", "eat"])), certain=draw(st.booleans()))


@given(st.lists(st.lists(candidates(), max_size=4), max_size=3))
def test_contents_are_apart(families: list[list[Candidate]]) -> None:
    """Of any candidates: no token in two contents, no cue in a content, in text order."""
    kept = select(QUOTED, [one for family in families for one in family])
    pieces = sorted(piece for one in kept for piece in one.content)
    assert all(before[1] <= after[0] for before, after in pairwise(pieces))
    assert not any(start <= one.cue < end for one in kept for start, end in pieces)
    assert [one.content for one in kept] == sorted(one.content for one in kept)
