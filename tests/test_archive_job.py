"""An archive from beginning to end with the processes of this machine, and what is left when something ends early."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from archives import called, done, parts, start
from children import python
from pyarrow import parquet

from benchmarks.archive_making import LONG, Row, make, rows
from benchmarks.archive_sections import table, unlike
from benchmarks.texts import paragraphs_of
from quoteattr.archive import TableExtractor, Totals, run
from quoteattr.archive import __main__ as command
from quoteattr.archive.job import ENGINES
from quoteattr.archive.journal import Journal
from quoteattr.archive.parts import Part, footers
from quoteattr.archive.parts import parts as parts_of
from quoteattr.archive.report import Report
from quoteattr.archive.storage import Storage
from quoteattr.archive.work import PartWorker
from quoteattr.errors import SettingError, WorkerError

SAID = "“We are hiring,” said Ada Smith."
SETTINGS = TableExtractor(max_characters=LONG - 1)


@pytest.fixture(scope="module")
def archive(seed_texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100 rows in two files, ten row groups and some broken rows."""
    folder = tmp_path_factory.mktemp("archive")
    make(folder, paragraphs_of(seed_texts), 100, 20, files=2, row_group=10)
    return folder


@pytest.fixture(scope="module")
def result(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What comes of it, one part after another in this process."""
    target = tmp_path_factory.mktemp("result")
    work = PartWorker(SETTINGS, str(archive), str(target))
    come = Storage.of(str(archive))
    for footer in footers(come, come.parquet()):
        for part in parts_of(come, footer, 2_000):
            assert work(part).failure is None
    return target


def write(file: Path, texts: list[str | None], **columns: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    ids = [f"{file.stem}{number}" for number in range(len(texts))]
    parquet.write_table(pa.table({"id": ids, "text": pa.array(texts, pa.string()), **columns}), file)


# ---- the command ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_local_gives_the_rows_of_the_function(archive: Path, result: Path, tmp_path: Path) -> None:
    """In processes, all parts, in order; what is in them is what the function makes of each row group."""
    out = done(start(archive, tmp_path / "out"))
    assert unlike(result, tmp_path / "out") == 0
    files = sorted(archive.glob("*.parquet"))
    whole = pa.concat_tables([parquet.read_table(file) for file in files])
    assert SETTINGS(whole).equals(table(tmp_path / "out"))
    assert (tmp_path / "out" / "_SUCCESS").exists()
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.name.startswith("_")) == [
        "_SUCCESS",
        "_manifest.jsonl",
        "_quoteattr.json",
    ]
    lines = out.splitlines()
    assert lines[0] == "parts: 10 written, 0 there already, 0 failed"
    assert lines[1].startswith("articles: 100 in ")
    assert lines[2].startswith("core-seconds of the workers: ")
    assert lines[3] == f"quotes: {len(table(tmp_path / 'out')['id'].drop_null()):,}"
    assert lines[4] == "error rows: 4 (not_text 1, null 2, too_long 1)"


@pytest.mark.slow
@pytest.mark.usefixtures("no_workers")
def test_a_second_run_finds_nothing_to_do(
    archive: Path, result: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And starts no worker; a part that is gone is written again, the others are left alone."""
    target = tmp_path / "out"
    shutil.copytree(result, target)
    called(capsys, archive, target)
    before = {part: part.stat().st_mtime_ns for part in parts(target)}
    assert called(capsys, archive, target)[0].splitlines()[0] == "parts: 0 written, 10 there already, 0 failed"
    parts(target)[3].unlink()
    assert called(capsys, archive, target)[0].splitlines()[0] == "parts: 1 written, 9 there already, 0 failed"
    after = {part: part.stat().st_mtime_ns for part in parts(target)}
    assert [part for part in before if before[part] != after[part]] == [sorted(before)[3]]
    assert unlike(result, target) == 0


@pytest.mark.usefixtures("no_workers")
def test_a_broken_file_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, the status is 1, and nothing says that all is done; with the file mended the next run is."""
    write(tmp_path / "in" / "a.parquet", [SAID])
    (tmp_path / "in" / "b.parquet").write_bytes(b"PAR1 no")
    write(tmp_path / "in" / "c.parquet", [SAID], extra=[1])
    parquet.write_table(pa.table({"id": ["d0"], "body": [SAID]}), tmp_path / "in" / "d.parquet")
    out, err = called(capsys, tmp_path / "in", tmp_path / "out", command.FAILED)
    assert out.splitlines()[0] == "parts: 2 written, 0 there already, 2 failed"
    assert "quoteattr: b.parquet: ArrowInvalid" in err
    assert "text_column: expected one of the columns 'id', 'body', got 'text'" in err
    assert not (tmp_path / "out" / "_SUCCESS").exists()
    write(tmp_path / "in" / "b.parquet", [SAID])
    (tmp_path / "in" / "d.parquet").unlink()
    assert "1 written, 2 there already, 0 failed" in called(capsys, tmp_path / "in", tmp_path / "out")[0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--text-column", "body"], "expected one of the columns 'id', 'text', 'title', 'published', 'kind'"),
        (["--model", "no_such_model"], "the language model 'no_such_model' is not on this machine"),
        (["--lexicon", "no.toml"], "cannot read the lexicon"),
        (["--rules", "no_such_module"], "cannot be imported"),
        (
            ["--keep", "colour"],
            "keep: expected one of the columns 'id', 'text', 'title', ",
        ),
    ],
)
def test_wrong_settings_end_with_status_2(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    """Before any worker starts, in one line."""
    assert command.main([str(archive), str(tmp_path / "out"), *options]) == command.USAGE
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1
    assert not parts(tmp_path / "out")


@pytest.mark.parametrize(
    "options", [["--workers", "0"], ["--engine", "dask"], ["--rows-per-part", "x"], ["--attitudes", "doubt"]]
)
def test_wrong_usage_ends_with_status_2(capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    """As argparse tells it."""
    assert command.main(["in", "out", *options]) == command.USAGE
    assert "usage:" in capsys.readouterr().err


# ---- runs ----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("no_workers")
def test_other_settings_need_another_output(tmp_path: Path) -> None:
    """Parts made with different settings are not mixed."""
    archive, target = tmp_path / "in" / "a.parquet", tmp_path / "out"
    write(archive, [SAID])
    run(archive, target, SETTINGS)
    with pytest.raises(SettingError, match="max_characters was 19999 and is 5"):
        run(archive, target, TableExtractor(max_characters=5))
    with pytest.raises(SettingError, match="rows_per_part was 2000 and is 7"):
        run(archive, target, SETTINGS, rows_per_part=7)
    (target / "_quoteattr.json").write_text("no", encoding="utf-8")
    with pytest.raises(SettingError, match="begun with other settings"):
        run(archive, target, SETTINGS)


@pytest.mark.slow
@pytest.mark.usefixtures("no_workers")
def test_smaller_parts_have_the_same_rows(archive: Path, result: Path, tmp_path: Path) -> None:
    """A row group is cut into parts; articles are counted, and each report says so."""
    told: list[tuple[int, int]] = []
    totals = run(
        archive,
        tmp_path,
        SETTINGS,
        workers=1,
        rows_per_part=7,
        told=lambda whole, now, _: told.append((whole, now)),
    )
    assert (totals.written, totals.articles, totals.errors.total()) == (20, 100, 4)
    assert table(tmp_path).equals(table(result))
    assert told[0] == (100, 0)
    assert told[-1] == (100, 100)
    assert totals.cpu > 0


def test_what_cannot_be_run_is_an_error(archive: Path, tmp_path: Path) -> None:
    """Nothing to read, an output that would be read the next time, and settings that are none."""
    for arguments, message in (
        ((tmp_path / "none", tmp_path / "out"), "expected a Parquet file"),
        ((archive, archive / "out"), "outside of the input"),
        (("nowhere://a/b", tmp_path / "out"), "expected a folder, or the URI of one"),
    ):
        with pytest.raises(SettingError, match=message):
            run(*arguments)
    with pytest.raises(SettingError, match="engine must be one of 'local', 'ray', 'spark'"):
        run(archive, tmp_path / "out", engine="dask")
    with pytest.raises(SettingError, match="workers must be"):
        run(archive, tmp_path / "out", workers=0)


def test_an_engine_that_breaks_off_is_our_error(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the last error that it tells, in one line and with status 1."""
    assert ENGINES == ("local", "ray", "spark")

    def broken(*_: object) -> Any:
        raise RuntimeError("trace\n  more\nValueError: deep inside\nend")

    monkeypatch.setattr("quoteattr.archive.local.run", broken)
    with pytest.raises(WorkerError, match=r"local broke off; .*: ValueError: deep inside"):
        run(archive, tmp_path / "out")
    assert command.main([str(archive), str(tmp_path / "out")]) == command.FAILED
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.usefixtures("no_workers")
def test_parts_of_files_that_are_gone_are_told(tmp_path: Path) -> None:
    """They stay, and are counted: whether they are wanted the user knows."""
    write(tmp_path / "in" / "a.parquet", [SAID])
    write(tmp_path / "in" / "b.parquet", [SAID])
    assert run(tmp_path / "in", tmp_path / "out", workers=1).strangers == 0
    (tmp_path / "in" / "b.parquet").unlink()
    totals = run(tmp_path / "in", tmp_path / "out", workers=1)
    assert (totals.strangers, totals.there) == (1, 1)
    assert "no part of the input any more: 1" in "\n".join(totals.lines())


def test_totals_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Failures are counted apart, and a part that was there gives no articles."""
    totals = Totals(seconds=2.0)
    totals.add(Report(name="a", articles=10, quotes=3, errors={"null": 2}))
    totals.add(Report(name="b", articles=10, there=True))
    totals.add(Report(name="c", failure="no disk"))
    assert list(totals.lines()) == [
        "parts: 1 written, 1 there already, 1 failed",
        "articles: 10 in 2.0 seconds (5.0 a second)",
        "core-seconds of the workers: 0.0",
        "quotes: 3",
        "error rows: 2 (null 2)",
    ]
    report = Report(name="a", errors={"null": 1}, began=1.5)
    assert Report.from_json(report.to_json()) == report


# ---- parts, storage, journal ---------------------------------------------------------------------------------------


def test_files_are_found_in_folders(tmp_path: Path) -> None:
    """By name; hidden ones, and those of others' housekeeping, are not."""
    for name in ("b.parquet", "deep/er/a.parquet", "_x/c.parquet", ".d.parquet", "deep/_e.parquet", "f.txt"):
        write(tmp_path / name, [SAID])
    storage = Storage.of(str(tmp_path))
    assert [storage.relative(file) for file in storage.parquet()] == ["b.parquet", "deep/er/a.parquet"]
    one = Storage.of(str(tmp_path / "b.parquet"))
    assert [one.relative(file) for file in one.parquet()] == ["b.parquet"]
    assert Storage.of(f"file://{tmp_path}").parquet() == storage.parquet()


def test_names_of_parts_tell_the_file_and_its_version(tmp_path: Path) -> None:
    """Two files of one name have different parts, and a file that is altered has other ones."""
    write(tmp_path / "x" / "a b.parquet", [SAID] * 5)
    write(tmp_path / "y" / "a b.parquet", [SAID] * 5)
    storage = Storage.of(str(tmp_path))

    def names() -> list[str]:
        return [part.name for one in footers(storage, storage.parquet()) for part in parts_of(storage, one, 3)]

    before = names()
    assert len(set(before)) == 4
    assert all(name.startswith("a-b-") for name in before)
    assert names() == before
    write(tmp_path / "x" / "a b.parquet", [SAID] * 6)
    assert set(before).intersection(names()) == set(before[2:])
    part = Part("f", 1, 2, 3, "n")
    assert Part.from_json(part.to_json()) == part


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """What an error leaves behind is not under its name, and what was there stays."""
    storage = Storage.of(str(tmp_path))
    storage.write("a", b"one")
    with pytest.raises(ValueError, match="stop"), storage.whole("a") as stream:
        stream.write(b"two")
        raise ValueError("stop")
    assert storage.read("a") == b"one"
    assert storage.read("b") is None
    storage.write("a", b"three")
    assert storage.read("a") == b"three"
    assert storage.names("_temporary") == set()
    storage.clear()
    assert storage.names() == {"a"}


def test_attempts_are_noted(tmp_path: Path) -> None:
    """The second one is careful, and a row that has ended two of them is passed over."""
    storage = Storage.of(str(tmp_path))
    first = Journal.begin(storage, "p")
    assert not first.careful
    second = Journal.begin(storage, "p")
    assert second.careful
    assert second.may_read(storage, "p", 0)
    assert second.may_read(storage, "p", 1)
    third = Journal.begin(storage, "p")
    assert third.may_read(storage, "p", 1)
    fourth = Journal.begin(storage, "p")
    assert fourth.may_read(storage, "p", 0)
    assert not fourth.may_read(storage, "p", 1)
    assert fourth.worker.endswith(f":{os.getpid()}")
    fourth.end(storage, "p")
    assert Journal.begin(storage, "p").attempts == 1
    storage.write("_attempts/p.json", b"[")
    assert Journal.begin(storage, "p").attempts == 1


@pytest.mark.slow
def test_a_careful_attempt_gives_the_same_rows(archive: Path, result: Path, tmp_path: Path) -> None:
    """One article at a time or many: the parse is the same."""
    come, go = Storage.of(str(archive)), Storage.of(str(tmp_path))
    part = next(part for one in footers(come, come.parquet()) for part in parts_of(come, one, 2_000))
    Journal.begin(go, part.name)
    report = PartWorker(SETTINGS, str(archive), str(tmp_path))(part)
    assert report.failure is None
    assert (tmp_path / part.name).read_bytes() == (result / part.name).read_bytes()
    again = PartWorker(SETTINGS, str(archive), str(tmp_path))(part)
    assert again.there


def test_a_part_is_read_in_pieces(tmp_path: Path) -> None:
    """More rows than are held at a time, begun in the middle of a row group."""
    texts = [f"No. {number}" for number in range(400)]
    write(tmp_path / "in.parquet", [*texts])
    work = PartWorker(TableExtractor(), str(tmp_path / "in.parquet"), str(tmp_path / "out"))
    report = work(Part(str(tmp_path / "in.parquet"), 0, 100, 250, "p.parquet"))
    assert report.failure is None
    ids = parquet.read_table(tmp_path / "out" / "p.parquet")["article_id"].to_pylist()
    assert ids == [f"in{number}" for number in range(100, 350)]


# ---- the archive that is made up -----------------------------------------------------------------------------------


def test_the_archive_has_what_archives_have(archive: Path) -> None:
    """Rows without text or id, of bytes that are no text, empty, too long, and there twice; the same each time."""
    paragraphs = ["One.", "Two."]
    made = list(rows(paragraphs, 100, 20))
    assert made == list(rows(paragraphs, 100, 20))
    assert [number for number, row in enumerate(made) if row.text is None] == [7, 23]
    assert made[23].id is None
    assert made[38].text is not None
    assert made[38].text.startswith(b"\xff")
    assert made[51].text == b""
    assert len(made[64].text or b"") >= LONG
    assert made[12] == made[11]
    assert made[77] == made[76]
    clean: list[Row] = list(rows(paragraphs, 100, 20, broken=False))
    assert len({row.id for row in clean}) == 100
    assert all(row.text and len(row.text) < LONG for row in clean)
    file = parquet.ParquetFile(min(archive.glob("*.parquet")))
    assert file.metadata.num_row_groups == 5
    assert json.dumps(file.schema_arrow.names) == '["id", "text", "title", "published", "kind"]'


@pytest.mark.slow
def test_the_command_says_what_it_takes() -> None:
    """``--help`` needs no engine, and does not import spaCy."""
    code = """if True:
        import sys
        from quoteattr.archive.__main__ import main
        assert main(["--help"]) == 0
        assert not {"spacy", "ray", "pyspark"} & set(sys.modules)
    """
    shown = python("-c", code, text=True, check=True).stdout
    assert "--text-column NAME" in shown
