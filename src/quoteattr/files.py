"""Files as the command line reads and writes them: whole, and with an error that a reader understands."""

from __future__ import annotations

import codecs
import contextlib
import os
import shutil
import stat
import sys
import uuid
from itertools import chain
from types import TracebackType
from typing import IO, Self

from quoteattr.errors import QuoteattrError

__all__ = ["STANDARD", "FileError", "Folder", "Output", "is_folder", "read_text", "reason"]

STANDARD = "-"
"""The name that stands for standard input or output."""

_MARK = "\ufeff"
_CONVERTED = (
    (b"%PDF-", "a PDF file: convert it first, as with pdftotext FILE.pdf"),
    (b"{\\rtf", "an RTF file: convert it first, as with pandoc FILE.rtf --to plain --wrap none"),
    (b"\xd0\xcf\x11\xe0", "an old Word file: convert it first, as with soffice --convert-to txt FILE.doc"),
    (b"PK\x03\x04", "a Word or zip file: convert it first, as with pandoc FILE.docx --to plain --wrap none"),
    (b"\x1f\x8b", "a compressed file: unpack it first, as with gunzip"),
    (b"PAR1", "a Parquet file: its name must end with .parquet"),
)
"""How files begin that are no texts, and what to do with them."""


_LONGEST = 240
"""Bytes of the name of a file without its ending; systems know names of 255."""
_TRIES = 10_000


class FileError(QuoteattrError):
    """A file cannot be read or written. The text is one line and does not name the file."""


def read_text(name: str) -> str:
    """The text of a file, or of standard input for ``-``, with its line ends as they are.

    A UTF-8 byte order mark at the beginning is dropped: it is no character of the article.

    Raises:
        FileError: It cannot be read, or is not UTF-8 text.
    """
    data = _read(name)
    for beginning, remedy in _CONVERTED:
        if data.startswith(beginning):
            raise FileError(f"not text in UTF-8 but {remedy}")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FileError("not text in UTF-8 but in UTF-16: convert the file to UTF-8 first")
    zero = data.find(0)
    if zero >= 0:
        raise FileError(f"not text in UTF-8 but a binary file: there is a NUL byte at offset {zero}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02X} at offset {error.start}"
        raise FileError(f"not text in UTF-8: {found}; convert the file to UTF-8 first") from None
    return text.removeprefix(_MARK)


def _read(name: str) -> bytes:
    try:
        if name == STANDARD:
            if sys.stdin is None:
                raise FileError("standard input is closed")
            return sys.stdin.buffer.read()
        mode = os.stat(name).st_mode
        if stat.S_ISDIR(mode):
            raise FileError("a folder, not a file: name the files in it")
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise FileError("a device, not a file: use - to read standard input")
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        raise FileError(reason(error)) from None
    except ValueError:  # a NUL character in the name
        raise FileError("no file can have this name") from None


class Output:
    """Where the output goes: a file, or standard output for ``None`` and ``-``.

    Used as a context manager. A file is written under a temporary name beside it and gets its own name at the end; if
    an exception ends the block, or nothing was written, whatever was there before stays. A device or a pipe is written
    to directly.

    Args:
        name: The file.
        inputs: Files that must not be overwritten.
        encoding: That of standard output, ``None`` for its own; files are UTF-8.

    Raises:
        FileError: It cannot be written (also from ``write`` and at the end), or is one of the inputs.
    """

    def __init__(self, name: str | None, inputs: list[str], encoding: str | None = None) -> None:
        self._target: str | None = None
        self._part: str | None = None
        self._ours = True
        self._encoding = "utf-8"
        self._empty = True
        if name is None or name == STANDARD:
            if sys.stdout is None:
                raise FileError("standard output is closed")
            self._encoding = encoding or sys.stdout.encoding or "utf-8"
            self._stream: IO[bytes] = sys.stdout.buffer
            self._ours = False
            return
        if _identity(name) in {_identity(other) for other in inputs if other != STANDARD} - {None}:
            raise FileError("this is one of the input files; give the output another name")
        try:
            if os.path.isdir(name):
                raise FileError("a folder, not a file: give the name of a file in it")
            target = os.path.realpath(name)
            if os.path.exists(target) and not os.path.isfile(target):
                self._stream = open(target, "wb")  # noqa: SIM115
                return
            if os.path.exists(target) and not os.access(target, os.W_OK):
                raise FileError("permission denied")
            # A name of its own: nothing that was left there is in the way, and it is no longer than a file's may be.
            self._target, self._part = target, os.path.join(os.path.dirname(target), f".{uuid.uuid4().hex}.part")
            self._stream = open(self._part, "xb")  # noqa: SIM115
        except FileNotFoundError:
            raise FileError("no such folder: make it first") from None
        except OSError as error:
            raise FileError(reason(error)) from None
        except ValueError:
            raise FileError("no file can have this name") from None

    def write(self, text: str) -> None:
        """Add ``text``. What standard output's own encoding lacks becomes a question mark."""
        self._empty = False
        try:
            self._stream.write(text.encode(self._encoding, errors="replace"))
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise FileError(reason(error)) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._ours:
            return
        try:
            self._stream.close()
            if self._part is None or self._target is None:
                return
            if kind is None and not self._empty:
                if os.path.exists(self._target):
                    shutil.copymode(self._target, self._part)
                os.replace(self._part, self._target)
        except OSError as failure:
            raise FileError(reason(failure)) from None
        finally:
            if self._part is not None:
                with contextlib.suppress(OSError):
                    os.remove(self._part)


def is_folder(name: str | None) -> bool:
    """Whether an output is a folder: one that is there, or a name that ends like one."""
    return name is not None and name != STANDARD and (name.endswith(("/", os.sep)) or os.path.isdir(name))


class Folder:
    """A folder of outputs, made when it is not there.

    Args:
        name: The folder.
        inputs: Files that must not be overwritten.

    Raises:
        FileError: It cannot be made.
    """

    def __init__(self, name: str, inputs: list[str]) -> None:
        self._name = name
        self._inputs = {_identity(file) for file in inputs if file != STANDARD} - {None}
        self._taken: set[str] = set()
        try:
            os.makedirs(name, exist_ok=True)
        except OSError as error:
            raise FileError(reason(error)) from None

    def write(self, file: str, ending: str, made: str, text: str | None = None) -> None:
        """Write what is made of a file under a name like its own.

        A number behind the name tells what would be taken for each other apart. No input is written over, nor a text
        that is another one.

        Args:
            file: What it is made of.
            ending: How its name ends.
            made: What is written.
            text: What is written beside it, with the ending ``.txt``; it stays where it is there already.

        Raises:
            FileError: It cannot be written.
        """
        stem = self._free(file, ending, text)
        if text is not None and not self._holds(f"{stem}.txt", text):
            self._put(f"{stem}.txt", text)
        self._put(stem + ending, made)

    def add(self, name: str, text: str) -> None:
        """Write a file unless it is there already: somebody may have changed it.

        Raises:
            FileError: It cannot be written.
        """
        if not os.path.lexists(self._path(name)):
            self._put(name, text)

    def _free(self, file: str, ending: str, text: str | None) -> str:
        stem = os.path.splitext(os.path.basename(file))[0] if file != STANDARD else "standard-input"
        if len(os.fsencode(stem)) > _LONGEST:
            stem = os.fsencode(stem)[:_LONGEST].decode("utf-8", errors="ignore")
        for name in chain([stem], (f"{stem}-{number}" for number in range(2, len(self._taken) + _TRIES))):
            if name.lower() not in self._taken and self._may_be(name, ending, text):
                self._taken.add(name.lower())
                return name
        raise FileError(f"expected a name like {stem}{ending} that is free in {self._name}, got none")

    def _may_be(self, name: str, ending: str, text: str | None) -> bool:
        made, beside = self._path(name + ending), self._path(f"{name}.txt")
        if os.path.isdir(made) or _identity(made) in self._inputs:
            return False
        return text is None or not os.path.lexists(beside) or self._holds(f"{name}.txt", text)

    def _holds(self, name: str, text: str) -> bool:
        """Whether a file holds this text and nothing else, a byte order mark included."""
        path, data = self._path(name), text.encode("utf-8", errors="replace")
        try:
            return os.path.getsize(path) == len(data) and _read(path) == data
        except (OSError, FileError):
            return False

    def _put(self, name: str, text: str) -> None:
        try:
            with Output(self._path(name), []) as output:
                output.write(text)
        except FileError as error:
            raise FileError(f"{self._path(name)}: {error}") from None

    def _path(self, name: str) -> str:
        return os.path.join(self._name, name)


def _identity(name: str) -> tuple[int, int] | None:
    """What tells a file apart, under whatever name; ``None`` if there is none."""
    try:
        found = os.stat(name)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def reason(error: OSError) -> str:
    """What went wrong, in few words and without the name of the file."""
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "permission denied"
        case _:
            return (error.strerror or str(error)).lower()
