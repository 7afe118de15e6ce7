"""The page of an archive and its quotes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pyarrow
import pytest
from attrs import evolve
from pyarrow import parquet

from quoteattr import Article, Attitude, Quote, QuoteKind, RecordError, SettingError, Span, Speaker, SpeakerKind
from quoteattr.archive.page import articles, main
from quoteattr.tables import COLUMNS, arrow_schema, to_rows

TEXTS = {"1": "“Go,” said Ada Smith.", "2": "It rained.", "3": "“Stay,” said Ada Smith. “No,” she added."}
DAY = datetime.date(2024, 5, 3)


def article(text: str) -> Article:
    speaker = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON)
    quotes = []
    for words in ("“Go,”", "“Stay,”", "“No,”"):
        if (start := text.find(words)) >= 0:
            content = (Span.of(text, start, start + len(words)),)
            quotes.append(
                Quote(
                    f"q{len(quotes) + 1}", QuoteKind.DIRECT, Attitude.ASSERTION, False, content, (), (), speaker, "r", 1
                )
            )
    return Article(text, tuple(quotes), (speaker,) if quotes else ())


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with an archive, and one with its result, in two parts; an id stands there twice."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "quotes").mkdir()
    names = ["1", "2", "3", "3", "4", "5"]
    cells = [TEXTS.get(name) for name in names]
    table = pyarrow.table({"id": list(map(int, names)), "text": cells, "Date": [DAY] * 6, "title": ["Plant"] * 6})
    parquet.write_table(table.slice(0, 3), tmp_path / "articles" / "a.parquet")
    parquet.write_table(table.slice(3), tmp_path / "articles" / "b.parquet")
    schema = arrow_schema(COLUMNS)
    for part, found in (("z", names[:3]), ("y", names[3:5])):
        rows = []
        for name in found:
            own = to_rows(article(TEXTS[name])) if name in TEXTS else []
            own = own or [{column.name: None for column in COLUMNS}]
            rows += [{"article_id": name, **row} for row in own]
        whole = schema.insert(0, pyarrow.field("article_id", pyarrow.string()))
        parquet.write_table(pyarrow.Table.from_pylist(rows, schema=whole), tmp_path / "quotes" / f"{part}.parquet")
    return tmp_path


def test_articles_are_put_together_again(archive: Path) -> None:
    """In the order of the archive, with what it tells of them; those without a text or a result are left out."""
    found = list(articles(str(archive / "articles"), str(archive / "quotes")))
    told = {"title": "Plant", "date": "2024-05-03"}
    assert found[:3] == [(name, evolve(article(TEXTS[name]), **told)) for name in ("1", "2", "3")]
    assert [name for name, _ in found] == ["1", "2", "3", "3"]


def test_an_id_that_stands_twice_gives_its_rows_twice(tmp_path: Path) -> None:
    """In one part, as the articles come."""
    table = pyarrow.table({"id": ["1", "1"], "text": [TEXTS["1"], TEXTS["3"]]})
    parquet.write_table(table, tmp_path / "articles.parquet")
    rows = [{"article_id": "1", **row} for text in (TEXTS["1"], TEXTS["3"]) for row in to_rows(article(text))]
    whole = arrow_schema(COLUMNS).insert(0, pyarrow.field("article_id", pyarrow.string()))
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=whole), tmp_path / "quotes.parquet")
    found = list(articles(str(tmp_path / "articles.parquet"), str(tmp_path / "quotes.parquet")))
    assert [one for _, one in found] == [article(TEXTS["1"]), article(TEXTS["3"])]


def test_the_command_writes_a_page(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of all articles."""
    page = archive / "report.html"
    assert main([str(archive / "articles"), str(archive / "quotes"), "-o", str(page)]) == 0
    assert capsys.readouterr().err == ""
    assert "“Stay,” said" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["articles", "quotes", "--text-column", "body"], 2, "expected the column body, got id, text, Date, title"),
        (["nowhere", "quotes"], 2, "expected Parquet files, found none"),
        (["articles", "nowhere"], 2, "expected the result of quoteattr.archive"),
        (["articles", "articles"], 1, "got none called article_id"),
        (["other.parquet", "quotes"], 1, "expected"),
    ],
)
def test_what_goes_wrong(
    archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    status: int,
    told: str,
) -> None:
    """Is told in a line, and no page is written."""
    monkeypatch.chdir(archive)
    parquet.write_table(pyarrow.table({"id": ["1"], "text": ["x"]}), archive / "other.parquet")
    assert main([*words, "-o", "report.html"]) == status
    assert told in capsys.readouterr().err
    assert not Path("report.html").exists()


def test_faults_are_typed(archive: Path) -> None:
    """For a program that calls the function."""
    with pytest.raises(SettingError):
        next(articles(str(archive / "nowhere"), str(archive / "quotes")))
    with pytest.raises(RecordError):
        next(articles(str(archive / "articles"), str(archive / "articles")))
