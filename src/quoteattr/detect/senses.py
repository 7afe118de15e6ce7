"""Senses in which a word that can be a cue is none: "saw a rise in sales", "was named best actor"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from quoteattr.data import text_of
from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import COMMON_TAGS, FINITE_TAGS

__all__ = ["is_non_attributive"]

_TELLING = listed("telling", "always") | listed("telling", "sometimes")
_NAMED = listed("sources", "named")
_NAMING = listed("naming", "verbs")
_TOLD = label_set("sorts", "people")
_FEW = 3
"""Words of a short object at most."""
_BARE = label_set("tags", "bare")
_PHRASE = label_set("tags", "source_phrases")


@frozen
class _Senses:
    """The lists of ``senses.toml``.

    Attributes:
        objects: For each verb the heads of objects with which it says nothing.
        never: For each frame, up to its first mark of a special kind, the words that say nothing in it.
        times: Times and events, which see what happens in them.
        things: The lists of things that are all of a short object.
    """

    objects: Mapping[str, frozenset[str]]
    never: Mapping[str, frozenset[str]]
    times: frozenset[str]
    things: Mapping[str, frozenset[str]]


@cache
def _senses() -> _Senses:
    data = tomllib.loads(text_of("senses.toml"))
    objects: dict[str, frozenset[str]] = {}
    for entry in data["objects"]:
        for verb in entry["verbs"]:
            objects[verb] = objects.get(verb, frozenset()) | frozenset(entry["heads"])
    never = {kind: frozenset(words) for kind, words in data["never"].items()}
    things = {kind: frozenset(words) for kind, words in data["things"].items()}
    return _Senses(objects, never, frozenset(data["see"]["subjects"]), things)


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
    if frame == "infinitive" and _is_about_name(article, candidate):
        return True
    if frame == "pass+gerund":  # "a course called “Reading Old Letters”"
        return lemma in _NAMING and candidate.open_span is not None and article.parse.quoted[candidate.open_span.head]
    if frame == "clause":
        return lemma in senses.never["clause"] or _undergoes(article, candidate) or _is_seen(article, candidate)
    if frame[:6] != "object" or candidate.open_span is None:
        return False
    head = article.parse.lower[candidate.open_span.head]
    return (
        lemma in senses.never["object"]
        or (frame != "object+as" and head in senses.objects.get(lemma, ()))
        or (frame == "object" and _is_thing(article, candidate, candidate.open_span.head))
        or _is_withheld(article, candidate)
        or _undergoes(article, candidate)
    )


def _is_about_name(article: ArticleFeatures, candidate: Candidate) -> bool:
    """Whether a source wants to be called something, or not to be: "a woman who asked not to be named"."""
    parse, span, verb = article.parse, candidate.open_span, article.verb_at.get(candidate.cue)
    if span is None or verb is None or parse.deps[candidate.cue] not in ("relcl", "acl", "conj", "advcl"):
        return False
    return parse.lower[span.head] in _NAMED and parse.child(span.head, "auxpass") >= 0


def _is_thing(article: ArticleFeatures, candidate: Candidate, head: int) -> bool:
    """Whether an object is a thing, in a few words without marks: "ordered a coffee", "discussed the weather"."""
    parse, lemma, things = article.parse, candidate.lemma, _senses().things
    few = parse.right[head] - parse.left[head] <= _FEW and parse.left[head] > candidate.cue
    if not few or parse.quoted[head] or parse.tags[head] not in COMMON_TAGS:
        return False
    sort = noun(parse.lower[head]).sort
    done = (sort == "person" and lemma in things["doing"]) or (sort in _TOLD and lemma in _TELLING)
    thing = sort in things["sorts"] or parse.lower[head] in things["nouns"]
    return done or (thing and lemma not in things["judging"])


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


def _is_seen(article: ArticleFeatures, candidate: Candidate) -> bool:
    """Whether somebody finds somebody so, or shows him a place: "found the boy sitting", "showed me where he slept"."""
    parse, span, verb = article.parse, candidate.open_span, article.verb_at.get(candidate.cue)
    if span is None or verb is None or parse.quoted[span.start]:
        return False
    if candidate.lemma == "find":
        return (
            parse.tags[span.head] == "VBG" and parse.child(span.head, "aux") < 0 and parse.lower[span.start] != "that"
        )
    shown = verb.after("dative", "dobj") if candidate.lemma == "show" else []
    return bool(shown) and parse.tags[shown[0]] == "PRP" and parse.lower[span.start] == "where"


def _is_withheld(article: ArticleFeatures, candidate: Candidate) -> bool:
    """Whether somebody does not get what is denied: "denied his party the victory"."""
    parse, span, verb = article.parse, candidate.open_span, article.verb_at.get(candidate.cue)
    if candidate.lemma != "deny" or span is None or verb is None:
        return False
    return bool(verb.after("dative")) or any(
        _is_second(parse, token) for token in range(span.start + 1, min(span.edge + 1, len(parse)))
    )


def _is_second(parse: Parse, token: int) -> bool:
    """Whether an article begins a second object: right behind a noun, with no verb of its own behind its noun."""
    if parse.tags[token] != "DT" or parse.tags[token - 1] not in COMMON_TAGS:
        return False
    while token < len(parse) and parse.tags[token] in _PHRASE:
        token += 1
    return token >= len(parse) or parse.tags[token] not in FINITE_TAGS
