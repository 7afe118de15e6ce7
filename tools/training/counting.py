"""Count how often words are cues and what contents go on with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from quoteattr.detect import FAMILIES, Candidate, Reading, surface
from quoteattr.detect.candidate import Tail
from quoteattr.detect.ends import closed, limit_of
from quoteattr.detect.places import Place, places
from quoteattr.detect.snapping import snapped
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.table import ANY, Count
from tools.training.articles import TrainingArticle

__all__ = ["Tally", "counted", "places_of_contents"]

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


def counted(articles: Sequence[TrainingArticle]) -> Lexicon:
    """The lexicon of these articles, without trees: cues, then ends, then cues again with these ends."""
    shipped = evolve(Lexicon.default(), ends_forest=None, judge=None)
    empty = evolve(shipped, counts={}, ends={})
    first = evolve(shipped, counts=count_cues(articles, empty, quotations=False), ends={})
    with_ends = evolve(first, ends=count_ends(articles, first))
    return evolve(with_ends, counts=count_cues(articles, with_ends, quotations=True))


def count_cues(
    articles: Iterable[TrainingArticle], lexicon: Lexicon, *, quotations: bool
) -> dict[tuple[str, str, str], Count]:
    """How many candidates of each lemma and frame share half of their words, and their cue, with an attribution.

    Candidates inside other contents are not counted: they are dropped for the outermost anyway.
    """
    tally = Tally()
    for article in articles:
        reading = Reading(article.parse, lexicon)
        inside = article.inside()
        seen: set[tuple[int, str]] = set()
        for family in FAMILIES:
            if family is surface and not quotations:
                continue
            for candidate in closed(reading, list(family.find(reading))):
                cue = article.at(candidate.cue)
                content = article.of_tokens(snapped(reading, candidate).content)
                if not content or cue & article.left_out:
                    continue
                right = article.answers(content, cue) is not None
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


def count_ends(articles: Iterable[TrainingArticle], lexicon: Lexicon) -> dict[str, Count]:
    """How often contents went on at each kind of place behind their head."""
    tally = Tally()
    for article in articles:
        reading = Reading(article.parse, lexicon)
        for candidate, tail, found in places_of_contents(article, reading):
            if lexicon.precision(candidate.lemma, candidate.pos, ANY) < _KNOWN_CUE:
                continue
            for place, goes_on in found:
                for feature in place.features(tail.family):
                    tally.add((feature,), goes_on)
    return {key[0]: Count(right, found) for key, right, found in tally.items()}


def places_of_contents(
    article: TrainingArticle, reading: Reading
) -> Iterator[tuple[Candidate, Tail, list[tuple[Place, bool]]]]:
    """The tails of annotated contents, with the places up to their end and whether they went on at each.

    Asked are contents whose cue, start and head a rule has right.
    """
    parse = article.parse
    owner = {word: one for one in article.gold for word in one.content}
    for candidate, tail in _tails(reading):
        if reading.hidden[tail.head]:
            continue
        first = next((token for token in range(tail.start, tail.head + 1) if article.at(token)), tail.head)
        words, opening = article.at(tail.head), article.at(first)
        gold = owner.get(min(words)) if words else None
        if gold is None or not opening or owner.get(min(opening)) is not gold:
            continue
        if not article.at(candidate.cue) <= gold.cue:
            continue
        found = []
        for place in places(reading, candidate.cue, tail.head, limit_of(reading, candidate.cue, tail)):
            here = article.at(place.token)
            region = parse.region_of[place.token]
            if not here or (region >= 0 and region == parse.region_of[place.token - 1]):
                continue
            goes_on = here <= gold.content
            if not goes_on and max(gold.content) > min(here):
                continue
            found.append((place, goes_on))
            if not goes_on:
                break
        if found:
            yield candidate, tail, found


def _tails(reading: Reading) -> Iterator[tuple[Candidate, Tail]]:
    seen = set()
    for family in FAMILIES:
        for candidate in family.find(reading):
            tail = candidate.tail
            if tail is not None and (candidate.cue, tail) not in seen:
                seen.add((candidate.cue, tail))
                yield candidate, tail
