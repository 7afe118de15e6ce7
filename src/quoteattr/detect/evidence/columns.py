"""What the trees look at, of the features of candidates."""

from __future__ import annotations

from quoteattr.forest import Column

__all__ = ["COLUMNS", "REPORTED"]

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
    "cue-sort frame",
    "head-sort frame",
    "doer-sort frame",
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
    "cue-says",
    "cue-thinks",
    "head-says",
    "head-people",
    "negated",
)

COLUMNS: tuple[Column, ...] = (
    *(Column.words(*names.split()) for names in _WORDS),
    *(Column.number(name) for name in _NUMBERS),
)
"""What the trees look at, of the features of :func:`~quoteattr.detect.evidence.rows_of`."""

_REPORTED_WORDS = (
    "rule",
    "frame",
    "lemma frame",
    "frame attitude",
    "frame cue-sort",
    "frame head-sort",
    "frame doer-sort",
    "doer-sort attitude",
    "rule label",
    "frame clause-label",
    "frame cue-tag",
    "frame head-tag",
    "frame first-tag",
    "frame head-determiner",
    "head-label",
    "marker",
    "clause-marker",
    "first",
)
_COUNTED_ON_ONE_CORPUS = frozenset(("seen", "seen-in-frame", "line"))
"""How often PolNeAR has a cue, and how long its lines are: they say nothing of other newsrooms."""
_REPORTED_NUMBERS = ("attributed", "news", *(name for name in _NUMBERS if name not in _COUNTED_ON_ONE_CORPUS))

REPORTED: tuple[Column, ...] = (
    *(Column.words(*names.split()) for names in _REPORTED_WORDS),
    *(Column.number(name) for name in _REPORTED_NUMBERS),
)
"""What the trees look at that tell whether a reader would report it: fewer features, as fewer articles are counted, and
``attributed``, what the trees over ``COLUMNS`` say; ``news`` is 1, but for the articles of the corpus in training."""
