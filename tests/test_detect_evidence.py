"""What the trees are told of candidates."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.evidence import COLUMNS, rows_of
from quoteattr.forest import Row
from quoteattr.lexicon import Count, Lexicon

# The mayor did not say who praised the plan . She said it too .
PARSE = parse_of(
    "The DT det 1",
    "mayor NN nsubj 4",
    "did VBD aux 4",
    "not RB neg 4",
    "say VB ROOT 4",
    "who WP nsubj 6",
    "praised VBD ccomp 4",
    "the DT det 8",
    "plan NN dobj 6",
    ". . punct 4",
    "She PRP nsubj 11",
    "said VBD ROOT 11",
    "it PRP dobj 11",
    "too RB advmod 11",
    ". . punct 11",
    sentences=[(0, 10), (10, 15)],
)
LEXICON = Lexicon(
    counts={("say", "VERB", "clause"): Count(90, 100), ("praise", "VERB", "object"): Count(40, 100)},
    attitudes={},
    speech=frozenset(("say",)),
)
SAY = Candidate("clause", 4, "say", "VERB", "clause", ((5, 9),))
PRAISE = Candidate("object", 6, "praise", "VERB", "object", ((7, 9),))
LATER = Candidate("object", 11, "say", "VERB", "object", ((12, 13),))


@pytest.fixture(scope="module")
def found() -> list[Row]:
    """The rows of the three candidates."""
    return list(rows_of(ArticleFeatures(PARSE, LEXICON), [SAY, PRAISE, LATER]))


def test_every_column_is_a_feature(found: list[Row]) -> None:
    """What no row ever has would always be a blank."""
    known = set().union(*found)
    assert {part for column in COLUMNS for part in column.parts} <= known


def test_a_content_is_told_by_its_edges_and_its_head(found: list[Row]) -> None:
    """Names and numbers are never told as they are."""
    row = found[1]
    assert (row["first"], row["last"], row["after"], row["head"]) == ("the", "plan", ".", "plan")
    assert (row["head-label"], row["head-determiner"], row["words"], row["clause"]) == ("dobj", "the", 2.0, 0.0)


def test_a_cue_is_told_by_what_hangs_on_it_and_what_it_hangs_on(found: list[Row]) -> None:
    """Helpers and negation in their order; the clause that it stands in."""
    assert (found[0]["helpers"], found[0]["label"], found[0]["above"], found[0]["depth"]) == (
        "did not",
        "ROOT",
        "",
        0.0,
    )
    assert (found[1]["above"], found[1]["clause-label"], found[1]["depth"]) == ("say", "ccomp", 1.0)
    assert found[2]["sentence-first"] == "she"
    assert found[2]["others"] == "advmod"


def test_a_agent_is_told_by_its_word_and_how_often_it_reports(found: list[Row]) -> None:
    """One is the subject of a verb of saying once, another one never."""
    assert [(row["agent"], row["agent-reports"]) for row in found] == [("mayor", 1.0), ("who", 0.0), ("she", 1.0)]


def test_competitors_are_told_by_the_precision_of_their_cues(found: list[Row]) -> None:
    """A cue inside the content of another one, and a content that holds the cue of another one."""
    say, praise, later = found
    assert say["covers"] == praise["precision"]
    assert praise["covered"] == say["precision"]
    assert (say["cues-covered"], praise["cues-covered"], later["covered"]) == (1.0, 0.0, 0.0)
    assert all(row["competitors"] == 1.0 and row["best-competitor"] == 0.0 for row in found)


def test_two_candidates_of_one_cue_are_competitors() -> None:
    """The less likely one is told by how much it is."""
    other = Candidate("object", 4, "say", "VERB", "object", ((7, 9),))
    better, worse = rows_of(ArticleFeatures(PARSE, LEXICON), [SAY, other])
    assert (better["competitors"], better["best-competitor"]) == (2.0, 0.0)
    assert worse["best-competitor"] == better["precision"] - worse["precision"] > 0  # type: ignore[operator]
