"""Parts: the stretches of an archive that are read, written and taken up again one by one."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from attrs import field, frozen

from quoteattr.archive.report import Travelling
from quoteattr.archive.storage import Storage

__all__ = ["Footer", "Part", "footers", "parts"]

_AT_ONCE = 8
"""Footers that are read at the same time: each is a wait for a bucket's answer."""


@frozen
class Part(Travelling):
    """Rows of one row group of one file, which become one file.

    Attributes:
        file: The path in the input's file system.
        row_group: Its number in the file.
        start: The first row in the row group.
        rows: How many.
        name: The name of the file that is written. It tells the input file with its size, the row group and the start,
            so it is the same in every run.
    """

    file: str
    row_group: int
    start: int
    rows: int
    name: str


@frozen
class Footer:
    """What the end of a Parquet file tells.

    Attributes:
        file: Its path.
        row_groups: The rows of each row group.
        schema: The Arrow schema; ``None`` if the file cannot be read.
        digest: Tells the file and this version of it.
        error: Why it cannot be read.
    """

    file: str
    row_groups: tuple[int, ...] = ()
    schema: Any = field(default=None, eq=False)
    digest: str = ""
    error: str | None = None


def footers(source: Storage, files: Sequence[str]) -> Iterator[Footer]:
    """The footers of ``files``, in order. One that cannot be read is told as such."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from pool.map(lambda file: _footer(source, file), files)


def parts(source: Storage, footer: Footer, most: int) -> Iterator[Part]:
    """The parts of a file, of at most ``most`` rows each."""
    stem = re.sub(r"[^A-Za-z0-9-]+", "-", posixpath.basename(footer.file).removesuffix(".parquet"))[:40]
    for number, rows in enumerate(footer.row_groups):
        for start in range(0, rows, most):
            name = f"{stem}-{footer.digest}-{number:05d}-{start:07d}.parquet"
            yield Part(footer.file, number, start, min(most, rows - start), name)


def _footer(source: Storage, file: str) -> Footer:
    from pyarrow import parquet

    try:
        size = source.size(file)
        with source.files.open_input_file(file) as stream:
            metadata = parquet.read_metadata(stream)
        groups = tuple(metadata.row_group(number).num_rows for number in range(metadata.num_row_groups))
        told = f"{source.relative(file)}\0{size}\0{groups}".encode()
        return Footer(file, groups, metadata.schema.to_arrow_schema(), hashlib.sha256(told).hexdigest()[:10])
    except Exception as error:  # pyarrow raises errors of many types; one bad file must not take the others with it
        return Footer(file, error=" ".join(f"{type(error).__name__}: {error}".split())[:300])
