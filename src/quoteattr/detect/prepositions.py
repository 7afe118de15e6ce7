"""Contents behind a preposition: "complained about the delay", "called for a vote", "spoke of a new era"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Parse
from quoteattr.syntax.grammar import Verb, complement_of
from quoteattr.syntax.labels import PROPER_TAGS

__all__ = ["RULES", "find"]

PREPOSITION = rule(
    "preposition",
    "a verb of saying with a preposition that leads to the content",
    "{Residents} complained about [the noise from the airport].",
    "{The senator} called for [a new vote].",
    "{The agency} appealed for [clean water and blankets].",
    "{Detectives} are appealing for [witnesses].",
)
TOLD = rule(
    "preposition-told",
    "a verb of telling or warning, whoever is told, and what he is told of or warned against",
    "{She} also warned the ministry against [closing the mill].",
    "{Counsel} told the commission of [a culture of fear in the mill].",
)
RULES = (PREPOSITION, TOLD)

_ASKING = listed("acts", "for")
"""Behind what they ask for the parser hangs what it is for on them: "appealed for help to rebuild the town"."""
_LINKS = listed("links", "verb")
_TELLING = listed("telling", "always") | listed("telling", "sometimes")
_AGAINST = listed("acts", "against")
_ADDRESSING = _TELLING | _AGAINST
_BODIES = listed("hearings", "bodies")


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each verb with a linking preposition and neither object nor clause."""
    parse = article.parse
    for verb in article.verbs:
        told = _told(article, verb)
        if told is not None:
            yield told
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


def _told(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a preposition behind whoever is told, on whom the parser may hang it."""
    parse, told = article.parse, verb.after("dobj")
    if verb.passive or not told or verb.after("ccomp", "xcomp", "oprd") or verb.lemma not in _ADDRESSING:
        return None
    for preposition in (*parse.children[told[0]], *verb.after("prep")):
        link = parse.lower[preposition]
        if parse.deps[preposition] != "prep" or preposition < told[0] or not article.can_be_content(preposition):
            continue
        if (link == "against" and verb.lemma in _AGAINST) or (link == "of" and _is_told(parse, verb, told[0])):
            head = complement_of(parse, preposition)
            span = OpenSpan("preposition", head, preposition + 1, parse.right[preposition])
            return Candidate.of_verb(TOLD, verb, "prep:" + link, open_span=span)
    return None


def _is_told(parse: Parse, verb: Verb, told: int) -> bool:
    """Whether somebody is told of something: "told the court of his grief", no "told the head of the court"."""
    named = (parse.tags[told] in PROPER_TAGS or parse.tags[told] == "PRP") or parse.lower[told] in _BODIES
    return verb.lemma in _TELLING and named
