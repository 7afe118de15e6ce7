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
from typing import TYPE_CHECKING, Any

from attrs import define

from quoteattr import points
from quoteattr.errors import LexiconError, ModelError, QuoteattrError, SettingError
from quoteattr.files import STANDARD, FileError, Folder, Output, abandon_standard_output, is_folder, read_text
from quoteattr.formats import EACH, FORMATS, Format, companions
from quoteattr.formats import text as plain
from quoteattr.formats.text import printable
from quoteattr.records import Article, Attitude

if TYPE_CHECKING:
    from quoteattr.extractor import Extractor

__all__ = ["main"]

DONE, FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""What the command returns; the last two are 128 and the number of the signal."""

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
        _say(options.output or "standard output", error)
        return USAGE
    with contextlib.closing(_Progress.over(files)) as progress:
        run = _Run(options, progress)
        try:
            if isinstance(output, Folder):
                run.fill(output, files)
            else:
                run.write(output, files)
        except FileError as error:
            progress.clear()
            _say(options.output or "standard output", error)
            abandon_standard_output()
            return FAILED
        except (ModelError, LexiconError, SettingError) as error:
            progress.clear()
            _say(None, error)
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
    progress: _Progress
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
        reasons = None
        if options.explain:
            from quoteattr.rules import families_of
            from quoteattr.rules import reasons as all_reasons

            reasons = all_reasons(families_of(options.rules))
        colours = options.output in (None, STANDARD) and _has_colours()
        return partial(plain.write, look=plain.Look(colours, options.full, reasons))

    def articles(self, files: Sequence[str]) -> Iterator[tuple[str, Article]]:
        found = self.one_by_one(files) if self.options.processes == 1 else self.side_by_side(files)
        for name, article in found:
            yield os.fsencode(name).decode("utf-8", errors="replace"), article
            self.progress.step()

    def one_by_one(self, files: Iterable[str]) -> Iterator[tuple[str, Article]]:
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
                self.fail(name, _fault(error))
                continue
            yield name, article

    def side_by_side(self, files: Iterable[str]) -> Iterator[tuple[str, Article]]:
        """In several processes; what cannot be read is told when its turn to be read comes."""
        left = iter(files)
        under_way: deque[str] = deque()

        def texts() -> Iterator[str]:
            for name in left:
                try:
                    text = read_text(name)
                except FileError as error:
                    self.fail(name, error)
                    continue
                under_way.append(name)
                yield text

        articles = self.extractor().pipe(texts(), processes=self.options.processes)
        while True:
            try:
                article = next(articles)
            except StopIteration:
                break
            except Exception as error:
                if not under_way:
                    raise
                self.fail(under_way.popleft(), error if isinstance(error, QuoteattrError) else _fault(error))
            else:
                yield under_way.popleft(), article
        for name in (*under_way, *left):
            self.fail(name, "not done: no worker process could be started")

    def fail(self, name: str, reason: object) -> None:
        self.failed += 1
        self.progress.clear()
        _say(name, reason)
        self.progress.step()

    def extractor(self) -> Extractor:
        from quoteattr.extractor import Extractor

        options = self.options
        return Extractor(
            options.model,
            attitudes=options.attitudes,
            lexicon=options.lexicon,
            rules=options.rules,
            min_confidence=options.min_confidence,
        )


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
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write there instead of to standard output; brat, html: also FOLDER/"
    )
    parser.add_argument("--explain", action="store_true", help="text: say which rule found each, and why this speaker")
    parser.add_argument("--full", action="store_true", help="text: do not fold long quotations")
    parser.add_argument(
        "--min-confidence",
        type=points.argument,
        metavar="SHARE",
        help=f"report what is at least this sure: 0 to 1, or {' or '.join(points.POINTS)}",
    )
    parser.add_argument(
        "--attitudes",
        type=_attitudes,
        metavar="LIST",
        help=f"indirect quotations to report: all, or some of {','.join(each.value for each in Attitude)} "
        "(default: assertion,belief,eventuality)",
    )
    parser.add_argument("--model", help="another English spaCy pipeline: the name of a package, or a folder")
    parser.add_argument("--lexicon", metavar="FILE", help="a TOML file with more cue words")
    parser.add_argument(
        "--processes", type=_number, default=1, metavar="N", help="processes that work side by side (default: 1)"
    )
    parser.add_argument(
        "--rules", action="append", default=[], metavar="MODULE", help="a Python module with rules of your own"
    )
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


def _number(value: str) -> int:
    with contextlib.suppress(ValueError):
        if int(value) > 0:
            return int(value)
    raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, got {value!r}")


def _fault(error: Exception) -> str:
    return f"internal error, please report it: {type(error).__name__}: {error}"


def _has_colours() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody minds (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ  # the old console of Windows prints the codes


def _say(name: str | None, reason: object) -> None:
    """One line on standard error."""
    parts = ["quoteattr", *([] if name is None else [name]), str(reason)]
    if sys.stderr is not None:
        print(printable(": ".join(parts)), file=sys.stderr, flush=True)
