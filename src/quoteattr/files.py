"""Files as the command line reads and writes them: whole, and with an error that a reader understands."""

from __future__ import annotations

import codecs
import contextlib
import os
import shutil
import stat
import sys
from types import TracebackType
from typing import IO, Self

from quoteattr.errors import QuoteattrError

__all__ = ["STANDARD", "FileError", "Folder", "Output", "abandon_standard_output", "is_folder", "read_text", "reason"]

STANDARD = "-"
"""The name that stands for standard input or output."""

_MARK = "\ufeff"
_CONVERTED = (
    (b"%PDF-", "a PDF file: convert it first, as with pdftotext FILE.pdf"),
    (b"{\\rtf", "an RTF file: convert it first, as with pandoc FILE.rtf --to plain --wrap none"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word file: convert it first, as with soffice --convert-to txt FILE.doc",
    ),
    (
        b"PK\x03\x04",
        "a Word or zip file: convert it first, as with pandoc FILE.docx --to plain --wrap none",
    ),
    (b"\x1f\x8b", "a compressed file: unpack it first, as with gunzip"),
    (b"PAR1", "a Parquet file: its name must end with .parquet"),
)
"""How files begin that are no texts, and what to do with them."""


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
        if any(_same(name, other) for other in inputs):
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
            self._target, self._part = target, f"{target}.{os.getpid()}.part"
            self._stream = open(self._part, "xb")  # noqa: SIM115
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
        self._name, self._inputs = name, inputs
        self._taken: set[str] = set()
        try:
            os.makedirs(name, exist_ok=True)
        except OSError as error:
            raise FileError(reason(error)) from None

    def free_name(self, file: str) -> str:
        """A name for what is made of ``file``, without an ending; a number tells files of one name apart."""
        stem = os.path.splitext(os.path.basename(file))[0] if file != STANDARD else "standard-input"
        name, number = stem, 1
        while name.lower() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.lower())
        return name

    def write(self, name: str, text: str) -> None:
        """Write a file. One that is an input stays, if it holds this text already.

        Raises:
            FileError: It cannot be written.
        """
        path = os.path.join(self._name, name)
        if any(_same(path, other) for other in self._inputs) and _read(path) == text.encode("utf-8", errors="replace"):
            return
        with Output(path, self._inputs) as output:
            output.write(text)

    def add(self, name: str, text: str) -> None:
        """Write a file unless it is there already: somebody may have changed it.

        Raises:
            FileError: It cannot be written.
        """
        if not os.path.lexists(os.path.join(self._name, name)):
            self.write(name, text)


def abandon_standard_output() -> None:
    """Drop what standard output still holds, after writing to it has failed, so that Python's exit stays quiet."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def _same(name: str, other: str) -> bool:
    try:
        return other != STANDARD and os.path.samefile(name, other)
    except (OSError, ValueError):
        return False


def reason(error: OSError) -> str:
    """What went wrong, in few words and without the name of the file."""
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "permission denied"
        case _:
            return (error.strerror or str(error)).lower()
