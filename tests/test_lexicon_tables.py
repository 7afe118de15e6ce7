"""Tables of counts: what they do not hold, what is missing on disk, and what is not kept for ever."""

from __future__ import annotations

import pickle

import pytest

from quoteattr.forest import shipped
from quoteattr.lexicon import Lexicon, counts
from quoteattr.lexicon.counts import CountedWords

ASKED = [("say", "clause"), ("think", "clause"), ("eat", "object"), ("say", "clause"), ("zzz", "clause")]


def test_what_was_never_counted_is_missing() -> None:
    """As in any mapping."""
    counts = Lexicon.default().counts
    assert ("say", "VERB", "clause") in counts
    assert ("zzz", "VERB", "clause") not in counts
    with pytest.raises(KeyError, match="zzz"):
        counts["zzz", "VERB", "clause"]


def test_before_the_first_count_there_is_nothing() -> None:
    """A table without a file is empty, and there are no trees."""
    counts = CountedWords("nothing.tsv")
    assert (len(counts), list(counts), counts.get("x")) == (0, [], None)
    assert shipped("nothing") is None


def test_a_table_goes_to_other_processes_by_its_name() -> None:
    """It is read again there."""
    counts = Lexicon.default().counts
    written = pickle.dumps(counts)
    assert len(written) < 200
    assert pickle.loads(written)["say", "VERB", "clause"] == counts["say", "VERB", "clause"]


def test_answers_are_the_same_when_none_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was worked out is forgotten when there is too much of it."""
    kept = Lexicon.default()
    wanted = [(kept.precision(lemma, "VERB", frame), kept.reports(lemma)) for lemma, frame in ASKED]
    places = [("x",), ("x", "y"), ("x",)]
    shares = [kept.goes_on(place) for place in places]
    monkeypatch.setattr(counts, "_KEPT", 1)
    forgetful = Lexicon(counts=kept.counts, attitudes=kept.attitudes, speech=kept.speech, ends=kept.ends)
    assert [(forgetful.precision(lemma, "VERB", frame), forgetful.reports(lemma)) for lemma, frame in ASKED] == wanted
    assert [forgetful.goes_on(place) for place in places] == shares
    memos = (forgetful._cues.precisions, forgetful._reporting, forgetful._boundaries.shares)
    assert [len(memo) for memo in memos] == [1, 1, 1]
