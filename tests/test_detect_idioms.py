"""Set phrases that name a source: per, by somebody's count, in somebody's words, as somebody put it."""

from __future__ import annotations

import pytest
from features import tagged

from quoteattr import Extractor
from quoteattr.detect import idioms


def told(extractor: Extractor, text: str) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of each quote."""
    return [
        (quote.source[0].text, quote.cue[0].text, [span.text for span in quote.content])
        for quote in extractor(text).quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Per Dr. Smith, the label means less oil.", ("Dr. Smith", "Per", ["the label means less oil"])),
        ("The film made $3 million, per the report.", ("the report", "per", ["The film made $3 million"])),
        ("In Ada Smith's view, the firm should pay.", ("Ada Smith's", "view", ["the firm should pay"])),
        ("The plan was a mess, as Ben Lee puts it.", ("Ben Lee", "puts it", ["The plan was a mess"])),
        ("The plan was, as Ben Lee put it, a mess.", ("Ben Lee", "put it", ["The plan was", "a mess"])),
    ],
)
def test_a_phrase_that_commas_set_off(text: str, expected: tuple[str, str, list[str]], extractor: Extractor) -> None:
    """The rest of the sentence is the content."""
    assert told(extractor, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Per capita, the town spends more.",
        "The fee, per person, is $3.",
        "Per the agreement, the firm will pay $3 million.",
        "In my view, the firm should pay.",
        "In his view of the harbour, boats lie at anchor.",
        "As I put it to him, the plan was a mess.",
        "As Ben Lee put it away, the box fell.",
    ],
)
def test_what_names_nobody(text: str, extractor: Extractor) -> None:
    """Units, norms, the author, and other senses."""
    assert told(extractor, text) == []


def test_a_text_that_ends_in_put_and_begins_with_it() -> None:
    """The first word stands behind nothing."""
    assert found("It/PRP , as/IN it/PRP fell/VBD/ROOT/4 , as/IN Hall/NNP/nsubj/+1 put/VBD/ROOT") == []


def test_the_phrase_of_a_clause_within_another(extractor: Extractor) -> None:
    """It says nothing of the rest of the sentence."""
    text = "Ada Smith left because of a bill that, in their view, would cost jobs."
    assert told(extractor, text) == []


def test_another_source_in_the_sentence(extractor: Extractor) -> None:
    """It keeps what it says."""
    assert told(extractor, "In her view, Ada Smith said, the firm should pay.") == [
        ("Ada Smith", "said", ["In her view", "the firm should pay"])
    ]


def found(text: str) -> list[tuple[str, list[str], str, bool]]:
    """Rule, contents, source and certainty of each candidate."""
    article = tagged(text)
    parse = article.parse
    return [
        (one.rule, [parse.words_of(piece) for piece in one.content], parse.words[one.source], one.certain)
        for one in idioms.find(article)
    ]


def contents(text: str) -> list[list[str]]:
    return [one[1] for one in found(text)]


WORDS = "In/IN/prep/0 the/DT/det/2 words/NNS/pobj/0 of/IN/prep/2 Hall/NNP/pobj/3"


def test_in_the_words_of_somebody() -> None:
    """What follows the name, and what is added to it."""
    assert found(f"{WORDS} , it/PRP was/VBD old/JJ .") == [("in-words-of", ["it was old"], "Hall", True)]
    assert contents(f"{WORDS} , who/WP left/VBD/relcl/4 , it/PRP was/VBD old/JJ .") == [["it was old"]]


@pytest.mark.parametrize(
    "text",
    [
        WORDS.replace("words", "hands") + " , it/PRP was/VBD old/JJ .",
        WORDS.replace("In/", "With/") + " , it/PRP was/VBD old/JJ .",
        WORDS.replace("Hall/NNP/pobj/3", "Hall/NNP/dep/3") + " , it/PRP was/VBD old/JJ .",
        f"He/PRP left/VBD {WORDS} , it/PRP was/VBD old/JJ .",
        f"{WORDS} it/PRP was/VBD old/JJ .",
        f"{WORDS} , a/DT mayor .",
        f"{WORDS} today/NN .",
    ],
    ids=["no words", "another phrase", "nobody", "within a sentence", "no comma", "no sentence", "nothing behind it"],
)
def test_what_is_in_nobodys_words(text: str) -> None:
    """Something is missing."""
    assert [one for one in found(text) if one[0] == "in-words-of"] == []
