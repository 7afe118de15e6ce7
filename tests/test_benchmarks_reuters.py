"""The texts behind ``benchmarks/reuters``."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks import reuters_texts

ARTICLE = """<?xml version="1.0"?>
<REUTERS NEWID="7"><TEXT><TITLE>IT RAINS</TITLE><DATELINE>HALDEN, May 2 -</DATELINE><BODY>It rained,
Acme &lt;ACM&gt; said.
</BODY></TEXT></REUTERS>
"""
TEXT = "IT RAINS\n\nHALDEN, May 2 - It rained,\nAcme <ACM> said.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "acq").mkdir()
    (tmp_path / "acq" / "reut-00001.xml").write_text(ARTICLE)
    return tmp_path


def test_other_files_are_refused(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reuters_texts.main([str(texts), str(texts / "out")]) == 1
    assert not (texts / "out").exists()
    assert "not the files" in capsys.readouterr().err


def test_each_file_is_a_text_with_headline_and_dateline(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reuters_texts, "_KNOWN", sha256(TEXT.encode()).hexdigest())
    assert reuters_texts.main([str(texts), str(texts / "out")]) == 0
    assert {file.name: file.read_text() for file in (texts / "out").iterdir()} == {"reuters-00007.txt": TEXT}
