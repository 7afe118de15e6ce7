"""The page of many articles in a real browser: headless Chromium, if there is one."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from browsers import ENTER, ESCAPE, TAB, as_before, needs_browser, one, press, screen, texts

from benchmarks.corpus_page import main as measure
from quoteattr import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.view import corpus_page

pytestmark = [pytest.mark.slow, needs_browser]

ACME = Organisation("o1", "Acme")
SMITH = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, "head", ACME)
MAYOR = Speaker("s2", "Ben Lee", None, SpeakerKind.PERSON, "mayor", Organisation("o2", "Springdale"))
CRITICS = Speaker("s3", None, "critics", SpeakerKind.PEOPLE)
LINES = (
    ("“We <b>hire</b> 😀,” said Ada Smith.", "“We <b>hire</b> 😀,”", "said", "Ada Smith", SMITH, "direct", 0.9),
    ("Ben Lee said that taxes fall.", "that taxes fall", "said", "Ben Lee", MAYOR, "indirect", 0.6),
    ("Critics said “=1+1” was wrong.", "“=1+1” was wrong", "said", "Critics", CRITICS, "mixed", 0.4),
    ("She warned that Acme would go.", "that Acme would go", "warned", "She", SMITH, "indirect", 0.7),
)


def article_of(title: str, date: str | None, *lines: int) -> Article:
    text, quotes = f"{title}\n\nIt rained. ", []
    for line in lines:
        sentence, content, cue, source, speaker, kind, share = LINES[line]
        spans = []
        for words in (content, cue, source):
            start = len(text) + sentence.index(words)
            spans.append((Span(start, start + len(words), words),))
        text += f"{sentence} "
        quotes.append(
            Quote(f"q{len(quotes) + 1}", QuoteKind(kind), Attitude.ASSERTION, False, *spans, speaker, "clause", share)
        )
    speakers = tuple({quote.speaker.id: quote.speaker for quote in quotes if quote.speaker}.values())
    bodies = tuple({one.organisation.id: one.organisation for one in speakers if one.organisation}.values())
    return Article(text, tuple(quotes), speakers, bodies, title, date)


NAMED = (
    ("a.txt", article_of("Plant to stay", "2024-01-05", 0, 1)),
    ("b.txt", evolve(article_of("Taxes \u202efall", "2024-03-09", 1, 2), url="https://news.example/b")),
    ("c.txt", article_of("Acme may go", None, 3, 0)),
)


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The page, opened from a file; no test may leave a line in the console."""
    file = tmp_path / "report.html"
    file.write_text("".join(corpus_page(NAMED)), encoding="utf-8")
    browser.get(file.as_uri())
    yield browser
    as_before(browser)
    assert browser.get_log("browser") == []


def shown(page: Any) -> list[str]:
    """The quotes that are listed, by speaker."""
    return texts(page, "#quotes .by .name")


def fill(page: Any, field: str, value: str) -> None:
    script = (
        "const one = document.getElementById(arguments[0]); one.value = arguments[1];"
        "one.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    page.execute_script(script, field, value)


def click(page: Any, selector: str) -> None:
    page.execute_script("document.querySelector(arguments[0]).click()", selector)


def test_everybody_is_counted(page: Any) -> None:
    """Speakers, organisations, articles, kinds and sorts of sources; nothing was fetched."""
    assert texts(page, "#speakers .name") == ["Ada Smith", "Ben Lee", "critics"]
    assert texts(page, "#speakers .count") == ["3", "2", "1"]
    assert texts(page, "#organisations .count") == ["3", "2"]
    assert texts(page, "#sources .label") == ["officials", "other people with a name", "unnamed people"]
    assert texts(page, "#sources .value") == ["33 %", "50 %", "17 %"]
    assert texts(page, "#kinds .count") == ["2", "1", "3"]
    assert len(texts(page, "#quotes .quote")) == 6
    assert page.title == "Who speaks in 3 articles"
    assert "6 quotes by 2 speakers" in one(page, "#standfirst").text
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_a_bar_leads_to_the_speaker_the_quote_and_the_article(page: Any) -> None:
    """And the way back of the browser leads back."""
    click(page, "#speakers .bar-row")
    assert one(page, "#profile h2").text == "Ada Smith"
    assert "head" in one(page, "#profile").text
    assert shown(page) == ["Ada Smith"] * 3
    assert texts(page, "#quotes .words") == [
        "“We <b>hire</b> 😀,” said Ada Smith.",
        "She warned that Acme would go.",
        "“We <b>hire</b> 😀,” said Ada Smith.",
    ]
    click(page, "#quotes .quote:nth-child(2) .open")
    assert one(page, "#reader-title").text == "Acme may go"
    assert texts(page, "#reader-text") == [NAMED[2][1].text]
    assert texts(page, "#reader .chosen.content") == ["that Acme would go"]
    assert one(page, "#reader-who").text.startswith("Ada Smith, head, Acme · indirect")
    one(page, "#behind").click()
    assert texts(page, "#reader .chosen.content") == ["“We <b>hire</b> 😀,”"]
    assert not one(page, "#behind").is_enabled()
    press(page, ESCAPE)
    assert not one(page, "#reader").is_displayed()
    page.back()
    assert not one(page, "#profile").is_displayed()
    assert len(shown(page)) == 6


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("words", "TAXES", ["Ben Lee", "Ben Lee"]),
        ("words", "go acme", ["Ada Smith"]),
        ("words", '"acme would"', ["Ada Smith"]),
        ("words", '"would acme"', []),
        ("speaker", "lee", ["Ben Lee", "Ben Lee"]),
        ("organisation", "acm", ["Ada Smith"] * 3),
        ("confidence", "70", ["Ada Smith"] * 3),
        ("from", "2024-02-01", ["Ben Lee", "critics"]),
        ("to", "2024-02-01", ["Ada Smith", "Ben Lee"]),
    ],
)
def test_quotes_can_be_filtered(page: Any, field: str, value: str, expected: list[str]) -> None:
    """By each of the fields; the filter is told, and taken away again."""
    fill(page, field, value)
    assert shown(page) == expected
    assert one(page, "#status").text == f"{len(expected)} of 6 quotes"
    click(page, ".chip")
    assert len(shown(page)) == 6


def test_a_choice_can_be_changed(page: Any) -> None:
    """The bars of a kind count what the other filters let through."""
    click(page, "#kinds li:nth-child(3) .share")
    assert shown(page) == ["Ben Lee", "Ben Lee", "Ada Smith"]
    assert texts(page, "#kinds .count") == ["2", "1", "3"]
    assert texts(page, "#speakers .name") == ["Ben Lee", "Ada Smith"]
    click(page, "#sources li:nth-child(1) .share")
    assert shown(page) == ["Ben Lee", "Ben Lee"]
    assert texts(page, "#kinds .count") == ["2"]


def test_time_is_shown_where_it_is_told(page: Any) -> None:
    """A click on a column chooses its days; what has no date is named."""
    assert one(page, "#undated").text.startswith("1 article without a date")
    assert len(page.find_elements("css selector", ".column")) == 10
    click(page, ".column:last-child")
    assert shown(page) == ["Ben Lee", "critics"]


def test_time_can_be_shown_in_shares(page: Any) -> None:
    """Each column is whole then, and tells its parts."""
    heights = "return [...document.querySelectorAll('.upright')].map(one => one.style.height)"
    assert page.execute_script(heights)[0] == page.execute_script(heights)[-1] == "100%"
    fill(page, "speaker", "lee")
    fill(page, "words", "")
    click(page, "#shares")
    assert page.execute_script(heights)[0] == "100%"
    told = page.execute_script("return document.querySelector('.column').getAttribute('aria-label')")
    assert told.endswith(": 1 quote, officials 100 %")


def test_rankings_can_be_sorted(page: Any) -> None:
    """By name, too; the focus stays."""
    fill(page, "words", "")
    click(page, "#articles .sort")
    assert texts(page, "#articles .name") == ["Acme may go", "Plant to stay", "Taxes \u202efall"]
    assert page.execute_script("return document.activeElement.className") == "sort"


def test_quotes_can_be_ordered(page: Any) -> None:
    """By day, those without one last, and by confidence."""
    fill(page, "order", "new")
    assert shown(page)[:2] == ["Ben Lee", "critics"]
    fill(page, "order", "old")
    assert shown(page) == ["Ada Smith", "Ben Lee", "Ben Lee", "critics", "Ada Smith", "Ada Smith"]
    fill(page, "order", "sure")
    assert shown(page)[-1] == "critics"


def test_a_table_holds_what_is_filtered(page: Any) -> None:
    """All of its cells in marks, none a formula; offsets count characters."""
    page.execute_script("URL.createObjectURL = (blob) => { window.saved = blob; return '#'; }")
    fill(page, "confidence", "40")
    fill(page, "speaker", "")
    click(page, "#export")
    data = page.execute_async_script("window.saved.text().then(arguments[0])")
    rows = list(csv.DictReader(io.StringIO(data.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 6
    assert data.count('"') % 2 == 0 and all(line.startswith('"') for line in data.removeprefix("\ufeff").splitlines())
    first, last = rows[0], rows[-1]
    assert (first["speaker"], first["organisation"], first["source_type"]) == ("Ada Smith", "Acme", "person")
    assert (first["source"], first["cue"], first["context"]) == (
        "Ada Smith",
        "said",
        f"{first['text']} said Ada Smith.",
    )
    text = NAMED[2][1].text
    assert text[int(last["start"]) : int(last["end"])] == last["text"] == "“We <b>hire</b> 😀,”"
    assert rows[3]["text"] == "“=1+1” was wrong"
    assert page.execute_script("return document.querySelectorAll('b').length") == 0


def test_a_formula_is_made_harmless(browser: Any, tmp_path: Path) -> None:
    """Where a name or a text begins like one."""
    speaker = Speaker("s1", "=cmd()", None, SpeakerKind.PERSON)
    quote = evolve(NAMED[0][1].quotes[0], speaker=speaker, rule="a;=b")
    article = evolve(NAMED[0][1], quotes=(quote,), speakers=(speaker,), organisations=())
    (tmp_path / "report.html").write_text("".join(corpus_page([("@a", article)])), encoding="utf-8")
    browser.get((tmp_path / "report.html").as_uri())
    browser.execute_script("URL.createObjectURL = (blob) => { window.saved = blob; return '#'; }")
    click(browser, "#export")
    data = browser.execute_async_script("window.saved.text().then(arguments[0])")
    assert '"\'=cmd()"' in data
    assert '"\'@a"' in data
    assert '"a;\'=b"' in data


def test_a_quote_is_copied_with_its_source(page: Any) -> None:
    """Who said it, for whom, where and when."""
    page.execute_script("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    click(page, "#quotes .quote:nth-child(3) .copy")
    copied = page.execute_script("return window.copied")
    assert (
        copied == "that taxes fall — Ben Lee, mayor, Springdale. Taxes \u202efall, 9 March 2024, https://news.example/b"
    )


def test_the_clipboard_has_it(page: Any) -> None:
    """After a click of the reader's own, which says so; as the browser itself lets a page do that."""
    page.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite"]})
    copying = one(page, "#quotes .copy")
    copying.click()
    page.execute_async_script("setTimeout(arguments[0], 100)")
    assert copying.text == "Copied"
    told = page.execute_async_script("navigator.clipboard.readText().then(arguments[0], arguments[0])")
    assert told == "“We <b>hire</b> 😀,” — Ada Smith, head, Acme. Plant to stay, 5 January 2024, a.txt"


def test_words_that_turn_the_line_turn_no_others(page: Any) -> None:
    """A title with such a character is isolated."""
    where = "[...document.querySelectorAll('.open bdi')].map(one => getComputedStyle(one).unicodeBidi)"
    assert set(page.execute_script(f"return {where}")) == {"isolate"}


def test_the_page_is_used_by_keyboard(page: Any) -> None:
    """A slash leads to the words, Tab and Enter to a quote in its article and back."""
    press(page, "/")
    assert page.execute_script("return document.activeElement.id") == "words"
    page.execute_script("document.querySelector('#quotes .name').focus()")
    press(page, TAB, TAB, TAB, ENTER)
    assert one(page, "#reader").is_displayed()
    press(page, ESCAPE)
    assert page.execute_script("return document.activeElement.className") == "open"


@pytest.mark.parametrize(
    ("selector", "focus"),
    [
        ("#speakers li:nth-child(2) .bar-row", "Ben Lee"),
        ("#kinds li:nth-child(2) .share", "mixed"),
        (".column", ""),
        ("#quotes .name", "Ada Smith"),
    ],
)
def test_the_focus_stays(page: Any, selector: str, focus: str) -> None:
    """Though everything is drawn anew: on the same bar, or on what has opened."""
    page.execute_script("document.querySelector(arguments[0]).focus()", selector)
    press(page, ENTER)
    assert one(page, ".chip").is_displayed()
    assert focus in page.execute_script("return document.activeElement.textContent")
    assert page.execute_script("return document.activeElement !== document.body")
    page.execute_script("document.querySelector('.chip').focus()")
    press(page, ENTER)
    assert page.execute_script("return document.activeElement.id") == "status"


def test_repeated_quotations_can_be_counted_once(browser: Any, tmp_path: Path) -> None:
    """Each leads to all articles that have it; without any there is no such filter."""
    text = "“We have looked into all of this and found nothing at all,” said Ada Smith."
    quote = evolve(NAMED[0][1].quotes[0], content=(Span.of(text, 0, text.index(" said")),), cue=(), source=())
    article = Article(text, (quote,), (SMITH,), (ACME,))
    (tmp_path / "report.html").write_text(
        "".join(corpus_page([("d", article), ("e", article), *NAMED])), encoding="utf-8"
    )
    browser.get((tmp_path / "report.html").as_uri())
    assert len(shown(browser)) == 8
    click(browser, "#quotes .where .open:last-child")
    assert shown(browser) == ["Ada Smith", "Ada Smith"]
    assert texts(browser, ".chip") == ["repeated in 2 articles ×"]
    click(browser, ".chip")
    one(browser, "#once").click()
    assert len(shown(browser)) == 7
    assert texts(browser, "#speakers .count")[0] == "4"
    (tmp_path / "report.html").write_text("".join(corpus_page(NAMED)), encoding="utf-8")
    browser.get("about:blank")
    browser.get((tmp_path / "report.html").as_uri())
    assert not one(browser, "#once").is_displayed()


def test_words_that_are_looked_for_are_marked(page: Any) -> None:
    """In what was said, whatever signs they have."""
    fill(page, "words", "TAXES")
    assert texts(page, ".hit") == ["taxes", "taxes"]
    fill(page, "words", "=1+1")
    assert texts(page, ".hit") == ["=1+1"]


def test_what_has_no_end_is_broken(browser: Any, tmp_path: Path) -> None:
    """Names, titles and addresses of any length, on a small screen; beside articles without quotes or words."""
    long = "x" * 500
    speaker = Speaker("s1", long, None, SpeakerKind.PERSON, long, Organisation("o1", long))
    quote = evolve(NAMED[0][1].quotes[0], speaker=speaker)
    article = evolve(NAMED[0][1], quotes=(quote,), title=long, url=f"https://{long}", date=long)
    (tmp_path / "report.html").write_text(
        "".join(corpus_page([(long, article), ("b", Article("No quotes.")), ("c", Article(""))])), encoding="utf-8"
    )
    screen(browser, 400, 800)
    browser.get((tmp_path / "report.html").as_uri())
    click(browser, "#speakers .bar-row")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
    click(browser, "#quotes .open")
    assert browser.execute_script("return document.querySelector('#reader').scrollWidth") <= 400
    as_before(browser)


def test_articles_without_quotes_have_a_page(browser: Any, tmp_path: Path) -> None:
    """Which says so."""
    (tmp_path / "report.html").write_text("".join(corpus_page([("b", Article("No quotes."))])), encoding="utf-8")
    browser.get((tmp_path / "report.html").as_uri())
    assert one(browser, "#status").text == "0 of 0 quotes"
    assert not one(browser, "#export").is_enabled()
    assert not one(browser, "#time").is_displayed()
    assert browser.get_log("browser") == []


def test_what_is_asked_for_stands_in_the_address(page: Any) -> None:
    """So that it can be kept, and nonsense there does no harm."""
    fill(page, "words", "taxes")
    page.refresh()
    assert shown(page) == ["Ben Lee", "Ben Lee"]
    page.execute_script("location.hash = '#person=99&kind=x&words='")
    assert len(shown(page)) == 6


@pytest.mark.parametrize("width", [320, 400])
def test_a_small_screen_is_never_wider_than_it_is(page: Any, width: int) -> None:
    """Neither the page nor an article."""
    screen(page, width, 700)
    page.refresh()
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    click(page, "#quotes .open")
    assert page.execute_script("return document.getElementById('reader').getBoundingClientRect().width") <= width


def test_the_page_has_a_dark_side(page: Any) -> None:
    """If the reader's system has."""
    color = "return getComputedStyle(document.body).backgroundColor"
    light = page.execute_script(color)
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    assert page.execute_script(color) != light


def test_the_page_can_be_printed(page: Any) -> None:
    """Without what can only be clicked."""
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not one(page, "#filters").is_displayed()
    assert not one(page, ".copy").is_displayed()
    assert base64.b64decode(page.execute_cdp_cmd("Page.printToPDF", {})["data"]).startswith(b"%PDF")


def test_whom_it_was_said_to_is_told(browser: Any, tmp_path: Path) -> None:
    """And within which quote, below the article."""
    text = "Ada Smith told the BBC that Ben Lee said no."
    outer, inner = (
        evolve(
            NAMED[0][1].quotes[0],
            id=f"q{number}",
            content=(Span.of(text, text.index(words), len(text) - 1),),
            cue=(),
            source=(),
            addressee=(Span.of(text, 15, 22),) if number == 1 else (),
            within=None if number == 1 else "q1",
        )
        for number, words in ((1, "that Ben"), (2, "no"))
    )
    article = Article(text, (outer, inner), (SMITH,), (ACME,))
    (tmp_path / "report.html").write_text("".join(corpus_page([("a.txt", article)])), encoding="utf-8")
    browser.get((tmp_path / "report.html").as_uri())
    click(browser, "#quotes .open")
    assert one(browser, "#reader-who").text.endswith("· to the BBC")
    one(browser, "#behind").click()
    assert one(browser, "#reader-who").text.endswith("· within quote 1")
    assert texts(browser, "#reader .chosen.content") == ["no"]


def test_the_page_is_measured(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """By a command, on generated articles."""
    words = ["--articles", "3", "--rounds", "1", "--pause", "0", "--format", "json", "--keep", str(tmp_path / "r.html")]
    assert measure(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["setting"]["articles"] == 3
    assert {"opening", "days", "an article"} <= {row["what"] for row in told["sections"]["corpus_page"]["rows"]}
