"""The command line: ``quoteattr FILE...``.

Nothing here imports spaCy until the first file has been read, so help and errors come at once.
"""

from __future__ import annotations

import argparse
import contextlib
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NoReturn

from attrs import define, evolve, field

from quoteattr import boundary
from quoteattr.arguments import add_knowledge, add_model, add_selection, number, settings_of
from quoteattr.errors import LexiconError, ModelError, PeopleError, QuoteattrError, SettingError
from quoteattr.files import STANDARD, FileError, Folder, Output, is_folder
from quoteattr.formats import EACH, ENDINGS, FORMATS, Format, companions
from quoteattr.formats import text as plain
from quoteattr.inputs import Columns, Input, articles_of, count_of, expand, is_piped, is_table, left_out
from quoteattr.records import Article
from quoteattr.settings import Settings
from quoteattr.terminal import Progress, columns, has_colours, say

if TYPE_CHECKING:
    from quoteattr.extractor import Extractor

__all__ = ["main"]

DONE, FAILED, USAGE = 0, boundary.FAILED, boundary.USAGE
"""What the command returns; after a signal 128 and its number."""

_SETTINGS = (ModelError, LexiconError, PeopleError, SettingError)
"""Errors that are the fault of no file."""

_NOTES = {
    "markup": "like HTML or Markdown: the markup was not read",
    "mail": "like quoted mail: the marks of the lines were not read",
    "wrapped": "wrapped: the lines were read as paragraphs",
    "misdecoded": "wrongly decoded (as “donâ€™t”): read them again as UTF-8, for nothing was mended",
    "capitals": "written in capitals: names can hardly be told from other words there",
}
"""What is said of articles, by :attr:`quoteattr.Article.notes`."""

_EPILOG = """\
examples:
  quoteattr article.txt                   who said what, to read here
  quoteattr article.txt -o page.html      a page to look at
  quoteattr news/ -o report.html          who speaks how often in many articles
  quoteattr news/ -o quotes.csv           the same quotations as a table
  quoteattr news.csv --text-column body -o quotes.csv

formats:
  text           for people; in colours on a terminal, unless NO_COLOR is set
  csv            a table with a row for each quotation, for spreadsheets
  html           a page of one article, or of all; in FOLDER/ one page for each
  json           one object for one file, an array of objects for several
  jsonl          one object a line
  brat           standoff annotation (.ann); several files go into a folder
  labelstudio, doccano, prodigy, inception
                 for correction by hand in these tools; inception takes FOLDER/
  conllu         CoNLL-U, a word a line, with the quotations in MISC
  webannotation  W3C Web Annotations in JSON-LD

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
    return boundary.guarded(lambda: _main(argv))


def _main(argv: Sequence[str] | None) -> int:
    parser = _parser()
    options = parser.parse_args(argv)
    _check(parser, options)
    files = [name for name, _ in options.files]
    output: Output | Folder
    try:
        if options.format in EACH and is_folder(options.output):
            output = Folder(options.output, files)
        else:
            output = Output(options.output, files, None if options.format == "text" else "utf-8")
    except FileError as error:
        say(options.output or "standard output", error)
        return USAGE
    with contextlib.closing(Progress("article", wanted=options.several)) as progress:
        run = _Run(options, progress)
        try:
            if isinstance(output, Folder):
                run.fill(output)
            else:
                run.write(output)
        except FileError as error:
            progress.clear()
            say(options.output or "standard output", error)
            boundary.abandon_standard_output()
            return FAILED
        except _SETTINGS as error:
            progress.clear()
            say(error)
            return USAGE
    for note, count in run.noted.items():
        say(f"{count} {'article looks' if count == 1 else 'articles look'} {_NOTES[note]}")
    return FAILED if run.failed else DONE


def _check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """What options ask of each other, and what they leave to be found out: the format and the files."""
    if not options.files and not is_piped():
        parser.error("name a file or a folder, or pipe a text into quoteattr")
    names = options.files or [STANDARD]
    if names.count(STANDARD) > 1:
        parser.error("standard input (-) can be read only once")
    options.format = options.format or _format_of(parser, options.output)
    tables = options.text_column is not None
    for name in names:
        if told := left_out(name, tables=tables):
            say(name, told)
    options.files = list(expand(names, tables=tables))
    options.several = len(options.files) > 1 or is_table(options.files[0][0])
    if options.format != "text" and (options.explain or options.full):
        parser.error("--explain and --full are for the format text")
    if options.format not in EACH and is_folder(options.output):
        parser.error(
            f"-o {options.output}: a folder, which takes --format {', '.join(EACH)}; else give the name of a file"
        )
    if options.format in ("brat", "inception") and options.several and not is_folder(options.output):
        parser.error(f"several articles as {options.format} need a folder: -o FOLDER/")


def _format_of(parser: argparse.ArgumentParser, output: str | None) -> str:
    """The format that the output's name asks for; text if it has no ending."""
    ending = os.path.splitext(output or "")[1].lower()
    if not ending or is_folder(output):
        return "text"
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        parser.error(f"-o {output}: expected a name that ends with {known}, or the option --format")
    return ENDINGS[ending]


@define
class _Run:
    """The articles of the files, how many failed, and how many there are."""

    options: argparse.Namespace
    progress: Progress
    done: int = 0
    failed: int = 0
    noted: Counter[str] = field(factory=Counter)
    quotes: int = 0
    total: int = 0

    def write(self, output: Output) -> None:
        """All articles as one stream."""
        with output:
            for piece in self.format()(self.articles(), self.options.several):
                self.progress.clear()
                output.write(piece)

    def fill(self, folder: Folder) -> None:
        """A file for each article, and for brat the text beside it."""
        form: str = self.options.format
        for name, article in self.articles():
            made = "".join(FORMATS[form]([(name, article)], False))
            try:
                folder.write(name, EACH[form], made, article.text if form == "brat" else None)
            except FileError as error:  # of this name; there are others
                self.failed += 1
                self.progress.clear()
                say(name, error)
        for name, text in companions(form).items():
            folder.add(name, text)

    def format(self) -> Format:
        options = self.options
        if options.format != "text":
            return FORMATS[str(options.format)]
        families = self.settings.load_rules() if options.explain else ()
        custom = {rule.id: rule.reason for family in families for rule in family.RULES}
        look = plain.Look(full=options.full, explained=options.explain, custom=custom)
        if options.output in (None, STANDARD):
            look = evolve(look, colours=has_colours(), width=columns(look.width))
        return partial(plain.write, look=look)

    def articles(self) -> Iterator[tuple[str, Article]]:
        """The articles of all files that can be read, in order; what fails is told when its turn comes."""
        left: Iterator[tuple[str, FileError | None]] = iter(self.options.files)
        under_way: deque[Input] = deque()
        texts = self.texts(left, under_way)
        first = next(texts, None)  # without one there is nothing to load a model for
        articles: Iterator[Article] = iter(())
        if first is not None:
            extractor = self.extractor()
            boundary.check()
            articles = extractor.pipe(chain([first], texts), processes=self.processes)
        while True:
            boundary.check()
            try:
                article = next(articles)
            except StopIteration:
                break
            except Exception as error:  # a fault of ours in one article must not take the others with it
                if isinstance(error, _SETTINGS) or not under_way:
                    raise
                self.fail(
                    under_way.popleft().name, error if isinstance(error, QuoteattrError) else boundary.fault(error)
                )
            else:
                given = under_way.popleft()
                name = os.fsencode(given.name).decode("utf-8", errors="backslashreplace")
                self.noted.update(article.notes)
                yield name, article
                self.quotes += len(article.quotes)
                self.step()
        for name in (*(given.name for given in under_way), *(name for name, _ in left)):
            self.fail(name, "not done: no worker process could be started")

    def texts(self, files: Iterable[tuple[str, FileError | None]], under_way: deque[Input]) -> Iterator[Article]:
        """The texts of what can be read; the articles are put into ``under_way``."""
        columns = Columns(self.options.text_column, self.options.id_column)
        for name, error in files:
            try:
                if error is not None:
                    raise error
                for given in articles_of(name, columns):
                    if isinstance(given, Input):
                        under_way.append(given)
                        yield Article(given.text, title=given.title, date=given.date, url=given.url)
                    else:
                        self.fail(given)
            except FileError as failure:
                self.fail(name, failure)

    def fail(self, *reason: object) -> None:
        self.failed += 1
        self.progress.clear()
        say(*reason)
        self.step()

    @property
    def processes(self) -> int:
        """As many as are asked for, and no more than there are files; of tables nobody knows how many articles."""
        files = self.options.files
        asked: int = self.options.processes
        return asked if any(is_table(name) for name, _ in files) else min(asked, len(files))

    @property
    def settings(self) -> Settings:
        return Settings(**settings_of(self.options))

    def step(self) -> None:
        self.done += 1
        if self.progress.is_shown:
            self.total = self.total or sum(count_of(name) for name, _ in self.options.files)
            self.progress.move(self.done, self.total, f"quotations: {self.quotes}")

    def extractor(self) -> Extractor:
        from quoteattr.extractor import Extractor

        return Extractor.of(self.settings)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="quoteattr",
        usage="quoteattr FILE... [-o OUTPUT] [options]",
        description="Tell who said what in English news: each quotation with its speaker.",
        epilog=_EPILOG,
        formatter_class=_Help,
        allow_abbrev=False,
        add_help=False,
    )
    _add_input(parser.add_argument_group("what to read").add_argument)
    _add_output(parser.add_argument_group("what comes out").add_argument)
    add_selection(parser.add_argument_group("which quotations").add_argument)
    add_knowledge(parser.add_argument_group("what you know and quoteattr does not").add_argument)
    add = parser.add_argument_group("how it works").add_argument
    add_model(add)
    add("--processes", type=number, default=1, metavar="N", help="work on so many articles side by side (default: 1)")
    add("--version", action=_Version, nargs=0, help="print the version and exit")
    add("-h", "--help", action="help", help="print this text and exit")
    return parser


def _add_input(add: Callable[..., object]) -> None:
    add(
        "files",
        nargs="*",
        metavar="FILE",
        help="a text in UTF-8, a web page (HTML), a folder of these, or a table of articles (csv, tsv, json, jsonl, "
        "parquet, xlsx); - is standard input, which is also read if a text is piped into quoteattr",
    )
    add("--text-column", metavar="NAME", help="the column of a table that holds the articles")
    add("--id-column", metavar="NAME", help="the column that names them (default: file and row)")


def _add_output(add: Callable[..., object]) -> None:
    add(
        "-o",
        "--output",
        metavar="OUTPUT",
        help="write to this file; its ending tells the format (quotes.csv, page.html); html, brat and inception also "
        "take FOLDER/",
    )
    add("-f", "--format", choices=list(FORMATS), metavar="FORMAT", help="the format, whatever the ending; see below")
    add("--explain", action="store_true", help="text: say why each quotation is one, and why this is the speaker")
    add("--full", action="store_true", help="text: do not fold long quotations")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(f"{message} (quoteattr --help tells more)")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Options in the words of the help, with room for the longer ones."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import quoteattr

        print(f"quoteattr {quoteattr.__version__}")
        parser.exit()
