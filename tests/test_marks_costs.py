"""What a mark may be, by its shape and what stands around it: and the cheapest reading of all."""

from __future__ import annotations

from quoteattr.marks.costs import read_marks
from quoteattr.marks.labelling import cheapest
from quoteattr.marks.mark import DOUBLE, NEVER, SINGLE, Mark, Paragraph
from quoteattr.marks.table import table


def marks_of(text: str, **how: bool) -> list[Mark]:
    """The marks of a paragraph."""
    runs = [match.span() for match in table().events.finditer(text)]
    return list(read_marks(text, Paragraph(0, len(text)), runs, table(), **how))


def first(text: str) -> Mark:
    """The first mark of a paragraph."""
    return marks_of(text)[0]


def last(text: str) -> Mark:
    """The last one."""
    return marks_of(text)[-1]


def test_a_mark_that_faces_no_way_may_be_what_its_surroundings_say() -> None:
    """ArticleFeatures it the other way costs as much as they speak against it."""
    opening, closing = marks_of('"yes"')
    assert opening.opens == closing.closes == 0.0
    assert opening.closes == closing.opens > 0.0
    between = first('a"b')
    assert between.opens == between.closes == 0.0


def test_shape_and_surroundings_are_added_up() -> None:
    """A curly mark is odder where it faces the wrong way, and surer where it faces the right one."""
    wrong, straight, right, single = (first(f"say {mark}yes") for mark in '”"“‘')
    assert wrong.closes < straight.closes < right.closes == single.closes < NEVER
    assert wrong.opens == straight.opens == right.opens == single.opens == 0.0
    wrong, straight, right, single = (first(f"cold{mark} he") for mark in '“"”’')
    assert wrong.opens < straight.opens < right.opens < single.opens == NEVER
    assert wrong.closes == straight.closes == right.closes == single.closes == 0.0


def test_a_full_stop_may_begin_what_is_quoted() -> None:
    """Before a letter, a figure or a name it is like them, before a second one it tells nothing."""
    for text in ('said ".22 caliber', 'said ".and', 'said ".@somebody', 'said ".#something'):
        assert (first(text).opens, first(text).closes) == (first('said "22').opens, first('said "22').closes)
    assert first('said "...and').closes == first('said "…and').closes < first('said "and').closes
    assert first('said".').closes == first('said". Then').closes == 0.0 < first('said".').opens


def test_only_a_mark_that_looks_it_may_stay_open_cheaply() -> None:
    """With a space or an edge before it, be there one behind it too; and a single one at the beginning alone."""
    looks, at_the_edge, odd, single = first("said “we"), first('" we'), first('said"we'), first("said ‘we")
    assert looks.unclosed == at_the_edge.unclosed < odd.unclosed
    assert single.unclosed == NEVER
    assert first("‘we").unclosed < looks.unclosed


def test_a_straight_single_mark_must_be_closed() -> None:
    """But where single marks are the outer ones of the article, at the beginning of a paragraph."""
    assert first("'Lost boys").unclosed == NEVER
    (begins,), (within,) = marks_of("'Lost boys", outside=True), marks_of("The 'lost boys", outside=True)
    assert begins.unclosed < NEVER
    assert within.unclosed == NEVER
    assert marks_of("‘Lost boys", outside=True)[0].unclosed < first("‘Lost boys").unclosed


def test_inches_and_feet_are_surely_none_together() -> None:
    """An inch sign alone may close a quotation that ends with a figure."""
    alone, behind_feet, after_word = last('12" pipe'), last("6'2\" tall"), last('so" tall')
    assert behind_feet.skips < alone.skips < after_word.skips
    assert behind_feet.closes > alone.closes == after_word.closes
    assert not alone.counts
    assert not behind_feet.counts
    assert after_word.counts


def test_a_foot_sign_is_likelier_than_an_inch_sign_and_than_an_apostrophe() -> None:
    """Quotations in double marks end with a figure more often, and words with an apostrophe less often."""
    foot, inch, word = first("7' pipe"), first('7" pipe'), first("cold' pipe")
    assert foot.skips < inch.skips < word.skips
    assert foot.closes > word.closes
    assert not foot.counts


def test_stray_marks_are_odder_than_apostrophes() -> None:
    """A double mark is the surer one."""
    double, single, apostrophe = first('he said " no'), first("he said ' no"), first("the 'umble")
    assert double.skips > single.skips > apostrophe.skips
    assert double.counts
    assert single.counts
    assert not apostrophe.counts


def test_a_shortened_word_has_an_apostrophe_before_it() -> None:
    """Surely where that is straight; where it was curled by a program, more likely than any other word."""
    straight, curled, word, other = first("give 'em"), first("give ‘em"), first("the 'umble"), first("the ‘umble")
    assert straight.opens > word.opens
    assert straight.skips < curled.skips < word.skips < other.skips
    assert other.opens < curled.opens < NEVER
    assert not straight.counts
    assert not curled.counts


def test_a_plural_possessive_has_an_apostrophe_behind_it() -> None:
    """Where a space follows or the paragraph ends, and there a closing mark is less odd."""
    within, at_the_end, stop, other = (
        last(text) for text in ("the workers' house", "the workers'", "the workers'.", "the cold' house")
    )
    assert within.skips == at_the_end.skips < stop.skips == other.skips
    assert within.closes > at_the_end.closes > other.closes == 0.0
    assert within.closes_weak == at_the_end.closes_weak > stop.closes_weak == other.closes_weak == 0.0
    assert last("goin' home").skips == last("ol' home").skips == within.skips


def test_a_mark_in_a_run_stands_beside_a_mark() -> None:
    """What is on its outer side is like a bracket before it, or a space behind it."""
    for run, alone in (("said “'No", "said ('No"), ("said“'No", "said('No"), ('said "‘No', "said (‘No")):
        inner, other = last(run), last(alone)
        assert (inner.opens, inner.closes, inner.skips) == (other.opens, other.closes, other.skips)
    for run, alone in (("all of it'” then", "all of it' then"), ("all of it'”then", "all of it' then")):
        inner, other = first(run), first(alone)
        assert (inner.opens, inner.closes, inner.skips) == (other.opens, other.closes, other.skips)
    assert first("the workers'” then").skips > first("the workers' then").skips


def test_doubled_apostrophes_are_no_quotation_marks() -> None:
    """They may be, and then they count: the spaces may be lost."""
    doubled, quoted = first("don''t"), first("said ''yes")
    assert doubled.skips < quoted.skips
    assert not doubled.counts
    assert quoted.counts
    assert doubled.opens == doubled.closes == 0.0


def test_what_is_told_of_a_mark_is_its_shape_and_kind() -> None:
    """Two single marks of one shape are a double one."""
    found = marks_of("“a ‘b ''c \"d 'e `f")
    assert [mark.kind for mark in found] == [DOUBLE, SINGLE, DOUBLE, DOUBLE, SINGLE, SINGLE]
    assert [mark.weak for mark in found] == [False, False, False, False, True, False]
    assert len({mark.shape for mark in found}) == 6 - 1
    assert found[2].shape == found[4].shape


def opener(start: int, skips: float = 4.0, kind: str = DOUBLE, shape: str = "", unclosed: float = 3.0) -> Mark:
    """A mark that can do nothing but open, or be skipped."""
    return Mark(start, start + 1, kind, 0.0, NEVER, skips, unclosed, shape=shape)


def closer(start: int, skips: float = 4.0, kind: str = DOUBLE, shape: str = "") -> Mark:
    """A mark that can do nothing but close, or be skipped."""
    return Mark(start, start + 1, kind, NEVER, 0.0, skips, shape=shape)


def pairs(*marks: Mark) -> list[tuple[int, int | None]]:
    """Where the pairs of the cheapest reading stand."""
    return [(one.start, other and other.start) for one, other in cheapest(marks).pairs]


def test_a_pair_costs_nothing_and_leaves_nothing() -> None:
    """The next one begins anew."""
    marks = opener(0), closer(5), opener(9), closer(12)
    assert pairs(*marks) == [(0, 5), (9, 12)]
    assert cheapest(marks).neither == ()


def test_what_cannot_be_is_not() -> None:
    """A closing mark with nothing open, and an opening one that must be closed."""
    assert pairs(closer(0)) == []
    assert pairs(opener(0, unclosed=NEVER)) == []
    assert pairs(opener(0)) == [(0, None)]
    assert pairs(closer(0), closer(3), opener(5, unclosed=NEVER)) == []


def test_double_marks_nest_in_double_ones() -> None:
    """Two deep, and no single ones directly in single ones."""
    assert pairs(opener(0), opener(3), closer(5), closer(9)) == [(0, 9), (3, 5)]
    single = [opener(0, 3.0, SINGLE), opener(3, 3.0, SINGLE), closer(5, 3.0, SINGLE), closer(9, 3.0, SINGLE)]
    assert len(pairs(*single)) == 1


def test_kinds_nest_in_turn() -> None:
    """Three deep."""
    for kinds in ((DOUBLE, SINGLE, DOUBLE), (SINGLE, DOUBLE, SINGLE)):
        left = [opener(number, 9.0, kind) for number, kind in enumerate(kinds)]
        right = [closer(9 - number, 9.0, kind) for number, kind in enumerate(kinds)]
        assert pairs(*left, *reversed(right)) == [(0, 9), (1, 8), (2, 7)]


def test_kinds_do_not_cross() -> None:
    """One of the two pairs is none."""
    found = cheapest((opener(0), opener(3, 3.0, SINGLE), closer(5), closer(9, 3.0, SINGLE)))
    assert [(one.start, other and other.start) for one, other in found.pairs] == [(0, 5)]
    assert [mark.start for mark in found.neither] == [3, 9]


def test_of_two_readings_alike_the_one_that_pairs_earlier_marks_holds() -> None:
    """An opening mark with two that may close it, at the same cost."""
    assert pairs(opener(0), closer(5), closer(9)) == [(0, 5)]


def test_no_more_than_one_mark_stays_open() -> None:
    """The outer one, whatever is open within it."""
    assert pairs(opener(0, 9.0), opener(3, 2.5, SINGLE, unclosed=0.0)) == [(0, None)]
    assert pairs(opener(0), opener(3, 9.0)) == [(0, None)]


def test_stray_marks_that_count_are_marks() -> None:
    """Apostrophes are not."""
    stray, apostrophe = closer(0), Mark(3, 4, SINGLE, NEVER, 0.0, 0.0, counts=False)
    found = cheapest((stray, apostrophe, opener(5), closer(9)))
    assert sorted(mark.start for mark in found.marks()) == [0, 5, 9]
    assert found.neither == (stray, apostrophe)


def test_marks_of_one_shape_pair_rather_than_those_of_two() -> None:
    """Where nothing else tells which one closes."""
    assert pairs(opener(0, shape="a"), closer(5, shape="b"), closer(9, shape="a")) == [(0, 9)]
    assert pairs(opener(0, shape="a"), closer(5, shape="a"), closer(9, shape="b")) == [(0, 5)]
    assert pairs(opener(0, shape="a"), closer(5, shape="b")) == [(0, 5)]


def either(start: int, kind: str = DOUBLE) -> Mark:
    """A mark that may open as well as close."""
    return Mark(start, start + 1, kind, 0.0, 0.0, 4.0, 3.0)


def test_a_mark_that_may_as_well_close_is_none_that_comes_again() -> None:
    """Only one that rather opens is: a quotation that goes on where a line end was lost."""
    assert pairs(opener(0), either(3), closer(6)) == [(0, 3)]
    assert pairs(opener(0), opener(3), closer(6)) == [(0, 6)]


def test_what_may_as_well_be_stray_is_no_quotation() -> None:
    """A mark that nothing closes, where one costs as much as the other."""
    assert pairs(opener(0, 3.0, unclosed=3.0)) == []
    assert pairs(opener(0, 3.0, unclosed=2.5)) == [(0, None)]


def test_an_outer_mark_stays_open_around_pairs() -> None:
    """Whatever else was tried."""
    assert pairs(opener(0, 3.0, SINGLE), opener(3, 3.0, SINGLE), opener(6), either(9)) == [(0, None), (6, 9)]


def test_double_marks_within_their_like_are_odder_than_apostrophes() -> None:
    """Where the inner ones may be such."""
    assert pairs(opener(0), opener(3, 0.4), closer(6, 0.4), closer(9)) == [(0, 9)]
    assert pairs(opener(0), opener(3), closer(6), closer(9)) == [(0, 9), (3, 6)]
