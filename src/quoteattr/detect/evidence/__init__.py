"""What speaks for and against candidates: their features, as the trees look at them; a module for each subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.evidence import agent, content, cue, meaning
from quoteattr.detect.evidence.columns import COLUMNS, REPORTED
from quoteattr.detect.evidence.competitors import Competitors
from quoteattr.detect.features import ArticleFeatures
from quoteattr.forest import Row

__all__ = ["COLUMNS", "REPORTED", "rows_of"]


def rows_of(article: ArticleFeatures, candidates: Sequence[Candidate]) -> Iterator[Row]:
    """The features of candidates with bounded contents, which are all that the article has, one by one."""
    lexicon = article.lexicon
    precisions = [lexicon.precision(one.lemma, one.pos, one.frame) for one in candidates]
    competitors = Competitors.of(article, candidates, precisions)
    speakers = agent.reporting(article)
    places: dict[int, dict[str, str | float]] = {}
    for candidate, precision in zip(candidates, precisions, strict=True):
        row: dict[str, str | float] = {
            "rule": candidate.rule,
            "lemma": candidate.lemma,
            "frame": candidate.frame,
            "given": float(candidate.source >= 0),
            "precision": precision,
            "precision-of-lemma": lexicon.precision(candidate.lemma, candidate.pos, "*"),
            "seen": lexicon.seen(candidate.lemma, candidate.pos, "*"),
            "seen-in-frame": lexicon.seen(candidate.lemma, candidate.pos, candidate.frame),
            **content.features(article, candidate),
            **competitors.features(candidate, precision),
        }
        if candidate.cue >= 0:
            if candidate.cue not in places:
                places[candidate.cue] = cue.place(article, candidate.cue)
            row |= places[candidate.cue]
            row |= cue.features(article, candidate)
            row |= agent.features(article, candidate, speakers)
        row |= meaning.features(article, candidate, row)
        yield row
