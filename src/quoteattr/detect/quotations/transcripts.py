"""Transcripts and interviews: turns, each of which a label opens and which may go on for several paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quoteattr.detect.candidate import TURN, Candidate, Example, Rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape, shapes_within
from quoteattr.detect.quotations.speaker_labels import speaker_label
from quoteattr.detect.quotations.turn_labels import TurnLabel, turn_labels
from quoteattr.lexicon.lists import listed, mark_set
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import SUBJECTS

__all__ = ["RULES", "find"]

NAME = Rule(
    "turn-transcript",
    "a turn that begins with a name and a colon, in an article that has such lines again and again",
    (
        Example(
            "SMITH: We came here long ago.\nJONES: Was it hard?\nSMITH: It was.",
            ("We came here long ago",),
            "SMITH",
            more=2,
        ),
        Example(
            "Reporter: Was it hard?\nMs. Lopez: It was.\n\nWe had no bread.\n\nReporter: And now?\nMs. Lopez: I sleep.",
            ("Was it hard",),
            "Reporter",
            more=3,
        ),
        Example(
            "[10:42] Jane Smith: Was it hard?\n[10:43] Tom Jones: It was.\n[10:44] Jane Smith: And what is it now?",
            ("Was it hard",),
            "Jane Smith",
            more=2,
        ),
    ),
)
LETTER = Rule(
    "turn-letter",
    "a turn that begins with the letter or the word for a question or an answer",
    (
        Example("Q. Was it hard?\nA. It was.", ("Was it hard",), "Q.", more=1),
        Example("Question: Was it hard?\nAnswer: It was.", ("Was it hard",), "Question", more=1),
    ),
)
BRACKETS = Rule(
    "turn-brackets",
    "a turn that begins with a name in brackets, in an article that has such lines again and again",
    (
        Example(
            "((Jane Smith)) Was it hard?\n((Tom Jones)) It was.\n((Jane Smith)) And what is it now?",
            ("Was it hard",),
            "Jane Smith",
            more=2,
        ),
        Example(
            "[Jane Smith] Was it hard?\n[Tom Jones] It was.\n[Jane Smith] And what is it now?",
            ("Was it hard",),
            "Jane Smith",
            more=2,
        ),
    ),
)
DASH = Rule(
    "turn-dialogue",
    "lines one below the other that begin with a dash, the first of which asks: a dialogue without names",
    (
        Example("– Was it hard for you?\n– It was.\n– And I thought so.", ("Was it hard for you",), more=2),
        Example("They met in May.\n— Have you a room?\n— We have.\n— I take it.", ("Have you a room",), more=2),
    ),
)
RULES = (NAME, LETTER, BRACKETS, DASH)

_PERSONS = listed("label", "persons")
_STOPS = mark_set("no_headings")
_HEADING = 10
"""Words of a heading at most."""
_DIALOGUE = 3
"""Lines of a dialogue without names at least."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """A candidate for each turn."""
    lines = [article.parse.trim(line) for line in article.parse.paragraphs]
    labels = turn_labels(article, lines)
    for label, following in pairwise((*labels, None)):
        if label is not None:
            until = 0 if not label.goes_on else len(lines) if following is None else following.line
            pieces = [(label.start, label.end), *_below(article, label, lines[label.first + 1 : until], following)]
            if content := _content(article, pieces):
                yield _turn(label, content)
    if not labels:
        yield from _dialogue(article, lines)


def _turn(label: TurnLabel, content: tuple[Range, ...]) -> Candidate:
    rule = LETTER if label.letter else BRACKETS if label.brackets else NAME
    return Candidate(
        rule.id, label.colon, ":" if label.colon >= 0 else "", "PUNCT", TURN, content,
        source=label.name[0], certain=True, voice=(label.name,),
    )  # fmt: skip


def _content(article: ArticleFeatures, pieces: Iterable[Range]) -> tuple[Range, ...]:
    """The pieces without the marks at their ends, but for quotation marks; all their words stay."""
    parse = article.parse
    out = []
    for start, end in pieces:
        while start < end and _is_edge(parse, start):
            start += 1
        while start < end and _is_edge(parse, end - 1):
            end -= 1
        if any(parse.wordlike[start:end]):
            out.append((start, end))
    return tuple(out)


def _is_edge(parse: Parse, token: int) -> bool:
    return parse.words[token].isspace() or not (parse.wordlike[token] or parse.region_of[token] >= 0)


# ---- the paragraphs of a turn -----------------------------------------------------------------------------------


def _below(
    article: ArticleFeatures, label: TurnLabel, lines: Sequence[Range], following: TurnLabel | None
) -> Iterator[Range]:
    """The paragraphs with which a turn goes on: up to a heading, or to where the narrator speaks of the speaker.

    Behind the last label the article may go on: there a paragraph belongs to the turn if it speaks of I, we or you.
    """
    for line in lines:
        if line[0] >= line[1] or _is_aside(article, line):
            continue
        if _is_heading(article, line) or _tells_of(article, line, label):
            return
        if following is None and not _is_spoken(article, line):
            return
        yield line


def _is_aside(article: ArticleFeatures, line: Range) -> bool:
    """Whether a line is a link, a caption, or tells what is heard or done: "(Applause)"."""
    parse = article.parse
    label = speaker_label(article, line)
    if (label is not None and label.link) or next(shapes_within("caption", parse, line), None) is not None:
        return True
    return parse.words[line[0]][0] in "([" and parse.words[line[1] - 1][-1] in ")]"


def _is_heading(article: ArticleFeatures, line: Range) -> bool:
    """Whether a line is short and ends like no sentence, or holds no word at all."""
    parse = article.parse
    words = sum(parse.wordlike[line[0] : line[1]])
    last = line[1] - 1
    return words == 0 or (words <= _HEADING and parse.words[last][-1] not in _STOPS and parse.region_of[last] < 0)


def _tells_of(article: ArticleFeatures, line: Range, label: TurnLabel) -> bool:
    """Whether a line tells what the speaker of the turn does: the words of a narrator."""
    parse = article.parse
    return any(
        parse.lower[token] == label.key[-1] and parse.deps[token] in SUBJECTS and parse.region_of[token] < 0
        for token in range(*line)
    )


def _is_spoken(article: ArticleFeatures, line: Range) -> bool:
    """Whether I, we or you stand in a line, outside quotation marks."""
    parse = article.parse
    return any(parse.lower[token] in _PERSONS and parse.region_of[token] < 0 for token in range(*line))


# ---- dialogues without names --------------------------------------------------------------------------------------


def _dialogue(article: ArticleFeatures, lines: Sequence[Range]) -> Iterator[Candidate]:
    """The lines of dialogues without names: nobody knows who speaks."""
    run: list[Range] = []
    for line in (*lines, (0, 0)):
        if line[0] < line[1] and (found := shape("dialogue-dash", article.parse, line)) is not None:
            run.append((found.end, line[1]))
        elif line[0] < line[1] or line == (0, 0):
            if len(run) >= _DIALOGUE and _is_dialogue(article, run):
                for said in run:
                    if content := _content(article, [said]):
                        yield Candidate(DASH.id, -1, "", "PUNCT", TURN, content, certain=True)
            run = []


def _is_dialogue(article: ArticleFeatures, lines: Sequence[Range]) -> bool:
    """Whether the first of some lines asks, and half of them speak of I, we or you: no list of points."""
    asks = article.parse.words[lines[0][1] - 1][-1] == "?"
    return asks and 2 * sum(_is_spoken(article, line) for line in lines) >= len(lines)
