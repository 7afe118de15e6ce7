"""Who was asked something, by whom, and who answers."""

from __future__ import annotations

import pytest

from quoteattr import Extractor

TOLD = "Anna Hale's son, Terence Hale, told the court he was tired. "


def test_whoever_asks_does_not_answer(extractor: Extractor) -> None:
    """The pronoun behind a question stands for who was asked."""
    text = TOLD + "Asked by Piers Lanyon why he had left, he said: “I was in Perth all winter.”"
    (*_, question, answer) = extractor(text).quotes
    assert (question.speaker and question.speaker.name) == "Piers Lanyon"
    assert question.text == "why he had left"
    assert (answer.speaker and answer.speaker.name) == "Terence Hale"


@pytest.mark.parametrize(
    "text",
    [
        "Asked by",
        "Asked by Piers Lanyon",
        "Asked by Piers Lanyon why",
        "Asked by Piers Lanyon why he had left",
        "Asked by Piers Lanyon, he left.",
        "Asked by the man who knew why, he left.",
        "Pressed by the crowd, he left.",
    ],
)
def test_no_question_is_found_where_none_ends(extractor: Extractor, text: str) -> None:
    """A text may end anywhere, and a participle need not ask."""
    assert not [quote for quote in extractor(text).quotes if quote.rule == "asked-by"]


def test_a_show_that_is_told_something_is_no_quotation(extractor: Extractor) -> None:
    """Its title stands in marks behind the verb."""
    (quote,) = extractor("“He went in after the boy,” Santoro told “Good Morning Halden.” “He is brave.”").quotes
    assert [span.text for span in quote.content] == ["“He went in after the boy,”", "“He is brave.”"]


@pytest.mark.parametrize(
    "text",
    [
        "He blamed the mayor on Tuesday.",
        "He blamed the mayor on television.",
        "He blamed the mayor.",
        "She put the kettle on at 7.",
        "The win put them at the top.",
        "The governor gave the firm an ultimatum.",
        "The coach is in doubt.",
        "She would not say when, or",
        "He told listeners in the house that",
    ],
)
def test_whatever_tells_less_is_no_such_content(extractor: Extractor, text: str) -> None:
    """Of days, media and places nobody says anything."""
    rules = {"object-at", "infinitive-ultimatum", "predicate-held", "clause-doubled", "clause-that"}
    assert not [quote for quote in extractor(text).quotes if quote.rule in rules or " on T" in quote.text]
