"""Every regular expression of the package, on texts that make bad ones go back and forth."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import regex

import quoteattr
from quoteattr.lexicon import patterns as shapes
from quoteattr.marks.table import table

SOURCE = Path(quoteattr.__file__).parent
PATIENCE = 30.0
"""Seconds for a text: a guard against hanging, thousands of times what is needed."""
SHORT, LONG = 500, 2_000
USED = re.compile(r"\bre\s*\.\s*(?!(?:compile|escape|Pattern|Match)\b)[a-z]+\s*\(")
"""A function of the module ``re`` that is given a pattern where it is called."""
WHEREVER = ("search", "finditer", "findall", "sub", "split")
"""Ways to use a pattern that look for it at every place."""


def compiled() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """The patterns that modules keep: their name, and whether they are looked for at every place."""
    for found in pkgutil.walk_packages([str(SOURCE)], "quoteattr."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{found.name}.{name}", value, bool(re.search(rf"\b{name}\.({'|'.join(WHEREVER)})\(", source))
    yield "quoteattr.marks.table.events", table().events, True
    yield "quoteattr.marks.table.units", table().units, True


def inline() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """The patterns that are written where they are used."""
    for path in sorted(SOURCE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if USED.search(source) else ():
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=use),
                    args=[ast.Constant(value=str() as pattern), *_],
                ) if use not in ("compile", "escape"):
                    yield f"{path.stem}:{node.lineno}", re.compile(pattern), use in WHEREVER


def data() -> Iterator[tuple[str, Any, bool]]:
    """The patterns of ``patterns.toml``."""
    for pattern in shapes.patterns().values():
        yield pattern.id, shapes.compiled(pattern.id), pattern.anywhere


PATTERNS = [*compiled(), *inline(), *data()]


def units(pattern: str) -> list[str]:
    """What to repeat: the characters that a pattern tells apart, some others, and pairs of them."""
    told = [character for character in dict.fromkeys(pattern) if character not in "[]()|*+?{}^$\\"][:10]
    some = [*told, *"aA7 \n.'\"(:_é“\t"]
    return list(dict.fromkeys([*some, *("".join(pair) for pair in product(some[:12], repeat=2))]))


@pytest.mark.slow
@pytest.mark.parametrize(("pattern", "everywhere"), [pytest.param(p, e, id=name) for name, p, e in PATTERNS])
def test_no_pattern_goes_back_and_forth(pattern: Any, everywhere: bool) -> None:
    """Long repeats that break off at the end are refused at once, from the start and, if it is used so, anywhere."""
    same: Any = pattern
    if isinstance(pattern, re.Pattern):
        same = regex.compile(pattern.pattern, pattern.flags & (re.ASCII | re.IGNORECASE))
    for unit in units(pattern.pattern):
        same.search(unit * (SHORT // len(unit)) + "\0", timeout=PATIENCE)
        text = unit * (LONG // len(unit)) + "\0"
        same.match(text, timeout=PATIENCE)
        if everywhere:
            for _ in same.finditer(text, timeout=PATIENCE):
                pass


def test_all_patterns_are_looked_at() -> None:
    """There are as many as the source makes, and a bad one would be found out."""
    made = sum(path.read_text(encoding="utf-8").count("re.compile(") for path in SOURCE.rglob("*.py"))
    assert len({name for name, _, _ in compiled()}) >= made
    with pytest.raises(TimeoutError):
        regex.compile(r"(?:a+)+$").search("a" * LONG + "\0", timeout=0.2)
