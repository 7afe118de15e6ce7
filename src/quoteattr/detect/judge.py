"""How likely a candidate is an attribution: trees over counts of training articles, or the counts alone."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.detect import evidence
from quoteattr.detect.candidate import Candidate
from quoteattr.detect.ends import closed
from quoteattr.detect.reading import Reading
from quoteattr.detect.senses import says_nothing

__all__ = ["HOPELESS", "judged", "plausible"]

HOPELESS = 0.1
"""Candidates whose cue is in so small a share of cases one in its frame are not looked at any further."""


def plausible(reading: Reading, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that their sense and the counts of their cue leave a chance, with their ends found."""
    lexicon = reading.lexicon
    return closed(
        reading,
        [
            one
            for one in candidates
            if one.certain
            or lexicon.added(one.lemma, one.frame)
            or (lexicon.precision(one.lemma, one.pos, one.frame) >= HOPELESS and not says_nothing(reading, one))
        ],
    )


def judged(reading: Reading, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The plausible ones of ``candidates`` with how likely each is an attribution.

    What the lexicon's user added to it, and what a rule is certain of, is not doubted.
    """
    lexicon = reading.lexicon
    found = plausible(reading, candidates)
    if lexicon.judge is None:
        return [one.judged(1.0 if one.certain else lexicon.precision(one.lemma, one.pos, one.frame)) for one in found]
    shares = lexicon.judge.probabilities(evidence.rows_of(reading, found))
    return [
        one.judged(max(share, 0.999) if lexicon.added(one.lemma, one.frame) else share)
        for one, share in zip(found, shares, strict=True)
    ]
