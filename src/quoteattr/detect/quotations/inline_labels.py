"""Names and colons in front of a quotation within a line: "Next came the pollster Jane Smith: “…”"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.headings import heads_line, is_no_speaker, name_head, names_speaker
from quoteattr.detect.spans import clean
from quoteattr.syntax import Range
from quoteattr.syntax.grammar import nominal_of

__all__ = ["NAMED", "named_turns"]

NAMED = rule(
    "turn-name",
    "a name and a colon in front of a quotation, in a sentence without a verb of saying",
    "Next came {the pollster Jane Smith}: [“Voters decide late, and nobody knows why.”]",
    "The critics include {the economist Jane Smith}: [“Nobody will gain from it but the rich.”]",
    "Not everybody was glad. From {the report}: [“The bridge is a danger to all who use it.”]",
    "Some are against it. More from {Jane Smith}: [“We have no plans to build a bridge.”]",
)

_FROM = "from"
_SENTENCE = 4
"""Words of a quotation that a name and a colon introduce."""


def named_turns(article: ArticleFeatures, line: Range) -> Iterator[Candidate]:
    """The candidates of the quotations in a line that a name and a colon stand before."""
    parse = article.parse
    for number in sorted({parse.region_of[token] for token in range(*line)} - {-1}):
        region = parse.region_tokens[number]
        colon = region[0] - 1
        if (
            colon <= line[0]
            or parse.words[colon][-1:] != ":"
            or article.region_words[number] < _SENTENCE
            or parse.regions[number].weak
        ):
            continue
        content = clean(article, [region])
        head = _head(article, max(article.sentence(colon - 1)[0], line[0]), colon)
        if content and head >= 0:
            yield Candidate(NAMED.id, colon, ":", "PUNCT", "quoted", content, source=head)


def _head(article: ArticleFeatures, start: int, colon: int) -> int:
    """The head of the name before a colon, in a sentence that begins at ``start``; or -1."""
    parse = article.parse
    if is_no_speaker(article, start, colon) and _FROM not in parse.lower[start:colon]:
        return -1
    named = heads_line(article, (start, colon))
    if named < colon:
        start = named
    if article.has_report((start, colon)):
        return -1
    if named < colon or names_speaker(article, colon):
        head = name_head(article, colon - 1, (start, colon))
        return _from(article, head) if parse.deps[head] == "pobj" and named == colon else head
    if any(token in article.verb_at for token in range(start, colon)):
        return -1
    return _speaker(article, (start, colon))


def _from(article: ArticleFeatures, noun: int) -> int:
    """A noun that from governs, or -1: "From the report: …", "More from Jane Smith: …"."""
    parse = article.parse
    return noun if parse.lower[parse.heads[noun]] == _FROM else -1


def _speaker(article: ArticleFeatures, tokens: Range) -> int:
    """Who speaks, in a phrase without a verb before a colon: what from governs, else the last name; or -1."""
    parse = article.parse
    names = -1
    for token in range(*tokens):
        if parse.lower[token] == _FROM:
            found = nominal_of(parse, token)
            if tokens[0] <= found < tokens[1]:
                return found
        if parse.entity_labels[token] == "PERSON":
            names = token
    return names
