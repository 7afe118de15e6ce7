"""Object clauses to the right of their verb: "she said (that) it was late"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.reading import Reading
from quoteattr.detect.ends import extended
from quoteattr.detect.spans import clean, clause_after

__all__ = ["RULES", "find"]

CLAUSE = Rule(
    "clause",
    "a verb with an object clause behind it",
    (
        Example("The company said that it would close two plants.", ("that it would close two plants",), "The company"),
        Example("Analysts expect prices will fall next year.", ("prices will fall next year",), "Analysts"),
    ),
)
PASSIVE = Rule(
    "clause-passive",
    "a passive verb with an object clause: the source is the by-phrase or nobody",
    (Example("It was reported that the talks had failed.", ("that the talks had failed",)),),
)
RULES = (CLAUSE, PASSIVE)


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each verb with a clausal complement to its right."""
    for verb in reading.verbs:
        clauses = verb.after("ccomp")
        if not clauses:
            continue
        clause = clauses[0]
        content = clean(reading, [clause_after(reading, verb, clause)])
        if content:
            rule, frame = (PASSIVE, "pass+clause") if verb.passive else (CLAUSE, "clause")
            yield Candidate(rule.id, verb.token, verb.lemma, "VERB", frame, content)
