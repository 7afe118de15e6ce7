"""What the repository holds: sources, pages, annotations, and no data that somebody made on the way."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import children
import pytest

ROOT = Path(__file__).parents[1]
KINDS = {
    ".cff",
    ".conf",
    ".css",
    ".ini",
    ".jinja",
    ".js",
    ".json",
    ".md",
    ".png",
    ".py",
    ".sha256",
    ".svg",
    ".toml",
    ".tsv",
    ".txt",
    ".typed",
    ".xml",
    ".yml",
}
NAMES = {".gitignore", "LICENSE", "run"}


def _kept() -> Iterator[PurePosixPath]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=children.LIMIT
    )
    return (PurePosixPath(name) for name in listed.stdout.split("\0") if name)


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="a checkout and git are needed")
def test_only_known_kinds_of_files_are_kept() -> None:
    """A cache of parses would hold whole texts that may not be passed on."""
    assert [str(file) for file in _kept() if file.suffix not in KINDS and file.name not in NAMES] == []


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="a checkout and git are needed")
def test_texts_stand_only_where_they_are_our_own() -> None:
    """Annotations of others' articles are offsets; a text file beside them would be an article."""
    texts = {file.parts[:2] for file in _kept() if file.suffix == ".txt" and file.parts[0] == "benchmarks"}
    assert texts == {("benchmarks", "newsrooms")}
