"""``python -m quoteattr.archive INPUT OUTPUT``: the quotes of an archive of Parquet files."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from typing import Any

from quoteattr import points
from quoteattr.archive.job import ENGINES, ROWS, run
from quoteattr.archive.report import Report, Totals
from quoteattr.archive.tables import TableExtractor
from quoteattr.errors import QuoteattrError
from quoteattr.formats.text import printable
from quoteattr.records import Attitude

__all__ = ["main"]

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
"""What the command returns."""

_EPILOG = """\
INPUT and OUTPUT are paths, or URIs such as s3://bucket/folder that all workers
can reach. The output is a folder of Parquet files with a row for each quote;
docs/archive.md tells the columns. A run that was broken off goes on where it
stopped when it is started again.

exit status:
  0  all done; articles that cannot be read have rows that say why
  1  a file or a part of one could not be read or written, or the engine broke
     off; what is written stays
  2  wrong usage
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        The exit status. (Wrong usage of options ends with status 2.)
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    with contextlib.closing(_Bar()) as bar:
        try:
            totals = _run(options, bar)
        except KeyboardInterrupt:
            bar.close()
            _say("interrupted; the same command goes on where it stopped")
            return INTERRUPTED
        except QuoteattrError as error:
            bar.close()
            _say(str(error))
            return FAILED if isinstance(error, RuntimeError) else USAGE
    print("\n".join(totals.lines()), flush=True)
    for name, reason in totals.failures.items():
        _say(f"{name}: {reason}")
    return FAILED if totals.failures else DONE


def _run(options: argparse.Namespace, bar: _Bar) -> Totals:
    extractor = TableExtractor(
        id_column=options.id_column,
        text_column=options.text_column,
        keep=options.keep,
        max_characters=options.max_characters,
        model=options.model,
        lexicon=options.lexicon,
        attitudes=options.attitudes,
        rules=options.rules,
        min_confidence=options.min_confidence,
    )
    return run(
        options.input,
        options.output,
        extractor,
        engine=options.engine,
        workers=options.workers,
        rows_per_part=options.rows_per_part,
        cluster=options.cluster,
        told=bar.told,
    )


class _Bar:
    """A bar on standard error, if that is a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None

    def told(self, articles: int, done: int, _: Report | None) -> None:
        """So many articles of all are done."""
        if not self._shown:
            return
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(total=articles, unit="article", unit_scale=True, file=sys.stderr, leave=False)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Take it off the terminal."""
        if self._bar is not None:
            self._bar.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.archive",
        description="Find the quotes of an archive of Parquet files, on this machine, with Ray or with Spark.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("input", metavar="INPUT", help="a Parquet file, or a folder of files called *.parquet, also in its folders")
    add("output", metavar="OUTPUT", help="the folder for the result")
    add("--engine", choices=ENGINES, default="local", help="who does the work (default: local)")
    add("--id-column", default="id", metavar="NAME", help="the column with the article's id (default: id)")
    add("--text-column", default="text", metavar="NAME", help="the column with its text (default: text)")
    add(
        "--keep",
        type=lambda value: [name.strip() for name in value.split(",") if name.strip()],
        metavar="LIST",
        help="further columns that pass through, with commas between; '' for none (default: all others)",
    )
    add("--workers", type=_number, metavar="N", help="processes side by side (default: one for each core)")
    add("--cluster", metavar="ADDRESS", help="of a Ray cluster, or the master of a Spark one (default: this machine)")
    add(
        "--rows-per-part",
        type=_number,
        default=ROWS,
        metavar="N",
        help=f"articles that are written, or done again, together (default: {ROWS})",
    )
    add(
        "--max-characters",
        type=_number,
        default=TableExtractor().max_characters,
        metavar="N",
        help="a longer text becomes an error row (default: 1000000)",
    )
    add("--model", help="another English spaCy pipeline: the name of a package, or a folder")
    add("--lexicon", metavar="FILE", help="a TOML file with more cue words")
    add(
        "--attitudes",
        type=_attitudes,
        metavar="LIST",
        help=f"indirect quotations to report: all, or some of {','.join(each.value for each in Attitude)} "
        "(default: assertion,belief,eventuality)",
    )
    add("--min-confidence", type=points.argument, metavar="SHARE", help="report what is at least this sure")
    add("--rules", action="append", default=[], metavar="MODULE", help="a Python module with rules of your own")
    return parser


def _attitudes(value: str) -> list[str]:
    return [attitude.value for attitude in Attitude] if value == "all" else value.lower().split(",")


def _number(value: str) -> int:
    with contextlib.suppress(ValueError):
        if int(value) > 0:
            return int(value)
    raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, got {value!r}")


def _say(reason: str) -> None:
    if sys.stderr is not None:
        print(printable(f"quoteattr: {reason}"), file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
