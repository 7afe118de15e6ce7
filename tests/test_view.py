"""The page of an article, as text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from strategies import any_text, articles

import quoteattr
from quoteattr import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.explanation import reason_of
from quoteattr.formats import FORMATS
from quoteattr.view.segments import segments

NASTY = '“<script>alert(1)</script> & "x" \' --></main>{{ 7*7 }}”'


def quoted(text: str, **changes: object) -> Article:
    values = {"kind": QuoteKind.DIRECT, "rule": "r", "speaker": None} | changes
    whole = Span.of(text, 0, len(text))
    quote = Quote(
        id="q1",
        attitude=Attitude.ASSERTION,
        negated=False,
        content=(whole,),
        cue=(),
        source=(),
        confidence=0.5,
        **values,  # type: ignore[arg-type]
    )
    return Article(text, (quote,))


class Reader(HTMLParser):
    """The elements and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.inside: list[str] = []
        self.main = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "main" in self.inside:
            self.main += data


@given(articles(any_text))
def test_segments_make_up_the_text(article: Article) -> None:
    """And each knows what it is a part of."""
    position = 0
    for one in segments(article):
        start, position = position, position + len(one.text)
        inside = [
            quote.id
            for quote in article.quotes
            for span in quote.content
            if span.text and span.start < position and start < span.end
        ]
        assert sorted(one.ids.get("content", ())) == sorted(inside)
    assert "".join(one.text for one in segments(article)) == article.text


@given(articles(any_text))
def test_the_text_of_the_page_is_that_of_the_article(article: Article) -> None:
    """But for characters that HTML cannot hold, and there is one script, ours."""
    reader = Reader(quoteattr.render(article))
    shown = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", article.text)
    assert reader.main.strip() == shown.strip() or unescape(reader.main).split() == shown.split()
    assert reader.elements.count("script") == 1


def test_everything_is_escaped() -> None:
    """Text, title, names and rule ids."""
    page = quoteattr.render(quoted(NASTY, rule=NASTY), title=NASTY)
    assert page.count("<script>") == 1
    assert page.count("</main>") == 1
    assert "{{ 7*7 }}" in page
    assert Reader(page).main == NASTY


def test_what_turns_the_direction_stays_within_its_element() -> None:
    """In the text and in names: an override without an end must not turn what follows."""
    text = "Plain \u202e text. “Quoted \u202e words.” The \u2067 end."
    start, end = text.index("“"), text.index("”") + 1
    speaker = Speaker("s1", "Ada \u202e Smith", None, SpeakerKind.PERSON)
    (quote,) = quoted(text).quotes
    article = Article(text, (evolve(quote, content=(Span.of(text, start, end),), speaker=speaker),), (speaker,))
    page = quoteattr.render(article)
    assert "<bdi>Plain \u202e text. </bdi>" in page
    assert "<bdi> The \u2067 end.</bdi>" in page
    assert "<bdi>Plain text.\n" not in quoteattr.render(Article("Plain text.\n\nMore."))
    rule = re.search(r"([^{}]+)\{ unicode-bidi: isolate; \}", page)
    assert rule is not None
    assert {"a", "button", "mark", "span", ".part::after"} <= {one.strip() for one in rule[1].split(",")}


def test_the_page_says_why() -> None:
    """In the words of ``--explain``, in the particulars of each quote."""
    speaker = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, None, Organisation("o1", "Acme"), (), "of-behind")
    quote = evolve(quoted("“Go”").quotes[0], rule="clause", speaker=speaker, speaker_rules=("pronoun-she",))
    page = quoteattr.render(Article("“Go”", (quote,), (speaker,), (speaker.organisation,)))  # type: ignore[arg-type]
    for line in (
        "rule clause: a verb with an object clause behind it",
        f"speaker rule pronoun-she: {reason_of('pronoun-she')}",
        "organisation rule of-behind",
        "stands for Acme",
    ):
        assert f"<span>{line}</span>" in page


def test_the_page_is_on_its_own() -> None:
    """No address of anything that would be fetched, and a policy that would not let it."""
    page = quoteattr.render(quoted("“Go”"))
    assert not re.findall(r"(?:src|href)=|url\(|@import|https?:", page)
    assert "default-src 'none'" in page


def test_the_title_is_the_first_line() -> None:
    """Shortened; or what is asked for."""
    assert "<title>Headline</title>" in quoteattr.render(Article("\n Headline \nText"))
    assert f"<title>{'x' * 79}…</title>" in quoteattr.render(Article("x" * 200))
    assert "<title>Mine</title>" in quoteattr.render(Article("Text"), title="Mine")


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    """Which keeps its script away from the notebook."""
    shown = quoted(NASTY)._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts"' in shown
    assert shown.count("<") == 2


def test_the_command_line_has_the_format() -> None:
    """A page an article."""
    assert next(FORMATS["html"]([("a.txt", Article("x"))], False)).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("ending", ["css", "js", "jinja"])
def test_assets_are_shipped(ending: str) -> None:
    """With Unix line ends, since the policy knows them by their hashes."""
    data = Path(quoteattr.__file__).parent / "view" / "data"
    found = list(data.rglob(f"*.{ending}"))
    assert len(found) > 1
    assert not [file for file in found if b"\r" in file.read_bytes()]
