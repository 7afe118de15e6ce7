"""``python -m benchmarks.speed [PATH]``: how fast the library is, on this machine and these texts."""

from __future__ import annotations

import argparse
import importlib.metadata
import io
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import peers
from benchmarks.bench import LONGEST, Bench
from benchmarks.tables import FORMATS, Cell, Names, Table, positive
from benchmarks.texts import articles
from quoteattr.errors import QuoteattrError

__all__ = ["main"]

_SECTIONS = ("speed", "same", "stages", "growth", "memory", "processes", "start")
_SHORTEST = 2_000
"""Characters that the longest text of the growth has at least."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        0, or 1 if something cannot be read, loaded or written. (Wrong usage ends with status 2.)
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.plot and "growth" not in options.sections:
        parser.error("--plot draws the section growth, which --sections leaves out")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        print(_run(options), end="", flush=True)
    except (QuoteattrError, OSError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description="Measure how fast the library is, beside spaCy alone and beside other programs.",
        epilog="Only ratios within one run mean anything on a machine that does other work as well.",
    )
    add = parser.add_argument
    add(
        "path",
        type=Path,
        nargs="?",
        help="a folder of .txt files, or a corpus in the layout of PolNeAR (default: articles "
        "put together from the paragraphs of seeds/)",
    )
    add("--split", default="dev", help="which part of a corpus in the layout of PolNeAR (default: dev)")
    add("--limit", type=positive, metavar="N", help="only the first N articles")
    add("--rounds", type=positive, default=5, metavar="N", help="how often everything is measured (default: 5)")
    add(
        "--sections",
        type=Names(_SECTIONS),
        default=list(_SECTIONS),
        metavar="LIST",
        help=f"some of {','.join(_SECTIONS)} (default: all)",
    )
    add(
        "--longest",
        type=positive,
        default=LONGEST,
        metavar="N",
        help=f"characters of the longest text (default: {LONGEST}; at least {_SHORTEST})",
    )
    add("--processes", type=positive, default=2, metavar="N", help="processes to compare with one (default: 2)")
    add(
        "--peers",
        type=Names(peers.NAMES),
        metavar="LIST",
        help=f"other programs, of {','.join(peers.NAMES)}; '' for none (default: those that are installed)",
    )
    add("--format", choices=list(FORMATS), default="text", help="of the output (default: text)")
    add("--plot", type=Path, metavar="FILE", help="write a plot of time against length to this SVG file")
    return parser


def _run(options: argparse.Namespace) -> str:
    from benchmarks import speed_processes, speed_sections

    sections = {**speed_sections.SECTIONS, **speed_processes.SECTIONS}

    texts = articles(options.path, options.split)[: options.limit]
    bench = Bench(
        texts=texts,
        rounds=options.rounds,
        longest=max(_SHORTEST, options.longest),
        processes=options.processes,
        peers=peers.installed() if options.peers is None else options.peers,
    )
    tables: list[Table] = []
    for name in options.sections:
        if sys.stderr is not None and sys.stderr.isatty():
            print(f"{name} ...", file=sys.stderr, flush=True)
        tables.append(sections[name](bench))
        if name == "growth" and options.plot:
            options.plot.write_text(speed_sections.curve(tables[-1]), encoding="utf-8")
    return FORMATS[options.format](_setting(bench), tables)


def _setting(bench: Bench) -> dict[str, Cell]:
    """What a reader must know to compare."""
    versions: dict[str, Cell] = {
        name: importlib.metadata.version(name) for name in ("quoteattr", "spacy", "numpy", *bench.peers)
    }
    return {
        "Python": platform.python_version(),
        **versions,
        "machine": platform.machine(),
        "OPENBLAS_NUM_THREADS": os.environ.get("OPENBLAS_NUM_THREADS", "not set"),  # what spaCy's time depends on, too
        "articles": len(bench.texts),
    }


if __name__ == "__main__":
    sys.exit(main())
