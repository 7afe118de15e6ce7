"""Lines that begin with a name and a colon, as in headlines and transcripts: "SMITH: We will go."."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.features import ArticleFeatures as Reading
from quoteattr.detect.quotations.headings import LABELS, turn_within
from quoteattr.detect.sentences import STOPS
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Range

__all__ = ["COLON", "line_turn"]

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

_SPEAKING = listed("turn", "speaking")
_NO_NAME = frozenset(("IN", "TO", "VB", "RB"))
_NAME = 7
"""Tokens within which the colon of a turn stands."""
_SENTENCE = 4
"""Words in marks behind the colon of a turn from which on they are all that is said."""


def line_turn(reading: Reading, line: Range, first: bool) -> Candidate | None:
    """The candidate of a line that begins with a name and a colon.

    Args:
        reading: The article.
        line: The line, without white space around it.
        first: Whether it is the first of the article, its title.
    """
    parse = reading.parse
    start, end = line
    within = turn_within(reading, line)
    if within >= 0:
        return _candidate(reading, within, "upper", (within + 1, end), within - 1)
    colon = next((token for token in range(start, min(end, start + _NAME)) if parse.words[token][-1:] == ":"), -1)
    if colon <= start or colon + 1 >= end:
        return None
    frame = _frame(reading, start, colon)
    if not frame:
        return _title(reading, line, colon) if first else None
    return _candidate(reading, colon, frame, _said(reading, colon + 1, end), colon - 1)


def _candidate(reading: Reading, colon: int, frame: str, said: Range, source: int) -> Candidate | None:
    content = clean(reading, [said])
    return Candidate(COLON.id, colon, ":", "PUNCT", frame, content, source=source) if content else None


def _frame(reading: Reading, start: int, colon: int) -> str:
    """How a turn looks whose name is what stands before the colon; ``""`` where that is no name."""
    parse = reading.parse
    if any(parse.tags[token][:2] != "NN" for token in range(start, colon)):
        return ""
    head = colon - 1
    speaking = parse.lower[head] in _SPEAKING
    if not speaking and any(parse.tags[token][:3] != "NNP" for token in range(start, colon)):
        return ""
    if parse.region_of[colon + 1] >= 0:
        return "quoted"
    if all(parse.words[token].isupper() for token in range(start, colon)):
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
    return _candidate(reading, colon, "quoted", (colon + 1, end), head)
