"""What the command line prints."""

from __future__ import annotations

import json
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text, articles

from quoteattr.extractor import extract
from quoteattr.formats import FORMATS
from quoteattr.formats.text import Look, render
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.terminal import printable

TEXT = (
    "“We are hiring again, and more than ever before, in every town of the country,” said Ada Smith of Acme.\n"
    "She does not believe that sales will fall.\nAcme said no more. “So\nwhat?”"
)


def span(words: str) -> Span:
    """Where ``words`` first stand."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


ACME = Organisation("o1", "Acme")
SMITH = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, "head of hiring", ACME)
ITSELF = Speaker("s2", "Acme", None, SpeakerKind.ORGANISATION, None, ACME)
ARTICLE = Article(
    TEXT,
    (
        Quote(
            "q1",
            QuoteKind.DIRECT,
            Attitude.ASSERTION,
            False,
            (span("“We are hiring again, and more than ever before, in every town of the country,”"),),
            (),
            (),
            SMITH,
            "r",
            0.9,
        ),
        Quote(
            "q2", QuoteKind.INDIRECT, Attitude.BELIEF, True, (span("sales"), span("will fall")), (), (), SMITH, "r", 0.5
        ),
        Quote("q3", QuoteKind.INDIRECT, Attitude.ASSERTION, False, (span("no more"),), (), (), ITSELF, "r", 0.5),
        Quote("q4", QuoteKind.DIRECT, Attitude.ASSERTION, False, (span("“So\nwhat?”"),), (), (), None, "r", 0.5),
    ),
    (SMITH, ITSELF),
    (ACME,),
)

AS_TEXT = """\
article.txt
===========
4 quotes, 2 speakers

 1  direct: Ada Smith, head of hiring (Acme)
    “We are hiring again, and more than ever before, in every town of the
    country,”

 2  indirect (belief, negated): Ada Smith, head of hiring (Acme)
    sales … will fall

 3  indirect: Acme
    no more

 4  direct: speaker not found
    “So what?”

Speakers
 2  Ada Smith, head of hiring (Acme)
 1  Acme
 1  speaker not found
"""


def test_text_is_for_people() -> None:
    """Each quote with its speaker, role and organisation, folded, and a summary."""
    assert render("article.txt", ARTICLE) == AS_TEXT


def test_long_quotations_are_folded() -> None:
    """In the middle, unless they are wanted whole."""
    text = "“" + " ".join(["word"] * 300) + "”"
    long = Article(text, (evolve(ARTICLE.quotes[0], content=(Span.of(text, 0, len(text)),)),), (SMITH,))
    lines = render("a", long).splitlines()
    assert "    [… 10 lines …]" in lines
    assert lines.count("") == 2
    assert len(lines) < 22 < len(render("a", long, Look(full=True)).splitlines())


def test_no_line_is_wider_than_a_narrow_terminal() -> None:
    """Whatever stands in it."""
    lines = render("article.txt", ARTICLE, Look(width=30, explained=True)).splitlines()
    assert 20 < max(map(len, lines)) <= 30


def test_standard_input_is_called_so() -> None:
    """A dash alone would be a riddle."""
    assert render("-", ARTICLE).splitlines()[:2] == ["standard input", "=============="]


def test_colours_go_around_whole_lines() -> None:
    """So that what is without them is the text without colours."""
    coloured = render("article.txt", ARTICLE, Look(colours=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == AS_TEXT
    assert "\x1b[1;34m 1  direct: Ada Smith, head of hiring (Acme)\x1b[0m\n" in coloured


def test_explanations_stand_below_each_quote() -> None:
    """Behind a bar, in 80 columns."""
    quote = evolve(ARTICLE.quotes[1], cue=(span("does not believe"),))
    shown = render("a", Article(TEXT, (quote,), (SMITH,)), Look(explained=True, custom={"r": "a reason " * 10}))
    explained = [line for line in shown.splitlines() if line.startswith("    | ")]
    assert explained[0] == "    | rule r: a reason a reason a reason a reason a reason a reason a reason a"
    assert explained[1:] == [
        f"    | cue 'does not believe' at {TEXT.index('does')}; confidence 0.50",
        "    | no source at this place: Ada Smith speaks on",
        "    | stands for Acme",
    ]


def test_text_of_an_article_without_quotes_says_so() -> None:
    """A heading and no summary."""
    assert render("a", Article("")) == "a\n=\nno text in it\n"


@given(any_text, articles(any_text))
def test_text_has_80_columns_and_no_control_characters(name: str, article: Article) -> None:
    """Whatever stands in the article; only the heading keeps its length."""
    lines = render(name, article).split("\n")
    assert all(len(line) <= 80 for line in lines[1:])
    assert all(character.isprintable() or character == "\u00ad" for character in "".join(lines) if character < "\u0100")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\r\n\tb", "a b"),
        ("left\u202eright", "left\ufffdright"),
        ("\ud800\x9b\x7f", "\ufffd\ufffd\ufffd"),
        ("it’s “fine” — déjà vu 😀", "it’s “fine” — déjà vu 😀"),
    ],
)
def test_control_characters_are_made_harmless(text: str, shown: str) -> None:
    """Escape sequences, carriage returns and marks that turn the line."""
    assert printable(text) == shown


def test_json_of_one_file_is_an_object_that_reads_back() -> None:
    """With the file's name in it."""
    written = "".join(FORMATS["json"]([("a.txt", ARTICLE)], False))
    assert written.endswith("}\n")
    assert json.loads(written)["file"] == "a.txt"
    assert Article.from_json(written) == ARTICLE


def test_json_of_several_files_is_an_array() -> None:
    """Also when only one of them could be read."""
    other = Article("Nothing.")
    data = json.loads("".join(FORMATS["json"]([("a", ARTICLE), ("b", other)], True)))
    assert [entry["file"] for entry in data] == ["a", "b"]
    assert [Article.from_dict(entry) for entry in data] == [ARTICLE, other]
    assert len(json.loads("".join(FORMATS["json"]([("a", ARTICLE)], True)))) == 1


@given(st.lists(articles(), min_size=1, max_size=3))
def test_jsonl_is_an_article_a_line(several: list[Article]) -> None:
    """No line break of a text gets out."""
    written = "".join(FORMATS["jsonl"]([(str(number), article) for number, article in enumerate(several)], True))
    lines = written.removesuffix("\n").split("\n")
    assert [Article.from_json(line) for line in lines] == several
    assert [json.loads(line)["file"] for line in lines] == [str(number) for number in range(len(several))]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_article_gives_no_output(name: str) -> None:
    """So nothing is written when every input failed."""
    assert list(FORMATS[name]([], True)) == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_articles_are_written_as_they_come(name: str) -> None:
    """The first is out before the second is asked for."""

    def named():
        yield "a", ARTICLE
        raise AssertionError("asked too early")

    pieces = FORMATS[name](named(), True)
    written = next(pieces)
    while "Smith" not in written:
        written += next(pieces)


def test_text_numbers_what_is_reported_within_others() -> None:
    """By the quote around it."""
    text = "Ada King said that Ben Lee had told her that it was late. “We know that,” said Peter Stone."
    written = "".join(FORMATS["text"]([("a.txt", extract(text, nested=True))], False))
    assert re.findall(r"^ *([\d.]+)  \w+: (.+)$", written, re.MULTILINE) == [
        ("1", "Ada King"),
        ("1.1", "Ben Lee, to Ada King"),
        ("2", "Peter Stone"),
    ]
