"""Contents behind a preposition: "complained about the delay", "called for a vote", "spoke of a new era"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import listed
from quoteattr.syntax.grammar import complement_of

__all__ = ["RULES", "find"]

PREPOSITION = rule(
    "preposition",
    "a verb of saying with a preposition that leads to the content",
    "{Residents} complained about [the noise from the airport].",
    "{The senator} called for [a new vote].",
    "{The agency} appealed for [clean water and blankets].",
    "{Detectives} are appealing for [witnesses].",
)
RULES = (PREPOSITION,)

_ASKING = listed("acts", "for")
"""Behind what they ask for the parser hangs what it is for on them: "appealed for help to rebuild the town"."""
_LINKS = listed("links", "verb")


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each verb with a linking preposition and neither object nor clause."""
    parse = article.parse
    for verb in article.verbs:
        if verb.passive or verb.after("ccomp", "oprd") or verb.all("dobj"):
            continue
        if verb.after("xcomp") and verb.lemma not in _ASKING:
            continue
        for preposition in verb.after("prep"):
            link = parse.lower[preposition]
            if link in _LINKS and article.can_be_content(preposition):
                head = complement_of(parse, preposition)
                span = OpenSpan("preposition", head, preposition + 1, parse.right[preposition])
                yield Candidate.of_verb(PREPOSITION, verb, "prep:" + link, open_span=span)
                break
