"""Parses written by hand, which several test modules read."""

from __future__ import annotations

from itertools import pairwise

from quoteattr.marks import scan
from quoteattr.syntax import Entity, Parse, Range

BREAK, SPACE = "|", "~"
"""The rows that stand for a line break, and for a second space within a line."""
_BLANK = {BREAK: "\n", SPACE: " "}
_NO_SPACE_BEFORE = frozenset((",", ".", ":", ";", "?", "!", "”", "n't", "'s", "’s", ")"))
_NO_SPACE_AFTER = frozenset(("“", "(", "\n"))


def parse_of(*rows: str, entities: tuple[Entity, ...] = (), sentences: list[Range] | None = None) -> Parse:
    """A parse from rows "word tag dep head"; a mark, :data:`BREAK` or :data:`SPACE` alone is no part of the tree.

    Tokens are parted by a space but for marks and punctuation. Lines are paragraphs, and sentences unless those are
    given.
    """
    text, words, tags, deps, heads, starts = "", [], [], [], [], []
    for number, row in enumerate(rows):
        word, *cells = [_BLANK[row]] if row in _BLANK else row.split()
        tag, dep, head = cells or ("", "", str(number))
        if text and word not in _NO_SPACE_BEFORE and word != "\n" and words[-1] not in _NO_SPACE_AFTER:
            text += " "
        starts.append(len(text))
        text += word
        words.append(word)
        tags.append(tag)
        deps.append(dep)
        heads.append(int(head))
    edges = [0, *(number + 1 for number, word in enumerate(words) if word == "\n"), len(words)]
    lines = [(start, end) for start, end in pairwise(edges) if start < end]
    return Parse(
        text=text,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        words=words,
        tags=tags,
        deps=deps,
        heads=heads,
        entities=entities,
        sentences=lines if sentences is None else sentences,
        paragraphs=lines,
        regions=scan(text).regions,
    )
