"""Infinitives and gerunds as contents: "promised to leave", "asked them to wait", "is expected to win"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

INFINITIVE = rule(
    "infinitive",
    "a verb of saying or wanting with an infinitive",
    "{The union} vowed [to fight the closure].",
    "{The ministry} recommends [eating less meat].",
)
OBJECT = rule(
    "infinitive-object",
    "a verb that asks somebody to do something: the person asked is part of the content",
    "{The governor} urged [residents to stay indoors].",
    "{The court} ordered [the company to pay a fine of $2 million].",
    "{The mayor} told residents [to leave their homes].",
)
PASSIVE = rule(
    "infinitive-passive",
    "a passive verb of expecting or asking: its subject and the infinitive are the content",
    "[The bill] is expected [to pass on Monday].",
    "[He] was asked by {the judge} [to leave the room].",
)
RAISING = rule(
    "infinitive-seem",
    "seem and appear: subject and infinitive are the content, the source is nobody",
    "[The minister] seems [to have changed his mind].",
    "It seems [to rain every day].",
)
RULES = (INFINITIVE, OBJECT, PASSIVE, RAISING)

_RAISING = frozenset(("seem", "appear"))
_ADDRESSEE = frozenset(("tell", "promise", "remind"))
"""The person told is in no span (in 25 % of the training articles' attributions only)."""


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each verb with an open complement to its right."""
    parse = reading.parse
    for verb in reading.verbs:
        if verb.after("ccomp"):
            continue
        complements = verb.after("xcomp")
        if not complements:
            continue
        complement = complements[0]
        start = max(parse.left[complement], verb.token + 1)
        tag = parse.tags[complement]
        form = "gerund" if tag == "VBG" else "infinitive" if _has_to(reading, complement) else "bare"
        subject = verb.subject
        before: list[Range] = []
        if verb.lemma in _RAISING:
            if subject >= 0 and parse.lower[subject] not in ("it", "there"):
                before = [parse.subtree(subject)]
            rule, frame = RAISING, "seem+" + form
        elif verb.passive:
            if 0 <= subject < verb.token:
                before = [parse.subtree(subject)]
            rule, frame = PASSIVE, "pass+" + form
        else:
            objects = [child for child in verb.all("dobj", "dative") if verb.token < child < complement]
            if objects and verb.lemma not in _ADDRESSEE:
                start = max(min(start, parse.left[objects[0]]), verb.token + 1)
            rule, frame = (OBJECT, "object+" + form) if objects else (INFINITIVE, form)
        tail = Tail("infinitive", complement, start, parse.right[complement])
        yield Candidate(rule.id, verb.token, verb.lemma, "VERB", frame, clean(reading, before), tail=tail)


def _has_to(reading: Reading, complement: int) -> bool:
    return any(reading.parse.tags[child] == "TO" for child in reading.parse.children[complement])
