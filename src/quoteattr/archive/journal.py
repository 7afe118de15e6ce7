"""What is known of attempts at a part that came to no end, beside the parts: it outlives any worker and any engine."""

from __future__ import annotations

import os
import platform

from attrs import define, field

from quoteattr.archive.report import Travelling
from quoteattr.archive.storage import Storage

__all__ = ["FOLDER", "Journal"]

FOLDER = "_attempts"
_DEATHS = 2
"""A worker may end for other reasons than its article (a machine taken away, no memory); twice at one is no chance."""


@define
class Journal(Travelling):
    """The attempts at one part.

    The first attempt reads articles in batches. If it came to no end, the next ones read them one by one and write down
    before each which it is; so one that ends its worker is found, and passed over when it has done so twice. An end of
    the whole run is no fault of the article: it counts only if the same run begins the part again.

    Attributes:
        attempts: How many have begun, this one included.
        row: The row that a careful attempt was at, in the part; ``None`` for none.
        deaths: How often an attempt came to no end at a row.
        worker: The machine and the process of the last attempt.
        run: The run that it belongs to.
    """

    attempts: int = 0
    row: int | None = None
    deaths: dict[str, int] = field(factory=dict)
    worker: str = ""
    run: str = ""

    @classmethod
    def begin(cls, target: Storage, name: str, run: str = "") -> Journal:
        """Note that there is one more attempt at the part ``name``, in this run."""
        data = target.read(_place(name))
        try:
            journal = cls.from_json(data) if data else cls()
        except (ValueError, TypeError):  # not one of ours
            journal = cls()
        if journal.row is not None and journal.run == run:
            key = str(journal.row)
            journal.deaths[key] = journal.deaths.get(key, 0) + 1
        journal.row = None
        journal.attempts += 1
        journal.run = run
        journal.worker = f"{platform.node()}:{os.getpid()}"
        journal._write(target, name)
        return journal

    @property
    def careful(self) -> bool:
        """Whether articles are to be read one by one."""
        return self.attempts > 1

    def may_read(self, target: Storage, name: str, row: int) -> bool:
        """Note that the article of a row is read next; ``False`` if that has ended too many workers."""
        if self.deaths.get(str(row), 0) >= _DEATHS:
            return False
        self.row = row
        self._write(target, name)
        return True

    def end(self, target: Storage, name: str) -> None:
        """The part is written."""
        target.remove(_place(name))

    def _write(self, target: Storage, name: str) -> None:
        target.files.create_dir(f"{target.path}/{FOLDER}", recursive=True)
        target.write(_place(name), self.to_json().encode())


def _place(name: str) -> str:
    return f"{FOLDER}/{name}.json"
