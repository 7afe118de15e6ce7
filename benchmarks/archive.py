"""``python -m benchmarks.archive``: the engines of an archive beside each other, on this machine."""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import busy, load
from benchmarks.tables import FORMATS, Cell, Names, positive
from benchmarks.texts import SEEDS, paragraphs_of, read_texts
from quoteattr.archive import ENGINES
from quoteattr.errors import QuoteattrError

__all__ = ["main"]

_SECTIONS = ("same", "speed", "scaling", "memory")
_NEEDED = {"local": "pyarrow", "ray": "ray", "spark": "pyspark"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        0, or 1 if something fails. (Wrong usage ends with status 2.)
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        with contextlib.ExitStack() as stack:
            folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
            print(_run(options, folder), end="", flush=True)
    except (QuoteattrError, OSError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    return 0


def _run(options: argparse.Namespace, folder: Path) -> str:
    from benchmarks.archive_sections import SECTIONS, Bench

    bench = Bench(
        folder=folder,
        paragraphs=paragraphs_of(read_texts(options.texts)),
        engines=options.engines,
        articles=options.articles,
        length=options.length,
        sizes=options.sizes,
        rounds=options.rounds,
        workers=options.workers,
    )
    setting: dict[str, Cell] = {
        "Python": platform.python_version(),
        "quoteattr": importlib.metadata.version("quoteattr"),
        **{_NEEDED[name]: importlib.metadata.version(_NEEDED[name]) for name in options.engines},
        "machine": platform.machine(),
    }
    tables = []
    for name in options.sections:
        print(f"{name} ...", file=sys.stderr, flush=True)
        note = busy(load(), os.cpu_count() or 1)
        if note:
            print(note, file=sys.stderr, flush=True)
        tables.append(SECTIONS[name](bench))
        print(FORMATS["text"]({}, [tables[-1]]), file=sys.stderr, flush=True)
    return FORMATS[options.format](setting, tables)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.archive",
        description="Measure the engines of quoteattr.archive on archives that are made up.",
        epilog="Only ratios within one run mean anything on a machine that does other work as well.",
    )
    add = parser.add_argument
    add("--texts", type=Path, default=SEEDS, metavar="FOLDER", help="with .txt files (default: seeds/)")
    add("--folder", type=Path, metavar="FOLDER", help="for archives and results (default: one that is deleted)")
    add("--engines", type=Names(ENGINES), default=list(ENGINES), metavar="LIST", help="(default: all)")
    add("--sections", type=Names(_SECTIONS), default=list(_SECTIONS), metavar="LIST", help="(default: all)")
    add("--articles", type=positive, default=1_000, metavar="N", help="that are timed (default: 1000)")
    add("--length", type=positive, default=2_000, metavar="N", help="characters of each, at least (default: 2000)")
    add("--sizes", type=_sizes, default=[2_000, 20_000], metavar="LIST", help="of archives (default: 2000,20000)")
    add("--rounds", type=positive, default=3, metavar="N", help="how often is timed (default: 3)")
    add("--workers", type=positive, default=2, metavar="N", help="side by side (default: 2)")
    add("--format", choices=list(FORMATS), default="text", help="of the output (default: text)")
    return parser


def _sizes(value: str) -> list[int]:
    try:
        return sorted(map(int, value.split(",")))
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected numbers with commas between, got {value!r}") from None


if __name__ == "__main__":
    sys.exit(main())
