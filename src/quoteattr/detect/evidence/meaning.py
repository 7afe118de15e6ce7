"""What sorts of things the cue, the content and the agent are: evidence on words that were never counted."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.forest import Row
from quoteattr.lexicon import meanings
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.meanings import UNKNOWN, Meaning
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax.labels import COMMON_TAGS

__all__ = ["features"]

_SPEAKERS = label_set("entities", "agents")
_INDEFINITE = listed("voice", "indefinite")
_NEGATIONS = listed("grammar", "helping_negations")


def features(article: ArticleFeatures, candidate: Candidate, row: Row) -> dict[str, str | float]:
    """The features of a candidate's meaning.

    Args:
        article: The article.
        candidate: Any one.
        row: Its other features.
    """
    cue = noun(candidate.lemma) if candidate.pos == "NOUN" else meanings.verb(candidate.lemma)
    head = _meaning(str(row.get("head", "")), str(row.get("head-tag", "")))
    helpers = {*str(row.get("helpers", "")).split(), str(row.get("adverb", ""))}
    return {
        "cue-sort": cue.sort,
        "cue-says": cue.says,
        "cue-thinks": cue.other,
        "attitude": article.lexicon.attitude(candidate.lemma, candidate.frame).value,
        "head-sort": head.sort,
        "head-says": head.says,
        "head-people": head.other,
        "agent-sort": _agent(row),
        "negated": float(not _NEGATIONS.isdisjoint(helpers)),
    }


def _meaning(word: str, tag: str) -> Meaning:
    """The meaning of a word in a content; of what is no noun, its tag, and of a name what it names."""
    if tag in COMMON_TAGS:
        return noun(word)
    return Meaning(word if tag[:3] == "NNP" else tag, UNKNOWN.says, UNKNOWN.other)


def _agent(row: Row) -> str:
    """Whether the agent can speak: a pronoun as it is, what a name names, the sort of a noun; ``""`` for none."""
    tag, entity = str(row.get("agent-tag", "")), str(row.get("agent-entity", ""))
    if entity in _SPEAKERS:
        return entity
    word = str(row.get("agent", ""))
    if word in _INDEFINITE:
        return "indefinite"
    if tag in COMMON_TAGS:
        return noun(word).sort or "noun"
    return word if tag == "PRP" else tag
