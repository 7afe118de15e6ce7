"""Where a heading runs into the text below it, as programs that pull text from web pages leave it: "HeadingText"."""

from __future__ import annotations

import re

from quoteattr.lexicon import forms
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.meanings import UNKNOWN
from quoteattr.lexicon.names import given_names
from quoteattr.lexicon.nouns import noun

__all__ = ["glued"]

_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[a-zà-öø-ÿ?!’”)].)")
"""A capital behind a small letter or a mark."""
_LAST = re.compile(r"(?:^|[\s“‘\"'(])([^\W\d_]*[a-zà-öø-ÿ]{2})([?!’”]?)$")
_FIRST = re.compile(r"([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]*+)(?=[\s’'-]\s*(.)|$)")
"""A word, perhaps with the mark that ends a heading, and a capitalised word that touches it, and what follows that."""
_BEFORE = 150
"""Characters of a heading at most."""
_LONGEST = 30
"""Characters of a word at most, and of one with what follows it."""
_SHORTEST = 4
"""Letters of the last word of a heading at least, if it is known by itself alone."""
_SMALL = listed("headlines", "small")


def glued(text: str) -> list[int]:
    """Where the text begins behind headings that nothing parts from it, as character offsets in text order.

    Names have capitals within them as well ("YouTube", "DeShawn", "easyJet"). So a word is taken apart only if it
    stands once, behind others of its line and no stop; and if what is behind the joint begins a sentence as articles,
    pronouns and given names do, is a word of the article, or is followed by another capital behind a known word.
    """
    out = []
    for capital in _CAPITAL.finditer(text):
        place = capital.start()
        line = text[max(text.rfind("\n", 0, place) + 1, place - _BEFORE) : place]
        last, first = _LAST.search(line[-_LONGEST:]), _FIRST.match(text, place, place + _LONGEST)
        if last is None or first is None or text.count(last[0] + first[1]) > 1:
            continue
        before = line.removesuffix(last[0])
        if not before.strip() or any(stop in before for stop in ".!?:;"):
            continue
        if last[2] or _parts(text, last[1], first[1], follows=(first[2] or "").isupper()):
            out.append(place)
    return out


def _parts(text: str, last: str, first: str, *, follows: bool) -> bool:
    """Whether the last word of a heading touches the first one of a text.

    Args:
        text: The article.
        last: The one.
        first: The other.
        follows: Whether a capital follows.
    """
    opens = first.lower() in _SMALL or (follows and first.lower() in given_names())
    if last[0].isupper():
        return opens and len(last) >= _SHORTEST and last.lower() not in given_names()
    known = len(last) >= _SHORTEST and (last in forms.table() or noun(last) is not UNKNOWN)
    if not known and not opens:
        return False
    return opens or follows or noun(first.lower()) is not UNKNOWN or re.search(rf"\b{first}\b", text) is not None
