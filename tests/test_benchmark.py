"""``python -m quoteattr.benchmark``: what it measures on, what it makes of times, and what it prints. Never a time."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from quoteattr.benchmark import __main__ as command
from quoteattr.benchmark import clock, fresh, peers
from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.peers import Peer
from quoteattr.benchmark.plot import plot
from quoteattr.benchmark.report import as_json, as_markdown, as_text
from quoteattr.benchmark.rounds import Times, in_turns
from quoteattr.benchmark.sections import SECTIONS, growth, processes
from quoteattr.benchmark.sections.growth import curve
from quoteattr.benchmark.sections.processes import busy
from quoteattr.benchmark.table import Column, Table
from quoteattr.benchmark.texts import articles, cut, long_text, made_up, seeds
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


def test_without_the_repository_a_path_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles of the repository are not in the installed package, and the error says so."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CorpusError, match=r"path of a folder of \.txt files.*not in the installed package"):
        seeds(tmp_path / "lib" / "quoteattr")


def test_the_current_folder_may_be_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package is installed and its articles are wanted all the same."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("A line.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert seeds(tmp_path / "lib" / "quoteattr") == tmp_path / "seeds"


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
    before = clock.user()
    assert 0 <= before <= clock.user()
    assert 0 <= clock.memory() <= max(clock.peak(), clock.memory())
    clock.reset_peak()
    assert clock.peak() >= 0
    assert clock.load() is None or clock.load() >= 0  # type: ignore[operator]


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
    tree = ET.fromstring(curve(Table("growth", "", columns, rows)))
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
    assert growth._readable(peer, 'one\n"two"\nthree"\n') == 'one\n"two"\n'
    assert growth._readable(peer, '"') == ""
    assert growth._seconds(peer, '"', 10) is None
    assert growth._seconds(peer, "one\ntwo\n", 4) is not None


def test_programs_are_named(nlp: Any) -> None:
    """One that is unknown or not installed is an error that says what to do; those that are installed run."""
    with pytest.raises(SettingError, match="one of textacy; got 'other'"):
        peers.load("other", nlp)
    if "textacy" not in peers.installed():
        with pytest.raises(SettingError, match=r"textacy cannot be imported.*quoteattr\[peers\]"):
            peers.load("textacy", nlp)


def test_textacy_runs(nlp: Any) -> None:
    """With an odd number of marks it cannot read a text."""
    pytest.importorskip("textacy", reason="the extra peers is not installed")
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


def test_memory_and_start_in_other_processes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be known there is ``None``, not 0."""
    data = run(capsys, str(folder), "--sections", "memory,start", "--longest", "2000")
    assert data["sections"]["memory"]["rows"][0]["case"] == "all articles, pipe(texts)"
    for row in data["sections"]["memory"]["rows"]:
        assert row["loaded"] is None or row["loaded"] > 10
        assert row["above"] is None or row["above"] >= 0
    assert [row["seconds"] > 0 for row in data["sections"]["start"]["rows"]] == [True] * 6


def test_processes_are_compared_with_one(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """The time of one is the measure, and no result is lost on the way."""
    monkeypatch.setattr(processes, "_BATCHES", 1)
    monkeypatch.setattr(processes, "BATCH", 2)
    table = processes.measure(Bench(TEXTS, rounds=1))
    assert [row["processes"] for row in table.rows] == [1, 2]
    assert table.rows[0]["faster"] == 1.0


def test_a_process_that_fails_is_an_error() -> None:
    """With the last line that it wrote."""
    with pytest.raises(WorkerError, match=r"exit status 1: ZeroDivisionError"):
        fresh.runs(("-c", "1 / 0"))()


def test_the_command_knows_all_sections() -> None:
    """It names them without importing what they need."""
    assert tuple(SECTIONS) == command._SECTIONS


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


def test_help_needs_no_model() -> None:
    """Nor spaCy."""
    code = (
        "import sys; from quoteattr.benchmark.__main__ import _parser; _parser().format_help(); "
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
