from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from strategies import articles

from quoteattr.errors import RecordError
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

TEXT = "“We will appeal,” said Ann Lee of Acme."


def example() -> Article:
    acme = Organisation("o1", "Acme", ("AC",), (Span.of(TEXT, 34, 38),))
    ann = Speaker("s1", "Ann Lee", None, SpeakerKind.PERSON, "lawyer", acme, (Span.of(TEXT, 23, 30),), "of-behind")
    said = Quote(
        id="q1",
        kind=QuoteKind.DIRECT,
        attitude=Attitude.ASSERTION,
        negated=False,
        content=(Span.of(TEXT, 0, 17),),
        cue=(Span.of(TEXT, 18, 22),),
        source=(Span.of(TEXT, 23, 38),),
        speaker=ann,
        rule="surface",
        confidence=0.97,
        speaker_rules=("name-surname",),
        speaker_confidence=0.9,
        addressee=(Span.of(TEXT, 34, 38),),
        addressed_to=Addressee("Acme", SpeakerKind.ORGANISATION),
        addressee_rule="addressee-told",
        context=(Span.of(TEXT, 0, 39),),
    )
    return Article(TEXT, (said,), (ann,), (acme,))


def damaged(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = example().to_dict()
    change(data)
    return data


def test_the_form() -> None:
    """The dict is the documented one: plain values, references by id."""
    assert example().to_dict() == {
        "format": "quoteattr-article",
        "version": 1,
        "text": TEXT,
        "quotes": [
            {
                "id": "q1",
                "kind": "direct",
                "attitude": "assertion",
                "negated": False,
                "content": [{"start": 0, "end": 17, "text": "“We will appeal,”"}],
                "cue": [{"start": 18, "end": 22, "text": "said"}],
                "source": [{"start": 23, "end": 38, "text": "Ann Lee of Acme"}],
                "text": "“We will appeal,”",
                "speaker": "s1",
                "rule": "surface",
                "confidence": 0.97,
                "speaker_rules": ["name-surname"],
                "speaker_confidence": 0.9,
                "within": None,
                "addressee": [{"start": 34, "end": 38, "text": "Acme"}],
                "addressed_to": {"name": "Acme", "kind": "organisation", "speaker": None},
                "addressee_rule": "addressee-told",
                "context": [{"start": 0, "end": 39, "text": TEXT}],
            }
        ],
        "speakers": [
            {
                "id": "s1",
                "name": "Ann Lee",
                "description": None,
                "kind": "person",
                "role": "lawyer",
                "organisation": "o1",
                "mentions": [{"start": 23, "end": 30, "text": "Ann Lee"}],
                "organisation_rule": "of-behind",
                "organisation_confidence": None,
                "known_id": None,
            }
        ],
        "organisations": [
            {"id": "o1", "name": "Acme", "aliases": ["AC"], "mentions": [{"start": 34, "end": 38, "text": "Acme"}]}
        ],
    }


def test_versions_and_back() -> None:
    """They stand in the data where they are known, and are not asked for."""
    versions = Versions("1.0", "m 2.0", "abc+def")
    data = evolve(example(), versions=versions).to_dict()
    assert data["versions"] == {"library": "1.0", "model": "m 2.0", "lexicon": "abc+def"}
    assert Article.from_json(json.dumps(data)).versions == versions
    assert Article.from_dict(data | {"versions": None}).versions is None
    assert Article.from_dict(example().to_dict()).versions is None
    with pytest.raises(RecordError, match=r"versions: expected the fields library, .* without 'library'"):
        Article.from_dict(data | {"versions": {}})
    with pytest.raises(RecordError, match=r"versions\.model: expected a string, got 1"):
        Article.from_dict(data | {"versions": data["versions"] | {"model": 1}})


def test_quotes_out_of_order_are_refused() -> None:
    """An article tells them in text order."""
    late = evolve(example().quotes[0], id="q2", content=(Span.of(TEXT, 23, 26),))
    data = evolve(example(), quotes=(*example().quotes, late)).to_dict()
    assert len(Article.from_dict(data).quotes) == 2
    data["quotes"].reverse()
    with pytest.raises(RecordError, match=r"quotes\[1\]: expected quotes in text order, got a start at 0"):
        Article.from_dict(data)


@given(articles())
def test_dict_and_back(article: Article) -> None:
    """Any article comes back equal from its dict."""
    assert Article.from_dict(article.to_dict()) == article


@given(articles())
def test_json_and_back(article: Article) -> None:
    """Any article comes back equal from its JSON, whatever code points its text has."""
    assert Article.from_json(article.to_json()) == article


@pytest.mark.parametrize(
    "text",
    ["\ud83d", chr(0xDE00), "a\ud83d\ude00b", "\ude00\ud83d", "\\ud83d\ude00", "\ud83d\ud83d\ude00", "😀"],
)
def test_surrogates_survive(text: str) -> None:
    """Lone surrogates, and even two that JSON would join, come back as they were."""
    assert Article.from_json(Article(text).to_json()).text == text


def test_json_can_be_written_to_a_file() -> None:
    """A lone surrogate does not keep the JSON from being encoded; other characters are kept as they are."""
    written = Article("é \udc80").to_json()
    assert Article.from_json(written.encode()).text == "é \udc80"
    assert "é" in written


def test_json_from_bytes() -> None:
    """UTF-8 with and without a byte order mark, and UTF-16, are read."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert Article.from_json(example().to_json(indent=1).encode(encoding)) == example()


def test_unknown_keys_are_ignored() -> None:
    """What a later version may add does not keep this one from reading."""
    data = damaged(lambda d: (d.update(more=1), d["quotes"][0].update(mood={"x": []}), d["speakers"][0].update(y=None)))
    assert Article.from_dict(data) == example()


def test_the_text_of_a_quote_is_not_read() -> None:
    """It is derived, so its absence or any value in its place does no harm."""
    assert Article.from_dict(damaged(lambda d: d["quotes"][0].pop("text"))) == example()
    assert Article.from_dict(damaged(lambda d: d["quotes"][0].update(text=7))) == example()


def test_older_data_are_read() -> None:
    """Those that tell neither the rules of speaker and organisation nor the addressee and the context."""
    added = ("speaker_rules", "within", "addressee", "addressed_to", "addressee_rule", "context")
    data = damaged(lambda d: ([d["quotes"][0].pop(one) for one in added], d["speakers"][0].pop("organisation_rule")))
    (quote,) = Article.from_dict(data).quotes
    assert quote.speaker is not None
    assert quote.speaker.organisation_rule is None
    assert [getattr(quote, one) for one in added] == [(), None, (), None, None, ()]


BROKEN: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "text missing": (lambda d: d.pop("text"), r"the article: .* without 'text'"),
    "text of another type": (lambda d: d.update(text=b"x"), r"text: expected a string, got b'x' \(bytes\)"),
    "format missing": (lambda d: d.pop("format"), r"the article: expected the fields .* without 'format'"),
    "another format": (lambda d: d.update(format="brat"), r"format: expected 'quoteattr-article', got 'brat'"),
    "another version": (lambda d: d.update(version=2), r"version: expected 1, .* got 2"),
    "version as a boolean": (lambda d: d.update(version=True), r"version: expected 1, .* got True"),
    "quotes not a list": (lambda d: d.update(quotes="abc"), r"quotes: expected a list, got 'abc'"),
    "a quote not an object": (lambda d: d["quotes"].append(3), r"quotes\[1\]: expected an object, got 3"),
    "content missing": (lambda d: d["quotes"][0].pop("content"), r"quotes\[0\]: .* without 'content'"),
    "content empty": (lambda d: d["quotes"][0].update(content=[]), r"quotes\[0\].content: expected at least one"),
    "start as a string": (
        lambda d: d["quotes"][0]["cue"][0].update(start="18"),
        r"quotes\[0\].cue\[0\].start: expected an int",
    ),
    "start as a boolean": (
        lambda d: d["quotes"][0]["content"][0].update(start=False),
        r"content\[0\].start: .*got False",
    ),
    "start as a float": (lambda d: d["quotes"][0]["cue"][0].update(start=18.0), r"cue\[0\].start: .*got 18.0"),
    "span of another length": (
        lambda d: d["quotes"][0]["cue"][0].update(end=30),
        r"quotes\[0\].cue\[0\]: a span needs",
    ),
    "span of other characters": (
        lambda d: d["quotes"][0]["cue"][0].update(text="told"),
        r"quotes\[0\].cue\[0\]: expected what stands at 18 to 22 in the text, 'said' \(str\), got 'told'",
    ),
    "span beyond the text": (
        lambda d: d["organisations"][0]["mentions"].append({"start": 99, "end": 101, "text": "xy"}),
        r"organisations\[0\].mentions\[1\]: expected what stands at 99",
    ),
    "mention of other characters": (
        lambda d: d["speakers"][0]["mentions"][0].update(text="Bob Lee"),
        r"speakers\[0\].mentions\[0\]",
    ),
    "spans out of order": (
        lambda d: d["quotes"][0]["content"].append({"start": 0, "end": 1, "text": "“"}),
        r"quotes\[0\].content\[1\]: expected spans in text order",
    ),
    "unknown kind": (
        lambda d: d["quotes"][0].update(kind="free"),
        r"kind: expected one of direct, mixed, indirect, got 'free'",
    ),
    "kind as a list": (
        lambda d: d["speakers"][0].update(kind=["person"]),
        r"speakers\[0\].kind: expected one of person",
    ),
    "negated as a number": (lambda d: d["quotes"][0].update(negated=0), r"negated: expected true or false, got 0"),
    "confidence too high": (
        lambda d: d["quotes"][0].update(confidence=1.5),
        r"confidence: expected a number from 0 to 1",
    ),
    "confidence infinite": (lambda d: d["quotes"][0].update(confidence=float("inf")), r"confidence: expected a finite"),
    "confidence not a number": (
        lambda d: d["quotes"][0].update(confidence=float("nan")),
        r"confidence: expected a finite",
    ),
    "confidence as a boolean": (lambda d: d["quotes"][0].update(confidence=True), r"confidence: expected a finite"),
    "confidence huge": (lambda d: d["quotes"][0].update(confidence=10**400), r"confidence: expected a finite"),
    "name as a number": (lambda d: d["speakers"][0].update(name=3), r"speakers\[0\].name: expected a string or null"),
    "alias as null": (
        lambda d: d["organisations"][0].update(aliases=[None]),
        r"aliases\[0\]: expected a string, got None",
    ),
    "rules as one string": (
        lambda d: d["quotes"][0].update(speaker_rules="pronoun-he"),
        r"quotes\[0\].speaker_rules: expected a list, got 'pronoun-he'",
    ),
    "within itself": (
        lambda d: d["quotes"][0].update(within="q1"),
        r"quotes\[0\].within: expected the id of another quote of the article, got 'q1'",
    ),
    "within another that is not there": (
        lambda d: d["quotes"][0].update(within="q2"),
        r"quotes\[0\].within: expected the id of another quote of the article, got 'q2'",
    ),
    "an addressee who is no speaker": (
        lambda d: d["quotes"][0]["addressed_to"].update(speaker="s9"),
        r"quotes\[0\].addressed_to.speaker: expected the id of a speaker that the article lists, got 's9'",
    ),
    "an addressee as a string": (
        lambda d: d["quotes"][0].update(addressed_to="Acme"),
        r"quotes\[0\].addressed_to: expected an object, got 'Acme'",
    ),
    "rule as a number": (
        lambda d: d["speakers"][0].update(organisation_rule=3),
        r"speakers\[0\].organisation_rule: expected a string or null",
    ),
    "confidence as a string": (
        lambda d: d["speakers"][0].update(organisation_confidence="0.5"),
        r"speakers\[0\].organisation_confidence: expected a finite number",
    ),
    "confidence above 1": (
        lambda d: d["quotes"][0].update(speaker_confidence=1.5),
        r"quotes\[0\].speaker_confidence: expected a number from 0 to 1",
    ),
    "unknown speaker": (lambda d: d["quotes"][0].update(speaker="s9"), r"quotes\[0\].speaker: .* got 's9'"),
    "unknown organisation": (
        lambda d: d["speakers"][0].update(organisation="o9"),
        r"speakers\[0\].organisation: .*'o9'",
    ),
    "quote id twice": (lambda d: d["quotes"].append(d["quotes"][0]), r"quotes\[1\].id: .* 'q1' \(str\) a second time"),
    "speaker id twice": (lambda d: d["speakers"].append(d["speakers"][0]), r"speakers\[1\].id"),
    "organisation id twice": (lambda d: d["organisations"].append(d["organisations"][0]), r"organisations\[1\].id"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_said_with_its_place(name: str) -> None:
    """Each kind of damage raises, and the text tells where, what was expected and what came."""
    change, expected = BROKEN[name]
    with pytest.raises(RecordError, match=expected):
        Article.from_dict(damaged(change))


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_what_is_no_object_is_no_article(data: Any) -> None:
    """Anything but a mapping raises as well."""
    with pytest.raises(RecordError, match="the article: expected an object"):
        Article.from_dict(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", "expected JSON"),
        ("{", "expected JSON"),
        (b"\xff\xff", "expected JSON"),
        ("[" * 100_000, "nested too deep"),
        ('{"text": NaN}', "expected finite numbers, got NaN"),
        ('{"text": "a", "text": "b"}', "'text' .* twice"),
        ("9" * 5_000, "expected JSON"),
        (None, "expected JSON as str or bytes, got None"),
        ("[]", "expected an object"),
    ],
)
def test_what_is_no_json_of_an_article_is_refused(data: Any, expected: str) -> None:
    """Bad syntax, bad encoding, bottomless nesting, NaN and repeated keys all end in the one error."""
    with pytest.raises(RecordError, match=expected):
        Article.from_json(data)


def test_an_article_that_does_not_list_its_speaker_is_not_written() -> None:
    """An id could not be followed, so writing raises instead of losing the speaker."""
    article = example()
    with pytest.raises(RecordError, match=r"quotes\[0\].speaker: .*'s1'"):
        Article(article.text, article.quotes).to_dict()
    with pytest.raises(RecordError, match=r"speakers\[0\].organisation: .*'o1'"):
        Article(article.text, article.quotes, article.speakers).to_dict()


def test_json_is_what_the_dict_is() -> None:
    """``to_json`` holds what ``to_dict`` gives."""
    assert json.loads(example().to_json()) == example().to_dict()
