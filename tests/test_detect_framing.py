"""Who says so at the end of a sentence, or between commas in it, by the form of the clause alone."""

from __future__ import annotations

import pytest
from features import tagged

from quoteattr import Extractor
from quoteattr.detect import framing

Found = tuple[str, list[str], str, str]
FELL = "Sales/NNS fell/VBD in/IN May ,"


def found(text: str) -> list[Found]:
    """Rule, contents, cue and source of each candidate."""
    article = tagged(text)
    parse = article.parse
    return [
        (one.rule, [parse.words_of(piece) for piece in one.content], parse.words[one.cue], parse.words[one.source])
        for one in framing.find(article)
    ]


@pytest.mark.parametrize(
    ("clause", "cue", "source"),
    [
        ("official/JJ data/NNS show/VBP .", "show", "data"),
        ("the/DT mayor said/VBD .", "said", "mayor"),
        ("the/DT mayor said/VBD on/IN Monday .", "said", "mayor"),
        ("the/DT mayor said/VBD yesterday/NN .", "said", "mayor"),
        ("researchers/NNS have/VBP found/VBN .", "found", "researchers"),
        ("two/CD aides/NNS to/IN the/DT senator said/VBD .", "said", "aides"),
        ("Bell of/IN Acme and/CC Ruiz said/VBD .", "said", "Bell"),
        ("Tom Bell said/VBD .", "said", "Bell"),
        ("said/VBD Pia Lund .", "said", "Lund"),
        ("said/VBD Pia Lund of/IN Acme .", "said", "Lund"),
        ("the/DT mayor said/VBD", "said", "mayor"),
        ("official/JJ data/NNS show/NN .", "show", "data"),
        ("new/JJ figures/NNS show/NN .", "show", "figures"),
        ("new/JJ research/NN shows/NNS .", "shows", "research"),
    ],
)
def test_who_says_so_at_the_end(clause: str, cue: str, source: str) -> None:
    """A short noun phrase and a verb of saying, in either order, and a time behind it."""
    assert found(f"{FELL} {clause}") == [("frame-final", ["Sales fell in May"], cue, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Sales/NNS fell/VBD .",
        "Sales/NNS fell/VBD in/IN May in/IN Oslo .",
        "Falling/VBG sales/NNS in/IN May , data/NNS show/VBP .",
        f"{FELL} and/CC the/DT mayor said/VBD .",
        f"{FELL} said/VBD .",
        f"{FELL} the/DT mayor left/VBD .",
        f"{FELL} the/DT mayor said/VBD it/PRP .",
        f"{FELL} the/DT mayor said/VBD on/IN days/NNS that/WDT ended/VBD .",
        f"{FELL} the/DT mayor said/VBN .",
        f"{FELL} quoted/VBN Pia Lund .",
        f"{FELL} a/DT talent/NN show/NN .",
        f"{FELL} new/JJ figures/NNS shows/NNS .",
        f"{FELL} an/DT old/JJ show/NN .",
        f"{FELL} said/VBD that/IN it/PRP .",
        f"{FELL} said/VBD Pia Lund who/WP left/VBD .",
        f"{FELL} the/DT mayor said/VBD at/IN {'a/DT very/JJ ' * 7} town .",
        "“ Sales/NNS fell/VBD in/IN May , ” the/DT mayor said/VBD .",
        "Sales/NNS fell/VBD , said/VBD “ the/DT mayor ”",
        "Sales/NNS fell/VBD “ in/IN May , the/DT mayor said/VBD ” today/NN .",
    ],
    ids=[
        "too short",
        "no comma",
        "no sentence before it",
        "another clause",
        "nobody",
        "no verb of saying",
        "an object",
        "a clause behind it",
        "a participle",
        "a participle before a name",
        "a noun behind a noun",
        "a noun behind a plural",
        "a noun",
        "a clause for a name",
        "a verb behind a name",
        "too long",
        "a sentence that begins in marks",
        "a sentence that ends in marks",
        "a comma in marks",
    ],
)
def test_what_does_not_say_who_says_so(text: str) -> None:
    """Something else stands at the end."""
    assert found(text) == []


def test_few_words_in_marks_begin_no_quotation() -> None:
    """The sentence that they begin may be framed."""
    assert found("“ old ” sales/NNS fell/VBD in/IN May , data/NNS show/VBP .") == [
        ("frame-final", ["“old” sales fell in May"], "show", "data")
    ]


def test_a_second_space_before_a_sentence_is_passed_over() -> None:
    """What stands in marks behind it begins the sentence."""
    assert found(f"It/PRP rained/VBD . ~ {FELL} data/NNS show/VBP .") != []
    assert found("It/PRP rained/VBD . ~ “ Sales/NNS fell/VBD in/IN May , ” data/NNS show/VBP .") == []


def test_a_verb_with_its_subject_before_it_is_not_inverted() -> None:
    """The noun behind it is its object."""
    text = "The/DT mayor/NN/nsubj/{} left/VBD the/DT town , said/VBD Pia Lund ."
    assert found(text.format("+5")) == []
    assert [one[2:] for one in found(text.format("+1"))] == [("said", "Lund")]


@pytest.mark.parametrize(
    ("text", "contents", "source"),
    [
        ("In/IN May , the/DT ministry said/VBD , sales/NNS fell/VBD .", ["In May", "sales fell"], "ministry"),
        (
            "It/PRP rained/VBD ; in/IN May , the/DT ministry said/VBD , sales/NNS fell/VBD .",
            None,
            "",
        ),
        ("Rain/NN ; in/IN May , the/DT ministry said/VBD , sales/NNS fell/VBD .", ["in May", "sales fell"], "ministry"),
        (
            "In/IN May , in/IN Oslo , the/DT ministry said/VBD , sales/NNS fell/VBD .",
            ["In May, in Oslo", "sales fell"],
            "ministry",
        ),
    ],
)
def test_who_says_so_between_commas(text: str, contents: list[str] | None, source: str) -> None:
    """Behind the first words of a sentence, which are none themselves; a semicolon parts sentences."""
    assert found(text) == ([("frame-medial", contents, "said", source)] if contents else [])


@pytest.mark.parametrize(
    "text",
    [
        "In/IN May , the/DT ministry said/VBD , that/IN sales/NNS fell/VBD .",
        "In/IN May , the/DT ministry said/VBD , Monday , sales/NNS fell/VBD .",
        "In/IN May , the/DT ministry said/VBD , sales/NNS .",
        "In/IN May , said/VBD the/DT ministry , sales/NNS fell/VBD .",
        f"In/IN May , the/DT {'new/JJ ' * 30} ministry said/VBD , sales/NNS fell/VBD .",
        "In/IN May , the/DT ministry left/VBD , sales/NNS fell/VBD .",
    ],
    ids=["a clause with that", "another aside", "no second half", "the verb first", "too long", "no verb of saying"],
)
def test_what_stands_between_commas_and_says_nothing(text: str) -> None:
    """Or says something else."""
    assert found(text) == []


def test_a_framed_sentence_is_found(full_extractor: Extractor) -> None:
    """Whatever the parser hangs the clause on."""
    (quote,) = full_extractor("The mill closed because it lost money, its books show.").quotes
    assert (quote.text, quote.cue[0].text, quote.source[0].text) == (
        "The mill closed because it lost money",
        "show",
        "its books",
    )


@pytest.mark.parametrize(
    "text",
    [
        "When she saw the bill, the mayor laughed.",
        "After the vote had ended, the crowd sang.",
        "As the band played, she sighed.",
        "Because the bill was late, the senator protested.",
    ],
)
def test_what_happened_when_somebody_laughed_is_not_what_he_says(extractor: Extractor, text: str) -> None:
    """A clause that hangs on the verb, and nothing else before the comma."""
    assert extractor(text).quotes == ()


def test_a_condition_is_part_of_what_is_said(extractor: Extractor) -> None:
    """Where the sentence that it belongs to follows it."""
    (quote,) = extractor("If the river rises, the road will close, engineers say.").quotes
    assert (quote.text, quote.source[0].text) == ("If the river rises, the road will close", "engineers")
