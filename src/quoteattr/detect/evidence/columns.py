"""What the trees look at, of the features of candidates."""

from __future__ import annotations

from quoteattr.forest import Column

__all__ = ["COLUMNS", "REPORTED"]

_JOINT = (
    "lemma+frame; rule; lemma+frame+helpers; lemma+head-tag; lemma+head; lemma+first; lemma+cue-tag; lemma+label; "
    "lemma+marker; lemma+particle; lemma+others; frame+first; frame+head; frame+head-determiner; "
    "frame+head-preposition; frame+cue-tag; frame+label; frame+marker; frame+helpers; frame+root; frame+tag-before; "
    "frame+next-tag; frame+agent; frame+agent-tag; frame+agent-entity; frame+agent-label; agent-determiner; before; "
    "next; adverb; above; above-tag+label; label-above; clause-label+clause-tag; clause-marker; sentence-first; "
    "sentence-end; head-label; first-tag; second; last; last-tag; last-tag+after; after; cue-sort+frame; "
    "head-sort+frame; agent-sort+frame"
).split("; ")
"""Features whose joint values are counted."""
_NUMBERS = (
    "precision; precision-of-lemma; seen; seen-in-frame; words; gap; quoted; longest-quotation; clause; entities; "
    "sentence; place; depth; line; line-number; above-reports; agent-distance; agent-words; agent-reports; "
    "competitors; best-competitor; covered; covers; cues-covered; cues-a-word; cue-says; cue-thinks; head-says; "
    "head-people; negated"
).split("; ")
_REPORTED_JOINT = (
    "rule; frame; lemma+frame; frame+attitude; frame+cue-sort; frame+head-sort; frame+agent-sort; "
    "agent-sort+attitude; rule+label; frame+clause-label; frame+cue-tag; frame+head-tag; frame+first-tag; "
    "frame+head-determiner; head-label; marker; clause-marker; first"
).split("; ")
_COUNTED_ON_ONE_CORPUS = frozenset(("seen", "seen-in-frame", "line"))
"""How often PolNeAR has a cue, and how long its lines are: they say nothing of other newsrooms."""

COLUMNS: tuple[Column, ...] = (*(Column.words(*names.split("+")) for names in _JOINT), *map(Column.number, _NUMBERS))
"""What the trees look at, of the features of :func:`~quoteattr.detect.evidence.rows_of`."""

REPORTED: tuple[Column, ...] = (
    *(Column.words(*names.split("+")) for names in _REPORTED_JOINT),
    *map(Column.number, ("attributed", "news")),
    *(Column.number(name) for name in _NUMBERS if name not in _COUNTED_ON_ONE_CORPUS),
)
"""What the trees look at that tell whether a reader would report it: fewer features, as fewer articles are counted, and
``attributed``, what the trees over ``COLUMNS`` say; ``news`` is 1, but for the articles of the corpus in training."""
