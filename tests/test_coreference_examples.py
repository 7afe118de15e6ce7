"""Every rule of coreference decides in its examples, and says there whom a mention stands for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quoteattr import Extractor
from quoteattr.attribute import attribute
from quoteattr.coreference.context import Context
from quoteattr.coreference.engine import PART_OF
from quoteattr.coreference.entities import Mention, MentionType
from quoteattr.coreference.rules import Example, Rule
from quoteattr.coreference.sieves import descriptions, names, precise
from quoteattr.detect import Reading, detect
from quoteattr.lexicon import Lexicon
from quoteattr.resolution import Resolved, resolved
from quoteattr.speaker_records import best_name, phrase_text

RULES: tuple[Rule, ...] = (*names.RULES, *precise.RULES, *descriptions.RULES, PART_OF)
CASES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.fixture(scope="module")
def articles(extractor: Extractor) -> dict[str, Resolved]:
    """All examples, resolved."""
    texts = list(dict.fromkeys(example.text for _, example in CASES))
    lexicon = Lexicon.default()
    found = {}
    for text, parse in zip(texts, extractor._model.parse(texts), strict=True):
        reading = Reading(parse, lexicon)
        found[text] = resolved(parse, attribute(reading, detect(reading)))
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_examples(rule: Rule) -> None:
    """Each rule has a reason in one line, and at least two examples."""
    assert rule.reason and "\n" not in rule.reason
    assert len(rule.examples) >= 2


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.id}-{rule.examples.index(example)}" for rule, example in CASES]
)
def test_a_rule_decides_in_its_examples(articles: dict[str, Resolved], rule: Rule, example: Example) -> None:
    """The mention stands for whom the example says, by this rule."""
    article = articles[example.text]
    context = article.context
    said = [(told(context, mention), rule_of(context, mention)) for mention in called(context, example.mention)]
    said += [
        (told(context, one.mention), one.rule)
        for one in article.constructs
        if context.parse.words[one.head] == example.mention
    ]
    assert (example.answer, rule.id) in said


def called(context: Context, words: str) -> Iterator[Mention]:
    """The mentions with these words."""
    for mention in context.document.mentions:
        if phrase_text(context.parse, (mention.start, mention.end)) == words:
            yield mention


def told(context: Context, mention: Mention) -> str:
    """The name of what a mention stands for, else the words of its first description."""
    entity = context.entities.of(mention)
    described = [one for one in entity.mentions if one.type is MentionType.DESCRIPTION]
    name = best_name(context.parse, entity)
    return name or (phrase_text(context.parse, (described[0].start, described[0].end)) if described else "")


def rule_of(context: Context, mention: Mention) -> str:
    """The id of the rule that linked a mention."""
    link = context.entities.link_of(mention)
    return link.rule if link is not None else ""
