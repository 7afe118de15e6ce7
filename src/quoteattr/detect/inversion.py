"""Contents before their verb or around it: "It was late, she said"; "The plan, he argued, is bad"; "as X noted"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Rule, rule
from quoteattr.detect.listed import listed
from quoteattr.detect.postposed import impersonal, inserted, inverted, said_by
from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.spans import clause_before, clean
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

LEFT = rule(
    "clause-left",
    "a clause, and behind it the verb whose object it is",
    "[The bridge will open in May], {officials} told reporters.",
    "[Turnout was low], {the commission} grudgingly admitted.",
    "[The fair will move to June], it has been confirmed.",
    "[The river has not been so low for years], {Maria Lopez} told the council on Monday.",
)
PARATAXIS = rule(
    "parataxis",
    "a verb of saying put into the sentence that it reports",
    "[Prices have risen], {economists} say, and [will rise again].",
    "[By contrast], said {Mr Brown}, [the shops were full of people].",
)
AS_CLAUSE = rule(
    "as-clause",
    "a clause with as and a verb of saying beside the sentence that it reports",
    "As {the report} notes, [prices have doubled since 2010].",
    "As {Keller} told reporters, [the bridge is unsafe].",
    "[The city], as {the mayor} has said, [cannot pay for the bridge].",
)
RULES = (LEFT, PARATAXIS, AS_CLAUSE)

_TELLING = listed("telling", "always")


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates whose content precedes or surrounds the verb."""
    for verb in reading.verbs:
        found = _one(reading, verb)
        if found is not None and found.content:
            yield found


def _one(reading: Reading, verb: Verb) -> Candidate | None:
    """The candidate of a verb."""
    aside = inserted(reading, verb)
    if aside is not None:
        start, end = reading.sentence(verb.token)
        pieces = [(start, aside[0] - 1), (aside[1] + 1, end)]
        return _candidate(reading, verb, PARATAXIS, "parataxis", pieces, source=aside[1] - 1, certain=True)
    clauses = verb.all("ccomp")
    if clauses and clauses[-1] > verb.token:
        return None
    if clauses:
        certain = inverted(reading, verb) or impersonal(reading, verb)
        pieces = list(clause_before(reading, verb, clauses[-1]))
        return _candidate(reading, verb, LEFT, "clause-left", pieces, certain=certain)
    source = said_by(reading, verb)
    if source >= 0:
        pieces = [(reading.sentence(verb.token)[0], verb.token - 1)]
        return _candidate(reading, verb, LEFT, "clause-left", pieces, source=source, certain=True)
    return _within(reading, verb)


def _within(reading: Reading, verb: Verb) -> Candidate | None:
    """The candidate of a verb that hangs on the sentence it reports."""
    parse = reading.parse
    label = parse.deps[verb.token]
    if label == "parataxis" and verb.subject >= 0:
        rule, frame = PARATAXIS, "parataxis"
    elif label == "advcl" and _has_as(reading, verb) and (not verb.all("dobj", "xcomp") or verb.lemma in _TELLING):
        rule, frame = AS_CLAUSE, "as"
    else:
        return None
    return _candidate(reading, verb, rule, frame, _around(reading, verb, parse.heads[verb.token]))


def _has_as(reading: Reading, verb: Verb) -> bool:
    return any(reading.parse.lower[mark] == "as" for mark in verb.all("mark"))


def _candidate(
    reading: Reading,
    verb: Verb,
    rule: Rule,
    frame: str,
    pieces: list[Range],
    *,
    source: int = -1,
    certain: bool = False,
) -> Candidate:
    content = clean(reading, pieces)
    return Candidate(rule.id, verb.token, verb.lemma, "VERB", frame, content, source=source, certain=certain)


def _around(reading: Reading, verb: Verb, governor: int) -> list[Range]:
    parse = reading.parse
    start, end = parse.subtree(governor)
    inner_start, inner_end = parse.subtree(verb.token)
    return [(start, max(start, inner_start)), (min(inner_end, end), end)]
