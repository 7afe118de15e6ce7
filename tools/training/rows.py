"""The rows that the trees are fitted to: places where contents may end, and candidates."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from quoteattr.attribute.sources import source_of
from quoteattr.detect import FAMILIES, ArticleFeatures, Candidate, boundary_features, bounding, evidence
from quoteattr.detect.classifier import plausible
from quoteattr.detect.expansion import expanded_to_quotation
from quoteattr.forest import Row
from quoteattr.lexicon import Lexicon
from quoteattr.records import Attitude
from tools.training.articles import Gold, TrainingArticle
from tools.training.counting import places_of_contents

__all__ = ["Labelled", "candidate_rows", "end_rows", "reported_rows"]

_EDGE = 0.3
"""Weight of what two readers may judge differently against what is plainly none: it is not reported, but no mistake."""
_NEWS_ENDS = 1.0
"""Weight of a place in the news against one in the corpus: with more, the ends of the corpus get worse."""
_CORPUS = 0.05
"""Weight of a candidate of the corpus against one of the news, of which there are 15 times fewer."""
_QUOTED = 0.15
"""Share of a content in marks from which on somebody said it."""
_CLAUSES = ("as", "clause", "for", "parataxis", "pass+clause", "quote", "to")
"""How frames begin whose content is a clause."""


@frozen
class Labelled:
    """A row, whether it is right, and how much it counts."""

    row: Row
    right: bool
    weight: float = 1.0


def end_rows(article: TrainingArticle, lexicon: Lexicon) -> list[Labelled]:
    """The places behind the heads of contents; right is a place where the content goes on."""
    features = ArticleFeatures(article.parse, evolve(lexicon, wide=not article.is_news))
    out = []
    for candidate, span, found in places_of_contents(article, features):
        looked_at = {
            boundary.token: (number, counted)
            for number, (boundary, counted) in enumerate(bounding.likely_boundaries(features, candidate.cue, span))
        }
        for boundary, goes_on in found:
            if boundary.token in looked_at:
                number, counted = looked_at[boundary.token]
                row = boundary_features.row_of(features, candidate, span, number, boundary, counted)
                out.append(Labelled(row, goes_on, _NEWS_ENDS if article.is_news else 1.0))
    return out


def candidate_rows(article: TrainingArticle, lexicon: Lexicon) -> list[Labelled]:
    """The plausible candidates of an article of the corpus; right are those whose content, cue and source are gold.

    Wrong ones inside a content are left out: the outermost wins over them anyway.
    """
    if article.is_news:
        return []
    wide = evolve(lexicon, wide=True)  # as the judge will read: with the ends of the corpus
    features = ArticleFeatures(article.parse, wide)
    return [Labelled(row, gold is not None) for _, row, gold in _answered(article, features)]


def reported_rows(article: TrainingArticle, lexicon: Lexicon) -> list[Labelled]:
    """The plausible candidates; right are those that a careful reader would report as what somebody said or thinks.

    In the news these answer a core attribution. The corpus has no levels: there those count that are surely core by
    their form, and those that are none, a little.

    ``lexicon`` has a judge, and its share is the feature ``attributed``.
    """
    attribution = lexicon.classifiers.attribution
    if attribution is None:
        return []
    features = ArticleFeatures(article.parse, lexicon)
    answered = list(_answered(article, features))
    shares = attribution.probabilities([row for _, row, _ in answered])
    out = []
    for (candidate, row, gold), share in zip(answered, shares, strict=True):
        told = {**row, "attributed": share, "news": float(article.is_news)}
        if article.is_news:
            out.append(Labelled(told, gold is not None and gold.level == "core", _EDGE if _is_edge(gold) else 1.0))
        elif gold is None or _surely_said(lexicon, candidate, row):
            out.append(Labelled(told, gold is not None, _CORPUS))
    return out


def _answered(article: TrainingArticle, features: ArticleFeatures) -> Iterator[tuple[Candidate, Row, Gold | None]]:
    """The plausible candidates with their features, and the attribution that each answers, with the right source."""
    inside = article.inside()
    candidates = bounding.bounded(
        features, plausible(features, [one for family in FAMILIES for one in family.find(features)])
    )
    for candidate, row in zip(candidates, evidence.rows_of(features, candidates), strict=True):
        cue = article.at(candidate.cue)
        whole = expanded_to_quotation(features, candidate)
        content = article.of_tokens(whole.content)
        if not content or (cue | content) & article.left_out:
            continue
        gold = article.answers(content, cue)
        if gold is None and ((cue and cue <= inside) or article.on_edge(content)):
            continue
        linked = gold is not None and gold.has_source(article.of_tokens(source_of(features, whole)))
        yield candidate, row, gold if linked else None


def _is_edge(gold: Gold | None) -> bool:
    return gold is not None and gold.level == "edge"


def _surely_said(lexicon: Lexicon, candidate: Candidate, row: Row) -> bool:
    """Whether an attribution of the corpus is surely core: in marks, a clause that is said, or an act of speech."""
    quoted, frame = row.get("quoted", 0.0), candidate.frame
    if isinstance(quoted, float) and quoted > _QUOTED:
        return True
    if frame.startswith(_CLAUSES):
        said = lexicon.attitude(candidate.lemma, frame) in (Attitude.ASSERTION, Attitude.BELIEF)
        return said or candidate.lemma in lexicon.acts
    return frame.endswith(("infinitive", "gerund")) and candidate.lemma in lexicon.acts
