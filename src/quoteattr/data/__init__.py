"""The lists, counts and trees that ship, as text. A wheel holds them packed in one file (``tools/packing.py``)."""

from __future__ import annotations

from importlib import resources

from quoteattr.errors import QuoteattrError

__all__ = ["PACKED", "text_of", "unpacked"]

PACKED = "tables.packed"
"""The file of a wheel that holds all others."""
_FIRST = 33
"""The character that stands for nothing shared; each next one stands for one character more."""


def text_of(name: str) -> str:
    """The text of a file of ``data/en``; ``""`` where there is none yet, before the first training.

    Raises:
        QuoteattrError: It is packed, and this Python cannot unpack it.
    """
    folder = resources.files(__name__).joinpath("en")
    plain, packed = folder.joinpath(name), folder.joinpath(PACKED)
    if plain.is_file():
        return plain.read_text(encoding="utf-8")
    return unpacked(packed.read_bytes(), name) if packed.is_file() else ""


def unpacked(data: bytes, name: str) -> str:
    """The text of one of the files that are packed together; ``""`` if it is none of them.

    Lines first tell the names of the files and how many bytes each has; these follow behind an empty line. They are
    compressed with bzip2. Of each line of a file they tell, as one character, how many characters it shares with the
    line above, and then the others.
    """
    index, _, body = data.partition(b"\n\n")
    start = 0
    for line in index.decode().splitlines():
        one, _, size = line.partition("\t")
        if one == name:
            return _text(body[start : start + int(size)])
        start += int(size)
    return ""


def _text(data: bytes) -> str:
    try:
        import bz2
    except ImportError as error:
        raise QuoteattrError(
            "the word lists of quoteattr are compressed with bzip2, which this Python was built without: "
            "use a Python whose module bz2 can be imported"
        ) from error
    lines, line = list[str](), ""
    for told in bz2.decompress(data).decode().split("\n"):
        line = line[: ord(told[0]) - _FIRST] + told[1:]
        lines.append(line)
    return "\n".join(lines)
