"""According to, in a poll: what is said, by the parse and by commas."""

from __future__ import annotations

import pytest
from features import tagged

from quoteattr import Extractor
from quoteattr.detect import according

FELL = "Sales/NNS/nsubj/1 fell/VBD/ROOT/1"
WHO = ", who/WP left/VBD/relcl/2"
ADDED = ", according/VBG/prep/{} to/IN/prep/-1"


def found(text: str) -> list[tuple[str, list[str], str, bool]]:
    """Rule, contents, source and certainty of each candidate."""
    article = tagged(text)
    parse = article.parse
    return [
        (one.rule, [parse.words_of(piece) for piece in one.content], parse.words[one.source], one.certain)
        for one in according.find(article)
    ]


def contents(text: str) -> list[list[str]]:
    return [one[1] for one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FELL} , according/VBG/prep/1 to/IN/prep/-1 police/NNS/pobj/-1 .", ["Sales fell"]),
        (f"It/PRP rained/VBD ; sales/NNS/nsubj/+1 fell/VBD {ADDED.format(4)} police/NNS/pobj/-1 .", ["sales fell"]),
        (f"According/VBG/prep/+5 to/IN/prep/-1 police/NNS/pobj/-1 , {FELL.replace('/1', '/5')} .", ["Sales fell"]),
        (
            f"According/VBG/prep/+8 to/IN/prep/-1 Hall/NNP/pobj/-1 {WHO} , Sales/NNS/nsubj/8 fell/VBD/ROOT/8 .",
            ["Sales fell"],
        ),
        (
            "| According/VBG/prep/6 to/IN/prep/-1 police/NNS/pobj/-1 , sales/NNS/nsubj/6 fell/VBD/ROOT/6 .",
            ["sales fell"],
        ),
        (
            "Sales/NNS/nsubj/6 , according/VBG/prep/6 to/IN/prep/-1 police/NNS/pobj/-1 , fell/VBD/ROOT/6 .",
            ["Sales", "fell"],
        ),
        (f"{FELL} according/VBG/prep/1 to/IN/prep/-1 police/NNS/pobj/-1 .", ["Sales fell"]),
        (f"{FELL} according/VBG/prep/3 to/IN/prep/-1 police/NNS/pobj/-1 .".replace("prep/3", "prep/2"), ["Sales fell"]),
    ],
    ids=[
        "at the end",
        "a semicolon before it",
        "at the beginning",
        "a clause about the name",
        "an empty line before it",
        "in the middle",
        "no comma",
        "it hangs on itself",
    ],
)
def test_the_sentence_around_the_phrase(text: str, expected: list[str]) -> None:
    """As far as commas and semicolons tell, else by the parse."""
    assert contents(text) == [expected]


def test_a_clause_with_another_subject_is_nobodys(extractor: Extractor) -> None:
    """Behind the phrase, a comma and a conjunction."""
    text = "Exports fell by a third, according to the company, but it has opened new shops."
    assert [quote.text for quote in extractor(text).quotes] == ["Exports fell by a third"]


@pytest.mark.parametrize(
    "text",
    [
        f"{FELL} , according/VBG .",
        f"{FELL} , according/VBG",
        f"{FELL} , according/VBG with/IN police .",
        f"{FELL} , according/VBG to/IN police .",
        "“ Sales/NNS/nsubj/2 fell/VBD/ROOT/2 , according/VBG/prep/2 to/IN/prep/-1 police/NNS/pobj/-1 ”",
        "According/VBG/ROOT/0 to/IN/prep/-1 police/NNS/pobj/-1 .",
    ],
    ids=["alone", "at the very end", "another word", "nobody", "in marks", "nothing else"],
)
def test_what_is_according_to_nobody(text: str) -> None:
    """Something is missing, or it is somebody's quotation."""
    assert found(text) == []


def test_the_object_may_hang_on_the_first_word() -> None:
    """As some parsers have it."""
    text = f"{FELL} , according/VBG/prep/1 to/IN/prep/-1 police/NNS/pobj/-2 ."
    assert found(text) == [("according-to", ["Sales fell"], "police", True)]


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("Hall/NNP", True),
        ("she/PRP", True),
        ("police/NNS", True),
        ("studies/NNS", True),
        ("zzz/NN", True),
        ("weight/NN", False),
    ],
)
def test_what_says_nothing_is_doubted(source: str, sure: bool) -> None:
    """An amount is no source for certain."""
    assert [one[3] for one in found(f"{FELL} , according/VBG/prep/1 to/IN/prep/-1 {source}/pobj/-1 .")] == [sure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In/IN/prep/5 the/DT/det/2 poll/NN/pobj/-2 , she/PRP/nsubj/5 leads/VBZ/ROOT/5 ./PUNCT/punct/5", ["she leads"]),
        ("She/PRP/nsubj/1 leads/VBZ/ROOT/1 in/IN/prep/1 the/DT/det/4 poll/NN/pobj/-2 .", ["She leads"]),
    ],
)
def test_what_holds_in_a_poll(text: str, expected: list[str]) -> None:
    """The clause that the phrase stands in."""
    assert found(text) == [("in-survey", expected, "poll", False)]


@pytest.mark.parametrize(
    "text",
    [
        "She/PRP/nsubj/1 leads/VBZ/ROOT/1 in/IN/prep/1 the/DT/det/4 town/NN/pobj/-2 .",
        "She/PRP/nsubj/1 leads/VBZ/ROOT/1 in/IN/prep/1 .",
        "Mayor/NN/ROOT/0 in/IN/prep/0 a/DT/det/3 poll/NN/pobj/-2 .",
        "In/IN/prep/0 a/DT/det/2 poll/NN/pobj/-2 .",
        "“ She/PRP/nsubj/2 leads/VBZ/ROOT/2 in/IN/prep/2 the/DT/det/5 poll/NN/pobj/-2 ”",
    ],
)
def test_what_is_no_poll(text: str) -> None:
    """Another noun, none at all, or no verb to which it belongs."""
    assert found(text) == []
