"""The page about the rules tells of every rule, and of no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoteattr.catalogue import families, main, rules_page

RULES = [rule for family in families() for rule in family.rules]


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """The page."""
    return (root / "docs" / "rules.md").read_text(encoding="utf-8")


def test_each_rule_stands_in_the_page(page: str) -> None:
    """Its id and its reason stand on one line, in the order in which rules are asked; a rule that is gone is gone."""
    listed = re.findall(r"^`([a-z-]+)`: (.+)$", page, re.MULTILINE)
    assert listed == [(rule.id, rule.reason) for rule in RULES]


def test_the_page_is_made_of_the_rules(page: str) -> None:
    """With all their examples, as they are now."""
    assert page == rules_page(page), "run: python -m quoteattr.catalogue docs/rules.md"


def test_the_command_writes_the_page(page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands above the rules stays; without a page it prints the list, or the table."""
    path = tmp_path / "rules.md"
    path.write_text("# Rules\n\n## Rules that find quotes\n\nold\n", encoding="utf-8")
    main([str(path)])
    assert path.read_text(encoding="utf-8") == "# Rules\n" + page[page.index("\n## Rules that find quotes") :]
    main([])
    main(["--table"])
    printed = capsys.readouterr().out
    assert "`name-surname`: " in printed
    assert "name-surname\tspeaker\t" in printed


def test_every_rule_has_a_reason_and_examples() -> None:
    """A reason is one line; each rule of names, speakers and organisations has two examples at least."""
    assert all(rule.reason and "\n" not in rule.reason for rule in RULES)
    few = [
        rule.id for family in families() if family.kind != "quotes" for rule in family.rules if len(rule.examples) < 2
    ]
    assert not few
