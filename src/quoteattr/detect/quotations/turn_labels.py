"""Labels of turns: which lines of an article begin with who speaks, if it holds a transcript or an interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax import Range
from quoteattr.syntax.labels import FINITE_TAGS, NOMINAL_TAGS

__all__ = ["TurnLabel", "turn_labels"]

_NO_SPEAKER = listed("label", "no_speaker")
_THINGS = frozenset("act artifact attribute cognition event location possession quantity state time".split())
"""Sorts of nouns that head lists: a label with one of them is no speaker, but for the names of people."""
_NAMING = NOMINAL_TAGS | {"CD", "POS", "DT", "."}
_VERBS = FINITE_TAGS | {"VB"}
_FEWEST = 3
"""Labelled lines that make a transcript, whatever the labels are."""
_BELOW = 2
"""Lines below a label without words behind it, at most, where its turn begins."""
_MOSTLY = 0.6
"""The share of them that hold a verb."""


@frozen
class TurnLabel:
    """Who speaks, at the beginning of a line.

    Attributes:
        line: The number of its line.
        first: The number of the line in which what is said begins: the same, or the next one.
        name: Its tokens.
        colon: The colon behind it, or -1.
        start: Where what is said begins: behind the label, its colon and the time.
        end: The token behind the line.
        letter: ``"q"`` or ``"a"`` where the label is the letter, or the word, of a question or an answer.
        brackets: Whether it stands in brackets.
        timed: Whether the time stands before it.
        key: Its words in small letters: those who have the same are one speaker.
    """

    line: int
    first: int
    name: Range
    colon: int
    start: int
    end: int
    letter: str
    brackets: bool
    timed: bool
    key: tuple[str, ...]


def turn_labels(article: ArticleFeatures, lines: Sequence[Range]) -> list[TurnLabel]:
    """The labels of the turns of an article, in text order; nothing if it holds no transcript.

    Args:
        article: The article.
        lines: Its lines, without white space around them.
    """
    labels = list(_labels(article, lines))
    counts = Counter(one.key for one in labels)
    labels = [one for one in labels if _can_speak(article, one, counts[one.key])]
    return labels if _is_transcript(article, labels) else []


def _labels(article: ArticleFeatures, lines: Sequence[Range]) -> Iterator[TurnLabel]:
    """Whatever may be a label, by its shape."""
    parse = article.parse
    for number, line in enumerate(lines):
        found = shape("turn-label", parse, line) if line[0] < line[1] else None
        if found is None:
            continue
        name, said = parse.trim(found.tokens("label"), "."), (number, (found.end, line[1]))
        if found.end >= line[1]:  # the label has a line of its own
            below = range(number + 1, min(number + 1 + _BELOW, len(lines)))
            said = next(((one, lines[one]) for one in below if lines[one][0] < lines[one][1]), said)
        if name[0] < name[1]:
            yield TurnLabel(
                line=number,
                first=said[0],
                name=name,
                colon=found.tokens("colon")[0] if "colon" in found else -1,
                start=said[1][0],
                end=said[1][1],
                letter=parse.lower[name[0]][0] if "letter" in found else "",
                brackets="brackets" in found,
                timed="time" in found,
                key=tuple(parse.lower[name[0] : name[1]]),
            )


def _can_speak(article: ArticleFeatures, label: TurnLabel, count: int) -> bool:
    """Whether a label may be somebody: no "Location:", "Photo:" or "Twitter:", which head lists and captions."""
    parse, (first, end) = article.parse, label.name
    if label.letter:
        return True
    if label.key[0] in _NO_SPEAKER:
        return False
    if parse.entity_labels[first] == "PERSON" or parse.entity_labels[end - 1] == "PERSON":
        return True
    sorts = {noun(word).sort for word in label.key if len(word) > 1}
    if not _THINGS.isdisjoint(sorts):
        return False
    if "person" in sorts or ((label.brackets or label.timed) and count > 1):
        return True
    capitals = all(word.isupper() for word in parse.words[first:end] if word[0].isalpha())
    return capitals or (count > 1 and all(parse.tags[token] in _NAMING for token in range(first, end)))


def _is_transcript(article: ArticleFeatures, labels: Sequence[TurnLabel]) -> bool:
    """Whether two speakers at least take turns, and most of them say something with a verb: no line-up, no table."""
    counts = Counter(one.letter or one.key for one in labels)
    if len(counts) < 2:
        return False
    tags = article.parse.tags
    said = sum(any(tags[token] in _VERBS for token in range(one.start, one.end)) for one in labels)
    if said < _MOSTLY * len(labels):
        return False
    return (len(labels) >= _FEWEST and max(counts.values()) > 1) or {"q", "a"} <= counts.keys()
