"""The page of many articles, as text, and the data in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text, articles

from benchmarks.corpus_articles import generated
from quoteattr import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.formats import FORMATS
from quoteattr.view import corpus_page
from quoteattr.view.assets import headline_of, showable
from quoteattr.view.rows import BLOCK, KINDS, day_of, in_units
from quoteattr.view.sources import Source, source_of
from quoteattr.view.surroundings import context_of

NASTY = "</script><script>alert(1)</script><!-- {{ 7*7 }}"


def quoted(text: str, words: str, **changes: Any) -> Article:
    start = text.index(words)
    speaker = changes.pop("speaker", None)
    quote = Quote(
        "q1",
        QuoteKind.DIRECT,
        Attitude.ASSERTION,
        False,
        (Span.of(text, start, start + len(words)),),
        (),
        (),
        speaker,
        "r",
        0.5,
    )
    bodies = (speaker.organisation,) if speaker is not None and speaker.organisation is not None else ()
    return Article(text, (evolve(quote, **changes),), (speaker,) if speaker is not None else (), bodies)


def data_of(page: str) -> tuple[dict[str, Any], list[str]]:
    """What stands in a page: the rows, and the texts of the articles."""
    blocks = re.findall(r'<script type="application/json" class="texts">(.*?)</script>', page, re.DOTALL)
    (rows,) = re.findall(r'<script type="application/json" id="rows">(.*?)</script>', page, re.DOTALL)
    return json.loads(rows), [text for block in blocks for text in json.loads(block)]


def contents(rows: Mapping[str, Any], texts: list[str]) -> Iterator[tuple[str, str]]:
    """The words of each quote and of its sentences, as the script of the page finds them."""
    spans = iter(rows["quotes"]["spans"])
    for text, count in zip(texts, rows["articles"]["quotes"], strict=True):
        units = text.encode("utf-16-le", errors="surrogatepass")
        for _ in range(count):
            start, length = next(spans), next(spans)
            parts = [[(next(spans), next(spans)) for _ in range(next(spans))] for _ in range(4)]
            words = [units[2 * (start + begin) : 2 * (start + begin + size)] for begin, size in parts[0]]
            told = [b"".join(words), units[2 * start : 2 * (start + length)]]
            yield tuple(one.decode("utf-16-le", errors="surrogatepass") for one in told)  # type: ignore[misc]


@given(st.lists(articles(any_text), min_size=1, max_size=4))
def test_every_quote_is_found_again(drawn: list[Article]) -> None:
    """In the text of its article, whatever its characters are; and there are two scripts that run, and ours is one."""
    page = "".join(corpus_page((f"{number}", article) for number, article in enumerate(drawn)))
    rows, texts = data_of(page)
    assert texts == [showable(article.text) for article in drawn]
    words = ["".join(span.text for span in quote.content) for article in drawn for quote in article.quotes]
    assert [content for content, _ in contents(rows, texts)] == list(map(showable, words))
    assert page.count("<script>") == 1


def test_the_page_holds_what_is_told() -> None:
    """Names, kinds, confidence and days, as numbers and lists of names."""
    acme = Organisation("o1", "Acme")
    smith = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, "head", acme)
    article = quoted("😀 “Go,” said Ada Smith.", "“Go,”", speaker=smith, speaker_confidence=0.8)
    rows, texts = data_of("".join(corpus_page([("a.txt", evolve(article, title="Gone", date="May 3, 2024"))] * 2)))
    assert rows["articles"]["title"] == ["Gone", "Gone"]
    assert rows["articles"]["day"] == ["2024-05-03"] * 2
    assert rows["people"]["names"] == ["Ada Smith"]
    assert rows["people"]["bodies"] == ["Acme"]
    assert rows["people"]["voices"] == [[0, 0, 0, rows["sources"].index("person")]]
    assert (rows["quotes"]["confidence"], rows["quotes"]["sure"]) == ([50, 50], [80, 80])
    assert rows["quotes"]["kind"] == [KINDS.index("direct")] * 2
    assert next(contents(rows, texts)) == ("“Go,”", "😀 “Go,” said Ada Smith.")


def test_everything_is_escaped() -> None:
    """Whatever stands in names, titles and texts ends no script and begins none."""
    speaker = Speaker("s1", NASTY, None, SpeakerKind.PERSON, NASTY, Organisation("o1", NASTY))
    article = evolve(quoted(NASTY, NASTY, speaker=speaker, rule=NASTY), title=NASTY, date=NASTY, url=NASTY)
    page = "".join(corpus_page([(NASTY, article)]))
    assert page.count("<script>") == 1
    assert "alert(1)</script>" not in page
    assert "<!--" not in page
    rows, texts = data_of(page)
    assert texts == rows["people"]["names"] == rows["articles"]["url"] == [NASTY]


def test_the_page_is_on_its_own() -> None:
    """No address of anything that would be fetched, and a policy that would not let it."""
    page = "".join(corpus_page([("a.txt", quoted("“Go,” she said.", "“Go,”"))]))
    assert not re.findall(r"(?:src|href)=|url\(|@import", page)
    assert "default-src 'none'" in page
    assert 'name="generator" content="quoteattr"' in page[:2000]  # by which a folder leaves it out


def test_texts_stand_in_blocks() -> None:
    """Which a browser reads one by one."""
    for count, blocks in ((1, 1), (BLOCK, 1), (BLOCK + 1, 2)):
        page = "".join(corpus_page((f"{number}", Article(f"{number}")) for number in range(count)))
        assert page.count('class="texts"') == blocks
        assert data_of(page)[1] == [f"{number}" for number in range(count)]


def test_without_articles_there_is_no_page() -> None:
    """So that a file that was there stays."""
    assert list(corpus_page([])) == []
    assert list(FORMATS["html"]([], True)) == []


def test_several_articles_share_a_page() -> None:
    """And one has its own."""
    named = [("a.txt", quoted("“Go,” she said.", "“Go,”"))]
    assert 'id="rows"' in "".join(FORMATS["html"](named, True))
    assert 'id="rows"' not in "".join(FORMATS["html"](named, False))


def test_one_person_is_counted_once() -> None:
    """Under the fullest name of all articles, and so is an organisation; those without a name by their words."""
    acronym = Organisation("o1", "NHTA")
    whole = Organisation("o1", "National Harbour Tenants Association", ("NHTA",))
    speakers = [
        Speaker("s1", "Theodora Quillfeather", None, SpeakerKind.PERSON, "director", whole),
        Speaker("s1", "Quillfeather", None, SpeakerKind.PERSON, "director", whole),
        Speaker("s1", "Theodora Quillfeather", None, SpeakerKind.PERSON, "director", acronym),
        Speaker("s1", None, "critics", SpeakerKind.PEOPLE),
        Speaker("s1", None, "Critics", SpeakerKind.PEOPLE),
        Speaker("s1", None, "a report", SpeakerKind.DOCUMENT),
    ]
    rows, _ = data_of("".join(corpus_page(("x", quoted("“Go”", "“Go”", speaker=one)) for one in speakers)))
    people = rows["people"]
    assert people["names"] == ["Theodora Quillfeather", "critics", "a report"]
    assert people["named"] == [1, 0, 2]
    assert people["bodies"] == ["National Harbour Tenants Association"]
    assert people["alsoBodies"] == [["NHTA"]]
    assert [people["voices"][voice][0] for voice in rows["quotes"]["voice"]] == [0, 0, 0, 1, 1, 2]


@pytest.mark.parametrize(
    ("name", "kind", "role", "body", "expected"),
    [
        ("Ada Smith", "person", "mayor", None, "official"),
        ("Ada Smith", "person", "president", None, "official"),
        ("Ada Smith", "person", "president", "France", "official"),
        ("Ada Smith", "person", "vice president", "Acme", "person"),
        ("Ada Smith", "person", "spokeswoman", "Ministry of Health", "official"),
        ("Ada Smith", "person", "union official", "Teachers’ Association", "person"),
        ("Ada Smith", "person", "former mayor", "Springdale City Council", "person"),
        ("Ada Smith", "person", "candidate", "Senate", "person"),
        ("Ada Smith", "person", None, "House", "official"),
        ("Ada Smith", "person", "midfielder", "England", "person"),
        ("Ada Smith", "person", None, "England", "person"),
        ("Ada Smith", "person", "spokeswoman", "Russia", "official"),
        ("Ada Smith", "person", None, None, "person"),
        (None, "person", "mayor", None, "unnamed"),
        (None, "people", None, None, "unnamed"),
        ("Acme", "organisation", None, "Acme", "organisation"),
        (None, "document", None, None, "document"),
    ],
)
def test_sorts_of_sources(name: str | None, kind: str, role: str | None, body: str | None, expected: str) -> None:
    """By kind, name, role and organisation."""
    organisation = Organisation("o1", body) if body else None
    speaker = Speaker("s1", name, None if name else "words", SpeakerKind(kind), role, organisation)
    assert source_of(speaker).value == expected


def test_nobody_is_unknown() -> None:
    """A quote without a speaker, and a speaker of whom nothing is told."""
    assert source_of(None) is source_of(Speaker("s1", None, None, SpeakerKind.UNKNOWN)) is Source.UNKNOWN


def test_whom_the_user_knows_is_told() -> None:
    """By the id of the user's own list."""
    speaker = Speaker("s1", "Theodora Quillfeather", None, SpeakerKind.PERSON, known_id="Q1")
    rows, _ = data_of("".join(corpus_page([("x", quoted("“Go”", "“Go”", speaker=speaker))])))
    assert rows["people"]["known"] == ["Q1"]


def test_the_same_words_are_known_again() -> None:
    """In any case and with any marks; short ones of one speaker only; very short ones not at all."""
    lee, smith = (Speaker("s1", name, None, SpeakerKind.PERSON) for name in ("Ben Lee", "Ada Smith"))
    long = "“We have looked into all of this and found nothing at all.”"
    said = [
        (long, lee),
        (long.upper(), smith),
        ("“Work on it goes on.”", lee),
        ("“Work on it goes on,”", smith),
        ("“work on it goes on”", lee),
        ("“No.”", lee),
        ("“No.”", lee),
    ]
    rows, _ = data_of("".join(corpus_page(("x", quoted(text, text, speaker=one)) for text, one in said)))
    assert rows["quotes"]["same"] == [-1, 0, -1, -1, 2, -1, -1]


def test_an_official_is_one_in_every_article() -> None:
    """Also in one that does not tell the role; not where it tells another one."""
    body = Organisation("o1", "Springdale Theatre")
    roles = ("mayor", None, "professor")
    speakers = [Speaker("s1", "Theodora Quillfeather", None, SpeakerKind.PERSON, role, body) for role in roles]
    rows, _ = data_of("".join(corpus_page(("x", quoted("“Go”", "“Go”", speaker=one)) for one in speakers)))
    assert rows["people"]["names"] == ["Theodora Quillfeather"]
    sources = [rows["sources"][voice[3]] for voice in rows["people"]["voices"]]
    assert sources == ["official", "official", "person"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It rained. “Go,” she said. It stopped.", "“Go,”", "“Go,” she said."),
        ("It rained. Mr. Lee said no. It stopped.", "no", "Mr. Lee said no."),
        ("Headline\nShe said no\nIt stopped.", "no", "She said no"),
        ("She said: “No.” It stopped.", "“No.”", "She said: “No.”"),
        ("no", "no", "no"),
    ],
)
def test_a_quote_stands_in_its_sentence(text: str, words: str, expected: str) -> None:
    """Where the article does not tell the sentence."""
    article = quoted(text, words)
    start, end = context_of(text, article.quotes[0])
    assert text[start:end] == expected


def test_sentences_are_those_that_the_article_tells() -> None:
    """All of them, if there are several."""
    text = "It rained. He said no. Why? It stopped."
    context = (Span.of(text, 11, 22), Span.of(text, 23, 27))
    start, end = context_of(text, evolve(quoted(text, "no").quotes[0], context=context))
    assert text[start:end] == "He said no. Why?"


@given(articles(any_text))
def test_a_sentence_holds_its_quote(article: Article) -> None:
    """And is a stretch of the text."""
    for quote in article.quotes:
        if not quote.context:
            start, end = context_of(article.text, quote)
            whole = [span for span in quote.content if len(span)]
            assert 0 <= start <= min((span.start for span in whole), default=start)
            assert max((span.end for span in whole), default=start) <= end <= len(article.text)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T23:10:00+02:00", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03"),
        ("2024-05", "2024-05-01"),
        ("2024", "2024-01-01"),
        ("20240503", "2024-05-03"),
        ("2024-05-03, morning", "2024-05-03"),
        ("last week", None),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read(told: str | None, expected: str | None) -> None:
    """As pages and tables tell them."""
    assert day_of(told) == expected


@given(st.text(max_size=30))
def test_any_words_are_a_day_or_none(told: str) -> None:
    """Without a fault."""
    day = day_of(told)
    assert day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.integers(0, 30))
def test_offsets_count_as_browsers_do(text: str, offset: int) -> None:
    """In units of UTF-16."""
    assert in_units(text)(min(offset, len(text))) == len(text[:offset].encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plant to close\n\nAcme said no.", "Plant to close"),
        ("# Plant to close\n\nAcme said no.", "Plant to close"),
        ("Acme said no.\nIt stays.", None),
        ("Acme said “no”\nIt stays.", None),
        ("All in one line", None),
        ("By Ada Smith\nPlant to close", None),
        ("Published 2024-05-03 in Springdale\nIt closes.", None),
        (f"{'x' * 141}\nMore.", None),
        ("", None),
    ],
)
def test_a_headline_is_a_first_line_that_is_no_sentence(text: str, expected: str | None) -> None:
    """Unless a title is told."""
    assert headline_of(Article(text)) == expected
    assert headline_of(Article(text, title="Told")) == "Told"


def test_generated_articles_are_sound() -> None:
    """Those that the benchmark and the pictures of the documentation show."""
    for name, article in generated(3):
        assert Article.from_dict(article.to_dict()) == article
        assert name.endswith(".txt")
