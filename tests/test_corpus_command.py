"""``python -m quoteattr.corpus``: from files of quotes to the tables of a corpus."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from quoteattr import Article, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.corpus import Merger, merge
from quoteattr.corpus.__main__ import main
from quoteattr.corpus.reading import read
from quoteattr.corpus.tables import TABLES
from quoteattr.errors import CorpusError, RecordError
from quoteattr.formats import FORMATS
from quoteattr.formats.frames import to_table
from quoteattr.records import Attitude

SAID = "We will not raise the fares this year"


def article(name: str, role: str | None, body: Organisation | None) -> Article:
    """An article in which somebody says the same as in all others, and somebody nameless another thing."""
    known = "Q1" if role else None
    speaker = Speaker("s1", name, None, SpeakerKind.PERSON, role, body, (Span.of(SAID, 0, 2),), known_id=known)
    nameless = Speaker("s2", None, "=a rider", SpeakerKind.PERSON)  # of no organisation, so it appears nowhere
    span = Span.of(SAID, 0, len(SAID))
    quotes = (
        Quote("q1", QuoteKind.DIRECT, Attitude.ASSERTION, False, (span,), (), (), speaker, "x", 1.0),
        Quote("q2", QuoteKind.INDIRECT, Attitude.ASSERTION, False, (Span.of(SAID, 0, 7),), (), (), nameless, "x", 1.0),
        Quote("q3", QuoteKind.INDIRECT, Attitude.ASSERTION, False, (Span.of(SAID, 0, 2),), (), (), None, "x", 1.0),
    )
    return Article(SAID, quotes, (speaker, nameless), () if body is None else (body,))


NAMED = [
    ("one.txt", article("Ada B. Smith", "mayor", Organisation("o1", "Widget Makers Guild", ("WMG",)))),
    ("two.txt", article("Ada Smith", None, Organisation("o1", "WMG"))),
]


def written(folder: Path, form: str) -> str:
    """The articles in a file of this format."""
    place = folder / f"quotes.{form}"
    if form == "parquet":
        parquet.write_table(to_table(NAMED), place)
    else:
        place.write_text("".join(FORMATS[form](NAMED, True)), encoding="utf-8")
    return str(place)


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """A table that was written."""
    found: list[dict[str, Any]] = parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return found


@pytest.mark.parametrize("form", ["parquet", "json", "jsonl", "csv"])
def test_reading(form: str, tmp_path: Path) -> None:
    """Every format gives the same speakers, organisations and quotes."""
    found = list(read(written(tmp_path, form)))
    assert [name for name, _ in found] == [name for name, _ in NAMED]
    for (_, one), (_, other) in zip(found, NAMED, strict=True):
        assert [quote.text for quote in one.quotes] == [quote.text for quote in other.quotes]
        told = [(each.name, each.description, each.kind, each.role, each.known_id) for each in one.speakers]
        assert told == [(each.name, each.description, each.kind, each.role, each.known_id) for each in other.speakers]
    assert merge(found).speakers == merge(NAMED).speakers


def test_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One speaker, one organisation, where they are, and what is said twice."""
    assert main([written(tmp_path, "jsonl"), "-o", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr().out
    assert printed == "articles: 2\nappearances: 2\nspeakers: 1\norganisations: 1\nrepeated: 2\n"
    (speaker,), (body,) = rows(tmp_path / "out", "speakers"), rows(tmp_path / "out", "organisations")
    assert (speaker["name"], speaker["aliases"], speaker["roles"]) == ("Ada B. Smith", ["Ada Smith"], ["mayor"])
    assert (speaker["organisation"], speaker["quotes"], speaker["direct"], speaker["documents"]) == (
        "Widget Makers Guild",
        2,
        2,
        2,
    )
    assert (body["acronyms"], body["quotes"]) == (["WMG"], 2)
    assert rows(tmp_path / "out", "appearances")[1] == {
        "article_id": "two.txt",
        "speaker_id": "s1",
        "speaker": "S1",
        "organisation": "O1",
        "quotes": 1,
    }
    assert {row["id"] for row in rows(tmp_path / "out", "repeated")} == {"R1"}
    assert sorted(place.name for place in (tmp_path / "out").iterdir()) == [
        "appearances.parquet",
        "organisations.parquet",
        "repeated.parquet",
        "speakers.parquet",
    ]


def test_tables_for_a_spreadsheet(tmp_path: Path) -> None:
    """In CSV, without formulas."""
    named = [(name, article("=Ada Smith", "mayor", None)) for name in "12"]
    (tmp_path / "quotes.jsonl").write_text("".join(FORMATS["jsonl"](named, True)), encoding="utf-8")
    assert main([str(tmp_path / "quotes.jsonl"), "-o", str(tmp_path), "--format", "csv", "--words", "3"]) == 0
    with (tmp_path / "speakers.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["name"] == "'=Ada Smith" and json.loads(row["roles"]) == ["mayor"] and row["known_id"] == "Q1"


def test_folder_of_parquet_files(tmp_path: Path) -> None:
    """As an archive is written: what begins with _ is none of it."""
    parquet.write_table(to_table(NAMED[:1]), tmp_path / "a.parquet")
    parquet.write_table(to_table(NAMED[1:]), tmp_path / "b.parquet")
    (tmp_path / "_SUCCESS").write_text("")
    assert [name for name, _ in read(str(tmp_path))] == ["one.txt", "two.txt"]
    assert [name for name, _ in read(tmp_path.as_uri())] == ["one.txt", "two.txt"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.txt", "", "expected a folder of Parquet files"),
        ("x.csv", "a,b\n1,2\n", "expected the quotes of quoteattr"),
        ("x.csv", "", "expected the quotes of quoteattr"),
        ("x.json", "{", "JSON"),
        ("x.jsonl", "[]\n", "expected an article"),
        ("x.parquet", "no", "arquet"),
        ("x.json", None, "No such file"),
        ("x.parquet", None, "x.parquet"),
    ],
)
def test_what_cannot_be_read_is_said(
    name: str, text: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file, on one line."""
    if text is not None:
        (tmp_path / name).write_text(text)
    assert main([str(tmp_path / name), "-o", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert message in said and name in said and said.count("\n") == 1
    with pytest.raises(CorpusError):
        list(read(str(tmp_path / name)))


def test_output_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where the folder would be."""
    (tmp_path / "out").write_text("")
    assert main([written(tmp_path, "jsonl"), "-o", str(tmp_path / "out")]) == 2
    assert "appearances.parquet" in capsys.readouterr().err


def test_second_reading_tells_the_same() -> None:
    """Who stands where, without keeping it."""
    merger = Merger(appearances=False)
    for name, one in NAMED:
        merger.add(name, one)
    assert merger.identify(*NAMED[1]) == ({"s1": "S1"}, {"o1": "O1"})
    assert merger.result().speaker_ids == {} and merger.result().speakers[0].appearances == ()
    with pytest.raises(RecordError, match=r"two\.txt: expected an article that was added"):
        merger.identify("two.txt", article("Ben Lee", None, None))


def test_page_tells_every_column() -> None:
    """Of each table, on its line."""
    page = (Path(__file__).parent.parent / "docs" / "corpus.md").read_text(encoding="utf-8")
    for name, columns in TABLES.items():
        (line,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]
        assert [column.name for column in columns if f"`{column.name}`" not in line] == []


def test_nameless_speaker_of_an_organisation_appears(tmp_path: Path) -> None:
    """So that all quotes of an organisation can be found."""
    body = Organisation("o1", "Acme")
    nameless = Speaker("s1", None, "a rider", SpeakerKind.PERSON, None, body)
    named = [("1", Article("", (), (nameless,), (body,)))]
    (tmp_path / "quotes.jsonl").write_text("".join(FORMATS["jsonl"](named, True)), encoding="utf-8")
    assert main([str(tmp_path / "quotes.jsonl"), "-o", str(tmp_path)]) == 0
    (row,) = rows(tmp_path, "appearances")
    assert (row["speaker"], row["organisation"], row["quotes"]) == (None, "O1", 0)
