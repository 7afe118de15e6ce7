"""Words, pairs and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text, news_like, span_lists_of

from quoteattr.records import QuoteKind
from quoteattr.scoring import metrics
from quoteattr.scoring.annotation import Annotation
from quoteattr.scoring.matching import Comparison, compare, items, pair
from quoteattr.scoring.metrics import MEASURES, Figure
from quoteattr.scoring.words import Words

TEXT = 'Ann Lee said it "was fine," and left.\nShe thinks that ‘‘rain’’ will come; “all\nof it.”'
WORD_SETS = st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=6)


def stretch(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def said(*content: str, source: str | None = None, rule: str | None = None) -> Annotation:
    return Annotation(tuple(map(stretch, content)), (stretch(source),) if source else (), rule=rule)


def only(comparison: Comparison, name: str = metrics.ALL) -> metrics.Row:
    return metrics.table([comparison])[name]


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Annotation], list[Annotation]]:
    """A text with two sets of annotations."""
    text = draw(news_like)
    offsets = span_lists_of(text).map(lambda spans: tuple((span.start, span.end) for span in spans))
    sides = st.lists(st.builds(Annotation, offsets, offsets), max_size=5)
    return text, draw(sides), draw(sides)


# ---- words -------------------------------------------------------------------------------------------------------


def test_words_are_runs_of_letters_and_digits() -> None:
    """Marks and hyphens part words, an apostrophe inside does not."""
    assert len(Words("It's Smith’s 21-year-old ''car'' (no_1).")) == 8


def test_a_stretch_holds_the_words_that_it_touches() -> None:
    """One character of a word is enough, its edge is not."""
    words = Words("one two three")
    assert words.of([(2, 5)]) == {0, 1}
    assert words.of([(3, 4)]) == frozenset()
    assert words.of([(5, 5)]) == frozenset()
    assert words.of([(0, 1), (12, 99)]) == {0, 2}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a “b c” d", {1, 2}),
        ('a "b" c "d"', {1, 3}),
        ("a ``b'' ''c'' d", {1, 2}),
        ("a “b “c” d", {1, 2}),
        ("a” b “c\nd “e", {2, 4}),
        ("a 'b' ‘c’ d", set()),
    ],
)
def test_quoted_words(text: str, quoted: set[int]) -> None:
    """Double marks of any form count, single ones do not; what stays open ends with its line."""
    assert Words(text).quoted == quoted


@pytest.mark.parametrize(
    ("quoted", "of", "kind"),
    [(10, 10, "direct"), (9, 10, "direct"), (8, 10, "mixed"), (1, 10, "mixed"), (0, 10, "indirect")],
)
def test_kinds(quoted: int, of: int, kind: str) -> None:
    """Nine words in ten within marks make a quote direct, one makes it mixed."""
    text = "“" + "in " * quoted + "” " + "out " * (of - quoted)
    assert Words(text).kind(frozenset(range(of))) is QuoteKind(kind)


@given(any_text)
def test_any_text_has_words(text: str) -> None:
    """Whatever the text, the whole of it holds all its words, and the quoted ones are among them."""
    words = Words(text)
    assert words.of([(0, len(text))]) == frozenset(range(len(words)))
    assert words.quoted <= words.of([(0, len(text))])


# ---- pairs -------------------------------------------------------------------------------------------------------


def test_the_best_pair_comes_first() -> None:
    """A gold quote goes to the prediction that it shares most with, whatever the order."""
    gold = [frozenset({1, 2, 3, 4})]
    assert pair(gold, [frozenset({1, 2}), frozenset({1, 2, 3})]) == ((0, 1),)


def test_half_of_the_words_make_a_pair() -> None:
    """Exactly half is enough, less is not."""
    assert pair([frozenset({1, 2})], [frozenset({1})]) == ((0, 0),)
    assert pair([frozenset({1, 2, 3})], [frozenset({1})]) == ()


@given(WORD_SETS, WORD_SETS)
def test_pairs_are_one_to_one(gold: list[frozenset[int]], predicted: list[frozenset[int]]) -> None:
    """Nothing is paired twice, every pair shares half of its words, and no two that could be a pair are left over."""
    pairs = pair(gold, predicted)
    golds, others = {i for i, _ in pairs}, {j for _, j in pairs}
    assert len(golds) == len(others) == len(pairs)
    could = {
        (i, j)
        for i, one in enumerate(gold)
        for j, two in enumerate(predicted)
        if one and 2 * len(one & two) >= len(one | two)
    }
    assert set(pairs) <= could
    assert all(i in golds or j in others for i, j in could)


def test_repeated_and_wordless_annotations_are_left_out() -> None:
    """The same content and source twice is one item; another source makes it two."""
    twice = [said("was fine", source="Ann Lee"), said('"was fine,"', source="Lee"), said("was fine", source="Ann Lee")]
    assert len(items(Words(TEXT), [*twice, said("; ")])) == 2


def test_discarded_stretches_do_not_count() -> None:
    """What touches one is taken out of gold and prediction alike."""
    comparison = compare(Words(TEXT), [said("was fine"), said("rain")], [said("it"), said("fine")], [stretch("fine")])
    assert (len(comparison.gold), len(comparison.predicted)) == (1, 1)


# ---- figures -----------------------------------------------------------------------------------------------------


def test_the_measures() -> None:
    """Two gold quotes, three predictions, each figure by hand."""
    gold = [said('it "was fine,"', source="Ann Lee"), said("that ‘‘rain’’ will come", source="She")]
    predicted = [said('it "was fine,"', source="Lee"), said("rain’’ will come", source="Ann"), said("left")]
    row = only(compare(Words(TEXT), gold, predicted))
    assert (row.gold, row.predicted) == (2, 3)
    assert (row.exact.precision, row.exact.recall, row.exact.f) == pytest.approx((100 / 3, 50, 40))
    assert (row.soft.precision, row.soft.recall) == pytest.approx((200 / 3, 100 * (1 + 3 / 4) / 2))
    assert (row.half.precision, row.half.recall) == pytest.approx((200 / 3, 100))
    assert (row.linked.precision, row.linked.recall, row.source_accuracy) == pytest.approx((100 / 3, 50, 50))


def test_no_source_is_right_where_the_gold_has_none() -> None:
    """Two empty sources agree; one empty source and one with words do not."""
    words = Words(TEXT)
    assert only(compare(words, [said("rain")], [said("rain")])).linked.f == 100
    assert only(compare(words, [said("rain", source="She")], [said("rain")])).linked.f == 0


def test_each_side_counts_under_its_own_kind() -> None:
    """A mixed gold quote that is predicted as a direct one is recall of mixed and precision of direct."""
    rows = metrics.table([compare(Words(TEXT), [said('it "was fine,"')], [said("was fine")])])
    assert (rows["mixed"].half.recall, rows["mixed"].half.precision) == (100, 0)
    assert (rows["direct"].half.recall, rows["direct"].half.precision) == (0, 100)


def test_nothing_scores_nothing() -> None:
    """No article, no gold or no prediction: zeros, no error."""
    assert metrics.table([])["all"].exact == Figure(0, 0, 0)
    assert only(compare(Words(TEXT), [said("rain")], [])).half == Figure(0, 0, 0)
    assert only(compare(Words(TEXT), [], [said("rain")])).half == Figure(0, 0, 0)


@given(annotated())
def test_gold_against_itself_is_perfect(sample: tuple[str, list[Annotation], list[Annotation]]) -> None:
    """All measures are at 100 per cent."""
    text, gold, _ = sample
    row = only(compare(Words(text), gold, gold))
    assert {getattr(row, name).f for name in MEASURES} <= ({100.0} if row.gold else {0.0})


@given(annotated())
def test_measures_are_ordered(sample: tuple[str, list[Annotation], list[Annotation]]) -> None:
    """Exact and linked are at most half; every figure is a percentage."""
    text, gold, predicted = sample
    for row in metrics.table([compare(Words(text), gold, predicted)]).values():
        for side in ("precision", "recall", "f"):
            assert getattr(row.exact, side) <= getattr(row.half, side)
            assert getattr(row.linked, side) <= getattr(row.half, side)
        for name in MEASURES:
            figure = getattr(row, name)
            assert 0 <= figure.f <= 100.0001 and max(figure.precision, figure.recall) <= 100


@given(annotated())
def test_kinds_add_up_to_all(sample: tuple[str, list[Annotation], list[Annotation]]) -> None:
    """Every item is of exactly one kind."""
    text, gold, predicted = sample
    rows = metrics.table([compare(Words(text), gold, predicted)])
    everything = rows.pop(metrics.ALL)
    assert sum(row.gold for row in rows.values()) == everything.gold
    assert sum(row.predicted for row in rows.values()) == everything.predicted
