"""What every rule tells of itself: a test for all rules of a kind at once, which names those that do not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class _Example(Protocol):
    @property
    def text(self) -> str: ...


class _Rule(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def examples(self) -> tuple[_Example, ...]: ...


def unexplained(rules: Iterable[_Rule]) -> list[str]:
    """The ids of rules without a reason of one line, or without two different examples or more."""
    return [rule.id for rule in rules if not _explained(rule)]


def _explained(rule: _Rule) -> bool:
    texts = [example.text for example in rule.examples]
    return rule.reason.strip() == rule.reason != "" and "\n" not in rule.reason and len({*texts}) == len(texts) >= 2
