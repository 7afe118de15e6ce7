"""Where on the curve of precision and recall to stand."""

from __future__ import annotations

import argparse

import pytest

from quoteattr.errors import SettingError
from quoteattr.points import DEFAULT, POINTS, argument, confidence_at, confidence_for
from quoteattr.records import Attitude

SOME = (Attitude.ASSERTION, Attitude.BELIEF)


@pytest.mark.parametrize("value", [0, 0.25, 1])
def test_a_number_is_itself(value: float) -> None:
    """As a setting, as an optional one and as a word."""
    assert confidence_at(value) == confidence_for(value, Attitude) == argument(str(value)) == value
    assert isinstance(confidence_at(value), float)


@pytest.mark.parametrize("name", POINTS)
def test_points_have_names(name: str) -> None:
    """Complete is everything, precise is not."""
    assert confidence_at(name) == confidence_for(name, SOME) == argument(name) == POINTS[name]
    assert (POINTS[name] == 0.0) == (name == "complete")


def test_whoever_asks_for_every_attitude_asks_for_everything() -> None:
    """Unless he says what he wants; for other attitudes the default holds."""
    assert confidence_for(None, list(Attitude)) == confidence_for(None, frozenset(Attitude)) == 0.0
    assert confidence_for("precise", list(Attitude)) == POINTS["precise"]
    assert confidence_for(None, SOME) == confidence_for(None, ()) == DEFAULT


@pytest.mark.parametrize("value", [-0.1, 1.1, True, "exact", [0.5]])
def test_what_is_no_point_is_refused(value: object) -> None:
    """With what would be one, and as argparse wants it."""
    for call in (lambda: confidence_at(value), lambda: confidence_for(value, SOME)):  # type: ignore[arg-type]
        with pytest.raises(SettingError, match="a number from 0 to 1, or 'precise' or 'complete'"):
            call()
    with pytest.raises(argparse.ArgumentTypeError, match="expected a number from 0 to 1, or precise or complete"):
        argument(str(value))
