"""Names with what the persons are, as layouts have them around quotations: "Rosa Timm, 34, nurse"."""

from __future__ import annotations

from attrs import frozen

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.detect.quotations.headings import name_head
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.names import given_names
from quoteattr.syntax import Range
from quoteattr.syntax.labels import FINITE_TAGS, SPEAKERS

__all__ = ["LONGEST", "Signature", "signature", "speaks"]

LONGEST = 16
"""Tokens of a name and what the person is, at most."""
_RELATIVES = listed("label", "relatives")
_TITLES_END = "."
_NO_NAMES = listed("label", "no_names")


@frozen
class Signature:
    """A name, and what the person is.

    Attributes:
        name: The tokens of the name.
        told: Whether it is told what the person is.
        sure: Whether the name is known to be a person's: by the model, by the given name, or as the handle of a post.
    """

    name: Range
    told: bool
    sure: bool

    def head(self, article: ArticleFeatures) -> int:
        """The token that the name hangs on."""
        return name_head(article, self.name[1] - 1, self.name)


def signature(article: ArticleFeatures, tokens: Range) -> Signature | None:
    """The name that a stretch is, with what the person is; ``None`` where it is something else.

    Args:
        article: The article.
        tokens: The stretch, without white space around it.
    """
    parse = article.parse
    start, end = tokens
    if not 0 < end - start <= LONGEST:
        return None
    found = shape("signature", parse, tokens)
    if found is None or not _is_nominal(article, tokens):
        return None
    first, last = found.tokens("name")
    last = min(last, end)
    if parse.words[last - 1] == _TITLES_END:
        last -= 1
    if first >= last or parse.lower[first] in _NO_NAMES or any(region >= 0 for region in parse.region_of[start:end]):
        return None
    sure = _is_known(article, (first, last))
    told = "rest" in found
    if told and not sure and parse.wordlike[last] and parse.lower[first] not in given_names():
        return None  # "Here from", "Winter in Oslo"
    return Signature((first, last), told, sure)


def _is_nominal(article: ArticleFeatures, tokens: Range) -> bool:
    """Whether a stretch has no verb but within a relative clause that reports nothing."""
    parse = article.parse
    for token in range(*tokens):
        if parse.tags[token] in FINITE_TAGS and parse.words[token][0].islower():
            clause = not _RELATIVES.isdisjoint(parse.lower[tokens[0] : token])
            return clause and not article.has_report(tokens)
    return True


def _is_known(article: ArticleFeatures, name: Range) -> bool:
    parse = article.parse
    first = name[0]
    if parse.words[first][0] == "@":
        return True
    persons = any(parse.entity_labels[token] == "PERSON" for token in range(*name))
    return persons or (parse.lower[first] in given_names() and name[1] - first > 1)


def speaks(article: ArticleFeatures, found: Signature) -> bool:
    """Whether a name may be that of somebody who speaks: no place, date or work by the model, or known to be one."""
    parse = article.parse
    labels = {parse.entity_labels[token] for token in range(*found.name)}
    return found.sure or (labels <= {"", *SPEAKERS} and (found.told or found.name[1] - found.name[0] > 1))
