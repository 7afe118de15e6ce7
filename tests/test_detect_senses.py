"""Senses of verbs and nouns that attribute nothing."""

from __future__ import annotations

import pytest

from quoteattr import Extractor
from quoteattr.lexicon import Lexicon


@pytest.mark.parametrize(
    "text",
    [
        "The brewer saw its profits fall by a third.",
        "The chain posted a loss of 30m euros last year.",
        "It was a match which saw two players sent off.",
        "The band released an album of sea songs in May.",
        "Maria Lopez was named best actress.",
        "The council sued the builder.",
        "Smith claimed her second title on Sunday.",
        "The second half saw two late goals.",
        "Last week the assembly confirmed a judge.",
        "In May the government denied his party the victory and jailed him.",
        "He led me down the corridor and showed me where he slept.",
        "The driver found the boy sitting on a kerb.",
        "The club has a course this year called “Researching Your Farming Ancestors” by author Ann Lee.",
        "The team report their findings in May.",
    ],
)
def test_other_sense_is_no_quote(full_extractor: Extractor, text: str) -> None:
    """What somebody goes through, brings out, or is made."""
    assert not full_extractor(text).quotes


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor sees the bridge as a danger to children.", "the bridge as a danger to children"),
        ("Polls show Smith with a lead of six points.", "Smith with a lead of six points"),
        ("The bank forecast a rise in sales next year.", "a rise in sales next year"),
        ("Officials denied reports the mayor had left.", "reports the mayor had left"),
    ],
)
def test_sense_of_saying_stays(full_extractor: Extractor, text: str, content: str) -> None:
    """The same verbs and objects in a sense of saying or thinking."""
    (quote,) = full_extractor(text).quotes
    assert " ".join(span.text for span in quote.content) == content


def test_added_verb_is_not_doubted(full_extractor: Extractor) -> None:
    """A verb of the user's own lexicon may stand in any list."""
    extractor = Extractor(lexicon=Lexicon.default().extended(verbs={"smash": "assertion"}))
    (quote,) = extractor("Smith smashed that the bridge was safe.").quotes
    assert str(quote.cue[0].text) == "smashed"
