"""``python -m quoteattr.archive.page ARTICLES QUOTES -o FILE``: an archive and its quotes as one page to look at."""

from __future__ import annotations

import argparse
import sys
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, evolve, field

from quoteattr import boundary
from quoteattr.archive.cells import Bad, identifiers, texts
from quoteattr.archive.storage import Storage
from quoteattr.errors import QuoteattrError, RecordError, SettingError
from quoteattr.files import FileError, Output
from quoteattr.records import Article
from quoteattr.serialise import ABOUT
from quoteattr.tables import COLUMNS, from_rows, require, valid_parts
from quoteattr.terminal import say
from quoteattr.view import corpus_page

__all__ = ["articles", "main"]

DONE, FAILED, USAGE = 0, boundary.FAILED, boundary.USAGE
"""What the command returns."""

_BATCH = 64
_KEPT = 4
"""Parts of the result that are held at once; the articles of a part stand together in the input."""
_LONGEST = sys.maxsize


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        The exit status.
    """
    return boundary.guarded(lambda: _main(arguments))


def _main(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    found = articles(options.articles, options.quotes, options.id_column, options.text_column)
    try:
        with Output(options.output, [options.articles, options.quotes], "utf-8") as output:
            for piece in corpus_page(found):
                output.write(piece)
    except (FileError, RecordError) as error:
        say(options.output, error)
        return FAILED
    except QuoteattrError as error:
        say(error)
        return USAGE
    return DONE


def articles(
    source: str, quotes: str, id_column: str = "id", text_column: str = "text"
) -> Iterator[tuple[str, Article]]:
    """The articles of an archive with their quotes, one by one, each with its id.

    An article without a text is left out, and so is one of which the result tells nothing. Columns of the input called
    ``title``, ``date`` and ``url`` tell these of an article.

    Args:
        source: The archive that was read: a Parquet file, or a folder of them, by path or URI.
        quotes: The result of :func:`quoteattr.archive.run`.
        id_column: The column of the archive with the ids of articles.
        text_column: The column with their texts.

    Raises:
        SettingError: There is nothing to read, a column is missing, or pyarrow is not installed.
        RecordError: Rows do not fit their text: the archive is another one.
    """
    result = _Result.of(Storage.of(quotes))
    storage = Storage.of(source)
    files = storage.parquet()
    if not files:
        raise SettingError(f"{source}: expected Parquet files, found none")
    for file in files:
        for batch, about in _batches(storage, file, id_column, text_column):
            names = identifiers(batch[id_column])
            told = {name: identifiers(batch[column]) for name, column in about.items()}
            for number, text in enumerate(texts(batch[text_column], _LONGEST)):
                rows = None if isinstance(text, Bad) else result.rows(str(names[number]), text)
                if rows is not None and isinstance(text, str):
                    about_it: dict[str, Any] = {name: cells[number] for name, cells in told.items()}
                    yield str(names[number]), evolve(from_rows(text, rows), **about_it)


def _batches(storage: Storage, file: str, *needed: str) -> Iterator[tuple[Any, dict[str, str]]]:
    """The columns that are read, some rows at a time, and what the columns are called that tell of articles."""
    from pyarrow import parquet

    with storage.files.open_input_file(file) as stream:
        table = parquet.ParquetFile(stream)
        names = table.schema_arrow.names
        for name in needed:
            if name not in names:
                raise SettingError(f"{file}: expected the column {name}, got {', '.join(names)}")
        about = {name.lower(): name for name in names if name.lower() in ABOUT and name not in needed}
        columns = [*dict.fromkeys((*needed, *about.values()))]
        for batch in table.iter_batches(_BATCH, columns=columns):
            yield batch, about


_Rows = list[dict[str, Any]]


@define
class _Result:
    """The rows of the result by article. Only some parts of it are held."""

    storage: Storage
    parts_of: dict[str, tuple[str, ...]]
    held: OrderedDict[str, dict[str, list[_Rows]]] = field(factory=OrderedDict)

    @classmethod
    def of(cls, storage: Storage) -> _Result:
        from pyarrow import parquet

        parts_of: dict[str, tuple[str, ...]] = {}
        listed = valid_parts(storage.files, storage.path)
        for file in storage.parquet() if listed is None else listed:
            with storage.files.open_input_file(file) as stream:
                table = parquet.ParquetFile(stream)
                require(table.schema_arrow.names, file, "article_id")
                for name in table.read(columns=["article_id"])["article_id"].unique().to_pylist():
                    parts_of[str(name)] = (*parts_of.get(str(name), ()), file)
        if not parts_of:
            raise SettingError(f"{storage.path}: expected the result of quoteattr.archive, found no rows")
        return cls(storage, parts_of)

    def rows(self, article: str, text: str) -> _Rows | None:
        """The rows of an article, those without a quote left out; ``None`` if there are none.

        An id may stand there for several articles: these rows are the first ones that fit the text.
        """
        runs = [run for file in self.parts_of.get(article, ()) for run in self.part(file).get(article, ())]
        fitting = sorted((run for run in runs if _fits(text, run)), key=lambda run: not run)
        if runs and not fitting:
            raise RecordError(f"article {article}: expected the text that was read, got another one")
        return fitting[0] if fitting else None

    def part(self, file: str) -> dict[str, list[_Rows]]:
        """The rows of a part by article: for each that has this id, its own."""
        if file not in self.held:
            self.held[file] = self._read(file)
            if len(self.held) > _KEPT:
                self.held.popitem(last=False)
        return self.held[file]

    def _read(self, file: str) -> dict[str, list[_Rows]]:
        from pyarrow import parquet

        with self.storage.files.open_input_file(file) as stream:
            table = parquet.ParquetFile(stream)
            wanted = ["article_id", *(column.name for column in COLUMNS if column.name in table.schema_arrow.names)]
            rows = table.read(columns=wanted).to_pylist()
        found: dict[str, list[_Rows]] = {}
        last, seen = None, set[str | None]()
        for row in rows:
            name = str(row["article_id"])
            if name != last or row["id"] in seen or row["id"] is None:
                found.setdefault(name, []).append([])
                last, seen = name, set()
            if row["id"] is not None:
                found[name][-1].append(row)
            seen.add(row["id"])
        return found


def _fits(text: str, rows: _Rows) -> bool:
    """Whether the quotes of these rows stand in this text."""
    return all(
        " ".join(text[start:end] for start, end in row["content_spans"]) == (row["text"] or "")
        for row in rows
        if "text" in row
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.archive.page",
        description="Show an archive of articles and their quotes on one page: who speaks how often, and for whom.",
        epilog="ARTICLES and QUOTES are INPUT and OUTPUT of python -m quoteattr.archive.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("articles", metavar="ARTICLES", help="the archive: a Parquet file, or a folder of them")
    add("quotes", metavar="QUOTES", help="the folder with its quotes")
    add("-o", "--output", metavar="FILE", required=True, help="the page, such as report.html")
    add("--id-column", default="id", metavar="NAME", help="the column with the article's id (default: id)")
    add("--text-column", default="text", metavar="NAME", help="the column with its text (default: text)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
