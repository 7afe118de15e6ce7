"""The reading copy: what is read otherwise than it is written, what stays, and the way back to the user's offsets."""

from __future__ import annotations

import re
import textwrap
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from soundness import assert_sound
from strategies import any_text, every_text, examples

from benchmarks.laid_out import LAYOUTS, come_back, odd, wrapped
from quoteattr import Article, Extractor
from quoteattr.copying import reading_copy
from quoteattr.copying.words import is_known

PARAGRAPHS = """\
The harbour of Halden will close for two weeks in March, the town council said on Monday, because the old pier has \
begun to sink and nobody knows how deep the sand below it goes.
“We have known about the pier for years, and every year we were told to wait,” said Rosa Timm, the harbour master. \
“Now we cannot wait any longer. It is not safe for the boats that come in at night.”
Karl Brauner, a spokesman for Halden Ferries, said that the company would run its boats from the well-known pier at \
Nordby instead. He added that tickets would cost the same and that nobody would lose a job over it.
According to Priya Nair, an engineer who looked at the pier in autumn, the repairs could be finished in ten days if \
the weather holds. The council has put aside 2.5 million crowns for the work, she said.
Not everybody is content. “They promised us a new pier when I was at school,” said Omar Reyes, who sells fish and \
co-founded the market. “I am sixty now, and I am still looking at the same old planks.”
The mayor, Ellen Drew, told reporters that the town had no choice. “If we do nothing, we will lose the pier and the \
street behind it,” she said on her way to a meeting with the harbour board.""".splitlines()
"""Paragraphs of news."""


def read(text: str) -> str:
    """A text as it is read."""
    return reading_copy(text).text


# ---- signs of wires ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("<Halden Homes Inc> said it was late.", "Halden Homes Inc said it was late."),
        ("Halden Homes Inc <HLD> said it was late.", "Halden Homes Inc said it was late."),
        ("Halden Homes Inc <HLDN.L>, and no other.", "Halden Homes Inc, and no other."),
        ("They bought (Halden Homes Inc), a builder.", "They bought Halden Homes Inc, a builder."),
        ("OSLO, March 2 - (Halden Ltd) said it was late.", "OSLO, March 2 - Halden Ltd said it was late."),
    ],
)
def test_signs_around_companies_are_not_read(text: str, copy: str) -> None:
    """Brackets around the name of a company, and the code of its share."""
    assert read(text) == copy


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ('Halden"s harbour and Oslo"s were shut.', "Halden's harbour and Oslo's were shut."),
        ('"It is late," said Halden"s mayor.', '"It is late," said Halden\'s mayor.'),
        ('They know the "A Boat"s of the town.', 'They know the "A Boat"s of the town.'),
    ],
)
def test_double_marks_that_are_apostrophes(text: str, copy: str) -> None:
    """Behind a letter, where no quotation is open."""
    assert read(text) == copy


@pytest.mark.parametrize(
    "text",
    [
        "He knew that A < B and B > C.",
        "She wrote <Halden> on the wall.",
        "Halden Homes (Pacific Survey Inc) was late.",
        "They bought (Some Old Boats), and no others.",
        "They gave it to the mayor (Rosa Timm).",
    ],
)
def test_other_signs_stay(text: str) -> None:
    """Those of other things."""
    assert read(text) == text


# ---- lines ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("The pier was closed for\nwinter, Rosa Timm said.", "The pier was closed for winter, Rosa Timm said."),
        ("“We are ready\nfor winter,” said Rosa Timm.", "“We are ready for winter,” said Rosa Timm."),
        ("“We are ready,”\nRosa Timm said.", "“We are ready,” Rosa Timm said."),
        ("“Are you ready?”\nasked Rosa Timm.", "“Are you ready?” asked Rosa Timm."),
        ("“We are ready,” said Rosa\nTimm, the mayor.", "“We are ready,” said Rosa Timm, the mayor."),
        ("Rosa Timm\nsaid that it was late.", "Rosa Timm said that it was late."),
        (
            "“We wait. We have\nwaited. Nobody came.” That was all.",
            "“We wait. We have waited. Nobody came.” That was all.",
        ),
        ('"It is cold.\nIt is dark," she said.', '"It is cold. It is dark," she said.'),
        ("He thanked the\nTimm family.", "He thanked the Timm family."),
        ("He thanked Mr.\nTimm at noon.", "He thanked Mr. Timm at noon."),
        ("They had an agree-\nment with us.", "They had an agreement with us."),
        ("She is an ex-\nminister of it.", "She is an ex-minister of it."),
        ("It was a well-\nknown pier.", "It was a well-known pier."),
        ("It was an ice-\ncold night.", "It was an ice-cold night."),
        ("Anne-\nMarie Timm said so.", "Anne-Marie Timm said so."),
        ("A frobnitz is what it is, a frob-\nnitz.", "A frobnitz is what it is, a frobnitz."),
        ("“We have known about\n\n12\n\nthe pier,” said Rosa Timm.", "“We have known about the pier,” said Rosa Timm."),
        ("“We have known about\fPage 3 of 7\fthe pier,” she said.", "“We have known about the pier,” she said."),
        ("The pier was closed in May\nby Rosa Timm of Halden.", "The pier was closed in May by Rosa Timm of Halden."),
        ("It closes the pier on\nMonday, she said.", "It closes the pier on Monday, she said."),
        ("“It is late,” Rosa\nTimm said. It rained.", "“It is late,” Rosa Timm said. It rained."),
        ("> “We are ready\n> for winter,” said Rosa Timm.", "“We are ready for winter,” said Rosa Timm."),
        ("It is warm if\n> 30 degrees are told.\nNo.", "It is warm if > 30 degrees are told.\nNo."),
        ("Rosa Timm wrote:\n> We regret the\n> delay.\n>\n> Bye", "Rosa Timm wrote:\n\nWe regret the delay.\n\nBye"),
        (">> “It rains,”\r\n>> she said.\r\n> Who?\r\n", "“It rains,” she said.\n\nWho?\n\n"),
    ],
)
def test_a_line_end_within_a_sentence_is_a_space(text: str, copy: str) -> None:
    """Where words, marks, a hyphen or the end of a page tell it."""
    assert read(text) == copy


@pytest.mark.parametrize(
    "text",
    [
        "Town closes its pier\nThe harbour of Halden will close in March.",
        "Town closes its pier\nBy Rosa Timm\n\nThe harbour of Halden will close in March.",
        "‘We are ready,’ says mayor\nThe mayor of Halden has seen the pier.",
        "The council asked for three things:\n- a new pier\n- more boats\n- a lamp",
        "It wants:\n1. a new pier\n2. more boats",
        "More boats\nfewer cars\nno noise",
        "ROSA TIMM: We are ready.\nKARL BRAUNER: We are not.",
        "[10:42] Rosa Timm: We are ready.\n[10:43] Karl Brauner: We are not.",
        "“We went home.\n“We came back,” said Rosa Timm.",
        "“We need a pier.”\n— Rosa Timm",
        "“We need a pier.\nRosa Timm, Friends of the Pier.”",
        "Rosa Timm, 34, nurse\n“We need more buses, and soon.”",
        "It rained all day.\nRosa Timm stayed at home.",
        "the sea is grey tonight\nthe boats are in\na lamp burns on the pier all night\nand nobody is there\nno one",
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "Tides of the year\n2014\nHigh water is at noon.",
    ],
)
def test_lines_that_were_not_broken_stay(text: str) -> None:
    """Headlines, bylines, lists, labels, verse, and paragraphs of one line."""
    assert read(text) == text


@pytest.mark.parametrize("width", range(40, 121))
def test_wrapped_paragraphs_are_read_as_they_were(width: int) -> None:
    """At any width, with hyphens or without; and where a line end parts paragraphs, if those begin with a mark."""
    text = "\n\n".join(PARAGRAPHS)
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert read(wrapped(text, width, end)).rstrip() == text
    assert read(wrapped(text, width, hyphens=True)).rstrip() == text


def test_wrapped_pages_are_read_as_they_were() -> None:
    """Quoted in mail, set off by indentation, with a line without words behind each line, and over page ends."""
    text = "\n\n".join(PARAGRAPHS)
    lines = wrapped(text, 66).splitlines()
    assert read("\n".join(f"> {line}".rstrip() for line in lines)).strip() == text
    assert read("\n".join(f"    {line}".rstrip() for line in lines)).strip() == text.replace("\n\n", "\n\n    ")
    assert read("\n\n".join(lines)) == text.replace("\n\n", "\n\n\n\n")
    halves = [f"{line}\n\n- {number} -\n\f" if number % 4 == 1 else line for number, line in enumerate(lines)]
    assert re.sub(r"\n+- \d+ -\n+", "\n\n", read("\n".join(halves))) == text
    first = [textwrap.fill(paragraph, 66, initial_indent="   ") for paragraph in PARAGRAPHS]
    assert read("\n".join(first)).replace("   ", "") == text.replace("\n\n", "\n")


@examples(200)
@given(text=every_text)
def test_line_ends_of_every_system_are_alike(text: str) -> None:
    """A text is read in the same way whatever ends its lines."""
    plain = re.sub(r"\r\n?", "\n", text).replace("\xad", "")
    copies = {read(plain.replace("\n", end)) for end in ("\n", "\r\n", "\r", "\u2028", "\x85")}
    assert len(copies) == 1


# ---- characters and markup -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("“Yes,”\u200b said \ufeffRosa\u2060 Timm\u200e.", "“Yes,” said Rosa Timm."),
        ("“Yes,”\u200bsaid\u200bRosa Timm,\u200bthe\u200bmayor.", "“Yes,” said Rosa Timm, the mayor."),
        ("har\u200bbour, 1,\u200b000, U.\u200bS., don’\u200bt", "harbour, 1,000, U.S., don’t"),
        ("a spokes\xadwoman for Har\xad\n  bour Ferries", "a spokeswoman for Harbour Ferries"),
        ("Rosa\xa0Timm,\u202f34,\u2009said", "Rosa Timm, 34, said"),
        ("Jose\u0301 Mu\u0308ller", "José Müller"),
        ("the o\ufb03ce, Ａｄａ \U0001d5d4\U0001d5f1\U0001d5ee, \x93yes\x94", "the office, Ada Ada, “yes”"),
        ("non\u2011stop", "non-stop"),
        ("*“Yes,”* said **Rosa Timm**, __mayor__ of _Halden_.", "“Yes,” said Rosa Timm, mayor of Halden."),
        ('said [Rosa Timm](https://example.org/a_(b) "R"), [*mayor*](/m)', "said Rosa Timm, mayor"),
        ("“Yes,”[3] ~~said~~ [Rosa Timm][1].[^2]\n\n[1]: https://example.org", "“Yes,” said Rosa Timm.\n\n"),
        (r"It is \*not\* [so].", "It is *not* [so]."),
        ("“Yes,”\ufeffsaid\u2060Rosa Timm", "“Yes,” said Rosa Timm"),
        ("![A pier](pier.jpg)\n\n## A pier\n\nIt rains.", "\n\nA pier\n\nIt rains."),
        (
            "<p>&ldquo;Yes,&rdquo; said Rosa&nbsp;Timm.</p><p>It&#39;s late.</p>",
            "\n\n“Yes,” said Rosa Timm.\n\n\n\nIt's late.\n\n",
        ),
        ("said <a href=\"/r?a=1&amp;b=2\" class='x'>Rosa <b>Timm</b></a><br/>Late", "said Rosa Timm\nLate"),
        ("<q>Yes</q> <!-- “no” --><script>x = “y”</script>&amp;ldquo;", "“Yes” “"),
        ("Rosa Timm.</p></body></html", "Rosa Timm.\n\n\n\n\n\n"),
    ],
)
def test_what_nobody_sees_is_not_read(text: str, copy: str) -> None:
    """Invisible characters, spaces of every kind, accents apart, letters in one, Markdown and HTML."""
    assert read(text) == copy


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d, AT&T & Co., R&D; x<y>z",
        "5 * 3 = 15, f*** you, a 4* hotel and a 5* hotel, ****, ~~~~",
        "@rosa_timm_ at https://example.org/_a_/*b* and snake_case_name, #winter",
        "He wrote [sic] (in 2019), “[They] came.” It has [12] boats. C:\\boats",
        "* It rains.\n* It is cold.",
        "FranA\u0303§ois",
    ],
)
def test_signs_that_mark_nothing_up_are_read(text: str) -> None:
    """Stars, underscores, brackets and angles of plain text; what was decoded wrongly is not mended."""
    assert reading_copy(text).steps == ()


def test_words_are_known_in_their_forms() -> None:
    """The lists of the library tell which letters are a word."""
    assert all(map(is_known, ["agreement", "Agreements", "reporters", "said", "wives"]))
    assert not any(map(is_known, ["qxq", "agree-", "ter"]))


# ---- the way back --------------------------------------------------------------------------------------------------


@examples(300)
@given(text=every_text)
@example(text="e\u0301\u200b\ufb01\r\n\xad\nx")
def test_every_stretch_of_a_copy_leads_back(text: str) -> None:
    """Each character to a stretch of the original, in the same order; those that are alike to themselves."""
    copy = reading_copy(text)
    places = [copy.original_range(offset, offset + 1) for offset in range(len(copy.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before <= after for before, after in pairwise(places))
    if copy.text:
        assert copy.original_range(0, len(copy.text)) == (places[0][0], places[-1][1])
    for offset, (start, end) in enumerate(places):
        ((first, last),) = copy.read_ranges([(start, end)])
        assert first <= offset < max(last, first + 1)


@pytest.mark.parametrize("text", ["It rains.", "It rains.\nIt is cold.", "", "\n", "“Yes,” said Ada Smith.\n\nNo."])
def test_the_copy_of_ordinary_text_is_the_text_itself(text: str) -> None:
    """No other string is made."""
    copy = reading_copy(text)
    assert copy.text is text and copy.original is text and copy.steps == ()


def test_what_is_left_out_within_a_stretch_belongs_to_it_and_beside_it_does_not() -> None:
    """The stretch begins with the first character that is read, and ends with the last."""
    text = "a \u200bHar\xadbour\u200b b"
    copy = reading_copy(text)
    start = copy.text.index("Harbour")
    assert text[slice(*copy.original_range(start, start + 7))] == "Har\xadbour"
    assert copy.read_ranges([(text.index("Har"), text.index("\u200b b"))]) == [(start, start + 7)]


# ---- articles ------------------------------------------------------------------------------------------------------


def test_an_article_has_the_text_of_its_user_and_clean_names(extractor: Extractor) -> None:
    """Spans hold what was left out; names, roles and organisations do not."""
    text = "“I am\r\nhiring,”\u200b said *Ada\xa0Smith*, a spokes-\r\nwoman for Har\xadbour Ferries."
    article = extractor(text)
    assert_sound(article, text)
    (quote,) = article.quotes
    assert quote.text == "“I am\r\nhiring,”"
    assert quote.speaker is not None and quote.speaker.organisation is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Ada Smith", "spokeswoman")
    assert quote.speaker.organisation.name == "Harbour Ferries"
    assert [span.text for span in quote.speaker.organisation.mentions] == ["Har\xadbour Ferries"]


def test_chains_count_the_characters_of_the_user() -> None:
    """What finds coreference gets the text as it is, and its offsets are led to the copy."""
    text = "\ufeff\ufeff\ufeffAda Smith met Eva Jones. “It is\r\nlate,” the nurse said."
    given: list[str] = []

    def chains(one: str) -> list[list[tuple[int, int]]]:
        given.append(one)
        return [[(one.index(words), one.index(words) + len(words)) for words in ("Eva Jones", "the nurse")]]

    (quote,) = Extractor(coreference=chains)(text).quotes
    assert given == [text]
    assert str(quote.speaker) == "Eva Jones"


@examples(40)
@given(
    paragraphs=st.lists(st.sampled_from(PARAGRAPHS), min_size=3, max_size=6, unique=True),
    layout=st.builds(
        lambda width, end, hyphens: lambda text: wrapped(text, width, end, hyphens=hyphens),
        st.integers(40, 120),
        st.sampled_from(["\n", "\r\n"]),
        st.booleans(),
    )
    | st.integers(0, 99).map(lambda seed: lambda text: odd(text, seed)),
)
def test_quotes_come_back_from_any_layout(extractor: Extractor, paragraphs: list[str], layout: object) -> None:
    """The same words and the same speakers, wrapped at 40 to 120 columns or with odd characters."""
    assert callable(layout)
    text = "\n\n".join(paragraphs)
    laid_out = layout(text)
    before, after = extractor(text), extractor(laid_out)
    assert_sound(after, laid_out)
    assert len(before.quotes) == len(after.quotes) > 0
    assert come_back(before, after) == []


def test_layouts_keep_the_words() -> None:
    """Of what is measured: only line ends, hyphens and invisible characters differ."""
    text = "\n\n".join(PARAGRAPHS)
    for name, laid_out in LAYOUTS.items():
        assert re.sub(r"[\s\xad\u200b-]", "", laid_out(text)) == re.sub(r"[\s-]", "", text), name


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("\n\n".join(PARAGRAPHS), ()),
        (wrapped("\n\n".join(PARAGRAPHS), 60), ("wrapped",)),
        ("<p>" + "</p>\n<p>".join(PARAGRAPHS) + "</p>", ("markup",)),
        ("\n".join(f"> {line}" for line in wrapped("\n\n".join(PARAGRAPHS), 60).splitlines()), ("mail", "wrapped")),
        ("“It isnâ€™t safe,” said Ada Smith. “I wouldnâ€™t go.”", ("misdecoded",)),
        ("“It isn\ufffdt safe,” said Ada Smith. “I wouldn\ufffdt go.”", ("misdecoded",)),
        ("The Château Pâté — “naïve” — costs £5, or 4 €, said Zoë Ñandú.", ()),
        ("\n\n".join(PARAGRAPHS).upper(), ("capitals",)),
        ("NATO AND THE EU: “NO”, SAYS ADA SMITH", ()),
    ],
    ids=["plain", "wrapped", "markup", "mail", "misdecoded", "replaced", "accents", "capitals", "headline"],
)
def test_what_a_text_looks_like_is_noted(extractor: Extractor, text: str, notes: tuple[str, ...]) -> None:
    article = extractor(text)
    assert article.notes == notes
    assert article.text == text
    assert Article.from_json(article.to_json()) == article


@given(any_text)
def test_notes_are_known_for_any_text(text: str) -> None:
    assert set(reading_copy(text).notes) <= {"markup", "mail", "wrapped", "misdecoded", "capitals"}
