"""Count how often words are cues and what contents go on with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from quoteattr.detect import FAMILIES, ArticleFeatures, Candidate, surface
from quoteattr.detect.boundaries import Boundary, boundaries
from quoteattr.detect.bounding import bounded, limit_of
from quoteattr.detect.candidate import OpenSpan
from quoteattr.detect.expansion import expanded_to_quotation
from quoteattr.lexicon import ANY, Classifiers, Count, Lexicon
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
    shipped = evolve(Lexicon.default(), classifiers=Classifiers())
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
        features = ArticleFeatures(article.parse, lexicon)
        inside = article.inside()
        seen: set[tuple[int, str]] = set()
        for family in FAMILIES:
            if family is surface and not quotations:
                continue
            for candidate in bounded(features, list(family.find(features))):
                cue = article.at(candidate.cue)
                content = article.of_tokens(expanded_to_quotation(features, candidate).content)
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
        features = ArticleFeatures(article.parse, lexicon)
        for candidate, span, found in places_of_contents(article, features):
            if lexicon.precision(candidate.lemma, candidate.pos, ANY) < _KNOWN_CUE:
                continue
            for boundary, goes_on in found:
                for key in boundary.keys(span.family):
                    tally.add((key,), goes_on)
    return {key[0]: Count(right, found) for key, right, found in tally.items()}


def places_of_contents(
    article: TrainingArticle, features: ArticleFeatures
) -> Iterator[tuple[Candidate, OpenSpan, list[tuple[Boundary, bool]]]]:
    """The spans of annotated contents, with the places up to their end and whether they went on at each.

    Asked are contents whose cue, start and head a rule has right.
    """
    parse = article.parse
    owner = {word: one for one in article.gold for word in one.content}
    for candidate, span in _open_spans(features):
        if features.hidden[span.head]:
            continue
        first = next((token for token in range(span.start, span.head + 1) if article.at(token)), span.head)
        words, opening = article.at(span.head), article.at(first)
        gold = owner.get(min(words)) if words else None
        if gold is None or not opening or owner.get(min(opening)) is not gold:
            continue
        if not article.at(candidate.cue) <= gold.cue:
            continue
        found = []
        for boundary in boundaries(features, candidate.cue, span.head, limit_of(features, candidate.cue, span)):
            here = article.at(boundary.token)
            region = parse.region_of[boundary.token]
            if not here or (region >= 0 and region == parse.region_of[boundary.token - 1]):
                continue
            goes_on = here <= gold.content
            if not goes_on and max(gold.content) > min(here):
                continue
            found.append((boundary, goes_on))
            if not goes_on:
                break
        if found:
            yield candidate, span, found


def _open_spans(features: ArticleFeatures) -> Iterator[tuple[Candidate, OpenSpan]]:
    seen = set()
    for family in FAMILIES:
        for candidate in family.find(features):
            span = candidate.open_span
            if span is not None and (candidate.cue, span) not in seen:
                seen.add((candidate.cue, span))
                yield candidate, span
