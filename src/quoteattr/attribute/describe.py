"""The rules in words: ``python -m quoteattr.attribute.describe`` prints the list in ``docs/rules.md``.

With the page as its argument (``... describe docs/rules.md``) it puts the list there, in the place of the old one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from quoteattr.detect import RULE_MODULES, Rule

__all__ = ["described", "with_rules"]


def described() -> str:
    """Every rule with its reason and its examples, family by family, as Markdown."""
    return "\n".join(line for family in RULE_MODULES for line in _family(family))


def with_rules(page: str) -> str:
    """``page`` with the list as it is now: what stands before the heading of the first family stays."""
    head, heading, _ = page.partition("\n### ")
    return f"{head.rstrip()}\n\n{described()}\n" if heading else f"{page.rstrip()}\n\n{described()}\n"


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
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        path.write_text(with_rules(path.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(described())
