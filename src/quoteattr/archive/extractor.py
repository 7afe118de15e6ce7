"""The pure function: a table of articles in, a table of quotes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, frozen

from quoteattr.archive.cells import Bad, identifiers, texts, without_views
from quoteattr.archive.schema import COLUMNS, SCHEMA_VERSION, own_schema
from quoteattr.archive.versions import versions
from quoteattr.errors import SettingError
from quoteattr.records import Article
from quoteattr.settings import Settings, whole_number
from quoteattr.tables import arrow, to_rows

if TYPE_CHECKING:
    from quoteattr.extractor import Extractor

__all__ = ["TableExtractor"]

_SAID = 300
"""Characters of an error that are kept."""


def _names(values: Iterable[str] | None) -> tuple[str, ...] | None:
    if isinstance(values, str):
        raise SettingError(f"keep must be a list of names; got the string {values!r:.80}: put it in a list")
    return None if values is None else tuple(values)


def _number(_: object, attribute: Attribute[int], value: int) -> None:
    whole_number(attribute.name, value)


@frozen(kw_only=True)
class TableExtractor(Settings):
    """From an Arrow table of articles to an Arrow table of quotes. Holds settings only, so that it can be pickled.

    The language model is loaded when the first table comes, once in a process for equal settings. Every row of the
    input gives at least one row: one for each quote in text order; one without an ``id`` if there is no quote; one
    with an ``error`` if it cannot be read. The rows of an article stand together, articles in the order of the input.

    Args:
        id_column: The column with the article's id, of any type; it comes back as a string.
        text_column: The column with the article's text.
        date_column: The column with the day of its publication, by which it is told what ``people`` were then;
            ``None`` if there is none.
        keep: Further columns that pass through unaltered; by default all but these two. One that is called like a
            column of the result comes as ``input_`` and its name.
        max_characters: A longer text becomes an error row.

    The other settings are those of :class:`~quoteattr.settings.Settings`, as plain values: the name or the path of a
    model, the path of a lexicon file, the names of modules with custom rules.

    Raises:
        SettingError: A setting has a value that it may not have.
    """

    id_column: str = "id"
    text_column: str = "text"
    date_column: str | None = None
    keep: tuple[str, ...] | None = field(default=None, converter=_names)
    max_characters: int = field(default=1_000_000, validator=_number)

    def __attrs_post_init__(self) -> None:
        self.to_dict()

    def load(self) -> Extractor:
        """The extractor with these settings, which is loaded once in a process and kept.

        Raises:
            ModelError: The model cannot be loaded.
            LexiconError: The lexicon file is malformed.
        """
        from quoteattr.extractor import kept_extractor

        return kept_extractor(self)

    def versions(self) -> Mapping[str, str]:
        """What makes the rows: the versions of ``library``, ``model`` and ``lexicon``.

        Raises:
            ModelError: The model is not on this machine.
            LexiconError: The lexicon file cannot be read.
            PeopleError: That of the people cannot be.
        """
        plain = self.to_dict()
        return versions(plain["model"], plain["lexicon"], plain["people"])

    def schema(self, given: Any) -> Any:
        """The Arrow schema of the result for input of the schema ``given``: our columns, and those that pass through.

        Raises:
            SettingError: A column that the settings name is not there.
        """
        own = own_schema()
        for old, new in self.carried(given.names).items():
            own = own.append(_carried(given.field(old), new))
        return own

    def carried(self, names: Sequence[str]) -> dict[str, str]:
        """The columns that pass through, of input with these columns, with their names in the result.

        Raises:
            SettingError: A column that the settings name is not there, or two would have one name.
        """
        listed = ", ".join(map(repr, names))
        named = {"id_column": self.id_column, "text_column": self.text_column}
        dated = {} if self.date_column is None else {"date_column": self.date_column}
        for setting, name in (*named.items(), *dated.items(), *(("keep", name) for name in self.keep or ())):
            if name not in names:
                raise SettingError(f"{setting}: expected one of the columns {listed}, got {name!r}")
        chosen = [name for name in names if (name not in named.values() if self.keep is None else name in self.keep)]
        own = {column.name for column in COLUMNS}
        out = {name: f"input_{name}" if name in own else name for name in chosen}
        if len(set(out.values())) < len(chosen):
            raise SettingError(f"two columns of the input would have one name in the result, rename one; got {listed}")
        return out

    def __call__(self, table: Any) -> Any:
        """The quotes of the articles in ``table``.

        Args:
            table: A ``pyarrow.Table``.

        Returns:
            A ``pyarrow.Table`` of :meth:`schema`.

        Raises:
            SettingError: A column that the settings name is not there.
            ModelError: The model cannot be loaded.
        """
        self.carried(table.column_names)
        dates = None if self.date_column is None else identifiers(table.column(self.date_column))
        cells = list(texts(table.column(self.text_column), self.max_characters))
        return self._rows(table, self._outcomes(cells, dates or [None] * len(cells)))

    def failed(self, table: Any, error: str, detail: str) -> Any:
        """The table that says of all articles in ``table`` that they cannot be read."""
        return self._rows(table, (Bad(error, detail) for _ in range(table.num_rows)))

    def _outcomes(self, cells: Sequence[str | Bad], dates: Sequence[str | None]) -> Iterator[Article | Bad]:
        pairs = zip(cells, dates, strict=True)
        articles = self.load().pipe(Article(cell, date=date) for cell, date in pairs if isinstance(cell, str))
        for cell in cells:
            if isinstance(cell, Bad):
                yield cell
                continue
            try:
                yield next(articles)
            except Exception as error:  # of one article, raised at its place
                yield Bad("failed", f"{type(error).__name__}: {error}"[:_SAID])

    def _rows(self, table: Any, outcomes: Iterable[Article | Bad]) -> Any:
        pa = arrow()
        always: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
        always |= {f"{name}_version": version for name, version in self.versions().items()}
        rows: list[dict[str, Any]] = []
        places: list[int] = []
        ids = identifiers(table.column(self.id_column))
        for place, (article_id, outcome) in enumerate(zip(ids, outcomes, strict=True)):
            for row in _told(outcome):
                places.append(place)
                rows.append(row | always | {"article_id": article_id})
        result = pa.Table.from_pylist(rows, schema=own_schema())
        indices = pa.array(places, pa.int64())
        for old, new in self.carried(table.column_names).items():
            field, column = _carried(table.schema.field(old), new), table.column(old)
            plain = column if field.type == column.type else column.cast(field.type)
            result = result.append_column(field, plain.take(indices))
        return result


def _carried(field: Any, name: str) -> Any:
    """The field of a column that passes through, under its name in the result."""
    return field.with_name(name).with_type(without_views(field.type))


def _told(outcome: Article | Bad) -> list[dict[str, Any]]:
    if isinstance(outcome, Bad):
        return [{"error": outcome.error, "error_detail": outcome.detail}]
    return to_rows(outcome) or [{}]
