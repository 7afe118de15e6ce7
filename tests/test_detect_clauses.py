"""Object clauses that the parser may hang on something else: behind whoever told somebody, and with for."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.detect import ArticleFeatures, clauses
from quoteattr.lexicon import Lexicon

TOLD = (
    "They PRP nsubjpass 2 / were VBD auxpass 2 / told VBN ROOT 2 / by IN agent 2 / guards NNS pobj 3 / "
    "that IN mark 7 / it PRP nsubj 7 / fell VBD relcl 4 / . . punct 2"
)
FOR = (
    "They PRP nsubj 1 / asked VBD ROOT 1 / for IN mark 5 / Hall NNP nsubj 5 / to TO aux 5 / leave VB advcl 1 / "
    ". . punct 1"
)


def found(rows: str) -> list[tuple[str, str, str]]:
    """Rule, the words from the beginning of the content to its edge, and the source that the rule knows."""
    reading = ArticleFeatures(parse_of(*rows.split(" / ")), Lexicon.default())
    out = []
    for one in clauses.find(reading):
        assert one.open_span is not None
        source = reading.parse.words[one.source] if one.source >= 0 else ""
        out.append((one.rule, reading.parse.words_of((one.open_span.start, one.open_span.edge)), source))
    return out


def test_whoever_told_them_says_it() -> None:
    """Though the parser takes the clause for one about him."""
    assert found(TOLD) == [("clause-told", "that it fell", "guards")]


@pytest.mark.parametrize(
    "rows",
    [
        TOLD.replace("told VBN", "seen VBN"),
        TOLD.replace("were VBD auxpass", "have VBP aux").replace("nsubjpass", "nsubj"),
        TOLD.replace("pobj", "dep"),
        TOLD.replace("agent", "prep"),
        TOLD.replace("that IN mark 7 / ", "and CC cc 7 / "),
        TOLD.replace("that IN mark 7 / it PRP nsubj 7 / fell", "that WDT nsubj 7 / just RB advmod 7 / fell"),
        TOLD.replace("that IN mark 7", ". . punct 2"),
        "They PRP nsubjpass 2 / were VBD auxpass 2 / told VBN ROOT 2 / by IN agent 2 / guards NNS pobj 3",
        TOLD.replace("that IN", "that DT").replace(
            " / fell VBD relcl 4 / . . punct 2", "".join([" / so RB dep 2"] * 12)
        ),
    ],
    ids=[
        "no verb of telling",
        "not passive",
        "nobody",
        "no agent",
        "no that",
        "that is the subject",
        "the sentence ends",
        "the article ends",
        "too far",
    ],
)
def test_nobody_told_them(rows: str) -> None:
    """Something is missing."""
    assert [one for one in found(rows) if one[0] == "clause-told"] == []


@pytest.mark.parametrize("rows", [FOR, FOR.replace("advcl", "xcomp")])
def test_whom_somebody_asks_for_something(rows: str) -> None:
    """With for, a subject and an infinitive."""
    assert found(rows) == [("clause-for", "for Hall to leave", "")]


@pytest.mark.parametrize(
    "rows",
    [
        FOR.replace("for IN mark 5", "of IN mark 5"),
        FOR.replace("for IN mark 5", "for IN mark 3"),
        FOR.replace("to TO aux 5", "would MD aux 5"),
        FOR.replace(
            "They PRP nsubj 1 / asked VBD ROOT 1", "They PRP nsubj 1 / asked VBD ROOT 1 / us PRP dobj 1"
        ).replace(" 5", " 6"),
    ],
    ids=["another word", "it hangs on the name", "no infinitive", "not at once"],
)
def test_nobody_is_asked_for_anything(rows: str) -> None:
    """The clause is the narrator's."""
    assert [one for one in found(rows) if one[0] == "clause-for"] == []
