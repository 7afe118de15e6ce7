"""The page about the rules tells of every rule, and of no other."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from quoteattr.attribute import describe
from quoteattr.attribute.describe import with_rules
from quoteattr.detect import Rule, rules

RULES = rules()


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """The page."""
    return (root / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_stands_in_the_page(rule: Rule, page: str) -> None:
    """Its id and its reason stand on one line."""
    assert f"\n`{rule.id}`: {rule.reason}\n" in page


def test_the_page_has_no_other_rules(page: str) -> None:
    """A rule that is gone is gone from the page, too."""
    assert re.findall(r"^`([a-z-]+)`: ", page, re.MULTILINE) == [rule.id for rule in RULES]


def test_the_page_is_made_of_the_rules(page: str) -> None:
    """With all their examples, as they are now."""
    assert page == with_rules(page), "run: python -m quoteattr.attribute.describe docs/rules.md"


def test_a_rule_without_examples_has_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its id and its reason alone."""
    monkeypatch.setattr(describe, "RULE_MODULES", (SimpleNamespace(__doc__="Own rules.", RULES=(Rule("own", "why"),)),))
    assert with_rules("# Rules\n") == "# Rules\n\n### Own rules.\n\n`own`: why\n\n\n"
