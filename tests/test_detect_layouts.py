"""Layouts: names in brackets, behind signs and in lines of their own; posts, signed blocks and reasons in marks."""

from __future__ import annotations

import pytest

from quoteattr import Extractor, QuoteKind

WORDS = "“We need more buses, and soon.”"


def told(extractor: Extractor, text: str) -> list[tuple[str, str, str]]:
    """Content, speaker and rule of each quote."""
    return [
        (" ".join(span.text for span in quote.content), str(quote.speaker), quote.rule)
        for quote in extractor(text).quotes
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{WORDS} (Rosa Timm, 34, a nurse)", "signed-brackets"),
        (f"It rained.\nLine of the day: {WORDS} [Rosa Timm].", "signed-brackets"),
        (f"1. {WORDS} (Rosa Timm)", "signed-brackets"),
        (f"{WORDS} : Rosa Timm", "signed-behind"),
        (f"{WORDS} | Rosa Timm, nurse", "signed-behind"),
        (f"{WORDS} Rosa Timm, 34", "signed-behind"),
        (f"Rosa Timm – {WORDS}", "signed-before"),
        (f"Rosa Timm (nurse): {WORDS}", "signed-before"),
        (f"• Rosa Timm: {WORDS}", "signed-before"),
        (f"The mayor, Rosa Timm: {WORDS}", "signed-before"),
        (f"Rosa Timm, who drives a bus: {WORDS}", "signed-before"),
        (f"Rosa Timm\n{WORDS}", "name-above"),
        (f"Rosa Timm\nNurse, Halden\n{WORDS}", "name-above"),
        (f"Rosa Timm, nurse:\n\n{WORDS}", "name-above"),
        (f"{WORDS}\nRosa Timm, nurse", "name-below"),
        (f"{WORDS}\n(Rosa Timm)", "name-below"),
        (f"{WORDS}\n\nRosa Timm", "name-below"),
    ],
)
def test_a_name_beside_a_quotation(text: str, rule: str, extractor: Extractor) -> None:
    """It is that of who speaks, with and without what the person is."""
    assert told(extractor, text) == [(WORDS, "Rosa Timm", rule)]


def test_what_a_person_is_becomes_the_role(extractor: Extractor) -> None:
    """In brackets and behind a comma."""
    for text in (f"{WORDS} (Rosa Timm, nurse)", f"Rosa Timm (nurse): {WORDS}", f"{WORDS}\nRosa Timm, nurse"):
        (speaker,) = extractor(text).speakers
        assert speaker.role == "nurse"


@pytest.mark.parametrize("order", ["{name}\n{words}\n", "{words}\n{name}\n"])
def test_names_between_quotations(order: str, extractor: Extractor) -> None:
    """They stand above or below what they say, as the first one does."""
    people = {"Rosa Timm, nurse": "“We need buses.”", "Omar Reyes, baker": "“I walk.”", "Ada Smith, 19": "“I ride.”"}
    text = "".join(order.format(name=name, words=words) for name, words in people.items())
    assert [(words, speaker) for words, speaker, _ in told(extractor, text)] == [
        (words, name.partition(",")[0]) for name, words in people.items()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The song “We Need More Buses” (Rosa Timm, 2004) was played.",
        "By Rosa Timm\n\n“We are ready,” said Karl Brauner.",
        "Winter in Halden\n“We are ready,” said Karl Brauner.",
        f"{WORDS} (Via Halden Post)",
        f"“It rains,” said Karl Brauner.\n{WORDS}\nFuel, food and chemicals\nThey are made here.",
    ],
)
def test_what_is_no_signature(text: str, extractor: Extractor) -> None:
    """Works with their year, bylines, headings and credits."""
    rules = {"signed-brackets", "signed-behind", "signed-before", "name-above", "name-below"}
    assert rules.isdisjoint(rule for _, _, rule in told(extractor, text))


def test_a_place_before_a_colon_says_nothing(extractor: Extractor) -> None:
    """If somebody else is said to say it."""
    assert told(extractor, "HALDEN: “It is safe,” said Karl Brauner.") == [
        ("“It is safe,”", "Karl Brauner", "quote-cue-after")
    ]


POST = "We are closing the bridge tomorrow. Please plan ahead."


@pytest.mark.parametrize(
    "text",
    [
        f"Karl Brauner @kbrauner · 2h\n{POST}",
        f"Karl Brauner (@kbrauner) May 4, 2021\n\n{POST}\n10:42 AM · May 4, 2021",
        f"Karl Brauner\n@kbrauner\n{POST}\n12 Retweets 40 Likes",
        f"He was quick.\n\n{POST}\n\n— Karl Brauner (@kbrauner) May 4, 2021\n\nThe bridge is old.",
        f"{POST} pic.twitter.com/abc — Karl Brauner (@kbrauner) May 4, 2021",
    ],
)
def test_a_post(text: str, extractor: Extractor) -> None:
    """With its head above it or behind a dash; it is verbatim."""
    (quote,) = (quote for quote in extractor(text).quotes if quote.rule == "post")
    assert " ".join(span.text for span in quote.content).strip(".") == POST.strip(".")
    assert (str(quote.speaker), quote.kind) == ("Karl Brauner", QuoteKind.DIRECT)


def test_a_post_with_a_handle_alone(extractor: Extractor) -> None:
    """Whoever it is."""
    ((content, speaker, rule),) = told(extractor, "@kbrauner: We are closing the bridge tomorrow.")
    assert (content, speaker.strip("@"), rule) == ("We are closing the bridge tomorrow", "kbrauner", "post")


def test_a_post_that_is_a_link(extractor: Extractor) -> None:
    """It says nothing."""
    assert told(extractor, "He was quick.\n\npic.twitter.com/abc\n— Karl Brauner (@kbrauner) May 4, 2021") == []


@pytest.mark.parametrize(
    "text",
    [
        "What we know so far\n\n- Title: “Midnight Harbor: Low Tide”\n- Release: spring",
        "The work is new.\n\nStory Source: Materials provided by University of Halden.",
    ],
)
def test_a_label_of_things(text: str, extractor: Extractor) -> None:
    """Is no speaker."""
    assert told(extractor, text) == []


def test_a_statement_without_a_verb_of_saying(extractor: Extractor) -> None:
    """The club released it, or it is the club's."""
    below = "Our captain has left us after seven years."
    for above in ("The club released the following statement:", "The club’s statement in full:"):
        ((content, speaker, rule),) = told(extractor, f"{above}\n\n{below}")
        assert (content, speaker, rule) == (below.strip("."), "club", "block-noun")
    assert told(extractor, f"The team reached the following place:\n\n{below}") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The club sacked him because “results were poor”.", "club"),
        ("The pool was closed by the council since “it lost money every year”.", "council"),
        ("Ada Smith left the party because it “had lost its way”.", "Ada Smith"),
    ],
)
def test_a_reason_in_marks(text: str, speaker: str, extractor: Extractor) -> None:
    """Who acts gives it."""
    ((_, found, rule),) = told(extractor, text)
    assert (found, rule) == (speaker, "reason-quoted")


@pytest.mark.parametrize(
    "text",
    [
        "The match was called off because “heavy rain” had fallen.",
        "The roof fell because “the beams were rotten”.",
        "The shop was shut because “nobody came any more”.",
    ],
)
def test_what_is_no_reason_of_anybody(text: str, extractor: Extractor) -> None:
    """No clause in marks, a thing that acts, nobody who acts."""
    assert "reason-quoted" not in {rule for _, _, rule in told(extractor, text)}


@pytest.mark.parametrize(
    "text",
    ["He ordered a coffee.", "They discussed the weather.", "She thanked the driver.", "He considered the menu."],
)
def test_who_does_something_with_a_thing_says_nothing(text: str, extractor: Extractor) -> None:
    """Neither with people whom nothing is said to."""
    assert told(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Leo Brandt called it “a gift” and left.", "it “a gift”"),
        ("Leo Brandt said the deal was “dead” before leaving the room.", "the deal was “dead”"),
        ("The band sang “goodbye, my town” as the ship left.", "“goodbye, my town”"),
        ("The crowd sang “come on, you Rovers”.", "“come on, you Rovers”"),
        ("As the song goes, “we all fall down”. It was late.", "“we all fall down”"),
    ],
)
def test_a_quotation_ends_with_its_mark(text: str, content: str, extractor: Extractor) -> None:
    """The narrator goes on."""
    assert [found for found, _, _ in told(extractor, text)] == [content]


@pytest.mark.parametrize("mark", ["“", '"'])
def test_a_mark_that_is_missing_within_a_paragraph(mark: str, extractor: Extractor) -> None:
    """The next quotation opens anew, behind who says so; so does one behind whoever is told."""
    closing = "”" if mark == "“" else mark
    text = f"{mark}We have lost it all, Pia Lund told the Post. {mark}The barn is gone.{closing}"
    found = told(extractor, text)
    assert " ".join(content for content, _, _ in found) == f"{mark}We have lost it all {mark}The barn is gone.{closing}"
    assert {speaker for _, speaker, _ in found} == {"Pia Lund"}


@pytest.mark.parametrize(
    "wish", ["asked to be called “Ana”", "asked not to be named", "asked not to be quoted by name"]
)
def test_what_a_source_wants_to_be_called_is_not_said(wish: str, extractor: Extractor) -> None:
    """It tells who speaks."""
    assert [content for content, _, _ in told(extractor, f"“It rains,” said a woman who {wish}.")] == ["“It rains,”"]
