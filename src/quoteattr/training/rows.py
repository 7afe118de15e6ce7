"""The rows that the trees are fitted to: places where contents may end, and candidates."""

from __future__ import annotations

from attrs import frozen

from quoteattr.attribute.sources import source_of
from quoteattr.detect import FAMILIES, Reading, ends, evidence
from quoteattr.detect.judge import plausible
from quoteattr.detect.snapping import snapped
from quoteattr.forest import Row
from quoteattr.lexicon import Lexicon
from quoteattr.training.articles import TrainingArticle
from quoteattr.training.counting import places_of_contents

__all__ = ["Labelled", "candidate_rows", "end_rows", "reported_rows"]

_EDGE = 0.3
"""Weight of what two readers may judge differently against what is plainly none: it is not reported, but no mistake."""
_NEWS_ENDS = 2.0
"""Weight of a place in the news against one in PolNeAR, which has ten times as many."""


@frozen
class Labelled:
    """A row, whether it is right, and how much it counts."""

    row: Row
    right: bool
    weight: float = 1.0


def end_rows(article: TrainingArticle, lexicon: Lexicon) -> list[Labelled]:
    """The places behind the heads of contents; right is a place where the content goes on."""
    reading = Reading(article.parse, lexicon)
    out = []
    for candidate, tail, found in places_of_contents(article, reading):
        looked_at = {
            place.token: (number, counted)
            for number, (place, counted) in enumerate(ends.open_places(reading, candidate.cue, tail))
        }
        for place, goes_on in found:
            if place.token in looked_at:
                number, counted = looked_at[place.token]
                row = ends.row_of(reading, candidate, tail, number, place, counted)
                out.append(Labelled(row, goes_on, _NEWS_ENDS if article.is_news else 1.0))
    return out


def candidate_rows(article: TrainingArticle, lexicon: Lexicon) -> list[Labelled]:
    """The plausible candidates; right are those whose content, cue and source are those of an attribution.

    Wrong ones inside a content are left out: the outermost wins over them anyway.
    """
    reading = Reading(article.parse, lexicon)
    inside = article.inside()
    out = []
    candidates = plausible(reading, [one for family in FAMILIES for one in family.find(reading)])
    for candidate, row in zip(candidates, evidence.rows_of(reading, candidates), strict=True):
        cue = article.at(candidate.cue)
        whole = snapped(reading, candidate)
        content = article.of_tokens(whole.content)
        if not content or (cue | content) & article.left_out:
            continue
        gold = article.answers(content, cue)
        if gold is not None or not cue or not cue <= inside:
            right = gold is not None and gold.has_source(article.of_tokens(source_of(reading, whole)))
            out.append(Labelled(row, right))
    return out


def reported_rows(article: TrainingArticle, lexicon: Lexicon) -> list[Labelled]:
    """The plausible candidates of an article whose gold has levels; right are those that answer a core attribution.

    ``lexicon`` has a judge, and its share is the feature ``attributed``.
    """
    if lexicon.judge is None or not article.is_news:
        return []
    reading = Reading(article.parse, lexicon)
    inside = article.inside()
    out = []
    candidates = plausible(reading, [one for family in FAMILIES for one in family.find(reading)])
    rows = list(evidence.rows_of(reading, candidates))
    for candidate, row, share in zip(candidates, rows, lexicon.judge.probabilities(rows), strict=True):
        cue = article.at(candidate.cue)
        whole = snapped(reading, candidate)
        content = article.of_tokens(whole.content)
        gold = article.answers(content, cue) if content else None
        if not content or (gold is None and (article.on_edge(content) or (cue and cue <= inside))):
            continue
        level = gold.level if gold is not None else None
        linked = gold is not None and gold.has_source(article.of_tokens(source_of(reading, whole)))
        weight = _EDGE if level == "edge" else 1.0
        out.append(Labelled({**row, "attributed": share}, linked and level == "core", weight))
    return out
