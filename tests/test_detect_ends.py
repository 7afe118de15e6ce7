"""Where a content ends, by counts of what contents go on with."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.detect import Reading
from quoteattr.detect.ends import breaks, extended
from quoteattr.lexicon import Count, Lexicon
from quoteattr.syntax import Entity, Parse

# She praised the plan for schools on Friday , saying so .
PARSE = parse_of(
    "She PRP nsubj 1",
    "praised VBD ROOT 1",
    "the DT det 3",
    "plan NN dobj 1",
    "for IN prep 3",
    "schools NNS pobj 4",
    "on IN prep 1",
    "Friday NNP pobj 6",
    ", , punct 1",
    "saying VBG advcl 1",
    "so RB advmod 9",
    ". . punct 1",
    entities=(Entity(7, 8, "DATE"),),
)
CUE, HEAD, START, LIMIT = 1, 3, 2, 12


def reading(ends: dict[str, Count] | None = None, parse: Parse = PARSE) -> Reading:
    return Reading(parse, Lexicon(counts={}, attitudes={}, ends=ends or {}))


def test_places_behind_a_head() -> None:
    """One for each constituent, in text order: where it begins, and where the content would end before it."""
    places = [(place.token, place.after) for place in breaks(reading(), "object", CUE, HEAD, LIMIT)]
    assert places == sorted(places)
    assert {(4, 4), (6, 6), (9, 8)} <= set(places)
    assert all(HEAD < after <= token < LIMIT for token, after in places)


def test_features_tell_what_begins_there() -> None:
    """What it hangs on, its label, its marker and the pause before it; later ones say less."""
    at = {place.token: place for place in breaks(reading(), "object", CUE, HEAD, LIMIT)}
    first, second, third = at[4], at[6], at[9]
    assert first.features[0].split()[:4] == ["object", "head", "prep", "for"]
    assert second.features[0].split()[:4] == ["object", "cue", "prep", "on"]
    assert "," in third.features[0] and "," not in second.features[0]
    assert len({len(place.features) for place in (first, second, third)}) == 1


@pytest.mark.parametrize(("stop", "end"), [("prep", 4), ("advcl", 8), ("", 12)])
def test_content_ends_where_contents_mostly_did(stop: str, end: int) -> None:
    """At the first place that speaks against it; at the end of the sentence if none does."""
    features = [feature for place in breaks(reading(), "object", CUE, HEAD, LIMIT) for feature in place.features]
    ends = {name: Count(0 if f" {stop} " in name and stop else 100, 100) for name in features}
    assert extended(reading(ends), "object", CUE, HEAD, START) == (START, end)


def test_what_is_asked_is_noted() -> None:
    """Counting needs to know."""
    one = reading()
    extended(one, "object", CUE, HEAD, START)
    assert one.asked == [("object", CUE, HEAD, START)]


def test_nothing_behind_the_head() -> None:
    """The content ends with the sentence."""
    parse = parse_of("She PRP nsubj 1", "left VBD ROOT 1", "Acme NNP dobj 1")
    assert extended(reading(parse=parse), "object", 1, 2, 2) == (2, 3)
