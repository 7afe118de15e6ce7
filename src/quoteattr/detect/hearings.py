"""What a court, an inquest or a committee hears: somebody says it there, and nobody tells who."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse
from quoteattr.syntax.grammar import Verb
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["COUNTED_AS", "HEARING", "is_heard"]

COUNTED_AS = "tell"
"""The verb whose passive tells the same, and has been counted: "the court was told that …"."""
HEARING = "pass+clause"
"""The frame in which it was counted."""

_BODIES = listed("hearings", "bodies")


def is_heard(article: ArticleFeatures, verb: Verb) -> bool:
    """Whether a verb tells that a body heard its clause: "the court heard", "the jury was told".

    What "heard the witness cry" tells is no clause with a tense.
    """
    parse, subject = article.parse, verb.subject
    if not any(_has_tense(parse, clause) for clause in verb.all("ccomp")):
        return False
    hears = verb.lemma == "hear" and not verb.passive
    told = verb.lemma == COUNTED_AS and verb.passive and not verb.all("agent")
    return (hears or told) and subject >= 0 and singular(parse.lower[subject]) in _BODIES


def _has_tense(parse: Parse, clause: int) -> bool:
    return any(parse.tags[token] in FINITE_TAGS for token in (clause, *parse.children[clause]) if token <= clause)
