"""The boundary of a command: whatever happens within, it ends with a status and at most a line, never a traceback."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from quoteattr.errors import QuoteattrError
from quoteattr.terminal import say

__all__ = ["FAILED", "INTERRUPTED", "PIPE_CLOSED", "USAGE", "abandon_standard_output", "check", "fault", "guarded"]

FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141
"""What a command returns; the last two are 128 and the number of the signal."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_SHOWN = 500
_came: list[int] = []
"""The signals that came since the command began."""


def guarded(command: Callable[[], int], *, interrupted: str = "") -> int:
    """The exit status of a command.

    A signal that asks it to end is a ``KeyboardInterrupt`` within, so that files and processes are put away as after
    Ctrl-C, and the status is 128 and its number.

    Args:
        command: Does the work, and gives its own status.
        interrupted: What is told after such a signal.
    """
    _came.clear()
    with _signals():
        try:
            status = _status(command)
            if sys.stdout is not None:
                sys.stdout.flush()
        except KeyboardInterrupt:
            return _interrupted(interrupted)
        except BrokenPipeError:
            abandon_standard_output()
            return PIPE_CLOSED
        except Exception as error:
            if _came:  # swallowed by a library, which then failed over it
                return _interrupted(interrupted)
            abandon_standard_output()
            say(*_told(error))
            return FAILED
    return status


def _status(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as end:  # of argparse, after --help, --version and wrong usage
        return end.code if isinstance(end.code, int) else FAILED


def check() -> None:
    """Raise what a library has swallowed: some do while they are imported.

    Raises:
        KeyboardInterrupt: A signal came that asks the command to end.
    """
    if _came:
        raise KeyboardInterrupt


def fault(error: BaseException) -> str:
    """What is said of an error that nobody expected."""
    words = f"{type(error).__name__}: {error}"
    return f"internal error, please report it: {words:.{_SHOWN}}"


def abandon_standard_output() -> None:
    """Drop what standard output still holds, after writing to it has failed, so that Python's exit stays quiet."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        sys.stdout.flush()
        return
    with contextlib.suppress(AttributeError, OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def _told(error: BaseException) -> tuple[str, ...]:
    match error:
        case QuoteattrError():
            return (str(error),)
        case OSError():
            named = () if error.filename is None else (str(error.filename),)
            return (*named, (error.strerror or str(error)).lower())
        case MemoryError():
            return ("there is not enough memory",)
    return (fault(error),)


def _interrupted(words: str) -> int:
    if words:
        say(words)
    return 128 + (_came[0] if _came else int(signal.SIGINT))


@contextmanager
def _signals() -> Iterator[None]:
    """Signals that ask to end interrupt what runs; those that are ignored (nohup, a job in the background) stay so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    usual = (signal.SIG_DFL, signal.default_int_handler)
    numbers: list[Any] = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers if signal.getsignal(number) in usual}
    try:
        for number in before:
            signal.signal(number, _interrupt)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, _: FrameType | None) -> None:
    _came.append(number)
    raise KeyboardInterrupt
