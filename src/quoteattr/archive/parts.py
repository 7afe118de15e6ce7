"""Parts: the stretches of an archive that are read, written and taken up again one by one."""

from __future__ import annotations

import hashlib
import posixpath
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from attrs import field, frozen

from quoteattr.archive.report import Travelling
from quoteattr.archive.storage import Storage

__all__ = ["Footer", "Part", "footers", "of_name", "parts"]

_AT_ONCE = 8
"""Files that are looked at at the same time: each is a wait for a bucket's answer."""
_BLOCK = 1 << 20
_TICK = 2_000_000_000
"""Nanoseconds within which a file may be altered twice and tell the same time."""


@frozen
class Part(Travelling):
    """Rows of one row group of one file, which become one file.

    Attributes:
        file: The path in the input's file system.
        row_group: Its number in the file.
        start: The first row in the row group.
        rows: How many.
        name: The name of the file that is written. It tells the input file with all its bytes, the row group and the
            rows, so it is the same in every run.
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
        digest: Tells the file by its name and all its bytes.
        size: Its bytes.
        modified: When it was altered, in nanoseconds since the epoch; ``None`` where that is not known, or so short ago
            that it may be altered again at the same time.
        tail: A digest of the footer itself.
        error: Why it cannot be read.
    """

    file: str
    row_groups: tuple[int, ...] = ()
    schema: Any = field(default=None, eq=False)
    digest: str = ""
    size: int = 0
    modified: int | None = None
    tail: str = ""
    error: str | None = None


Known = Mapping[tuple[str, int, int, str], str]
"""The digest of a file whose name, size, time and footer are the same as they were when it was read."""


def footers(source: Storage, files: Sequence[str], known: Known | None = None) -> Iterator[Footer]:
    """The footers of ``files``, in order. One that cannot be read is told as such.

    A file is known by its content, for which all of it is read, unless it is ``known`` already.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from pool.map(lambda file: _footer(source, file, known or {}), files)


def parts(source: Storage, footer: Footer, most: int) -> Iterator[Part]:
    """The parts of a file, of at most ``most`` rows each."""
    stem = re.sub(r"[^A-Za-z0-9-]+", "-", posixpath.basename(footer.file).removesuffix(".parquet"))[:40]
    for number, rows in enumerate(footer.row_groups):
        for start in range(0, rows, most):
            count = min(most, rows - start)
            name = f"{stem}-{footer.digest}-{number:05d}-{start:07d}-{count}.parquet"
            yield Part(footer.file, number, start, count, name)


def of_name(name: str) -> tuple[str, int] | None:
    """The digest of the file and the number of rows that the name of a part tells; ``None`` for another name."""
    found = re.fullmatch(r".*-([0-9a-f]{16})-[0-9]{5,}-[0-9]{7,}-([0-9]+)\.parquet", name)
    return (found[1], int(found[2])) if found else None


def _footer(source: Storage, file: str, known: Known) -> Footer:
    from pyarrow import parquet

    try:
        name, (size, modified) = source.relative(file), source.seen(file)
        with source.files.open_input_file(file) as stream:
            metadata = parquet.read_metadata(stream)
            tail = _tail(stream, size)
            digest = None if modified is None else known.get((name, size, modified, tail))
            if digest is None:
                digest = _content(stream, name)
                modified = modified if modified is not None and modified < time.time_ns() - _TICK else None
        groups = tuple(metadata.row_group(number).num_rows for number in range(metadata.num_row_groups))
        return Footer(file, groups, metadata.schema.to_arrow_schema(), digest, size, modified, tail)
    except Exception as error:  # pyarrow raises errors of many types; one bad file must not take the others with it
        return Footer(file, error=" ".join(f"{type(error).__name__}: {error}".split())[:300])


def _tail(stream: Any, size: int) -> str:
    """A digest of the footer of an open Parquet file: its length stands before the last four bytes."""
    stream.seek(size - 8)
    length = int.from_bytes(stream.read(4), "little")
    stream.seek(size - 8 - length)
    return hashlib.blake2b(stream.read(length), digest_size=8).hexdigest()


def _content(stream: Any, name: str) -> str:
    """A digest of a file's name and of all that it holds."""
    digest = hashlib.blake2b(name.encode("utf-8", "surrogateescape") + b"\0", digest_size=8)
    stream.seek(0)
    while block := stream.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()
