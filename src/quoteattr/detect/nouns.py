"""Nouns of saying: "her claim that …", "raised questions about …", "a promise to …"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean
from quoteattr.lexicon.meanings import noun_lemma

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
RULES = (POSSESSED, GOVERNED, BARE)

_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
"""A verb that stands right behind the complement belongs to the noun, and the content ends before it."""
_LINKS = frozenset("about for on to of against with over toward towards in".split())


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates for nouns with a possessor or a governing verb, and a complement."""
    parse = reading.parse
    for token, tag in enumerate(parse.tags):
        if tag not in ("NN", "NNS") or reading.hidden[token]:
            continue
        complement, frame = _complement(reading, token)
        if complement < 0:
            continue
        possessor = parse.child(token, "poss")
        verb = parse.heads[token]
        governed = parse.deps[token] == "dobj" and verb in reading.verb_at
        start = complement + 1 if frame.startswith("prep:") else parse.left[complement]
        head = parse.child(complement, "pobj", "pcomp") if frame.startswith("prep:") else complement
        edge = parse.right[complement]
        stops = edge < len(parse) and parse.tags[edge] in _FINITE and parse.deps[complement] != "prep"
        content = clean(reading, [(start, edge)]) if stops else ()
        tail = None if stops else Tail("noun", head, start, edge)
        lemma = noun_lemma(parse.lower[token])
        if possessor >= 0:
            yield Candidate(POSSESSED.id, token, lemma, "NOUN", "poss+" + frame, content, source=possessor, tail=tail)
        elif not governed:
            yield Candidate(BARE.id, token, lemma, "NOUN", frame, content, source=_giver(reading, token), tail=tail)
        else:
            yield Candidate(GOVERNED.id, token, lemma, "NOUN", "obj+" + frame, content, tail=tail)


def _giver(reading: Reading, noun: int) -> int:
    """Who says what a noun without possessor stands for: behind from, by or among, or a name before it; or -1."""
    parse = reading.parse
    for child in parse.children[noun]:
        if parse.deps[child] == "prep" and parse.lower[child] in ("from", "by", "among"):
            return parse.child(child, "pobj")
        if parse.deps[child] == "compound" and parse.tags[child][:3] == "NNP":
            return child
    return -1


def _complement(reading: Reading, noun: int) -> tuple[int, str]:
    """What a noun says, and its frame: a clause, an infinitive, a phrase with a linking preposition."""
    parse = reading.parse
    for child in parse.children[noun]:
        if child < noun:
            continue
        label = parse.deps[child]
        if label in ("acl", "ccomp", "relcl"):
            first = parse.lower[parse.left[child]]
            if any(parse.tags[part] == "TO" for part in parse.children[child]):
                return child, "infinitive"
            if first == "that" and parse.deps[parse.left[child]] == "mark":
                return child, "that"
        elif label == "prep" and parse.lower[child] in _LINKS and reading.says_what(child):
            return child, "prep:" + parse.lower[child]
    return -1, ""
