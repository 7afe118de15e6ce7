"""What a command shows on a terminal: lines on standard error, a bar, colours; nothing that could do harm there."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import Any

__all__ = ["Progress", "has_colours", "printable", "say"]

_MANY = 10_000
"""What is counted in thousands and millions."""
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """``text`` on one line and harmless to a terminal.

    White space becomes single spaces; control characters, and those that turn the direction of the line, become
    U+FFFD.
    """
    return "".join(
        "\ufffd" if unicodedata.category(character) in {"Cc", "Cs"} or character in _BIDIRECTIONAL else character
        for character in " ".join(text.split())
    )


def say(*parts: object) -> None:
    """One line on standard error, with the name of the program in front; nothing if there is no standard error."""
    if sys.stderr is not None:
        print(printable(": ".join(["quoteattr", *map(str, parts)])), file=sys.stderr, flush=True)


def has_colours() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody minds (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ  # the old console of Windows prints the codes


class Progress:
    """A bar on standard error, which shows itself once it is moved, and on a terminal only.

    Args:
        unit: What is counted.
        wanted: Whether there is a bar at all.
    """

    def __init__(self, unit: str, *, wanted: bool = True) -> None:
        self._unit = unit
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None

    def move(self, done: int, total: int | None) -> None:
        """So many of all are done; ``None`` if nobody knows how many there are."""
        if not self._wanted:
            return
        if self._bar is None:
            from tqdm import tqdm

            scale = total is None or total >= _MANY
            self._bar = tqdm(
                total=total, unit=self._unit, unit_scale=scale, file=sys.stderr, leave=False, mininterval=0.0
            )
        self._bar.update(done - self._bar.n)

    def clear(self) -> None:
        """Take the bar off the terminal before something else is written there; the next move brings it back."""
        if self._bar is not None:
            self._bar.clear()

    def close(self) -> None:
        """Take it off the terminal for good."""
        if self._bar is not None:
            self._bar.close()
