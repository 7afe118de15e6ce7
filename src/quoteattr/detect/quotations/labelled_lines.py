"""Lines that a speaker label begins or a byline ends: "SMITH: We will go.", "“We will go.” — Jane Smith"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.listed import listed
from quoteattr.detect.patterns import shape
from quoteattr.detect.quotations.bylines import DASH, signed
from quoteattr.detect.quotations.named import NAMED, named_turns
from quoteattr.detect.quotations.speaker_labels import LONGEST, SpeakerLabel, is_quoted, speaker_label
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import STOPS
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

RULES = (COLON, DASH, NAMED)

_SPEAKING = listed("label", "speaking")
_NO_NAME = frozenset(("IN", "TO", "VB", "RB"))
_SENTENCE = 4
"""Words in marks behind a label from which on they are all that is said."""


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates for lines that begin with a label, or are signed, and for quotations behind a name in a line."""
    above: Range | None = None
    for line in reading.parse.paragraphs:
        start, end = reading.parse.trim(line)
        if start >= end:
            continue
        found = _labelled(reading, (start, end), above is None) or signed(reading, (start, end), above)
        above = (start, end)
        if found is not None:
            yield found
            start = max(found.content[-1][1], found.cue + 1)
        if start < end:
            yield from named_turns(reading, (start, end))


def _labelled(reading: Reading, line: Range, first: bool) -> Candidate | None:
    """The candidate of a line that begins with a speaker label.

    Args:
        reading: The article.
        line: The line, without white space around it.
        first: Whether it is the first of the article, its headline.
    """
    end = line[1]
    label = speaker_label(reading, line)
    if label is None:
        return None
    if label.marked:
        said = label.colon + 1, end
        return _candidate(reading, label.colon, "upper", said, label.colon - 1) if is_quoted(reading, label) else None
    frame = _frame(reading, label)
    if not frame:
        return _headline(reading, line) if first else None
    return _candidate(reading, label.colon, frame, _said(reading, label.colon + 1, end), label.colon - 1)


def _candidate(reading: Reading, colon: int, frame: str, said: Range, source: int) -> Candidate | None:
    content = clean(reading, [said])
    return Candidate(COLON.id, colon, ":", "PUNCT", frame, content, source=source) if content else None


def _frame(reading: Reading, label: SpeakerLabel) -> str:
    """How a line looks whose label is a name; ``""`` where the label is none."""
    parse = reading.parse
    head = label.colon - 1
    speaking = parse.lower[head] in _SPEAKING
    kind = "NN" if speaking else "NNP"
    if any(not parse.tags[token].startswith(kind) for token in range(*label.name)):
        return ""
    if parse.region_of[label.colon + 1] >= 0:
        return "quoted"
    if label.capitals:
        return "upper"
    entity = parse.entity_of[head]
    known = entity >= 0 and parse.entities[entity].label in ("PERSON", "ORG", "NORP")
    return "line" if speaking or known else ""


def _said(reading: Reading, start: int, end: int) -> Range:
    """What is said behind a colon: a sentence in marks that begins there, else the rest of the line."""
    parse = reading.parse
    region = parse.region_of[start]
    if region < 0 or not parse.regions[region].closed or reading.region_words[region] < _SENTENCE:
        return start, end
    first, last = parse.region_tokens[region]
    ends = any(parse.words[token][-1:] in STOPS for token in range(max(first, last - 2), last))
    return (first, last) if ends else (start, end)


def _headline(reading: Reading, line: Range) -> Candidate | None:
    """A headline that names a speaker before its colon and quotes him behind it, however its words are tagged."""
    parse = reading.parse
    found = shape("headline-label", parse, line)
    if found is None:
        return None
    start, colon = found.tokens("label")[0], found.tokens("colon")[0]
    before, behind = set(parse.region_of[start:colon]) - {-1}, set(parse.region_of[colon + 1 : line[1]]) - {-1}
    if colon - start > LONGEST or before or all(parse.regions[region].weak for region in behind):
        return None
    head = next((token - 1 for token in range(start + 1, colon) if parse.tags[token][:2] in _NO_NAME), colon - 1)
    return _candidate(reading, colon, "quoted", (colon + 1, line[1]), head)
