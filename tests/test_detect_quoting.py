"""Whom others quote."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr import Extractor
from quoteattr.detect import ArticleFeatures, quoting
from quoteattr.lexicon import Lexicon

ACTIVE = (
    "They PRP nsubj 1 / quoted VBD ROOT 1 / Hall NNP dobj 1 / as IN prep 1 / saying VBG pcomp 3 / it PRP nsubj 6 / "
    "rained VBD ccomp 4 / . . punct 1"
)
PASSIVE = (
    "Hall NNP nsubjpass 2 / was VBD auxpass 2 / quoted VBN ROOT 2 / as IN prep 2 / saying VBG pcomp 3 / "
    "it PRP nsubj 6 / rained VBD ccomp 4 / . . punct 2"
)


def found(rows: str) -> list[tuple[str, str, str]]:
    """Cue, source and what is said of each candidate, and that it is not doubted."""
    reading = ArticleFeatures(parse_of(*rows.split(" / ")), Lexicon.default())
    out = []
    for one in quoting.find(reading):
        assert one.open_span is not None
        assert (one.rule, one.lemma, one.certain) == ("quoted-as", "say", True)
        words = reading.parse.words
        out.append((words[one.cue], words[one.source], " ".join(words[one.open_span.start : one.open_span.edge])))
    return out


@pytest.mark.parametrize("rows", [ACTIVE, PASSIVE, ACTIVE.replace("quoted", "cited")])
def test_who_is_quoted_says_it(rows: str) -> None:
    """Whoever quotes him does not."""
    assert [one[1:] for one in found(rows)] == [("Hall", "it rained")]


@pytest.mark.parametrize(
    "rows",
    [
        ACTIVE.replace("quoted", "heard"),
        ACTIVE.replace("as IN", "while IN"),
        ACTIVE.replace("saying VBG", "said VBN"),
        ACTIVE.replace("saying", "running"),
        ACTIVE.replace("ccomp", "advcl"),
        ACTIVE.replace("dobj", "dep"),
        PASSIVE.replace("nsubjpass", "dep"),
        ACTIVE.replace("as IN prep 1", "; : punct 1"),
        "They PRP nsubj 1 / quoted VBD ROOT 1 / Hall NNP dobj 1 / as IN prep 1",
    ],
    ids=[
        "another verb",
        "another word",
        "no participle",
        "no verb of saying",
        "no clause",
        "nobody quoted",
        "nobody quoted in the passive",
        "the sentence ends before it",
        "the article ends behind it",
    ],
)
def test_what_quotes_nobody(rows: str) -> None:
    """Something is missing."""
    assert found(rows) == []


def test_no_verb_of_the_reading_stands_in_a_long_quotation() -> None:
    """A participle within marks is hidden."""
    hidden = (
        "They PRP nsubj 1 / quoted VBD ROOT 1 / Hall NNP dobj 1 / “ / and CC cc 1 / as IN prep 1 / "
        "saying VBG pcomp 5 / it PRP nsubj 8 / rained VBD ccomp 6 / ”"
    )
    assert found(hidden) == []


def test_what_somebody_is_quoted_with(extractor: Extractor) -> None:
    """In an article, with the name of whoever said it."""
    (quote,) = extractor("The paper quoted Ana Ruiz as saying that the dam would hold.").quotes
    assert (quote.text, quote.source[0].text) == ("that the dam would hold", "Ana Ruiz")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Smith was quoted by the Halden Post as saying: “The dam is safe.”", "Ada Smith"),
        ("“The dam is safe,” Ada Smith was quoted by the Halden Post as saying.", "Ada Smith"),
        ("“The dam is safe,” he was quoted by the agency as having said.", "he"),
        ("The Halden Post quoted Ada Smith as saying: “The dam is safe.”", "Ada Smith"),
        ("The official, quoted by the Halden Post as saying: “The dam is safe,” left on Monday.", "The official"),
        ("Ada Smith was reported by the agency as saying that the dam was safe.", "Ada Smith"),
        ("As the Halden Post was saying, “The dam is safe.”", "the Halden Post"),
    ],
)
def test_who_is_quoted_is_the_source_and_not_who_quotes_him(text: str, source: str, extractor: Extractor) -> None:
    assert [span.text for quote in extractor(text).quotes for span in quote.source] == [source]
