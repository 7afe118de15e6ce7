"""Marks of quoted mail: ``>`` before lines that somebody else wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteattr.copying.edits import Edit

__all__ = ["edits"]

_LINE = re.compile(r"(?P<end>\n?)(?P<marks>(?:[ \t]*+>)*+)(?P<space>[ \t]?)(?P<words>[^\n]*+)")


def edits(text: str) -> Iterator[Edit]:
    """The marks of quoted mail in a text: left out, and a line without words where another one is quoted."""
    if ">" not in text:
        return
    lines = list(_LINE.finditer(text))
    above = 0
    for number, line in enumerate(lines):
        depth = line["marks"].count(">")
        if depth and 0 < number < len(lines) - 1 and _are_plain(lines[number - 1], lines[number + 1]):
            depth = 0  # a sign of the text, which happens to begin a line
        changes = depth != above and line["end"] != ""
        if depth or changes:
            begin = line.start("marks") - changes
            yield begin, line.end("space") if depth else line.start("marks"), "\n\n" if changes else ""
        above = depth


def _are_plain(*lines: re.Match[str]) -> bool:
    return all(not line["marks"] and line["words"] for line in lines)
