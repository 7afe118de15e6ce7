"""Names of outputs in a folder: nothing of anybody is written over, and one bad name stops no other."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from quoteattr import Article, cli
from quoteattr.files import FileError, Folder, Output


class Echo:
    """An extractor that finds nothing."""

    def pipe(self, texts: Any, *, processes: int) -> Any:
        return (one if isinstance(one, Article) else Article(one) for one in texts)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the command runs, with that extractor."""
    monkeypatch.setattr(cli._Run, "extractor", lambda _: Echo())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".txt")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".conf")


def test_a_text_of_somebody_else_is_not_written_over() -> None:
    """The article gets a number, the same one in every run."""
    write(o__x="PRECIOUS", d__x="It rained.")
    for _ in range(2):
        assert cli.main(["d/x.txt", "-f", "brat", "-o", "o/"]) == 0
        assert names(Path("o")) == ["x-2.ann", "x-2.txt", "x.txt"]
    assert Path("o/x.txt").read_text() == "PRECIOUS"
    assert Path("o/x-2.txt").read_text() == "It rained."


@pytest.mark.parametrize("files", [["e2/x.txt", "e1/x.txt"], ["e1/x.txt", "e2/x.txt"]])
def test_annotation_stands_beside_its_own_text(files: list[str]) -> None:
    """Also where the folder is that of one of two inputs of one name, in whatever order they come."""
    write(e1__x="Of the first.", e2__x="Of the other one.")
    assert cli.main([*files, "-f", "brat", "-o", "e1/"]) == 0
    assert names(Path("e1")) == ["x-2.ann", "x-2.txt", "x.ann", "x.txt"]
    assert Path("e1/x.txt").read_text() == "Of the first."
    assert Path("e1/x-2.txt").read_text() == "Of the other one."


def test_texts_that_are_there_already_stay() -> None:
    """With their times."""
    write(o__x="It rained.", d__x="It rained.")
    os.utime("o/x.txt", (1, 1))
    assert cli.main(["d/x.txt", "-f", "brat", "-o", "o/"]) == 0
    assert names(Path("o")) == ["x.ann", "x.txt"]
    assert Path("o/x.txt").stat().st_mtime == 1


@pytest.mark.parametrize("form", ["html", "brat"])
def test_a_folder_of_that_name_is_passed_over(form: str) -> None:
    """And an input that is a page is not written over."""
    write(a="One.", b="Two.")
    Path("o/a.html").mkdir(parents=True)
    Path("o/a.ann").mkdir()
    assert cli.main(["a.txt", "b.txt", "-f", form, "-o", "o"]) == 0
    ending = {"html": ".html", "brat": ".ann"}[form]
    assert Path(f"o/a-2{ending}").is_file()
    assert Path(f"o/b{ending}").is_file()


def test_a_name_that_is_too_long_is_shortened() -> None:
    """Beside others that differ in the end only; letters are not cut in two."""
    files = ["a" * 246 + ".txt", "a" * 245 + "b.txt", "ä" * 122 + ".txt"]
    for file in files:
        Path(file).write_text(file)
    for form, ending in (("html", ".html"), ("brat", ".ann")):
        assert cli.main([*files, "-f", form, "-o", f"{form}/"]) == 0
        found = [name.removesuffix(ending) for name in names(Path(form)) if name.endswith(ending)]
        assert sorted(found) == sorted(["a" * 240, "a" * 240 + "-2", "ä" * 120])


def test_one_output_that_cannot_be_written_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line names it, and the status is 1."""
    write(a="One.", b="Two.", c="Three.")
    usual = Output.write

    def full(output: Output, text: str) -> None:
        if output._target is not None and output._target.endswith("b.html"):
            raise FileError("no space left on device")
        usual(output, text)

    monkeypatch.setattr(Output, "write", full)
    assert cli.main(["a.txt", "b.txt", "c.txt", "-f", "html", "-o", "o/"]) == 1
    assert {"a.html", "c.html"} <= set(names(Path("o")))
    assert capsys.readouterr().err == f"quoteattr: b.txt: {os.path.join('o', 'b.html')}: no space left on device\n"


def test_a_folder_without_a_free_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """After some thousand tries."""
    monkeypatch.setattr("quoteattr.files._TRIES", 3)
    folder = Folder("o", [])
    for name in ("x.html", "x-2.html"):
        Path("o", name).mkdir()
    with pytest.raises(FileError, match=r"expected a name like x\.html that is free"):
        folder.write("x.txt", ".html", "page")


def test_what_a_killed_run_left_is_in_nobodys_way() -> None:
    """Not even in a process of the same number."""
    for _ in range(3):
        output = Output("out.json", [])  # the run is killed here
        output.write("half")
        output._stream.close()
    with Output("out.json", []) as output:
        output.write("whole")
    assert Path("out.json").read_text() == "whole"


def test_a_name_that_cannot_be_stated_is_no_input() -> None:
    """There is nothing that could be written over."""
    with pytest.raises(FileError, match="no file can have this name"):
        Output("a\0b", ["a\0b", "missing"])
