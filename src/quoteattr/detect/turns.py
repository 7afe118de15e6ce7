"""Turns without a verb: "SMITH: We will go.", "“We will go.” — Jane Smith", "Poll: Voters tire of debate"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.beside import names_speaker, reporting_in
from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

COLON = Rule(
    "turn-colon",
    "a name and a colon before what the name says, as in headlines and transcripts",
    (
        Example("Jane Smith: “We will not give up this fight.”", ("“We will not give up this fight.”",), "Jane Smith"),
        Example("Poll: Voters tire of debate", ("Voters tire of debate",), "Poll"),
        Example("AMAZON: We do not talk about our plans.", ("We do not talk about our plans",), "AMAZON"),
    ),
)
DASH = Rule(
    "turn-dash",
    "a quotation signed with a dash and a name",
    (
        Example(
            "“Everything that can break will break one day.” — Jane Smith",
            ("“Everything that can break will break one day.”",),
            "Jane Smith",
        ),
        Example(
            "“There is no such thing as bad weather.” -- Maria Lopez, mayor of Springfield",
            ("“There is no such thing as bad weather.”",),
            "Maria Lopez, mayor of Springfield",
        ),
    ),
)
NAMED = Rule(
    "turn-name",
    "a name and a colon in front of a quotation, in a sentence without a verb of saying",
    (
        Example(
            "Next came the pollster Jane Smith: “Voters decide late, and nobody knows why.”",
            ("“Voters decide late, and nobody knows why.”",),
            "the pollster Jane Smith",
        ),
        Example(
            "The critics include the economist Jane Smith: “Nobody will gain from it but the rich.”",
            ("“Nobody will gain from it but the rich.”",),
            "the economist Jane Smith",
        ),
    ),
)
RULES = (COLON, DASH, NAMED)

_DASHES = frozenset(("—", "–", "―", "--", "-"))
_NAME_TAGS = frozenset(("NNP", "NNPS", "NN", "NNS", "CD", "JJ", "POS", "IN", "DT", ","))
_SPEAKING = frozenset("poll report study survey source sources expert experts analysis q a police".split())


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates for lines that begin with a name and a colon, or end with a dash and a name."""
    for line in reading.parse.paragraphs:
        start, end = reading.parse.trim(line)
        if end - start < 3:
            continue
        found = _colon(reading, (start, end))
        if found is None:
            found = _dash(reading, (start, end))
        if found is not None:
            yield found
            continue
        yield from _named(reading, (start, end))


def _named(reading: Reading, line: Range) -> Iterator[Candidate]:
    parse = reading.parse
    for number in sorted({parse.region_of[token] for token in range(*line)} - {-1}):
        region = parse.region_tokens[number]
        colon = region[0] - 1
        if (
            colon <= line[0]
            or parse.words[colon] != ":"
            or reading.region_words[number] < 4
            or parse.regions[number].weak
        ):
            continue
        start = max(reading.sentence(colon - 1)[0], line[0])
        if not names_speaker(reading, colon) or reporting_in(reading, (start, colon)):
            continue
        head = colon - 1
        while (
            parse.heads[head] != head
            and start <= parse.heads[head] < colon
            and parse.tags[parse.heads[head]][:2] == "NN"
        ):
            head = parse.heads[head]
        content = clean(reading, [region])
        if content and parse.deps[head] != "pobj":
            yield Candidate(NAMED.id, colon, ":", "PUNCT", "quoted", content, source=head)


def _colon(reading: Reading, line: Range) -> Candidate | None:
    parse = reading.parse
    start, end = line
    colon = next((token for token in range(start, min(end, start + 7)) if parse.words[token] == ":"), -1)
    if colon <= start or colon + 1 >= end or any(parse.tags[token][:2] != "NN" for token in range(start, colon)):
        return None
    head = colon - 1
    named = all(parse.tags[token][:3] == "NNP" for token in range(start, colon))
    if not named and parse.lower[head] not in _SPEAKING:
        return None
    entity = parse.entity_of[head]
    known = (entity >= 0 and parse.entities[entity].label in ("PERSON", "ORG", "NORP")) or parse.lower[
        head
    ] in _SPEAKING
    quoted = parse.region_of[colon + 1] >= 0
    upper = all(parse.words[token].isupper() for token in range(start, colon))
    if not (known or quoted or upper):
        return None
    content = clean(reading, [(colon + 1, end)])
    if not content:
        return None
    return Candidate(
        COLON.id, colon, ":", "PUNCT", "quoted" if quoted else "upper" if upper else "line", content, source=head
    )


def _dash(reading: Reading, line: Range) -> Candidate | None:
    parse = reading.parse
    start, end = line
    if parse.region_of[start] < 0:
        return None
    region = parse.region_tokens[parse.region_of[start]]
    dash = parse.trim((region[1], end))[0]
    if dash >= end - 1 or parse.words[dash] not in _DASHES or end - dash > 16:
        return None
    if any(parse.tags[token] not in _NAME_TAGS for token in range(dash + 1, end)) or parse.tags[dash + 1][:3] != "NNP":
        return None
    head = dash + 1
    while parse.heads[head] != head and dash < parse.heads[head] < end:
        head = parse.heads[head]
    content = clean(reading, [region])
    return Candidate(DASH.id, dash, "—", "PUNCT", "dash", content, source=head, certain=True) if content else None
