"""Ends that no content has: those that part words which belong together."""

from __future__ import annotations

from quoteattr.detect.boundaries import CURRENCY, Boundary
from quoteattr.detect.candidate import OpenSpan
from quoteattr.lexicon.lists import label_set, mark_set
from quoteattr.syntax import Parse

__all__ = ["interrupts", "tears"]

_LEADING = label_set("dependencies", "leading_words")
_COMPLETING = label_set("dependencies", "completing")
_OBJECTS = label_set("dependencies", "objects")
_LINKING = label_set("dependencies", "linking")
_TURNING = label_set("dependencies", "turning")
_COORDINATOR = "cc"
_CIRCUMSTANCE = "circumstance"
_PAUSES = mark_set("pauses")
_VERBS = label_set("tag_beginnings", "verbs")
_NEAR = 12
"""Tokens before an end that may belong to what stands behind it."""


def tears(parse: Parse, head: int, end: int) -> bool:
    """Whether an end parts words from the word behind it that they belong to, or a verb from its complement.

    "…, but he | left", "… because it does not | include it", "… and was | ready".

    Args:
        parse: The article.
        head: The content's head, which the trees look at themselves.
        end: The token behind the last one.
    """
    for token in range(max(head + 1, end - _NEAR), end):
        if parse.heads[token] >= end and parse.deps[token] in _LEADING:
            return True
        if parse.tags[token][:2] in _VERBS and any(
            child >= end and parse.deps[child] in _COMPLETING for child in parse.children[token]
        ):
            return True
    return False


def interrupts(parse: Parse, span: OpenSpan, boundary: Boundary) -> bool:
    """Whether a content that ends at a boundary without a pause breaks off in the middle: "said he was sorry | for it".

    A clause ends so only where the cue's subject acts once more, or where it is told when it spoke: of 12,000 other
    boundaries without a pause in annotated news 3 were ends. So does what a comma has opened, in any content: "the
    mill, which was built | in 1890". Elsewhere no word is parted from its object, nor one behind the content's head
    from a phrase with a preposition.

    Args:
        parse: The article.
        span: The open span of the content.
        boundary: Where it might end.
    """
    before = boundary.token - 1
    if boundary.pause or not (parse.wordlike[before] or parse.tags[before] == CURRENCY):
        return False
    if boundary.label == _COORDINATOR:
        return _joins_words(boundary.kind) or _opened(parse, span.head, parse.heads[boundary.top])
    if boundary.label in _TURNING or boundary.kind == _CIRCUMSTANCE:
        return False
    hangs = boundary.label in _LINKING and parse.heads[boundary.top] > span.head
    within = boundary.label in _OBJECTS or boundary.kind == "of" or hangs
    return span.family == "clause" or within or _opened(parse, span.head, before)


def _joins_words(kind: str) -> bool:
    """Whether a conjunction stands between words, by the kind of its boundary; "and" and "but" may join clauses."""
    word, _, joined = kind.partition(":")
    return word == "or" or joined[:1] not in ("V", "S", "?")


def _opened(parse: Parse, head: int, token: int) -> bool:
    """Whether a comma or a dash stands between the head of a content and a token."""
    return any(parse.words[one] in _PAUSES for one in range(head + 1, token))
