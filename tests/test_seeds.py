"""The gold annotation of the seed articles: sound, consistent and unchanged in its texts."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quoteattr.records import Article, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind

SEEDS = Path(__file__).parent.parent / "seeds"

TEXTS = {
    "amazon-ban-extended": "ee8bec3659e56368b9aa6f33b7e45bfbbc2e1514f282bd5e8c0ea75266100133",
    "amazon-one-year-ban-protests": "c87f9196adf90250fa69d615b87801e32b0092d448bd48df5abef65b1b596588",
    "amazon-one-year-ban-translated": "c1daa60d5262c90a85f08451b52b22e605bfbf8e0235bf74490fadc4e261e895",
    "amazon-shareholders-letter": "777fda2b0b3cb4033c7a03229d6abd83fdca67a635bb05fa8d4baaa4c0158d38",
    "amazon-shareholders-reject-ban": "860a287f6844d80377b9ec6dea4d57a2c7fbc7e497dc7ab5f8bd2bb64eed7600",
}

MARKS = frozenset('"“”')
MARKED_NAMES = ("“Amazon”", "“Athena”")  # marks around a name quote nobody (docs/annotation.md, section 1)

pytestmark = pytest.mark.parametrize("name", sorted(TEXTS))


def _data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))
    return data


def _article(name: str) -> Article:
    return Article.from_dict(_data(name))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _kind_by_marks(quote: Quote) -> QuoteKind:
    texts = [span.text for span in quote.content]
    for marked in MARKED_NAMES:
        texts = [text.replace(marked, "") for text in texts]
    if all(text[0] in MARKS and text[-1] in MARKS for text in texts):
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if MARKS & set("".join(texts)) else QuoteKind.INDIRECT


def _position(entity: Speaker | Organisation) -> tuple[int, int]:
    return entity.mentions[0].start, -entity.mentions[0].end


def test_text_is_the_pinned_one(name: str) -> None:
    """Nobody has touched a text: offsets and figures depend on every byte."""
    assert hashlib.sha256((SEEDS / f"{name}.txt").read_bytes()).hexdigest() == TEXTS[name]


def test_annotation_holds_the_text(name: str) -> None:
    """The text in the annotation is the text file, byte for byte."""
    assert _article(name).text.encode("utf-8") == (SEEDS / f"{name}.txt").read_bytes()


def test_no_file_is_without_its_test(name: str) -> None:
    """Every text and every annotation in the folder is one of the pinned articles."""
    assert (SEEDS / f"{name}.json").is_file()
    assert {path.stem for path in SEEDS.iterdir() if path.suffix in {".txt", ".json"}} == set(TEXTS)


def test_round_trip_through_the_records(name: str) -> None:
    """The records keep all that the file says but the level, a key of the gold alone; no rule found what people did."""
    data = _data(name)
    again = Article.from_dict(data).to_dict()
    for quote in data["quotes"]:
        del quote["level"]
    for quote in again["quotes"]:
        del quote["text"]
        assert [quote.pop(name) for name in ("speaker_rules", "speaker_confidence", "within")] == [[], None, None]
        assert [quote.pop(name) for name in ("addressee", "addressed_to", "addressee_rule", "context")] == [
            [],
            None,
            None,
            [],
        ]
    for key in ("organisation_rule", "organisation_confidence", "known_id"):
        assert {speaker.pop(key) for speaker in again["speakers"]} == {None}
    assert again == data


def test_spans_round_trip(name: str) -> None:
    """Each span is its text at its offsets, is not empty, and has no blank at either end."""
    article = _article(name)
    parts = [part for quote in article.quotes for part in (quote.content, quote.cue, quote.source)]
    parts += [speaker.mentions for speaker in article.speakers]
    parts += [organisation.mentions for organisation in article.organisations]
    for span in (span for part in parts for span in part):
        assert article.text[span.start : span.end] == span.text
        assert span.text == span.text.strip() != ""
    for part in parts:
        assert list(part) == sorted(part)


def test_parts_of_a_quote_are_disjoint(name: str) -> None:
    """No character of a quote is content and cue, or cue and source, or twice content."""
    for quote in _article(name).quotes:
        spans = sorted((*quote.content, *quote.cue, *quote.source))
        assert all(before.end <= after.start for before, after in pairwise(spans)), quote.id


def test_ids_are_numbered_in_order(name: str) -> None:
    """Quotes are numbered by their content, the wider first, speakers and organisations by their first mention."""
    article = _article(name)
    for records, letter in ((article.quotes, "q"), (article.speakers, "s"), (article.organisations, "o")):
        assert [record.id for record in records] == [f"{letter}{number}" for number in range(1, len(records) + 1)]
    assert list(article.quotes) == sorted(article.quotes, key=lambda quote: (quote.start, -quote.end))
    assert list(article.speakers) == sorted(article.speakers, key=_position)
    assert list(article.organisations) == sorted(article.organisations, key=_position)


def test_no_speaker_and_no_organisation_is_idle(name: str) -> None:
    """Every speaker has a quote, every organisation a speaker, and the articles list no other."""
    article = _article(name)
    assert {quote.speaker for quote in article.quotes} - {None} == set(article.speakers)
    assert {speaker.organisation for speaker in article.speakers} - {None} == set(article.organisations)


def test_a_source_is_a_mention_of_its_speaker(name: str) -> None:
    """Where a quote has a source it has a speaker, and one of the speaker's mentions lies in the source."""
    for quote in _article(name).quotes:
        if quote.source:
            assert quote.speaker is not None
            assert any(_overlap(span, mention) for span in quote.source for mention in quote.speaker.mentions), quote.id


def test_kind_agrees_with_the_marks(name: str) -> None:
    """Direct is all within marks, mixed has marks, indirect none but those around names."""
    for quote in _article(name).quotes:
        assert quote.kind is _kind_by_marks(quote), quote.id


def test_outermost_only(name: str) -> None:
    """A content lies in another one only where the guide allows it: words in marks of another named source, edge."""
    data, article = _data(name), _article(name)
    level = {quote["id"]: quote["level"] for quote in data["quotes"]}
    for outer in article.quotes:
        for inner in article.quotes:
            if inner is not outer and any(_overlap(a, b) for a in outer.content for b in inner.content):
                narrow = inner if len(inner.text) < len(outer.text) else outer
                assert narrow.kind is not QuoteKind.INDIRECT and level[narrow.id] == "edge"
                assert narrow.speaker is not None and narrow.speaker.name is not None


def test_speaker_has_a_name_or_a_description(name: str) -> None:
    """Exactly one of the two, in words of the article, and no pronoun."""
    article = _article(name)
    for speaker in article.speakers:
        assert (speaker.name is None) != (speaker.description is None)
        assert speaker.name is None or speaker.name in article.text
        assert speaker.description is None or speaker.description.lower() in article.text.lower()
        assert str(speaker).lower() not in {"he", "she", "it", "they", "we", "i", "who", "which", "her", "him", "them"}
        assert speaker.role is None or (speaker.kind is SpeakerKind.PERSON and speaker.role in article.text)


def test_named_organisation_speaks_for_one(name: str) -> None:
    """An organisation with a name stands for itself or for the one whose body it is, never for none."""
    for speaker in _article(name).speakers:
        if speaker.kind is SpeakerKind.ORGANISATION and speaker.name is not None:
            assert speaker.organisation is not None
            assert speaker.organisation.name in speaker.name
            if speaker.organisation.name == speaker.name:
                assert speaker.mentions == speaker.organisation.mentions


def test_names_of_organisations_are_mentions(name: str) -> None:
    """The name and every alias occur among the mentions, the name is the longest form."""
    for organisation in _article(name).organisations:
        texts = {mention.text for mention in organisation.mentions}
        assert {organisation.name, *organisation.aliases} <= texts
        assert all(len(alias) < len(organisation.name) for alias in organisation.aliases)


def test_gold_is_marked_as_gold(name: str) -> None:
    """Rule, confidence and level say that a reader made the records."""
    for quote in _data(name)["quotes"]:
        assert (quote["rule"], quote["confidence"]) == ("gold", 1.0)
        assert quote["level"] in {"core", "edge"}


def test_table_in_the_readme_counts_right(name: str) -> None:
    """The row of the article in the table of seeds/README.md agrees with its annotation."""
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| `{re.escape(name)}` \|([ 0-9|]*)\|$", readme, re.MULTILINE)
    assert row is not None
    data = _data(name)
    count = Counter(quote[key] for quote in data["quotes"] for key in ("kind", "level"))
    kinds_and_levels = [count[key] for key in ("direct", "mixed", "indirect", "core", "edge")]
    assert [int(cell) for cell in row[1].split("|")] == [len(data["quotes"]), *kinds_and_levels, len(data["speakers"])]
