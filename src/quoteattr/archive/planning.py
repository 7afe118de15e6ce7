"""What there is to do: the files of an archive, cut into parts so that every worker has some."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from attrs import evolve

from quoteattr.archive import manifest
from quoteattr.archive.extractor import TableExtractor
from quoteattr.archive.parts import Footer, Part, footers, of_name, parts
from quoteattr.archive.report import Totals
from quoteattr.archive.storage import Storage

__all__ = ["LEAST", "part_rows", "planned", "readable"]

LEAST = 16
"""Articles of a part, at least, unless the caller asks for fewer: they are parsed together."""
_EACH = 8
"""Parts of a worker, at least, so that none waits long for another at the end."""


def readable(
    source: Storage,
    files: Sequence[str],
    extractor: TableExtractor,
    before: Iterable[manifest.Entry],
    totals: Totals,
) -> list[Footer]:
    """The footers of all files that can be read, without their schemas, which take memory.

    Args:
        source: The archive.
        files: Its files.
        extractor: The settings, which must fit the first file that can be read.
        before: What the manifest lists.
        totals: Told which files cannot be read.

    Raises:
        SettingError: A column that the settings name is not there.
    """
    found: list[Footer] = []
    for footer in footers(source, files, manifest.known(before)):
        if footer.error is not None:
            totals.failures[source.relative(footer.file)] = footer.error
            continue
        if not found:
            extractor.schema(footer.schema)
        found.append(evolve(footer, schema=None))
    return found


def planned(
    source: Storage,
    found: Sequence[Footer],
    before: Iterable[manifest.Entry],
    present: Iterable[str],
    *,
    most: int,
    workers: int,
) -> list[tuple[Part, manifest.Entry]]:
    """The parts of files, and what the manifest is to list for each.

    A file that was cut before is cut in the same way again, so that its parts are known; the others are cut so that all
    workers have parts.

    Args:
        source: The archive.
        found: Its files.
        before: What the manifest lists.
        present: The names of the parts that are written.
        most: Rows of a part, at most.
        workers: How many processes there are to be.
    """
    cuts = _cuts(before, present)
    new = sum(sum(footer.row_groups) for footer in found if footer.digest not in cuts)
    size = part_rows(new, most, workers)
    return [
        (part, _entry(source, footer, part))
        for footer in found
        for part in parts(source, footer, cuts.get(footer.digest, size))
    ]


def part_rows(rows: int, most: int, workers: int) -> int:
    """How many rows a part has at most, so that all rows give each worker some parts; never more than ``most``."""
    return min(most, max(LEAST, math.ceil(rows / (_EACH * workers))))


def _cuts(before: Iterable[manifest.Entry], present: Iterable[str]) -> dict[str, int]:
    """The rows of the longest part of each file, by the digest of the file."""
    cuts: dict[str, int] = {}
    listed = ((entry.digest, entry.rows) for entry in before)
    for digest, rows in (*listed, *filter(None, map(of_name, present))):
        cuts[digest] = max(rows, cuts.get(digest, 1))
    return cuts


def _entry(source: Storage, footer: Footer, part: Part) -> manifest.Entry:
    return manifest.Entry(
        part=part.name,
        file=source.relative(footer.file),
        row_group=part.row_group,
        start=part.start,
        rows=part.rows,
        digest=footer.digest,
        size=footer.size,
        modified=footer.modified,
        footer=footer.tail,
    )
