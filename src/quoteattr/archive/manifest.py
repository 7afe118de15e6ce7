"""The manifest of an output: which of its parts are valid, and what each is made of.

It is a file with a JSON object a line, an :class:`Entry` each, and lists the parts that are to be there when all is
done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from quoteattr.archive.report import Travelling
from quoteattr.archive.storage import Storage
from quoteattr.errors import SettingError
from quoteattr.tables import MANIFEST, valid_parts

__all__ = ["Entry", "dataset", "entries", "known", "write"]


@frozen(kw_only=True)
class Entry(Travelling):
    """A part, and the file that it is made of.

    Attributes:
        part: The name of the part.
        file: The file of the input, as seen from its folder.
        row_group: The number of its row group there.
        start: The first row in the row group.
        rows: How many rows.
        digest: Tells the file by its name and all its bytes.
        size: Bytes of the file.
        modified: When it was altered, in nanoseconds since the epoch; ``None`` where that tells nothing.
        footer: A digest of its footer.
    """

    part: str
    file: str
    row_group: int
    start: int
    rows: int
    digest: str
    size: int
    modified: int | None
    footer: str


def entries(target: Storage) -> list[Entry]:
    """What the manifest of an output lists; nothing if there is none, or none that can be read."""
    try:
        return [Entry.from_json(line) for line in (target.read(MANIFEST) or b"").splitlines()]
    except (ValueError, TypeError):
        return []


def write(target: Storage, listed: Iterable[Entry]) -> None:
    """Write the manifest, whole or not at all."""
    target.write(MANIFEST, b"".join(entry.to_json().encode() + b"\n" for entry in listed))


def known(listed: Iterable[Entry]) -> Mapping[tuple[str, int, int, str], str]:
    """The digests of files that need not be read again: by name, size, time and footer."""
    return {
        (entry.file, entry.size, entry.modified, entry.footer): entry.digest
        for entry in listed
        if entry.modified is not None
    }


def dataset(target: str) -> Any:
    """The valid parts of an output, without those of files that are gone or were altered since.

    Args:
        target: The folder, as a path or URI.

    Returns:
        A ``pyarrow.dataset.Dataset``: ``dataset(...).to_table()``, or what a database makes of it.

    Raises:
        SettingError: There is no output, or none of its parts is written yet.
        RecordError: The manifest is damaged.
    """
    from pyarrow import dataset as arrow_dataset

    storage = Storage.of(target)
    paths = valid_parts(storage.files, storage.path)
    if not paths:
        raise SettingError(f"expected the output of python -m quoteattr.archive, got a folder without any: {target}")
    return arrow_dataset.dataset(paths, filesystem=storage.files, format="parquet")
