"""Files of a corpus as text; whatever keeps one from being read is a :class:`~quoteattr.errors.CorpusError`."""

from __future__ import annotations

from pathlib import Path

from quoteattr.errors import CorpusError

__all__ = ["files_of", "read_bytes", "read_text"]


def read_bytes(path: Path) -> bytes:
    """The content of ``path``.

    Raises:
        CorpusError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: expected a file that can be read: {error.strerror}") from None


def read_text(path: Path) -> str:
    """The text of ``path`` with its line ends as they are, since offsets count them.

    Raises:
        CorpusError: It cannot be read, or is not UTF-8.
    """
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{path}: expected UTF-8, got {error.object[error.start]:#04x} at byte {error.start}"
        ) from None


def files_of(folder: Path, pattern: str) -> list[Path]:
    """The files of ``folder`` that fit ``pattern``, by name.

    Raises:
        CorpusError: There is no such folder, or no such file in it.
    """
    if not folder.is_dir():
        raise CorpusError(
            f"{folder}: expected a folder with {pattern} files, got {'a file' if folder.exists() else 'nothing'}"
        )
    found = sorted(path for path in folder.glob(pattern) if path.is_file())
    if not found:
        raise CorpusError(f"{folder}: expected {pattern} files, got none")
    return found
