"""Transcripts and interviews: lines that begin with who speaks and a colon, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.speaker_labels import SpeakerLabel, speaker_label
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax import Range
from quoteattr.syntax.labels import FINITE_TAGS, NOMINAL_TAGS

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

_SPEAKING = listed("label", "speaking")
_THINGS = frozenset("act artifact attribute cognition event location possession quantity state time".split())
"""Sorts of nouns that head lists: a label with one of them is no speaker, but for the names of people."""
_FEWEST = 3
"""Labelled lines that make a transcript."""
_MOSTLY = 0.6
"""The share of them that hold a verb."""
_NAMING = NOMINAL_TAGS | {"CD", "POS", "DT", "."}
_VERBS = FINITE_TAGS | {"VB"}


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """A candidate for each turn, if there are several and they hold what somebody would say."""
    parse = article.parse
    lines = [(label, line[1]) for line in map(parse.trim, parse.paragraphs) if (label := _label(article, line))]
    if not _is_transcript(article, lines):
        return
    for label, end in lines:
        content = clean(article, [(label.colon + 1, end)])
        if content:
            head = _head(article, label)
            yield Candidate(TURN.id, label.colon, ":", "PUNCT", "transcript", content, source=head, certain=True)


def _label(article: ArticleFeatures, line: Range) -> SpeakerLabel | None:
    """The label of a line, if it may be a name."""
    parse = article.parse
    label = speaker_label(article, line) if line[0] < line[1] else None
    if label is None or label.marked or not parse.words[label.name[0]][0].isupper():
        return None
    named = all(parse.tags[token] in _NAMING for token in range(*label.name))
    return label if named and _can_speak(article, label) else None


def _can_speak(article: ArticleFeatures, label: SpeakerLabel) -> bool:
    """Whether a label may be somebody: no "Location:", "Photo:" or "Twitter:", which head lists."""
    parse = article.parse
    first = label.name[0]
    if label.link and parse.lower[first] not in _SPEAKING:
        return False
    if label.capitals:
        return True
    if parse.entity_labels[first] == "PERSON":
        return True
    return not any(noun(parse.lower[token]).sort in _THINGS for token in range(*label.name))


def _is_transcript(article: ArticleFeatures, lines: Sequence[tuple[SpeakerLabel, int]]) -> bool:
    """Whether two speakers at least take turns, and most of them say something with a verb: no line-up, no table."""
    parse = article.parse
    speakers = Counter(tuple(parse.lower[slice(*label.name)]) for label, _ in lines)
    if len(lines) < _FEWEST or len(speakers) < 2 or max(speakers.values()) < 2:
        return False
    said = sum(any(parse.tags[token] in _VERBS for token in range(label.colon + 1, end)) for label, end in lines)
    return said >= _MOSTLY * len(lines)


def _head(article: ArticleFeatures, label: SpeakerLabel) -> int:
    """The last word of a label, or what it hangs on within it."""
    parse = article.parse
    start, end = label.name
    head = end - 1
    while head > start and not parse.is_word(head):
        head -= 1
    while parse.heads[head] != head and start <= parse.heads[head] < end:
        head = parse.heads[head]
    return head
