"""What must not matter to quotes does not, and damage stays where it is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from soundness import assert_sound
from strategies import examples

from benchmarks import generated
from benchmarks.damage import DAMAGES, elsewhere
from benchmarks.laws import LAWS, WAYS, Law, broken, renaming
from quoteattr import Article, Extractor

SEEDS = st.integers(0, 10_000)


def test_generated_articles_name_three_people_and_are_the_same_each_time(extractor: Extractor) -> None:
    article = extractor(generated.article(7))
    assert generated.article(7) == article.text != generated.article(8)
    told = {person.name: person.body for person in _people(article.text)}
    assert len(told) == 3
    assert {one.name for one in article.speakers} == set(told)


def _people(text: str) -> list[generated.Person]:
    """The people of the article, who are drawn after the scenes of its first paragraph."""
    for seed in range(20):
        if generated.article(seed) == text:
            chance = random.Random(seed)
            story = generated.Story(chance)
            story.scene()
            return generated.people(chance, 3)
    raise AssertionError("no such article")


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
@examples(20)
@given(SEEDS)
def test_quotes_hold(extractor: Extractor, law: Law, seed: int) -> None:
    before = extractor(generated.article(seed))
    changed = law.changed(before)
    if changed is not None:
        after = extractor(changed)
        assert_sound(after, changed)
        names = renaming(before) if law.name == "people renamed" else None
        assert broken(before, after, names) == []


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if "proc" in name or "hash" in name else name for name in WAYS]
)
def test_the_way_of_reading_changes_nothing(extractor: Extractor, name: str) -> None:
    texts = list(generated.articles(4))
    assert list(WAYS[name](extractor, texts)) == list(extractor.pipe(texts))


@pytest.fixture(scope="module")
def whole(extractor: Extractor) -> list[Article]:
    """What is found in generated articles."""
    return list(extractor.pipe(generated.articles(40)))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a mark is lost", "a mark is doubled", "a mark is turned"])
def test_a_damaged_mark_changes_hardly_any_words_elsewhere(
    extractor: Extractor, whole: list[Article], name: str
) -> None:
    """Less than a quote in five articles; the same ones each time."""
    damages = [DAMAGES[name](before.text, random.Random(seed)) for seed, before in enumerate(whole)]
    pairs = [(before, damaged) for before, damaged in zip(whole, damages, strict=True) if damaged is not None]
    changed = 0
    for (before, damaged), after in zip(pairs, extractor.pipe(damaged.text for _, damaged in pairs), strict=True):
        assert_sound(after, damaged.text)
        kept = Article(before.text, tuple(elsewhere(before, damaged)))
        changed += len(broken(kept, after, words_alone=True))
    assert changed < len(whole) / 5


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_where_it_is_said_to_be(name: str) -> None:
    text = generated.article(3)
    damaged = DAMAGES[name](text, random.Random(1))
    assert damaged is not None
    assert damaged.text != text
    end = max(end for _, end in damaged.places)
    start = min(start for start, _ in damaged.places)
    assert damaged.text.startswith(text[:start])
    assert damaged.text.endswith(text[end:])


def test_a_quote_with_another_speaker_does_not_hold(extractor: Extractor) -> None:
    one, other = (extractor(f"“It rained all day,” said {name}.") for name in ("Ada Smith", "Ben Lee"))
    assert broken(one, other) == list(one.quotes)
    assert broken(one, other, words_alone=True) == []
    assert broken(one, other, {"Ada": "Ben", "Smith": "Lee"}) == []
