"""What the commands show on a terminal."""

from __future__ import annotations

import sys

import pytest

from quoteattr.terminal import Progress, columns, say


def test_the_bar_is_for_terminals(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Elsewhere, and where none is wanted, nothing is written to standard error."""
    for wanted, terminal in ((True, False), (False, True)):
        monkeypatch.setattr("sys.stderr.isatty", lambda terminal=terminal: terminal)
        bar = Progress("article", wanted=wanted)
        bar.move(5, 10)
        bar.clear()
        bar.close()
        assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    bar = Progress("article")
    bar.move(0, 10)
    bar.move(5, 10, "7 quotations")
    bar.clear()
    bar.move(10, 10, "9 quotations")
    bar.close()
    shown = capsys.readouterr().err
    assert "10 of 10 articles, 9 quotations, " in shown
    assert " left" in shown


def test_a_line_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever stands in it; without a standard error nothing is said."""
    say("a\n.txt", ValueError("no\x1b[2J"))
    assert capsys.readouterr().err == "quoteattr: a .txt: no\ufffd[2J\n"
    monkeypatch.setattr(sys, "stderr", None)
    say("nothing")


@pytest.mark.parametrize(
    ("terminal", "there", "expected"), [(True, "60", 60), (True, "300", 80), (True, "3", 20), (False, "60", 80)]
)
def test_lines_are_as_wide_as_a_narrow_terminal(
    terminal: bool, there: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And of the usual width in a file or a pipe."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    monkeypatch.setenv("COLUMNS", there)
    assert columns(80) == expected
