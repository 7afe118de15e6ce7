"""Where Parquet files are: a folder of this machine, or of a bucket, by its URI."""

from __future__ import annotations

import contextlib
import os
import posixpath
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self

from attrs import field, frozen

from quoteattr.errors import SettingError
from quoteattr.tables import arrow

__all__ = ["Storage"]

_TEMPORARY = "_temporary"
_ENDING = ".parquet"


@frozen
class Storage:
    """A folder (or, to read from, one file).

    Attributes:
        files: The file system, one of ``pyarrow.fs``.
        path: The folder in it.
    """

    files: Any = field(repr=False)
    path: str

    @classmethod
    def of(cls, uri: str) -> Self:
        """The folder of a URI (``s3://bucket/archive``, ``gs://...``, ``hdfs://...``) or of a path of this machine.

        Raises:
            SettingError: There is no such file system, or it cannot be reached.
        """
        arrow()
        from pyarrow import fs

        try:
            if "://" in uri:
                files, path = fs.FileSystem.from_uri(uri)
            else:
                files, path = fs.LocalFileSystem(), os.path.abspath(uri).replace(os.sep, "/")
        except (ValueError, OSError) as error:
            raise SettingError(f"expected a folder, or the URI of one; got {uri!r}: {error}") from None
        return cls(files, path.rstrip("/") or "/")

    def parquet(self) -> list[str]:
        """The paths of all Parquet files in the folder, by name; those of the path itself if it is a file.

        Files and folders whose names begin with ``_`` or ``.`` are left out, as engines do. What symbolic links show
        under several names comes once.
        """
        if self._is_file():
            return [self.path]
        return sorted(
            path
            for path in (self._walk() if self._is_local() else self._list(self.path, recursive=True))
            if path.endswith(_ENDING) and not self.relative(path).startswith(("_", "."))
            if "/_" not in self.relative(path) and "/." not in self.relative(path)
        )

    def relative(self, path: str) -> str:
        """A path as seen from the folder."""
        return posixpath.basename(path) if path == self.path else path[len(self.path.rstrip("/")) + 1 :]

    def within(self, other: Storage) -> bool:
        """Whether this folder is ``other`` or in it, whatever the symbolic links on the way."""
        same = type(self.files) is type(other.files)
        return same and f"{self._real(self.path)}/".startswith(f"{other._real(other.path).rstrip('/')}/")

    def shows(self, files: Iterable[str], other: Storage) -> bool:
        """Whether one of these files lies in ``other``, where a symbolic link shows it."""
        inner = f"{other._real(other.path).rstrip('/')}/"
        return self._is_local() and other._is_local() and any(self._real(file).startswith(inner) for file in files)

    def seen(self, path: str) -> tuple[int, int | None]:
        """Bytes of a file, and when it was altered, in nanoseconds since the epoch, if that is known."""
        info = self.files.get_file_info(path)
        return int(info.size), info.mtime_ns

    def create(self) -> None:
        """Make the folder, unless it is there.

        Raises:
            SettingError: It cannot be made.
        """
        try:
            self.files.create_dir(self.path, recursive=True)
        except OSError as error:
            raise SettingError(f"the folder {self.path} cannot be made: {error}") from None

    def names(self, folder: str = "") -> set[str]:
        """The names of the files in the folder, or in a folder of it."""
        return {posixpath.basename(path) for path in self._list(self.place(folder), recursive=False)}

    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""
        from pyarrow import fs

        return bool(self.files.get_file_info(self.place(name)).type == fs.FileType.File)

    def read(self, name: str) -> bytes | None:
        """What a file holds; ``None`` if it is not there."""
        try:
            with self.files.open_input_stream(self.place(name)) as stream:
                return bytes(stream.read())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write a small file, whole or not at all."""
        with self.whole(name) as stream:
            stream.write(data)

    @contextmanager
    def whole(self, name: str) -> Iterator[Any]:
        """A stream to write a file to: it appears under its name when the block is done, complete, or not at all.

        On the way it has a temporary name in ``_temporary``. (Closing a stream to a bucket after an error would leave
        half a file.) Two that write the same file do not disturb each other.
        """
        folder = self.place(_TEMPORARY)
        self.files.create_dir(folder, recursive=True)
        temporary = f"{folder}/{posixpath.basename(name)}.{uuid.uuid4().hex}"
        try:
            with self.files.open_output_stream(temporary) as stream:
                yield stream
            try:
                self.files.move(temporary, self.place(name))
            except OSError:
                if not self.has(name):  # HDFS moves nothing onto a file that another attempt has put there
                    raise
        finally:
            with contextlib.suppress(OSError):
                if self.has(f"{_TEMPORARY}/{posixpath.basename(temporary)}"):
                    self.files.delete_file(temporary)

    def remove(self, name: str) -> None:
        """Delete a file, if it is there."""
        with contextlib.suppress(OSError):
            self.files.delete_file(self.place(name))

    def clear(self, *folders: str) -> None:
        """Delete folders of this one with what is in them, and what was left of files that were never completed."""
        for folder in (_TEMPORARY, *folders):
            with contextlib.suppress(OSError):
                self.files.delete_dir(self.place(folder))

    def place(self, name: str) -> str:
        """The path of a file in the folder."""
        return f"{self.path.rstrip('/')}/{name}" if name else self.path

    def _is_file(self) -> bool:
        from pyarrow import fs

        return bool(self.files.get_file_info(self.path).type == fs.FileType.File)

    def _walk(self) -> list[str]:
        """The files of a folder of this machine and of its folders, each file and folder once."""
        files, folders = dict[str, str](), {os.path.realpath(self.path)}
        for folder, inner, names in os.walk(self.path, followlinks=True):
            inner[:] = sorted(name for name in inner if _first(os.path.join(folder, name), folders))
            for name in sorted(names):
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    files.setdefault(os.path.realpath(path), path.replace(os.sep, "/"))
        return list(files.values())

    def _is_local(self) -> bool:
        return str(self.files.type_name) == "local"

    def _real(self, path: str) -> str:
        return os.path.realpath(path).replace(os.sep, "/") if self._is_local() else path

    def _list(self, path: str, *, recursive: bool) -> list[str]:
        from pyarrow import fs

        selector = fs.FileSelector(path, allow_not_found=True, recursive=recursive)
        return [info.path for info in self.files.get_file_info(selector) if info.type == fs.FileType.File]


def _first(folder: str, seen: set[str]) -> bool:
    """Whether a folder has not been seen, under any name; from now on it has."""
    real = os.path.realpath(folder)
    new = real not in seen
    seen.add(real)
    return new
