"""Adjectives of saying and thinking behind be: "is confident that …", "was opposed to …"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Parse
from quoteattr.syntax.grammar import Verb, complement_of, nominal_of

__all__ = ["RULES", "find"]

PREDICATE = rule(
    "predicate",
    "an adjective of thinking or wanting with a clause, an infinitive or a linking preposition",
    "{Officials} are confident [that the dam will hold].",
    "It is unclear [how the fire started].",
    "{Critics} are skeptical of [the plan].",
    "{Farmers} are eager [to see the plan].",
    "In the capital, {officials} are confident [that the dam will hold], but farmers downstream have their doubts.",
)
MADE = rule(
    "make-clear",
    "make clear and make it clear: what is made clear is the content",
    "{The company} made clear [that the ban would stay].",
    "{The ministry} made it clear on Monday [that there would be no talks].",
)
HELD = rule(
    "predicate-held",
    "be, in, of or under, a noun for what somebody thinks, and a clause with that",
    "{The coach} is in no doubt [that his side will stay up].",
    "{The court} was of the view [that the sale was void].",
)
RULES = (PREDICATE, MADE, HELD)

_HELD, _HELD_IN = listed("predicate", "held"), listed("predicate", "held_in")
_LIKE = "adamant"
"""The adjective whose counts stand for those of such a phrase."""

_MADE = listed("predicate", "made")
_WHETHER = listed("predicate", "interrogatives")
_LINKS = listed("links", "predicate")
_NEAR = 4
"""Tokens behind make within which the adjective stands."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each predicate adjective with a complement."""
    for verb in article.verbs:
        made = _made(article, verb) if verb.lemma == "make" else _held(article, verb) if verb.lemma == "be" else None
        found = made or next(filter(None, (_thought(article, verb, one) for one in verb.after("acomp"))), None)
        if found is not None:
            yield found


def _thought(article: ArticleFeatures, verb: Verb, adjective: int) -> Candidate | None:
    """The complement of an adjective behind a verb."""
    parse = article.parse
    found, frame = _complement(parse, verb, adjective)
    if found < 0:
        return None
    head, start = found, parse.left[found]
    if frame.startswith("prep:"):
        head, start = complement_of(parse, found), found + 1
    if head < 0:
        return None
    span = OpenSpan("predicate", head, max(start, adjective + 1), parse.right[found])
    return Candidate(PREDICATE.id, verb.token, parse.lower[adjective], "ADJ", frame, open_span=span)


def _complement(parse: Parse, verb: Verb, adjective: int) -> tuple[int, str]:
    """What an adjective governs, and its frame: a clause, an infinitive, a phrase with a linking preposition."""
    for child in (*parse.children[adjective], *verb.after("ccomp", "xcomp", "advcl")):
        if child < adjective:
            continue
        label = parse.deps[child]
        if label == "ccomp" or (label == "advcl" and parse.lower[parse.left[child]] in _WHETHER):
            return child, "clause"
        if label == "xcomp":
            return child, "infinitive"
        if label == "prep" and parse.lower[child] in _LINKS:
            return child, "prep:" + parse.lower[child]
    return -1, ""


def _made(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """What a verb of making makes clear, wherever the parser hung the clause."""
    parse = article.parse
    for adjective in range(verb.token + 1, min(verb.token + _NEAR, len(parse))):
        if parse.lower[adjective] not in _MADE or parse.deps[adjective] == "amod":
            continue
        for clause in (*parse.children[adjective], *verb.after("ccomp")):
            if clause > adjective and parse.deps[clause] in ("ccomp", "csubj", "advcl"):
                piece = max(parse.left[clause], adjective + 1), max(parse.right[clause], parse.right[adjective])
                content = clean(article, [piece])
                made = Candidate(MADE.id, verb.token, parse.lower[adjective], "ADJ", "made", content)
                return made if content else None
        return None
    return None


def _held(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """What somebody is of the view of, in no doubt of, or under the impression of."""
    parse = article.parse
    for preposition in verb.after("prep"):
        noun = nominal_of(parse, preposition) if parse.lower[preposition] in _HELD_IN else -1
        if noun < 0 or parse.lower[noun] not in _HELD:
            continue
        for clause in (*parse.children[noun], *verb.after("ccomp", "advcl")):
            if clause > noun and parse.lower[parse.left[clause]] == "that" and parse.left[clause] == noun + 1:
                span = OpenSpan("predicate", clause, noun + 1, parse.right[clause])
                return Candidate(HELD.id, verb.token, _LIKE, "ADJ", "clause", open_span=span)
    return None
