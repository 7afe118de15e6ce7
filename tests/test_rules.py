"""Every rule does what its examples say: they are read by the whole extractor."""

from __future__ import annotations

from collections import Counter

import pytest
from explained import unexplained

from quoteattr import Article, Extractor, Settings
from quoteattr.detect import FAMILIES, RULE_MODULES, Example, Rule, sourceless
from quoteattr.extractor import kept_extractor

RULES: tuple[Rule, ...] = tuple(rule for family in RULE_MODULES for rule in family.RULES)
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.fixture(scope="module")
def articles(extractor: Extractor) -> dict[str, Article]:
    """What is found by default in all examples, which are read together."""
    texts = list(dict.fromkeys(example.text for _, example in EXAMPLES))
    return dict(zip(texts, extractor.pipe(texts), strict=True))


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.id}: {example.text[:40]}" for rule, example in EXAMPLES]
)
def test_example(articles: dict[str, Article], full_extractor: Extractor, rule: Rule, example: Example) -> None:
    """A quote by this rule has exactly these contents and this source, by default or where everything is asked for."""
    if rule in sourceless.RULES:
        found = _found(kept_extractor(Settings(sourceless=True))(example.text), rule)
    else:
        found = _found(articles[example.text], rule)
        if found[:1] != [(example.content, example.source)]:
            found = _found(full_extractor(example.text), rule)
    assert found[:1] == [(example.content, example.source)]
    assert len(found) == 1 + example.more


def _found(article: Article, rule: Rule) -> list[tuple[tuple[str, ...], str]]:
    return [
        (tuple(span.text for span in quote.content), " ".join(span.text for span in quote.source))
        for quote in article.quotes
        if quote.rule == rule.id
    ]


def test_rules_explain_themselves() -> None:
    """An id in lower case, a reason of one line, and two different examples or more."""
    assert [rule.id for rule in RULES if rule.id != rule.id.lower().strip() or not rule.id] == []
    assert unexplained(RULES) == []


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
