"""Whom quotes are said to."""

from __future__ import annotations

import pytest

from quoteattr import Addressee, Article, Extractor, SpeakerKind
from quoteattr.coreference.addressees import RULES
from quoteattr.coreference.rules import Example, Rule
from quoteattr.scoring.names import same_description, same_name

CASES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.fixture(scope="module")
def articles(full_extractor: Extractor) -> dict[str, Article]:
    """What is found in all examples, which are read together."""
    texts = list(dict.fromkeys(example.text for _, example in CASES))
    return dict(zip(texts, full_extractor.pipe(texts), strict=True))


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.id}-{rule.examples.index(example)}" for rule, example in CASES]
)
def test_a_rule_decides_in_its_examples(articles: dict[str, Article], rule: Rule, example: Example) -> None:
    """The words of the addressee, and who it is: a name, or what the article calls them."""
    (quote,) = (one for one in articles[example.text].quotes if one.addressee_rule == rule.id)
    assert [span.text for span in quote.addressee] == [example.mention]
    name = quote.addressed_to.name if quote.addressed_to is not None else None
    same = same_name if name is not None else same_description
    assert same(name or example.mention, example.answer)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said to nobody’s surprise that the bridge was unsafe.",
        "Ada Smith referred to Ben Lee as a fool.",
        "“It is late,” Ada Smith said on Monday.",
        "Ada Smith asked questions about the bridge.",
        "Ada Smith said in an interview on Monday that it was late.",
        "They have been banned from talking to the public, Ada Smith said.",
        "Ada Smith accused Ben Lee of lying.",
    ],
)
def test_what_is_no_addressee(full_extractor: Extractor, text: str) -> None:
    """Topics, dates, media and those who are accused."""
    assert [quote.addressee for quote in full_extractor(text).quotes if quote.addressee] == []


def test_an_addressee_who_speaks_is_told_by_the_id_of_the_speaker(extractor: Extractor) -> None:
    """And one who does not has none."""
    text = (
        "“It is late,” Ada Smith told Ben Lee.\n\n“I know,” Lee replied.\n\n“Nobody told us,” Smith said to Acme News."
    )
    article = extractor(text)
    first, second, third = article.quotes
    assert first.addressed_to == Addressee("Ben Lee", SpeakerKind.PERSON, second.speaker.id if second.speaker else "")
    assert second.addressed_to is None
    assert third.addressed_to == Addressee("Acme News", SpeakerKind.ORGANISATION)
    assert Article.from_json(article.to_json()) == article
    assert Article.from_records(text, article.to_records()) == article


def test_a_pronoun_is_told_by_the_name(extractor: Extractor) -> None:
    """As speakers are."""
    text = "Ben Lee came home at last. Ada Smith warned him that the bridge was unsafe."
    (quote,) = extractor(text).quotes
    assert (quote.addressee[0].text, str(quote.addressed_to)) == ("him", "Ben Lee")


def test_nested_quotes_have_addressees() -> None:
    """Each its own."""
    text = "Ada Smith told reporters that Ben Lee had told Acme News that it was late."
    outer, inner = Extractor(nested=True)(text).quotes
    assert [span.text for span in (*outer.addressee, *inner.addressee)] == ["reporters", "Acme News"]


def test_a_rule_can_be_switched_off() -> None:
    """As those of speakers can."""
    from quoteattr.settings import Settings

    extractor = Extractor.of(Settings(without=["addressee-told"]))
    (quote,) = extractor("Ada Smith told the court that it was late.").quotes
    assert (quote.addressee, quote.addressee_rule, quote.addressed_to) == ((), None, None)
