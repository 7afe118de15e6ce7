"""The cue in its clause, its sentence and its line."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set
from quoteattr.syntax import Parse

__all__ = ["features", "place"]

_DEEPEST = 12
_FIRST_LINES = 8
_STEPS = 6
_CLAUSES = label_set("dependencies", "subordinate")
_MOST = 5
"""Kinds of further complements of the cue that are told."""


def place(article: ArticleFeatures, cue: int) -> dict[str, str | float]:
    """The features of a cue that all of its candidates share."""
    return _beside(article, cue) | _above(article, cue) | _sentence(article, cue)


def features(article: ArticleFeatures, candidate: Candidate) -> dict[str, str | float]:
    """The features of the cue of a candidate that has one, by what the content is."""
    return {**_below(article.parse, candidate), "gap": float(candidate.content[0][0] - candidate.cue)}


def _beside(article: ArticleFeatures, cue: int) -> dict[str, str | float]:
    parse, told = article.parse, article.token_features
    return {
        "cue-tag": parse.tags[cue],
        "label": parse.deps[cue],
        "before": told[cue - 1],
        "tag-before": parse.tags[cue - 1] if cue else "",
        "next": told[cue + 1],
        "next-tag": parse.tags[cue + 1] if cue + 1 < len(parse) else "",
    }


def _below(parse: Parse, candidate: Candidate) -> dict[str, str | float]:
    """What hangs on the cue, besides its content."""
    cue = candidate.cue
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


def _above(article: ArticleFeatures, cue: int) -> dict[str, str | float]:
    """What the cue hangs on: its governor, the clause that it stands in, and its distance from the root."""
    parse, told = article.parse, article.token_features
    governor = parse.heads[cue] if parse.heads[cue] != cue else -1
    verb = article.verb_at.get(governor)
    clause = cue
    for _ in range(_STEPS):
        if parse.deps[clause] in _CLAUSES:
            break
        clause = parse.heads[clause]
    below = parse.children[clause]
    marks = (parse.lower[child] for child in below if parse.deps[child] == "mark" or parse.tags[child] == "WRB")
    depth, root = 0, cue
    while parse.heads[root] != root and depth < _DEEPEST:
        root, depth = parse.heads[root], depth + 1
    return {
        "above": told[governor],
        "above-tag": parse.tags[governor] if governor >= 0 else "",
        "above-reports": article.lexicon.precision(verb.lemma, "VERB", "*") if verb is not None else -1.0,
        "label-above": parse.deps[governor] if governor >= 0 else "",
        "clause-label": parse.deps[clause],
        "clause-tag": parse.tags[clause],
        "clause-marker": next(marks, ""),
        "root": told[root],
        "depth": float(depth),
    }


def _sentence(article: ArticleFeatures, cue: int) -> dict[str, str | float]:
    parse = article.parse
    start, end = article.sentence(cue)
    last = end - 1
    while last > start and parse.words[last].isspace():
        last -= 1
    line = parse.line_of(cue)
    return {
        "sentence-first": article.token_features[start],
        "sentence-end": "word" if parse.is_word(last) else parse.words[last],
        "sentence": float(end - start),
        "place": round((cue - start) / (end - start), 3),
        "line": float(line[1] - line[0]),
        "line-number": float(min(parse.paragraph_of[cue], _FIRST_LINES)),
    }
