"""How far damage to a text reaches: the quotes elsewhere that change when something is lost or spoilt.

usage: ``python -m benchmarks.damage [FILE_OR_FOLDER ...] [--generated N] [--every N] [--times N]``

Each article is read as it is, and damaged in each way at places drawn by chance (the same ones each time). A quote is
elsewhere if neither it nor its speaker's source lies in a paragraph that was damaged. It changes if no quote of the
damaged article has its words (an overlap of 85 %), its speaker and the speaker's organisation. Only counts are shown.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from attrs import evolve, frozen

from benchmarks import generated
from benchmarks.laws import broken, texts_of
from quoteattr import Article, Extractor, Quote

__all__ = ["DAMAGES", "Damaged", "elsewhere", "main"]

_MARK = re.compile(r"[“”\"]")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*\n*")
_LETTERS = {"rn": "m", "m": "rn", "l": "1", "O": "0", "e": "c", "h": "b", "i": "l", "S": "5"}
"""What a scanner takes for what."""
_NOISE = 1 / 100
"""Share of the words that a scanner misreads."""


@frozen
class Damaged:
    """A damaged text.

    Attributes:
        text: The text.
        places: Paragraphs of the text before (offsets, half-open) that were damaged.
    """

    text: str
    places: tuple[tuple[int, int], ...]


def _at_a_mark(text: str, chance: random.Random, instead: Callable[[str], str]) -> Damaged | None:
    marks = [found.start() for found in _MARK.finditer(text)]
    if not marks:
        return None
    at = chance.choice(marks)
    return Damaged(text[:at] + instead(text[at]) + text[at + 1 :], (_paragraph(text, at),))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    return next((found.span() for found in _PARAGRAPH.finditer(text) if found.end() > at), (0, len(text)))


def _lost(text: str, chance: random.Random) -> Damaged | None:
    return _at_a_mark(text, chance, lambda _: "")


def _doubled(text: str, chance: random.Random) -> Damaged | None:
    return _at_a_mark(text, chance, lambda mark: mark * 2)


def _turned(text: str, chance: random.Random) -> Damaged | None:
    return _at_a_mark(text, chance, lambda mark: {"“": "”", "”": "“"}.get(mark, "“"))


def _without_paragraph(text: str, chance: random.Random) -> Damaged | None:
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(text)]
    if len(paragraphs) < 2:
        return None
    start, end = chance.choice(paragraphs)
    return Damaged(text[:start] + text[end:], ((start, end),))


def _without_capitals(text: str, chance: random.Random) -> Damaged | None:
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(text)]
    start, end = chance.choice(paragraphs)
    return Damaged(text[:start] + text[start:end].lower() + text[end:], ((start, end),))


def _scanned(text: str, chance: random.Random) -> Damaged | None:
    """One word in a hundred is misread; the paragraphs of these words are damaged."""
    places, out, last = [], [], 0
    for found in re.finditer(r"[^\W\d_]{4,}", text):
        swaps = [pair for pair in _LETTERS.items() if pair[0] in found[0][1:]]
        if swaps and chance.random() < _NOISE:
            before, after = chance.choice(swaps)
            out += [text[last : found.start() + 1], found[0][1:].replace(before, after, 1)]
            last = found.end()
            places.append(_paragraph(text, found.start()))
    return Damaged("".join((*out, text[last:])), tuple(places)) if places else None


DAMAGES: Mapping[str, Callable[[str, random.Random], Damaged | None]] = MappingProxyType(
    {
        "a mark is lost": _lost,
        "a mark is doubled": _doubled,
        "a mark is turned": _turned,
        "a paragraph is missing": _without_paragraph,
        "a paragraph has no capitals": _without_capitals,
        "one word in a hundred is misread": _scanned,
    }
)
"""What is done to a text, by name; nothing, where there is nothing to damage."""


def elsewhere(article: Article, damaged: Damaged) -> list[Quote]:
    """The quotes that touch no damaged paragraph, nor does what names their speaker."""
    return [quote for quote in article.quotes if not any(_touches(quote, place) for place in damaged.places)]


def _touches(quote: Quote, place: tuple[int, int]) -> bool:
    return any(span.start < place[1] and place[0] < span.end for span in (*quote.content, *quote.source, *quote.cue))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.damage", description=__doc__)
    parser.add_argument("paths", type=Path, nargs="*", metavar="PATH")
    parser.add_argument("--generated", type=int, default=0, metavar="N", help="articles that are generated")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth article of the paths alone")
    parser.add_argument("--times", type=int, default=3, metavar="N", help="times that each article is damaged")
    options = parser.parse_args(arguments)
    extractor = Extractor()
    texts = [*texts_of(options.paths, options.every), *generated.articles(options.generated)]
    plain = list(extractor.pipe(texts))
    print(f"{len(plain)} articles, {sum(len(one.quotes) for one in plain)} quotes")
    for name, damage in DAMAGES.items():
        changed, words, times = _reach(extractor, plain, damage, options.times)
        print(
            f"{changed / times:6.2f} quotes elsewhere change ({words / times:.2f} by their words)  {name}", flush=True
        )


def _reach(
    extractor: Extractor,
    plain: Sequence[Article],
    damage: Callable[[str, random.Random], Damaged | None],
    times: int,
) -> tuple[int, int, int]:
    """Quotes elsewhere that changed, those that have other words among them, and texts that were damaged."""
    drawn = (
        (article, damage(article.text, random.Random(number)))
        for number, article in enumerate(article for article in plain for _ in range(times))
    )
    pairs: list[tuple[Article, Damaged]] = [(article, one) for article, one in drawn if one is not None]
    changed = words = 0
    for (article, damaged), after in zip(pairs, extractor.pipe([one.text for _, one in pairs]), strict=True):
        before = evolve(article, quotes=tuple(elsewhere(article, damaged)))
        changed += len(broken(before, after))
        words += len(broken(before, after, words_alone=True))
    return changed, words, max(len(pairs), 1)


if __name__ == "__main__":
    main()
