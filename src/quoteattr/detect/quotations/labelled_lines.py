"""Lines that a speaker label begins or a byline ends: "SMITH: We will go.", "“We will go.” — Jane Smith"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.detect.quotations.bylines import DASH, signed
from quoteattr.detect.quotations.headings import is_no_speaker
from quoteattr.detect.quotations.inline_labels import NAMED, named_turns
from quoteattr.detect.quotations.speaker_labels import LONGEST, SpeakerLabel, is_quoted, speaker_label
from quoteattr.detect.sentences import STOPS
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Range
from quoteattr.syntax.labels import SPEAKERS

__all__ = ["RULES", "find"]

COLON = rule(
    "turn-colon",
    "a name and a colon before what the name says, as in headlines and transcripts",
    "{Jane Smith}: [“We will not give up this fight.”]",
    "{Poll}: [Voters tire of debate]",
    "{AMAZON}: [We do not talk about our plans].",
    "{Woman With Vote}: [The Bridge Is ‘A Disaster’ For Us]",
    "“{SMITH}: [We will not sell the bridge to anybody].",
)

RULES = (COLON, DASH, NAMED)

_SPEAKING = listed("label", "speaking")
_NO_NAME = label_set("tag_beginnings", "no_names")
_BESIDE = 4
"""Tokens behind a quotation within which somebody else says it."""
_SENTENCE = 4
"""Words in marks behind a label from which on they are all that is said."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """Candidates for lines that begin with a label, or are signed, and for quotations behind a name in a line."""
    above: Range | None = None
    for line in article.parse.paragraphs:
        start, end = article.parse.trim(line)
        if start >= end:
            continue
        found = _labelled(article, (start, end), above is None) or signed(article, (start, end), above)
        above = (start, end)
        if found is not None:
            yield found
            start = max(found.content[-1][1], found.cue + 1)
        if start < end:
            yield from named_turns(article, (start, end))


def _labelled(article: ArticleFeatures, line: Range, first: bool) -> Candidate | None:
    """The candidate of a line that begins with a speaker label.

    Args:
        article: The article.
        line: The line, without white space around it.
        first: Whether it is the first of the article, its headline.
    """
    end = line[1]
    label = speaker_label(article, line)
    if label is None or is_no_speaker(article, label.name[0], label.colon):
        return None
    if label.marked:
        said = label.colon + 1, end
        return _candidate(article, label.colon, "upper", said, label.colon - 1) if is_quoted(article, label) else None
    if _others_say(article, label.colon + 1):
        return None
    frame = _frame(article, label)
    if not frame:
        return _headline(article, line) if first else None
    return _candidate(article, label.colon, frame, _said(article, label.colon + 1, end), label.colon - 1)


def _others_say(article: ArticleFeatures, start: int) -> bool:
    """Whether somebody says a quotation behind a colon, and not who stands before it: "OSLO: “It rains,” she said"."""
    parse = article.parse
    region = parse.region_of[start]
    if region < 0:
        return False
    last = parse.region_tokens[region][1]
    return article.has_report((last, min(last + _BESIDE, parse.line_of(start)[1])))


def _candidate(article: ArticleFeatures, colon: int, frame: str, said: Range, source: int) -> Candidate | None:
    content = clean(article, [said])
    return Candidate(COLON.id, colon, ":", "PUNCT", frame, content, source=source) if content else None


def _frame(article: ArticleFeatures, label: SpeakerLabel) -> str:
    """How a line looks whose label is a name; ``""`` where the label is none."""
    parse = article.parse
    head = label.colon - 1
    speaking = parse.lower[head] in _SPEAKING
    kind = "NN" if speaking else "NNP"
    if any(not parse.tags[token].startswith(kind) for token in range(*label.name)):
        return ""
    if parse.region_of[label.colon + 1] >= 0:
        return "quoted"
    if label.capitals:
        return "upper"
    return "line" if speaking or parse.entity_labels[head] in SPEAKERS else ""


def _said(article: ArticleFeatures, start: int, end: int) -> Range:
    """What is said behind a colon: a sentence in marks that begins there, else the rest of the line."""
    parse = article.parse
    region = parse.region_of[start]
    if region < 0 or not parse.regions[region].closed or article.region_words[region] < _SENTENCE:
        return start, end
    first, last = parse.region_tokens[region]
    ends = any(parse.words[token][-1:] in STOPS for token in range(max(first, last - 2), last))
    return (first, last) if ends else (start, end)


def _headline(article: ArticleFeatures, line: Range) -> Candidate | None:
    """A headline that names a speaker before its colon and quotes him behind it, however its words are tagged."""
    parse = article.parse
    found = shape("headline-label", parse, line)
    if found is None:
        return None
    start, colon = found.tokens("label")[0], found.tokens("colon")[0]
    before, behind = set(parse.region_of[start:colon]) - {-1}, set(parse.region_of[colon + 1 : line[1]]) - {-1}
    if colon - start > LONGEST or before or all(parse.regions[region].weak for region in behind):
        return None
    head = next((token - 1 for token in range(start + 1, colon) if parse.tags[token][:2] in _NO_NAME), colon - 1)
    return _candidate(article, colon, "quoted", (colon + 1, line[1]), head)
