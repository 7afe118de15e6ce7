"""The command line: ``quoteattr FILE...``.

Nothing here imports spaCy until the first file has been read, so help and errors come at once.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from attrs import define

from quoteattr.arguments import add_settings, number, settings_of
from quoteattr.errors import LexiconError, ModelError, QuoteattrError, SettingError
from quoteattr.files import STANDARD, FileError, Folder, Output, abandon_standard_output, is_folder, read_text
from quoteattr.formats import EACH, FORMATS, Format, companions
from quoteattr.formats import text as plain
from quoteattr.records import Article
from quoteattr.settings import Settings
from quoteattr.terminal import Progress, has_colours, say

if TYPE_CHECKING:
    from quoteattr.extractor import Extractor

__all__ = ["main"]

DONE, FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""What the command returns; the last two are 128 and the number of the signal."""

_SETTINGS = (ModelError, LexiconError, SettingError)
"""Errors that are the fault of no file."""

_EPILOG = """\
formats:
  text           for people; in colours on a terminal, unless NO_COLOR is set
  json           one object for one file, an array of objects for several
  jsonl          one object a line
  csv            a table with a row for each quotation, for spreadsheets
  brat           standoff annotation (.ann); several files go into a folder
  conll          columns, a token a line
  webannotation  W3C Web Annotations in JSON-LD
  html           a page to look at; several files go into a folder

A JSON object is the article as the Python library writes it, with the name of
the file under "file". Offsets count Unicode characters of the file's text: line
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
        _check(parser, options)
    except SystemExit as end:  # after --help, --version and wrong usage
        return end.code if isinstance(end.code, int) else USAGE
    files: list[str] = options.files
    output: Output | Folder
    try:
        if options.format in EACH and is_folder(options.output):
            output = Folder(options.output, files)
        else:
            output = Output(options.output, files, None if options.format == "text" else "utf-8")
    except FileError as error:
        say(options.output or "standard output", error)
        return USAGE
    with contextlib.closing(Progress("file", wanted=len(files) > 1)) as progress:
        run = _Run(options, progress)
        try:
            if isinstance(output, Folder):
                run.fill(output, files)
            else:
                run.write(output, files)
        except FileError as error:
            progress.clear()
            say(options.output or "standard output", error)
            abandon_standard_output()
            return FAILED
        except _SETTINGS as error:
            progress.clear()
            say(error)
            return USAGE
    return FAILED if run.failed else DONE


def _check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """What options ask of each other."""
    if options.files.count(STANDARD) > 1:
        parser.error("standard input (-) can be read only once")
    if options.format != "text" and (options.explain or options.full):
        parser.error("--explain and --full are for the format text")
    if options.format in EACH and len(options.files) > 1 and not is_folder(options.output):
        parser.error(f"several files as {options.format} need a folder: -o FOLDER/")


@define
class _Run:
    """The articles of the files, and how many files failed."""

    options: argparse.Namespace
    progress: Progress
    done: int = 0
    failed: int = 0

    def write(self, output: Output, files: Sequence[str]) -> None:
        """All articles as one stream."""
        with output:
            for piece in self.format()(self.articles(files), len(files) > 1):
                self.progress.clear()
                output.write(piece)

    def fill(self, folder: Folder, files: Sequence[str]) -> None:
        """A file for each article, and for brat the text beside it."""
        form: str = self.options.format
        for name, article in self.articles(files):
            stem = folder.free_name(name)
            folder.write(stem + EACH[form], "".join(FORMATS[form]([(name, article)], False)))
            if form == "brat":
                folder.write(f"{stem}.txt", article.text)
        for name, text in companions(form).items():
            folder.add(name, text)

    def format(self) -> Format:
        options = self.options
        if options.format != "text":
            return FORMATS[str(options.format)]
        families = self.settings.load_rules() if options.explain else ()
        custom = {rule.id: rule.reason for family in families for rule in family.RULES}
        colours = options.output in (None, STANDARD) and has_colours()
        return partial(plain.write, look=plain.Look(colours, options.full, options.explain, custom))

    def articles(self, files: Sequence[str]) -> Iterator[tuple[str, Article]]:
        """The articles of all files that can be read, in order; what fails is told when its turn comes."""
        left = iter(files)
        under_way: deque[str] = deque()
        texts = self.texts(left, under_way)
        first = next(texts, None)  # without one there is nothing to load a model for
        articles: Iterator[Article] = iter(())
        if first is not None:
            articles = self.extractor().pipe(chain([first], texts), processes=self.options.processes)
        while True:
            try:
                article = next(articles)
            except StopIteration:
                break
            except Exception as error:  # a fault of ours in one article must not take the others with it
                if isinstance(error, _SETTINGS) or not under_way:
                    raise
                self.fail(under_way.popleft(), error if isinstance(error, QuoteattrError) else _fault(error))
            else:
                yield os.fsencode(under_way.popleft()).decode("utf-8", errors="replace"), article
                self.step()
        for name in (*under_way, *left):
            self.fail(name, "not done: no worker process could be started")

    def texts(self, files: Iterable[str], under_way: deque[str]) -> Iterator[str]:
        """The texts of the files that can be read; their names are put into ``under_way``."""
        for name in files:
            try:
                text = read_text(name)
            except FileError as error:
                self.fail(name, error)
            else:
                under_way.append(name)
                yield text

    def fail(self, name: str, reason: object) -> None:
        self.failed += 1
        self.progress.clear()
        say(name, reason)
        self.step()

    @property
    def settings(self) -> Settings:
        return Settings(**settings_of(self.options))

    def step(self) -> None:
        self.done += 1
        self.progress.move(self.done, len(self.options.files))

    def extractor(self) -> Extractor:
        from quoteattr.extractor import Extractor

        return Extractor.of(self.settings)


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
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write there instead of to standard output; brat, html: also FOLDER/"
    )
    parser.add_argument("--explain", action="store_true", help="text: say which rule found each, and why this speaker")
    parser.add_argument("--full", action="store_true", help="text: do not fold long quotations")
    add_settings(parser)
    parser.add_argument(
        "--processes", type=number, default=1, metavar="N", help="processes that work side by side (default: 1)"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import quoteattr

        print(f"quoteattr {quoteattr.__version__}")
        parser.exit()


def _fault(error: Exception) -> str:
    return f"internal error, please report it: {type(error).__name__}: {error}"
