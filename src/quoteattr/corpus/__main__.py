"""``python -m quoteattr.corpus INPUT -o FOLDER``: speakers, organisations and repeated quotations of many articles."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quoteattr import boundary
from quoteattr.corpus import tables
from quoteattr.corpus.merging import Merger
from quoteattr.corpus.reading import read
from quoteattr.corpus.records import Merged
from quoteattr.corpus.repeats import WORDS, Shelf, said_in
from quoteattr.errors import QuoteattrError
from quoteattr.records import Article
from quoteattr.terminal import Progress, say

__all__ = ["main"]

DONE, FAILED = 0, 2
"""What the command returns; after a signal 128 and its number."""

_EPILOG = """\
INPUT is what python -m quoteattr.archive has written (a folder of Parquet
files, or its URI), or files that quoteattr has written: .jsonl, .json, .csv,
.parquet. It is read twice. The folder gets the tables speakers,
organisations, appearances and repeated; docs/corpus.md tells their columns.

exit status:
  0  all done
  2  something cannot be read or written, or wrong usage
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        The exit status.
    """
    return boundary.guarded(lambda: _main(arguments), interrupted="interrupted")


def _main(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    with contextlib.closing(Progress("article")) as bar:
        try:
            counts = _run(options, bar)
        except QuoteattrError as error:
            bar.close()
            say(error)
            return FAILED
    print("\n".join(f"{name}: {count:,}" for name, count in counts.items()), flush=True)
    return DONE


def _run(options: argparse.Namespace, bar: Progress) -> Mapping[str, int]:
    articles = _Articles(options.input, bar)
    merger = Merger(appearances=False)
    for document, article in articles.once():
        merger.add(document, article)
    merged = merger.result()
    with Shelf(words=options.words) as shelf:

        def again() -> Iterator[tuple[str, Article]]:
            """The articles, of which the quotes go onto the shelf on their way."""
            for document, article in articles.once():
                speakers, _ = merger.identify(document, article)
                ids = {(document, identity): one for identity, one in speakers.items()}
                shelf.add(said_in(document, article, ids))
                yield document, article

        return {"articles": articles.count} | _write(options, merged, merger, again(), shelf)


def _write(
    options: argparse.Namespace, merged: Merged, merger: Merger, again: Iterator[tuple[str, Article]], shelf: Shelf
) -> dict[str, int]:
    by_id = {body.id: body for body in merged.organisations}
    documents = Counter[str]()
    rows = {
        "appearances": tables.appearances(merger, again, documents),
        "speakers": tables.speakers(merged.speakers, by_id, documents),
        "organisations": tables.organisations(merged.organisations, documents),
        "repeated": tables.repeats(shelf.repeated()),
    }
    return {name: tables.write(options.output, name, options.format, rows[name]) for name in rows}


class _Articles:
    """The articles of all inputs, which are read twice; a bar shows it."""

    def __init__(self, inputs: Sequence[str], bar: Progress) -> None:
        self._inputs, self._bar = inputs, bar
        self.count = 0

    def once(self) -> Iterator[tuple[str, Article]]:
        """All of them, in order."""
        total, self.count = self.count or None, 0
        for place in self._inputs:
            for document, article in read(place):
                self.count += 1
                self._bar.move(self.count, total or self.count)
                yield document, article


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.corpus",
        description="Speakers and organisations of many articles, each once, and repeated quotations.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("input", nargs="+", metavar="INPUT", help="an archive, or files of quotes")
    add("-o", "--output", type=Path, required=True, metavar="FOLDER", help="the folder for the tables")
    add("--format", choices=("parquet", "csv"), default="parquet", help="of the tables (default: parquet)")
    add(
        "--words",
        type=int,
        default=WORDS,
        metavar="N",
        help=f"words that a quotation must have to be looked for in other articles (default: {WORDS})",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
