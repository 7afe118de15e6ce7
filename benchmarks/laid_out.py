"""Whether quotes come back from articles that are laid out in another way: wrapped, and with odd characters.

usage: ``python -m benchmarks.laid_out FILE_OR_FOLDER ... [--every N] [--only NAME]``

Each article is read as it is and in each layout. A quote has come back if one has its words (an overlap of 85 %) and
the same speaker. Only counts are shown.
"""

from __future__ import annotations

import argparse
import random
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from quoteattr import Article, Extractor, Quote

__all__ = ["LAYOUTS", "come_back", "is_same_wording", "main", "odd", "wrapped"]

WIDTHS = (60, 72, 80)
ENOUGH = 0.85
"""Share of the words of two quotes that are the same, at least."""
LONG = 8
"""Letters of a word that may be parted, at least."""
_WORD = re.compile(r"[\w$€£%]+(?:'\w+)?")
_MARK = re.compile(r"[“”\"]")
_LAST_WORD = re.compile(r"(\S+)\s*\Z")


def wrapped(text: str, width: int, end: str = "\n", *, hyphens: bool = False, parted: bool = True) -> str:
    """The text with its paragraphs wrapped.

    Args:
        text: One paragraph a line; lines without words do not count.
        width: Characters of a line, at most.
        end: What ends a line.
        hyphens: Whether long words are parted where a line has room for a half of one.
        parted: Whether a line without words stands between two paragraphs.
    """
    paragraphs = [_wrapped(line, width, hyphens) for line in text.splitlines() if line.strip()]
    return (end * (1 + parted)).join(end.join(lines) for lines in paragraphs) + end


def _wrapped(paragraph: str, width: int, hyphens: bool) -> list[str]:
    if not hyphens:
        return textwrap.wrap(paragraph, width, break_long_words=False)
    lines = [""]
    for word in paragraph.split():
        room = width - len(lines[-1]) - bool(lines[-1])
        if len(word) <= room:
            lines[-1] += f" {word}" if lines[-1] else word
        elif word.isalpha() and len(word) >= LONG and room >= LONG // 2 + 1:
            half = min(room - 1, len(word) - LONG // 2)
            lines[-1] += f" {word[:half]}-"
            lines.append(word[half:])
        else:
            lines.append(word)
    return [line for line in lines if line]


def odd(text: str, seed: int = 0) -> str:
    """The text with odd characters.

    A no-break space stands for one space in five, a soft hyphen in one long word in five, and a zero-width space behind
    one mark in three.
    """
    chance = random.Random(seed)
    text = re.sub(" ", lambda _: "\xa0" if chance.random() < 1 / 5 else " ", text)
    text = re.sub(r"[^\W\d_]{8,}", lambda found: _shy(found[0]) if chance.random() < 1 / 5 else found[0], text)
    return _MARK.sub(lambda found: found[0] + "\u200b" * (chance.random() < 1 / 3), text)


def _shy(word: str) -> str:
    return f"{word[: len(word) // 2]}\xad{word[len(word) // 2 :]}"


def _layouts() -> Iterator[tuple[str, Callable[[str], str]]]:
    for width in WIDTHS:
        yield f"{width} columns", partial(wrapped, width=width)
        yield f"{width} columns, CRLF", partial(wrapped, width=width, end="\r\n")
        yield f"{width} columns, hyphens", partial(wrapped, width=width, hyphens=True)
        yield f"{width} columns, paragraphs not parted", partial(wrapped, width=width, parted=False)
    yield "odd characters", odd


LAYOUTS: Mapping[str, Callable[[str], str]] = MappingProxyType(dict(_layouts()))
"""What is done to a text, by name."""


def come_back(before: Article, after: Article) -> list[Quote]:
    """The quotes of an article that are not among those of another one of the same words."""
    rest = [(quote.text, str(quote.speaker)) for quote in after.quotes]
    lost = []
    for quote in before.quotes:
        for one in rest:
            if one[1] == str(quote.speaker) and is_same_wording(quote.text, one[0]):
                rest.remove(one)
                break
        else:
            lost.append(quote)
    return lost


def is_same_wording(one: str, other: str) -> bool:
    """Whether two texts have the same words, 85 % of them at least."""
    words, others = _words(one), _words(other)
    return (words & others).total() >= ENOUGH * (words | others).total()


def _words(text: str) -> Counter[str]:
    """The words, whatever stands between their letters, and however these are coded."""
    text = unicodedata.normalize("NFC", re.sub(r"-\s*|[\xad\u200b]", "", text)).replace("’", "'")
    return Counter(_WORD.findall(text.lower()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.laid_out", description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth article alone")
    parser.add_argument("--only", default="", metavar="NAME", help="layouts with this in their name")
    options = parser.parse_args(arguments)
    files = sorted(file for path in options.paths for file in ([path] if path.is_file() else path.rglob("*.txt")))
    texts = [file.read_text(encoding="utf-8") for file in files[:: options.every]]
    extractor = Extractor()
    plain = list(extractor.pipe(texts))
    count = sum(len(article.quotes) for article in plain)
    print(f"{len(texts)} articles, {count} quotes")
    for name, laid_out in LAYOUTS.items():
        if options.only in name:
            found = extractor.pipe(map(laid_out, texts))
            lost = sum(len(come_back(*pair)) for pair in zip(plain, found, strict=True))
            print(f"{1 - lost / max(count, 1):7.1%}  {name}", flush=True)


if __name__ == "__main__":
    main()
