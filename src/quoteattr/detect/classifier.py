"""How likely a candidate is an attribution: trees over counts of training articles, or the counts alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import cbrt

from quoteattr.detect import evidence
from quoteattr.detect.candidate import IDIOM, Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.reporting import acts, doubted, told, undergone
from quoteattr.detect.senses import is_non_attributive
from quoteattr.forest import Row
from quoteattr.lexicon import Lexicon

__all__ = ["HOPELESS", "classified", "plausible"]

HOPELESS = 0.1
"""Candidates whose cue is in so small a share of cases one in its frame are not looked at any further."""
_SURE = 0.999
_AT_ONCE = 512
_IDIOMATIC = 0.9
"""How likely an idiom that names its source reports something; the trees have seen too few of them to tell."""

Shares = tuple[float, float]
"""How likely a candidate decides, and how likely a reader would report it."""


def plausible(article: ArticleFeatures, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that their sense and the counts of their cue leave a chance."""
    lexicon = article.lexicon
    return [
        one
        for one in candidates
        if one.lemma not in lexicon.no_cues
        if one.certain
        or (one.frame == "quote" and one.lemma in lexicon.speech)
        or lexicon.added(one.lemma, one.frame)
        or (not lexicon.wide and any(one.lemma in of.get(one.frame, ()) for of in (acts(), undergone())))
        or (lexicon.precision(one.lemma, one.pos, one.frame) >= HOPELESS and not is_non_attributive(article, one))
    ]


def classified(article: ArticleFeatures, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with how likely each is an attribution.

    What the lexicon's user added to it, and what a rule is certain of, is not doubted.

    Args:
        article: The article.
        candidates: All plausible ones, with the ends of their contents.
    """
    lexicon = article.lexicon
    if lexicon.classifiers.attribution is None:
        shares = [1.0 if one.certain else lexicon.precision(one.lemma, one.pos, one.frame) for one in candidates]
        return [one.classified(share, share) for one, share in zip(candidates, shares, strict=True)]
    pairs = zip(candidates, _shares(lexicon, evidence.rows_of(article, candidates)), strict=True)
    return [one.classified(*_undoubted(lexicon, one, shares)) for one, shares in pairs]


def _shares(lexicon: Lexicon, rows: Iterator[Row]) -> Iterator[Shares]:
    """For each row how likely it decides, and how likely a reader would report it; a few hundred are held at a time."""
    attribution, report = lexicon.classifiers.attribution, lexicon.classifiers.report
    if attribution is None:
        return
    while some := list(islice(rows, _AT_ONCE)):
        attributed = attribution.probabilities(some)
        if report is None:
            yield from zip(attributed, attributed, strict=True)
            continue
        pairs = zip(some, attributed, strict=True)
        reported = report.probabilities({**row, "attributed": share, "news": 1.0} for row, share in pairs)
        if not lexicon.wide:
            reported = list(map(told, some, reported))
        reported = [doubted(row, share) for row, share in zip(some, reported, strict=True)]
        decide = map(_between, attributed, reported) if lexicon.wide else reported
        yield from zip(decide, reported, strict=True)


def _between(attributed: float, reported: float) -> float:
    """The geometric mean of both classifiers' odds, that of attributions counted twice, for the wider idea of one.

    The report classifier knows other newsrooms, the other one what no reader would report as said.
    """
    yes = cbrt(attributed**2 * reported)
    no = cbrt((1 - attributed) ** 2 * (1 - reported))
    return yes / (yes + no) if yes + no else 0.5


def _undoubted(lexicon: Lexicon, one: Candidate, shares: Shares) -> Shares:
    """What is said of a candidate, where there is nothing to doubt: a verb that was added, a turn behind a name."""
    if lexicon.added(one.lemma, one.frame):
        return max(shares[0], _SURE), max(shares[1], _SURE)
    if one.certain and one.frame == IDIOM:
        return _IDIOMATIC, _IDIOMATIC
    return (shares[0], 1.0) if one.certain and one.pos == "PUNCT" else shares
