"""Texts that nobody would write: all have a sound answer, and the work grows with them, not with their square."""

from __future__ import annotations

import ast
import json
import sys
from types import FrameType
from typing import Any

import pytest

from benchmarks import hostile as command
from benchmarks import soundness
from benchmarks.hostile_texts import CASES, PLAIN, case_of, named
from benchmarks.soak import Sample, endless, fill, verdict
from benchmarks.soak import main as soak
from benchmarks.soundness import faults, measure, measured
from quoteattr import Extractor, Span
from quoteattr.coreference.gazetteer import _KEPT
from quoteattr.engine.embeddings import CAPACITY as ROWS
from quoteattr.engine.tokenizer import CAPACITY
from quoteattr.records import Article, Attitude, Quote, QuoteKind

SMALL = 800
"""Characters of a text that is tried out, about."""


def of_length(case: str, length: int) -> str:
    """The text of a case with about so many characters."""
    make = CASES[case].make
    return make(max(2, length * 50 // len(make(50))))


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith("news of")])
def test_every_hostile_text_has_a_sound_answer(full_extractor: Extractor, case: str) -> None:
    """Spans fit, parts are apart, quotes are in order."""
    text = of_length(case, SMALL)
    assert len(text) >= 100
    assert faults(full_extractor(text), text) == []


def steps(extractor: Extractor, text: str) -> int:
    """How many lines of the package run while a text is read."""
    lines = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace if "quoteattr" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extractor(text)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.slow
@pytest.mark.parametrize(
    "case",
    [
        "pronouns in one sentence",
        "one sentence without an end",
        "clauses in clauses",
        "a headline in capitals",
        "clauses before their cues",
        "lines of one word",
        "paragraphs left open",
        "names of one surname",
        "commas",
    ],
)
def test_the_work_grows_with_the_text(full_extractor: Extractor, case: str) -> None:
    """Three times the text takes no more than three times the steps, and a bounded number for a character."""
    full_extractor("“It rained,” she said.")
    short, long = of_length(case, 700), of_length(case, 2_100)
    one, three = steps(full_extractor, short), steps(full_extractor, long)
    assert three / len(long) <= 1.3 * one / len(short)
    assert three / len(long) <= 1_000


def test_faults_are_told() -> None:
    """Of another text, of spans that do not fit, of an order that is none, of parts that overlap."""
    kind, attitude = QuoteKind.DIRECT, Attitude.ASSERTION

    def quote(content: Span, cue: Span) -> Quote:
        return Quote("q1", kind, attitude, False, (content,), (cue,), (), None, "r", 0.5)

    article = Article("abcdef", (quote(Span(3, 5, "de"), Span(4, 6, "ef")), quote(Span(0, 2, "xx"), Span(2, 3, "c"))))
    told = "\n".join(faults(article, "abcde"))
    for words in ("the text is another one", "0 to 2 is not 'xx'", "not in text order", "overlap"):
        assert words in told
    assert faults(Article("abc"), "abc") == []


def test_a_text_is_measured() -> None:
    """How long it is and took, what was held, and what is wrong with the answer."""
    answer = measure(PLAIN, 2_000)
    assert (answer["characters"], answer["faults"]) == (2_000, [])
    assert answer["quotes"] > 0


def test_texts_are_measured_in_processes_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which have so much time, and no more."""
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(soundness, "answer_of", lambda *words: asked.append(words))
    assert measured(PLAIN, 2_000, 3.0) is None
    assert asked == [("benchmarks.soundness:measure", {"case": PLAIN, "size": 2_000}, 3.0)]


def test_the_command_compares_with_news(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A text without a sound answer makes it fail."""

    def play(case: str, size: int, patience: float) -> dict[str, Any] | None:
        cost = {PLAIN: 1.0, "commas": 2.0}.get(case)
        if cost is None:
            return None
        found = {"characters": size, "seconds": cost * size / 1e6, "loaded": 10, "peak": 10 + size, "quotes": 3}
        return {**found, "faults": []}

    monkeypatch.setattr(command, "measured", play)
    assert command.main(["--only", "commas", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["sections"]["hostile"]["rows"]
    assert [(row["case"], row["ratio"], row["growth"], row["memory"]) for row in rows] == [
        (PLAIN, 1.0, 1.0, 1.0),
        ("commas", 2.0, 1.0, 1.0),
    ]
    assert command.main(["--only", "titles"]) == 1


def test_drawn_texts_are_the_same_each_time() -> None:
    """A name tells which text it is, and what is repeated in it."""
    names = [named(number) for number in range(30)]
    assert len({name.partition(":")[2] for name in names}) > 25
    for name in names:
        text = case_of(name).make(50)
        assert len(text) == 50
        assert text.startswith(ast.literal_eval(name.partition(": ")[2])[:50])
    assert case_of("commas") is CASES["commas"]


@pytest.mark.parametrize("number", range(12))
def test_drawn_texts_have_a_sound_answer(full_extractor: Extractor, number: int) -> None:
    """Whatever is repeated."""
    text = case_of(named(number)).make(1_000)
    assert faults(full_extractor(text), text) == []


def test_the_command_draws_texts(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In place of those that are listed."""
    monkeypatch.setattr(command, "measured", lambda *_: None)
    assert command.main(["--drawn", "2"]) == 1
    assert [line.split(":")[0].split("  ")[0] for line in capsys.readouterr().out.splitlines()[-3:]] == [
        PLAIN,
        "drawn 0",
        "drawn 1",
    ]


def test_a_soak_tells_what_grows() -> None:
    """Memory by more than a twentieth, or open files, after the first quarter."""
    flat = [Sample(number, 10, 1.0, 100, 5) for number in range(8)]
    assert verdict(flat) == []
    assert verdict([Sample(0, 10, 1.0, 10, 2), *flat[1:]]) == []
    assert "memory grew" in verdict([*flat[:6], *(Sample(9, 10, 1.0, 110, 5) for _ in range(2))])[0]
    assert "open files grew" in verdict([*flat[:6], *(Sample(9, 10, 1.0, 100, 6) for _ in range(2))])[0]


def test_articles_of_a_soak_differ_and_are_the_same_each_time() -> None:
    """By chance that begins at the same number."""
    paragraphs = ["One.", "Two.", "Three."]
    first, again = endless(paragraphs), endless(paragraphs)
    texts = [next(first) for _ in range(50)]
    assert texts == [next(again) for _ in range(50)]
    assert len(set(texts)) == 50


def test_tables_are_filled_before_a_soak() -> None:
    """By more different words than any of them keeps."""
    words = {word for text in fill() for word in text.split()}
    assert len(words) >= max(CAPACITY, ROWS, _KEPT) + 1_000


def test_a_short_soak_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with a line that says how many articles it read."""
    monkeypatch.setattr("benchmarks.soak._WORDS", 1_000)
    soak(["--minutes", "0.01", "--every", "0.3"])
    assert "articles in" in capsys.readouterr().out
