"""Authors, interviews, and chains that somebody else has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from people import marked

from quoteattr.resolution import resolve, resolved
from quoteattr.speaker_records import best_name
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

SO = "It rained.\n\n"


@pytest.mark.parametrize(
    ("article", "author"),
    [
        (f"By Anna King\n\n{SO}", "Anna King"),
        (f"By Anna King, who has written for the paper since spring\n\n{SO}", "Anna King"),
        (f"By Anna King, who has written for the paper on trains since the spring\n\n{SO}", None),
        (f"Told by Anna King\n\n{SO}", None),
        (SO * 7 + "By Anna King\n\n" + SO * 4, "Anna King"),
        (SO * 8 + "By Anna King\n\n" + SO * 4, None),
        ("By Zorbix Airlines\n\n" + SO, None),
        ("By", None),
        (SO + "Anna King is a nurse.", "Anna King"),
        (SO + "Anna King teaches music.", "Anna King"),
        (SO + "Anna King, a nurse, is glad.", "Anna King"),
        (SO + "Anna King slept.", None),
        (SO + "There Anna King is a nurse.", None),
        (SO + "Anna King is a nurse.\n\n" + SO * 2, "Anna King"),
        (SO + "Anna King is a nurse.\n\n" + SO * 3, None),
        (SO + "Carl Weiss is a nurse.\n\nAnna King is a nurse.", "Anna King"),
    ],
)
def test_who_writes_is_told_above_or_below(nlp: Language, article: str, author: str | None) -> None:
    """A short line that begins with "By", among the first eight; a note in the last three paragraphs."""
    (parse,) = read(nlp, [article])
    assert best_name(parse, resolved(parse, []).context.author) == author


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        ("[[Q]]: {{Why?}}\n\n[[A]]: {{It rained.}}", ["(interviewer)", "(interviewee)"]),
        ("[[Question]]: {{Why?}}", ["(interviewer)"]),
        ("[[A]]: {{It rained.}}\n\n[[Answer]]: {{It snowed.}}", ["(interviewee)"] * 2),
        ("Anna King came.\n\n[[Q]]: {{Why?}}\n\n[[A]]: {{It rained.}}", ["(interviewer)", "Anna King"]),
        (
            "Anna King met Carl Weiss. King smiled.\n\n[[Q]]: {{Why?}}\n\n[[A]]: {{Weiss did, Weiss and Weiss.}}",
            ["(interviewer)", "Anna King"],
        ),
    ],
)
def test_letters_are_who_asks_and_who_answers(article: str, speakers: list[str]) -> None:
    """The guest is who is named most before the first question; two answers tell an interview, too."""
    ((parse, said),) = marked([article])
    found = [one.name or f"({one.description})" for one in resolve(parse, said).speaker_of if one is not None]
    assert found == speakers


@pytest.mark.parametrize("article", ["[[A]]: {{It rained.}}", "So [[Q]]: {{Why?}}", "[[q]]: {{why?}}"])
def test_other_letters_are_none_of_an_interview(article: str) -> None:
    """One answer alone, letters within a line, small letters."""
    ((parse, said),) = marked([article])
    assert not any(rule.startswith("interview") for voice in resolved(parse, said).voices for rule in voice.rules)


CHAINED = "Carl Hale came. Anna King met Zorbix Airlines. [[He]] said {{it was late}}. Redwood Airlines left."


@pytest.mark.parametrize(
    ("chain", "name"),
    [
        (["Carl Hale", "He"], "Carl Hale"),
        (["He", "Anna King"], "Anna King"),
        (["He", "Carl Hale", "Anna King"], "Anna King"),
        (["He", "Carl Hale", "Redwood Airlines"], "Carl Hale"),
        (["He", "Redwood Airlines"], "Redwood Airlines"),
        (["He", "it"], "Carl Hale"),
        (["it", "Anna King"], "Carl Hale"),
        (["Carl Hale came. Anna King met Zorbix Airlines. He said it", "Anna King"], "Carl Hale"),
    ],
)
def test_a_chain_tells_who_a_pronoun_is(chain: list[str], name: str) -> None:
    """By the nearest name before it, else the first; a chain without the source, or without a name, tells nothing."""
    ((parse, said),) = marked([CHAINED])
    spans = [(parse.text.index(words), parse.text.index(words) + len(words)) for words in chain]
    for chains in ([spans], [spans, [(-1, 2), (5, 5), (3, 999)]]):
        (speaker,) = resolve(parse, said, chains).speaker_of
        assert speaker is not None
        assert speaker.name == name
        assert parse.text.index("He said") in [span.start for span in speaker.mentions]


def test_a_source_is_a_mention_of_whom_its_chain_tells_alone() -> None:
    """Whoever would have had it without the chain does not have it."""
    ((parse, said),) = marked([f"[[Carl Hale]] said {{{{so}}}}. {CHAINED}"])
    he = parse.text.index("He said")
    chain = [(parse.text.index("Anna"), parse.text.index("Anna") + 9), (he, he + 2)]
    for chains, holder in (([], "Carl Hale"), ([chain], "Anna King")):
        speakers = resolve(parse, said, chains).speakers
        assert [one.name for one in speakers if he in [span.start for span in one.mentions]] == [holder]
