"""Nouns of saying: "her claim that …", "raised questions about …", "a promise to …"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse
from quoteattr.syntax.grammar import complement_of, is_infinitive, nominal_of
from quoteattr.syntax.labels import COMMON_TAGS, FINITE_TAGS, PROPER_TAGS

__all__ = ["RULES", "find"]

POSSESSED = rule(
    "noun-possessed",
    "a noun of saying that belongs to its source",
    "{The mayor's} claim [that crime is falling] was false.",
    "{The mayor's} opposition to [the tunnel] was well known.",
)
GOVERNED = rule(
    "noun-governed",
    "a noun of saying that is the object of a verb: the verb's subject is the source",
    "{The report} raised doubts about [the safety of the bridge].",
    "{The senator} made a promise [to cut taxes].",
)
BARE = rule(
    "noun-bare",
    "a noun of saying with its source beside it, or without one",
    "Calls from {the union} for [a strike] grew louder.",
    "Despite claims [that the bridge was safe], it fell.",
)
STATED = rule(
    "noun-is",
    "a noun of saying that belongs to its source, be, and a clause with that",
    "{The council's} fear is [that the bridge will fail before May].",
    "{Their} claim was [that the mill had been sold too cheaply].",
)
CASE = rule(
    "noun-case",
    "make the case, and a clause with that, which the parser may hang on make: whoever makes it says so",
    "{The mayor} made the case to 20 union leaders [that she did not sell them out].",
    "{Engineers} made the case to the council [that the bridge was too narrow].",
)
RULES = (POSSESSED, GOVERNED, BARE, STATED, CASE)

_LINKS = listed("links", "noun")
_GIVING = listed("links", "giving")
_OWNED, _CASES = listed("acts", "nouns"), listed("acts", "cases")


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """Candidates for nouns with a possessor or a governing verb, and a complement."""
    for token, tag in enumerate(article.parse.tags):
        if tag in COMMON_TAGS and not article.hidden[token]:
            complement, frame = _complement(article, token)
            if complement >= 0:
                yield _candidate(article, token, complement, frame)
            else:
                yield from _stated(article, token)


def _stated(article: ArticleFeatures, noun: int) -> Iterator[Candidate]:
    """The candidate of a noun whose clause hangs on its verb: "Their fear is that …", "made the case to us that …"."""
    parse, lemma = article.parse, singular(article.parse.lower[noun])
    verb = article.verb_at.get(parse.heads[noun])
    clauses = [one for one in verb.after("ccomp") if _opens_with_that(parse, one)] if verb is not None else []
    if not clauses or verb is None:
        return
    span = OpenSpan("clause", clauses[0], parse.left[clauses[0]], parse.right[clauses[0]])
    source = parse.child(noun, "poss")
    if parse.deps[noun] == "nsubj" and verb.lemma == "be" and source >= 0 and lemma in _OWNED:
        yield Candidate(STATED.id, noun, lemma, "NOUN", "poss+that", source=source, open_span=span)
    elif parse.deps[noun] == "dobj" and verb.lemma == "make" and lemma in _CASES:
        yield Candidate(CASE.id, noun, lemma, "NOUN", "obj+that", open_span=span)


def _opens_with_that(parse: Parse, clause: int) -> bool:
    first = parse.left[clause]
    return parse.lower[first] == "that" and parse.deps[first] == "mark"


def _candidate(article: ArticleFeatures, noun: int, complement: int, frame: str) -> Candidate:
    parse = article.parse
    head, start, edge = complement, parse.left[complement], parse.right[complement]
    if frame.startswith("prep:"):
        head, start = complement_of(parse, complement), complement + 1
    # A verb that stands right behind the complement belongs to the noun, and the content ends before it.
    stops = edge < len(parse) and parse.tags[edge] in FINITE_TAGS and parse.deps[complement] != "prep"
    content = clean(article, [(start, edge)]) if stops else ()
    open_span = None if stops else OpenSpan("noun", head, start, edge)
    source = parse.child(noun, "poss")
    if source >= 0:
        rule, frame = POSSESSED, "poss+" + frame
    elif parse.deps[noun] == "dobj" and parse.heads[noun] in article.verb_at:
        rule, frame = GOVERNED, "obj+" + frame
    else:
        rule, source = BARE, _giver(parse, noun)
    lemma = singular(parse.lower[noun])
    return Candidate(rule.id, noun, lemma, "NOUN", frame, content, source=source, open_span=open_span)


def _giver(parse: Parse, noun: int) -> int:
    """Who says what a noun without possessor stands for: behind from, by or among, or a name before it; or -1."""
    for child in parse.children[noun]:
        if parse.deps[child] == "prep" and parse.lower[child] in _GIVING:
            return nominal_of(parse, child)
        if parse.deps[child] == "compound" and parse.tags[child] in PROPER_TAGS:
            return child
    return -1


def _complement(article: ArticleFeatures, noun: int) -> tuple[int, str]:
    """What a noun says, and its frame: a clause, an infinitive, a phrase with a linking preposition."""
    parse = article.parse
    for child in parse.children[noun]:
        if child < noun:
            continue
        label = parse.deps[child]
        if label in ("acl", "ccomp", "relcl"):
            if is_infinitive(parse, child):
                return child, "infinitive"
            if _opens_with_that(parse, child):
                return child, "that"
        elif label == "prep" and parse.lower[child] in _LINKS and article.can_be_content(child):
            return child, "prep:" + parse.lower[child]
    return -1, ""
