"""What the pages show runs, from top to bottom of each page, and prints what they say."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", *ROOT.glob("docs/**/*.md"))
    if re.search(r"^```(python|console)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    if path.name != "own-rules.md"  # tests/test_own.py runs it, and its rules' examples
)

SHELL = (
    "docs/archive.md",
    "docs/evaluation.md",
    "docs/how-to/big-archives.md",
    "docs/how-to/folder-to-table.md",
    "docs/how-to/own-verbs.md",
    "docs/lexicon.md",
    "docs/tutorial.md",
)
"""Pages whose commands run, too."""

FENCE = re.compile(
    r"^```(?P<kind>python|console|\{code-block\} \w+)\n(?::caption: (?P<file>\S+)\n\n)?(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
TEXT = "“We are hiring,” said Ada Smith, a spokeswoman for Acme."


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # a page may leave a file to the interpreter to close
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
            if page in SHELL:
                _type(body, tmp_path)
        else:
            capsys.readouterr()
            exec(compile(body, page, "exec"), space)
            printed = capsys.readouterr().out.splitlines()
            for line in re.findall(r"^(?:#|print\(.*\)  #) (.*)$", body, re.MULTILINE):
                assert line in printed


def _type(session: str, folder: Path) -> None:
    """Type the lines behind ``$`` and compare what comes; a line ``...`` or a word ``...`` stands for anything."""
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("the commands are written for a POSIX shell")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE):
        done = subprocess.run(
            [shell, "-c", command],
            cwd=folder,
            env={**os.environ, "PATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        pattern = re.escape(expected).replace(r"\.\.\.", ".*")
        assert done.returncode == 0, done.stdout
        assert re.fullmatch(pattern, done.stdout, re.DOTALL), done.stdout


@pytest.mark.parametrize("page", SHELL)
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
