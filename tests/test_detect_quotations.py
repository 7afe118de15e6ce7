"""Golden sentences about quotation marks: which verb reports a quotation, and what outside the marks belongs to it."""

from __future__ import annotations

import pytest

from quoteattr import Extractor, Quote


def told(quote: Quote) -> tuple[list[str], str]:
    return [span.text for span in quote.content], " ".join(span.text for span in (*quote.cue, *quote.source))


@pytest.mark.parametrize(
    ("text", "content", "cue_and_source"),
    [
        (
            "“It is safe,” the farmer who told the mayor wrote.",
            ["“It is safe,”"],
            "wrote the farmer who told the mayor",
        ),
        ("“It is safe,” to tell the truth, the mayor said.", ["“It is safe,”"], "said the mayor"),
        ("“It is safe,” the mayor was saying.", ["“It is safe,”"], "was saying the mayor"),
        ("She said in a statement. “We must all go.”", ["“We must all go.”"], "said in a statement She"),
        ("The dam, he said, will hold: “It is new.”", ["“It is new.”"], "said he"),
        ("Today, she said, “is what we need.”", ["“is what we need.”"], "said she"),
        ("The dam: Jane Smith said: “It is all new now.”", ["“It is all new now.”"], "said: Jane Smith"),
        ("Rivers rise - Jane Smith: “We must all go there now.”", ["“We must all go there now.”"], ": Jane Smith"),
        ("“It is the end” for the mill said the mayor.", ["“It is the end” for the mill"], "said the mayor"),
        ("“A great day for all” for the town said the mayor", ["“A great day for all” for the town"], "said the mayor"),
        ("She said, “It is late,” as farmers in the town of Oslo said on Friday.", ["“It is late,”"], "said She"),
        ("Running late, “we will go there,” she said.", ["“we will go there,”"], "said she"),
        ("Because it rained, “we will go there,” she said.", ["Because it rained, “we will go there,”"], "said she"),
        ("Built in May, the dam “will hold,” she said.", ["Built in May, the dam “will hold,”"], "said she"),
        (
            "The mayor told us that in May, “the dam will hold.”",
            ["that in May, “the dam will hold.”"],
            "told The mayor",
        ),
    ],
)
def test_a_quotation_with_its_verb(extractor: Extractor, text: str, content: list[str], cue_and_source: str) -> None:
    """The verb of the sentence reports it, not one of a clause within; words that lead to it are in, but no setting."""
    (quote,) = [quote for quote in extractor(text).quotes if "“" in quote.text]
    assert told(quote) == (content, cue_and_source)


@pytest.mark.parametrize(
    "text",
    [
        "“Is it safe?” The mayor left.",
        "“It is safe,” raising and telling and saying.",
        "“It is a gift” for the town. The mayor said so.",
        "“We have missed him.” He left to say.",
        "“We made sure that it holds.”\n\n- a teacher in Ohio",
        "“We made sure that it holds.”\n\n— for us",
        "Here from: “We must all leave it alone now.”",
    ],
)
def test_a_quotation_that_nothing_reports(extractor: Extractor, text: str) -> None:
    """Neither what follows in a sentence of its own nor a participle of circumstance, nor a line that names nobody."""
    assert not [quote for quote in extractor(text).quotes if "“" in quote.text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "When he said, “It is a big mistake,” the crowd said no.",
            [(["“It is a big mistake,”"], "said he")],
        ),
        (
            "Asked about the dam, “It is a big mistake,” the mayor said.",
            [(["“It is a big mistake,”"], "said the mayor")],
        ),
        (
            "Asked if she would say “It is a big mistake,” the mayor said no.",
            [(["if she would say “It is a big mistake,”"], "Asked")],
        ),
        (
            "“We will go,” she said with a laugh “We will stay.”",
            [(["“We will go,”", "“We will stay.”"], "said she")],
        ),
        (
            "“We will go,” she said, telling farmers about it “We will stay.”",
            [(["“We will go,”"], "said she"), (["farmers about it “We will stay.”"], "telling she")],
        ),
        (
            "The mayor said it was late: “We will all go there now,” he wrote.",
            [(["it was late"], "said The mayor"), (["“We will all go there now,”"], "wrote he")],
        ),
        (
            "“We made sure of it,” the mayor said. “It is new.\n\n“It will hold.” “It is very new,” Jane Smith said.",
            [
                (["“We made sure of it,”", "“It is new", "“It will hold.”"], "said the mayor"),
                (["“It is very new,”"], "said Jane Smith"),
            ],
        ),
    ],
)
def test_several_clauses_and_quotations(extractor: Extractor, text: str, found: list[tuple[list[str], str]]) -> None:
    """Each with the verb of its own clause; parts of one quotation are one quote."""
    assert [told(quote) for quote in extractor(text).quotes] == found


@pytest.mark.parametrize("number", ["1)", "2."])
def test_a_number_before_a_signed_quotation(extractor: Extractor, number: str) -> None:
    """It belongs to the list, not to the quotation."""
    (quote,) = extractor(f"{number} “We made sure that it holds.” — Jane Smith").quotes
    assert (told(quote), quote.rule) == ((["“We made sure that it holds.”"], "Jane Smith"), "turn-dash")


@pytest.mark.parametrize(
    ("label", "source"), [("Speaker 1", "Speaker 1"), ("Jane Smith.", "Jane Smith"), ("Jane", "Jane")]
)
def test_labels_of_a_transcript(extractor: Extractor, label: str, source: str) -> None:
    """Numbers and full stops in them; who says nothing has no quote."""
    quotes = extractor(f"{label}: Will it hold?\nTom: It will.\n{label}: …\nTom: We will see.").quotes
    assert [(quote.text, quote.source[0].text) for quote in quotes] == [
        ("Will it hold", source),
        ("It will", "Tom"),
        ("We will see", "Tom"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She is sure of and happy about it.",
        "The mayor said in a letter that angered farmers.",
        "She made the plan clear.",
    ],
)
def test_what_is_said_of_things(extractor: Extractor, text: str) -> None:
    """A relative clause about a letter is not what it says, and an adjective without a clause says nothing."""
    assert extractor(text).quotes == ()


def test_what_is_seen(full_extractor: Extractor) -> None:
    """With such as, which is part of it."""
    assert [quote.text for quote in full_extractor("He saw plans such as these.").quotes] == ["plans such as these"]


def test_a_quotation_that_nobody_is_named_for(extractor: Extractor) -> None:
    """A date behind its verb is nobody."""
    (quote,) = extractor("“The dam will hold,” said on Friday.").quotes
    assert (told(quote), quote.speaker) == ((["“The dam will hold,”"], "said"), None)


def test_a_quotation_far_behind_another_is_no_part_of_it(extractor: Extractor) -> None:
    """More than a hundred words stand between them."""
    (quote,) = extractor(f"“We will go,” he said, and it rained{' and then it rained' * 30} “We will stay.”").quotes
    assert told(quote) == (["“We will go,”"], "said he")
