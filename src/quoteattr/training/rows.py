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

__all__ = ["Labelled", "candidate_rows", "end_rows"]


@frozen
class Labelled:
    """A row, and whether it is right."""

    row: Row
    right: bool


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
                out.append(Labelled(row, goes_on))
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
