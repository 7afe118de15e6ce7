"""The texts behind ``benchmarks/pages``."""

from __future__ import annotations

import io
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks import page_texts

WORDS = (
    "The bridge over the river was closed on Monday, and the council said that it would stay closed for a year. " * 5
)
PAGE = f"<html><head><title>Halden</title></head><body><article><p>{WORDS}</p></article></body></html>"


def _packed(file: Path, *names: str) -> Path:
    with tarfile.open(file, "w:gz") as packed:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = len(PAGE.encode())
            packed.addfile(member, io.BytesIO(PAGE.encode()))
    return file


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two packages with a page each that is annotated, and one that is not."""
    for name in ("page-bridge", "page-dam"):
        (tmp_path / "gold").mkdir(exist_ok=True)
        (tmp_path / "gold" / f"{name}.json").write_text("[]")
    monkeypatch.setattr(page_texts, "_ANNOTATED", tmp_path / "gold")
    return [
        _packed(tmp_path / "one.tgz", "package/fixtures/test_bridge.html", "package/fixtures/test_other.html"),
        _packed(tmp_path / "two.tar.gz", "two-1/tests/cache/dam.html", "two-1/docs/bridge.html"),
    ]


def test_other_pages_are_refused(files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert page_texts.main([*map(str, files), str(tmp_path / "out")]) == 1
    assert not (tmp_path / "out").exists()
    assert "not the texts" in capsys.readouterr().err


def test_the_words_of_each_annotated_page_are_a_text(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = WORDS.strip()
    monkeypatch.setattr(page_texts, "_KNOWN", sha256((text * 2).encode()).hexdigest())
    assert page_texts.main([*map(str, files), str(tmp_path / "out")]) == 0
    assert {file.name: file.read_text() for file in (tmp_path / "out").iterdir()} == {
        "page-bridge.txt": text,
        "page-dam.txt": text,
    }
