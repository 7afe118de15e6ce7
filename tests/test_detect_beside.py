"""Verbs beside a quotation that only their place tells."""

from __future__ import annotations

import pytest
from features import place, tagged

from quoteattr.detect.quotations.cue_after import verb_behind
from quoteattr.detect.quotations.cue_before import verb_before


def behind(text: str) -> str:
    """The verb behind the first quotation of a text."""
    article = tagged(text)
    region = article.parse.region_tokens[0]
    found = verb_behind(article, region, (region[1], len(article.parse)))
    return article.parse.words[found] if found >= 0 else ""


def before(text: str) -> str:
    """The verb before the first quotation of a text."""
    article = tagged(text)
    region = article.parse.region_tokens[0]
    found, start = verb_before(article, region, (0, region[0]))
    assert start <= region[0]
    return article.parse.words[found] if found >= 0 else ""


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("“ We/PRP won/VBD it/PRP all/DT , ” deadpanned/VBD the/DT coach .", "deadpanned"),
        ("“ We/PRP won/VBD it/PRP all/DT ! ” called/VBD Dana Cole .", "called"),
        ("“ We/PRP won/VBD it/PRP all/DT , ” called/VBD out/RP Dana Cole .", "called"),
        ("“ We/PRP won/VBD it/PRP all/DT ” , quacked/VBD she/PRP .", "quacked"),
        ("“ We/PRP won/VBD it/PRP all/DT , ” went/VBD the/DT coach .", ""),
        ("“ We/PRP won/VBD it/PRP all/DT , ” painted/VBD today/NN .", ""),
        ("“ We/PRP won/VBD it/PRP all/DT , ” quacked/VBD the/DT coach left/VBD .", ""),
        ("“ We/PRP won/VBD it/PRP all/DT , ” Quacked/VBD the/DT coach .", ""),
        ("“ We/PRP won/VBD it/PRP all/DT , ” quack/VB the/DT coach .", ""),
        ("“ We/PRP won/VBD it/PRP all/DT , ” quacked/VBD", ""),
        ("“ We/PRP won/VBD it/PRP all/DT , ” and/CC the/DT coach said/VBD .", ""),
    ],
)
def test_a_verb_and_its_subject_right_behind_a_quotation(text: str, verb: str) -> None:
    """By their form alone: a rare verb in the past, or one that may say something."""
    assert behind(text) == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("“ We/PRP won/VBD it/PRP all/DT , ” Smith answers/NNS .", "answers"),
        ("“ We/PRP won/VBD it/PRP all/DT , ” Smith tables/NNS .", ""),
        ("“ We/PRP won/VBD it/PRP all/DT , ” Smith . Jones answers/NNS .", ""),
        (f"“ We/PRP won/VBD it/PRP all/DT , ” {'old/JJ ' * 14} Smith answers/NNS .", ""),
    ],
)
def test_a_verb_that_the_tagger_took_for_a_noun(text: str, verb: str) -> None:
    """At the end of its clause, near the quotation."""
    assert behind(text) == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Smith said/VBD , “ We/PRP won/VBD it/PRP all/DT . ”", "said"),
        ("Smith said/VBD , ~ “ We/PRP won/VBD it/PRP all/DT . ”", "said"),
        ("Smith answers/NNS , “ We/PRP won/VBD it/PRP all/DT . ”", "answers"),
        ("Smith said/VBD “ a/DT very/RB good/JJ thing ” won/VBD .", ""),
        ("Smith said/VBD to/IN all/DT of/IN us/PRP , “ a/DT very/RB good/JJ thing . ”", ""),
        ("Smith shot/VBD back/RB , “ We/PRP won/VBD it/PRP all/DT . ”", "shot"),
        ("It/PRP rained/VBD ? “ We/PRP won/VBD it/PRP all/DT . ”", ""),
        ("The/DT mayor agreed/VBD/ROOT/2 . “ We/PRP won/VBD it/PRP all/DT . ”", "agreed"),
    ],
)
def test_a_verb_before_a_quotation(text: str, verb: str) -> None:
    """Next to it, or with a comma between them."""
    assert before(text) == verb


def test_a_time_may_stand_between() -> None:
    """And no more than a time."""
    article = tagged("Smith tweeted/VBD “ We/PRP won/VBD it/PRP . ”")
    assert place(article, "tweeted") == (1, 2)
    assert before("Smith tweeted/VBD “ We/PRP won/VBD it/PRP all/DT . ”") == "tweeted"
    assert before("Smith tweeted/VBD it/PRP at/IN home/NN “ We/PRP won/VBD it/PRP all/DT . ”") == ""
