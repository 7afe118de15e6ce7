"""Where a content ends: the boundaries behind its head, and which of them is taken."""

from __future__ import annotations

import pytest
from attrs import evolve
from parses import parse_of

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.boundaries import boundaries
from quoteattr.detect.boundary_features import COLUMNS, row_of, values_of
from quoteattr.detect.bounding import bounded, likely_boundaries
from quoteattr.detect.candidate import OpenSpan
from quoteattr.forest import Column, Forest
from quoteattr.lexicon import Classifiers, Count, Lexicon
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


SPAN = OpenSpan("object", HEAD, START, edge=4)


def article(counts: dict[str, Count] | None = None, parse: Parse = PARSE) -> ArticleFeatures:
    return ArticleFeatures(parse, Lexicon(counts={}, attitudes={}, ends=counts or {}))


def content_of(one: ArticleFeatures, span: OpenSpan) -> tuple[Range, ...]:
    (found,) = bounded(one, [Candidate("r", CUE, "praise", "VERB", "object", open_span=span)])
    assert found.open_span is None
    return found.content


def test_boundaries_behind_a_head() -> None:
    """One for each constituent, in text order: where it begins, and where the content would end before it."""
    found = [(one.token, one.after) for one in boundaries(article(), CUE, HEAD, LIMIT)]
    assert found == sorted(found)
    assert {(4, 4), (6, 6), (9, 8)} <= set(found)
    assert all(HEAD < after <= token < LIMIT for token, after in found)


def test_a_boundary_has_the_same_features_in_every_round() -> None:
    """Trees are fitted to boundaries one at a time, and asked for several at once."""
    one, candidate = article(), Candidate("r", CUE, "praise", "VERB", "object", open_span=SPAN)
    found = [(boundary, 0.5) for boundary in boundaries(one, CUE, HEAD, LIMIT)]
    together = list(values_of(one, candidate, SPAN, 0, found))
    apart = [value for number, pair in enumerate(found) for value in values_of(one, candidate, SPAN, number, [pair])]
    assert together == apart


def test_features_tell_what_begins_there() -> None:
    """What it hangs on, its label, its marker and the pause before it; later ones say less."""
    at = {boundary.token: boundary.keys("object") for boundary in boundaries(article(), CUE, HEAD, LIMIT)}
    first, second, third = at[4], at[6], at[9]
    assert first[0].split()[:4] == ["object", "head", "prep", "for"]
    assert second[0].split()[:4] == ["object", "cue", "prep", "on"]
    assert "," in third[0] and "," not in second[0]
    assert len({len(features) for features in (first, second, third)}) == 1


@pytest.mark.parametrize(("stop", "end"), [("prep", 4), ("advcl", 8), ("", 11)])
def test_content_ends_where_contents_mostly_did(stop: str, end: int) -> None:
    """Without trees: at the first boundary that speaks against it; with the sentence if none does."""
    features = [feature for boundary in boundaries(article(), CUE, HEAD, LIMIT) for feature in boundary.keys("object")]
    counts = {name: Count(0 if f" {stop} " in name and stop else 100, 100) for name in features}
    assert content_of(article(counts), SPAN) == ((START, end),)


def test_clause_ends_with_its_subtree_without_trees() -> None:
    """Counts alone do worse there."""
    assert content_of(article(), evolve(SPAN, family="clause")) == ((START, 4),)


@pytest.mark.parametrize(("label", "end"), [("prep", 4), ("advcl", 8), ("nothing", 11)])
def test_trees_put_the_end_at_the_likeliest_boundary(label: str, end: int) -> None:
    """Here they know one label before which contents end; else they go on."""
    trees = "words\t1\tlabel\n\n0<0 -3.0 3.0\n"
    forest = Forest.from_text(trees, f"label\t0\n{label}\t0\n")
    one = article()
    one.lexicon = evolve(one.lexicon, classifiers=Classifiers(boundary=forest))
    assert content_of(one, SPAN) == ((START, end),)


def test_every_column_is_a_feature() -> None:
    """A misspelt one would be missing in every row."""
    one = article()
    candidate = Candidate("r", CUE, "praise", "VERB", "object", open_span=SPAN)
    (first, counted), *_ = likely_boundaries(one, CUE, SPAN)
    row = row_of(one, candidate, SPAN, 0, first, counted)
    assert {part for column in COLUMNS for part in column.parts} <= set(row)
    assert all(isinstance(row[column.parts[0]], float) != column.counted for column in COLUMNS)
    assert Column.words("label") not in COLUMNS


def test_nothing_behind_the_head() -> None:
    """The content ends with the sentence."""
    parse = parse_of("She PRP nsubj 1", "left VBD ROOT 1", "Acme NNP dobj 1")
    assert content_of(article(parse=parse), OpenSpan("object", 2, 2, edge=3)) == ((2, 3),)


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
    one = article(parse=parse)
    (found,) = bounded(one, [Candidate("r", cue, "praise", "VERB", "object", (content,))])
    assert found.content == (near,)


def test_a_content_without_a_word_is_none() -> None:
    """Whatever rule found it."""
    assert bounded(article(), [Candidate("r", CUE, "praise", "VERB", "object", ())]) == []
    span = OpenSpan("clause", 8, 8, 9)
    assert bounded(article(), [Candidate("r", CUE, "praise", "VERB", "object", open_span=span)]) == []
