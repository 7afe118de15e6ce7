"""Changes one thing at a time in some modules, and tells which changes no test notices.

``python fuzz/mutate.py marks --sample 100`` takes a hundred changes by chance; without ``--sample`` it makes them all.
It works on a copy of the package; the tests are those of the repository.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = {
    "marks": (["marks"], ["tests/test_marks.py"]),
    "merge": (
        ["detect/merge.py", "detect/joining", "detect/touching.py"],
        ["tests/test_detect_merge.py", "tests/test_detect_articles.py", "tests/test_pipeline.py"],
    ),
    "resolve": (
        ["resolve"],
        [
            f"tests/test_resolve_{part}.py"
            for part in ("parts", "words", "classes", "organisations", "speakers", "articles", "properties")
        ],
    ),
}
PATIENCE = 600
"""Seconds for the tests of one change; one that takes longer is noticed, too."""

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
            case ast.Return(value=ast.expr()):
                other.value = ast.Constant(None)
            case _:
                continue
        yield node, other


class _Put(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def mutants(files: list[Path]) -> Iterator[tuple[Path, int, str, str]]:
    """Each changed module: its file, the line, what is there now and the whole new source."""
    for file in files:
        source = file.read_text(encoding="utf-8")
        for number in range(len(list(changes(ast.parse(source))))):
            tree = ast.parse(source)
            old, new = list(changes(tree))[number]
            told = f"{ast.unparse(old).splitlines()[0]}  ->  {ast.unparse(new).splitlines()[0]}"
            changed = ast.unparse(ast.fix_missing_locations(_Put(old, new).visit(tree)))
            yield file, getattr(old, "lineno", 0), told, changed


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--sample", type=int, metavar="N", help="so many changes, by chance")
    options = parser.parse_args()
    parts, tests = ROOMS[options.room]
    package = ROOT / "src" / "quoteattr"
    files = [
        file
        for part in parts
        for file in ([package / part] if part.endswith(".py") else sorted((package / part).glob("*.py")))
    ]
    found = list(mutants(files))
    print(f"{len(found)} changes in {len(files)} modules", flush=True)
    if options.sample:
        found = random.Random(0).sample(found, min(options.sample, len(found)))
    noticed = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(package, Path(folder) / "quoteattr", ignore=shutil.ignore_patterns("__pycache__"))
        environment = {**os.environ, "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"}
        for file, line, told, changed in found:
            target = Path(folder) / "quoteattr" / file.relative_to(package)
            target.write_text(changed, encoding="utf-8")
            try:
                done = subprocess.run(
                    [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests],
                    cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE, check=False,
                )  # fmt: skip
                dead = done.returncode == 1 or done.returncode == 2
            except subprocess.TimeoutExpired:
                dead = True
            noticed += dead
            if not dead:
                print(f"not noticed: {file.relative_to(package)}:{line}: {told}", flush=True)
            shutil.copyfile(file, target)
    print(f"{noticed} of {len(found)} changes noticed ({100 * noticed / max(1, len(found)):.0f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
