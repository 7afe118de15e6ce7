"""Settings as options of a command line, and words of a command line as settings. All errors are argparse's."""

from __future__ import annotations

import contextlib
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

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

Choice = TypeVar("Choice", bound=Enum)

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
        help="of those without quotation marks: all, or some of assertion (somebody says it), belief (thinks it), "
        "fact (knows it), eventuality (wants it); default: assertion,belief,eventuality",
    )
    add(
        "--kinds",
        type=kinds,
        metavar="LIST",
        help="some of direct (in quotation marks), mixed (partly), indirect (none); default: all",
    )
    add(
        "--nested",
        action="store_true",
        help="also quotations within quotations: what B said, in 'A said that B had said ...'",
    )
    add("--sourceless", action="store_true", help="also sentences in quotation marks that the article gives to nobody")


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
    return _listed(value, Attitude, "all, or some of ")


def kinds(value: str) -> list[QuoteKind]:
    """The kinds of a list with commas."""
    return _listed(value, QuoteKind, "some of ")


def _listed(value: str, choices: type[Choice], expected: str) -> list[Choice]:
    known = {str(choice.value): choice for choice in choices}
    words = [word.strip().lower() for word in value.split(",")]
    for word in words:
        if word not in known:
            raise ArgumentTypeError(f"expected {expected}{', '.join(known)}, with commas between; got {word!r}")
    return [known[word] for word in words]


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
