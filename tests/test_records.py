from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs import evolve

from quoteattr.errors import QuoteattrError, RecordError
from quoteattr.records import (
    Addressee,
    Article,
    Attitude,
    Organisation,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    Versions,
)

TEXT = '"We will appeal," said Ann Lee of Acme. "And win."'


def quote(identity: str = "q1", speaker: Speaker | None = None, confidence: float = 0.9) -> Quote:
    content = (Span.of(TEXT, 0, 17), Span.of(TEXT, 40, 50))
    return Quote(identity, QuoteKind.DIRECT, Attitude.ASSERTION, False, content, (), (), speaker, "r", confidence)


def test_a_span_is_cut_from_its_text() -> None:
    """``Span.of`` takes the characters between its offsets."""
    span = Span.of(TEXT, 23, 30)
    assert (span.start, span.end, span.text, len(span)) == (23, 30, "Ann Lee", 7)


@pytest.mark.parametrize(("start", "end", "text"), [(3, 2, ""), (-1, 1, "ab"), (0, 3, "ab"), (0, 1, "")])
def test_a_span_that_does_not_add_up_is_refused(start: int, end: int, text: str) -> None:
    """Offsets in the wrong order, below zero, or not of the length of the text raise."""
    with pytest.raises(RecordError, match="a span needs"):
        Span(start, end, text)


def test_spans_sort_by_their_place() -> None:
    """The order of spans is that of the text."""
    assert sorted([Span(2, 3, "a"), Span(0, 4, "abcd"), Span(0, 1, "z")]) == [
        Span(0, 1, "z"),
        Span(0, 4, "abcd"),
        Span(2, 3, "a"),
    ]


def test_a_quote_joins_its_content() -> None:
    """Text, start and end of a quote come from its content spans."""
    said = quote()
    assert (said.text, said.start, said.end) == ('"We will appeal," "And win."', 0, 50)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_is_a_share(confidence: float) -> None:
    """Nothing outside 0 to 1 is a confidence."""
    with pytest.raises(ValueError, match="confidence"):
        quote(confidence=confidence)


@pytest.mark.parametrize(
    ("name", "description", "shown"),
    [("Ann Lee", None, "Ann Lee"), (None, "a lawyer", "a lawyer"), (None, None, "unknown")],
)
def test_a_speaker_prints_as_the_best_that_is_known(name: str | None, description: str | None, shown: str) -> None:
    """The name, else the description, else the word unknown."""
    assert str(Speaker("s1", name, description, SpeakerKind.PERSON)) == shown


def test_an_organisation_prints_as_its_name() -> None:
    """So that ``print(speaker.organisation)`` reads well."""
    assert str(Organisation("o1", "Acme")) == "Acme"


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (Speaker("s1", "Ann Lee", None, SpeakerKind.PERSON), "Ann Lee: "),
        (Speaker("s1", None, "a lawyer", SpeakerKind.PERSON), "a lawyer: "),
        (None, "unknown: "),
    ],
)
def test_a_quote_prints_as_who_says_what(speaker: Speaker | None, shown: str) -> None:
    """By name or description, with the kind; long words are cut, and all is one line."""
    assert str(quote(speaker=speaker)) == f'{shown}"We will appeal," "And win." (direct)'
    text = "Go\non. " * 20
    long = Quote("q1", QuoteKind.MIXED, Attitude.BELIEF, False, (Span.of(text, 0, 120),), (), (), speaker, "r", 0.5)
    assert str(long) == f"{shown}{('Go on. ' * 20)[:59]}… (mixed)"
    assert repr(long).startswith("Quote(id='q1', kind=<QuoteKind.MIXED")


def test_an_article_prints_as_what_was_found_in_it() -> None:
    """How much, and the first quotes."""
    ann = Speaker("s1", "Ann", None, SpeakerKind.PERSON)
    one, two, three = (Article(TEXT, (quote("q1", ann),) * number, (ann,)) for number in (1, 2, 3))
    line = str(quote("q1", ann))
    assert str(Article(TEXT)) == "0 quotes, 0 speakers, 0 organisations"
    assert str(one) == f"1 quote, 1 speaker, 0 organisations\n{line}"
    assert str(two) == f"2 quotes, 1 speaker, 0 organisations\n{line}; {line}"
    assert str(three) == f"3 quotes, 1 speaker, 0 organisations\n{line}; {line}; …"


def test_quotes_by_speaker() -> None:
    """Only the quotes of that speaker, in text order."""
    ann, bob = (Speaker(f"s{i}", name, None, SpeakerKind.PERSON) for i, name in enumerate(("Ann", "Bob")))
    article = Article(TEXT, (quote("q1", ann), quote("q2", bob), quote("q3"), quote("q4", ann)), (ann, bob))
    assert [said.id for said in article.quotes_by(ann)] == ["q1", "q4"]


def test_records_are_hashable_and_equal_by_value() -> None:
    """Two equal articles are one member of a set."""
    assert len({Article(TEXT, (quote(),)), Article(TEXT, (quote(),))}) == 1


class Counted(tuple[Span, ...]):
    """Mentions that count how often they are compared and hashed."""

    looks = 0

    def __eq__(self, other: object) -> bool:
        Counted.looks += 1
        return super().__eq__(other)

    def __hash__(self) -> int:
        Counted.looks += 1
        return super().__hash__()


def article_of_one_speaker() -> Article:
    body = Organisation("o1", "Acme", (), Counted())
    speaker = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, None, body, Counted())
    return Article(TEXT, tuple(quote(f"q{number}", speaker) for number in range(200)), (speaker,), (body,))


def test_a_speaker_of_many_quotes_is_compared_and_hashed_once() -> None:
    """Each quote tells all of its speaker: else the time would grow with the square of the quotes."""
    one, other = article_of_one_speaker(), article_of_one_speaker()
    Counted.looks = 0
    assert one == other
    assert one.quotes == other.quotes
    assert hash(one) == hash(other)
    assert len({*one.quotes, *other.quotes}) == 200
    assert Counted.looks < 20


def test_speakers_that_differ_are_not_equal() -> None:
    """Nor is anything else equal to one; what was compared before does not count."""
    article = article_of_one_speaker()
    (speaker,) = article.speakers
    assert speaker == evolve(speaker) == pickle.loads(pickle.dumps(speaker))
    assert hash(speaker) == hash(evolve(speaker)) == hash(pickle.loads(pickle.dumps(speaker)))
    assert speaker != evolve(speaker, mentions=(Span.of("abc", 0, 1),))
    assert speaker != evolve(speaker, organisation=None)
    assert speaker != speaker.organisation
    assert evolve(article, speakers=()) != article


def test_versions_do_not_count() -> None:
    """Two articles of which the same is told are equal, whatever found them."""
    one = Article("a", versions=Versions("1", "m 1", "x"))
    assert one == Article("a")
    assert hash(one) == hash(Article("a"))


@pytest.mark.parametrize(("text", "rows"), [(None, []), ("a", None), ("a", [1]), ("a", 7), ("a", [None])])
def test_what_are_no_rows_is_told(text: Any, rows: Any) -> None:
    """A text or rows that are none."""
    with pytest.raises(RecordError, match="expected"):
        Article.from_records(text, rows)


def test_errors_are_of_bounded_length() -> None:
    """Whatever came: a quotation, or a file, may be of any length."""
    assert len(str(RecordError("x" * 1_000_000))) == 1_000
    assert str(RecordError("x" * 1_000)) == "x" * 1_000
    assert str(RecordError("é…")) == "é…"


def test_every_error_is_a_quoteattr_error() -> None:
    """One ``except`` catches all that is raised on purpose; a ``ValueError`` handler catches bad data as well."""
    assert issubclass(RecordError, QuoteattrError) and issubclass(RecordError, ValueError)


def test_a_filtered_article_refers_to_nothing_that_is_gone() -> None:
    """An inner quote is within the next outer one that stays; an addressee who says nothing more has no speaker."""
    ann, bob = (Speaker(identity, name, None, SpeakerKind.PERSON) for identity, name in (("s1", "Ann"), ("s2", "Bob")))
    to_bob = Addressee("Bob", SpeakerKind.PERSON, "s2")
    outer, middle = quote("q1", ann), evolve(quote("q2", bob), within="q1")
    inner = evolve(quote("q3", ann), within="q2", addressed_to=to_bob)
    found = Article(TEXT, (outer, middle, inner), (ann, bob)).filter(lambda one: one.speaker == ann)
    assert [(one.id, one.within) for one in found.quotes] == [("q1", None), ("q3", "q1")]
    assert found.quotes[1].addressed_to == Addressee("Bob", SpeakerKind.PERSON)
    assert Article.from_dict(found.to_dict()) == found
    assert Article(TEXT, (inner,), (bob,)).filter(bool).quotes == (
        evolve(inner, within=None, addressed_to=evolve(to_bob, speaker=None)),
    )
