"""Labels of turns: which lines of an article begin with who speaks, if it holds a transcript or an interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from attrs import evolve, frozen

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.detect.sentences import STOPS
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import PERSON_ENTITY

__all__ = ["TurnLabel", "turn_labels"]

_NO_SPEAKER = listed("label", "no_speaker")
_SPOKEN = listed("label", "spoken")
_SPEAKERS = label_set("sorts", "labels")
_PARAGRAPHS = 4
"""Paragraphs of a turn at most, on average, where labels may be something else."""
_SPOKEN_SHARE = 1 / 3
"""The share of labelled lines that ask, or speak of I, we or you, at least."""
_NAMING = label_set("tags", "names")
_VERBS = label_set("tags", "verbs")
_TURNS = 2
"""Labelled lines at least."""
_FEWEST = 3
"""Labelled lines that make a transcript, whatever the labels are."""
_BELOW = 2
"""Lines below a label without words behind it, at most, where its turn begins."""
_MOSTLY = 0.6
"""The share of them that hold a verb, ask, or speak of I, we or you."""


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
        goes_on: Whether its turn may go on in the paragraphs below, as in a transcript.
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
    goes_on: bool = True


def turn_labels(article: ArticleFeatures, lines: Sequence[Range]) -> list[TurnLabel]:
    """The labels of the turns of an article, in text order; nothing if it holds no transcript.

    Args:
        article: The article.
        lines: Its lines, without white space around them.
    """
    labels = list(_labels(article, lines))
    if len(labels) < _TURNS:
        return []
    groups: dict[tuple[str, ...], list[TurnLabel]] = {}
    for one in labels:
        groups.setdefault(one.key, []).append(one)
    people = _people(article.parse)
    speaking = {key for key, alike in groups.items() if _can_speak(article, alike, people)}
    labels = [
        one
        for one in labels
        if one.key in speaking and not (len(groups[one.key]) == 1 and _is_headline(article, one, lines))
    ]
    if _is_transcript(article, labels) and (
        _is_dense(lines, labels) or all(_is_formal(article, one) for one in labels)
    ):
        return labels
    return [evolve(one, goes_on=False) for one in labels] if _is_panel(article, labels) else []


def _is_headline(article: ArticleFeatures, label: TurnLabel, lines: Sequence[Range]) -> bool:
    """Whether a line stands above all others and ends like no sentence."""
    above = any(start < end for start, end in lines[: label.line])
    return not above and article.parse.words[label.end - 1][-1] not in STOPS


def _people(parse: Parse) -> frozenset[str]:
    """The words of the names of people in an article, in small letters, without nouns of things that stand alone."""
    people = (parse.lower[one.start : one.end] for one in parse.entities if one.label == PERSON_ENTITY)
    return frozenset(word for words in people for word in words if len(words) > 1 or noun(word).sort in _SPEAKERS)


def _labels(article: ArticleFeatures, lines: Sequence[Range]) -> Iterator[TurnLabel]:
    """Whatever may be a label, by its shape."""
    parse = article.parse
    for number, line in enumerate(lines):
        found = shape("turn-label", parse, line) if line[0] < line[1] else None
        if found is None:
            continue
        role = found.tokens("role") if "role" in found else (0, 0)
        if any(tag[:2] == "VB" for tag in parse.tags[slice(*role)]):
            continue  # "Jane Smith, the mayor, said:"
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


def _can_speak(article: ArticleFeatures, alike: Sequence[TurnLabel], people: Collection[str]) -> bool:
    """Whether labels that are written alike may be somebody: no "Location:" or "Photo:", which head lists and captions.

    Args:
        article: The article.
        alike: The labels.
        people: The words of the names of people.
    """
    parse, label = article.parse, alike[0]
    if label.letter or label.key[-1] in people:
        return True
    capitals = _in_capitals(article, label)
    if label.key[0] in _NO_SPEAKER or (label.key[0] == "the" and not capitals):
        return False
    sorts = {noun(word).sort for word in label.key if len(word) > 2}  # initials are no nouns
    if not sorts <= _SPEAKERS and not (len(alike) > 1 and _is_spoken(article, alike)):
        return False
    if "person" in sorts or capitals:
        return True
    named = label.brackets or label.timed or all(parse.tags[token] in _NAMING for token in range(*label.name))
    return named and len(alike) > 1


def _is_spoken(article: ArticleFeatures, labels: Sequence[TurnLabel]) -> bool:
    """Whether half of the lines behind labels ask, or speak of I, we or you."""
    lower = article.parse.lower
    spoken = sum(not _SPOKEN.isdisjoint(lower[one.start : one.end]) for one in labels)
    return spoken * 2 >= len(labels)


def _is_transcript(article: ArticleFeatures, labels: Sequence[TurnLabel]) -> bool:
    """Whether two speakers at least take turns, and most of them say something: no line-up, no table."""
    letters = {one.letter for one in labels}
    if {"q", "a"} <= letters:
        return True
    counts = Counter(one.key[-1] for one in labels)
    if len(labels) < _FEWEST or not 1 < len(counts) < len(labels):
        return False
    spoken = [_is_spoken(article, (one,)) for one in labels]
    said = sum(some or _has_verb(article, one) for some, one in zip(spoken, labels, strict=True))
    return said >= _MOSTLY * len(labels) and sum(spoken) >= _SPOKEN_SHARE * len(labels)


def _is_dense(lines: Sequence[Range], labels: Sequence[TurnLabel]) -> bool:
    """Whether turns of a few paragraphs fill the article from the first label to the last: no lines in a report."""
    between = sum(start < end for start, end in lines[labels[0].line : labels[-1].line])
    return between <= _PARAGRAPHS * len(labels)


def _is_formal(article: ArticleFeatures, label: TurnLabel) -> bool:
    """Whether a label looks like nothing else: a letter, in brackets, behind a time, in capitals."""
    return bool(label.letter) or label.brackets or label.timed or _in_capitals(article, label)


def _in_capitals(article: ArticleFeatures, label: TurnLabel) -> bool:
    return all(word.isupper() for word in article.parse.words[slice(*label.name)] if word[0].isalpha())


def _has_verb(article: ArticleFeatures, label: TurnLabel) -> bool:
    return not _VERBS.isdisjoint(article.parse.tags[label.start : label.end])


def _is_panel(article: ArticleFeatures, labels: Sequence[TurnLabel]) -> bool:
    """Whether several people, each with the full name, say a sentence of I, we or you: no titles of what they wrote."""
    parse = article.parse
    return len(labels) >= _TURNS and all(
        parse.words[one.end - 1][-1] in STOPS
        and parse.entity_labels[one.name[0]] == PERSON_ENTITY
        and one.name[1] - one.name[0] > 1
        and _is_spoken(article, (one,))
        for one in labels
    )
