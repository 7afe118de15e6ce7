"""An archive that is made up: articles of paragraphs drawn by chance, with rows mixed in that are no articles."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from attrs import frozen

__all__ = ["LONG", "Row", "make", "rows"]

LONG = 20_000
"""Characters that an article has if it is to be too long."""


@frozen
class Row:
    """A row of the archive.

    Attributes:
        id: Of the article; ``None`` for none.
        text: As bytes, which may be no UTF-8; ``None`` for none.
        title: Something that passes through.
        published: Likewise.
        kind: Likewise, though a column of the result is called like it.
    """

    id: str | None
    text: bytes | None
    title: str
    published: datetime
    kind: str


def rows(paragraphs: Sequence[str], count: int, length: int, *, broken: bool = True) -> Iterator[Row]:
    """Rows, the same ones each time.

    Args:
        paragraphs: Articles are put together from these.
        count: How many rows.
        length: Characters of an article, at least.
        broken: Of a hundred rows, have one without text, one without text and id, one that is not UTF-8, one that is
            empty, one longer than :data:`LONG`, and two that stand there a second time.
    """
    chance = random.Random(0)
    before: Row | None = None
    for number in range(count):
        name: str | None = f"a{number:07d}"
        article = _article(chance, paragraphs, length)
        text: bytes | None = article.encode()
        sort = number % 100 if broken else -1
        if sort == 7:
            text = None
        elif sort == 23:
            name = text = None
        elif sort == 38:
            text = b"\xff\xfe" + article.encode()
        elif sort == 51:
            text = b""
        elif sort == 64:
            text = (article * (LONG // len(article) + 1)).encode()
        row = Row(name, text, f"Title {number}", datetime(2020, 1, 1) + timedelta(hours=number), "news")
        if sort in (12, 77) and before is not None:
            row = before
        yield row
        before = row


def make(
    folder: Path,
    paragraphs: Sequence[str],
    count: int,
    length: int,
    *,
    files: int = 4,
    row_group: int = 100,
    broken: bool = True,
) -> None:
    """Write an archive.

    Args:
        folder: Where its files go.
        paragraphs: Articles are put together from these.
        count: Rows.
        length: Characters of an article, at least.
        files: Parquet files.
        row_group: Rows of a row group, at most.
        broken: Whether there are rows that are no articles.
    """
    from pyarrow import parquet

    folder.mkdir(parents=True, exist_ok=True)
    source = rows(paragraphs, count, length, broken=broken)
    for number in range(files):
        left = count // files + (number < count % files)
        with parquet.ParquetWriter(folder / f"articles-{number:03d}.parquet", _table([]).schema) as writer:
            while left:
                writer.write_table(_table([next(source) for _ in range(min(left, row_group))]))
                left -= min(left, row_group)


def _table(some: Sequence[Row]) -> Any:
    import pyarrow as pa

    binary = pa.array([row.text for row in some], pa.binary())
    unchecked = pa.Array.from_buffers(pa.string(), len(binary), binary.buffers(), binary.null_count)
    return pa.table(
        {
            "id": pa.array([row.id for row in some], pa.string()),
            "text": unchecked,
            "title": pa.array([row.title for row in some], pa.string()),
            "published": pa.array([row.published for row in some], pa.timestamp("us")),
            "kind": pa.array([row.kind for row in some], pa.string()),
        }
    )


def _article(chance: random.Random, paragraphs: Sequence[str], length: int) -> str:
    out: list[str] = []
    size = 0
    while size < length:
        out.append(chance.choice(paragraphs))
        size += len(out[-1]) + 2
    return "\n\n".join(out)
