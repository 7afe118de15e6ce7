"""Every preference of pronouns decides in its example: without it, the pronoun stands for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from quoteattr import Extractor
from quoteattr.attribute import Attribution, attribute
from quoteattr.coreference.entities import MentionType
from quoteattr.coreference.rules import Example
from quoteattr.coreference.sieves.places import PLACES, Preference
from quoteattr.coreference.sieves.preferences import (
    DISTANCE,
    ENTITY_PREFERENCES,
    MENTION_PREFERENCES,
    REPETITION,
)
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.lexicon import Lexicon
from quoteattr.resolution import resolved
from quoteattr.speaker_records import best_name, phrase_text
from quoteattr.syntax import Parse

PREFERENCES: dict[str, Preference[Any]] = {
    one.id: one
    for table in (PLACES, (DISTANCE,), MENTION_PREFERENCES, *ENTITY_PREFERENCES.values(), (REPETITION,))
    for one in table
}
"""All of them, once."""


@pytest.fixture(scope="module")
def articles(extractor: Extractor) -> dict[Example, tuple[Parse, list[Attribution]]]:
    """All examples with their attributions."""
    examples = [one.example for one in PREFERENCES.values()]
    readings = [
        ArticleFeatures(parse, Lexicon.default()) for parse in extractor._model.parse([one.text for one in examples])
    ]
    found = [(reading.parse, attribute(reading, detect(reading))) for reading in readings]
    return dict(zip(examples, found, strict=True))


@contextmanager
def without(preference: Preference[Any]) -> Iterator[None]:
    """Nothing speaks for or against anybody by a preference."""
    weight = preference.weight
    object.__setattr__(preference, "weight", 0.0)
    try:
        yield
    finally:
        object.__setattr__(preference, "weight", weight)


def antecedent(parse: Parse, attributions: list[Attribution], words: str) -> str:
    """Whom the last pronoun with these words stands for."""
    context = resolved(parse, attributions).context
    pronouns = [
        mention
        for mention in context.document.mentions
        if mention.type is MentionType.PRONOUN and parse.words[mention.head] == words
    ]
    entity = context.entities.of(pronouns[-1])
    first = entity.mentions[0]
    return best_name(parse, entity) or phrase_text(parse, (first.start, first.end))


def test_preferences_of_one_id_are_one() -> None:
    """The tables for the classes of pronouns share what counts for all of them."""
    for table in ENTITY_PREFERENCES.values():
        assert all(one is PREFERENCES[one.id] for one in table)
    assert all(one.weight for one in PREFERENCES.values())


@pytest.mark.parametrize("preference", PREFERENCES.values(), ids=PREFERENCES)
def test_a_preference_decides_in_its_example(
    articles: dict[Example, tuple[Parse, list[Attribution]]], preference: Preference[Any]
) -> None:
    """The pronoun stands for whom the example says, and without the preference for another."""
    example = preference.example
    assert antecedent(*articles[example], example.mention) == example.answer
    with without(preference):
        assert antecedent(*articles[example], example.mention) != example.answer
