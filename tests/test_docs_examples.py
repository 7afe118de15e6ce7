"""What the pages show runs, from top to bottom of each page, and prints what they say."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import runpy
import shlex
import shutil
import sys
from glob import glob
from pathlib import Path
from unittest import mock

import pytest

from quoteattr import cli

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", *ROOT.glob("docs/**/*.md"))
    if re.search(r"^```(python|console)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    if path.name != "own-rules.md"  # tests/test_own.py runs it, and its rules' examples
)

COMMANDS = (
    "docs/archive.md",
    "docs/corpus.md",
    "docs/evaluation.md",
    "docs/how-to/big-archives.md",
    "docs/how-to/correcting.md",
    "docs/how-to/folder-to-table.md",
    "docs/how-to/known-people.md",
    "docs/how-to/nested-and-addressees.md",
    "docs/how-to/own-verbs.md",
    "docs/how-to/whose-voices.md",
    "docs/lexicon.md",
    "docs/tutorial.md",
)
"""Pages whose commands run, too, in this process; the workers that they start are processes of their own."""

FENCE = re.compile(
    r"^```(?P<kind>python|console|\{code-block\} \w+)\n(?::caption: (?P<file>\S+)\n\n)?(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
LINE = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
"""A command and what comes of it; a line ``...`` or a word ``...`` stands for anything."""

TEXT = "“We are hiring,” said Ada Smith, a spokeswoman for Acme."


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # a page may leave a file to the interpreter to close
@pytest.mark.slow
@pytest.mark.usefixtures("no_workers")
@pytest.mark.parametrize("page", PAGES)
def test_examples_of_a_page_run(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder with the seed articles and no more; a comment below or behind a print is a line that it prints."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    space: dict[str, object] = {}
    for fence in FENCE.finditer((ROOT / page).read_text(encoding="utf-8")):
        body = fence["body"]
        if fence["file"]:
            (tmp_path / fence["file"]).parent.mkdir(exist_ok=True)
            (tmp_path / fence["file"]).write_text(body, encoding="utf-8")
        elif fence["kind"] == "console":
            for command, expected in LINE.findall(body) if page in COMMANDS else ():
                printed = _here(command, capsys)
                assert re.fullmatch(re.escape(expected).replace(r"\.\.\.", ".*"), printed, re.DOTALL), printed
        else:
            capsys.readouterr()
            exec(compile(body, page, "exec"), space)
            lines = capsys.readouterr().out.splitlines()
            for line in re.findall(r"^(?:#|print\(.*\)  #) (.*)$", body, re.MULTILINE):
                assert line in lines


def _here(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints, without another process."""
    capsys.readouterr()
    words = [name for word in shlex.split(command) for name in (sorted(glob(word)) if "*" in word else [word])]
    match words:
        case ["quoteattr", *arguments]:
            assert cli.main(arguments) == 0
        case ["python", "-m", name, *arguments]:
            module = importlib.import_module(name)
            run = module.main if hasattr(module, "main") else importlib.import_module(f"{name}.__main__").main
            assert run(arguments) == 0
        case ["python", file, *arguments]:
            with mock.patch.object(sys, "argv", [file, *arguments]):
                runpy.run_path(os.path.abspath(file), run_name="__main__")  # where workers find it
        case ["ls", folder]:
            print(*sorted(os.listdir(folder)), sep="\n")
        case ["wc", "-l", "<", file]:
            print(Path(file).read_text(encoding="utf-8").count("\n"))
        case _:
            pytest.fail(f"{command}: not known here; add it")
    return "".join(capsys.readouterr())


@pytest.mark.parametrize("page", COMMANDS)
def test_the_lists_name_pages(page: str) -> None:
    """A page that is gone, or was renamed, is gone from the lists above."""
    assert page in PAGES


MODULES = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "src").rglob("*.py")
    if ">>>" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_a_module_run(name: str) -> None:
    """The examples in the docstrings of a module."""
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0
