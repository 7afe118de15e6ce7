"""Custom rules: everything that is needed to write them, in one place.

A family of rules is a module or an object with ``RULES``, which tell what they are, and ``find(article)``, which yields
a :class:`Candidate` for each content. ``Extractor(rules=[...])`` asks custom families before those that come with
quoteattr. ``docs/own-rules.md`` has an example from beginning to end.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, cast

from quoteattr.detect import RULE_MODULES, ArticleFeatures, Candidate, Example, Rule
from quoteattr.detect.spans import clean
from quoteattr.errors import SettingError
from quoteattr.records import Article
from quoteattr.syntax import Parse, Range

__all__ = [
    "ArticleFeatures",
    "Candidate",
    "Example",
    "Family",
    "Parse",
    "Range",
    "Rule",
    "clean",
    "failures",
    "families_of",
    "reasons",
]


class Family(Protocol):
    """A family of rules: a module or an object."""

    @property
    def RULES(self) -> Sequence[Rule]:  # noqa: N802
        """Its rules."""

    def find(self, article: ArticleFeatures) -> Iterable[Candidate]:
        """The candidates in one article. Token numbers are those of ``article.parse``."""


class Extracts(Protocol):
    """What an extractor does here."""

    def __call__(self, text: str) -> Article:
        """The article of a text."""


def families_of(given: Iterable[Family | str]) -> tuple[Family, ...]:
    """The families that a setting names.

    Args:
        given: Modules or objects, or their names (``"package.module"``, ``"package.module:name"``).

    Raises:
        SettingError: One cannot be imported, is no family, or has the id of another rule.
    """
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise SettingError(f"rules must be a list of modules, objects or their names; got {given!r:.80}")
    families = tuple(_imported(one) if isinstance(one, str) else one for one in given)
    taken = set(reasons())
    for family in families:
        rules = getattr(family, "RULES", None)
        if not callable(getattr(family, "find", None)) or not _are_rules(rules):
            raise SettingError(f"a family of rules needs RULES (a tuple of Rule) and find(article); got {family!r:.80}")
        for rule in cast(Sequence[Rule], rules):
            if rule.id in taken:
                raise SettingError(f"each rule needs an id of its own; {rule.id!r} is there already")
            taken.add(rule.id)
    return families


def reasons(own: Iterable[Family] = ()) -> Mapping[str, str]:
    """The ids of all rules with their reasons, those of custom families as well."""
    families: tuple[Any, ...] = (*RULE_MODULES, *own)
    return {rule.id: rule.reason for family in families for rule in family.RULES}


def failures(family: Family, extractor: Extracts) -> list[str]:
    """The examples of a family's rules that are not read as they say: none, if all is well.

    Args:
        family: A custom one.
        extractor: One that has the family, and all attitudes.
    """
    out = []
    for rule in family.RULES:
        for example in rule.examples:
            found = [
                (tuple(span.text for span in quote.content), " ".join(span.text for span in quote.source))
                for quote in extractor(example.text).quotes
                if quote.rule == rule.id
            ]
            if found != [(example.content, example.source)]:
                out.append(f"{rule.id}: {example.text!r} is read as {found}")
    return out


def _are_rules(rules: object) -> bool:
    return isinstance(rules, tuple | list) and bool(rules) and all(isinstance(rule, Rule) for rule in rules)


def _imported(name: str) -> Family:
    module, _, attribute = name.partition(":")
    try:
        found: Any = importlib.import_module(module)
        return cast(Family, getattr(found, attribute) if attribute else found)
    except (Exception, SystemExit) as error:  # a module may fail in any way while it is imported
        words = f"{error}" if isinstance(error, ImportError | AttributeError) else f"{type(error).__name__}: {error}"
        raise SettingError(f"the rules {name!r:.100} cannot be imported: {words:.500}") from error
