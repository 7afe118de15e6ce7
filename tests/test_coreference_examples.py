"""Every rule of coreference decides in its examples, and says there whom a mention stands for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explained import unexplained

from quoteattr import Extractor
from quoteattr.attribute import attribute, attribute_within
from quoteattr.coreference import FAMILIES, nested
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.told_names import EXAMPLES, ToldNames
from quoteattr.coreference.rules import Example, Rule
from quoteattr.coreference.sieves import external
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.lexicon import Lexicon
from quoteattr.resolution import Resolved, resolved, resolved_within
from quoteattr.speaker_records import best_name, phrase_text

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
CASES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.fixture(scope="module")
def articles(extractor: Extractor) -> dict[Example, Resolved]:
    """All examples, resolved; that of a chain with a chain of its mention and its answer."""
    texts = list(dict.fromkeys(example.text for _, example in CASES))
    parses = dict(zip(texts, extractor._model.parse(texts), strict=True))
    lexicon = Lexicon.default()
    told_names = ToldNames(EXAMPLES)
    found = {}
    for rule, example in CASES:
        features = ArticleFeatures(parses[example.text], lexicon)
        chains = [[span_of(example, example.answer), span_of(example, example.mention)]]
        outside = chains if rule is external.EXTERNAL_CHAIN else ()
        candidates = detect(features)
        attributions = attribute(features, candidates)
        found[example] = resolved(features.parse, attributions, outside, told=told_names)
        if rule in nested.RULES:
            found[example] = resolved_within(found[example], attribute_within(features, candidates))
    return found


def span_of(example: Example, words: str) -> tuple[int, int]:
    """Where words stand in an example."""
    start = example.text.find(words)
    return start, start + len(words)


def test_rules_explain_themselves() -> None:
    """Each rule has a reason in one line, and at least two different examples."""
    assert unexplained(RULES) == []


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.id}-{rule.examples.index(example)}" for rule, example in CASES]
)
def test_a_rule_decides_in_its_examples(articles: dict[Example, Resolved], rule: Rule, example: Example) -> None:
    """The mention, or the source, stands for whom the example says, by this rule."""
    article = articles[example]
    context = article.context
    said = [
        (told(context, context.entities.of(mention)), rule_of(context, mention))
        for mention in called(context, example.mention)
    ]
    said += [
        (told(context, context.entities.of(one.mention)), one.rule)
        for one in article.constructs
        if context.parse.words[one.head] == example.mention
    ]
    said += [
        (told(context, voice.entity), voice.rules[0])
        for attribution, voice in zip(context.document.attributions, article.voices, strict=True)
        for tokens in (*attribution.source, *attribution.content)
        if voice.entity is not None and voice.rules and phrase_text(context.parse, tokens) == example.mention
    ]
    assert (example.answer, rule.id) in said


def called(context: Context, words: str) -> Iterator[Mention]:
    """The mentions with these words."""
    for mention in context.document.mentions:
        if phrase_text(context.parse, (mention.start, mention.end)) == words:
            yield mention


def told(context: Context, entity: Entity) -> str:
    """The name of an entity, else what is known of it, else the words of its first description."""
    described = [one for one in entity.mentions if one.type is MentionType.DESCRIPTION]
    words = phrase_text(context.parse, (described[0].start, described[0].end)) if described else ""
    return best_name(context.parse, entity) or entity.traits.best or words


def rule_of(context: Context, mention: Mention) -> str:
    """The id of the rule that linked a mention."""
    link = context.entities.link_of(mention)
    return link.rule if link is not None else ""
