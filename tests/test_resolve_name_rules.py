"""Every rule of names and of their typing does what its examples say, and without it the answer is another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from explained import unexplained
from pipelines import engine

from quoteattr.attribute import attribute
from quoteattr.coreference import mentions, typing
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import Name, find_names
from quoteattr.coreference.mentions.told_names import EXAMPLES, ToldNames
from quoteattr.coreference.rules import Example, Rule
from quoteattr.coreference.typing.kinds import verdicts
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

RULES = (*mentions.RULES, *typing.RULES)
TOLD = ToldNames(EXAMPLES)
Readings = dict[str, tuple[Parse, list[Range]]]


@pytest.fixture(scope="session")
def readings(nlp: Language) -> Readings:
    """The parses of all examples by their texts, and the sources of their quotes."""
    texts = list(dict.fromkeys(example.text for rule in RULES for example in rule.examples))
    out: Readings = {}
    for text, parse in zip(texts, read(nlp, texts, engine=engine()), strict=True):
        reading = ArticleFeatures(parse, Lexicon.default())
        out[text] = parse, [source for one in attribute(reading, detect(reading)) for source in one.source]
    return out


def examples(rules: Sequence[Rule]) -> pytest.MarkDecorator:
    """A test for each example of these rules."""
    cases = [(rule, example) for rule in rules for example in rule.examples]
    ids = [f"{rule.id}: {example.text[:40]}" for rule, example in cases]
    return pytest.mark.parametrize(("rule", "example"), cases, ids=ids)


def whole(parse: Parse, name: Name) -> str:
    """The words of a name, with the surname that it shares with the next one."""
    shared = " " + parse.words_of(name.surname) if name.surname[1] else ""
    return parse.words_of((name.start, name.end)) + shared


@examples(mentions.RULES)
def test_a_rule_of_names_finds_its_examples(readings: Readings, rule: Rule, example: Example) -> None:
    """The name is found whole (or none is, where the answer is empty), where it is not without the rule."""
    parse, sources = readings[example.text]

    def found(rules: Sequence[Rule]) -> list[str]:
        names = find_names(parse, gazetteer(), sources, rules, TOLD)
        return [whole(parse, one) for one in names if parse.words_of((one.start, one.end)) == example.mention] or [""]

    others = [one for one in mentions.RULES if one is not rule]
    assert found(mentions.RULES).count(example.answer) > found(others).count(example.answer)


@examples(typing.RULES)
def test_a_rule_of_typing_decides_its_examples(readings: Readings, rule: Rule, example: Example) -> None:
    """The name is of this kind, and the rule has a part in it; without the rule it is of another."""
    parse, sources = readings[example.text]
    names = find_names(parse, gazetteer(), sources, told=TOLD)
    speaking = {token for source in sources for token in range(*source)}
    key = next(name.key for name in names if parse.words_of((name.start, name.end)) == example.mention)
    verdict = verdicts(parse, names, gazetteer(), speaking)[key]
    assert verdict.kind.value == example.answer
    assert rule.id in verdict.rules
    others = [one for one in typing.RULES if one is not rule]
    assert verdicts(parse, names, gazetteer(), speaking, others)[key].kind.value != example.answer


def test_rules_of_names_explain_themselves() -> None:
    """An id with the prefix of its table, a reason of one line, and two different examples or more."""
    assert [rule.id for rule in mentions.RULES if not re.fullmatch("span(-[a-z]+)+", rule.id)] == []
    assert [rule.id for rule in typing.RULES if not re.fullmatch("type(-[a-z]+)+", rule.id)] == []
    assert unexplained(RULES) == []


def test_ids_of_rules_of_names_are_unique() -> None:
    """An id in a verdict leads to one rule."""
    assert [rule_id for rule_id, count in Counter(rule.id for rule in RULES).items() if count > 1] == []
