"""What the trees are told of the meaning of a candidate."""

from __future__ import annotations

import pytest
from features import tagged

from quoteattr.detect import Candidate
from quoteattr.detect.evidence.meaning import features
from quoteattr.forest import Row

READING = tagged("She/PRP said/VBD it/PRP .")
SAY = Candidate("clause", 1, "say", "VERB", "clause", ((2, 3),))


def told(row: Row, candidate: Candidate = SAY) -> dict[str, str | float]:
    return features(READING, candidate, row)


@pytest.mark.parametrize(
    ("lemma", "pos", "sort"), [("say", "VERB", "communication"), ("lawyer", "NOUN", "person"), ("zzz", "VERB", "")]
)
def test_the_sort_of_a_cue(lemma: str, pos: str, sort: str) -> None:
    """Of a verb or of a noun; none for an unknown word."""
    row = told({}, Candidate("clause", 1, lemma, pos, "clause", ((2, 3),)))
    assert row["cue-sort"] == sort
    assert (row["cue-says"] == -1.0) == (sort == "")
    assert row["attitude"] == "assertion"


@pytest.mark.parametrize(
    ("head", "tag", "sort"),
    [
        ("plans", "NNS", "cognition"),
        ("lawyer", "NN", "person"),
        ("GPE", "NNP", "GPE"),
        ("rained", "VBD", "VBD"),
        ("", "", ""),
    ],
)
def test_the_sort_of_what_is_said(head: str, tag: str, sort: str) -> None:
    """Of a noun; a name by what it names, and another word by its tag."""
    assert told({"head": head, "head-tag": tag})["head-sort"] == sort


@pytest.mark.parametrize(
    ("agent", "tag", "entity", "sort"),
    [
        ("NAME", "NNP", "PERSON", "PERSON"),
        ("NAME", "NNP", "DATE", "NNP"),
        ("everybody", "NN", "", "indefinite"),
        ("lawyers", "NNS", "", "person"),
        ("zzz", "NN", "", "noun"),
        ("she", "PRP", "", "she"),
        ("many", "JJ", "", "JJ"),
        ("", "", "", ""),
    ],
)
def test_the_sort_of_the_agent(agent: str, tag: str, entity: str, sort: str) -> None:
    """Whether it can speak: what a name names, the sort of a noun, a pronoun as it is."""
    assert told({"agent": agent, "agent-tag": tag, "agent-entity": entity})["agent-sort"] == sort


@pytest.mark.parametrize(
    ("row", "negated"),
    [({}, 0.0), ({"helpers": "did not"}, 1.0), ({"helpers": "has", "adverb": "never"}, 1.0), ({"helpers": "has"}, 0.0)],
)
def test_negation_stands_among_helpers_and_adverbs(row: Row, negated: float) -> None:
    """Whatever else stands there."""
    assert told(row)["negated"] == negated
