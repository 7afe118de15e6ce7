"""The cue in its clause, its sentence and its line."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.reading import Reading
from quoteattr.detect.words import word_at

__all__ = ["features", "place"]

_DEEPEST = 12
_FIRST_LINES = 8
_STEPS = 6
_CLAUSES = frozenset(("advcl", "relcl", "acl", "ccomp"))
_MOST = 5
"""Kinds of further complements of the cue that are told."""


def place(reading: Reading, cue: int) -> dict[str, str | float]:
    """The features of a cue that all of its candidates share."""
    return _beside(reading, cue) | _above(reading, cue) | _sentence(reading, cue)


def features(reading: Reading, candidate: Candidate) -> dict[str, str | float]:
    """The features of the cue of a candidate that has one, by what the content is."""
    return {**_below(reading, candidate), "gap": float(candidate.content[0][0] - candidate.cue)}


def _beside(reading: Reading, cue: int) -> dict[str, str | float]:
    parse = reading.parse
    return {
        "cue-tag": parse.tags[cue],
        "label": parse.deps[cue],
        "before": word_at(reading, cue - 1),
        "tag-before": parse.tags[cue - 1] if cue else "",
        "next": word_at(reading, cue + 1),
        "next-tag": parse.tags[cue + 1] if cue + 1 < len(parse) else "",
    }


def _below(reading: Reading, candidate: Candidate) -> dict[str, str | float]:
    """What hangs on the cue, besides its content."""
    parse, cue = reading.parse, candidate.cue
    helpers = []
    others = set()
    marker = adverb = particle = ""
    first, last = candidate.content[0][0], candidate.content[-1][1]
    for child in parse.children[cue]:
        label, word = parse.deps[child], parse.lower[child]
        if label in ("aux", "auxpass", "neg"):
            helpers.append(word)
        elif label == "mark" or (label == "advmod" and parse.tags[child] == "WRB"):
            marker = marker or word
        elif label == "advmod":
            adverb = adverb or word
        elif label == "prt":
            particle = particle or word
        if child > cue and label != "punct" and not first <= child < last:
            others.add(word if label == "prep" else label)
    return {
        "helpers": " ".join(helpers),
        "marker": marker,
        "adverb": adverb,
        "particle": particle,
        "others": " ".join(sorted(others)[:_MOST]),
    }


def _above(reading: Reading, cue: int) -> dict[str, str | float]:
    """What the cue hangs on: its governor, the clause that it stands in, and its distance from the root."""
    parse, lexicon = reading.parse, reading.lexicon
    governor = parse.heads[cue]
    governed = governor != cue
    verb = reading.verb_at.get(governor) if governed else None
    clause = cue
    for _ in range(_STEPS):
        if parse.deps[clause] in _CLAUSES:
            break
        clause = parse.heads[clause]
    marker = next((child for child in parse.children[clause] if _marks(reading, child)), -1)
    depth, root = 0, cue
    while parse.heads[root] != root and depth < _DEEPEST:
        root, depth = parse.heads[root], depth + 1
    return {
        "above": word_at(reading, governor) if governed else "",
        "above-tag": parse.tags[governor] if governed else "",
        "above-reports": lexicon.precision(verb.lemma, "VERB", "*") if verb is not None else -1.0,
        "label-above": parse.deps[governor] if governed else "",
        "clause-label": parse.deps[clause],
        "clause-tag": parse.tags[clause],
        "clause-marker": parse.lower[marker] if marker >= 0 else "",
        "root": word_at(reading, root),
        "depth": float(depth),
    }


def _marks(reading: Reading, token: int) -> bool:
    return reading.parse.deps[token] == "mark" or reading.parse.tags[token] == "WRB"


def _sentence(reading: Reading, cue: int) -> dict[str, str | float]:
    parse = reading.parse
    start, end = reading.sentence(cue)
    last = end - 1
    while last > start and parse.words[last].isspace():
        last -= 1
    line = parse.paragraph_of[cue]
    return {
        "sentence-first": word_at(reading, start),
        "sentence-end": "word" if parse.is_word(last) else parse.words[last],
        "sentence": float(end - start),
        "place": round((cue - start) / (end - start), 3),
        "line": float(parse.paragraphs[line][1] - parse.paragraphs[line][0]),
        "line-number": float(min(line, _FIRST_LINES)),
    }
