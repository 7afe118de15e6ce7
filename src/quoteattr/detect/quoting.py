"""Whom others quote: "The paper quoted Hall as saying that …", "Hall was quoted by the Post as saying …"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.reading import Reading, Verb

__all__ = ["RULES", "find"]

QUOTED = rule(
    "quoted-as",
    "somebody is quoted as saying something: he says it, and not who quotes him",
    "The paper quoted {Maria Hall} as saying [that the bridge was unsafe].",
    "{Maria Hall} was quoted by the Post on Monday as saying [the bridge was unsafe].",
)
RULES = (QUOTED,)

_QUOTING = frozenset(("cite", "quote"))


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each verb of quoting with as and a verb of saying."""
    for verb in reading.verbs:
        if verb.lemma not in _QUOTING:
            continue
        speaker = verb.first("nsubjpass") if verb.passive else verb.first("dobj")
        saying = _saying(reading, verb)
        clauses = saying.after("ccomp") if saying is not None and speaker >= 0 else []
        if saying is not None and clauses:
            start = max(reading.parse.left[clauses[0]], saying.token + 1)
            tail = Tail("clause", clauses[0], start, reading.parse.right[clauses[0]])
            yield Candidate(
                QUOTED.id, verb.token, saying.lemma, "VERB", "clause", source=speaker, certain=True, tail=tail
            )


def _saying(reading: Reading, verb: Verb) -> Verb | None:
    """The verb of saying behind as, wherever the parser hangs it."""
    parse = reading.parse
    for token in range(verb.token + 1, min(len(parse) - 1, verb.token + _FAR)):
        if parse.lower[token] == "as" and parse.tags[token + 1] == "VBG":
            saying = reading.verb_at.get(token + 1 + (parse.lower[token + 1] == "having"))
            return saying if saying is not None and reading.lexicon.reports(saying.lemma) else None
        if parse.words[token] in (".", ";"):
            break
    return None


_FAR = 20
"""Tokens between a verb of quoting and as."""
