"""The command line: ``quoteattr FILE...``.

Nothing here imports spaCy until the first file has been read, so help and errors come at once.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import define

from quoteattr.errors import LexiconError, ModelError
from quoteattr.files import STANDARD, FileError, Output, abandon_standard_output, read_text
from quoteattr.formats import FORMATS
from quoteattr.formats.text import printable
from quoteattr.records import Article, Attitude

if TYPE_CHECKING:
    from quoteattr.extractor import Extractor

__all__ = ["main"]

DONE, FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""What the command returns; the last two are 128 and the number of the signal."""

_EPILOG = """\
formats:
  text    for people
  json    one object for one file, an array of objects for several
  jsonl   one object a line

An object is the article as the Python library writes it, with the name of the
file under "file". Offsets count Unicode characters of the file's text: line
ends as they are, a byte order mark left out.

exit status:
  0  all done
  1  some input failed (one line on standard error says which and why; the
     others are done), or the output cannot be written
  2  wrong usage
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        argv: The arguments without the command's name; those of the process by default.
    """
    try:
        status = _main(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        abandon_standard_output()
        return PIPE_CLOSED
    return status


def _main(argv: Sequence[str] | None) -> int:
    parser = _parser()
    try:
        options = parser.parse_args(argv)
        if options.files.count(STANDARD) > 1:
            parser.error("standard input (-) can be read only once")
    except SystemExit as end:  # after --help, --version and wrong usage
        return end.code if isinstance(end.code, int) else USAGE
    files: list[str] = options.files
    try:
        output = Output(options.output, files, None if options.format == "text" else "utf-8")
    except FileError as error:
        _say(options.output or "standard output", error)
        return USAGE
    with contextlib.closing(_Progress.over(files)) as progress:
        run = _Run(options, progress)
        try:
            with output:
                for piece in FORMATS[options.format](run.articles(files), len(files) > 1):
                    progress.clear()
                    output.write(piece)
        except FileError as error:
            progress.clear()
            _say(options.output or "standard output", error)
            abandon_standard_output()
            return FAILED
        except (ModelError, LexiconError) as error:
            progress.clear()
            _say(None, error)
            return USAGE
    return FAILED if run.failed else DONE


@define
class _Run:
    """The articles of the files, and how many files failed."""

    options: argparse.Namespace
    progress: _Progress
    failed: int = 0

    def articles(self, files: Sequence[str]) -> Iterator[tuple[str, Article]]:
        extractor: Extractor | None = None
        for name in files:
            try:
                text = read_text(name)
            except FileError as error:
                self.fail(name, error)
                continue
            extractor = extractor or self.extractor()
            try:
                article = extractor(text)
            except Exception as error:  # a fault of ours in one article must not take the others with it
                self.fail(name, f"internal error, please report it: {type(error).__name__}: {error}")
                continue
            yield os.fsencode(name).decode("utf-8", errors="replace"), article
            self.progress.step()

    def fail(self, name: str, reason: object) -> None:
        self.failed += 1
        self.progress.clear()
        _say(name, reason)
        self.progress.step()

    def extractor(self) -> Extractor:
        from quoteattr.extractor import Extractor

        options = self.options
        return Extractor(options.model, attitudes=options.attitudes, lexicon=options.lexicon)


@define
class _Progress:
    """A bar on standard error; ``bar`` is ``None`` where nobody would look at it."""

    bar: Any = None

    @classmethod
    def over(cls, files: Sequence[str]) -> _Progress:
        """A bar for more than one file on a terminal."""
        if len(files) < 2 or sys.stderr is None or not sys.stderr.isatty():
            return cls()
        from tqdm import tqdm

        return cls(tqdm(total=len(files), unit="file", file=sys.stderr, leave=False, mininterval=0.0))

    def step(self) -> None:
        if self.bar is not None:
            self.bar.update()

    def clear(self) -> None:
        """Take the bar off the terminal before something else is written there; the next step brings it back."""
        if self.bar is not None:
            self.bar.clear()

    def close(self) -> None:
        if self.bar is not None:
            self.bar.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr",
        description="Print who said what in English news: each quotation with its speaker and organisation.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text file in UTF-8; - is standard input")
    parser.add_argument("-f", "--format", choices=list(FORMATS), default="text", help="of the output (default: text)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument(
        "--attitudes",
        type=_attitudes,
        metavar="LIST",
        help=f"indirect quotations to report: all, or some of {','.join(each.value for each in Attitude)} "
        "(default: assertion,belief)",
    )
    parser.add_argument("--model", help="another English spaCy pipeline: the name of a package, or a folder")
    parser.add_argument("--lexicon", metavar="FILE", help="a TOML file with more cue words")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import quoteattr

        print(f"quoteattr {quoteattr.__version__}")
        parser.exit()


def _attitudes(value: str) -> list[Attitude]:
    if value == "all":
        return list(Attitude)
    try:
        return [Attitude(word.strip().lower()) for word in value.split(",")]
    except ValueError as error:
        choices = ", ".join(attitude.value for attitude in Attitude)
        raise argparse.ArgumentTypeError(f"{error}: expected all, or a list with commas of {choices}") from None


def _say(name: str | None, reason: object) -> None:
    """One line on standard error."""
    parts = ["quoteattr", *([] if name is None else [name]), str(reason)]
    if sys.stderr is not None:
        print(printable(": ".join(parts)), file=sys.stderr, flush=True)
