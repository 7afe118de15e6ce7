"""Golden articles of detection: where contents begin and end, what is joined, and what is no quotation."""

from __future__ import annotations

import pytest

from quoteattr import Extractor, QuoteKind

DIRECT, MIXED, INDIRECT = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT


def contents(extractor: Extractor, text: str) -> list[tuple[str, ...]]:
    return [tuple(span.text for span in quote.content) for quote in extractor(text).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two parts of one quotation
        ("“We will,” she said, “go home as soon as we can.”", [("“We will,”", "“go home as soon as we can.”")]),
        # a sentence behind the cue
        ('"The bridge is safe," the mayor said. "It is new."', [('"The bridge is safe,"', '"It is new."')]),
        # an indirect sentence, and a quoted one behind it
        ("She was glad to go, she said. “It is time.”", [("She was glad to go", "“It is time.”")]),
        # a sentence behind the cue that is only partly in marks
        (
            "“The bridge is safe,” the mayor said. Still, “nobody should drive over it at night.”",
            [("“The bridge is safe,”", "Still, “nobody should drive over it at night.”")],
        ),
        # words before and behind the marks that belong to the sentence in them
        (
            "The bridge, the mayor said, “is as safe as any” in the country.",
            [("The bridge", "“is as safe as any” in the country")],
        ),
        ("“We were very glad” for the children, she said.", [("“We were very glad” for the children",)]),
        # a verb of saying read as a noun, and one that needs its particle
        ("“We have not been told about it,” Smith answers.", [("“We have not been told about it,”",)]),
        ("“We have not been told about it,” he went on.", [("“We have not been told about it,”",)]),
        # a question, and the answer that the verb behind it reports
        (
            "The judge asked, “Who was there?” Smith answered, “Nobody was there.”",
            [("“Who was there?”",), ("“Nobody was there.”",)],
        ),
        # two speakers in one paragraph
        ("“It was great!” she said. “Was it?” he asked.", [("“It was great!”",), ("“Was it?”",)]),
        # two speakers in two paragraphs
        (
            "“We had no warning,” the mayor said.\n\n“The river rose in an hour,” a farmer added.",
            [("“We had no warning,”",), ("“The river rose in an hour,”",)],
        ),
        # a clause that begins outside the marks
        ("It was “a great day for us,” he said.", [("It was “a great day for us,”",)]),
        # marks in the middle and at the end
        (
            "The company said it was “very, very sorry” for the delay.",
            [("it was “very, very sorry” for the delay",)],
        ),
        (
            "He said the plan would “cost jobs” and “hurt the poor.”",
            [("the plan would “cost jobs” and “hurt the poor.”",)],
        ),
        # marks within marks
        (
            "He said, “I’m a fan of ‘The River’ and I always was.”",
            [("“I’m a fan of ‘The River’ and I always was.”",)],
        ),
        # other marks
        ("''The bridge is safe,'' the mayor said.", [("''The bridge is safe,''",)]),
        ("‘The bridge is safe,’ the mayor said.", [("‘The bridge is safe,’",)]),
    ],
)
def test_contents_of_quotations(full_extractor: Extractor, text: str, expected: list[tuple[str, ...]]) -> None:
    """Marks are in, what stands between two parts is out, and sentences without a cue of their own join."""
    assert contents(full_extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He starred in “The Long Night,” which ran for years.",
        "The film, “The River: A Story of the Long War With Water,” opened on Friday.",
        "The mayor spoke at the opening of “The River,” a film by Jane Smith.",
        "The so-called “safe” bridge was closed.",
        "“The bridge is safe.” She left.",
        "“Yes.”\n\n“No.”",
        "The bridge was closed on Friday.",
        "",
        "“",
        "“”",
    ],
)
def test_no_quotation(extractor: Extractor, text: str) -> None:
    """Titles of works, scare quotes, and marks that nobody stands behind."""
    assert contents(extractor, text) == []


def test_title_inside_a_content_is_part_of_it(full_extractor: Extractor) -> None:
    """It is no quotation of its own."""
    text = "“The Long Road Home” won the prize, the jury said."
    assert contents(full_extractor, text) == [("“The Long Road Home” won the prize",)]


def test_title_beside_a_verb_of_saying(full_extractor: Extractor) -> None:
    """The verb reports something else."""
    text = "She won a prize for “The Long Road Home,” and the critics said it was her best."
    assert contents(full_extractor, text) == [("it was her best",)]


def test_quotation_of_several_paragraphs(full_extractor: Extractor) -> None:
    """A paragraph left open goes on in the next one that opens again, with the same speaker."""
    text = (
        "“We had no warning,” the mayor said. “The river rose in an hour, and nobody came.\n\n"
        "“It was a terrible night, but we are all alive.”\n\nThe river fell on Friday."
    )
    (quote,) = full_extractor(text).quotes
    assert [span.text for span in quote.content][::2] == [
        "“We had no warning,”",
        "“It was a terrible night, but we are all alive.”",
    ]
    assert quote.content[1].text.startswith("“The river rose in an hour, and nobody came")


@pytest.mark.parametrize(
    "first",
    [
        "“We will not sell the house,” said Maria Lopez.",
        "It was “the house of my father,” said Maria Lopez as she locked the door.",
        "“We will not sell,” said Maria Lopez. “It is our house.”",
    ],
)
def test_paragraphs_in_marks_go_on_with_the_quotation_above_them(full_extractor: Extractor, first: str) -> None:
    """One after the other, up to the first one that is something else."""
    below = "“It has been in the family for a hundred years.”", "“My children will live in it when I am gone.”"
    text = "\n\n".join((first, *below, "She closed the gate.", "“Nobody knows what will become of it one day.”"))
    (quote,) = full_extractor(text).quotes
    assert tuple(span.text for span in quote.content)[-2:] == below
    assert [span.text for span in quote.source] == ["Maria Lopez"]


@pytest.mark.parametrize(
    "text",
    [
        "The report said the plan was “a waste.”\n\n“We could have built two bridges with that money.”",
        "“We will not sell the house,” said Maria Lopez.\n\n“It is ours for ever.”",
    ],
)
def test_paragraph_in_marks_that_may_be_somebody_else_s(full_extractor: Extractor, text: str) -> None:
    """Below words of the article that its cue stands before, or of few words."""
    assert contents(full_extractor, text)[0][-1] in text.partition("\n")[0]


def test_quoted_sentence_of_the_next_paragraph_does_not_join(full_extractor: Extractor) -> None:
    """A short one may be anybody's."""
    assert contents(full_extractor, "She was glad to go, she said.\n\n“It is time.”") == [("She was glad to go",)]


def test_clause_that_adds_something_is_a_quote_of_its_own(full_extractor: Extractor) -> None:
    """With the source of the first one."""
    quotes = full_extractor("“We were lucky,” she said, adding that the roof had held.").quotes
    assert [(quote.text, quote.source[0].text) for quote in quotes] == [
        ("“We were lucky,”", "she"),
        ("that the roof had held", "she"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It will not work,” Miller said, adding of the new mayor, “She will see.”",
            [("“It will not work,”",), ("“She will see.”",)],
        ),
        (
            "The rise does not surprise the economist Jane Smith: “Prices have gone up every year since the war.”",
            [("“Prices have gone up every year since the war.”",)],
        ),
        (
            "They passed out bottles that said, “We love our river and we want it clean.”",
            [("“We love our river and we want it clean.”",)],
        ),
        (
            "Smith: “We will build the bridge.” Miller: “We will not pay for it.”",
            [("“We will build the bridge.”",), ("“We will not pay for it.”",)],
        ),
        (
            "“SMITH: We will not sell the bridge to anybody.\n\n“MILLER: Then we will build another one.”",
            [("We will not sell the bridge to anybody",), ("Then we will build another one.”",)],
        ),
    ],
)
def test_quotations_part_from_what_stands_beside_them(
    full_extractor: Extractor, text: str, expected: list[tuple[str, ...]]
) -> None:
    """Each has a cue of its own, be it a colon."""
    assert contents(full_extractor, text) == expected


def test_what_is_feared_does_not_go_on_in_marks(full_extractor: Extractor) -> None:
    """A thought has no second sentence that somebody said: what stands in marks behind it is a quote of its own."""
    text = "He fears that the river will rise again. “There is no end to it and no help.”"
    assert contents(full_extractor, text) == [
        ("that the river will rise again",),
        ("“There is no end to it and no help.”",),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is safe,” the mayor said.", DIRECT),
        ("The mayor asked: “Who will pay?”", DIRECT),
        ("The company said the plan was “a mistake.”", MIXED),
        ("It was “a great day for us,” he said.", MIXED),
        ("The mayor said that the bridge was safe.", INDIRECT),
        ("The mayor said that the workers' bridge wasn't the town's.", INDIRECT),
    ],
)
def test_kind(full_extractor: Extractor, text: str, kind: QuoteKind) -> None:
    """By the words in marks; apostrophes are none."""
    assert [quote.kind for quote in full_extractor(text).quotes] == [kind]


def test_quotation_within_an_indirect_content_is_no_quote(full_extractor: Extractor) -> None:
    """The outermost wins."""
    text = "The paper reported that the mayor had said that the bridge was safe."
    assert contents(full_extractor, text) == [("that the mayor had said that the bridge was safe",)]
