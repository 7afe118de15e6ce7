"""What the pages show in Python runs, from top to bottom of each page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGES = ("component", "formats")


@pytest.mark.parametrize("name", PAGES)
def test_examples_of_a_page_run(
    name: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In an empty folder; a comment below a print is what it prints."""
    monkeypatch.chdir(tmp_path)
    page = (root / "docs" / f"{name}.md").read_text(encoding="utf-8")
    space: dict[str, object] = {}
    for block in re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
        exec(compile(block, f"{name}.md", "exec"), space)
        printed = capsys.readouterr().out
        for line in re.findall(r"^# (.*)$", block, re.MULTILINE):
            assert line in printed
