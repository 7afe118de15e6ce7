"""Where on the curve of precision and recall to stand: the least confidence that comes back."""

from __future__ import annotations

from collections.abc import Collection

from quoteattr.errors import SettingError
from quoteattr.records import Attitude

__all__ = ["DEFAULT", "POINTS", "argument", "confidence_at", "confidence_for"]

POINTS = {"precise": 0.8, "complete": 0.0}
"""Named points of the curve (``docs/confidence.md`` tells what each gives)."""

DEFAULT = 0.5
"""The point without a setting: precision and recall together are best there on held-out outlets of the tune half."""


def confidence_at(value: float | str) -> float:
    """The least confidence that a setting names: a number from 0 to 1, or a named point.

    >>> confidence_at("precise")
    0.8

    Raises:
        SettingError: It is something else.
    """
    if isinstance(value, str) and value in POINTS:
        return POINTS[value]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        named = " or ".join(map(repr, POINTS))
        raise SettingError(f"min_confidence must be a number from 0 to 1, or {named}; got {value!r:.80}")
    return float(value)


def confidence_for(value: float | str | None, attitudes: Collection[Attitude]) -> float:
    """The same of an optional setting; without one, the default, or all for whoever asks for every attitude.

    >>> confidence_for(None, [Attitude.ASSERTION]), confidence_for(None, list(Attitude))
    (0.5, 0.0)

    Raises:
        SettingError: It is something else.
    """
    if value is not None:
        return confidence_at(value)
    return POINTS["complete"] if set(attitudes) == set(Attitude) else DEFAULT


def argument(value: str) -> float:
    """The same of a word of a command line, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is something else.
    """
    from argparse import ArgumentTypeError

    try:
        return confidence_at(value if value in POINTS else float(value))
    except (ValueError, SettingError):
        named = " or ".join(POINTS)
        raise ArgumentTypeError(f"expected a number from 0 to 1, or {named}; got {value!r}") from None
