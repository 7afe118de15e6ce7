"""Quotations whose closing mark is missing, with who says so behind them: "“We have lost it all, said Pia Lund"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.framing import says_so
from quoteattr.detect.spans import clean
from quoteattr.syntax import Parse, Range

__all__ = ["RULES", "find", "said_within"]

UNCLOSED = rule(
    "quote-unclosed",
    "a mark that nothing closes, and at the end of the paragraph who says so: the quotation ends before that",
    "[“We have lost the whole harvest], said {Pia Lund, a farmer}.",
    "[“Should we close the school]? {the mayor} asked.",
    "[“We have lost it all], {Pia Lund} said. [“It will be a hard winter.”]",
)
RULES = (UNCLOSED,)

_LONGEST = 24
"""Tokens of who says so at most."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each quoted region that nothing closes and that ends with who says so."""
    for number, (start, _) in enumerate(article.parse.region_tokens):
        pause, cue, source = _attribution(article, number)
        if cue >= 0:
            content = clean(article, [(start, pause)])
            lemma = article.lexicon.lemma(article.parse.lower[cue])
            yield Candidate(UNCLOSED.id, cue, lemma, "VERB", "quote", content, source=source, certain=True)


def said_within(article: ArticleFeatures, number: int) -> bool:
    """Whether a quoted region that nothing closes ends with who says so."""
    return _attribution(article, number)[1] >= 0


def _addressed(article: ArticleFeatures, clause: Range) -> int:
    """The end of who says so, before whoever is told: "Pia Lund told | the Post"."""
    tells = (token for token in range(*clause) if article.lexicon.lemma(article.parse.lower[token]) == "tell")
    return next(tells, clause[1] - 1) + 1


def _is_relative(parse: Parse, token: int) -> bool:
    """Whether a comma and a relative clause stand at a token: "said Pia Lund, who farms near Oslo"."""
    return parse.words[token] == "," and parse.lower[token + 1] in ("who", "whose")


def _attribution(article: ArticleFeatures, number: int) -> tuple[int, int, int]:
    """The pause before who says so at the end of a region that nothing closes, his verb, its subject; or -1 thrice."""
    parse = article.parse
    region = parse.regions[number]
    if region.closed or region.weak:
        return -1, -1, -1
    start, end = parse.region_tokens[number]
    while end > start and not parse.is_word(end - 1):
        end -= 1
    relative = next((token for token in range(max(start, end - _LONGEST), end - 1) if _is_relative(parse, token)), end)
    end = relative
    for pause in range(max(start, end - _LONGEST), end):
        if parse.words[pause] not in (",", "?", "!"):
            continue
        cue, source = says_so(article, (pause + 1, _addressed(article, (pause + 1, end))))
        if cue >= 0:
            return pause, cue, source
    return -1, -1, -1
