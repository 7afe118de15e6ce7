"""Contents before their verb or around it: "It was late, she said"; "The plan, he argued, is bad"; "as X noted"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.spans import clause_before, clean
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

LEFT = Rule(
    "clause-left",
    "a clause, and behind it the verb whose object it is",
    (
        Example("The bridge will open in May, officials said.", ("The bridge will open in May",), "officials"),
        Example("Turnout was low, the commission reported on Monday.", ("Turnout was low",), "the commission"),
    ),
)
PARATAXIS = Rule(
    "parataxis",
    "a verb of saying put into the sentence that it reports",
    (
        Example("The plan, she argued, would cost too much.", ("The plan", "would cost too much"), "she"),
        Example("Prices, economists say, will rise again.", ("Prices", "will rise again"), "economists"),
    ),
)
AS_CLAUSE = Rule(
    "as-clause",
    "a clause with as and a verb of saying beside the sentence that it reports",
    (
        Example(
            "As the report notes, prices have doubled since 2010.", ("prices have doubled since 2010",), "the report"
        ),
        Example(
            "The city, as the mayor has said, cannot pay for the bridge.",
            ("The city", "cannot pay for the bridge"),
            "the mayor",
        ),
    ),
)
RULES = (LEFT, PARATAXIS, AS_CLAUSE)


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates whose content precedes or surrounds the verb."""
    parse = reading.parse
    for verb in reading.verbs:
        if verb.after("ccomp"):
            continue
        before = [child for child in verb.all("ccomp") if child < verb.token]
        if before:
            content = clean(reading, list(clause_before(reading, verb, before[-1])))
            if content:
                yield Candidate(LEFT.id, verb.token, verb.lemma, "VERB", "clause-left", content)
            continue
        label = parse.deps[verb.token]
        if label == "parataxis" and verb.subject >= 0:
            content = clean(reading, _around(reading, verb, parse.heads[verb.token]))
            if content:
                yield Candidate(PARATAXIS.id, verb.token, verb.lemma, "VERB", "parataxis", content)
        elif (
            label == "advcl"
            and any(parse.lower[mark] == "as" for mark in verb.all("mark"))
            and not verb.all("dobj", "xcomp")
        ):
            content = clean(reading, _around(reading, verb, parse.heads[verb.token]))
            if content:
                yield Candidate(AS_CLAUSE.id, verb.token, verb.lemma, "VERB", "as", content)


def _around(reading: Reading, verb: Verb, governor: int) -> list[Range]:
    parse = reading.parse
    start, end = parse.subtree(governor)
    inner_start, inner_end = parse.subtree(verb.token)
    return [(start, max(start, inner_start)), (min(inner_end, end), end)]
