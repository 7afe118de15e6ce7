"""What the command is given: texts, folders, pages, and tables with a column of articles."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas
import pytest

from quoteattr import cli, inputs
from quoteattr.files import FileError
from quoteattr.inputs import Columns, Input, articles_of, count_of, expand

ROWS = [
    {"id": "n1", "body": "“Yes,” said Ann Doe.", "Date": "2020-01-02", "n": 1},
    {"id": "n2", "body": None, "Date": "2020-01-03", "n": 2},
]
PAGE = (
    "<!DOCTYPE html><html><head><title>Plant to close</title></head><body><article><h1>Plant to close</h1>"
    "<p>Harbour Energy will close its plant in May, the company said on Tuesday, after a long dispute in the town.</p>"
    "<p>“We did not take this decision lightly,” said Lena Voss, a spokeswoman for the company.</p>"
    "</article></body></html>"
)


def write_csv(path: Path) -> None:
    path.write_bytes("\ufeffid;body;Date;n\r\nn1;“Yes,” said Ann Doe.;2020-01-02;1\r\nn2;;2020-01-03;2\r\n".encode())


def write_lines(path: Path) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")


def write_array(path: Path) -> None:
    path.write_text(json.dumps(ROWS), encoding="utf-8")


def with_dates(path: Path) -> pandas.DataFrame:
    return pandas.DataFrame(ROWS).assign(Date=pandas.to_datetime([row["Date"] for row in ROWS]))


@pytest.mark.parametrize(
    ("ending", "write"),
    [
        (".csv", write_csv),
        (".jsonl", write_lines),
        (".json", write_array),
        (".parquet", lambda path: with_dates(path).to_parquet(path)),
        (".xlsx", lambda path: with_dates(path).to_excel(path, index=False)),
    ],
)
def test_a_table_gives_an_article_for_each_row(tmp_path: Path, ending: str, write: Callable[[Path], Any]) -> None:
    """With its id and its date; an empty cell is an empty article."""
    table = tmp_path / f"news{ending}"
    write(table)
    expected = [Input("n1", "“Yes,” said Ann Doe.", date="2020-01-02"), Input("n2", "", date="2020-01-03")]
    assert list(articles_of(str(table), Columns("body", "id"))) == expected
    assert count_of(str(table)) == 2


def test_what_is_no_table_counts_as_one_article(tmp_path: Path) -> None:
    """A table that cannot be read as well: its error is told when its turn comes."""
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    assert [count_of(name) for name in ("-", "a.txt", "missing.csv", str(tmp_path / "broken.jsonl"))] == [1, 1, 1, 1]


def test_rows_without_an_id_are_named_by_file_and_number(tmp_path: Path) -> None:
    """From 1, as people count rows below the head."""
    write_csv(tmp_path / "news.csv")
    first, _ = articles_of(str(tmp_path / "news.csv"), Columns("body"))
    assert isinstance(first, Input)
    assert first.name == f"{tmp_path / 'news.csv'}:1"


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (Columns(), "a table with the columns id, body, Date, n: --text-column NAME says which holds the articles"),
        (Columns("text"), "expected the column text, got a table with the columns id, body, Date, n"),
        (Columns("body", "key"), "expected the column key"),
    ],
)
def test_a_table_without_the_column_tells_which_there_are(tmp_path: Path, columns: Columns, told: str) -> None:
    """Never an article made of the table."""
    write_csv(tmp_path / "news.csv")
    with pytest.raises(FileError, match=told):
        list(articles_of(str(tmp_path / "news.csv"), columns))


def test_a_row_that_holds_no_text_fails_alone(tmp_path: Path) -> None:
    """A number is no article."""
    write_lines(tmp_path / "news.jsonl")
    first, second = articles_of(str(tmp_path / "news.jsonl"), Columns("n", "id"))
    assert isinstance(first, FileError)
    assert isinstance(second, FileError)
    assert "news.jsonl:1: expected a text in the column n, got 1" in str(first)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", b"body\ncaf\xe9\n", "convert the table to UTF-8"),
        ("a.csv", b"", "an empty table"),
        ("a.csv", b"body\n", "a table without rows"),
        ("a.jsonl", b"", "an empty table"),
        ("a.jsonl", b"{}\n{", "not JSON"),
        ("a.json", b"[1]", "expected objects"),
        ("a.parquet", b"PAR1", "not such a table"),
        ("a.xlsx", b"PK", "not an Excel file"),
        ("a.txt", b"%PDF-1.7", "pdftotext"),
        ("a.docx", b"PK\x03\x04", "pandoc"),
        ("a.rtf", b"{\\rtf1", "pandoc"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "soffice"),
        ("a.html", b"<html><body></body></html>", "trafilatura finds no article"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_remedy(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    """In one line."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(FileError, match=told):
        list(articles_of(str(tmp_path / name), Columns("body")))


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_page_is_read_through_trafilatura(tmp_path: Path, name: str) -> None:
    """Whatever its name."""
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (page,) = articles_of(str(tmp_path / name), Columns())
    assert isinstance(page, Input)
    assert page.title == "Plant to close"
    assert page.text.endswith("said Lena Voss, a spokeswoman for the company.")
    assert "<p>" not in page.text


def test_a_missing_library_is_told_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not needed for anything else."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(FileError, match=r"python -m pip install 'quoteattr\[web\]'"):
        list(articles_of(str(tmp_path / "page.html"), Columns()))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with files of many kinds."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "in/c.txt", "in/.hidden/d.txt", "photo.jpg", "t.csv", "page.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("“Yes”", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "tables", "files"),
    [
        (".", False, ["a.md", "b.txt", "page.html", "in/c.txt"]),
        (".", True, ["a.md", "b.txt", "page.html", "t.csv", "in/c.txt"]),
        ("*.txt", False, ["b.txt"]),
        ("**/*.txt", False, ["b.txt", "in/c.txt"]),
        ("photo.jpg", False, ["photo.jpg"]),
    ],
)
def test_folders_and_patterns_stand_for_files(folder: Path, name: str, tables: bool, files: list[str]) -> None:
    """Those that may be articles; a file that is named counts in any case."""
    found = dict(expand([name], tables=tables))
    assert [os.path.normpath(file) for file in found] == [os.path.normpath(one) for one in files]
    assert not any(found.values())


def test_a_folder_of_tables_tells_how_to_read_them(tmp_path: Path) -> None:
    """It has no texts otherwise."""
    write_csv(tmp_path / "news.csv")
    ((_, error),) = expand([str(tmp_path)])
    assert "a folder without texts" in str(error)
    assert "--text-column NAME" in str(error)


def test_what_is_left_out_of_a_folder_is_told(folder: Path) -> None:
    """By its endings."""
    assert inputs.left_out(".") == "left out 2 other files (.jpg, .csv)"
    assert inputs.left_out(".", tables=True) == "left out 1 other file (.jpg)"
    assert inputs.left_out("b.txt") is None


def test_a_page_made_by_the_command_is_no_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that a folder may hold both."""
    assert cli.main(["b.txt", "-o", "page.html"]) == 0
    assert [name for name, _ in expand(["."])] == [os.path.join(".", one) for one in ("a.md", "b.txt", "in/c.txt")]
    assert cli.main(["page.html"]) == 1
    assert "a page that quoteattr has made" in capsys.readouterr().err


def test_an_address_is_refused_with_the_remedy() -> None:
    """Nothing is fetched."""
    ((_, error),) = expand(["https://news.example/a"])
    assert "save this one, as with curl" in str(error)


def test_the_ending_of_the_output_decides_the_format(folder: Path) -> None:
    """From a table to a table."""
    write_csv(folder / "news.csv")
    assert cli.main(["news.csv", "--text-column", "body", "--id-column", "id", "-o", "out.csv"]) == 0
    rows = pandas.read_csv(folder / "out.csv")
    assert list(rows["file"]) == ["n1"]
    assert list(rows["speaker"]) == ["Ann Doe"]


def test_title_and_date_come_with_the_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In JSON, from which they are read back."""
    write_csv(folder / "news.csv")
    assert cli.main(["news.csv", "--text-column", "body", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["date"] == "2020-01-02"


def test_a_text_that_is_piped_in_needs_no_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As other commands have it."""
    end, beginning = os.pipe()
    os.write(beginning, "“Yes,” said Ann Doe.".encode())
    os.close(beginning)
    with open(end, encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdin", pipe)
        assert cli.main(["-f", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["speakers"][0]["name"] == "Ann Doe"
