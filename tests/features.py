"""Parses of which only the tags matter, written as sentences, which several test modules read."""

from __future__ import annotations

from parses import BREAK, SPACE, parse_of

from quoteattr.detect import ArticleFeatures
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Range

__all__ = ["place", "tagged"]

_BARE = frozenset(("“", "”", BREAK, SPACE))
_PUNCTUATION = frozenset(".,:;?!—")


def tagged(text: str, lexicon: Lexicon | None = None) -> ArticleFeatures:
    """The article of words "word", "word/TAG" or "word/TAG/dep/head", parted by spaces.

    A word without a tag is a noun, a name where it has a capital; a word without a head hangs on the first one. The
    head is a number, or + or - and a distance.
    """
    rows = []
    for number, told in enumerate(text.split()):
        word, *cell = told.split("/")
        usual = word if word in _PUNCTUATION else "NNP" if word[0].isupper() else "NN"
        tag, dep, head = (*cell, *(usual, "dep", "0")[len(cell) :])
        above = number + int(head) if head[0] in "+-" else int(head)
        rows.append(word if word in _BARE else f"{word} {tag} {dep} {above}")
    return ArticleFeatures(parse_of(*rows), lexicon or Lexicon.default())


def place(article: ArticleFeatures, words: str, number: int = 0) -> Range:
    """Where these words stand, for the first time or after ``number`` others."""
    sought = words.split()
    found = [start for start in range(len(article.parse)) if article.parse.words[start : start + len(sought)] == sought]
    return found[number], found[number] + len(sought)
