"""According to: the sentence around the phrase is the content, its object the source."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

ACCORDING = Rule(
    "according-to",
    "according to names the source of the clause that it stands in",
    (
        Example("Sales fell by a third, according to the company.", ("Sales fell by a third",), "the company"),
        Example("According to police, nobody was hurt.", ("nobody was hurt",), "police"),
        Example(
            "The talks, according to diplomats, will go on all week.",
            ("The talks", "will go on all week"),
            "diplomats",
        ),
        Example(
            "Exports fell by a third, according to the company, but it has opened new shops.",
            ("Exports fell by a third",),
            "the company",
        ),
    ),
)
SURVEY = Rule(
    "in-survey",
    "a poll, study or count in whose numbers something holds",
    (
        Example(
            "In the latest poll, the mayor leads her rival by six points.",
            ("the mayor leads her rival by six points",),
            "the latest poll",
        ),
        Example(
            "In a poll released on Friday, 52 percent favored the plan.",
            ("52 percent favored the plan",),
            "a poll released on Friday",
        ),
    ),
)
RULES = (ACCORDING, SURVEY)

_SURVEYS = frozenset("analysis average census count estimate poll ranking study survey tally".split())

_TURNS = (["and"], ["but"], ["while"], ["though"], ["although"])
"""Words that begin a clause behind the phrase that is no longer according to anybody."""


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each "according to" outside a long quotation."""
    parse = reading.parse
    for token, word in enumerate(parse.lower):
        if word != "according" or reading.hidden[token] or token + 1 >= len(parse) or parse.lower[token + 1] != "to":
            continue
        source = parse.child(token + 1, "pobj", "pcomp")
        if source < 0:
            source = parse.child(token, "pobj")
        if source < 0:
            continue
        content = clean(reading, _clause(reading, token, source))
        if content:
            yield Candidate(ACCORDING.id, token, "according", "PREP", "to", content, source=source, certain=True)
    for token, word in enumerate(parse.lower):
        if word in ("in", "by") and parse.deps[token] == "prep" and not reading.hidden[token]:
            survey = parse.child(token, "pobj")
            if survey < 0 or parse.lower[survey] not in _SURVEYS or parse.heads[token] not in reading.verb_at:
                continue
            content = clean(reading, _clause(reading, token, survey))
            if content:
                yield Candidate(SURVEY.id, token, word, "PREP", parse.lower[survey], content, source=survey)


def _clause(reading: Reading, token: int, source: int) -> list[Range]:
    """The clause without the phrase; cut at the conjunct that the phrase hangs in when it stands at the end."""
    parse = reading.parse
    start, end = token, max(parse.right[token], parse.right[source])
    governor = parse.heads[token]
    sentence = reading.sentence(token)
    if governor == token:
        return [(sentence[0], start), (end, sentence[1])]
    while (
        parse.deps[governor] not in ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
        and parse.heads[governor] != governor
    ):
        governor = parse.heads[governor]
    if parse.deps[governor] != "conj" and start > sentence[0]:
        governor = next((above for above in reversed(list(parse.ancestors(governor)))), governor)
    first, last = parse.subtree(governor)
    if start > first and parse.words[end : end + 1] == [","] and parse.lower[end + 1 : end + 2] in _TURNS:
        last = end
    return [(first, start), (end, max(end, last))]
