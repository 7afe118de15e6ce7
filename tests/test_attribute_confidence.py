"""Confidence: the share of quotes of a rule and a band that were right."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.attribute import confidence
from quoteattr.attribute.confidence import BANDS, band, confidence_of
from quoteattr.data import text_of
from quoteattr.detect import RULE_MODULES, Candidate

CANDIDATE = Candidate("clause", 1, "say", "VERB", "clause", ((2, 3),))


def table() -> dict[tuple[str, str], tuple[float, float]]:
    lines = text_of("confidence.tsv").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    return {(rule, level): (float(right), float(found)) for rule, level, right, found in rows}


@given(st.floats(0, 1), st.floats(0, 1))
def test_bands_grow_with_probability(one: float, other: float) -> None:
    """From the first to the last, and none beyond."""
    assert 0 <= band(min(one, other)) <= band(max(one, other)) < BANDS


@pytest.mark.parametrize(("probability", "number"), [(0.0, 0), (0.05, 1), (0.42, 8), (0.5, 10), (0.95, 19), (1.0, 19)])
def test_bands(probability: float, number: int) -> None:
    """A twentieth each."""
    assert band(probability) == number


@pytest.mark.parametrize("probability", [0.0, 0.41, 0.77, 1.0])
def test_confidence_is_a_share(probability: float) -> None:
    """For every rule, likely or not."""
    rules = [rule.id for family in RULE_MODULES for rule in family.RULES] + ["unheard-of"]
    shares = {rule: confidence_of(evolve(CANDIDATE, rule=rule, probability=probability)) for rule in rules}
    assert {rule: share for rule, share in shares.items() if not 0 <= share <= 1} == {}


def test_common_pair_has_the_share_of_the_table() -> None:
    """To two hundredths; a rule that nobody counted has the share of its band."""
    likely = evolve(CANDIDATE, probability=0.97)
    right, found = table()["clause", "19"]
    assert confidence_of(likely) == pytest.approx(right / found, abs=0.02)
    right, found = table()["*", "19"]
    assert confidence_of(evolve(likely, rule="unheard-of")) == pytest.approx(right / found, abs=0.02)


def test_likelier_quotes_were_right_more_often() -> None:
    """So that a minimum of confidence drops the doubtful ones first."""
    shares = [confidence_of(evolve(CANDIDATE, rule="unheard-of", probability=level / 20)) for level in range(8, 20)]
    assert shares == sorted(shares)


def test_before_the_first_count_no_rule_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then every rule has the confidence that one that nobody counted has."""
    monkeypatch.setattr(confidence, "text_of", lambda _: "")
    monkeypatch.setattr(confidence, "_table", confidence._table.__wrapped__)
    assert confidence_of(CANDIDATE) == confidence_of(evolve(CANDIDATE, rule="unheard-of"))
