"""Paragraphs that are quoted without marks, below a line that says so: "The minister said:", as web pages have them."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.above import verb_above
from quoteattr.detect.sentences import STOPS
from quoteattr.detect.spans import clean

__all__ = ["RULES", "find"]

UNMARKED = rule(
    "block-unmarked",
    "a line that ends with a verb of saying and a colon, and below it a paragraph of sentences without marks",
    "{Tatang Said, an official with the search agency,} said:\n\n[This morning we recovered four bodies from the "
    "sea. One of them wore a life jacket].",
    "{The bank} wrote to its customers:\n\n[We regret the delay and will repay every one of you].",
)
RULES = (UNMARKED,)

_NEAR = 14
"""Tokens between the verb and the colon at most."""
_WORDS = 6
"""Words of such a paragraph at least."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each such paragraph."""
    parse = article.parse
    for number, line in enumerate(parse.paragraphs):
        start, end = parse.trim(line)
        if start >= end or not parse.words[start][:1].isupper() or parse.words[end - 1][-1:] not in STOPS:
            continue
        if parse.region_of[start] >= 0 or sum(parse.wordlike[start:end]) < _WORDS:
            continue
        cue = verb_above(article, number)
        if cue < 0 or not article.reports(cue):
            continue
        above = parse.trim(parse.line_of(cue))[1]
        if parse.words[above - 1] == ":" and above - cue <= _NEAR:
            content = clean(article, [(start, end)])
            lemma = article.lexicon.lemma(parse.lower[cue])
            if content:
                yield Candidate(UNMARKED.id, cue, lemma, "VERB", "block", content)
