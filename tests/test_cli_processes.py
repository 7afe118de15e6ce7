"""The command with several processes, of which none can be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from test_cli import Stub

from quoteattr import Article, SettingError, cli, extractor


class Unsent(Stub):
    """Its settings cannot be sent to other processes."""

    def pipe(self, texts: Iterable[str], processes: int) -> Iterator[Article]:
        raise SettingError(f"a setting cannot be sent to {processes} processes")
        yield Article("")


def test_settings_that_no_process_can_have_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before any file is read: it is the fault of none of them."""
    monkeypatch.setattr(extractor, "Extractor", Unsent)
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    for file in files:
        Path(file).write_text("It rained.", encoding="utf-8")
    assert cli.main([*files, "--format", "jsonl", "--processes", "2"]) != 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "quoteattr: a setting cannot be sent to 2 processes\n")
