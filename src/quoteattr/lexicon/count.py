"""Count the lexicon anew: ``python -m quoteattr.lexicon.count PATH``.

PATH is a folder in the layout of PolNeAR with a split ``train``. What is written are lemmas, frames, counts and
classes: no text of the corpus. The steps, each on the same articles:

1. how often each verb, noun and adjective is a cue, by frame (``cues.tsv``);
2. what follows contents, and how often they went on there (``ends.tsv``);
3. cues again, with these ends;
4. how often each rule was right, on articles that its lexicon was not counted on (``confidence.tsv``).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from quoteattr.attribute.confidence import band
from quoteattr.attribute.sources import source_of
from quoteattr.detect import FAMILIES, Candidate, Reading, detect, surface
from quoteattr.detect.ends import breaks
from quoteattr.detect.merge import snapped
from quoteattr.evaluation.annotation import Annotation, Document, Offsets
from quoteattr.evaluation.readers.brat import read_polnear
from quoteattr.evaluation.words import Words, WordSet
from quoteattr.lexicon.table import ANY, Count, Lexicon
from quoteattr.syntax import Parse, Range

__all__ = ["Tally", "main"]

FOLDS = 5
_HALF = 0.5
_KNOWN_CUE = 0.25
"""Share of a lemma's candidates that must be cues for its ends to be counted."""


class Tally:
    """Counts under keys: how many, and how many of them were right."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, ...], list[int]] = {}

    def add(self, key: tuple[str, ...], right: bool) -> None:
        """One more under ``key``."""
        count = self._counts.setdefault(key, [0, 0])
        count[0] += right
        count[1] += 1

    def items(self) -> list[tuple[tuple[str, ...], int, int]]:
        """Key, right ones and all, in the order of keys."""
        return [(key, right, found) for key, (right, found) in sorted(self._counts.items())]


_Gold = tuple[WordSet, WordSet, WordSet]
"""Content, source and cue of an annotated attribution, as words."""


@frozen
class _Article:
    """An annotated article, parsed."""

    parse: Parse
    words: Words
    gold: tuple[_Gold, ...]
    left_out: WordSet

    @classmethod
    def of(cls, document: Document, parse: Parse) -> _Article:
        words = Words(document.text)
        left_out = words.of(document.discard)
        gold = []
        for annotation in document.gold:
            content, source, cue = _as_words(words, annotation)
            if content and not content & left_out:
                gold.append((content, source, cue))
        return cls(parse, words, tuple(gold), left_out)

    def of_tokens(self, ranges: Iterable[Range]) -> WordSet:
        offsets: list[Offsets] = [self.parse.characters(tokens) for tokens in ranges]
        return self.words.of(offsets)

    def at(self, token: int) -> WordSet:
        return self.words.of([(self.parse.starts[token], self.parse.ends[token])])


def _as_words(words: Words, annotation: Annotation) -> _Gold:
    return words.of(annotation.content), words.of(annotation.source), words.of(annotation.cue)


def count_cues(
    articles: Iterable[_Article], lexicon: Lexicon, *, quotations: bool
) -> dict[tuple[str, str, str], Count]:
    """How many candidates of each lemma and frame share half of their words with an annotated content.

    Candidates inside other contents are not counted: they are dropped for the outermost anyway.
    """
    tally = Tally()
    for article in articles:
        reading = Reading(article.parse, lexicon)
        inside = frozenset().union(*(content for content, _, _ in article.gold))
        seen: set[tuple[int, str]] = set()
        for family in FAMILIES:
            if family is surface and not quotations:
                continue
            for candidate in family.find(reading):
                cue = article.at(candidate.cue)
                content = article.of_tokens(snapped(reading, candidate).content)
                if not content or cue & article.left_out:
                    continue
                right = _best(content, (gold for gold, _, _ in article.gold)) >= _HALF
                if not right and cue and cue <= inside:
                    continue
                lemma, pos, frame = candidate.lemma, candidate.pos, candidate.frame
                tally.add((lemma, pos, frame), right)
                tally.add((ANY, pos, frame), right)
                if (candidate.cue, pos) not in seen:
                    seen.add((candidate.cue, pos))
                    tally.add((lemma, pos, ANY), right)
                    tally.add((ANY, pos, ANY), right)
    return {(key[0], key[1], key[2]): Count(right, found) for key, right, found in tally.items()}


def count_ends(articles: Iterable[_Article], lexicon: Lexicon) -> dict[str, Count]:
    """How often contents went on at each kind of place behind their head."""
    tally = Tally()
    for article in articles:
        parse = article.parse
        reading = Reading(parse, lexicon)
        owner = {word: gold for gold in article.gold for word in gold[0]}
        for family, cue, head, start in _asked(reading):
            if lexicon.precision(reading.verb_at[cue].lemma, "VERB", ANY) < _KNOWN_CUE or reading.hidden[head]:
                continue
            first = next((token for token in range(start, head + 1) if article.at(token)), head)
            gold = _owner(owner, article.at(head))
            if gold is None or _owner(owner, article.at(first)) is not gold or not article.at(cue) <= gold[2]:
                continue
            for place in breaks(reading, family, cue, head, reading.sentence(head)[1]):
                here = article.at(place.token)
                region = parse.region_of[place.token]
                if not here or (region >= 0 and region == parse.region_of[place.token - 1]):
                    continue
                goes_on = here <= gold[0]
                if not goes_on and max(gold[0]) > min(here):
                    continue
                for feature in place.features:
                    tally.add((feature,), goes_on)
                if not goes_on:
                    break
    return {key[0]: Count(right, found) for key, right, found in tally.items()}


def _asked(reading: Reading) -> list[tuple[str, int, int, int]]:
    """Family, cue, content's head and start of every content whose end the counts decide."""
    for family in FAMILIES:
        for _ in family.find(reading):
            pass
    return reading.asked


def _owner(owner: dict[int, _Gold], words: WordSet) -> _Gold | None:
    return owner.get(min(words)) if words else None


def count_right(articles: Iterable[_Article], lexicon: Lexicon, tally: Tally) -> None:
    """Add to ``tally`` how often the quotes of each rule had the right content (half of the words) and source."""
    for article in articles:
        reading = Reading(article.parse, lexicon)
        for candidate in detect(reading):
            content = article.of_tokens(candidate.content)
            if not content or content & article.left_out:
                continue
            source = article.of_tokens(source_of(reading, candidate))
            right = any(
                _overlap(content, gold) >= _HALF and (bool(source & true) or not (source or true))
                for gold, true, _ in article.gold
            )
            for key in ((candidate.rule, _level(candidate, lexicon)), (candidate.rule, ANY), (ANY, ANY)):
                tally.add(key, right)


def _level(candidate: Candidate, lexicon: Lexicon) -> str:
    certain = candidate.certain
    return str(band(1.0 if certain else lexicon.precision(candidate.lemma, candidate.pos, candidate.frame)))


def _best(content: WordSet, gold: Iterable[WordSet]) -> float:
    return max((_overlap(content, one) for one in gold), default=0.0)


def _overlap(one: WordSet, other: WordSet) -> float:
    return len(one & other) / len(one | other)


def counted(articles: Sequence[_Article]) -> Lexicon:
    """The lexicon of these articles."""
    shipped = Lexicon.default()
    empty = evolve(shipped, counts={}, ends={}, threshold=0.0)
    first = evolve(shipped, counts=count_cues(articles, empty, quotations=False), ends={})
    with_ends = evolve(first, ends=count_ends(articles, first))
    return evolve(with_ends, counts=count_cues(articles, with_ends, quotations=True))


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, and write the three tables."""
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.lexicon.count",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="a folder in the layout of PolNeAR")
    parser.add_argument("--split", default="train", help="the split to count (default: train)")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the tables go")
    options = parser.parse_args(arguments)
    documents = read_polnear(options.path, options.split)
    articles = [_Article.of(document, parse) for document, parse in zip(documents, _parses(documents), strict=True)]
    lexicon = counted(articles)
    options.output.mkdir(parents=True, exist_ok=True)
    _write(options.output / "cues.tsv", ("lemma", "pos", "frame", "cues", "candidates"), _cue_rows(lexicon))
    _write(
        options.output / "ends.tsv",
        ("place", "goes_on", "seen"),
        ((place, *_numbers(count)) for place, count in lexicon.ends.items() if count.candidates > 1),
    )
    tally = Tally()
    for fold in range(FOLDS):
        held_out = articles[fold::FOLDS]
        others = [article for number, article in enumerate(articles) if number % FOLDS != fold]
        count_right(held_out, counted(others), tally)
    rows = ((*key, str(right), str(found)) for key, right, found in tally.items())
    _write(options.output / "confidence.tsv", ("rule", "band", "right", "found"), rows)
    print(f"{len(articles)} articles counted into {options.output}", file=sys.stderr)
    return 0


def _parses(documents: Sequence[Document]) -> Iterable[Parse]:
    from quoteattr.models import Model

    model = Model(None)
    for start in range(0, len(documents), 16):
        yield from model.parse([document.text for document in documents[start : start + 16]])


def _cue_rows(lexicon: Lexicon) -> Iterable[tuple[str, ...]]:
    """The counts, but for pairs seen once that were no cue: nothing hangs on them."""
    for (lemma, pos, frame), count in lexicon.counts.items():
        if count.candidates > 1 or count.cues:
            yield lemma, pos, frame, *_numbers(count)


def _numbers(count: Count) -> tuple[str, str]:
    return f"{count.cues:g}", f"{count.candidates:g}"


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in (header, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
