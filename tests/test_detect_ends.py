"""Where a content ends: the places behind its head, and which of them is taken."""

from __future__ import annotations

import pytest
from attrs import evolve
from parses import parse_of

from quoteattr.detect import Candidate, Reading, ends
from quoteattr.detect.candidate import Tail
from quoteattr.detect.places import places
from quoteattr.forest import Column, Forest
from quoteattr.lexicon import Count, Lexicon
from quoteattr.syntax import Entity, Parse, Range

# She praised the plan for schools on Friday , running so .
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
    "running VBG advcl 1",
    "so RB advmod 9",
    ". . punct 1",
    entities=(Entity(7, 8, "DATE"),),
)
CUE, HEAD, START, LIMIT = 1, 3, 2, 12


TAIL = Tail("object", HEAD, START, edge=4)


def reading(counts: dict[str, Count] | None = None, parse: Parse = PARSE) -> Reading:
    return Reading(parse, Lexicon(counts={}, attitudes={}, ends=counts or {}))


def content_of(one: Reading, tail: Tail) -> tuple[Range, ...]:
    (found,) = ends.closed(one, [Candidate("r", CUE, "praise", "VERB", "object", tail=tail)])
    assert found.tail is None
    return found.content


def test_places_behind_a_head() -> None:
    """One for each constituent, in text order: where it begins, and where the content would end before it."""
    found = [(place.token, place.after) for place in places(reading(), CUE, HEAD, LIMIT)]
    assert found == sorted(found)
    assert {(4, 4), (6, 6), (9, 8)} <= set(found)
    assert all(HEAD < after <= token < LIMIT for token, after in found)


def test_a_place_has_the_same_features_in_every_round() -> None:
    """Trees are fitted to places one at a time, and asked for several at once."""
    one, candidate = reading(), Candidate("r", CUE, "praise", "VERB", "object", tail=TAIL)
    found = [(place, 0.5) for place in places(one, CUE, HEAD, LIMIT)]
    together = list(ends._values(one, candidate, TAIL, 0, found))
    apart = [value for number, pair in enumerate(found) for value in ends._values(one, candidate, TAIL, number, [pair])]
    assert together == apart


def test_features_tell_what_begins_there() -> None:
    """What it hangs on, its label, its marker and the pause before it; later ones say less."""
    at = {place.token: place.features("object") for place in places(reading(), CUE, HEAD, LIMIT)}
    first, second, third = at[4], at[6], at[9]
    assert first[0].split()[:4] == ["object", "head", "prep", "for"]
    assert second[0].split()[:4] == ["object", "cue", "prep", "on"]
    assert "," in third[0] and "," not in second[0]
    assert len({len(features) for features in (first, second, third)}) == 1


@pytest.mark.parametrize(("stop", "end"), [("prep", 4), ("advcl", 8), ("", 11)])
def test_content_ends_where_contents_mostly_did(stop: str, end: int) -> None:
    """Without trees: at the first place that speaks against it; with the sentence if none does."""
    features = [feature for place in places(reading(), CUE, HEAD, LIMIT) for feature in place.features("object")]
    counts = {name: Count(0 if f" {stop} " in name and stop else 100, 100) for name in features}
    assert content_of(reading(counts), TAIL) == ((START, end),)


def test_clause_ends_with_its_subtree_without_trees() -> None:
    """Counts alone do worse there."""
    assert content_of(reading(), evolve(TAIL, family="clause")) == ((START, 4),)


@pytest.mark.parametrize(("label", "end"), [("prep", 4), ("advcl", 8), ("nothing", 11)])
def test_trees_put_the_end_at_the_likeliest_place(label: str, end: int) -> None:
    """Here they know one label before which contents end; else they go on."""
    trees = "words\t1\tlabel\n\n0<0 -3000000 3000000\n"
    forest = Forest.from_text(trees, f"label\t0\n{label}\t0\n")
    one = reading()
    one.lexicon = evolve(one.lexicon, ends_forest=forest)
    assert content_of(one, TAIL) == ((START, end),)


def test_every_column_is_a_feature() -> None:
    """A misspelt one would be missing in every row."""
    one = reading()
    candidate = Candidate("r", CUE, "praise", "VERB", "object", tail=TAIL)
    (first, counted), *_ = ends.open_places(one, CUE, TAIL)
    row = ends.row_of(one, candidate, TAIL, 0, first, counted)
    assert {part for column in ends.COLUMNS for part in column.parts} <= set(row)
    assert all(isinstance(row[column.parts[0]], float) != column.counted for column in ends.COLUMNS)
    assert Column.words("label") not in ends.COLUMNS


def test_nothing_behind_the_head() -> None:
    """The content ends with the sentence."""
    parse = parse_of("She PRP nsubj 1", "left VBD ROOT 1", "Acme NNP dobj 1")
    assert content_of(reading(parse=parse), Tail("object", 2, 2, edge=3)) == ((2, 3),)


@pytest.mark.parametrize(
    ("cue", "content", "near"),
    [
        (0, (1, 301), (1, 251)),
        (310, (0, 300), (50, 300)),
        (0, (1, 251), (1, 251)),
        (0, (301, 601), (301, 601)),
    ],
    ids=["behind the cue", "before the cue", "no longer than that", "more than a sentence"],
)
def test_a_content_without_an_end_is_what_is_near_its_cue(cue: int, content: Range, near: Range) -> None:
    """Of a sentence that is none, no more than 250 words."""
    parse = parse_of(*["and NN dep 0"] * 700, sentences=[(0, 400), (400, 700)])
    one = reading(parse=parse)
    (found,) = ends.closed(one, [Candidate("r", cue, "praise", "VERB", "object", (content,))])
    assert found.content == (near,)


def test_a_content_without_a_word_is_none() -> None:
    """Whatever rule found it."""
    assert ends.closed(reading(), [Candidate("r", CUE, "praise", "VERB", "object", ())]) == []
    assert ends.closed(reading(), [Candidate("r", CUE, "praise", "VERB", "object", tail=Tail("clause", 8, 8, 9))]) == []
