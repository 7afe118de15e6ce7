"""Whom others quote: "The paper quoted Hall as saying that …", "Hall was quoted by the Post as saying …"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Parse
from quoteattr.syntax.grammar import Verb

__all__ = ["RULES", "find", "whom_quoted"]

QUOTED = rule(
    "quoted-as",
    "somebody is quoted as saying something: he says it, and not who quotes him",
    "The paper quoted {Maria Hall} as saying [that the bridge was unsafe].",
    "{Maria Hall} was quoted by the Post on Monday as saying [the bridge was unsafe].",
)
RULES = (QUOTED,)

_QUOTING = listed("sources", "quoting")
_FAR = 20
"""Tokens between a verb of quoting and as."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each verb of quoting with as and a verb of saying."""
    for verb in article.verbs:
        speaker = verb.first("nsubjpass" if verb.passive else "dobj") if verb.lemma in _QUOTING else -1
        saying = _saying(article, verb) if speaker >= 0 else None
        clauses = saying.after("ccomp") if saying is not None else []
        if saying is not None and clauses:
            start = max(article.parse.left[clauses[0]], saying.token + 1)
            span = OpenSpan("clause", clauses[0], start, article.parse.right[clauses[0]])
            yield Candidate(
                QUOTED.id, verb.token, saying.lemma, "VERB", "clause", source=speaker, certain=True, open_span=span
            )


def _saying(article: ArticleFeatures, verb: Verb) -> Verb | None:
    """The verb of saying behind as, wherever the parser hangs it."""
    parse = article.parse
    for token in range(verb.token + 1, min(len(parse) - 1, verb.token + _FAR)):
        if parse.lower[token] == "as" and parse.tags[token + 1] == "VBG":
            saying = article.verb_at.get(token + 1 + (parse.lower[token + 1] == "having"))
            return saying if saying is not None and article.lexicon.reports(saying.lemma) else None
        if parse.words[token] in (".", ";"):
            break
    return None


def whom_quoted(article: ArticleFeatures, saying: int) -> int:
    """The head of who is quoted as saying something: "Hall was quoted by the Post as saying"; -1 if nobody is.

    Args:
        article: The article.
        saying: The verb behind as.
    """
    parse = article.parse
    link = saying - 1 - (parse.lower[saying - 1] == "having")
    if parse.tags[saying][:2] != "VB" or link < 1 or parse.lower[link] != "as":
        return -1
    for token in range(link - 1, max(-1, link - _FAR), -1):
        verb = article.verb_at.get(token)
        if verb is not None and verb.lemma in _QUOTING:
            return _object(parse, verb)
        if parse.words[token] in (".", ";"):
            break
    return -1


def _object(parse: Parse, verb: Verb) -> int:
    quoted = verb.first("nsubjpass" if verb.passive else "dobj")
    if quoted < 0 and parse.deps[verb.token] == "acl" and not verb.after("dobj"):
        return parse.heads[verb.token]  # "Hall, quoted by the Post as saying"
    return quoted
