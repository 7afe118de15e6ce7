"""Where the narrator goes on behind a content."""

from __future__ import annotations

import pytest
from features import place, tagged

from quoteattr import Extractor
from quoteattr.detect import Candidate
from quoteattr.detect.candidate import OpenSpan
from quoteattr.detect.narration import narrated

CALLED = "He/PRP called/VBD it/PRP “ a/DT very/RB bad/JJ idea ”"


def content(text: str, cue: int = 1, family: str = "object") -> str:
    """The words of the content that begins behind the cue and ends at the full stop at most."""
    article = tagged(text)
    end = place(article, ".")[0]
    tail = OpenSpan(family, cue + 1, cue + 1, end)
    candidate = Candidate("rule", cue, article.lexicon.lemma(article.parse.lower[cue]), "VERB", family, open_span=tail)
    return article.parse.words_of((cue + 1, narrated(article, candidate, tail, end)))


@pytest.mark.parametrize(
    "behind",
    [
        "and/CC resigned/VBD",
        "and/CC then/RB resigned/VBD",
        "but/CC resigned/VBD",
        ", and/CC resigned/VBD",
        "but/CC the/DT union disagreed/VBD",
        "as/IN farmers/NNS sang/VBD",
        "while/IN farmers/NNS sang/VBD",
        ", which/WDT angered/VBD farmers/NNS",
        ", who/WP left/VBD",
    ],
)
def test_the_narrator_goes_on_behind_a_closing_mark(behind: str) -> None:
    """With a second verb of the same subject, a clause that opposes, or one that tells what else happened."""
    assert content(f"{CALLED} {behind} .") == "it “a very bad idea”"


@pytest.mark.parametrize(
    "behind",
    [
        "for/IN farmers/NNS",
        "and/CC a/DT waste",
        "and/CC resigns/VBZ",
        "and/CC the/DT union disagreed/VBD",
        "but/CC not/RB now/RB",
        "but/CC a/DT very/RB very/RB very/RB very/RB very/RB old/JJ union disagreed/VBD",
        "as/RB farmers/NNS sang/VBD",
        "as/IN farmers/NNS",
        "and/CC resigned/VBD “ it ”",
        ", which/WDT farmers/NNS",
        "today/NN",
        "and/CC",
    ],
)
def test_what_goes_on_with_the_content(behind: str) -> None:
    """Without a verb, with one of another tense, far from the mark, or with more in marks."""
    whole = content(f"{CALLED} {behind} .")
    assert whole.rstrip("”").endswith(behind.replace(" ”", "").split()[-1].split("/")[0])


@pytest.mark.parametrize(
    ("comma", "subject", "narrates"),
    [(",", "the/DT union", True), (",", "he/PRP", False), ("", "the/DT union", False)],
)
def test_a_comma_before_the_mark_parts_the_next_clause(comma: str, subject: str, narrates: bool) -> None:
    """As American papers set it: "“a bad idea,” and the union disagreed"."""
    text = f"He/PRP said/VBD it/PRP is/VBZ “ a/DT bad/JJ idea {comma} ” and/CC {subject} disagreed/VBD ."
    assert ("disagreed" not in content(text, family="clause")) is narrates


@pytest.mark.parametrize(("verb", "whole"), [("was/VBD", True), ("resigned/VBD", False)])
def test_of_a_clause_only_what_somebody_does_is_the_narrators(verb: str, whole: bool) -> None:
    """What he is, he may have said."""
    text = f"He/PRP said/VBD it/PRP is/VBZ “ a/DT very/RB bad/JJ idea ” and/CC {verb} worried/JJ ."
    assert ("worried" in content(text, family="clause")) is whole


def test_marks_that_hold_the_cue_end_nothing() -> None:
    """The whole attribution stands in them."""
    text = "“ He/PRP hated/VBD it/PRP all/DT ” and/CC resigned/VBD ."
    assert content(text, cue=2).endswith("and resigned")


def test_marks_that_nothing_closes_end_nothing() -> None:
    """Nobody knows what stands in them."""
    text = "He/PRP called/VBD it/PRP “ a/DT very/RB bad/JJ idea and/CC resigned/VBD ."
    assert content(text).endswith("and resigned")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("He/PRP said/VBD it/PRP rained/VBD , claiming/VBG/advcl/1 that/IN it/PRP was/VBD late/JJ .", "rained,"),
        ("He/PRP said/VBD it/PRP rained/VBD , running/VBG/advcl/1 home/RB .", "home"),
        ("He/PRP said/VBD it/PRP rained/VBD , claiming/VBG/acl/1 water .", "water"),
        ("He/PRP said/VBD it/PRP rained/VBD claiming/VBG/advcl/1 water .", "water"),
        ("He/PRP said/VBD it/PRP “ rained/VBD , claiming/VBG/advcl/1 water ” .", "water”"),
        ("Left/VBD saying/VBG it/PRP rained/VBD and/CC claiming/VBG that/IN it/PRP was/VBD late/JJ .", "rained and"),
        ("He/PRP said/VBD it/PRP rained/VBD and/CC claiming/VBG water helped/VBD .", "helped"),
    ],
)
def test_a_participle_of_saying_is_the_narrators(text: str, end: str) -> None:
    """Behind a comma, or joined to a cue that is a participle too."""
    assert content(text, family="clause").endswith(end)


@pytest.mark.parametrize(
    ("behind", "end"),
    [
        (", according/VBG to/IN police", "rained,"),
        ("according/VBG to/IN police", "police"),
        (", according/VBG with/IN it", "it"),
        ("“ today/NN , according/VBG to/IN police ”", "police”"),
    ],
)
def test_who_says_the_whole_sentence_is_no_part_of_it(behind: str, end: str) -> None:
    """Behind a comma, outside marks."""
    assert content(f"He/PRP said/VBD it/PRP rained/VBD {behind} .", family="clause").endswith(end)


def test_what_is_added_is_a_quote_of_its_own(extractor: Extractor) -> None:
    """And no part of what was said first."""
    quotes = extractor("The mayor said that the dam was safe, adding that it would be repaired in May.").quotes
    assert [quote.text for quote in quotes] == ["that the dam was safe", "that it would be repaired in May"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "When asked whether his firm had made tests he replied: “We know the river, and we live here.”",
            ["whether his firm had made tests", "“We know the river, and we live here.”"],
        ),
        (
            "Asked why he had come, Mr John Lee said, “I was told to be here.”",
            ["why he had come", "“I was told to be here.”"],
        ),
    ],
)
def test_a_question_ends_before_its_answer(text: str, contents: list[str], extractor: Extractor) -> None:
    """Whoever answers in marks is no part of what was asked."""
    assert [quote.text for quote in extractor(text).quotes] == contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mayor says bridge is safe as rain hits town", "bridge is safe"),
        ("The mayor says the bridge is safe as it has been mended.", "the bridge is safe as it has been mended"),
    ],
)
def test_a_headline_goes_on_with_what_happens_meanwhile(text: str, content: str, extractor: Extractor) -> None:
    """In a sentence with its full stop as may give a reason."""
    assert [quote.text for quote in extractor(text).quotes] == [content]


@pytest.mark.parametrize(
    "summing",
    ["a move that has angered farmers", "a figure which the union disputed", "a rare step that hurt"],
)
def test_the_narrator_sums_up_what_was_said(summing: str, extractor: Extractor) -> None:
    """Behind a comma, with a noun for all of it."""
    found = extractor(f"The ministry says the levy will rise in May, {summing}.").quotes
    assert "the levy will rise in May" in [quote.text for quote in found]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "She claimed that she owned the mill and threatened to close it.",
            ["that she owned the mill", "to close it"],
        ),
        (
            "Ms Lund believes the shares are cheap and points out that the bank owns its offices.",
            ["the shares are cheap", "that the bank owns its offices"],
        ),
        ("He said it was new, and asked if it was checked.", ["it was new", "if it was checked"]),
        ("Smith said the woman waved and asked if she had a phone.", ["the woman waved and asked if she had a phone"]),
        ("Smith said the firm was sound, but would not elaborate.", ["the firm was sound"]),
        ("Police said a man was held and did not say why.", ["a man was held"]),
        ("Smith said it was sound and would not give in.", ["it was sound and would not give in"]),
        ("Lee told officers he had been asleep, the file states.", ["Lee told officers he had been asleep"]),
        ("Brown told the court the brakes had failed, records show.", ["Brown told the court the brakes had failed"]),
    ],
)
def test_a_second_act_of_speech_ends_the_first(extractor: Extractor, text: str, contents: list[str]) -> None:
    """Threats, promises and questions behind a comma are acts of the speaker; who says the whole is outermost."""
    assert [span.text for quote in extractor(text).quotes for span in quote.content] == contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kettering has vowed to carry on after part of the audience booed.", "to carry on"),
        ("Farmers are calling on the minister to resign after he called them lazy.", "the minister to resign"),
        (
            "Kettering vowed to carry on after part of the audience booed.",
            "to carry on after part of the audience booed",
        ),
        ("Smith has promised to speak only after the vote.", "to speak only after the vote"),
    ],
)
def test_news_tell_why_somebody_asks(extractor: Extractor, text: str, content: str) -> None:
    """What happened before stands outside where somebody has asked or promised something, and not where he did."""
    (quote, *_) = extractor(text).quotes
    assert [span.text for span in quote.content] == [content]


def test_a_clause_gives_way_to_the_quotation_that_it_begins_with(extractor: Extractor) -> None:
    """Whoever says it is told twice."""
    (quote,) = extractor("For the Greens, Mary Moss said: “The minister is wrong,” she said.").quotes
    assert quote.text == "“The minister is wrong,”"
