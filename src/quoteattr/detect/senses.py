"""Senses in which a word that can be a cue is none: "saw a rise in sales", "was named best actor"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from quoteattr.data import text_of
from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures

__all__ = ["is_non_attributive"]

_BARE = frozenset(("VB", "VBN", "VBG"))


@frozen
class _Senses:
    """The lists of ``senses.toml``.

    Attributes:
        objects: For each verb the heads of objects with which it says nothing.
        never: For each frame, up to its first mark of a special kind, the words that say nothing in it.
        times: Times and events, which see what happens in them.
    """

    objects: Mapping[str, frozenset[str]]
    never: Mapping[str, frozenset[str]]
    times: frozenset[str]


@cache
def _senses() -> _Senses:
    data = tomllib.loads(text_of("senses.toml"))
    objects: dict[str, frozenset[str]] = {}
    for entry in data["objects"]:
        for verb in entry["verbs"]:
            objects[verb] = objects.get(verb, frozenset()) | frozenset(entry["heads"])
    never = {kind: frozenset(words) for kind, words in data["never"].items()}
    return _Senses(objects, never, frozenset(data["see"]["subjects"]))


def is_non_attributive(article: ArticleFeatures, candidate: Candidate) -> bool:
    """Whether a candidate has a cue in a sense that attributes nothing."""
    senses, lemma, frame = _senses(), candidate.lemma, candidate.frame
    if candidate.pos == "NOUN":
        return lemma in senses.never["noun"]
    if candidate.pos != "VERB":
        return False
    if frame[:5] == "prep:":
        return f"{lemma} {frame[5:]}" in senses.never["preposition"]
    if frame in ("pass", "pass+by", "pass+naming") or frame[:10] == "pass+prep:":
        return lemma in senses.never["passive"]
    if frame == "clause":
        return lemma in senses.never["clause"] or _undergoes(article, candidate)
    if frame[:6] != "object" or candidate.open_span is None:
        return False
    head = article.parse.lower[candidate.open_span.head]
    return (
        lemma in senses.never["object"]
        or (frame != "object+as" and head in senses.objects.get(lemma, ()))
        or _undergoes(article, candidate)
    )


def _undergoes(article: ArticleFeatures, candidate: Candidate) -> bool:
    """Whether somebody sees what happens to him: "saw its profits fall", "a fight which saw two sent off"."""
    parse, span = article.parse, candidate.open_span
    if candidate.lemma != "see" or span is None or candidate.frame == "object+as":
        return False
    if any(parse.lower[child] == "as" for child in parse.children[span.head]):
        return False
    if parse.lower[span.start] == "its":
        return True
    verb = article.verb_at.get(candidate.cue)
    subject = verb.subject if verb is not None else -1
    if subject >= 0 and (parse.tags[subject] == "WDT" or parse.lower[subject] in _senses().times):
        return True
    below = parse.child(span.head, "nsubj")
    return below >= 0 and parse.tags[span.head] in _BARE and parse.lower[below] in _senses().objects["see"]
