"""Parts of an archive: rows in groups, articles that end workers, settings and processes that fail."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from quoteattr.archive import TableExtractor, local, work
from quoteattr.archive import __main__ as command
from quoteattr.archive.journal import Journal
from quoteattr.archive.parts import Part
from quoteattr.archive.storage import Storage
from quoteattr.archive.work import PartWorker
from quoteattr.errors import LexiconError, ModelError, SettingError, WorkerError

SAID = "“We are hiring,” said Ada Smith."


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A file of four articles."""
    file = tmp_path / "in.parquet"
    parquet.write_table(pa.table({"id": list("abcd"), "text": [SAID, "It rained.", SAID, SAID]}), file)
    return file


def part_of(file: Path, start: int = 0, rows: int = 4) -> Part:
    return Part(str(file), 0, start, rows, "p.parquet")


def read(folder: Path) -> list[tuple[Any, ...]]:
    table = parquet.read_table(folder / "p.parquet")
    return list(zip(*(table[name].to_pylist() for name in ("article_id", "text", "speaker", "error")), strict=True))


QUOTED = ("“We are hiring,”", "Ada Smith", None)
ROWS = [("a", *QUOTED), ("b", None, None, None), ("c", *QUOTED), ("d", *QUOTED)]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_rows_are_written_in_groups(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """However many are held at a time, they are the same, in order."""
    monkeypatch.setattr(work, "_ROWS", 1)
    monkeypatch.setattr(work, "_GROUP_ROWS", size)
    report = PartWorker(TableExtractor(), str(texts), str(tmp_path / "out"))(part_of(texts))
    assert (report.failure, report.articles, report.quotes, report.errors) == (None, 4, 3, {})
    assert read(tmp_path / "out") == ROWS
    groups = parquet.ParquetFile(tmp_path / "out" / "p.parquet").num_row_groups
    assert groups == -(-4 // size)


def test_a_part_begins_and_ends_within_its_rows(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read before and behind it is not written."""
    monkeypatch.setattr(work, "_ROWS", 1)
    assert PartWorker(TableExtractor(), str(texts), str(tmp_path / "out"))(part_of(texts, 1, 2)).articles == 2
    assert read(tmp_path / "out") == ROWS[1:3]


def test_an_article_that_ends_workers_is_passed_over(texts: Path, tmp_path: Path) -> None:
    """With the reason in its row; the others of the part are read."""
    target = Storage.of(str(tmp_path / "out"))
    for _ in range(2):
        journal = Journal.begin(target, "p.parquet")
        assert journal.may_read(target, "p.parquet", 1)  # and that is the last that is heard of the worker
    report = PartWorker(TableExtractor(), str(texts), str(tmp_path / "out"))(part_of(texts))
    assert report.errors == {"killed": 1}
    assert read(tmp_path / "out") == [ROWS[0], ("b", None, None, "killed"), *ROWS[2:]]


@pytest.mark.parametrize("error", [ModelError, LexiconError])
def test_what_is_wrong_with_every_part_is_raised(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """Others would fail in the same way; what is wrong with one part stands in its report."""
    worker = PartWorker(TableExtractor(), str(texts), str(tmp_path / "out"))

    def failing(raised: type[Exception]) -> Any:
        def extract(*_: object) -> Any:
            raise raised("gone")

        return extract

    monkeypatch.setattr(TableExtractor, "__call__", failing(error))
    with pytest.raises(error, match="gone"):
        worker(part_of(texts))
    monkeypatch.setattr(TableExtractor, "__call__", failing(OSError))
    assert worker(part_of(texts)).failure == f"{texts}: OSError: gone"


def test_a_part_whose_worker_always_ends_is_told(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some rounds, with what is known of the end; an error of another kind is raised."""
    rounds: list[int] = []

    def spread(setup: object, tasks: Any, processes: int, *, ahead: int) -> Any:
        rounds.append(processes)
        for (task,) in tasks:
            yield WorkerError("was killed") if Part.from_json(task).start == 0 else "a report"

    monkeypatch.setattr(local.workers, "spread", spread)
    parts = [part_of(texts, 0, 2), part_of(texts, 2, 2)]
    first, last = local.run(PartWorker(TableExtractor(), str(texts), "out"), parts, processes=2)
    assert (first, last.failure) == ("a report", f"{texts}: was killed")
    assert rounds == [2] + [1] * (local._ROUNDS - 1)


def test_an_error_of_a_worker_is_raised(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as settings that no part can be read with."""
    monkeypatch.setattr(local.workers, "spread", lambda *_, **__: iter([SettingError("no such rules")]))
    with pytest.raises(SettingError, match="no such rules"):
        list(local.run(PartWorker(TableExtractor(), str(texts), "out"), [part_of(texts)], processes=1))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """Where a file has its name."""
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(SettingError, match="cannot be made"):
        Storage.of(str(tmp_path / "out" / "folder")).create()


def test_a_lexicon_that_is_malformed_is_told_before_a_part_is_begun(texts: Path, tmp_path: Path) -> None:
    """By the call, not by every worker."""
    from quoteattr.archive import run

    (tmp_path / "words.toml").write_text("[verbs", encoding="utf-8")
    with pytest.raises(LexiconError):
        run(texts, tmp_path / "out", TableExtractor(lexicon=str(tmp_path / "words.toml")), workers=1)
    assert not (tmp_path / "out" / "p.parquet").exists()


class Moves:
    """A file system that moves nothing onto a file that is there."""

    def __init__(self, files: Any) -> None:
        self.files = files

    def __getattr__(self, name: str) -> Any:
        return getattr(self.files, name)

    def move(self, source: str, target: str) -> None:
        if not Path(target).parent.exists() or Path(target).exists():
            raise FileExistsError(target)
        self.files.move(source, target)


def test_a_file_that_another_attempt_has_put_there_stays(tmp_path: Path) -> None:
    """It is the same; but one that cannot be put anywhere is an error, and nothing is left behind."""
    local_files = Storage.of(str(tmp_path))
    storage = Storage(Moves(local_files.files), local_files.path)
    storage.write("a", b"one")
    storage.write("a", b"two")
    assert storage.read("a") == b"one"
    with pytest.raises(FileExistsError), storage.whole("no/such/folder/b"):
        pass
    assert storage.names("_temporary") == set()


def test_quotes_of_nobody_have_neither_speaker_nor_organisation() -> None:
    """Their cells are empty."""
    table = TableExtractor()(pa.table({"id": ["a"], "text": ["It is hard to say that the mill will close."]}))
    (row,) = table.to_pylist()
    assert row["text"] == "that the mill will close"
    assert {row[name] for name in ("speaker_id", "speaker", "speaker_kind", "organisation_id", "organisation")} == {
        None
    }


def test_an_interrupted_run_says_how_to_go_on(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, if there is one; with a status of its own."""

    def interrupted(*_: object, **__: object) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_run", interrupted)
    arguments = [str(texts), str(tmp_path / "out")]
    assert command.main(arguments) == command.INTERRUPTED
    assert "the same command goes on where it stopped" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stderr", None)
    assert command.main(arguments) == command.INTERRUPTED
