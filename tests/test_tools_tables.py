"""What the evaluation tells besides: confidence against the share of right quotes, and how often each rule is right."""

from __future__ import annotations

import pytest

from quoteattr.evaluation.rules import by_rule
from quoteattr.scoring.annotation import Annotation
from quoteattr.scoring.matching import compare
from quoteattr.scoring.words import Words
from tools.evaluate.reliability import error, judged, reliability


def test_right_is_what_is_linked() -> None:
    """The content's pair has the same source; what has no confidence is not counted."""
    words = Words("Ann said it rained. Bob said it snowed. Cyd hummed.")
    gold = [Annotation(((9, 18),), ((0, 3),)), Annotation(((29, 38),), ((20, 23),))]
    found = [
        Annotation(((9, 18),), ((0, 3),), confidence=0.9),
        Annotation(((29, 38),), ((0, 3),), confidence=0.4),
        Annotation(((44, 50),), ((40, 43),), confidence=0.1),
        Annotation(((40, 43),)),
    ]
    assert judged([compare(words, gold, found)]) == [(0.9, True), (0.4, False), (0.1, False)]


def test_bins_are_tenths() -> None:
    """1.0 is in the last one, and a bin without quotes is not there."""
    bins = reliability([(0.1, True), (0.19, False), (0.95, True), (1.0, True)])
    assert [(one.low, one.count, one.right) for one in bins] == [(0.1, 2, 0.5), (0.9, 2, 1.0)]
    assert [one.confidence for one in bins] == pytest.approx([0.145, 0.975])


def test_the_error_is_the_mean_distance_over_quotes() -> None:
    """Large bins weigh more."""
    quotes = [(0.85, True)] * 3 + [(0.25, True)]
    assert error(reliability(quotes)) == pytest.approx((3 * 0.15 + 0.75) / 4)
    assert error([]) == 0.0


def test_rules_are_counted_apart() -> None:
    """Each rule id has its own row, the busiest first."""
    text = "Ann said it rained. Bob said it snowed. Cyd hummed."
    gold = [Annotation(((9, 18),), ((0, 3),)), Annotation(((29, 38),), ((20, 23),))]
    found = [
        Annotation(((9, 18),), ((20, 23),), rule="b"),
        Annotation(((29, 38),), ((20, 23),), rule="a"),
        Annotation(((44, 50),), rule="b"),
    ]
    rows = by_rule([compare(Words(text), gold, found)])
    assert [(row.rule, row.predicted, row.half, row.exact, row.linked) for row in rows] == [
        ("b", 2, 50, 50, 0),
        ("a", 1, 100, 100, 100),
    ]
