"""Articles and files that are odd: line breaks alone, nothing at all, rows that contradict each other."""

from __future__ import annotations

import pytest
from attrs import evolve

from quoteattr import Article, Attitude, Organisation, Quote, QuoteKind, RecordError, Span, Speaker, SpeakerKind
from quoteattr.formats import brat, conllu
from quoteattr.formats import csv as table
from quoteattr.tables import COLUMNS, from_rows, to_rows

TEXT = "Ann said\nit rained.\n\nBob left."
ANN = Speaker("s1", "Ann", None, SpeakerKind.PERSON)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def article(content: str, source: str = "Ann", **changes: object) -> Article:
    quote = Quote(
        "q1", QuoteKind.INDIRECT, Attitude.ASSERTION, False, (span(content),), (), (span(source),), ANN, "clause", 0.5
    )
    return Article(TEXT, (evolve(quote, **changes),), (ANN,), ())


def test_a_line_break_at_the_edge_of_a_span_is_no_fragment_in_brat() -> None:
    """Lines of an annotation hold none."""
    lines = brat.render(article("\nit rained.\n")).splitlines()
    assert "T1\tContent 9 19\tit rained." in lines
    assert "T2\tSource 0 3\tAnn" in lines


def test_what_is_a_line_break_alone_is_not_annotated_in_brat() -> None:
    """An event needs a word: a source is left out, and a quote without any words."""
    assert [line for line in brat.render(article("it rained.", "\n")).splitlines() if "Source" in line] == []
    assert [line for line in brat.render(article("\n", "\n")).splitlines() if line[0] == "E"] == []


def test_negated_cues_are_told_in_brat() -> None:
    """By an attribute of the event."""
    assert "Negated E1" in brat.render(article("it rained.", negated=True))


def test_an_annotation_belongs_to_one_text() -> None:
    """The number that came is told."""
    with pytest.raises(RecordError, match="expected the one text of this annotation, got 2"):
        dict(brat.read("", {"a": "A.", "b": "B."}))


def test_an_annotation_of_words_without_marks_is_indirect() -> None:
    """Kinds of foreign annotations are read off the marks."""
    data = "T1\tContent 9 18\tit rained\nT2\tAttribution 4 8\tsaid\nE1\tAttribution:T2 Content:T1\n"
    ((_, found),) = brat.read(data, {"a": TEXT})
    assert found.quotes[0].kind is QuoteKind.INDIRECT


@pytest.mark.parametrize("data", ["", "\n", "\n\n"])
def test_columns_of_nothing_hold_no_article(data: str) -> None:
    """Empty lines before the first are passed over."""
    assert list(conllu.read(data)) == []
    written = "".join(conllu.write([("a", article("it rained."))], False))
    assert [name for name, _ in conllu.read(data + written)] == ["a"]


LACKING = [column.name for column in COLUMNS if not column.derived and not column.is_needed]
"""Columns that older tables do not have."""


@pytest.mark.parametrize("name", [one.name for one in COLUMNS if one.is_needed])
def test_a_row_without_a_field_is_told(name: str) -> None:
    """With its number and with the field."""
    (row,) = to_rows(article("it rained."))
    del row[name]
    with pytest.raises(RecordError, match=rf"row 0: expected the columns id, .*, got none called {name}"):
        from_rows(TEXT, [row])


@pytest.mark.parametrize("name", [*LACKING, *(one.name for one in COLUMNS if one.derived)])
def test_a_row_may_lack_what_other_fields_tell_and_what_older_tables_have_not(name: str) -> None:
    """The article is the same."""
    (row,) = to_rows(article("it rained."))
    del row[name]
    assert from_rows(TEXT, [row]) == article("it rained.")


def test_a_field_that_holds_no_list_is_told() -> None:
    """It does not become an article without mentions."""
    (row,) = to_rows(article("it rained."))
    with pytest.raises(RecordError, match=r"speakers\[0\].mentions: expected a list of pairs of offsets, got 'all'"):
        from_rows(TEXT, [row | {"speaker_mentions": "all"}])


def test_rows_that_contradict_each_other_are_told() -> None:
    """One speaker has one name; but mentions may stand in any of the rows."""
    (row,) = to_rows(article("it rained."))
    other = row | {"id": "q2", "speaker": "Bob"}
    with pytest.raises(RecordError, match="row 1: expected what an earlier row tells of this speaker"):
        from_rows(TEXT, [row, other])
    rows = [row | {"speaker_mentions": []}, row | {"id": "q2", "speaker_mentions": [[0, 3]]}]
    assert [one.text for one in from_rows(TEXT, rows).speakers[0].mentions] == ["Ann"]


def test_an_organisation_without_a_name_comes_back_from_a_table() -> None:
    """An empty cell is no organisation only where it has no identifier."""
    acme = Organisation("o1", "")
    ann = evolve(ANN, organisation=acme)
    given = evolve(article("it rained.", speaker=ann), speakers=(ann,), organisations=(acme,))
    ((_, found),) = table.read("".join(table.write([("a", given)], False)), {"a": TEXT})
    assert found == given
