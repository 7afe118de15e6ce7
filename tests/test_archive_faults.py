"""What would lose articles of an archive or count them twice: runs that are broken off, files that change, links."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from archives import called
from pyarrow import parquet

from benchmarks.archive_making import LONG
from quoteattr.archive import TableExtractor, dataset, manifest, run
from quoteattr.archive import __main__ as command
from quoteattr.archive.journal import Journal
from quoteattr.archive.parts import Footer, footers
from quoteattr.archive.storage import Storage
from quoteattr.archive.work import PartWorker
from quoteattr.errors import RecordError, SettingError, WorkerError
from quoteattr.tables import MANIFEST

pytestmark = pytest.mark.usefixtures("no_workers")
SETTINGS = TableExtractor(max_characters=LONG - 1)
SAID = "“We are hiring,” said {} Smith."
links = pytest.mark.skipif(os.name == "nt", reason="links of Unix")


def write(file: Path, *names: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    texts = [SAID.format(name) for name in names]
    parquet.write_table(pa.table({"id": [str(number) for number in range(len(texts))], "text": texts}), file)


def speakers(target: Path) -> list[str]:
    return sorted(name.partition(" ")[0] for name in dataset(str(target)).to_table()["speaker"].to_pylist())


# ---- runs that are broken off --------------------------------------------------------------------------------------


def test_a_run_that_is_broken_off_is_no_death_of_its_article(tmp_path: Path) -> None:
    """However often: only what ends while its run goes on has ended by itself."""
    target = Storage.of(str(tmp_path))
    for number in range(9):
        journal = Journal.begin(target, "p", f"run {number}")
        assert journal.may_read(target, "p", 4)  # and here the run is broken off
    assert journal.deaths == {}
    for _ in range(2):
        journal = Journal.begin(target, "p", "the last run")
        assert journal.may_read(target, "p", 4)
    assert not Journal.begin(target, "p", "the last run").may_read(target, "p", 4)


def test_an_article_that_is_interrupted_three_times_is_read_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the command that is started again and again."""
    write(tmp_path / "in" / "a.parquet", "Ada", "Bob")
    read = TableExtractor.__call__

    def interrupted(extractor: TableExtractor, table: Any) -> Any:
        if "1" in table["id"].to_pylist():
            raise KeyboardInterrupt
        return read(extractor, table)

    for attempt in range(5):
        with monkeypatch.context() as patch:
            patch.setattr(TableExtractor, "__call__", interrupted)
            assert command.main([str(tmp_path / "in"), str(tmp_path / "out")]) == command.INTERRUPTED, attempt
    assert run(tmp_path / "in", tmp_path / "out", workers=1).errors.total() == 0
    assert speakers(tmp_path / "out") == ["Ada", "Bob"]


def test_each_run_has_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All workers of a run have the same."""
    names: list[str] = []

    def engine(work: PartWorker, parts: Any, *_: object) -> Iterator[Any]:
        names.append(work.run)
        return map(work, parts)

    monkeypatch.setattr("quoteattr.archive.local.run", engine)
    write(tmp_path / "in" / "a.parquet", "Ada")
    for target in ("one", "two"):
        run(tmp_path / "in", tmp_path / target, workers=1)
    assert len(set(filter(None, names))) == 2


# ---- files that change ---------------------------------------------------------------------------------------------


def test_an_altered_file_of_the_same_size_is_done_anew(tmp_path: Path) -> None:
    """And its old rows are no valid ones."""
    file, target = tmp_path / "in" / "a.parquet", tmp_path / "out"
    write(file, "Ada")
    size = file.stat().st_size
    run(file, target, workers=1)
    write(file, "Bob")
    assert file.stat().st_size == size
    totals = run(file, target, workers=1)
    assert (totals.written, totals.strangers) == (1, 1)
    assert speakers(target) == ["Bob"]
    assert sorted(parquet.read_table(target)["speaker"].to_pylist()) == ["Ada Smith", "Bob Smith"]


def test_the_same_bytes_at_another_time_are_not_done_again(tmp_path: Path) -> None:
    """A file that is copied, or written again as it was."""
    file, target = tmp_path / "in" / "a.parquet", tmp_path / "out"
    write(file, "Ada")
    run(file, target, workers=1)
    for when in (0, 10**9):
        os.utime(file, (when, when))
        assert run(file, target, workers=1).there == 1


def test_a_file_that_was_read_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To know its content, if name, size, time and footer are the same, and it was not altered a moment ago."""
    file, target = tmp_path / "in" / "a.parquet", tmp_path / "out"
    write(file, "Ada")
    run(file, target, workers=1)
    (entry,) = manifest.entries(Storage.of(str(target)))
    assert entry.modified is None  # just now: it may be altered in the same moment
    os.utime(file, (10**9, 10**9))
    run(file, target, workers=1)

    def refused(*_: object) -> str:
        raise AssertionError("read again")

    monkeypatch.setattr("quoteattr.archive.parts._content", refused)
    assert run(file, target, workers=1).there == 1
    os.utime(file, (10**9 + 1, 10**9 + 1))
    assert "read again" in str(run(file, target, workers=1).failures)


def test_a_file_that_is_gone_has_no_valid_rows(tmp_path: Path) -> None:
    """They stay in the folder; the manifest leaves them out, and takes them in again when the file is back."""
    write(tmp_path / "in" / "a.parquet", "Ada")
    write(tmp_path / "in" / "b.parquet", "Bob")
    run(tmp_path / "in", tmp_path / "out", workers=1)
    (tmp_path / "in" / "b.parquet").rename(tmp_path / "b.parquet")
    run(tmp_path / "in", tmp_path / "out", workers=1)
    assert speakers(tmp_path / "out") == ["Ada"]
    (tmp_path / "b.parquet").rename(tmp_path / "in" / "b.parquet")
    assert run(tmp_path / "in", tmp_path / "out", workers=1).there == 2
    assert speakers(tmp_path / "out") == ["Ada", "Bob"]


def test_a_manifest_tells_each_part(tmp_path: Path) -> None:
    """A line each; one that is damaged is made again, and there are no rows without one."""
    write(tmp_path / "in" / "deep" / "a.parquet", "Ada", "Bob", "Cy")
    run(tmp_path / "in", tmp_path / "out", rows_per_part=2, workers=1)
    one, two = manifest.entries(Storage.of(str(tmp_path / "out")))
    assert [(entry.file, entry.row_group, entry.start, entry.rows) for entry in (one, two)] == [
        ("deep/a.parquet", 0, 0, 2),
        ("deep/a.parquet", 0, 2, 1),
    ]
    assert {one.part, two.part} == {path.name for path in (tmp_path / "out").glob("*.parquet")}
    for damaged in (b"[", b"{}\n", b"1\n"):
        (tmp_path / "out" / MANIFEST).write_bytes(damaged)
        with pytest.raises(RecordError, match="expected a list of parts"):
            dataset(str(tmp_path / "out"))
        assert run(tmp_path / "in", tmp_path / "out", rows_per_part=2, workers=1).there == 2
        assert manifest.entries(Storage.of(str(tmp_path / "out"))) == [one, two]


def test_every_reader_passes_over_what_is_not_valid(tmp_path: Path) -> None:
    """The page of an archive, and those who ask for one person over many articles."""
    from quoteattr.archive.page import articles
    from quoteattr.corpus.reading import read

    file, target = tmp_path / "in" / "a.parquet", tmp_path / "out"
    for name in ("Ada", "Bob"):
        write(file, name)
        run(file, target, workers=1)
    for found in (articles(str(file), str(target)), read(str(target)), read(f"file://{target}")):
        assert [str(article.speakers[0]) for _, article in found] == ["Bob Smith"]
    (target / MANIFEST).unlink()
    assert sum(len(one.quotes) for _, one in read(str(target))) == 2  # a folder of files that nobody lists
    with pytest.raises(SettingError, match="a folder without any"):
        dataset(str(target))


def test_a_storage_without_times_is_read_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else tells whether a file is the same."""
    write(tmp_path / "a.parquet", "Ada")
    storage = Storage.of(str(tmp_path))
    monkeypatch.setattr(Storage, "seen", lambda self, path: (Path(path).stat().st_size, None))
    (one,) = footers(storage, storage.parquet(), {})
    assert isinstance(one, Footer) and one.error is None and one.modified is None and len(one.digest) == 16


# ---- links ---------------------------------------------------------------------------------------------------------


@links
def test_a_loop_of_links_does_not_multiply_rows(tmp_path: Path) -> None:
    """Nor does a file under a second name."""
    write(tmp_path / "in" / "a.parquet", "Ada")
    write(tmp_path / "in" / "deep" / "b.parquet", "Bob")
    write(tmp_path / "other" / "c.parquet", "Cy")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "deep" / "loop").symlink_to(tmp_path / "in" / "deep")
    (tmp_path / "in" / "z.parquet").symlink_to(tmp_path / "in" / "a.parquet")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "other")
    (tmp_path / "in" / "gone.parquet").symlink_to(tmp_path / "nowhere")
    storage = Storage.of(str(tmp_path / "in"))
    assert [storage.relative(file) for file in storage.parquet()] == ["a.parquet", "deep/b.parquet", "link/c.parquet"]


@links
def test_an_output_that_a_link_shows_in_the_input_is_refused(tmp_path: Path) -> None:
    """It would be read the next time."""
    write(tmp_path / "in" / "a.parquet", "Ada")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    with pytest.raises(SettingError, match="outside of the input"):
        run(tmp_path / "in", tmp_path / "link" / "out")
    (tmp_path / "in" / "inner").symlink_to(tmp_path / "out")
    write(tmp_path / "out" / "b.parquet", "Bob")
    with pytest.raises(SettingError, match="outside of the input"):
        run(tmp_path / "in", tmp_path / "out")


# ---- what the output cannot be -------------------------------------------------------------------------------------


def test_an_output_that_is_a_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a line."""
    write(tmp_path / "in" / "a.parquet", "Ada")
    (tmp_path / "out").write_text("mine")
    assert "cannot be made" in called(capsys, tmp_path / "in", tmp_path / "out", command.USAGE)[1]
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("name", ["_quoteattr.json", "_manifest.jsonl", "_SUCCESS"])
def test_a_full_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """At whatever file it comes; with room again the same command goes on."""
    write(tmp_path / "in" / "a.parquet", "Ada")
    usual = Storage.write

    def full(storage: Storage, file: str, data: bytes) -> None:
        if file == name:
            raise OSError(28, "No space left on device")
        usual(storage, file, data)

    with monkeypatch.context() as patch:
        patch.setattr(Storage, "write", full)
        with pytest.raises(WorkerError, match="no space left on device"):
            run(tmp_path / "in", tmp_path / "out", SETTINGS, workers=1)
        err = called(capsys, tmp_path / "in", tmp_path / "out", command.FAILED)[1]
    assert err.count("\n") == 1
    assert "the same command goes on where it stopped" in err
    run(tmp_path / "in", tmp_path / "out", SETTINGS, workers=1)
    assert speakers(tmp_path / "out") == ["Ada"]


# ---- columns of views ----------------------------------------------------------------------------------------------


def test_columns_of_views_pass_through() -> None:
    """As columns of what they show, also deep within others; a text may be a view, and its bytes too."""
    view, bytes_view = pa.string_view(), pa.binary_view()
    kinds = {
        "a": (view, ["x", None], pa.string()),
        "b": (bytes_view, [b"x", None], pa.binary()),
        "c": (pa.list_(view), [["x"], None], pa.list_(pa.string())),
        "d": (pa.struct([("e", pa.large_list(bytes_view))]), [{"e": [b"x"]}, None], None),
        "f": (pa.map_(pa.string(), view), [[("x", "y")], None], pa.map_(pa.string(), pa.string())),
        "g": (pa.list_(pa.int64(), 1), [[1], None], pa.list_(pa.int64(), 1)),
    }
    columns = {name: pa.array(values, kind) for name, (kind, values, _) in kinds.items()}
    said = SAID.format("Ada")
    for text in (pa.array([said, None], view), pa.array([said.encode(), None], bytes_view)):
        table = pa.table({"id": pa.array(["1", "2"], view), "text": text, **columns})
        result = TableExtractor()(table)
        assert result.schema == TableExtractor().schema(table.schema)
        assert result["speaker"].to_pylist() == ["Ada Smith", None]
        assert result["error"].to_pylist() == [None, "null"]
        for name, (_, values, kind) in kinds.items():
            assert result[name].to_pylist() == values
            assert kind is None or result[name].type == kind
