"""Verbs that say only what their object says: "expressed frustration at | the delay"; the noun belongs to the cue."""

from __future__ import annotations

from attrs import evolve

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse
from quoteattr.syntax.grammar import is_infinitive
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["behind_noun"]

_EXPRESSING = listed("acts", "expressing")
_FELT = listed("acts", "felt")
_CLAUSES = label_set("dependencies", "noun_complements")
_RELATIVES = label_set("tags", "relative_pronouns")


def behind_noun(article: ArticleFeatures, candidate: Candidate) -> Candidate:
    """The candidate of such a verb without the noun at the beginning of its content; any other one as it is."""
    if candidate.lemma not in _EXPRESSING or len(candidate.content) != 1 or article.lexicon.wide:
        return candidate
    (start, end), verb = candidate.content[0], article.verb_at.get(candidate.cue)
    noun = next((child for child in verb.after("dobj") if start <= child < end), -1) if verb is not None else -1
    first = _said(article, noun) if noun >= 0 and article.parse.left[noun] == start else -1
    return evolve(candidate, content=((first, end),)) if 0 <= first < end else candidate


def _said(article: ArticleFeatures, noun: int) -> int:
    """Where begins what a noun says: behind a preposition, with that or a subject, or an infinitive; or -1."""
    parse = article.parse
    for child in parse.children[noun]:
        if child < noun or parse.left[child] != noun + 1:
            continue
        if parse.deps[child] == "prep" and parse.lower[noun] not in _FELT and article.can_be_content(child):
            return child + 1
        if is_infinitive(parse, child) or (parse.deps[child] in _CLAUSES and _has_own_subject(parse, noun, child)):
            return noun + 1
    return -1


def _has_own_subject(parse: Parse, noun: int, clause: int) -> bool:
    """Whether a clause with or without that stands right behind a noun, and is none about it."""
    subject = parse.child(clause, "nsubj", "nsubjpass", "expl")
    tensed = any(parse.tags[token] in FINITE_TAGS for token in (clause, *parse.children[clause]) if token <= clause)
    opens = parse.left[subject] == noun + 1 or (parse.lower[noun + 1] == "that" and parse.deps[noun + 1] == "mark")
    return noun < subject < clause and opens and tensed and parse.tags[subject] not in _RELATIVES
