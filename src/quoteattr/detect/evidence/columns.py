"""What the trees look at, of the features of candidates."""

from __future__ import annotations

from quoteattr.forest import Column

__all__ = ["COLUMNS"]

_WORDS = (
    "lemma frame",
    "rule",
    "lemma frame helpers",
    "lemma head-tag",
    "lemma head",
    "lemma first",
    "lemma cue-tag",
    "lemma label",
    "lemma marker",
    "lemma particle",
    "lemma others",
    "frame first",
    "frame head",
    "frame head-determiner",
    "frame head-preposition",
    "frame cue-tag",
    "frame label",
    "frame marker",
    "frame helpers",
    "frame root",
    "frame tag-before",
    "frame next-tag",
    "frame doer",
    "frame doer-tag",
    "frame doer-entity",
    "frame doer-label",
    "doer-determiner",
    "before",
    "next",
    "adverb",
    "above",
    "above-tag label",
    "label-above",
    "clause-label clause-tag",
    "clause-marker",
    "sentence-first",
    "sentence-end",
    "head-label",
    "first-tag",
    "second",
    "last",
    "last-tag",
    "last-tag after",
    "after",
)
"""Features whose joint values are counted."""

_NUMBERS = (
    "precision",
    "precision-of-lemma",
    "seen",
    "seen-in-frame",
    "words",
    "gap",
    "quoted",
    "longest-quotation",
    "clause",
    "entities",
    "sentence",
    "place",
    "depth",
    "line",
    "line-number",
    "above-reports",
    "doer-distance",
    "doer-words",
    "doer-reports",
    "rivals",
    "best-rival",
    "covered",
    "covers",
    "cues-covered",
    "cues-a-word",
)

COLUMNS: tuple[Column, ...] = (
    *(Column.words(*names.split()) for names in _WORDS),
    *(Column.number(name) for name in _NUMBERS),
)
"""What the trees look at, of the features of :func:`~quoteattr.detect.evidence.rows_of`."""
