"""Every rule of affiliation decides in its examples, and says there for whom somebody stands."""

from __future__ import annotations

from collections import Counter

import pytest
from explained import unexplained

from quoteattr import Extractor
from quoteattr.affiliation import EVIDENCE, RULES
from quoteattr.attribute import attribute
from quoteattr.coreference.rules import Example, Rule
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.lexicon import Lexicon
from quoteattr.resolution import Resolved, records, resolved
from quoteattr.syntax import Parse

CASES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.fixture(scope="module")
def articles(extractor: Extractor) -> dict[str, Resolved]:
    """All examples, resolved."""
    texts = list(dict.fromkeys(example.text for _, example in CASES))
    return {text: _resolved(parse) for text, parse in zip(texts, extractor._model.parse(texts), strict=True)}


def _resolved(parse: Parse) -> Resolved:
    reading = ArticleFeatures(parse, Lexicon.default())
    return resolved(parse, attribute(reading, detect(reading)))


def test_rules_explain_themselves() -> None:
    """An id in lower case, a reason of one line, and two different examples or more."""
    assert [rule.id for rule in RULES if rule.id != rule.id.lower().strip() or not rule.id] == []
    assert unexplained(RULES) == []


def test_an_id_leads_to_one_rule() -> None:
    """No two rules have the same id, and all evidence has its rule among them."""
    assert [rule_id for rule_id, count in Counter(rule.id for rule in RULES).items() if count > 1] == []
    assert {one.rule for one in EVIDENCE} <= set(RULES)


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.id}-{rule.examples.index(example)}" for rule, example in CASES]
)
def test_a_rule_decides_in_its_examples(articles: dict[str, Resolved], rule: Rule, example: Example) -> None:
    """The speaker with this mention stands for the organisation that the example says, by this rule."""
    assert (example.mention, example.answer, rule.id) in told(articles[example.text])


def told(article: Resolved) -> list[tuple[str, str, str]]:
    """For each mention of a speaker its words, the organisation and the rule."""
    speakers = records(article, range(len(article.voices))).speaker_of
    return [
        (mention.text, speaker.organisation.name if speaker.organisation is not None else "-", standing.rule)
        for voice, speaker in zip(article.voices, speakers, strict=True)
        if speaker is not None and (standing := article.standings.get(voice.entity)) is not None
        for mention in speaker.mentions
    ]
