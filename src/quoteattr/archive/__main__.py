"""``python -m quoteattr.archive INPUT OUTPUT``: the quotes of an archive of Parquet files."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence

from quoteattr import boundary
from quoteattr.archive.extractor import TableExtractor
from quoteattr.archive.job import ENGINES, ROWS, run
from quoteattr.archive.report import Totals
from quoteattr.arguments import add_settings, number, settings_of
from quoteattr.errors import QuoteattrError
from quoteattr.terminal import Progress, say

__all__ = ["main"]

DONE, FAILED, USAGE, INTERRUPTED = 0, boundary.FAILED, boundary.USAGE, boundary.INTERRUPTED
"""What the command returns; after another signal than that of Ctrl-C 128 and its number."""

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
        The exit status.
    """
    words = "interrupted; the same command goes on where it stopped"
    return boundary.guarded(lambda: _main(arguments), interrupted=words)


def _main(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    with contextlib.closing(Progress("article")) as bar:
        try:
            totals = _run(options, bar)
        except QuoteattrError as error:
            bar.close()
            say(error)
            return FAILED if isinstance(error, RuntimeError) else USAGE
    print("\n".join(totals.lines()), flush=True)
    for name, reason in totals.failures.items():
        say(name, reason)
    return FAILED if totals.failures else DONE


def _run(options: argparse.Namespace, bar: Progress) -> Totals:
    extractor = TableExtractor(
        id_column=options.id_column,
        text_column=options.text_column,
        date_column=options.date_column,
        keep=options.keep,
        max_characters=options.max_characters,
        **settings_of(options),
    )
    return run(
        options.input,
        options.output,
        extractor,
        engine=options.engine,
        workers=options.workers,
        rows_per_part=options.rows_per_part,
        cluster=options.cluster,
        told=lambda articles, done, _: bar.move(done, articles),
    )


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
    add("--date-column", metavar="NAME", help="the column with the day, by which --people is read (default: none)")
    add(
        "--keep",
        type=lambda value: [name.strip() for name in value.split(",") if name.strip()],
        metavar="LIST",
        help="further columns that pass through, with commas between; '' for none (default: all others)",
    )
    add("--workers", type=number, metavar="N", help="processes side by side (default: one for each core)")
    add("--cluster", metavar="ADDRESS", help="of a Ray cluster, or the master of a Spark one (default: this machine)")
    add(
        "--rows-per-part",
        type=number,
        default=ROWS,
        metavar="N",
        help=f"articles that are written, or done again, together, at most (default: {ROWS})",
    )
    add(
        "--max-characters",
        type=number,
        default=TableExtractor().max_characters,
        metavar="N",
        help="a longer text becomes an error row (default: 1000000)",
    )
    add_settings(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
