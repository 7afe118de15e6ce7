"""Ends that come too early."""

from __future__ import annotations

import pytest
from features import place, tagged

from quoteattr import Extractor
from quoteattr.detect.candidate import OpenSpan
from quoteattr.detect.lengthening import lengthened


def end_behind(text: str, cue: int, family: str) -> str:
    """The words from the cue to the end of a content that seems to end before the first comma."""
    article = tagged(text)
    comma = place(article, ",")[0]
    end = lengthened(article, cue, OpenSpan(family, cue + 1, cue + 1, comma), comma)
    return article.parse.words_of((cue + 1, end))


@pytest.mark.parametrize(
    ("rest", "content"),
    [
        (", tents/NNS and/CC blankets/NNS .", "water, tents and blankets"),
        (", tents/NNS and/CC blankets/NNS in/IN May/NNP .", "water, tents and blankets"),
        (", old/JJ tents/NNS or/CC a/DT box of blankets/NNS .", "water, old tents or a box of blankets"),
        (", tents/NNS .", "water"),
        (", tents/NNS and/CC left/VBD .", "water"),
        (", and/CC left/VBD town/NN .", "water"),
        (", tents/NNS and/CC blankets/NNS", "water"),
    ],
)
def test_a_list_goes_on_behind_its_first_item(rest: str, content: str) -> None:
    """With a conjunction before its last one, up to a stop or a preposition; nothing else does."""
    assert end_behind(f"She/PRP requested/VBD water/NN {rest}", 1, "object") == content


@pytest.mark.parametrize(
    ("rest", "goes_on"),
    [
        ("but/CC he/PRP ca/MD n't/RB promise/VB rain/NN .", True),
        ("but/CC it/PRP does/VBZ not/RB hope/VB so/RB .", True),
        ("but/CC he/PRP did/VBD not/RB hope/VB so/RB .", False),
        ("and/CC he/PRP ca/MD n't/RB promise/VB rain/NN .", False),
        ("but/CC they/PRP", False),
    ],
)
def test_what_he_cannot_do_now_is_said_as_well(rest: str, goes_on: bool) -> None:
    """Behind a cue in the present: a past, or a verb without a negation, is the narrator's."""
    content = end_behind(f"He/PRP says/VBZ that/DT is/VBZ so/RB , {rest}", 1, "clause")
    assert (content != "that is so") is goes_on


def test_a_past_cue_says_no_more() -> None:
    """The narrator tells in the present what holds now."""
    text = "He/PRP said/VBD that/DT was/VBD so/RB , but/CC he/PRP ca/MD n't/RB promise/VB rain/NN ."
    assert end_behind(text, 1, "clause") == "that was so"


@pytest.mark.parametrize(
    ("rest", "content"),
    [
        (", and/CC Lee had/VBD known/VBN it/PRP .", "that was so, and Lee had"),
        (", but/CC the/DT old/JJ bus would/MD wait/VB .", "that was so, but the old bus would"),
        (", and/CC Lee knew/VBD it/PRP .", "that was so"),
        (", and/CC had/VBD known/VBN it/PRP .", "that was so"),
        (", so/CC Lee had/VBD known/VBN it/PRP .", "that was so"),
        (", and/CC Lee of Lee of Lee of Lee of Lee had/VBD it/PRP .", "that was so"),
        (", and/CC Lee of Lee", "that was so"),
    ],
)
def test_what_had_been_is_said(rest: str, content: str) -> None:
    """Behind a cue in the past, with a subject of its own."""
    assert end_behind(f"He/PRP said/VBD that/DT was/VBD so/RB {rest}", 1, "clause").startswith(content)
    assert end_behind(f"He/PRP says/VBZ that/DT was/VBD so/RB {rest}", 1, "clause") == "that was so"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lopez appealed for water, sleeping mats and tents.", "water, sleeping mats and tents"),
        ("Mr Brown says it is old, but he doesn't think it is safe.", "it is old, but he doesn't think it is safe"),
    ],
)
def test_whole_contents(extractor: Extractor, text: str, content: str) -> None:
    """In news prose."""
    assert [span.text for quote in extractor(text).quotes for span in quote.content] == [content]
