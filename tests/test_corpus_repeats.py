"""Quotations that stand in several articles."""

from __future__ import annotations

import sys

import pytest

from quoteattr.corpus import RepeatedQuote, repeated
from quoteattr.corpus.reading import articles_of_rows
from quoteattr.corpus.repeats import Said, Shelf, said_in
from quoteattr.errors import SettingError

FIRST = "“We will not raise the fares this year,”"
LONG = (
    "the new bridge over the river will open in the spring of next year, with two lanes for cars and one for "
    "bicycles, if the council pays its share"
)


def found(*texts: str, speakers: tuple[str | None, ...] = (), documents: str = "123456789") -> list[RepeatedQuote]:
    """What is repeated among quotes of articles "1", "2" and so on."""
    who = (*speakers, *[None] * len(texts))
    with Shelf() as shelf:
        shelf.add(
            Said(document, "q1", text, speaker, speaker)
            for document, text, speaker in zip(documents, texts, who, strict=False)
        )
        return list(shelf.repeated())


def places(*texts: str, speakers: tuple[str | None, ...] = ()) -> list[str]:
    """The articles of each quotation that is repeated."""
    return ["".join(one.documents) for one in found(*texts, speakers=speakers)]


def test_same_words_are_one_quotation() -> None:
    """In another typography, letter case, and as an indirect quotation."""
    (one,) = found(FIRST, "something else that somebody has said", "that we will NOT raise the fares, this year")
    assert one.id == "R1" and one.exact and one.documents == ("1", "3")
    assert [place.text for place in one.occurrences] == [FIRST, "that we will NOT raise the fares, this year"]


@pytest.mark.parametrize("again", ["We shall not raise the fares this year", "We will not raise fares this year"])
def test_one_word_may_be_another(again: str) -> None:
    """Or be missing."""
    (one,) = found(FIRST, again, speakers=("Smith", "Smith"))
    assert not one.exact
    assert found(FIRST, again, speakers=("Smith", None)) == []


def test_more_words_are_another_quotation() -> None:
    """Two of eight; in a long one two may change, and no more than one in ten."""
    assert places(FIRST, "We shall never raise the fares this year") == []
    two, four = LONG.replace("spring", "summer").replace("pays", "gives"), LONG.replace("the", "a")
    assert places(LONG, two, four) == ["12"]


def test_numbers_are_the_same() -> None:
    """Another number is another statement."""
    assert places("the fares rose by 5 per cent last year", "the fares rose by 7 per cent last year") == []


def test_short_quotation_of_somebody_else_is_another() -> None:
    """Unless one of them is not named; nobody repeats a long one by chance."""
    assert places(FIRST, FIRST, FIRST, speakers=("Smith", "Lee", "Smith")) == ["13"]
    assert places(FIRST, FIRST, speakers=("Smith", None)) == ["12"]
    assert places(LONG, LONG, speakers=("Smith", "Lee")) == ["12"]


def test_what_is_like_the_last_one_only_is_another() -> None:
    """A quotation does not drift: all are like the first."""
    drift = [FIRST, FIRST.replace("will", "shall"), "We shall never raise the fares this year"]
    assert places(*drift, speakers=("Smith", "Smith", "Smith")) == ["12"]


def test_part_of_a_quotation() -> None:
    """Of one named speaker; eight words in a row."""
    part = "“open in the spring of next year, with two lanes for cars”"
    assert places(LONG, part, speakers=("Smith", "Smith")) == ["12"]
    assert places(LONG, part, speakers=("Smith", "Lee")) == places(LONG, part) == []
    assert places(LONG, "in the spring of next year", speakers=("Smith", "Smith")) == []
    assert places(f"{LONG} by 5", f"{LONG[:90]} by 7", speakers=("Smith", "Smith")) == []


def test_short_and_repeated_in_one_article() -> None:
    """Neither is looked for."""
    assert places("no comment today", "no comment today") == []
    assert found(FIRST, FIRST, documents="11") == []


def test_words_of_articles() -> None:
    """Speakers are compared by their last names, or as they were merged."""
    row = dict.fromkeys(["description", "role", "organisation"]) | {"id": "q1", "kind": "direct", "text": FIRST}
    row |= {"speaker": "Ada Smith", "speaker_kind": "person", "speaker_id": "s1"}
    articles = list(articles_of_rows([row | {"file": "1"}, row | {"file": "2"}]))
    (one,) = repeated(articles)
    assert [(place.document, place.quote, place.speaker) for place in one.occurrences] == [
        ("1", "q1", "Ada Smith"),
        ("2", "q1", "Ada Smith"),
    ]
    assert repeated(articles, speaker_ids={("1", "s1"): "S1", ("2", "s1"): "S2"}) == []
    assert next(said_in("1", articles[0][1])).who == "smith"


def test_numbers_of_words() -> None:
    """At least one."""
    with pytest.raises(SettingError, match="words must be a whole number"):
        repeated([], words=0)


@pytest.mark.parametrize("name", ["duckdb", "rensa", "rapidfuzz.distance", "pyarrow"])
def test_missing_library_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do."""
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SettingError, match=rf"{name.partition('.')[0]}.*'quoteattr\[corpus\]'"):
        repeated([])


def test_quotations_come_in_the_order_of_their_first_occurrences() -> None:
    """Each with a number."""
    quoted = found(FIRST, LONG, LONG, FIRST)
    assert [(one.id, one.documents) for one in quoted] == [("R1", ("1", "4")), ("R2", ("2", "3"))]


def test_many_quotations_go_to_disk_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost between them."""
    monkeypatch.setattr("quoteattr.corpus.repeats._BATCH", 2)
    assert places(FIRST, LONG, "something else that somebody has said", LONG, FIRST) == ["15", "24"]
