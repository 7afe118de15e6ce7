"""The page of an article in a real browser: headless Chromium, if there is one."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import as_before, needs_browser, one, press, texts

import quoteattr
from quoteattr import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind

pytestmark = [pytest.mark.slow, needs_browser]

TEXT = (
    "Ada Smith of Acme said: “We <script>document.title = 'bad'</script> are hiring.”\n\nShe added that sales “rose”."
    " A rival doubted it."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


ACME = Organisation("o1", "Acme", (), (at("Acme"),))
SMITH = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, "head", ACME, (at("Ada Smith"), at("She")))
RIVAL = Speaker("s2", None, "rival", SpeakerKind.ORGANISATION, None, None, (at("A rival"),))
SAYS = Attitude.ASSERTION
ARTICLE = Article(
    TEXT,
    (
        Quote(
            "q1",
            QuoteKind.DIRECT,
            SAYS,
            False,
            (Span.of(TEXT, TEXT.index("“We"), TEXT.index("\n")),),
            (at("said"),),
            (at("Ada Smith of Acme"),),
            SMITH,
            "r1",
            0.9,
        ),
        Quote(
            "q2",
            QuoteKind.MIXED,
            SAYS,
            False,
            (at("that sales “rose”"),),
            (at("added"),),
            (at("She"),),
            SMITH,
            "r2",
            0.6,
        ),
        Quote(
            "q3", QuoteKind.INDIRECT, SAYS, False, (at("it."),), (at("doubted"),), (at("A rival"),), RIVAL, "r3", 0.3
        ),
    ),
    (SMITH, RIVAL),
    (ACME,),
)


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The page, opened from a file; no test may leave a line in the console."""
    file = tmp_path / "page.html"
    file.write_text(quoteattr.render(ARTICLE, title="Hiring"), encoding="utf-8")
    browser.get(file.as_uri())
    yield browser
    as_before(browser)
    assert browser.get_log("browser") == []


def test_the_article_is_shown_as_it_is(page: Any) -> None:
    """A script in it is text, and nothing was fetched."""
    assert texts(page, "main") == [TEXT]
    assert page.title == "Hiring"
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_kinds_can_be_filtered(page: Any) -> None:
    """Quotes lose their marks, and counts follow."""
    assert texts(page, "#shown") == ["3"]
    one(page, "input[value=indirect]").click()
    assert texts(page, "#shown") == ["2"]
    assert texts(page, ".part.off") == ["A rival", "doubted", "it."]
    assert texts(page, "[data-count]") == ["2", "0"]
    one(page, "input[value=indirect]").click()
    assert texts(page, ".part.off") == []


def test_confidence_can_be_filtered_from_the_keyboard(page: Any) -> None:
    """With the arrow keys."""
    page.execute_script("document.getElementById('confidence').focus()")
    press(page, *["\ue014"] * 13)
    assert texts(page, "#floor") == ["0.65"]
    assert texts(page, "#shown") == ["1"]


def test_a_click_on_a_quote_shows_what_is_known(page: Any) -> None:
    """Content, cue and source are marked, the speaker, too; Escape lets go."""
    one(page, ".part.content.mixed").click()
    assert texts(page, ".part.lit") == ["that sales “rose”"]
    assert {"added", "She", "Ada Smith"} <= set(texts(page, ".part.named"))
    assert "r2" in one(page, ".chosen").text
    assert "Ada Smith (Acme)" in one(page, ".chosen").text
    assert texts(page, "aside [aria-pressed=true] .name") == ["Ada Smith"]
    press(page, "\ue00c")
    assert texts(page, ".part.lit") == []


def test_a_click_on_a_mention_shows_all_of_that_speaker(page: Any) -> None:
    """Here the source of a quote that is filtered away, so that it is a mention and no more."""
    one(page, "input[value=indirect]").click()
    page.find_elements("css selector", ".part.speaker")[-1].click()
    assert texts(page, "aside [aria-pressed=true] .name") == ["rival"]
    assert texts(page, ".part.named") == ["A rival"]


def test_a_speaker_shows_its_quotes_and_mentions(page: Any) -> None:
    """Chosen by the keyboard."""
    page.execute_script("document.querySelector('button.speaker').focus()")
    press(page, "\ue007")
    assert len(texts(page, ".ref[aria-pressed=true]")) == 2
    assert {"Ada Smith", "She"} <= set(texts(page, ".part.named"))
    press(page, "\ue007")
    assert texts(page, ".part.named") == []


def test_a_chosen_speaker_lists_its_quotes(page: Any) -> None:
    """Below its name; a click on one leads there, and what is filtered away is not listed."""
    assert not any(go.is_displayed() for go in page.find_elements("css selector", ".go"))
    one(page, "button.speaker").click()
    listed = [go for go in page.find_elements("css selector", ".go") if go.is_displayed()]
    assert [" ".join(go.text.split()) for go in listed] == [
        "1 “We <script>document.title = 'bad'</script> are hiring.”",
        "2 that sales “rose”",
    ]
    listed[1].click()
    assert texts(page, ".part.lit") == ["that sales “rose”"]
    assert "r2" in one(page, ".chosen").text
    one(page, "input[value=mixed]").click()
    assert [go.is_displayed() for go in listed] == [True, False]


def test_the_mouse_in_passing_does_not_move_the_page(page: Any) -> None:
    """Over a speaker or a quote: marks come and go, and nothing else changes its place."""
    from selenium.webdriver.common.action_chains import ActionChains

    where = "return [...document.querySelectorAll('aside button, .part')].map(one => one.getBoundingClientRect().top)"
    before = page.execute_script(where)
    for selector in ("button.speaker", ".part.content.direct"):
        ActionChains(page).move_to_element(one(page, selector)).perform()
        assert len(texts(page, ".part.lit")) > 0
        assert page.execute_script(where) == before


def test_what_is_known_stays_in_sight_on_a_small_screen(page: Any) -> None:
    """At its lower edge, with something to close it; the page is never wider than the screen."""
    size = {"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        one(page, ".part.content.mixed").click()
        assert page.execute_script("return document.querySelector('.chosen').getBoundingClientRect().bottom") == 640
        assert page.execute_script("return document.documentElement.scrollWidth") <= 360
        one(page, ".close").click()
        assert texts(page, ".part.lit") == []
        assert not one(page, ".close").is_displayed()
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_an_organisation_shows_its_quotes(page: Any) -> None:
    """Those of the speakers that stand for it."""
    one(page, "button.organisation").click()
    assert len(texts(page, ".ref[aria-pressed=true]")) == 2
    assert "Acme" in texts(page, ".part.named")


def test_every_quote_is_reached_with_the_tab_key(page: Any) -> None:
    """In text order, after the filters, and told in words."""
    script = "return document.activeElement.getAttribute('aria-label')"
    seen = []
    for _ in range(8):
        press(page, "\ue004")
        seen.append(page.execute_script(script))
    assert [label for label in seen if label] == [
        "Quote 1, direct: Ada Smith (Acme)",
        "Quote 2, mixed: Ada Smith (Acme)",
        "Quote 3, indirect: rival",
    ]


def test_the_page_has_a_dark_side(page: Any) -> None:
    """If the reader's system has."""
    color = "return getComputedStyle(document.body).backgroundColor"
    light = page.execute_script(color)
    for value in ("dark", "light"):
        page.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": value}]}
        )
        assert (page.execute_script(color) == light) is (value == "light")


def test_the_page_can_be_printed(page: Any) -> None:
    """With the speaker behind each quote, all particulars, and no filters."""
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not one(page, ".filters").is_displayed()
        assert all(about.is_displayed() for about in page.find_elements("css selector", ".about"))
        behind = "return getComputedStyle(document.querySelector('.part.direct'), '::after').content"
        assert "data-who" in page.execute_script(behind) or "Ada Smith" in page.execute_script(behind)
        printed = base64.b64decode(page.execute_cdp_cmd("Page.printToPDF", {})["data"])
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert printed.startswith(b"%PDF")


def test_a_notebook_frame_works(browser: Any, tmp_path: Path) -> None:
    """The page within another one, in a sandbox."""
    file = tmp_path / "notebook.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{ARTICLE._repr_html_()}", encoding="utf-8")
    browser.get(file.as_uri())
    browser.switch_to.frame(0)
    one(browser, ".ref").click()
    assert len(texts(browser, ".ref[aria-pressed=true]")) == 1
    assert texts(browser, "main") == [TEXT]


def test_organisations_are_counted(page: Any) -> None:
    """By the quotes of their speakers that are shown."""
    assert texts(page, ".organisation .count") == ["2"]
    one(page, "input[value=mixed]").click()
    assert texts(page, ".organisation .count") == ["1"]


def test_one_speaker_alone_can_be_shown(page: Any) -> None:
    """The marks of all others go, and come back."""
    one(page, "button.speaker").click()
    one(page, ".only").click()
    assert texts(page, "#shown") == ["2"]
    assert texts(page, ".part.off") == ["A rival", "doubted", "it."]
    assert one(page, ".alone").text.startswith("only Ada Smith")
    one(page, ".everybody").click()
    assert texts(page, "#shown") == ["3"]
    assert not one(page, ".alone").is_displayed()


def test_a_quote_is_copied_with_its_source(page: Any) -> None:
    """Its words, who said them, and where."""
    page.execute_script("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    assert not one(page, ".copy").is_displayed()
    one(page, ".part.content.mixed").click()
    one(page, ".copy").click()
    assert page.execute_script("return window.copied") == "that sales “rose” — Ada Smith, head, Acme. Hiring"
