"""The boundary of every command: a status and at most a line, whatever happens; never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from children import python

from quoteattr import boundary, catalogue, cli
from quoteattr.archive import __main__ as archive
from quoteattr.archive import page
from quoteattr.boundary import FAILED, INTERRUPTED, PIPE_CLOSED, guarded
from quoteattr.corpus import __main__ as corpus
from quoteattr.errors import SettingError
from quoteattr.evaluation import __main__ as evaluation
from quoteattr.terminal import say

unix = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")

COMMANDS: dict[str, tuple[Callable[[], int], str]] = {
    "quoteattr": (lambda: cli.main(["a.txt"]), "quoteattr.cli._parser"),
    "archive": (lambda: archive.main(["in", "out"]), "quoteattr.archive.__main__._parser"),
    "page": (lambda: page.main(["in", "out", "-o", "page.html"]), "quoteattr.archive.page._parser"),
    "evaluation": (lambda: evaluation.main(["in"]), "quoteattr.evaluation.__main__._blocks"),
    "corpus": (lambda: corpus.main(["in", "-o", "out"]), "quoteattr.corpus.__main__._parser"),
    "catalogue": (lambda: catalogue.main([]), "quoteattr.catalogue._listed"),
}
"""How each command is called, and a function within that it cannot do without."""

ERRORS = {
    "ours": SettingError("no such setting"),
    "bug": IndexError("list index out of range"),
    "huge": ValueError("x" * 100_000),
    "disk": OSError(28, "No space left on device", "out.json"),
    "memory": MemoryError(),
    "recursion": RecursionError("maximum recursion depth exceeded"),
    "group": ExceptionGroup("several", [ValueError("one")]),
}


def test_every_command_is_among_these(root: Path) -> None:
    """A module that is run has a boundary, and is tried here."""
    source = root / "src" / "quoteattr"
    run = [
        path for path in source.rglob("*.py") if '\nif __name__ == "__main__":\n' in path.read_text(encoding="utf-8")
    ]
    assert len(run) == len(COMMANDS)
    for path in run:
        called = source / "cli.py" if path == source / "__main__.py" else path
        text = called.read_text(encoding="utf-8")
        assert "boundary.guarded(" in text or " ended(" in text, path


def raising(error: BaseException) -> Callable[..., Any]:
    def raise_it(*_: object, **__: object) -> Any:
        raise error

    return raise_it


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("error", ERRORS)
def test_no_command_lets_an_error_out(
    name: str, error: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever it is, wherever it comes from: one line on standard error, and status 1."""
    call, inner = COMMANDS[name]
    monkeypatch.setattr(inner, raising(ERRORS[error]))
    assert call() == FAILED
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert len(err) < 1_000
    assert "Traceback" not in err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(("raised", "status"), [(KeyboardInterrupt(), INTERRUPTED), (BrokenPipeError(), PIPE_CLOSED)])
def test_every_command_ends_quietly(
    name: str,
    raised: BaseException,
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """After Ctrl-C, and when nobody reads on."""
    call, inner = COMMANDS[name]
    monkeypatch.setattr(inner, raising(raised))
    assert call() == status
    assert capsys.readouterr().err.count("\n") <= 1


@unix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_that_asks_to_end_puts_everything_away(name: str) -> None:
    """As Ctrl-C does, with 128 and its number for a status; afterwards signals are what they were."""
    number, put_away = getattr(signal, name), []
    before = signal.getsignal(number)

    def command() -> int:
        try:
            os.kill(os.getpid(), number)
            signal.pause()  # the signal comes at latest here
            raise AssertionError("nothing came")
        finally:
            put_away.append(name)

    assert guarded(command) == 128 + number
    assert put_away == [name]
    assert signal.getsignal(number) is before


@unix
def test_a_signal_that_a_library_swallows_ends_the_command_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """At the next look; or quietly, if the library fails over it."""
    seen = []

    def swallowing() -> None:
        try:
            os.kill(os.getpid(), signal.SIGINT)
            signal.pause()
        except KeyboardInterrupt:
            seen.append("swallowed")

    def looking() -> int:
        swallowing()
        boundary.check()
        return 0

    def failing() -> int:
        swallowing()
        raise ImportError("half a module")

    assert guarded(looking) == guarded(failing) == INTERRUPTED
    assert len(seen) == 2
    assert capsys.readouterr().err == ""
    assert guarded(lambda: 0) == 0  # what came before is forgotten


@unix
def test_a_signal_that_is_ignored_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert guarded(lambda: os.kill(os.getpid(), signal.SIGHUP) or 7) == 7
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_command_runs_in_any_thread() -> None:
    """Without signals, which belong to the first one."""
    done: list[int] = []
    thread = threading.Thread(target=lambda: done.append(guarded(lambda: 5)))
    thread.start()
    thread.join(60)
    assert done == [5]


class Full:
    """A stream on a disk without room."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")

    def flush(self) -> None:
        raise OSError(28, "No space left on device")

    def isatty(self) -> bool:
        return False


def test_a_standard_error_that_takes_nothing_stops_no_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines are lost, and nothing else."""
    monkeypatch.setattr(sys, "stderr", Full())
    say("one")
    assert sys.stderr is None
    monkeypatch.setattr(sys, "stderr", Full())
    monkeypatch.setattr(cli._Run, "extractor", lambda _: Nothing())
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("It rained.")
    assert cli.main(["a.txt", "missing.txt", "b.txt", "-f", "json", "-o", "out.json"]) == FAILED
    assert (tmp_path / "out.json").read_text(encoding="utf-8").count("It rained.") == 2


class Nothing:
    """An extractor that finds nothing."""

    def pipe(self, given: Any, *, processes: int) -> Any:
        return iter(given)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("raise RuntimeError('x' * 10_000)", "RuntimeError: xxx"),
        ("raise OSError(5, 'Input/output error')", "OSError"),
        ("no_such_name", "NameError"),
        ("def (", "SyntaxError"),
        ("raise KeyError('a')", "KeyError"),
        ("pass", "needs RULES"),
    ],
)
def test_modules_of_rules_that_fail_are_told(
    line: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """While they are imported: a line that names them, status 2, by the library an error that is ours."""
    (tmp_path / "broken_rules.py").write_text(line, encoding="utf-8")
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "broken_rules", raising=False)
    with pytest.raises(SettingError, match=told) as caught:
        cli.Settings(rules=["broken_rules"]).load_rules()
    assert len(str(caught.value)) < 1_000
    monkeypatch.delitem(sys.modules, "broken_rules", raising=False)
    assert cli.main([str(tmp_path / "a.txt"), "--rules", "broken_rules"]) == boundary.USAGE
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "broken_rules" in err


@full
@pytest.mark.slow
@pytest.mark.parametrize("module", ["quoteattr", "quoteattr.archive", "quoteattr.evaluation"])
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_to_a_full_disk_is_a_line(module: str, option: str) -> None:
    """And status 1."""
    if option == "--version" and module != "quoteattr":
        pytest.skip("has no such option")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with open("/dev/full", "w") as stream:
        done = python(
            "-m",
            module,
            option,
            capture_output=False,
            stdout=stream,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
    assert (done.returncode, done.stderr) == (1, "quoteattr: no space left on device\n")


@unix
@pytest.mark.slow
def test_ctrl_c_while_modules_are_imported_is_quiet() -> None:
    """Those of the command, which take most of its first second."""
    code = """if True:
        import os, signal, sys

        class Early:
            def find_spec(self, name, *_):
                if name == "quoteattr.cli":
                    os.kill(os.getpid(), signal.SIGINT)

        sys.meta_path.insert(0, Early())
        from quoteattr.__main__ import main
        sys.argv = ["quoteattr", "--version"]
        sys.exit(main())
    """
    done = python("-c", code, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")


@pytest.mark.slow
def test_the_package_itself_is_imported_in_a_moment() -> None:
    """So that a Ctrl-C hardly comes before the command can catch it; what it gives is loaded when it is asked for."""
    code = """if True:
        import sys, quoteattr
        print([name for name in ("attrs", "attr", "spacy") if name in sys.modules])
        print(quoteattr.explanation.__name__, quoteattr.Article.__name__, hasattr(quoteattr, "nothing"))
    """
    assert python("-c", code, text=True, check=True).stdout == "[]\nquoteattr.explanation Article False\n"
