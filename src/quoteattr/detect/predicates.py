"""Adjectives of saying and thinking behind be: "is confident that …", "was opposed to …"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.spans import clean

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
RULES = (PREDICATE, MADE)

_MADE = frozenset(("clear", "plain", "known", "public"))

_WHETHER = frozenset("if whether how when where why what who".split())
"""What opens a clause that is unclear, which the parser calls adverbial."""
_LINKS = frozenset("about of to with for at against by".split())


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each predicate adjective with a complement."""
    parse = reading.parse
    for verb in reading.verbs:
        made = _made(reading, verb) if verb.lemma == "make" else None
        if made:
            yield made
            continue
        for adjective in verb.after("acomp"):
            found, frame = -1, ""
            for child in (*parse.children[adjective], *verb.after("ccomp", "xcomp", "advcl")):
                if child < adjective:
                    continue
                label = parse.deps[child]
                if label == "ccomp" or (label == "advcl" and parse.lower[parse.left[child]] in _WHETHER):
                    found, frame = child, "clause"
                elif label == "xcomp":
                    found, frame = child, "infinitive"
                elif label == "prep" and parse.lower[child] in _LINKS and found < 0:
                    found, frame = child, "prep:" + parse.lower[child]
                if found >= 0:
                    break
            if found < 0:
                continue
            head, start = found, parse.left[found]
            if frame.startswith("prep:"):
                head, start = parse.child(found, "pobj", "pcomp"), found + 1
            if head >= 0:
                tail = Tail("predicate", head, max(start, adjective + 1), parse.right[found])
                yield Candidate(PREDICATE.id, verb.token, parse.lower[adjective], "ADJ", frame, tail=tail)
            break


def _made(reading: Reading, verb: Verb) -> Candidate | None:
    """What a verb of making makes clear, wherever the parser hung the clause."""
    parse = reading.parse
    for adjective in range(verb.token + 1, min(verb.token + 4, len(parse))):
        if parse.lower[adjective] not in _MADE or parse.deps[adjective] == "amod":
            continue
        clauses = [
            child
            for child in (*parse.children[adjective], *verb.after("ccomp"))
            if child > adjective and parse.deps[child] in ("ccomp", "csubj", "advcl")
        ]
        if not clauses:
            return None
        content = clean(
            reading,
            [(max(parse.left[clauses[0]], adjective + 1), max(parse.right[clauses[0]], parse.right[adjective]))],
        )
        return Candidate(MADE.id, verb.token, parse.lower[adjective], "ADJ", "made", content) if content else None
    return None
