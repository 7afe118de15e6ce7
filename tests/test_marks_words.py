"""Words and figures beside a mark, and how far single characters speak for an opening or a closing mark."""

from __future__ import annotations

import pytest

from quoteattr.marks import Region
from quoteattr.marks.mark import DOUBLE, NEVER, Mark
from quoteattr.marks.table import EDGE, after, before, table
from quoteattr.marks.words import doubled_apostrophe, feet_before, is_figure, lost_beginning, lost_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("em all", True),
        ("EM all", True),
        ("em", True),
        ("emu", False),
        ("90s rock", True),
        ("90S rock", True),
        ("16, and", True),
        ("90st", False),
        ("90x", False),
        ("160", False),
        ("1990s", False),
        ("9s", False),
        ("house", False),
        ("", False),
    ],
)
def test_words_that_have_lost_their_beginning(text: str, expected: bool) -> None:
    """Listed ones in any case, and years of two figures."""
    assert lost_beginning(text, 0, table()) is expected
    assert lost_beginning("then " + text, 5, table()) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("goin", True),
        ("Goin", True),
        ("ruin", True),
        ("win", False),
        ("in", False),
        ("understandin", True),
        ("ol", True),
        ("OL", True),
        ("cold", False),
        ("workers", False),
        ("goings", False),
        ("inner", False),
        ("", False),
    ],
)
def test_words_that_have_lost_their_end(word: str, expected: bool) -> None:
    """Listed ones in any case, and those in -in' of four letters and more."""
    assert lost_end(word, len(word), table()) is expected
    assert lost_end(f"He said “{word}' then", 9 + len(word), table()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6'2", True),
        ("6’2", True),
        ("6′2", True),
        ("He is 6'2", True),
        ("6' 2", True),
        ("6'2½", True),
        ("6' 10 1/2", False),
        ("6' 2 ½", True),
        ("x'2", False),
        ("'2", False),
        ("2", False),
        ("12", False),
        ("6x2", False),
        ("6'2x", False),
        ("6'x2", False),
        ("'6 2", False),
        ("", False),
    ],
)
def test_feet_before_inches(text: str, expected: bool) -> None:
    """A figure, a foot sign, and nothing but figures and spaces behind it."""
    assert feet_before(text, len(text)) is expected
    assert feet_before(text + '" tall', len(text)) is expected


def test_feet_are_looked_for_nearby() -> None:
    """Figures without end are no inches, and the work for each mark is bounded."""
    assert feet_before("6'" + "2" * 9, 11)
    assert feet_before("6'" + " " * 8 + "2", 11)
    assert not feet_before("6'" + "2" * 60, 62)
    assert not feet_before("6'2 and many other words of it 12", 33)


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("don''t", 3, 5, True),
        ("a''b", 1, 3, True),
        ("9''b", 1, 3, True),
        ("don't", 3, 4, False),
        ("don'''t", 3, 6, False),
        ("''t", 0, 2, False),
        ("don''", 3, 5, False),
        (" ''t", 1, 3, False),
        ("n'' t", 1, 3, False),
    ],
)
def test_doubled_apostrophe(text: str, start: int, end: int, expected: bool) -> None:
    """Two single marks with letters or figures on both sides."""
    assert doubled_apostrophe(text, start, end) is expected


def test_figures_are_digits_and_fractions() -> None:
    """The edge of a paragraph is none."""
    assert [char for char in ("6", "½", "a", " ", EDGE) if is_figure(char)] == ["6", "½"]


def test_what_stands_around_a_mark_speaks_alike_on_either_side() -> None:
    """What speaks for an opening mark before it speaks as much for a closing one behind it."""
    for left, right in ((EDGE, EDGE), ("(", ")"), ("[", "]"), (" ", " "), ("\u00a0", "\u00a0"), ("—", "—"), ("-", "-")):
        assert before(left) == -after(right) > 0
    assert before("a") == -after("a") < 0
    for silent in ("…", "\\", "\u200b", "\ufeff"):
        assert before(silent) == after(silent) == 0


def test_edges_speak_most_clearly_and_dashes_least() -> None:
    """A bracket says more than a space, and a space more than a dash, which may stand anywhere."""
    assert before(EDGE) > before("(") > before(" ") > before("—") > before("…") > before("a")
    assert after(EDGE) < after(",") == after(")") < after(" ") < after("—") < after("…") < after("a")


def test_a_full_stop_speaks_for_a_closing_mark_behind_it_alone() -> None:
    """Before a mark it is like a letter: both end what was said."""
    assert before(".") == before("a")
    assert after(".") < after(" ")


def test_a_region_made_by_hand_is_a_closed_one_in_double_marks() -> None:
    """Nothing else is said of it."""
    region = Region(0, 5, 1, 4)
    assert (region.closed, region.continues, region.single, region.weak) == (True, False, False, False)


def test_a_mark_that_is_told_nothing_else_is_a_firm_quotation_mark_that_must_be_closed() -> None:
    """As an ornament is."""
    mark = Mark(0, 1, DOUBLE, 0.0, 0.0, 1.0)
    assert mark.unclosed == NEVER
    assert mark.counts
    assert not mark.weak
    assert mark.closes_weak == 0.0
