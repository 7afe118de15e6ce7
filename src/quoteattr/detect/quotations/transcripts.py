"""Transcripts and interviews: lines that begin with who speaks and a colon, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.features import ArticleFeatures as Reading
from quoteattr.detect.quotations.headings import LABELS
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

TURN = Rule(
    "turn-transcript",
    "a line with a name and a colon before it, in an article that has such lines again and again",
    (
        Example(
            "SMITH: We came here long ago.\nJONES: Was it hard?\nSMITH: It was.",
            ("We came here long ago",),
            "SMITH",
            more=2,
        ),
        Example(
            "Reporter: Was it hard?\nMs. Lopez: It was.\nReporter: And what now?\nMs. Lopez: We are fine.",
            ("Was it hard",),
            "Reporter",
            more=3,
        ),
    ),
)
RULES = (TURN,)

_SPEAKING = listed("turn", "speaking")
_THINGS = frozenset("act artifact attribute cognition event location possession quantity state time".split())
"""Sorts of nouns that head lists: a label with one of them is no speaker, but for the names of people."""
_LONGEST = 5
"""Tokens of a label at most."""
_FEWEST = 3
"""Labelled lines that make a transcript."""
_MOSTLY = 0.6
"""The share of them that hold a verb."""
_NAMING = frozenset(("NNP", "NNPS", "NN", "NNS", "CD", "POS", "DT", "."))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "VB"))


@frozen
class _Line:
    """A line that begins with a label."""

    tokens: Range
    colon: int
    label: str


def find(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each turn, if there are several and they hold what somebody would say."""
    lines = [line for line in (_labelled(reading, tokens) for tokens in reading.parse.paragraphs) if line is not None]
    if not _is_transcript(reading, lines):
        return
    for line in lines:
        content = clean(reading, [(line.colon + 1, line.tokens[1])])
        if content:
            head = _head(reading, line)
            yield Candidate(TURN.id, line.colon, ":", "PUNCT", "transcript", content, source=head, certain=True)


def _labelled(reading: Reading, tokens: Range) -> _Line | None:
    """A line, if it begins with what may be a name, and a colon."""
    parse = reading.parse
    start, end = parse.trim(tokens)
    colon = next((token for token in range(start, min(end, start + _LONGEST + 1)) if parse.words[token] == ":"), -1)
    if colon <= start or colon + 1 >= end or not parse.words[start][:1].isupper():
        return None
    if any(parse.tags[token] not in _NAMING for token in range(start, colon)) or not _can_speak(reading, start, colon):
        return None
    return _Line((start, end), colon, " ".join(parse.lower[start:colon]))


def _can_speak(reading: Reading, start: int, colon: int) -> bool:
    """Whether a label may be somebody: no "Location:", "Photo:" or "Twitter:", which head lists."""
    parse = reading.parse
    if parse.lower[start] in LABELS and parse.lower[start] not in _SPEAKING:
        return False
    if all(parse.words[token].isupper() for token in range(start, colon) if parse.wordlike[token]):
        return True
    entity = parse.entity_of[start]
    if entity >= 0 and parse.entities[entity].label == "PERSON":
        return True
    return not any(noun(parse.lower[token]).sort in _THINGS for token in range(start, colon))


def _is_transcript(reading: Reading, lines: Sequence[_Line]) -> bool:
    """Whether two speakers at least take turns, and most of them say something with a verb: no line-up, no table."""
    labels = Counter(line.label for line in lines)
    if len(lines) < _FEWEST or len(labels) < 2 or max(labels.values()) < 2:
        return False
    parse = reading.parse
    said = sum(any(parse.tags[token] in _FINITE for token in range(line.colon + 1, line.tokens[1])) for line in lines)
    return said >= _MOSTLY * len(lines)


def _head(reading: Reading, line: _Line) -> int:
    """The last word of a label, or what it hangs on within it."""
    parse = reading.parse
    head = line.colon - 1
    while head > line.tokens[0] and not parse.is_word(head):
        head -= 1
    while parse.heads[head] != head and line.tokens[0] <= parse.heads[head] < line.colon:
        head = parse.heads[head]
    return head
