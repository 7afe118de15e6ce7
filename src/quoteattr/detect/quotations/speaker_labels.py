"""Speaker labels: who speaks, at the beginning of a line and before a colon, as in transcripts and headlines."""

from __future__ import annotations

from attrs import frozen

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.syntax import Range

__all__ = ["LONGEST", "SpeakerLabel", "is_quoted", "speaker_label"]

LONGEST = 6
"""Tokens of a label at most."""


@frozen
class SpeakerLabel:
    """The words before a colon at the beginning of a line.

    Attributes:
        name: Their tokens.
        colon: The colon.
        marked: Whether a quotation mark stands before them.
        capitals: Whether they are written in capitals throughout.
        link: Whether they begin as link lines, captions and notes do ("Photo", "Read more"), or transcripts ("Q").
    """

    name: Range
    colon: int
    marked: bool
    capitals: bool
    link: bool


def speaker_label(article: ArticleFeatures, line: Range) -> SpeakerLabel | None:
    """The label of a line, which is not empty and has no white space around it; ``None`` where there is none."""
    parse = article.parse
    found = shape("speaker-label", parse, line)
    if found is None:
        return None
    colon = found.tokens("colon")[0]
    name = found.tokens("label")[0], colon
    if not 0 < colon - name[0] <= LONGEST or parse.words[colon][-1] != ":":
        return None
    return SpeakerLabel(name, colon, "mark" in found, "capitals" in found, "link" in found)


def is_quoted(article: ArticleFeatures, label: SpeakerLabel) -> bool:
    """Whether a label is that of a transcript's line which is quoted with it: "“SMITH: We will go.”"."""
    parse = article.parse
    if not label.marked or label.link or parse.region_of[label.name[0]] < 0:
        return False
    return label.capitals or all(parse.tags[token][:3] == "NNP" for token in range(*label.name))
