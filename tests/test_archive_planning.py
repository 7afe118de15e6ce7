"""How the files of an archive are cut into parts."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from archives import parts
from pyarrow import parquet

from quoteattr.archive import run
from quoteattr.archive.parts import of_name
from quoteattr.archive.planning import LEAST, part_rows
from quoteattr.tables import MANIFEST

pytestmark = pytest.mark.usefixtures("no_workers")
QUIET = ""
"""What stands in an article does not matter here; this one is read at once."""


def write(file: Path, count: int) -> None:
    file.parent.mkdir(exist_ok=True)
    parquet.write_table(pa.table({"id": list(range(count)), "text": [QUIET] * count}), file)


def rows_of(target: Path) -> list[int]:
    return sorted(parquet.read_metadata(file).num_rows for file in parts(target))


@pytest.mark.parametrize(
    ("rows", "most", "workers", "size"),
    [
        (500, 2_000, 2, 32),  # sixteen parts, eight for each
        (500, 2_000, 64, LEAST),
        (3, 2_000, 2, LEAST),
        (500, 10, 2, 10),
        (10_000_000, 2_000, 64, 2_000),
        (0, 2_000, 2, LEAST),
    ],
)
def test_every_worker_has_some_parts(rows: int, most: int, workers: int, size: int) -> None:
    """Of few articles, if there are few in all; never of more than the caller allows."""
    assert part_rows(rows, most, workers) == size


def test_a_small_archive_is_cut_for_its_workers(tmp_path: Path) -> None:
    """One row group gives several parts, and the rows are those of one part, in order."""
    write(tmp_path / "in" / "a.parquet", 180)
    assert run(tmp_path / "in", tmp_path / "one", workers=1).written == 8
    assert rows_of(tmp_path / "one") == [19, *[23] * 7]
    assert run(tmp_path / "in", tmp_path / "two", workers=2).written == 12
    assert [parquet.read_table(file)["article_id"].to_pylist()[0] for file in parts(tmp_path / "two")] == [
        str(start) for start in range(0, 180, 16)
    ]


def test_what_was_cut_before_stays_cut(tmp_path: Path) -> None:
    """With other workers, more files, or a manifest that is gone, no part is done again."""
    write(tmp_path / "in" / "a.parquet", 180)
    run(tmp_path / "in", tmp_path / "out", workers=1)
    again = run(tmp_path / "in", tmp_path / "out", workers=2)
    assert (again.written, again.there, again.strangers) == (0, 8, 0)
    write(tmp_path / "in" / "b.parquet", 40)
    more = run(tmp_path / "in", tmp_path / "out", workers=2)
    assert (more.written, more.there, more.strangers) == (3, 8, 0)
    (tmp_path / "out" / MANIFEST).unlink()
    parts(tmp_path / "out")[0].unlink()
    last = run(tmp_path / "in", tmp_path / "out", workers=2)
    assert (last.written, last.there, last.strangers) == (1, 10, 0)


def test_the_name_of_a_part_tells_its_rows() -> None:
    """And the digest of its file; another name tells nothing."""
    assert of_name("a-b-0123456789abcdef-00001-0002000-63.parquet") == ("0123456789abcdef", 63)
    assert of_name("a-b-0123456789abcdef-00001-0002000.parquet") is None
