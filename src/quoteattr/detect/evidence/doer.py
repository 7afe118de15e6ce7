"""Who does what the cue says, as far as the tree tells without much search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.reading import Reading
from quoteattr.detect.words import word_at

__all__ = ["features", "reporting"]

_STEPS = 4
_CLIMBS = frozenset(("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "acomp"))


def reporting(reading: Reading) -> Mapping[str, int]:
    """How often each word is the subject of a verb that reports in this article."""
    parse, reports = reading.parse, reading.lexicon.reports
    return Counter(parse.lower[verb.subject] for verb in reading.verbs if verb.subject >= 0 and reports(verb.lemma))


def features(reading: Reading, candidate: Candidate, speakers: Mapping[str, int]) -> dict[str, str | float]:
    """The features of a candidate's doer; none if it has none.

    Args:
        reading: The article.
        candidate: One with a cue.
        speakers: What ``reporting`` says of the article.
    """
    parse = reading.parse
    found = candidate.source if candidate.source >= 0 else _subject(reading, candidate.cue)
    if found < 0:
        return {}
    entity = parse.entity_of[found]
    determiner = parse.child(found, "det", "poss", "amod", "compound")
    return {
        "doer": word_at(reading, found),
        "doer-tag": parse.tags[found],
        "doer-label": parse.deps[found],
        "doer-entity": parse.entities[entity].label if entity >= 0 else "",
        "doer-determiner": word_at(reading, determiner) if determiner >= 0 else "",
        "doer-distance": float(found - candidate.cue),
        "doer-words": float(parse.right[found] - parse.left[found]),
        "doer-reports": float(speakers.get(parse.lower[found], 0)),
    }


def _subject(reading: Reading, token: int) -> int:
    parse = reading.parse
    for _ in range(_STEPS):
        verb = reading.verb_at.get(token)
        if verb is not None and verb.subject >= 0:
            return verb.subject
        if parse.deps[token] in ("relcl", "acl"):
            return parse.heads[token]
        if parse.deps[token] not in _CLIMBS and verb is not None:
            return -1
        token = parse.heads[token]
    return -1
