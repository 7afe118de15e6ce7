"""The quotations of one paragraph, each with the verb of saying beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, frozen

from quoteattr.detect.continuation.parts import joins, resumes
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.cue_above import BLOCK, verb_above
from quoteattr.detect.quotations.cue_after import AFTER, verb_behind
from quoteattr.detect.quotations.cue_before import BEFORE, verb_before
from quoteattr.detect.quotations.edges import behind, fragment, lead
from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.quotations.quoted import holds_stop, past_space, speakable
from quoteattr.detect.quotations.titles import is_title
from quoteattr.detect.sentences import inner, last_sentence, wordless
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Range

__all__ = ["Found", "quotations_of"]

_CLAUSES = listed("beside", "clauses")
_CLOSE = 4
"""Tokens behind a quotation within which its verb may stand although another one leads to it."""
_HEADS = 3
"""Tokens from a verb to the quotation behind it that it heads."""


@define
class Found:
    """A quotation.

    Attributes:
        rule: Id of the rule.
        cue: The verb of saying, or -1.
        pieces: Its parts, in text order.
    """

    rule: str
    cue: int
    pieces: list[Range]


@frozen
class _Place:
    """A quoted region in its paragraph.

    Attributes:
        number: Of the region.
        region: Its tokens.
        before: What stands between it and the region before it, or the beginning of the paragraph.
        after: What stands between it and the next region, or the end of the paragraph.
        last: Whether it is the last one.
    """

    number: int
    region: Range
    before: Range
    after: Range
    last: bool


def quotations_of(article: ArticleFeatures, paragraph: int, numbers: Sequence[int]) -> list[Found]:
    """The quotations of one paragraph; one without a cue (-1) may belong to what stands before the paragraph.

    Args:
        article: The article.
        paragraph: Number of the paragraph.
        numbers: Those of its quoted regions.
    """
    out: list[Found] = []
    start = article.parse.paragraphs[paragraph][0]
    for place in _places(article, paragraph, numbers):
        current = out[-1] if out else None
        since = (current.pieces[-1][1] if current else start, place.region[0])
        if not speakable(article, place.number):
            if current and (wordless(article, since) or resumes(article, current.cue, since, place.region)):
                current.pieces.append(place.region)
        elif not is_title(article, place.region, place.before):
            found = _quotation(article, place, current, since)
            if found is not None:
                out.append(found)
    return out


def _places(article: ArticleFeatures, paragraph: int, numbers: Sequence[int]) -> Iterator[_Place]:
    start, end = article.parse.paragraphs[paragraph]
    regions = [article.parse.region_tokens[number] for number in numbers]
    ends = [start, *(last for _, last in regions)]
    starts = [*(first for first, _ in regions[1:]), end]
    for place, (number, region) in enumerate(zip(numbers, regions, strict=True)):
        before, after = (ends[place], region[0]), (region[1], starts[place])
        yield _Place(number, region, before, after, place + 1 == len(numbers))


def _quotation(article: ArticleFeatures, place: _Place, current: Found | None, since: Range) -> Found | None:
    """The quotation in a region; None where it is none, or a part of the one before it, which it is added to.

    Args:
        article: The article.
        place: The region.
        current: The quotation before it in its paragraph.
        since: What stands between the two, or the beginning of the paragraph and the region.
    """
    region = place.region
    led, start = verb_before(article, region, place.before)
    cue = verb_behind(article, region, place.after)
    if cue >= 0 and _belongs_elsewhere(article, place, cue, led):
        cue = -1
    if current and _is_part(article, place, current, since, (led, cue)):
        current.pieces.append((start, behind(article, region, place.after[1])))
    elif cue >= 0:
        begin = lead(article, region, last_sentence(article, place.before))
        return Found(AFTER.id, cue, [(begin, behind(article, region, cue))])
    elif led >= 0:
        piece = start, behind(article, region, place.after[1])
        opening = fragment(article, region, led, last_sentence(article, place.before))
        return Found(BEFORE.id, led, [piece] if opening is None else [opening, piece])
    elif current is None and wordless(article, place.before):
        above = verb_above(article, article.parse.paragraph_of[region[0]])
        return Found(BLOCK.id if above >= 0 else "", above, [region])
    elif current and current.cue < 0 and wordless(article, since):
        current.pieces.append(region)
    return None


def _belongs_elsewhere(article: ArticleFeatures, place: _Place, cue: int, led: int) -> bool:
    """Whether a verb of saying behind a quotation reports something else than that.

    "said, “A,” when she was asked …"; "When he said it was “a mistake,” the crowd roared"; "asked, “A?” He replied,
    “B.”"; "said, “A,” adding, “B.”".

    Args:
        article: The article.
        place: The region.
        cue: The verb behind it.
        led: The verb before it, or -1.
    """
    if 0 <= led == place.before[1] - 2 and cue > place.region[1] + _CLOSE:
        return True
    participle = article.parse.tags[cue] == "VBG"
    return _hangs(article, place) or ((led >= 0 or participle) and _heads_next(article, place, cue))


def _hangs(article: ArticleFeatures, place: _Place) -> bool:
    """Whether a quotation belongs to a clause before the main one, which has its own verb of saying."""
    parse = article.parse
    end = place.before[1]
    start = past_space(article, (last_sentence(article, place.before), end))
    if start >= end or (parse.lower[start] not in _CLAUSES and parse.tags[start] != "VBN"):
        return False
    if parse.words[end - 1] in JOINTS:
        return article.reports(end - 2)
    return not holds_stop(article, parse.trim((start, end))) and article.has_report((start, end - 1))


def _heads_next(article: ArticleFeatures, place: _Place, cue: int) -> bool:
    """Whether a verb behind a question, or a participle, stands right before the next quotation and reports that."""
    parse = article.parse
    end = place.after[1]
    apart = parse.tags[cue] == "VBG" or parse.words[inner(article, place.region)[1] - 1] in ("?", "!")
    return not place.last and apart and parse.words[end - 1] in JOINTS and end - cue <= _HEADS


def _is_part(article: ArticleFeatures, place: _Place, current: Found, since: Range, verbs: tuple[int, int]) -> bool:
    """Whether a quotation is a part of the one before it, by the verbs of saying before it and behind it."""
    led, cue = verbs
    if current.cue < 0:
        return False
    if led == current.cue:
        return cue < 0 or not holds_stop(article, place.before)
    return led < 0 and cue < 0 and joins(article, current.cue, since, place.region)
