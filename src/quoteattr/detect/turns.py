"""Turns without a verb: "SMITH: We will go.", "“We will go.” — Jane Smith", "Poll: Voters tire of debate"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.beside import reporting_in
from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.headings import LABELS, heads_line, names_speaker, turn_within
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import STOPS
from quoteattr.detect.signatures import DASH, signed
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
        Example(
            "Woman With Vote: The Bridge Is ‘A Disaster’ For Us",
            ("The Bridge Is ‘A Disaster’ For Us",),
            "Woman With Vote",
        ),
        Example(
            "“SMITH: We will not sell the bridge to anybody.",
            ("We will not sell the bridge to anybody",),
            "SMITH",
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
        Example(
            "Not everybody was glad. From the report: “The bridge is a danger to all who use it.”",
            ("“The bridge is a danger to all who use it.”",),
            "the report",
        ),
        Example(
            "Some are against it. More from Jane Smith: “We have no plans to build a bridge.”",
            ("“We have no plans to build a bridge.”",),
            "Jane Smith",
        ),
    ),
)
RULES = (COLON, DASH, NAMED)

_NO_NAME = frozenset(("IN", "TO", "VB", "RB"))
_NAME = 7
"""Tokens within which the colon of a turn stands."""
_SENTENCE = 4
"""Words in marks behind the colon of a turn from which on they are all that is said."""
_SPEAKING = frozenset("poll report study survey source sources expert experts analysis q a police".split())


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates for lines that begin with a name and a colon, or end with a dash and a name."""
    above: Range | None = None
    for line in reading.parse.paragraphs:
        start, end = reading.parse.trim(line)
        if start >= end:
            continue
        found = _colon(reading, (start, end), above is None)
        if found is None:
            found = signed(reading, (start, end), above)
        above = (start, end)
        if found is not None:
            yield found
            start = max(found.content[-1][1], found.cue + 1)
        if start < end:
            yield from _named(reading, (start, end))


def _named(reading: Reading, line: Range) -> Iterator[Candidate]:
    parse = reading.parse
    for number in sorted({parse.region_of[token] for token in range(*line)} - {-1}):
        region = parse.region_tokens[number]
        colon = region[0] - 1
        if (
            colon <= line[0]
            or parse.words[colon][-1:] != ":"
            or reading.region_words[number] < 4
            or parse.regions[number].weak
        ):
            continue
        start = max(reading.sentence(colon - 1)[0], line[0])
        named = heads_line(reading, (start, colon))
        start = named if named < colon else start
        if reporting_in(reading, (start, colon)):
            continue
        head = colon - 1
        if names_speaker(reading, colon) or named < colon:
            while (
                parse.heads[head] != head
                and start <= parse.heads[head] < colon
                and parse.tags[parse.heads[head]][:2] == "NN"
            ):
                head = parse.heads[head]
            if parse.deps[head] == "pobj" and named == colon:
                head = _from(reading, head)
        elif any(token in reading.verb_at for token in range(start, colon)):
            continue
        else:
            head = _speaker(reading, (start, colon))
        content = clean(reading, [region])
        if content and head >= 0:
            yield Candidate(NAMED.id, colon, ":", "PUNCT", "quoted", content, source=head)


def _from(reading: Reading, noun: int) -> int:
    """A noun that from governs, or -1: "From the report: …", "More from Jane Smith: …"."""
    parse = reading.parse
    return noun if parse.lower[parse.heads[noun]] == "from" else -1


def _speaker(reading: Reading, tokens: Range) -> int:
    """Who speaks, in a phrase without a verb before a colon: what from governs, else the last name; or -1."""
    parse = reading.parse
    names = -1
    for token in range(*tokens):
        if parse.lower[token] == "from":
            found = parse.child(token, "pobj")
            if tokens[0] <= found < tokens[1]:
                return found
        entity = parse.entity_of[token]
        if entity >= 0 and parse.entities[entity].label == "PERSON":
            names = token
    return names


def _colon(reading: Reading, line: Range, first: bool) -> Candidate | None:
    parse = reading.parse
    start, end = line
    within = turn_within(reading, line)
    if within >= 0:
        content = clean(reading, [(within + 1, end)])
        return Candidate(COLON.id, within, ":", "PUNCT", "upper", content, source=within - 1) if content else None
    colon = next((token for token in range(start, min(end, start + _NAME)) if parse.words[token][-1:] == ":"), -1)
    if colon <= start or colon + 1 >= end:
        return None
    if any(parse.tags[token][:2] != "NN" for token in range(start, colon)):
        return _title(reading, line, colon) if first else None
    head = colon - 1
    named = all(parse.tags[token][:3] == "NNP" for token in range(start, colon))
    if not named and parse.lower[head] not in _SPEAKING:
        return _title(reading, line, colon) if first else None
    entity = parse.entity_of[head]
    known = (entity >= 0 and parse.entities[entity].label in ("PERSON", "ORG", "NORP")) or parse.lower[
        head
    ] in _SPEAKING
    quoted = parse.region_of[colon + 1] >= 0
    upper = all(parse.words[token].isupper() for token in range(start, colon))
    if not (known or quoted or upper):
        return _title(reading, line, colon) if first else None
    content = clean(reading, [_said(reading, colon + 1, end)])
    if not content:
        return None
    return Candidate(
        COLON.id, colon, ":", "PUNCT", "quoted" if quoted else "upper" if upper else "line", content, source=head
    )


def _said(reading: Reading, start: int, end: int) -> Range:
    """What is said behind a colon: a sentence in marks that begins there, else the rest of the line."""
    parse = reading.parse
    region = parse.region_of[start]
    if region < 0 or not parse.regions[region].closed or reading.region_words[region] < _SENTENCE:
        return start, end
    first, last = parse.region_tokens[region]
    ends = any(parse.words[token][-1:] in STOPS for token in range(max(first, last - 2), last))
    return (first, last) if ends else (start, end)


def _title(reading: Reading, line: Range, colon: int) -> Candidate | None:
    """A title that names a speaker before its colon and quotes him behind it, however its words are tagged."""
    parse = reading.parse
    start, end = line
    words = [parse.words[token] for token in range(start, colon) if len(parse.words[token]) > 3]
    if (
        parse.lower[start] in LABELS
        or not parse.words[start][:1].isupper()
        or not all(word[0].isupper() or not word[0].isalpha() for word in words)
        or any(parse.region_of[token] >= 0 for token in range(start, colon))
        or not any(
            parse.region_of[token] >= 0 and not parse.regions[parse.region_of[token]].weak
            for token in range(colon + 1, end)
        )
    ):
        return None
    head = next((token - 1 for token in range(start + 1, colon) if parse.tags[token][:2] in _NO_NAME), colon - 1)
    content = clean(reading, [(colon + 1, end)])
    return Candidate(COLON.id, colon, ":", "PUNCT", "quoted", content, source=head) if content else None
