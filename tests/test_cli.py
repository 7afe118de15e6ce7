"""The command line, from outside where that is the point, else in this process, mostly with a stub of an extractor."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from children import LIMIT, python

import quoteattr
from quoteattr import Article, Attitude, LexiconError, ModelError, Settings, WorkerError, cli, extractor
from quoteattr.records import Quote, QuoteKind, Span
from quoteattr.stream import Results
from quoteattr.workers import Setup

# The command as it is, but that it finds nothing: without a model it starts at once.
NOTHING = """
import runpy
import types
import quoteattr.cli as cli

cli._Run.extractor = lambda _: types.SimpleNamespace(pipe=lambda texts, processes: texts)
runpy.run_module("quoteattr", run_name="__main__", alter_sys=True)
"""
COMMAND = [sys.executable, "-c", NOTHING]
unix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of Unix")


class Stub:
    """Takes the whole text for one quote."""

    settings: Settings

    @classmethod
    def of(cls, settings: Settings) -> Stub:
        if settings.model == "wrong":
            raise ModelError("no model\nhere")
        if settings.lexicon == os.path.abspath("wrong"):
            raise LexiconError("no lexicon")
        Stub.settings = settings
        return cls()

    def pipe(self, texts: Iterable[Article], *, processes: int) -> Results:
        return Results(map(self.outcome, texts), None)

    def outcome(self, given: Article) -> Article | Exception:
        text = given.text
        if "crash" in text:
            return IndexError("list index out of range")
        if not text:
            return given
        content = (Span.of(text, 0, len(text)),)
        return evolve(
            given,
            quotes=(Quote("q1", QuoteKind.DIRECT, Attitude.ASSERTION, False, content, (), (), None, "r", 0.5),),
        )


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The stub in the place of the extractor, and an empty folder to work in."""
    monkeypatch.setattr(extractor, "Extractor", Stub)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.txt").write_bytes(text.encode())


# ---- real articles -----------------------------------------------------------------------------------------------


def test_a_seed_article_is_printed_with_its_speakers(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In text: who said it, and for whom."""
    file = root / "seeds" / "amazon-shareholders-letter.txt"
    assert cli.main([str(file)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(f"{file}\n===")
    number = out.index("“By making this dangerous technology")
    assert "Kade Crockford" in out[:number].splitlines()[-2]
    assert "American Civil Liberties Union" in out[:number].splitlines()[-2]
    assert all(len(line) <= 80 for line in out.splitlines()[2:])


def test_json_of_the_command_is_the_article_of_the_library(
    seeds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From files and from standard input, with all attitudes."""
    target = tmp_path / "out.json"
    options = ["--format", "json", "--attitudes", "all", "-o", str(target)]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(seeds[2].read_bytes())))
    assert cli.main([*options, *map(str, seeds[:2]), "-"]) == 0
    data = json.loads(target.read_bytes())
    assert [entry["file"] for entry in data] == [str(seeds[0]), str(seeds[1]), "-"]
    wanted = quoteattr.Extractor(attitudes=Attitude)
    for entry, path in zip(data, seeds, strict=False):
        assert Article.from_dict(entry) == wanted(path.read_bytes().decode())


# ---- formats and settings ----------------------------------------------------------------------------------------


def test_formats(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An object for one file, an array for several, a line for each."""
    write(stub, a="“One”\r\n", b="“Two”")
    assert cli.main(["a.txt", "--format", "json"]) == 0
    one = json.loads(capsys.readouterr().out)
    assert (one["file"], one["text"]) == ("a.txt", "“One”\r\n")
    assert cli.main(["a.txt", "b.txt", "-f", "json"]) == 0
    assert [entry["text"] for entry in json.loads(capsys.readouterr().out)] == ["“One”\r\n", "“Two”"]
    assert cli.main(["a.txt", "b.txt", "--format=jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["a.txt", "b.txt"]


def test_settings_reach_the_extractor(stub: Path) -> None:
    """As they are written."""
    write(stub, a="x")
    for words, attitudes in [
        ([], None),
        (["--attitudes", "all"], list(Attitude)),
        (["--attitudes", "belief, Fact"], [Attitude.BELIEF, Attitude.FACT]),
    ]:
        assert cli.main([*words, "--model", "m", "--lexicon", "l.toml", "a.txt"]) == 0
        assert Stub.settings == Settings(model="m", lexicon="l.toml", attitudes=attitudes)


def test_a_least_confidence_reaches_the_extractor(stub: Path) -> None:
    """As a number, or by the name of a point of the curve."""
    write(stub, a="x")
    for share, expected in (("0.5", 0.5), ("precise", 0.8), ("complete", 0.0)):
        assert cli.main(["--min-confidence", share, "--format", "json", "a.txt"]) == 0
        assert Stub.settings.min_confidence == expected


# ---- the terminal ------------------------------------------------------------------------------------------------


@unix
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals(
    environment: dict[str, str], coloured: bool, stub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And for those who want them."""
    import pty

    reader, writer = pty.openpty()
    for name, value in ({"NO_COLOR": None, "TERM": "xterm"} | environment).items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    write(stub, a="Nothing.")
    with open(writer, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        assert cli.main(["a.txt"]) == 0
        shown = os.read(reader, 10_000)
    os.close(reader)
    assert b"1 quote" in shown
    assert (b"\x1b[" in shown) is coloured


def test_no_colours_in_a_file_or_a_pipe(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the terminal is."""
    write(stub, a="x")
    assert cli.main(["a.txt"]) == cli.main(["a.txt", "-o", "out.txt"]) == 0
    assert "\x1b" not in capsys.readouterr().out + (stub / "out.txt").read_text(encoding="utf-8")


def test_the_page_shows_an_explanation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the command prints it."""
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    block = page.partition("a quotation looks like this:\n\n")[2].partition("\n\n**json**")[0]
    assert cli.main([str(root / "seeds" / "amazon-shareholders-letter.txt"), "--explain"]) == 0
    assert "\n".join(line[4:] for line in block.split("\n")) in capsys.readouterr().out


def test_quotes_are_explained(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By rule and reason, cue, confidence, and what ties the source to the speaker; in 80 columns."""
    assert cli.main([str(root / "seeds" / "amazon-shareholders-letter.txt"), "--explain"]) == 0
    out = capsys.readouterr().out
    assert "| rule quote-cue-after: a quotation, and a verb of saying in what follows it\n" in out
    assert "| named 'Kade Crockford' at 1997\n" in out
    assert "| stands for American Civil Liberties Union, first told" in out
    assert all(len(line) <= 80 for line in out.splitlines()[2:])


# ---- folders -----------------------------------------------------------------------------------------------------


def test_several_files_go_into_a_folder(stub: Path) -> None:
    """A file for each, and what brat needs besides; files of one name are told apart."""
    (stub / "in").mkdir()
    write(stub, a="“One”", b="\ufeff“Two”")
    write(stub / "in", a="“Three”")
    names = ["a.txt", "b.txt", "in/a.txt"]
    assert cli.main([*names, "-f", "brat", "-o", "out/"]) == 0
    assert sorted(path.name for path in (stub / "out").iterdir()) == [
        "a-2.ann",
        "a-2.txt",
        "a.ann",
        "a.txt",
        "annotation.conf",
        "b.ann",
        "b.txt",
        "visual.conf",
    ]
    assert (stub / "out" / "b.txt").read_text(encoding="utf-8") == "“Two”"
    assert (stub / "out" / "a-2.ann").read_text(encoding="utf-8").startswith("T1\tContent 0 7\t“Three”\n")
    (stub / "out" / "visual.conf").write_text("[labels]\n", encoding="utf-8")
    assert cli.main([*names, "-f", "brat", "-o", "out/"]) == 0
    assert (stub / "out" / "visual.conf").read_text(encoding="utf-8") == "[labels]\n"  # somebody's own
    assert cli.main([*names, "-f", "html", "-o", "out"]) == 0
    assert (stub / "out" / "a-2.html").exists()


def test_the_output_tells_whether_several_articles_share_a_page(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a file: one page of all; a folder: a page for each, and its headline above."""
    write(stub, a="Headline\n\n“One”", b="“Two”")
    assert cli.main(["a.txt", "b.txt", "-o", "report.html"]) == 0
    page = (stub / "report.html").read_text(encoding="utf-8")
    assert ("Headline" in page, "“Two”" in page, 'id="rows"' in page) == (True, True, True)
    assert cli.main(["a.txt", "b.txt", "-f", "html", "-o", "pages/"]) == 0
    assert "<title>Headline</title>" in (stub / "pages" / "a.html").read_text(encoding="utf-8")
    assert "<title>b.txt</title>" in (stub / "pages" / "b.html").read_text(encoding="utf-8")
    assert cli.main(["a.txt", "-o", "a.html"]) == 0
    assert 'id="rows"' not in (stub / "a.html").read_text(encoding="utf-8")
    assert cli.main(["a.txt", "b.txt", "-f", "brat"]) == 2
    assert "several articles as brat need a folder" in capsys.readouterr().err


def test_annotations_may_stand_beside_their_texts(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts are never written over: to one with a byte order mark no offset would fit, so another stands beside it."""
    write(stub, a="“One”")
    assert cli.main(["a.txt", "-f", "brat", "-o", "."]) == 0
    assert (stub / "a.ann").exists()
    write(stub, b="\ufeff“Two”")
    assert cli.main(["b.txt", "a.txt", "-f", "brat", "-o", "."]) == 0
    assert not (stub / "b.ann").exists()
    assert (stub / "b-2.txt").read_text(encoding="utf-8") == "“Two”"
    assert (stub / "b-2.ann").exists()
    assert (stub / "b.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_files_are_read_side_by_side(
    seeds: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order of the files, with the same records, and a line for a file that cannot be read.

    What a worker does, this process does here; ``test_packaging.py`` runs the command with real ones.
    """

    def spread(setup: Setup, batches: Iterator[list[str]], processes: int, **_: int) -> Iterator[Any]:
        work = setup()
        assert processes == 2
        return (result for batch in batches for result in work(batch))

    monkeypatch.setattr("quoteattr.workers.spread", spread)
    monkeypatch.chdir(tmp_path)
    names = [str(seeds[0]), "missing.txt", str(seeds[1])]
    assert cli.main([*names, "--format", "jsonl", "-o", "two.jsonl", "--processes", "2"]) == 1
    assert capsys.readouterr().err == "quoteattr: missing.txt: no such file or folder\n"
    assert cli.main([*names, "--format", "jsonl", "-o", "one.jsonl"]) == 1
    assert Path("two.jsonl").read_bytes() == Path("one.jsonl").read_bytes()


@pytest.mark.parametrize(("files", "processes"), [(1, 1), (3, 3), (9, 6)])
def test_there_are_no_more_processes_than_files(
    stub: Path, monkeypatch: pytest.MonkeyPatch, files: int, processes: int
) -> None:
    """However many are asked for."""
    asked: list[int] = []
    pipe = Stub.pipe
    monkeypatch.setattr(
        Stub, "pipe", lambda self, texts, *, processes: asked.append(processes) or pipe(self, texts, processes=1)
    )
    write(stub, **{f"f{number}": "“Yes”" for number in range(files)})
    assert cli.main([*(f"f{number}.txt" for number in range(files)), "--processes", "6"]) == 0
    assert asked == [processes]


class Shaky(Stub):
    """Fails at its second text, and ends after its third as if no process had been left."""

    def pipe(self, texts: Iterable[str], *, processes: int) -> Results:
        given = list(texts)
        one, last = self.outcome(given[0]), self.outcome(given[2])
        return Results(iter([one, WorkerError(f"{processes} are gone"), last]), None)


def test_what_fails_in_a_process_is_told_by_its_file(
    stub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is what no process was left for."""
    monkeypatch.setattr(extractor, "Extractor", Shaky)
    write(stub, a="one", b="two", c="three", d="four")
    assert cli.main(["a.txt", "b.txt", "c.txt", "d.txt", "--format", "jsonl", "--processes", "3"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["a.txt", "c.txt"]
    assert err.splitlines() == [
        "quoteattr: b.txt: 3 are gone",
        "quoteattr: d.txt: not done: no worker process could be started",
    ]


def test_an_empty_file_is_an_article_without_quotes(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not an error."""
    write(stub, a="")
    assert cli.main(["a.txt"]) == 0
    assert capsys.readouterr() == ("a.txt\n=====\nno text in it\n", "")


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Both end well."""
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"quoteattr {quoteattr.__version__}\n"
    assert cli.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "exit status" in shown
    assert max(map(len, shown.splitlines())) < 80


def test_every_option_of_the_help_is_on_the_page(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the table of the options."""
    assert cli.main(["--help"]) == 0
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    rows = "".join(line.partition(" | ")[0] for line in page.splitlines() if line.startswith("| "))
    assert options <= set(re.findall(r"--[a-z-]+", rows))


# ---- failures ----------------------------------------------------------------------------------------------------


def test_inputs_that_fail_are_told_and_the_others_done(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each on standard error, and status 1."""
    write(stub, good="“Yes”", nul="a\0b", crash="crash", last="“No”")
    (stub / "latin.txt").write_bytes(b"caf\xe9")
    (stub / "empty").mkdir()
    names = ["good.txt", "missing.txt", "empty", "nul.txt", "latin.txt", "crash.txt", "last.txt"]
    assert cli.main([*names, "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["good.txt", "last.txt"]
    told = err.splitlines()
    assert [line.split(": ")[1] for line in told] == names[1:-1]
    for line, words in zip(told, ["no such file", "folder", "NUL", "0xE9 at offset 3", "IndexError"], strict=True):
        assert line.startswith("quoteattr: ")
        assert words in line


def test_among_hundreds_of_files_every_good_one_is_done_and_every_bad_one_named(
    stub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One in twenty is bad, each in another way."""
    bad = [b"a\0b", b"caf\xe9", b"\xff\xfea\0", b"crash", None]
    names, good = [], []
    for number in range(400):
        name = f"{number}.txt"
        names.append(name)
        if number % 20 == 7:
            content = bad[number // 20 % len(bad)]
        else:
            content = f"“{number}”".encode()
            good.append(name)
        if content is not None:
            (stub / name).write_bytes(content)
    assert cli.main([*names, "--format", "jsonl", "-o", "out.jsonl"]) == 1
    told = [line.split(": ")[1] for line in capsys.readouterr().err.splitlines()]
    found = [json.loads(line) for line in (stub / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [article["file"] for article in found] == good
    assert told == [name for name in names if name not in set(good)]
    assert len(told) == 20


def test_nothing_is_written_when_every_input_fails(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An old output stays as it was."""
    write(stub, out="old")
    assert cli.main(["missing.txt", "gone.txt", "--format", "json", "-o", "out.txt"]) == 1
    assert (stub / "out.txt").read_text() == "old"
    assert cli.main(["missing.txt", "gone.txt", "--format", "json"]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "name a file or a folder, or pipe a text"),
        (["a.txt", "--format", "xml"], "invalid choice: 'xml'"),
        (["a.txt", "--attitudes", "belief,opinion"], "expected all, or some of assertion, belief"),
        (["a.txt", "--attitudes", ""], "expected all"),
        (["a.txt", "--form", "json"], "unrecognized arguments"),
        (["-", "-"], "only once"),
        (["a.txt", "--processes", "0"], "expected a whole number of at least 1, got '0'"),
        (["a.txt", "a.txt", "-f", "brat"], "need a folder: -o FOLDER/"),
        (["a.txt", "-f", "json", "--explain"], "--explain and --full are for the format text"),
        (["a.txt", "--min-confidence", "2"], "expected a number from 0 to 1, or precise or complete; got '2'"),
        (["a.txt", "-f", "html", "-o", "a.txt/"], "quoteattr: a.txt/:"),
        (["a.txt", "-o", "a.txt"], "quoteattr: a.txt: this is one of the input files"),
        (["a.txt", "-o", "missing/out.txt"], "quoteattr: missing/out.txt: no such folder: make it first"),
        (["a.txt", "-o", "."], "a folder, which takes --format brat, html, inception"),
        (["a.txt", "-o", "out.xyz"], "expected a name that ends with .txt, .json"),
        (["a.txt", "--model", "wrong"], "quoteattr: no model here"),
        (["a.txt", "--lexicon", "wrong"], "quoteattr: no lexicon"),
    ],
)
def test_wrong_usage_is_status_2(stub: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str) -> None:
    """With a line that says what is wrong, and no output."""
    write(stub, a="“Yes”")
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert (stub / "a.txt").read_text(encoding="utf-8") == "“Yes”"


def test_names_cannot_write_to_the_terminal(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters of a file's name, too, are made harmless."""
    assert cli.main(["\x1b[2Jx\n.txt"]) == 1
    assert capsys.readouterr().err == "quoteattr: \ufffd[2Jx .txt: no such file or folder\n"


@unix
def test_a_name_that_is_no_unicode_is_printed_all_the_same(stub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As far as it can be, and not as another one is."""
    name = os.fsdecode(b"caf\xe9.txt")
    (stub / name).write_text("x")
    for form in ("text", "json", "jsonl"):
        assert cli.main([name, "--format", form]) == 0
        assert "caf\\xe9.txt" in capsys.readouterr().out.replace("\\\\", "\\")


class Terminal(io.StringIO):
    """Standard error, if it were a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_for_several_files_on_a_terminal_only(stub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And messages stand on lines of their own."""
    write(stub, a="“Yes”", b="“No”")
    shown = {}
    for kind in (Terminal, io.StringIO):
        for names in (["a.txt"], ["a.txt", "missing.txt", "b.txt"]):
            monkeypatch.setattr(sys, "stderr", kind())
            cli.main(["-o", "out", *names])
            shown[kind, len(names)] = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert shown[Terminal, 1] == shown[io.StringIO, 1] == ""
    assert shown[io.StringIO, 3] == "quoteattr: missing.txt: no such file or folder\n"
    assert "3 of 3 articles, quotations: 2, " in shown[Terminal, 3]
    assert "\rquoteattr: missing.txt: no such file or folder\n" in shown[Terminal, 3]


# ---- from outside ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_help_and_errors_come_without_spacy(tmp_path: Path) -> None:
    """So they come at once."""
    code = """
import sys
from quoteattr.cli import main
print([main(words) for words in (["--help"], ["--version"], ["-f", "xml", "a"], ["missing.txt"])])
print([name for name in ("spacy", "thinc", "numpy", "tqdm", "jinja2", "cattrs") if name in sys.modules])
"""
    result = python("-c", code, text=True, check=True, cwd=tmp_path)
    assert result.stdout.endswith("[0, 0, 2, 1]\n[]\n")


@unix
@pytest.mark.slow
@pytest.mark.parametrize("words", [["-"], ["-", "--format", "json"]])
def test_a_closed_pipe_is_quiet(words: list[str]) -> None:
    """As when the reader is head, and has seen enough."""
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [*COMMAND, *words], input=b"It rained.", stdout=writer, stderr=subprocess.PIPE, timeout=LIMIT, check=False
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (141, b"")


@unix
@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_full_disk_is_a_line() -> None:
    """Also where standard output goes to it."""
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [*COMMAND, "-"], input=b"Yes.", stdout=full, stderr=subprocess.PIPE, timeout=LIMIT, check=False
        )
    assert result.returncode == 1
    assert result.stderr == b"quoteattr: standard output: no space left on device\n"


@unix
@pytest.mark.slow
def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    """And leaves no part of an output behind."""
    pipe, target = tmp_path / "pipe", tmp_path / "out.txt"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [*COMMAND, str(pipe), "-o", str(target)],
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # in the background it is ignored
    )
    with open(pipe, "wb"):  # waits until the command reads from it
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=LIMIT)
    assert (process.returncode, err) == (130, b"")
    assert list(tmp_path.iterdir()) == [pipe]


@unix
@pytest.mark.slow
def test_closed_streams_are_no_traceback() -> None:
    """Standard input, output and error, each closed by the shell."""
    for closed, words, status in [("<&-", "-", 1), (">&-", "-", 2), ("2>&-", "missing.txt", 1)]:
        command = f'"{sys.executable}" -m quoteattr {words} {closed}'
        result = subprocess.run(command, shell=True, capture_output=True, input=b"", timeout=LIMIT, check=False)
        assert result.returncode == status
        assert b"Traceback" not in result.stderr
        assert result.stdout == b""


def test_what_texts_look_like_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("“It isnâ€™t,” said Ada Smith. “I wouldnâ€™t.”", encoding="utf-8")
    assert cli.main([str(tmp_path / f"{number}.txt") for number in range(3)]) == 0
    assert "3 articles look wrongly decoded" in capsys.readouterr().err
    assert cli.main([str(tmp_path / "0.txt")]) == 0
    assert capsys.readouterr().err.count("1 article looks wrongly decoded") == 1
