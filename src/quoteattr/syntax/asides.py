"""What is not the article's: lines with links to other articles, credits and captions of pictures; signs before lines.

Nobody speaks in such lines, and whom they name is nobody whom the article names.
"""

from __future__ import annotations

import re

from quoteattr.lexicon.lists import mark_set
from quoteattr.lexicon.patterns import compiled

__all__ = ["asides"]

_LINE = re.compile(r"[^\S\n]*+(\S[^\n\r\x0b\x0c\x85\u2028\u2029]*+)")
_QUOTED = re.compile(r"(?:> ?)++(?=\S)")
"""What quoted lines of mail and Markdown begin with."""
_TITLES, _WORDS = 6, 20
"""Lines below the label of a list of links that are titles at most, and the words of each."""
_BEHIND_CREDIT = re.compile(r"(?<=\w[.!?])\s++(?=[\"“‘«])")
"""Where a credit ends that has a quotation behind it in the same line."""
_ENDS = tuple(mark_set("no_titles"))


def asides(text: str) -> list[tuple[int, int]]:
    """The links, credits and captions of a text, and the signs of quoted lines, in text order and apart.

    They are given in character offsets, half-open.

    In its first line only the credit of a picture is one: a headline may begin as a link does.
    """
    line_shape, link_shape = compiled("link-line"), compiled("link-behind")
    out = []
    end, titles = -1, 0
    for line in _LINE.finditer(text):
        first, apart = end < 0, text.count("\n", max(end, 0), line.start(1)) > 1
        start, end = line.span(1)
        if (prefix := _QUOTED.match(text, start, end)) is not None:
            out.append(prefix.span())
            start = prefix.end()
        found = line_shape.match(text, start, start + len(text[start:end].rstrip()))
        if found is not None and not (first and found["credit"] is None):
            behind = _BEHIND_CREDIT.search(text, start, end) if found["credit"] else None
            out.append((start, behind.start() if behind is not None else end))
            titles = _TITLES if found["titles"] and found.end() >= found.endpos else 0
        elif titles and _is_title(text[start:end]):
            out.append((start, end))
            titles = 0 if apart else titles - 1
        else:
            titles = 0
            out += [link.span("link") for link in link_shape.finditer(text, start, end)]
    return out


def _is_title(line: str) -> bool:
    """Whether a line below the label of a list of links may be one of them."""
    return not line.rstrip().endswith(_ENDS) and line.count(" ") < _WORDS
