"""Who does what the cue says, as far as the tree tells without much search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import listed
from quoteattr.syntax.control import nearest_subject

__all__ = ["features", "reporting"]

_NARRATOR = listed("voice", "narrator")


def reporting(article: ArticleFeatures) -> Mapping[str, int]:
    """How often each word is the subject of a verb that reports in this article."""
    parse, reports = article.parse, article.lexicon.reports
    return Counter(parse.lower[verb.subject] for verb in article.verbs if verb.subject >= 0 and reports(verb.lemma))


def features(article: ArticleFeatures, candidate: Candidate, speakers: Mapping[str, int]) -> dict[str, str | float]:
    """The features of a candidate's agent; none if it has none.

    Args:
        article: The article.
        candidate: One with a cue.
        speakers: What ``reporting`` says of the article.
    """
    parse, told = article.parse, article.token_features
    agent = candidate.source if candidate.source >= 0 else nearest_subject(parse, article.verb_at, candidate.cue)
    if agent < 0:
        return {}
    spoken = bool(article.spoken) and article.spoken[candidate.cue]
    return {
        "agent": told[agent],
        "agent-tag": parse.tags[agent],
        "agent-label": parse.deps[agent],
        "agent-entity": parse.entity_labels[agent],
        "agent-determiner": told[parse.child(agent, "det", "poss", "amod", "compound")],
        "agent-distance": float(agent - candidate.cue),
        "agent-words": float(parse.right[agent] - parse.left[agent]),
        "agent-reports": float(speakers.get(parse.lower[agent], 0)),
        "own-voice": float(parse.tags[agent] == "PRP" and told[agent] in _NARRATOR and not spoken),
    }
