"""Passives whose subject is the content: "the plan was criticised by unions", "the film was described as a failure"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean

__all__ = ["RULES", "find"]

PASSIVE = rule(
    "passive",
    "a passive verb of saying or judging: its subject is what was said or judged",
    "[The deal] was criticized by {environmental groups}.",
    "[The law] was welcomed by {doctors}.",
)
PASSIVE_AS = rule(
    "passive-as",
    "a passive verb of describing: its subject and the phrase with as or of are the content",
    "[The attack] was described as [an act of war].",
    "[The players] were praised for [their courage].",
)
REDUCED = rule(
    "passive-reduced",
    "a participle with by behind a noun: the noun phrase is the content",
    "[The ban] proposed by {the ministry} would start in May.",
    "[The tax] proposed by {the senator} would raise $2 million.",
)
RULES = (PASSIVE, PASSIVE_AS, REDUCED)

_LINKS = frozenset(("as", "for", "of", "with", "to", "against", "about", "on"))


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each passive verb with a subject before it and no clause."""
    parse = reading.parse
    for verb in reading.verbs:
        if not verb.passive or verb.after("ccomp", "xcomp"):
            continue
        subject = verb.first("nsubjpass")
        if verb.all("ccomp") and subject >= 0 and parse.lower[subject] == "it":
            continue
        pieces = [parse.subtree(subject)] if 0 <= subject < verb.token else []
        reduced = not pieces and parse.deps[verb.token] == "acl" and parse.heads[verb.token] < verb.token
        naming = verb.after("oprd")
        tail = None
        linked = [
            child
            for child in verb.after("prep")
            if parse.lower[child] in _LINKS and (parse.child(child, "amod") >= 0 or reading.says_what(child))
        ]
        if naming:
            tail = Tail("passive", naming[0], parse.left[naming[0]], parse.right[naming[-1]])
            rule, frame = PASSIVE_AS, "pass+naming"
        elif linked:
            head = parse.child(linked[0], "pobj", "pcomp", "amod")
            tail = Tail("passive", head, linked[0] + 1, parse.right[linked[0]])
            rule, frame = PASSIVE_AS, "pass+prep:" + parse.lower[linked[0]]
        elif pieces:
            rule, frame = PASSIVE, "pass+by" if verb.first("agent") >= 0 else "pass"
        elif reduced and verb.first("agent") >= 0:
            noun = parse.heads[verb.token]
            rule, frame, pieces = REDUCED, "acl+by", [(parse.left[noun], min(noun + 1, verb.token))]
        else:
            continue
        yield Candidate(rule.id, verb.token, verb.lemma, "VERB", frame, clean(reading, pieces), tail=tail)
