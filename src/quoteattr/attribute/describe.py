"""The rules in words: ``python -m quoteattr.attribute.describe`` prints the list in ``docs/rules.md``."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from quoteattr.attribute import free
from quoteattr.detect import FAMILIES, Rule

__all__ = ["described"]


def described() -> str:
    """Every rule with its reason and its examples, family by family, as Markdown."""
    return "\n".join(line for family in (*FAMILIES, free) for line in _family(family))


def _family(family: ModuleType) -> Iterator[str]:
    yield f"### {(family.__doc__ or '').splitlines()[0]}\n"
    for rule in family.RULES:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"`{rule.id}`: {rule.reason}\n"
    if rule.examples:
        yield "| text | content | source |\n| --- | --- | --- |"
    for one in rule.examples:
        yield f"| {_cell(one.text)} | {'<br>'.join(map(_cell, one.content))} | {_cell(one.source)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


if __name__ == "__main__":
    print(described())
