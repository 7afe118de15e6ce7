"""Headlines As The Parser Should See Them: in the case of the article below.

A tagger trained on running text takes most words of a headline in title case for names. The article itself tells which
of them are: a word that stands in lower case further down is no name. Only what the parser is shown changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quoteattr.lexicon import forms
from quoteattr.lexicon.lists import listed
from quoteattr.syntax.parse import Range

__all__ = ["shown"]

_LONGEST = 30
"""Words that a headline has at most."""
_SHORTEST = 4
_SHARE = 0.8
"""Share of its words of four letters and more that must have a capital."""
_SMALL = listed("headlines", "small")


def shown(words: Sequence[str], lines: Sequence[Range]) -> list[str]:
    """``words`` with the headlines among ``lines`` in the case that the rest of the text has for them."""
    out = list(words)
    headlines = [line for line in lines if _is_headline(words[line[0] : line[1]])]
    if not headlines:
        return out
    inside = {token for start, end in headlines for token in range(start, end)}
    starts = {start for start, _ in lines}
    seen: Counter[str] = Counter()
    for token, word in enumerate(words):
        if (
            token not in inside
            and token not in starts
            and word[:1].isalpha()
            and words[token - 1] not in (".", "?", "!", ":")
        ):
            seen[word] += 1
    for start, end in headlines:
        for token in range(start, end):
            out[token] = _recased(words[token], token == start, seen)
    return out


def _is_headline(line: Sequence[str]) -> bool:
    words = [word for word in line if word[:1].isalpha()]
    if not _SHORTEST <= len(words) <= _LONGEST:
        return False
    long = [word for word in words if len(word) >= 4]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= _SHARE * len(long)


def _recased(word: str, first: bool, seen: Counter[str]) -> str:
    if not word[:1].isupper():
        return word
    lower = word.lower()
    capital = word[0] + lower[1:]
    shouted = len(word) > 3 and word.isupper()
    as_name = seen[capital] + (seen[word] if word != capital else 0)
    if seen[word] and word.isupper():
        return word
    if seen[lower] and seen[lower] >= as_name:
        return capital if first and not shouted else lower
    if as_name:
        return capital if shouted else word
    if lower in _SMALL or lower in forms.table():
        return capital if first else lower
    return capital if shouted else word
