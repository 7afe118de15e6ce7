"""People whom the user knows: their records, their files, and what comes of them in an article."""

from __future__ import annotations

import json
import os
import pickle
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from quoteattr import (
    Article,
    Attitude,
    Extractor,
    KnownPerson,
    Lexicon,
    PeopleError,
    SettingError,
    Settings,
    Speaker,
    SpeakerKind,
    cli,
    extract,
    read_people,
)
from quoteattr.archive import TableExtractor
from quoteattr.coreference.mentions.told_names import EXAMPLES, ToldNames
from quoteattr.explanation import explain
from quoteattr.formats import FORMATS, READERS
from quoteattr.identities import RULES
from quoteattr.people import day_of, people_of
from quoteattr.pipeline import Wanted, analyse
from quoteattr.syntax import Parse

SMITH = KnownPerson("Ada Smith", ("Smith", "A. B. Smith"), "minister of health", "Ministry of Health", id="Q1")
CSV = """\
name,aliases,role,organisation,from,to,id,kind,note
Ada Smith,"Smith; A. B. Smith",minister of health,Ministry of Health,,,Q1,,
"""
LINES = """\
{"name": "Ada Smith", "aliases": ["Smith", "A. B. Smith"], "role": "minister of health",

"organization": "Ministry of Health", "id": "Q1"}
""".replace("\n\n", " ")
TOML = """\
[[people]]
name = "Ada Smith"
aliases = ["Smith", "A. B. Smith"]
role = "minister of health"
organisation = "Ministry of Health"
id = "Q1"
"""


def speaker_of(article: Article, number: int = 0) -> Speaker:
    speaker = article.quotes[number].speaker
    assert speaker is not None
    return speaker


def known(text: str, *people: KnownPerson, day: str | None = None) -> Speaker:
    """The speaker of the first quote of a text, by those people."""
    return speaker_of(extract(Article(text, date=day), people=people))


# ---- records and files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", CSV), ("a.tsv", CSV.replace(",", "\t")), ("a.jsonl", LINES), ("a.toml", TOML)]
)
def test_a_file_of_each_format_holds_the_same(tmp_path: Path, name: str, text: str) -> None:
    """With a byte order mark or without."""
    for mark in ("", "\ufeff"):
        (tmp_path / name).write_text(mark + text, encoding="utf-8")
        assert read_people(tmp_path / name) == (SMITH,)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "", "line 1: expected the names of the columns, name among them"),
        ("a.csv", "Ada Smith,Q1\n", "line 1: expected the names of the columns, name among them"),
        (
            "a.csv",
            "name,nickname\nAda Smith,Ada\n",
            "line 2: expected name, aliases.*got 'nickname'.*rename it to note",
        ),
        ("a.csv", "name,id\nAda Smith,Q1\n,Q2\n", "line 3: name is missing: give each person one"),
        ("a.csv", "name,role\nAda Smith,minister, of health\n", "line 2: expected 2 cells, got 3: put a cell"),
        ("a.csv", 'name\n"Ada Smith\n', "line 2: "),
        ("a.csv", "name,from\nAda Smith,May\n", "line 2: from must be a date such as 2024-05-01.*got 'May'"),
        (
            "a.csv",
            "name,from,to\nAda Smith,2024,2023\n",
            "line 2: from must be before to; got 2024-01-01 and 2023-12-31",
        ),
        ("a.csv", "name,kind\nAda Smith,dog\n", "line 2: kind must be person or organisation; got 'dog'"),
        ("a.jsonl", '{"name": "Ada Smith"}\nAda\n', "line 2: expected a JSON object on each line"),
        ("a.jsonl", "[]\n", "line 1: expected a KnownPerson, or a dict with a name"),
        ("a.jsonl", '{"name": "Ada Smith", "aliases": 3}\n', "line 1: aliases must be a list of names"),
        ("a.jsonl", '{"name": "Ada Smith", "role": 3}\n', "line 1: role must be a string; got 3"),
        ("a.toml", "[[people]]\nname = 'Ada Smith'\n\n[[people]]\n", "line 4: name is missing"),
        ("a.toml", "people = 3\n", "expected tables"),
        ("a.toml", "name = 'Ada'\n", "expected tables"),
        ("a.toml", "[[people]\n", "line 1"),
        ("a.xlsx", "", "people are read from .csv, .tsv, .jsonl, .ndjson, .toml.*save it as one of these"),
    ],
)
def test_a_bad_file_names_the_line_and_the_remedy(tmp_path: Path, name: str, text: str, told: str) -> None:
    """And the file."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(PeopleError, match=told) as caught:
        read_people(tmp_path / name)
    assert name in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Missing, or not UTF-8."""
    with pytest.raises(PeopleError, match="cannot read the people"):
        read_people(tmp_path / "missing.csv")
    (tmp_path / "latin.csv").write_bytes(b"name\nJos\xe9\n")
    with pytest.raises(PeopleError, match="byte 8 is not UTF-8: save the file as UTF-8"):
        read_people(tmp_path / "latin.csv")


@pytest.mark.parametrize("given", ["Ada Smith", {"name": "Ada Smith"}, 3])
def test_people_are_a_list(given: Any) -> None:
    """A single record would be taken apart."""
    with pytest.raises(PeopleError, match="must be a list of records"):
        people_of(given)


def test_records_may_be_dicts() -> None:
    """With the keys of the files; blank cells are missing ones."""
    given = {"Name": " Ada  Smith ", "alias": "Smith|A. B. Smith", "organization": "", "id": 7, "kind": "Organization"}
    (person,) = people_of([given])
    assert person == KnownPerson("Ada Smith", ("Smith", "A. B. Smith"), id="7", kind=SpeakerKind.ORGANISATION)


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03T10:00Z", date(2024, 2, 3), date(2024, 2, 3)),
        (datetime(2024, 2, 3, 10), date(2024, 2, 3), date(2024, 2, 3)),
        ("May 1, 2024", date(2024, 5, 1), date(2024, 5, 1)),
        ("Wednesday, 1 May 2024", date(2024, 5, 1), date(2024, 5, 1)),
        ("2024-13", None, None),
        ("yesterday", None, None),
        (None, None, None),
    ],
)
def test_dates_of_articles_become_days(given: Any, first: date | None, last: date | None) -> None:
    """What is no date is no day."""
    assert (day_of(given), day_of(given, last=True)) == (first, last)


# ---- articles ------------------------------------------------------------------------------------------------------


def test_a_known_person_has_an_id_and_what_the_article_leaves_out() -> None:
    """Role and organisation; the organisation is one of the article's."""
    article = extract("Rain fell on the Ministry of Health. Ada Smith said that it was late.", people=[SMITH])
    speaker = speaker_of(article)
    assert (speaker.known_id, speaker.role, speaker.organisation_rule) == ("Q1", SMITH.role, RULES[0].id)
    (body,) = article.organisations
    assert speaker.organisation == body
    assert [span.text for span in body.mentions] == [body.name] == ["Ministry of Health"]
    assert Article.from_dict(article.to_dict()) == article


def test_what_the_article_tells_stays() -> None:
    """It is nearer than a list."""
    speaker = known("Ada Smith, a spokeswoman for Acme, said that it was late.", SMITH)
    assert speaker.known_id == "Q1"
    assert (speaker.role, str(speaker.organisation)) == ("spokeswoman", "Acme")


def test_an_alias_alone_is_the_person() -> None:
    """And the name stays the article's own."""
    speaker = known("Smith said that it was late.", SMITH)
    assert (speaker.name, speaker.known_id) == ("Smith", "Q1")


@pytest.mark.parametrize(
    "text",
    [
        "Jones said that it was late.",
        "Ben Smith left. Smith said that it was late.",
        "The Ada Smith Foundation said that it was late.",
        "Ada Smith-Jones said that it was late.",
        "Mary Ada Smith said that it was late.",
    ],
)
def test_who_has_another_name_is_another_person(text: str) -> None:
    """A surname alone is somebody's who is named in full."""
    assert known(text, SMITH, KnownPerson("Eva Jones", id="Q2")).known_id is None


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Lee said that it was late.", None),
        ("Ann Lee left. Lee said that it was late.", "Q2"),
        ("Lee, a spokesman for Acme, said that it was late.", "Q3"),
        ("Lee, the mayor, said that it was late.", "Q2"),
    ],
)
def test_an_alias_of_two_needs_evidence(text: str, identity: str | None) -> None:
    """The full name, the organisation or the role."""
    people = (
        KnownPerson("Ann Lee", ("Lee",), "mayor", id="Q2"),
        KnownPerson("Ben Lee", ("Lee",), "spokesman", "Acme", id="Q3"),
    )
    assert known(text, *people).known_id == identity


def test_an_office_holds_for_its_time() -> None:
    """By the date of the article; without one, of several none is told."""
    people = (
        KnownPerson("Ada Smith", (), "minister of health", "Acme", "2019", "2021-06", "Q1"),
        KnownPerson("Ada Smith", (), "minister of sport", "Velora", "2021-07", None, "Q1"),
    )
    told = [known("Ada Smith said that it was late.", *people, day=day) for day in ("2021-06-30", "2021-07-01", None)]
    assert [speaker.known_id for speaker in told] == ["Q1"] * 3
    assert [speaker.role for speaker in told] == ["minister of health", "minister of sport", None]
    assert [speaker.organisation and speaker.organisation.name for speaker in told] == ["Acme", "Velora", None]


def test_namesakes_are_told_apart_by_date() -> None:
    """If only one of them holds an office then."""
    people = (KnownPerson("Ann Lee", valid_to="1990", id="Q1"), KnownPerson("Ann Lee", valid_from="2000", id="Q2"))
    days = ("1985-01-01", "2010-01-01", None)
    assert [known("Ann Lee said no.“No,” she said.", *people, day=day).known_id for day in days] == ["Q1", "Q2", None]


def test_names_that_no_model_knows_are_found() -> None:
    """In small letters, with a title in the list, with a middle name in the article."""
    people = [KnownPerson("hedge marlow", id="Q1"), KnownPerson("Dame Zella Quint", id="Q2")]
    assert known("“It is late,” said hedge marlow.", *people).known_id == "Q1"
    assert known("“It is late,” said Zella R. Quint.", *people).known_id == "Q2"


def test_a_word_that_is_no_name_stays_a_word() -> None:
    """Even if somebody is called so."""
    aliases = {"Theresa May": "May", "Will Quint": "Will", "The Who": "The", "Ida Thou": "I"}
    people = [{"name": name, "aliases": alias, "id": name} for name, alias in aliases.items()]
    article = extract(
        "Will it rain in May? “In May 2024 it will, I hope. The sky is grey,” Ada Smith said.", people=people
    )
    assert [speaker.name for speaker in article.speakers] == ["Ada Smith"]


def test_an_organisation_is_known_by_its_acronym() -> None:
    """As a speaker."""
    union = KnownPerson("United Workers of Velora", ("UWV",), id="Q9", kind="organisation")
    speaker = known("The UWV said that it was late.", union)
    assert (speaker.kind, speaker.known_id) == (SpeakerKind.ORGANISATION, "Q9")


def test_title_date_and_address_of_an_article_stay(extractor: Extractor) -> None:
    """In a pipe as well."""
    given = Article("“Go,” said Ann Lee.", title="Go", date="2024-05-01", url="https://example.com/")
    (article,) = extractor.pipe([given])
    assert (article.title, article.date, article.url) == ("Go", "2024-05-01", "https://example.com/")
    assert article.quotes == extractor(given.text).quotes


@pytest.mark.parametrize("form", READERS)
def test_every_format_keeps_the_id(form: str) -> None:
    """And the organisation that only the user knows, which the article never mentions."""
    text = "Smith said that it was late. “No,” said Ben Lee."
    article = extract(text, people=[SMITH])
    written = "".join(FORMATS[form]([("a.txt", article)], False))
    assert [one for _, one in READERS[form](written, {"a.txt": text})] == [article]
    assert article.organisations[0].mentions == ()


def test_an_explanation_tells_the_id() -> None:
    """And that the organisation is the user's word."""
    (explanation,) = explain(extract("Smith said that it was late.", people=[SMITH]))
    assert "known to you as Q1" in explanation.speaker
    assert explanation.organisation[0].startswith("organisation rule organisation-told: the user knows")


def test_somebody_is_called_by_a_known_role() -> None:
    """Norway's president is who is known to be it, and a surname has the gender of the known given name."""
    people = [KnownPerson("Laura Quint", ("Quint",), "president", "Norway", id="Q1")]
    text = "Laura Quint left Norway in May. Ben Lee stayed. Norway's president said that it was late."
    assert [str(extract(text, people=one).quotes[0].speaker) for one in ((), people)] == [
        "Norway's president",
        "Laura Quint",
    ]
    text = "“It is late,” Quint told reporters. She said that it rained."
    assert [str(quote.speaker) for quote in extract(text, people=people).quotes] == ["Quint", "Quint"]


def test_what_is_known_is_not_revised() -> None:
    """Though the known organisation begins with the word."""
    people = [KnownPerson("Quint", id="Q1"), KnownPerson("Quint administration", id="Q2", kind="organisation")]
    article = extract("The Quint administration said that it was late. Quint said no one knew.", people=people)
    assert [(one.known_id, one.kind.value) for one in article.speakers] == [("Q2", "organisation"), ("Q1", "person")]


NEWS = (
    "The mayor, Ada Smith, met Ben Lee of Acme Foods in Melford. “It is late,” Smith told the Melford Post. Lee said "
    "that the sale at Acme had failed. hedge marlow sang. The Ada Smith Foundation said no. MP Will Smith-Lee agreed."
)
WORDS = NEWS.replace(".", "").replace("“", "").replace("”", "").split()


@pytest.fixture(scope="module")
def parse(extractor: Extractor) -> Parse:
    """The parse of the news."""
    return extractor._model.parse([NEWS])[0]


@examples(60)
@given(
    people=st.lists(
        st.builds(
            lambda start, length, kind, alias: {
                "name": " ".join(WORDS[start : start + length]) + " x",
                "aliases": " ".join(WORDS[start : start + length]) + alias,
                "role": WORDS[length],
                "organisation": WORDS[start],
                "kind": kind,
                "id": f"Q{start % 3}",
            },
            st.integers(0, len(WORDS) - 4),
            st.integers(1, 4),
            st.sampled_from(["person", "organisation"]),
            st.sampled_from(["", ";Smith", ";Lee", ";Acme; the Ada Smith"]),
        ),
        max_size=5,
    )
)
def test_whoever_is_known_the_article_is_sound(parse: Parse, people: list[dict[str, str]]) -> None:
    """The same quotations, every span in its place, every id among the records; it can be written and read."""
    analysed = [
        analyse(parse, Lexicon.default(), Wanted(attitudes=tuple(Attitude)), people=ToldNames(one))
        for one in ((), people_of(people))
    ]
    assert len({tuple((quote.content, quote.source, quote.rule) for quote in one.quotes) for one in analysed}) == 1
    article = analysed[1]
    assert Article.from_json(article.to_json()) == article
    assert {speaker.known_id for speaker in article.speakers} <= {None, *(one["id"] for one in people)}
    assert {id(quote.speaker) for quote in article.quotes} <= {id(None), *map(id, article.speakers)}


# ---- settings and command --------------------------------------------------------------------------------------------


def test_settings_take_a_path_or_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is absolute; records are plain values no longer."""
    monkeypatch.chdir(tmp_path)
    assert Settings(people="a.csv").to_dict()["people"] == str(tmp_path / "a.csv")
    assert Settings(people=[SMITH]).load_people() == (SMITH,)
    assert Settings().load_people() == ()
    with pytest.raises(SettingError, match="people must be a plain value"):
        Settings(people=[SMITH]).to_dict()
    with pytest.raises(PeopleError, match="cannot read the people"):
        Settings(people="a.csv").load_people()


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    """Though the extractor is kept."""
    file, told = tmp_path / "people.csv", []
    for number in (1, 2):
        file.write_text(f"name,id\nAda Smith,Q{number}\n", encoding="utf-8")
        os.utime(file, (number, number))
        told.append(speaker_of(extract("Ada Smith said that it was late.", people=file)).known_id)
    assert told == ["Q1", "Q2"]


def test_other_processes_know_people_and_days() -> None:
    """Articles travel with their dates, and the records with the settings: what a worker gets, read here."""
    people = [KnownPerson("Ada Smith", role="mayor", valid_to="2020", id="Q1")]
    days = ("2019-01-01", "2021-01-01")
    articles = [Article("Ada Smith said that it was late.", date=day) for day in days]
    setup, sent = pickle.loads(pickle.dumps((Extractor(people=people)._setup(), articles)))
    found = setup()(sent)
    assert [(one.date, speaker_of(one).role, speaker_of(one).known_id) for one in found] == [
        ("2019-01-01", "mayor", "Q1"),
        ("2021-01-01", None, "Q1"),
    ]


def test_the_command_takes_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And tells what is wrong with it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Smith said that it was late.", encoding="utf-8")
    assert cli.main(["a.txt", "--people", "people.csv"]) == 0
    assert "Smith, minister of health (Ministry of Health)" in capsys.readouterr().out
    (tmp_path / "people.csv").write_text("who\n", encoding="utf-8")
    assert cli.main(["a.txt", "--people", "people.csv"]) == 2
    assert "line 1: expected the names of the columns, name among them" in capsys.readouterr().err


def test_an_archive_knows_people_by_the_day_of_an_article(tmp_path: Path) -> None:
    """With a column of dates; the version of the words tells that people are known."""
    people = tmp_path / "people.jsonl"
    offices = ({"role": "mayor", "to": "2020"}, {"role": "minister", "from": "2021"})
    people.write_text("".join(json.dumps({"name": "Ada Smith", "id": "Q1"} | one) + "\n" for one in offices))
    said = "Ada Smith said that it was late."
    rows = [{"id": n, "text": said, "day": day} for n, day in enumerate((date(2019, 5, 1), date(2022, 5, 1), None))]
    extractor = TableExtractor(people=people, date_column="day")
    found = extractor(pa.Table.from_pylist(rows))
    assert found["role"].to_pylist() == ["mayor", "minister", None]
    assert found["known_id"].to_pylist() == ["Q1"] * 3
    assert extractor.versions()["lexicon"] != TableExtractor().versions()["lexicon"]
    with pytest.raises(SettingError, match="date_column: expected one of the columns 'id', 'text', 'day', got 'date'"):
        evolve(extractor, date_column="date")(pa.Table.from_pylist(rows))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_tells_for_whom_somebody_speaks(rule: Any) -> None:
    """In its examples, as it says there."""
    assert len(rule.examples) >= 2
    for example in rule.examples:
        article = extract(example.text, people=EXAMPLES)
        (speaker,) = [one for one in article.speakers if example.mention in {span.text for span in one.mentions}]
        assert (str(speaker.organisation), speaker.organisation_rule) == (example.answer, rule.id)
