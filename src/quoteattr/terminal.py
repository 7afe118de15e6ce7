"""What a command shows on a terminal: lines on standard error, a bar, colours; nothing that could do harm there."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from typing import Any

__all__ = ["BIDIRECTIONAL", "Progress", "columns", "has_colours", "printable", "say"]

_MANY = 10_000
"""What is counted in thousands and millions."""
_LONGEST = 5_000
"""Characters of a line: the name of a file with the longest path, and more."""
_LINE = "{{percentage:3.0f}}% |{{bar}}| {{n_fmt}} of {{total_fmt}} {unit}s{{postfix}}, {{remaining}} left"
"""How a bar is written, by tqdm, once the unit is filled in."""
BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the direction of a line."""


def printable(text: str) -> str:
    """``text`` on one line and harmless to a terminal.

    White space becomes single spaces; control characters, and those that turn the direction of the line, become
    U+FFFD.
    """
    return "".join(
        "\ufffd" if unicodedata.category(character) in {"Cc", "Cs"} or character in BIDIRECTIONAL else character
        for character in " ".join(text.split())
    )


def say(*parts: object) -> None:
    """One line on standard error, with the name of the program in front; nothing if there is no standard error.

    One that takes nothing (a full disk, a closed pipe) is given up: the work goes on.
    """
    if sys.stderr is None:
        return
    line = printable(": ".join(["quoteattr", *map(str, parts)]))
    try:
        print(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        sys.stderr = None  # else Python writes the line once more at its end, and fails


def has_colours() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody minds (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ  # the old console of Windows prints the codes


def columns(most: int) -> int:
    """How wide a line on standard output may be: ``most``, or what a narrower terminal has, but 20 at least."""
    return max(20, min(most, shutil.get_terminal_size().columns)) if sys.stdout.isatty() else most


class Progress:
    """A bar on standard error, with counts and the time that is left, which shows itself once it is moved.

    Args:
        unit: What is counted, in the singular.
        wanted: Whether there is a bar at all; there is none unless standard error is a terminal.
    """

    def __init__(self, unit: str, *, wanted: bool = True) -> None:
        self._unit = unit
        self.is_shown = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None

    def move(self, done: int, total: int, note: str = "") -> None:
        """So many of all are done; ``note`` tells what was found."""
        if not self.is_shown:
            return
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(
                total=total,
                bar_format=_LINE.format(unit=self._unit),
                unit_scale=total >= _MANY,
                file=sys.stderr,
                leave=False,
                mininterval=0.0,
                smoothing=0.1,
                dynamic_ncols=True,
            )
        self._bar.set_postfix_str(note, refresh=False)
        self._bar.update(done - self._bar.n)

    def clear(self) -> None:
        """Take the bar off the terminal before something else is written there; the next move brings it back."""
        if self._bar is not None:
            self._bar.clear()

    def close(self) -> None:
        """Take it off the terminal for good."""
        if self._bar is not None:
            self._bar.close()
