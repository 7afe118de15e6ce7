"""The pure function: a table of articles in, a table of quotes out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from quoteattr.archive.cells import Bad, identifiers, texts
from quoteattr.archive.schema import COLUMNS, SCHEMA_VERSION, arrow, carried, own_schema
from quoteattr.archive.versions import versions
from quoteattr.errors import SettingError
from quoteattr.points import confidence_at
from quoteattr.records import Article, Attitude, Quote, Span

if TYPE_CHECKING:
    from quoteattr.extractor import Extractor

__all__ = ["TableExtractor"]

_SAID = 300
"""Characters of an error that are kept."""


def _names(values: Iterable[str] | None) -> tuple[str, ...] | None:
    if isinstance(values, str):
        raise SettingError(f"expected a list of names, got the string {values!r:.80}: put it in a list")
    return None if values is None else tuple(values)


def _listed(values: Iterable[str] | None) -> tuple[str, ...]:
    return _names(values) or ()


def _attitudes(values: Iterable[Attitude | str] | None) -> tuple[str, ...] | None:
    try:
        named = _names(attitude.value if isinstance(attitude, Attitude) else attitude for attitude in values or ())
        return None if values is None else tuple(sorted({Attitude(name).value for name in named or ()}))
    except ValueError as error:
        known = ", ".join(repr(attitude.value) for attitude in Attitude)
        raise SettingError(f"attitudes must be a list of some of {known}; {error}") from None


def _confidence(value: float | str | None) -> float | None:
    return None if value is None else confidence_at(value)


def _path(value: str | os.PathLike[str] | None) -> str | None:
    """Absolute, since a worker may stand in another folder."""
    return None if value is None else os.path.abspath(value)


def _model(value: str | os.PathLike[str] | None) -> str | None:
    if value is None or os.path.isdir(value):
        return _path(value)
    return os.fspath(value)


def _number(instance: object, attribute: Any, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingError(f"{attribute.name} must be a whole number of at least 1; got {value!r:.80}")


@frozen(kw_only=True)
class TableExtractor:
    """From an Arrow table of articles to an Arrow table of quotes. Holds settings only, so that it can be pickled.

    The language model is loaded when the first table comes, once in a process for equal settings. Every row of the
    input gives at least one row: one for each quote in text order; one without a ``quote_id`` if there is no quote; one
    with an ``error`` if it cannot be read. The rows of an article stand together, articles in the order of the input.

    Args:
        id_column: The column with the article's id, of any type; it comes back as a string.
        text_column: The column with the article's text.
        keep: Further columns that pass through unaltered; by default all but these two. One that is called like a
            column of the result comes as ``input_`` and its name.
        max_characters: A longer text becomes an error row.
        model: A spaCy package name or a path, as for :class:`~quoteattr.Extractor`; so are the others.
        lexicon: The path of a TOML file.
        attitudes: Of indirect speech.
        rules: Names of modules with rules of one's own.
        min_confidence: The least confidence.

    Raises:
        SettingError: A setting has a value that it may not have.
    """

    id_column: str = "id"
    text_column: str = "text"
    keep: tuple[str, ...] | None = field(default=None, converter=_names)
    max_characters: int = field(default=1_000_000, validator=_number)
    model: str | None = field(default=None, converter=_model)
    lexicon: str | None = field(default=None, converter=_path)
    attitudes: tuple[str, ...] | None = field(default=None, converter=_attitudes)
    rules: tuple[str, ...] = field(default=(), converter=_listed)
    min_confidence: float | None = field(default=None, converter=_confidence)

    def load(self) -> Extractor:
        """The extractor with these settings, which is loaded once in a process and kept.

        Raises:
            ModelError: The model cannot be loaded.
            LexiconError: The lexicon file is malformed.
        """
        found = _LOADED.get(self)
        if found is None:
            from quoteattr.extractor import Extractor

            found = _LOADED[self] = Extractor(
                self.model,
                attitudes=self.attitudes,
                lexicon=self.lexicon,
                rules=self.rules,
                min_confidence=self.min_confidence,
            )
        return found

    def schema(self, given: Any) -> Any:
        """The Arrow schema of the result for input of the schema ``given``: our columns, and those that pass through.

        Raises:
            SettingError: A column that the settings name is not there.
        """
        own = own_schema()
        for old, new in self.carried(given.names).items():
            own = own.append(given.field(old).with_name(new))
        return own

    def carried(self, names: Sequence[str]) -> dict[str, str]:
        """The columns that pass through, of input with these columns, with their names in the result.

        Raises:
            SettingError: A column that the settings name is not there.
        """
        for setting, name in (("id_column", self.id_column), ("text_column", self.text_column)):
            if name not in names:
                raise SettingError(
                    f"{setting}: expected one of the columns {', '.join(map(repr, names))}, got {name!r}"
                )
        return carried(names, (self.id_column, self.text_column), self.keep)

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
        return self._rows(table, self._outcomes(texts(table.column(self.text_column), self.max_characters)))

    def failed(self, table: Any, error: str, detail: str) -> Any:
        """The table that says of all articles in ``table`` that they cannot be read."""
        return self._rows(table, (Bad(error, detail) for _ in range(table.num_rows)))

    def _outcomes(self, cells: Iterable[str | Bad]) -> Iterator[Article | Bad]:
        found = list(cells)
        articles = self.load().pipe(cell for cell in found if isinstance(cell, str))
        for cell in found:
            if isinstance(cell, Bad):
                yield cell
                continue
            try:
                yield next(articles)
            except Exception as error:  # of one article, raised at its place
                yield Bad("failed", f"{type(error).__name__}: {error}"[:_SAID])

    def _rows(self, table: Any, outcomes: Iterable[Article | Bad]) -> Any:
        pa = arrow()
        made = versions(self.model, self.lexicon)
        always = {
            "schema_version": SCHEMA_VERSION,
            "library_version": made.library,
            "model_version": made.model,
            "lexicon_version": made.lexicon,
        }
        columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        places: list[int] = []
        ids = identifiers(table.column(self.id_column))
        for place, (article_id, outcome) in enumerate(zip(ids, outcomes, strict=True)):
            for row in _told(outcome):
                places.append(place)
                row |= always | {"article_id": article_id}
                for name, cells in columns.items():
                    cells.append(row.get(name))
        schema = self.schema(table.schema)
        own = own_schema()
        arrays = [pa.array(columns[field.name], field.type) for field in own]
        indices = pa.array(places, pa.int64())
        arrays += [table.column(old).take(indices) for old in self.carried(table.column_names)]
        return pa.Table.from_arrays(arrays, schema=schema)


_LOADED: dict[TableExtractor, Extractor] = {}


def _told(outcome: Article | Bad) -> list[dict[str, Any]]:
    if isinstance(outcome, Bad):
        return [{"error": outcome.error, "error_detail": outcome.detail}]
    return [_row(quote) for quote in outcome.quotes] or [{}]


def _row(quote: Quote) -> dict[str, Any]:
    speaker = quote.speaker
    body = speaker.organisation if speaker else None
    row: dict[str, Any] = {
        "quote_id": quote.id,
        "kind": quote.kind.value,
        "attitude": quote.attitude.value,
        "negated": quote.negated,
        "quote": quote.text,
        "content": _spans(quote.content),
        "cue": _spans(quote.cue),
        "source": _spans(quote.source),
        "rule": quote.rule,
        "confidence": quote.confidence,
    }
    if speaker:
        row |= {
            "speaker_id": speaker.id,
            "speaker": speaker.name,
            "speaker_description": speaker.description,
            "speaker_kind": speaker.kind.value,
            "speaker_role": speaker.role,
        }
    if body:
        row |= {"organisation_id": body.id, "organisation": body.name}
    return row


def _spans(spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]
