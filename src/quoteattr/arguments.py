"""Settings as options of a command line, and words of a command line as settings. All errors are argparse's."""

from __future__ import annotations

import contextlib
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from typing import Any

from quoteattr.errors import SettingError
from quoteattr.records import Attitude, QuoteKind
from quoteattr.settings import OPERATING_POINTS, confidence_at

__all__ = [
    "add_knowledge",
    "add_model",
    "add_selection",
    "add_settings",
    "attitudes",
    "confidence",
    "number",
    "settings_of",
]

Add = Callable[..., object]
"""The method ``add_argument`` of a parser or of a group of options."""

_NAMES = ("model", "lexicon", "attitudes", "min_confidence", "kinds", "nested", "sourceless", "rules", "people")


def add_settings(parser: ArgumentParser) -> None:
    """Add the options for the settings of an extractor."""
    add_selection(parser.add_argument_group("which quotations").add_argument)
    add_knowledge(parser.add_argument_group("what you know and quoteattr does not").add_argument)
    add_model(parser.add_argument)


def add_selection(add: Add) -> None:
    """Add those that say which quotations come back."""
    add(
        "--min-confidence",
        type=confidence,
        metavar="SHARE",
        help=f"report what is at least this sure: 0 to 1, or {' or '.join(OPERATING_POINTS)} (default: 0.5)",
    )
    add(
        "--attitudes",
        type=attitudes,
        metavar="LIST",
        help=f"of those without quotation marks: all, or some of {','.join(each.value for each in Attitude)} "
        "(default: assertion,belief,eventuality)",
    )
    add(
        "--kinds",
        type=kinds,
        metavar="LIST",
        help="some of direct (in quotation marks), mixed (partly), indirect (none); default: all",
    )
    add("--nested", action="store_true", help="also what is reported within what others say")
    add("--sourceless", action="store_true", help="also quotations for which the article gives nobody")


def add_knowledge(add: Add) -> None:
    """Add those that tell the library what its user knows."""
    add("--people", metavar="FILE", help="people and organisations by name, alias, role and id (csv, jsonl, toml)")
    add("--lexicon", metavar="FILE", help="words of your own, such as verbs of saying (TOML)")
    add("--rules", action="append", default=[], metavar="MODULE", help="a Python module with custom rules")


def add_model(add: Add) -> None:
    """Add the language model."""
    add("--model", help="another English spaCy pipeline: the name of a package, or a folder")


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


def kinds(value: str) -> list[QuoteKind]:
    """The kinds of a list with commas."""
    try:
        return [QuoteKind(word.strip().lower()) for word in value.split(",")]
    except ValueError as error:
        choices = ", ".join(kind.value for kind in QuoteKind)
        raise ArgumentTypeError(f"{error}: expected a list with commas of {choices}") from None


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
