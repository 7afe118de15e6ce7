"""``python -m benchmarks.corpus_page``: how soon the page of many articles opens in Chromium, and filters."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpus_articles import generated
from benchmarks.measuring import busy, load, memory, peak, reset_peak
from benchmarks.tables import FORMATS, Cell, Column, Table, positive
from quoteattr.view import corpus_page

__all__ = ["main"]

_COLUMNS = (
    Column("what", "milliseconds"),
    Column("core", "of a core", 0),
    Column("longest_core", "at most", 0),
    Column("painted", "until it is painted", 0),
    Column("longest", "longest", 0),
)
_NOTES = (
    "Medians, and the largest figures: of the core that the page's own thread took, and of the clock until something",
    "was painted, which other programs lengthen. A page is opened anew in each round.",
)
_TYPED = """
const [id, value, done] = arguments;
const one = document.getElementById(id);
one.value = value;
const began = performance.now();
one.dispatchEvent(new Event("input", {bubbles: true}));
"""
_CLICKED = """
const [selector, place, done] = arguments;
const all = document.querySelectorAll(selector);
const one = all[place % all.length];
const began = performance.now();
one.click();
"""
_TOLD = """
requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
"""
_PAINTED = """
const done = arguments[0];
const ready = () => Number(document.documentElement.dataset.ready);
new PerformanceObserver((list) => {
  const paint = list.getEntriesByName("first-contentful-paint");
  if (paint.length) setTimeout(() => done(Math.max(ready(), paint[0].startTime)), 0);
}).observe({type: "paint", buffered: true});
"""
"""The milliseconds after which the script was done and the page was painted."""
_DEEDS: dict[str, list[tuple[str, str, object]]] = {
    "words, a letter more each time": [(_TYPED, "words", "the bridge is safe"[:end]) for end in range(1, 19)],
    "part of a speaker's name": [(_TYPED, "speaker", "Rosa"[:end]) for end in range(1, 5)],
    "part of an organisation's name": [(_TYPED, "organisation", "Trust"[:end]) for end in range(1, 6)],
    "confidence": [(_TYPED, "confidence", str(share)) for share in range(30, 100, 10)],
    "days": [(_TYPED, "from", f"2024-{month:02}-01") for month in range(1, 13)],
    "a click on a speaker": [(_CLICKED, "#speakers .bar-row", place) for place in range(10)],
    "a click on an organisation": [(_CLICKED, "#organisations .bar-row", place) for place in range(10)],
    "a click on a kind": [(_CLICKED, "#kinds .share", place) for place in range(3)],
    "more quotes": [(_CLICKED, "#more", 0)] * 5,
    "an article": [(_CLICKED, "#quotes .open", place) for place in range(10)],
}
"""What is done to the page, by what is measured."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        0, or 1 where there is no browser. (Wrong usage ends with status 2.)
    """
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.corpus_page",
        description="Measure how soon the page of many generated articles opens in headless Chromium, and filters.",
    )
    add = parser.add_argument
    add("--articles", type=positive, default=2_000, metavar="N", help="how many (default: 2000)")
    add("--rounds", type=positive, default=5, metavar="N", help="how often the page is opened (default: 5)")
    add("--pause", type=float, default=2.0, metavar="S", help="seconds that a reader looks first (default: 2)")
    add("--keep", metavar="FILE", help="write the page there, and leave it")
    add("--format", choices=list(FORMATS), default="text", help="of the output (default: text)")
    options = parser.parse_args(arguments)
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        print(f"{parser.prog}: no browser: install chromium and chromium-driver", file=sys.stderr)
        return 1
    warning = busy(load(), os.cpu_count() or 1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(options.keep or Path(folder, "report.html")).absolute()
        setting = _write(file, options.articles)
        rows = _measured(file, browser, driver, options.rounds, options.pause)
    table = Table("corpus_page", "the page in headless Chromium", _COLUMNS, rows, _NOTES + (warning,) * bool(warning))
    print(FORMATS[options.format](setting, [table]), end="")
    return 0


def _write(file: Path, count: int) -> dict[str, Cell]:
    """Write the page; what it holds, and what that cost besides making the articles."""
    quotes = characters = 0
    spent = 0.0
    reset_peak()
    before = memory()
    with file.open("w", encoding="utf-8") as stream:

        def counted() -> Any:
            nonlocal quotes, characters, spent
            for name, article in generated(count):
                quotes += len(article.quotes)
                characters += len(article.text)
                begin = time.perf_counter()
                yield name, article
                spent += time.perf_counter() - begin

        stream.writelines(corpus_page(counted()))
    return {
        "articles": count,
        "characters": characters,
        "quotes": quotes,
        "bytes of the page": file.stat().st_size,
        "seconds to write it": round(spent, 2),
        "megabytes of memory for that": round((peak() - before) / 1e6),
    }


def _measured(file: Path, browser: str, driver: str, rounds: int, pause: float) -> list[dict[str, Cell]]:
    selenium = import_module("selenium.webdriver")
    options = selenium.ChromeOptions()
    options.binary_location = browser
    for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,900"):
        options.add_argument(word)
    page = selenium.Chrome(options, selenium.ChromeService(driver))
    try:
        page.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        rows = [_row("opening", [_opened(page, file) for _ in range(rounds)])]
        for what, deeds in _DEEDS.items():
            page.get(file.as_uri())
            page.execute_async_script("setTimeout(arguments[1], 1000 * arguments[0])", pause)  # a reader looks first
            rows.append(_row(what, [_done(page, code + _TOLD, *told) for code, *told in deeds]))
        return rows
    finally:
        page.quit()


def _opened(page: Any, file: Path) -> tuple[float, float]:
    page.get("about:blank")
    page.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    begin = _core(page)
    page.get(file.as_uri())
    painted = float(page.execute_async_script(_PAINTED))
    return _core(page) - begin, painted


def _done(page: Any, code: str, *told: object) -> tuple[float, float]:
    begin = _core(page)
    painted = float(page.execute_async_script(code, *told))
    return _core(page) - begin, painted


def _core(page: Any) -> float:
    """Milliseconds of a core that the thread of the page has taken so far: script, style, layout and paint."""
    told = page.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(1000 * float(one["value"]) for one in told if one["name"] == "TaskDuration")


def _row(what: str, times: Sequence[tuple[float, float]]) -> dict[str, Cell]:
    core, painted = (list(column) for column in zip(*times, strict=True))
    return {
        "what": what,
        "core": median(core),
        "longest_core": max(core),
        "painted": median(painted),
        "longest": max(painted),
    }


if __name__ == "__main__":
    sys.exit(main())
