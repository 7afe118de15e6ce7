"""Rules that are switched off, to measure what they are worth."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from quoteattr import Attitude, Extractor, Lexicon, Settings
from quoteattr.catalogue import families
from quoteattr.coreference.mentions.told_names import EXAMPLES, ToldNames
from quoteattr.coreference.rules import Rule as EntityRule
from quoteattr.detect import Rule
from quoteattr.errors import SettingError
from quoteattr.pipeline import Wanted, analyse
from quoteattr.records import Article
from quoteattr.syntax import Parse

SWITCHED = [rule for family in families() if family.kind != "names" for rule in family.rules]
LEXICON = Lexicon.default().lenient(0.0)
TOLD = ToldNames(EXAMPLES)


@pytest.fixture(scope="module")
def parses(extractor: Extractor) -> dict[str, Parse]:
    """The parses of all examples."""
    texts = list(dict.fromkeys(example.text for rule in SWITCHED for example in rule.examples))
    return dict(zip(texts, extractor._model.parse(texts), strict=True))


def read(parse: Parse, without: tuple[str, ...] = ()) -> Article:
    wanted = Wanted(attitudes=tuple(Attitude), nested=True, sourceless=True)
    return analyse(parse, LEXICON, wanted, without=without, people=TOLD)


def ids_of(article: Article) -> set[str]:
    """The rules that decided in an article."""
    ids = {quote.rule for quote in article.quotes}
    ids.update(rule for quote in article.quotes for rule in quote.speaker_rules)
    ids.update(quote.addressee_rule for quote in article.quotes if quote.addressee_rule is not None)
    ids.update(speaker.organisation_rule for speaker in article.speakers if speaker.organisation_rule is not None)
    return ids


@pytest.mark.slow
@pytest.mark.parametrize("rule", SWITCHED, ids=lambda rule: rule.id)
def test_a_rule_that_is_switched_off_does_not_decide(parses: dict[str, Parse], rule: Rule | EntityRule) -> None:
    """Not in the examples in which it decides otherwise."""
    for example in rule.examples:
        assert rule.id not in ids_of(read(parses[example.text], (rule.id,)))


@pytest.mark.slow
def test_a_rule_decides_when_it_is_not_switched_off(parses: dict[str, Parse]) -> None:
    """So the other test can fail; as many examples are read as it takes to see that, a first one of each rule first."""
    decided: set[str] = set()
    for text in dict.fromkeys([*(rule.examples[0].text for rule in SWITCHED), *parses]):
        decided |= ids_of(read(parses[text])) & {rule.id for rule in SWITCHED}
        if len(decided) > 0.8 * len(SWITCHED):
            return
    raise AssertionError(f"{len(decided)} of {len(SWITCHED)} rules decide")


@pytest.mark.parametrize(
    ("text", "without", "expected"),
    [
        ("Ana Ruiz smiled. Ruiz said it was late.", "name-surname", "Ruiz"),
        ("Ana Ruiz and Bo Lind said it was late.", "source-joined", "Ana Ruiz"),
        ("Ana Ruiz smiled. She said it was late.", "pronoun-she", None),
    ],
)
def test_the_speaker_without_a_rule(extractor: Extractor, text: str, without: str, expected: str | None) -> None:
    """Is whom the rules that are left tell, and may be nobody."""
    (quote,) = Extractor.of(Settings(without=[without]))(text).quotes
    assert (quote.speaker.name if quote.speaker is not None else None) == expected
    assert str(extractor(text).quotes[0].speaker).startswith("Ana Ruiz")


def test_organisations_together_without_the_rule_that_they_stand_for_themselves() -> None:
    """Have no organisation."""
    text = "Acme Airlines and Zorbix Airlines said it was late."
    (speaker,) = Extractor.of(Settings(without=["organisation-itself"]))(text).speakers
    assert speaker.name == "Acme Airlines and Zorbix Airlines"
    assert speaker.organisation is None


def test_a_quote_without_its_rule_is_not_found() -> None:
    """And those of other rules stay."""
    text = "The mayor said that the bridge was safe. According to the police, nobody was hurt."
    found = Extractor.of(Settings(without=["according-to"]))(text).quotes
    assert [quote.rule for quote in found] == ["clause"]


def test_the_quote_behind_one_that_is_dropped_keeps_its_speaker(full_extractor: Extractor) -> None:
    """What continues a quotation is known by its place among those that are left."""
    text = (
        "Rosa Timm shook her head. “Nobody asked us about it.”\n\n“I cried for a week,” said Pia Lund. Then she "
        "opened a bakery. “It saved my life and that of many others.”"
    )
    (parse,) = full_extractor._model.parse([text])
    found = read(parse, ("quote-beat", "quote-sourceless")).quotes
    assert [(quote.rule, str(quote.speaker)) for quote in found] == [
        ("quote-cue-after", "Pia Lund"),
        ("quote-goes-on", "Pia Lund"),
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (["clauze"], "got 'clauze': python -m quoteattr.catalogue lists them"),
        ([7], "got 7: python -m quoteattr.catalogue"),
        ("clause", "without must be a list of ids of rules; got 'clause'"),
        (["span-month"], "got 'span-month', which finds names: python -m quoteattr.catalogue"),
    ],
)
def test_what_cannot_be_switched_off_is_told(value: Any, told: str) -> None:
    """An id that is not known, and a rule on which all others stand."""
    with pytest.raises(SettingError, match=told):
        Settings(without=value)


def test_equal_lists_of_rules_make_equal_settings() -> None:
    """In any order, also in another process."""
    settings = Settings(without=["pronoun-he", "clause", "clause"])
    assert settings == Settings(without=("clause", "pronoun-he")) != Settings()
    assert pickle.loads(pickle.dumps(settings.portable("a_model"))).without == ("clause", "pronoun-he")
