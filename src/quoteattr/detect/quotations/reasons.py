"""Reasons in marks, which whoever acts gives: "The judge freed him because “there was no evidence”"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.quoted import begins_low
from quoteattr.detect.sentences import inner
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax import Range
from quoteattr.syntax.grammar import Verb, nominal_of
from quoteattr.syntax.labels import FINITE_TAGS, SPEAKERS

__all__ = ["RULES", "find"]

REASON = rule(
    "reason-quoted",
    "a reason in marks: whoever acts gives it",
    "{The judge} freed him [because “there was no evidence”].",
    "They were criticised by {the auditor} [because “their books are a mess”].",
    "{She} left the party [because it “had lost its way”].",
)
RULES = (REASON,)

_REASONS = listed("beside", "reasons")
_WORDS = 3
"""Words of the reason at least."""
_NEAR = 4
"""Tokens from the conjunction to the marks at most."""
_PEOPLE = listed("voice", "people")
_SORTS = label_set("sorts", "people")


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each reason in marks beside a verb that says nothing itself."""
    parse = article.parse
    for number, region in enumerate(parse.region_tokens):
        if parse.regions[number].weak or article.region_words[number] < _WORDS or not begins_low(article, region):
            continue
        conjunction = _conjunction(article, region)
        verb = _verb(article, conjunction) if conjunction >= 0 else None
        source = _agent(article, verb) if verb is not None else -1
        content = clean(article, [(conjunction, region[1])])
        if verb is not None and source >= 0 and content:
            yield Candidate.of_verb(REASON, verb, "quote", content, source=source, certain=True)


def _conjunction(article: ArticleFeatures, region: Range) -> int:
    """The conjunction that a clause in marks hangs on, or -1: its subject may stand before the marks."""
    parse = article.parse
    start, end = inner(article, region)
    if not article.has_finite_verb((start, end)):
        return -1
    token = region[0] - 1
    if parse.tags[start] in FINITE_TAGS:
        while token > region[0] - _NEAR and parse.tags[token] in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ"):
            token -= 1
    found = token >= 0 and parse.lower[token] in _REASONS and parse.tags[token] == "IN"
    return token if found else -1


def _verb(article: ArticleFeatures, conjunction: int) -> Verb | None:
    """The verb that a reason is given for: it stands before it and reports nothing."""
    for above in article.parse.ancestors(conjunction):
        if above < conjunction and above in article.verb_at:
            return None if article.reports(above) and not article.verb_at[above].passive else article.verb_at[above]
    return None


def _agent(article: ArticleFeatures, verb: Verb) -> int:
    """Who does what a verb tells, if it is people or a body; or -1."""
    parse = article.parse
    by = parse.child(verb.token, "agent") if verb.passive else -1
    found = nominal_of(parse, by) if by >= 0 else -1 if verb.passive else verb.subject
    if found < 0:
        return -1
    if parse.tags[found] == "PRP":
        return found if parse.lower[found] in _PEOPLE else -1
    named = parse.tags[found][:3] == "NNP" and parse.entity_labels[found] in ("", *SPEAKERS)
    return found if named or noun(parse.lower[found]).sort in _SORTS else -1
