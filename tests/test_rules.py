"""Every rule does what its examples say: they are read by the whole extractor."""

from __future__ import annotations

from collections import Counter

import pytest

from quoteattr import Extractor, Settings
from quoteattr.detect import FAMILIES, RULE_MODULES, Example, Rule, sourceless
from quoteattr.extractor import kept_extractor

RULES: tuple[Rule, ...] = tuple(rule for family in RULE_MODULES for rule in family.RULES)
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.id}: {example.text[:40]}" for rule, example in EXAMPLES]
)
def test_example(extractor: Extractor, full_extractor: Extractor, rule: Rule, example: Example) -> None:
    """A quote by this rule has exactly these contents and this source, by default or where everything is asked for."""
    if rule in sourceless.RULES:
        found = _found(kept_extractor(Settings(sourceless=True)), rule, example.text)
    else:
        found = _found(extractor, rule, example.text)
        if found[:1] != [(example.content, example.source)]:
            found = _found(full_extractor, rule, example.text)
    assert found[:1] == [(example.content, example.source)]
    assert len(found) == 1 + example.more


def _found(extractor: Extractor, rule: Rule, text: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (tuple(span.text for span in quote.content), " ".join(span.text for span in quote.source))
        for quote in extractor(text).quotes
        if quote.rule == rule.id
    ]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_rule_explains_itself(rule: Rule) -> None:
    """An id in lower case, a reason of one line, and two different examples or more."""
    assert rule.id == rule.id.lower().strip() != ""
    assert rule.reason.strip() == rule.reason != ""
    assert "\n" not in rule.reason
    assert len({example.text for example in rule.examples}) == len(rule.examples) >= 2


def test_ids_are_unique() -> None:
    """An id in a record leads to one rule."""
    assert [rule_id for rule_id, count in Counter(rule.id for rule in RULES).items() if count > 1] == []


def test_each_family_has_a_rule() -> None:
    """A family without one would be left out without a word."""
    assert all(family.RULES for family in FAMILIES)


def test_contents_of_examples_stand_in_their_texts() -> None:
    """In text order, so that an example can be right at all."""
    for _, example in EXAMPLES:
        position = 0
        for content in example.content:
            position = example.text.index(content, position) + len(content)
        assert example.source in example.text
