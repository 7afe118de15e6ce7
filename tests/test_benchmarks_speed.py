"""``python -m benchmarks.speed``: what it measures on, what it makes of times, and what it prints. Never a time."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import measuring, peers, speed_processes, speed_sections
from benchmarks import speed as command
from benchmarks.bench import Bench
from benchmarks.measuring import Times, busy, in_turns
from benchmarks.peers import Peer
from benchmarks.plot import plot
from benchmarks.processes import answer_of, runs
from benchmarks.tables import Column, Table, as_json, as_markdown, as_text
from benchmarks.texts import articles, cut, long_text, made_up
from quoteattr import Article, Extractor
from quoteattr.errors import CorpusError, SettingError, WorkerError

TEXTS = ["“It rained,” said Ann Lee.\nShe left.", "Bob Ray said it was late.\n\n“No,” he added, “it is not.”"]
SVG = "{http://www.w3.org/2000/svg}"
TABLE = Table(
    "speed",
    "two variants",
    (Column("variant", "variant"), Column("ratio", "ratio"), Column("count", "count"), Column("none", "nothing")),
    [
        {"variant": "plain", "ratio": 1.0, "count": 12_345, "none": None},
        {"variant": "ours", "ratio": 0.3333, "count": 7, "none": None},
    ],
    ["Note this."],
)


@pytest.fixture(autouse=True)
def _no_rubbish(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not timed here need not be tidied up for first."""
    monkeypatch.setattr(measuring.gc, "collect", int)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8", newline="")
    return tmp_path


# ---- texts ---------------------------------------------------------------------------------------------------------


def test_texts_of_a_folder(folder: Path) -> None:
    """By name, as they are."""
    assert articles(folder, "dev") == TEXTS


def test_texts_of_a_split(folder: Path) -> None:
    """In the layout of PolNeAR the texts of one part are taken; annotations are not looked at."""
    part = folder / "train" / "text"
    part.mkdir(parents=True)
    (part / "a.txt").write_text("One.", encoding="utf-8")
    assert articles(folder, "train") == ["One."]
    assert articles(folder, "dev") == TEXTS


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_a_folder_without_texts_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    """So is an empty text alone, and one that is no UTF-8."""
    if content is not None:
        (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(CorpusError, match="expected"):
        articles(tmp_path, "dev")


def test_articles_are_put_together_from_paragraphs(seed_texts: list[str]) -> None:
    """The same ones each time, each long enough, of whole paragraphs."""
    made = made_up(seed_texts, 5, 3_000)
    assert made == made_up(seed_texts, 5, 3_000)
    assert len(set(made)) == 5
    lines = {line for text in seed_texts for line in text.splitlines()}
    assert all(len(text) >= 3_000 and set(text.split("\n\n")) <= lines for text in made)


@pytest.mark.parametrize("length", [10, 100, 1_000])
def test_long_texts_have_their_length_and_pieces_lose_nothing(length: int) -> None:
    """However short what they are made of; a piece ends with a line if there is one in it."""
    whole = long_text(TEXTS, length)
    assert len(whole) == length
    pieces = cut(whole, 60)
    assert "".join(pieces) == whole
    assert all(len(piece) <= 60 for piece in pieces)
    assert all(piece.endswith("\n") for piece in pieces[:-1])
    assert cut("x" * 130, 60) == ["x" * 60, "x" * 60, "x" * 10]


# ---- times ---------------------------------------------------------------------------------------------------------


def test_medians_and_ratios() -> None:
    """A ratio is the median of the rounds' ratios, not the ratio of the medians."""
    one, two = Times([1.0, 2.0, 9.0]), Times([2.0, 8.0, 10.0])
    assert (one.median, two.median) == (2.0, 8.0)
    assert one.ratio(two) == 0.5
    assert two.ratio(one) == 2.0
    assert Times([1.0, 4.0]).median == 2.5
    assert two.rate(16) == 2.0
    assert Times([0.0]).rate(16) is None
    assert Times([0.0]).ratio(Times([0.0])) == 0.0


def test_variants_take_turns() -> None:
    """All run once before the clock counts; then every one once in each round, another one first each time."""
    ran: list[str] = []
    ticks = itertools.count()
    times = in_turns({name: lambda name=name: ran.append(name) for name in "abc"}, 3, now=lambda: float(next(ticks)))  # type: ignore[misc]
    assert "".join(ran) == "abc" + "abc" + "bca" + "cab"
    assert {name: list(taken.seconds) for name, taken in times.items()} == {name: [1.0] * 3 for name in "abc"}


def test_a_variant_may_hold_the_clock_itself() -> None:
    """What it returns is its time; without warming up it runs as often as there are rounds."""
    own = iter([3.0, 5.0])
    times = in_turns({"a": lambda: next(own)}, 2, warm=False)
    assert list(times["a"].seconds) == [3.0, 5.0]


def test_clocks_do_not_run_backwards() -> None:
    """User time and memory are numbers from 0 on; a peak is no less than what is held."""
    before = measuring.user_time()
    assert 0 <= before <= measuring.user_time()
    assert 0 <= measuring.memory() <= max(measuring.peak(), measuring.memory())
    measuring.reset_peak()
    assert measuring.peak() >= 0
    assert measuring.load() is None or measuring.load() >= 0  # type: ignore[operator]


def test_a_busy_machine_is_told() -> None:
    """From a process for every two cores on."""
    assert busy(None, 2) == busy(0.9, 2) == ""
    assert "load 2.1, 2 cores" in busy(2.1, 2)


# ---- output --------------------------------------------------------------------------------------------------------


def test_text() -> None:
    """Columns side by side, numbers to the right, and a dash for what was not measured."""
    assert as_text({"spacy": "3.8"}, [TABLE]).splitlines() == [
        "spacy: 3.8",
        "",
        "speed: two variants",
        "variant  ratio   count  nothing",
        "plain     1.00  12,345        –",
        "ours      0.33       7        –",
        "Note this.",
    ]


def test_markdown() -> None:
    """A table under a heading."""
    lines = as_markdown({"spacy": "3.8", "articles": 2}, [TABLE]).splitlines()
    assert lines[0] == "spacy 3.8; articles 2."
    assert lines[2:] == [
        "### speed",
        "",
        "two variants.",
        "",
        "| variant | ratio | count | nothing |",
        "| --- | ---: | ---: | ---: |",
        "| plain | 1.00 | 12,345 | – |",
        "| ours | 0.33 | 7 | – |",
        "",
        "Note this.",
    ]


def test_json() -> None:
    """Numbers as they were measured."""
    data = json.loads(as_json({"spacy": "3.8"}, [TABLE]))
    assert data["setting"] == {"spacy": "3.8"}
    assert data["sections"]["speed"] == {
        "title": TABLE.title,
        "rows": [dict(row) for row in TABLE.rows],
        "notes": ["Note this."],
    }


def points(line: ET.Element) -> list[tuple[float, float]]:
    return [tuple(map(float, pair.split(","))) for pair in line.attrib["points"].split()]  # type: ignore[misc]


def test_the_plot_is_well_formed() -> None:
    """A line a program, a dot a point, names escaped; longer is further right, more is further up."""
    lines = {"a & b": [(2e3, 0.05), (2e4, 0.5), (9e5, 20.0)], "<c>": [(2e3, 0.1)], "none": []}
    tree = ET.fromstring(plot("t < u", ("x & y", "s"), lines))
    assert tree.tag == f"{SVG}svg"
    first, second, _ = tree.findall(f"{SVG}polyline")
    assert len(tree.findall(f"{SVG}circle")) == 4
    assert points(first) == sorted(points(first), key=lambda point: (point[0], -point[1]))
    assert points(first)[0][1] > points(second)[0][1]
    texts = [text.text for text in tree.findall(f"{SVG}text")]
    assert {"t < u", "x & y", "s", "a & b", "<c>", "1 k", "1 M", "0.1", "100"} <= set(texts)
    _, _, width, height = map(float, tree.attrib["viewBox"].split())
    assert all(0 < x < width and 0 < y < height for line in (first, second) for x, y in points(line))


def test_growth_is_drawn_with_every_program() -> None:
    """What a program did not read is no point of its line."""
    columns = tuple(Column(key, key) for key in ("characters", "texts", "seconds", "microseconds", "ratio", "other"))
    rows: list[dict[str, Any]] = [
        {"characters": 2_000, "seconds": 0.1, "other": 0.2},
        {"characters": 90_000, "seconds": 4.0, "other": None},
    ]
    tree = ET.fromstring(speed_sections.curve(Table("growth", "", columns, rows)))
    assert [len(points(line)) for line in tree.findall(f"{SVG}polyline")] == [2, 1]


# ---- other programs ------------------------------------------------------------------------------------------------


def test_texts_that_a_program_cannot_read_are_counted() -> None:
    """They cost what they cost, and the others are read; for the growth they are shortened until it can."""

    def find(text: str) -> None:
        if text.count('"') % 2:
            raise ValueError("odd")

    peer = Peer("picky", find, lambda text: text.count('"') % 2 == 0)
    peer.run(['"a"', '"b', "c"])
    assert peer.failed == 1
    assert speed_sections._readable(peer, 'one\n"two"\nthree"\n') == 'one\n"two"\n'
    assert speed_sections._readable(peer, '"') == ""
    assert speed_sections._seconds(peer, '"', 10) is None
    assert speed_sections._seconds(peer, "one\ntwo\n", 4) is not None


def test_programs_are_named(nlp: Any) -> None:
    """One that is unknown or not installed is an error that says what to do; those that are installed run."""
    with pytest.raises(SettingError, match="one of textacy; got 'other'"):
        peers.load("other", nlp)
    if "textacy" not in peers.installed():
        with pytest.raises(SettingError, match=r"textacy cannot be imported.*--group peers"):
            peers.load("textacy", nlp)


def test_textacy_runs(nlp: Any) -> None:
    """With an odd number of marks it cannot read a text."""
    pytest.importorskip("textacy", reason="the group peers is not installed")
    peer = peers.load("textacy", nlp)
    assert peer.reads("“One,” she said.")
    assert not peer.reads("“One, she said.")
    peer.run(["“One,” she said.", "“One, she said."])
    assert peer.failed == 1


# ---- the command ---------------------------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert command.main([*arguments, "--rounds", "1", "--format", "json", "--peers", ""]) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch, extractor: Extractor, nlp: Any) -> None:
    """Models that are there already."""
    monkeypatch.setattr(Bench, "nlp", nlp)
    monkeypatch.setattr(Bench, "extractor", extractor)
    monkeypatch.setattr(Bench, "unaccelerated", extractor)


@pytest.mark.usefixtures("loaded")
def test_sections_in_this_process(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its rows, with numbers above nothing; the accelerator changes no record."""
    picture = folder / "growth.svg"
    data = run(
        capsys, str(folder), "--sections", "growth,stages,speed,same", "--longest", "2500", "--plot", str(picture)
    )
    assert data["setting"]["articles"] == 2
    sections = data["sections"]
    assert list(sections) == ["speed", "same", "stages", "growth"]
    speed = {row["variant"]: row["ratio"] for row in sections["speed"]["rows"]}
    assert speed.pop("spaCy: nlp(text)") == 1.0
    assert [name.partition(":")[0] for name in speed] == ["spaCy", *["quoteattr"] * 3]
    assert all(ratio > 0 for ratio in speed.values())
    assert sections["same"]["rows"] == [{"articles": 2, "quotes": 3, "differ": 0}]
    assert len(sections["stages"]["rows"]) == 5
    assert [row["characters"] for row in sections["growth"]["rows"]] == [2_000, 2_500]
    assert [row["texts"] for row in sections["growth"]["rows"]] == [2, 1]
    assert ET.parse(picture).getroot().tag == f"{SVG}svg"


def test_memory_is_told_of_three_cases(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In MiB, what is held and what comes on top; what cannot be known is ``None``, not 0."""
    asked = []

    def answer(function: str, request: dict[str, Any]) -> dict[str, int]:
        asked.append((function, len(request["texts"]), request["accelerate"]))
        return {"loaded": 0, "peak": 0} if request["accelerate"] is False else {"loaded": 3 << 20, "peak": 5 << 20}

    monkeypatch.setattr(speed_processes, "answer_of", answer)
    rows = run(capsys, str(folder), "--sections", "memory", "--longest", "2000")["sections"]["memory"]["rows"]
    assert rows[0]["case"] == "all articles, pipe(texts)"
    assert [(row["loaded"], row["above"]) for row in rows] == [(3.0, 2.0), (3.0, 2.0), (None, None)]
    function = "benchmarks.speed_processes:memory_of"
    assert asked == [(function, 2, None), (function, 1, None), (function, 1, False)]


def test_the_start_of_a_process_is_told_of_six_cases(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside spaCy with one text."""
    ran: list[Sequence[str]] = []
    ticks = itertools.count(1)
    monkeypatch.setattr(speed_processes, "runs", lambda arguments: lambda: ran.append(arguments))
    monkeypatch.setattr(speed_processes, "time_of_children", lambda: float(next(ticks)))
    rows = run(capsys, str(folder), "--sections", "start")["sections"]["start"]["rows"]
    assert [row["seconds"] for row in rows] == [1.0] * 6
    assert len(ran) == 2 * 6
    assert ("-c", "import quoteattr") in ran


def test_memory_is_measured_while_texts_are_read() -> None:
    """What is held at most is no less than what is held before."""
    found = speed_processes.memory_of(TEXTS, None)
    assert 0 <= found["loaded"] <= found["peak"]


class Counting:
    """An extractor that tells how many processes were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def pipe(self, texts: Iterable[str], processes: int) -> Iterator[Article]:
        self.asked.append(processes)
        return map(Article, texts)


def test_processes_are_compared_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of one is the measure, and what all workers begin with is not timed."""
    monkeypatch.setattr(speed_processes, "_BATCHES", 1)
    monkeypatch.setattr(speed_processes, "BATCH", 2)
    ticks = itertools.count()
    monkeypatch.setattr(speed_processes.time, "perf_counter", lambda: float(next(ticks)))
    extractor = Counting()
    monkeypatch.setattr(Bench, "extractor", extractor)
    table = speed_processes.processes(Bench(TEXTS, rounds=1))
    assert extractor.asked == [1, 2]
    assert [row["processes"] for row in table.rows] == [1, 2]
    assert table.rows[0]["faster"] == 1.0
    assert table.title.startswith("2 articles")


@pytest.mark.slow
def test_a_process_that_fails_is_an_error() -> None:
    """With the last line that it wrote."""
    with pytest.raises(WorkerError, match=r"(?s)exit status 1: .*ZeroDivisionError"):
        runs(("-c", "1 / 0"))()


@pytest.mark.slow
def test_a_function_answers_in_a_process_of_its_own() -> None:
    """Through JSON; one that takes too long is given up, one that fails is told."""
    assert answer_of("builtins:dict", {"words": ["“a”", 1]}) == {"words": ["“a”", 1]}
    assert answer_of("builtins:dict", {}, 0.001) is None
    with pytest.raises(WorkerError, match="AttributeError"):
        answer_of("builtins:nothing", {})


def test_the_command_knows_all_sections() -> None:
    """It names them without importing what they need."""
    assert (*speed_sections.SECTIONS, *speed_processes.SECTIONS) == command._SECTIONS


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["nowhere"], 1, "nowhere: expected a folder of .txt files"),
        (["--rounds", "0"], 2, "expected a number of at least 1"),
        (["--sections", "speed,depth"], 2, "expected some of speed,same,stages,growth"),
        (["--plot", "a.svg", "--sections", "speed"], 2, "--plot draws the section growth"),
        (["--peers", "other"], 2, "expected some of textacy"),
    ],
)
def test_wrong_arguments(arguments: Sequence[str], status: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 for wrong usage, 1 for what cannot be read, and a line that says why."""
    if status == 2:
        with pytest.raises(SystemExit, match="2"):
            command.main(arguments)
    else:
        assert command.main(arguments) == status
    assert told in capsys.readouterr().err


@pytest.mark.slow
def test_help_needs_no_model() -> None:
    """Nor spaCy."""
    code = "import sys; from benchmarks.speed import _parser; _parser().format_help(); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
