"""Whether addressees are found: whom the quotes of annotated articles are said to.

usage: ``python -m benchmarks.addressees TEXTS [--only tune|held] [--wrong]``

TEXTS holds a ``NAME.txt`` for each article, in it or in folders below it. ``benchmarks/addressees/README.md`` tells
what was annotated. Every attitude is asked for. A gold attribution is found if a quote shares half of the words of its
content, or its cue. An addressee is right if it shares half of the words with the annotated one. Those of quotes that
nobody annotated are not counted. ``--wrong`` lists the differences, for the articles that rules are made with.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from quoteattr import Article, Attitude, Extractor, Quote
from quoteattr.scoring.names import same_name

__all__ = ["FOLDER", "counted", "main", "scores"]

FOLDER = Path(__file__).parent / "addressees"
ANNOTATIONS = ("news/tune", "bbc")
"""Where the attributions of these articles are annotated."""
HALF = 0.5
_WORD = re.compile(r"\w+")

Offsets = Sequence[Sequence[int]]


def counted(text: str, article: Article, gold: Sequence[Mapping[str, Any]], told: Mapping[int, Any]) -> Counter[str]:
    """What is right of one article.

    Args:
        text: Its text.
        article: What was found in it.
        gold: Its attributions.
        told: Their addressees, by the ids of attributions.
    """
    counts: Counter[str] = Counter()
    for one in gold:
        quote = _found(text, article.quotes, one)
        wanted = told.get(one["id"])
        given = [(span.start, span.end) for span in quote.addressee] if quote is not None else []
        right = wanted is not None and bool(given) and _share(text, given, wanted["addressee"]) >= HALF
        counts["gold"] += wanted is not None
        counts["found"] += wanted is not None and quote is not None
        counts["given"] += bool(given)
        counts["right"] += right
        name = quote.addressed_to.name if quote is not None and quote.addressed_to is not None else None
        counts["names"] += wanted is not None and wanted["name"] is not None
        counts["named"] += name is not None
        counts["right names"] += right and wanted is not None and same_name(name, wanted["name"])
    return counts


def _found(text: str, quotes: Iterable[Quote], one: Mapping[str, Any]) -> Quote | None:
    """The quote that is an attribution, if there is one."""

    def shared(quote: Quote) -> float:
        share = _share(text, [(span.start, span.end) for span in quote.content], one["content"])
        cues = [(span.start, span.end) for span in quote.cue]
        same = any(start < last and first < end for start, end in cues for first, last in one["cue"])
        return share + same

    best = max(quotes, key=shared, default=None)
    return best if best is not None and shared(best) >= HALF else None


def _share(text: str, ones: Offsets, others: Offsets) -> float:
    """How many words two annotations share, of all that they have (Dice)."""
    words, other_words = _words(text, ones), _words(text, others)
    return 2 * len(words & other_words) / max(1, len(words) + len(other_words))


def _words(text: str, spans: Offsets) -> set[int]:
    """Where the words of spans begin."""
    return {match.start() + start for start, end in spans for match in _WORD.finditer(text[start:end])}


def scores(counts: Mapping[str, int]) -> str:
    """The figures in a line."""
    lines = []
    for what, right, given, gold in (
        ("addressees", "right", "given", "gold"),
        ("names", "right names", "named", "names"),
    ):
        precision, recall = counts[right] / max(1, counts[given]), counts[right] / max(1, counts[gold])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        lines.append(f"{what} {counts[gold]}: P {precision:.1%} R {recall:.1%} F1 {f1:.1%}")
    return "; ".join([*lines, f"of quotes that were found R {counts['right'] / max(1, counts['found']):.1%}"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--only", choices=["tune", "held"])
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args(arguments)
    texts = {file.stem: file for file in options.texts.rglob("*.txt")}
    gold = {file.stem: file for part in ANNOTATIONS for file in (FOLDER.parent / part).rglob("*.json")}
    extractor = Extractor(attitudes=list(Attitude))
    for part in [options.only] if options.only else ["tune", "held"]:
        counts: Counter[str] = Counter()
        for file in sorted((FOLDER / part).glob("*.json")):
            text = texts[file.stem].read_bytes().decode("utf-8")
            told = {one["id"]: one for one in json.loads(file.read_text(encoding="utf-8"))}
            listed = json.loads(gold[file.stem].read_text(encoding="utf-8"))
            article = extractor(text)
            counts += counted(text, article, listed, told)
            if options.wrong:
                _show(file.stem, text, article, listed, told)
        print(f"{part}: {scores(counts)}")


def _show(name: str, text: str, article: Article, gold: Sequence[Mapping[str, Any]], told: Mapping[int, Any]) -> None:
    """Print where what was found is another addressee, or another name, than the annotated one."""
    for one in gold:
        quote, wanted = _found(text, article.quotes, one), told.get(one["id"], {"addressee": [], "name": None})
        given = [(span.start, span.end) for span in quote.addressee] if quote is not None else []
        named = quote.addressed_to.name if quote is not None and quote.addressed_to is not None else None
        same = _share(text, given, wanted["addressee"]) >= HALF or not (given or wanted["addressee"])
        if not same or (wanted["name"] and not same_name(named, wanted["name"])):
            expected, found = (
                " … ".join(text[start:end] for start, end in some) for some in (wanted["addressee"], given)
            )
            rule = quote.addressee_rule if quote is not None else "no quote"
            print(f"{name} {one['id']}: expected {expected!r} ({wanted['name']}), got {found!r} ({named}, {rule})")


if __name__ == "__main__":
    main()
