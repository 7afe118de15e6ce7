"""Golden sentences: who does what a verb without a subject says, and what belongs to its cue."""

from __future__ import annotations

import pytest

from quoteattr import Extractor


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("She sent an email to members saying that the dam would hold.", "that the dam would hold", "She"),
        ("The mill closed, with reports saying that the dam had broken.", "that the dam had broken", "reports"),
        ("She wrote in a letter saying that the mill would close.", "that the mill would close", "She"),
        ("It was a chance to say that the dam would hold.", "that the dam would hold", "It"),
        ("The mayor had a chance to tell farmers that the dam would hold.", "that the dam would hold", "The mayor"),
        ("There is a choir in Oslo, saying that it needs money.", "that it needs money", "a choir in Oslo"),
        (
            "The mayor felt pressed to say that the dam would hold.",
            "to say that the dam would hold",
            "The mayor",
        ),
        (
            "Martin Hale was attacked by Ada Brandt for suggesting that the dam would hold.",
            "that the dam would hold",
            "Martin Hale",
        ),
        ("The bank sent Peter Stone to warn that the dam would break.", "that the dam would break", "Peter Stone"),
        ("The mayor sent a letter to warn that the dam would break.", "that the dam would break", "The mayor"),
        ("Li Chen chose Paris to announce that the dam would hold.", "that the dam would hold", "Li Chen"),
        (
            "The plan sparked recriminations from US farmers with President Hale saying he was against any dam.",
            "he was against any dam",
            "President Hale",
        ),
        ("City council to announce that the dam is safe", "that the dam is safe", "City council"),
        ("Leader of farmers to warn of floods", "floods", "Leader of farmers"),
    ],
)
def test_who_stands_above(
    extractor: Extractor, full_extractor: Extractor, text: str, content: str, source: str
) -> None:
    """A noun or a verb further up tells who speaks, by default or where everything is asked for."""
    found = [quote for one in (extractor, full_extractor) for quote in one(text).quotes if quote.text == content]
    quote = found[0]
    assert [span.text for span in quote.source] == [source]


def test_a_second_verb_shares_the_subject_of_the_first(extractor: Extractor) -> None:
    """Not that of what the first one says, to which the parser joins it."""
    quotes = extractor("The mayor said the dam held and insisted that the road was safe.").quotes
    assert [(quote.text, quote.source[0].text) for quote in quotes] == [
        ("the dam held", "The mayor"),
        ("that the road was safe", "The mayor"),
    ]


def test_a_person_nearer_than_a_thing_speaks(extractor: Extractor) -> None:
    """Letters that come do not say what follows a comma."""
    (quote,) = extractor("The letter came before she left, saying that nobody would work.").quotes
    assert quote.source[0].text == "she"


def test_a_pronoun_that_owns_what_another_has(full_extractor: Extractor) -> None:
    """The subject says it, and the verb is part of the cue."""
    (quote,) = full_extractor("He has his doubts about the dam.").quotes
    assert (quote.cue[0].text, quote.source[0].text) == ("has his doubts about", "He")


def test_a_participle_without_anybody_has_no_source(extractor: Extractor) -> None:
    """Neither the thing it stands at, nor what is said."""
    (quote,) = extractor("The statement released on Friday to say that the dam would hold was short.").quotes
    assert (quote.source, quote.speaker) == ((), None)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Her strong call for a new dam was heard.", "strong call for"),
        ("The mayor's old fear that the dam would break is back.", "old fear"),
        ("Leader of farmers to warn of floods", "to warn of"),
    ],
)
def test_what_belongs_to_a_cue(full_extractor: Extractor, text: str, cue: str) -> None:
    """Adjectives of a noun, and the particle of an infinitive."""
    (quote,) = full_extractor(text).quotes
    assert [span.text for span in quote.cue] == [cue]
