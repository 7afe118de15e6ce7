"""Confidence: the share of quotes of a rule and a band that were right."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Lexicon
from quoteattr.attribute.confidence import BANDS, band, confidence_of
from quoteattr.detect import Candidate, rules

CANDIDATE = Candidate("clause", 1, "say", "VERB", "clause", ((2, 3),))


def table() -> dict[tuple[str, str], tuple[float, float]]:
    lines = resources.files("quoteattr").joinpath("data/en/confidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    return {(rule, level): (float(right), float(found)) for rule, level, right, found in rows}


@given(st.floats(0, 1), st.floats(0, 1))
def test_bands_grow_with_precision(one: float, other: float) -> None:
    """From the first to the last, and none beyond."""
    assert 0 <= band(min(one, other)) <= band(max(one, other)) < BANDS


@pytest.mark.parametrize(
    ("precision", "number"), [(0.0, 0), (0.55, 0), (0.65, 1), (0.75, 2), (0.85, 3), (0.95, 4), (1, 4)]
)
def test_bands(precision: float, number: int) -> None:
    """A tenth each, from a half."""
    assert band(precision) == number


@pytest.mark.parametrize("rule", [rule.id for rule in rules()] + ["unheard-of"])
@pytest.mark.parametrize("lemma", ["say", "eat", "zzz"])
@pytest.mark.parametrize("certain", [False, True])
def test_confidence_is_a_share(rule: str, lemma: str, certain: bool) -> None:
    """For every rule, likely cue or not."""
    candidate = Candidate(rule, 1, lemma, "VERB", "clause", ((2, 3),), certain=certain)
    assert 0 <= confidence_of(candidate, Lexicon.default()) <= 1


def test_common_pair_has_the_share_of_the_table() -> None:
    """To a hundredth; a rule that nobody counted has the share of all."""
    level = band(Lexicon.default().precision("say", "VERB", "clause"))
    right, found = table()["clause", str(level)]
    assert confidence_of(CANDIDATE, Lexicon.default()) == pytest.approx(right / found, abs=0.01)
    right, found = table()["*", "*"]
    unknown = Candidate("unheard-of", 1, "say", "VERB", "clause", ((2, 3),))
    assert confidence_of(unknown, Lexicon.default()) == pytest.approx(right / found, abs=0.01)
