"""Contents behind a preposition: "complained about the delay", "called for a vote", "spoke of a new era"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.reading import Reading

__all__ = ["RULES", "find"]

PREPOSITION = rule(
    "preposition",
    "a verb of saying with a preposition that leads to the content",
    "{Residents} complained about [the noise from the airport].",
    "{The senator} called for [a new vote].",
)
RULES = (PREPOSITION,)

LINKS = frozenset("about for on to of against with at as over toward towards into from in like".split())
"""The prepositions that link cue and content, in the order of their counts on train."""


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each verb with a linking preposition and neither object nor clause."""
    parse = reading.parse
    for verb in reading.verbs:
        if verb.passive or verb.after("ccomp", "xcomp", "oprd") or verb.all("dobj"):
            continue
        for preposition in verb.after("prep"):
            link = parse.lower[preposition]
            complement = parse.child(preposition, "pobj", "pcomp")
            if link not in LINKS or complement < 0 or not reading.says_what(preposition):
                continue
            tail = Tail("preposition", complement, preposition + 1, parse.right[preposition])
            yield Candidate(PREPOSITION.id, verb.token, verb.lemma, "VERB", "prep:" + link, tail=tail)
            break
