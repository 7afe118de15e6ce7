"""Settings as options of a command line, and words of a command line as settings. All errors are argparse's."""

from __future__ import annotations

import contextlib
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import Any

from quoteattr.errors import SettingError
from quoteattr.records import Attitude
from quoteattr.settings import OPERATING_POINTS, confidence_at

__all__ = ["add_settings", "attitudes", "confidence", "number", "settings_of"]

_NAMES = ("model", "lexicon", "attitudes", "min_confidence", "rules")


def add_settings(parser: ArgumentParser) -> None:
    """Add the options for the settings of an extractor."""
    add = parser.add_argument
    add("--model", help="another English spaCy pipeline: the name of a package, or a folder")
    add("--lexicon", metavar="FILE", help="a TOML file with more cue words")
    add(
        "--attitudes",
        type=attitudes,
        metavar="LIST",
        help=f"indirect quotations to report: all, or some of {','.join(each.value for each in Attitude)} "
        "(default: assertion,belief,eventuality)",
    )
    add(
        "--min-confidence",
        type=confidence,
        metavar="SHARE",
        help=f"report what is at least this sure: 0 to 1, or {' or '.join(OPERATING_POINTS)}",
    )
    add("--rules", action="append", default=[], metavar="MODULE", help="a Python module with custom rules")


def settings_of(options: Namespace) -> dict[str, Any]:
    """What these options said, as keyword arguments of :class:`~quoteattr.settings.Settings`."""
    return {name: getattr(options, name) for name in _NAMES}


def attitudes(value: str) -> list[Attitude]:
    """The attitudes of a list with commas; ``all`` for all of them."""
    if value == "all":
        return list(Attitude)
    try:
        return [Attitude(word.strip().lower()) for word in value.split(",")]
    except ValueError as error:
        choices = ", ".join(attitude.value for attitude in Attitude)
        raise ArgumentTypeError(f"{error}: expected all, or a list with commas of {choices}") from None


def confidence(value: str) -> float:
    """A least confidence: a number from 0 to 1, or an operating point."""
    try:
        return confidence_at(value if value in OPERATING_POINTS else float(value))
    except (ValueError, SettingError):
        named = " or ".join(OPERATING_POINTS)
        raise ArgumentTypeError(f"expected a number from 0 to 1, or {named}; got {value!r}") from None


def number(value: str) -> int:
    """A whole number of at least 1."""
    with contextlib.suppress(ValueError):
        if int(value) > 0:
            return int(value)
    raise ArgumentTypeError(f"expected a whole number of at least 1, got {value!r}")
