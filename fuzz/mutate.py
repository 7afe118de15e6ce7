"""Changes one thing at a time in some modules, and tells which changes no test notices.

``python fuzz/mutate.py marks --sample 100`` takes a hundred changes by chance; without ``--sample`` it makes them all.
Nothing is written: each change is made in a process of its own, forked from one that has pytest and the model in
memory, so that most changes cost a second or two. (The tools that there are start an interpreter for each.) What the
parser says of the texts in the tests is kept as well, where no change can touch it.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import itertools
import os
import pickle
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = {  # of each its modules, and their tests, the quickest and most telling first
    "marks": (
        ["marks"],
        [f"tests/test_marks{part}.py" for part in ("_words", "_costs", "_edges", "")],
    ),
    "selection": (
        ["detect/selection.py", "detect/continuation", "detect/overlaps.py"],
        [
            "tests/test_detect_continuation_joining.py",
            "tests/test_detect_selection_edges.py",
            "tests/test_detect_selection.py",
            "tests/test_detect_articles.py",
            "tests/test_pipeline.py",
        ],
    ),
    "coreference": (
        ["coreference", "affiliation"],
        [
            "tests/test_resolve_people_names.py",
            *(
                str(file.relative_to(ROOT))
                for room in ("affiliation", "coreference", "resolve")
                for file in sorted((ROOT / "tests").glob(f"test_{room}_*.py"))
                if file.stem != "test_resolve_people_names"
            ),
            *(f"tests/test_addressees{part}.py" for part in ("", "_golden")),
            *(f"tests/test_{name}.py" for name in ("transcripts", "nested", "people")),
        ],
    ),
}
BELOW = {"coreference": "quoteattr.attribute"}
"""The last room below those that are changed: it and what it imports are loaded once, and parses are kept."""
PATIENCE = 5
"""So many times the processor's time that the tests take without a change; one that takes longer is noticed, too."""
WAITING = 4
"""So many times as long on the clock, for a change that waits for ever."""
MEMORY = 8 * 2**30
"""Bytes that the tests of a change may take: one that makes a list grow without end fails, and is noticed."""

COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}


def changes(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Each place of a module that is changed, and what comes there."""
    for node in ast.walk(tree):
        other = copy.deepcopy(node)
        match other:
            case ast.Compare(ops=[op]) if type(op) in COMPARED:
                other.ops = [COMPARED[type(op)]()]
            case ast.BoolOp():
                other.op = ast.Or() if isinstance(other.op, ast.And) else ast.And()
            case ast.BinOp() if type(other.op) in COUNTED:
                other.op = COUNTED[type(other.op)]()
            case ast.UnaryOp(op=ast.Not()):
                yield node, other.operand
                continue
            case ast.Constant(value=bool() as value):
                other.value = not value
            case ast.Constant(value=int() | float() as value):
                other.value = value + 1
            case ast.IfExp() | ast.If():
                other.test = ast.UnaryOp(ast.Not(), other.test)
            case ast.Continue():
                other = ast.Break()
            case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
                other.value = ast.Constant(None)
            case _:
                continue
        yield node, other


class _Put(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def mutants(file: Path) -> list[tuple[Path, int]]:
    """The changes of a module: its file, and the number of each."""
    return [(file, number) for number, _ in enumerate(changes(ast.parse(file.read_text(encoding="utf-8"))))]


def mutant(file: Path, number: int) -> tuple[str, str]:
    """A change: the line, what is there now and what comes there; and the whole new source."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    old, new = next(itertools.islice(changes(tree), number, None))
    told = f"{ast.unparse(old).splitlines()[0]}  ->  {ast.unparse(new).splitlines()[0]}"
    changed = ast.unparse(ast.fix_missing_locations(_Put(old, new).visit(tree)))
    return f"{getattr(old, 'lineno', 0)}: {told}", changed


class _Changed(importlib.abc.MetaPathFinder, importlib.machinery.SourceFileLoader):
    """Imports one module from another source than its file's."""

    def __init__(self, file: Path, source: str) -> None:
        parts = file.relative_to(ROOT / "src").with_suffix("").parts
        super().__init__(".".join(parts[:-1] if parts[-1] == "__init__" else parts), str(file))
        self.source = source

    def find_spec(self, fullname: str, *_: object) -> object:
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def get_code(self, _: str) -> object:
        return compile(self.source, self.path, "exec", dont_inherit=True)


def _warm() -> None:
    """Loads what every test run needs and no change touches, so that forked processes have it."""
    import hypothesis.strategies  # noqa: F401
    import numpy  # noqa: F401
    import pytest  # noqa: F401
    import spacy

    told = "from quoteattr.models import DEFAULT, EXCLUDED; print(DEFAULT, *EXCLUDED)"
    model, *excluded = subprocess.check_output([sys.executable, "-c", told], text=True).split()
    load = spacy.load
    loaded = load(model, exclude=excluded)
    spacy.load = lambda name, **how: loaded if name == model else load(name, **how)  # type: ignore[assignment]


def _forget(kept: frozenset[str]) -> None:
    """Let the package be imported anew, which the model brings, but for some modules."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "quoteattr" and name not in kept]:
        del sys.modules[name]


class _Parses:
    """The parses of texts that tests have asked for."""

    def __init__(self, below: str) -> None:
        _forget(frozenset())
        importlib.import_module(below)
        from quoteattr.syntax import reader

        self.loaded = frozenset(sys.modules)
        self.found: dict[str, object] = {}
        self.file = Path(tempfile.mkdtemp()) / "parses"
        self.read, reader.read = reader.read, self._kept

    def _kept(self, nlp: object, texts: Iterable[str], **how: object) -> Iterator[object]:
        asked = list(texts)
        new = [text for text in dict.fromkeys(asked) if text not in self.found]
        self.found.update(zip(new, self.read(nlp, new, **how), strict=True))
        yield from map(self.found.__getitem__, asked)

    def write(self) -> None:
        """For the process that this one was forked from."""
        self.file.write_bytes(pickle.dumps(self.found))

    def take(self) -> None:
        """What a forked process has written."""
        self.found = pickle.loads(self.file.read_bytes())


def _run(tests: list[str], change: _Changed | None, seconds: int = 0, parses: _Parses | None = None) -> int:
    """Run the tests in a forked process, for so many seconds of a processor at most; its number."""
    if number := os.fork():
        return number
    if change:
        out = os.open(os.devnull, os.O_WRONLY)
        os.dup2(out, 1)
        os.dup2(out, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        sys.meta_path.insert(0, change)
    _forget(parses.loaded if parses else frozenset())
    import pytest

    status = 3
    try:
        loaded = "ignore::pytest.PytestAssertRewriteWarning"  # hypothesis is there already
        status = int(pytest.main(["-x", "-q", "-m", "not slow", "-p", "no:cacheprovider", "-W", loaded, *tests]))
        if parses and not change:
            parses.write()
    finally:
        os._exit(status)


def _noticed(status: int) -> bool:
    """Whether the tests failed, could not be collected, or died."""
    return os.WIFSIGNALED(status) or os.WEXITSTATUS(status) != 0


def _ended(running: dict[int, tuple[float, str]], patience: float) -> Iterator[tuple[str, bool]]:
    """What has ended by now, and whether the change was noticed; one that takes too long is ended."""
    for number, (begin, told) in list(running.items()):
        if time.monotonic() - begin > patience:
            os.kill(number, signal.SIGKILL)
            os.waitpid(number, 0)
            done, status = number, 9
        else:
            done, status = os.waitpid(number, os.WNOHANG)
        if done:
            del running[number]
            yield told, _noticed(status)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--sample", type=int, metavar="N", help="so many changes, by chance")
    parser.add_argument("--seed", type=int, default=0, help="of chance (default: 0)")
    parser.add_argument("--only", metavar="WORD", help="in modules with this in their path")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="at a time")
    options = parser.parse_args()
    parts, tests = ROOMS[options.room]
    package = ROOT / "src" / "quoteattr"
    files = [
        file
        for part in parts
        for file in ([package / part] if part.endswith(".py") else sorted((package / part).rglob("*.py")))
        if not options.only or options.only in str(file.relative_to(package))
    ]
    os.chdir(ROOT)
    sys.dont_write_bytecode = False  # else each process would read the tests anew
    sys.path.insert(0, str(ROOT / "src"))
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    found = [one for file in files for one in mutants(file)]
    if options.sample:
        found = random.Random(options.seed).sample(found, min(options.sample, len(found)))
    _warm()
    parses = _Parses(BELOW[options.room]) if options.room in BELOW else None
    if parses and not _noticed(os.waitpid(_run(tests, None, parses=parses), 0)[1]):
        parses.take()
    begin, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    _, status = os.waitpid(_run(tests, None, parses=parses), 0)
    if _noticed(status):
        print("the tests fail without any change")
        return 2
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used
    seconds = 5 + round(PATIENCE * used)
    patience = WAITING * PATIENCE * (time.monotonic() - begin)
    print(f"{len(found)} changes in {len(files)} modules; the tests take {used:.1f} s", flush=True)
    noticed, running, waiting = 0, {}, found[::-1]
    while waiting or running:
        while waiting and len(running) < options.jobs:
            file, number = waiting.pop()
            told, changed = mutant(file, number)
            where = f"{file.relative_to(package)}:{told}"
            running[_run(tests, _Changed(file, changed), seconds, parses)] = time.monotonic(), where
        for where, seen in _ended(running, patience):
            noticed += seen
            if not seen:
                print(f"not noticed: {where}", flush=True)
        time.sleep(0.02)
    print(f"{noticed} of {len(found)} changes noticed ({100 * noticed / max(1, len(found)):.0f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
