"""Coreference chains that somebody else has found, as evidence like any other.

A chain speaks for a source that is a pronoun or a description: it stands for the name that lies in the same chain. A
source with a name in it needs no chain, since names are told apart better here than by what is trained on other texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from quoteattr.coreference.context import Context, Finding, Sieve
from quoteattr.coreference.entities import Mention
from quoteattr.coreference.mentions.nominals import source_head
from quoteattr.coreference.rules import rule
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import PROPER_TAGS

__all__ = ["EXTERNAL_CHAIN", "RULES", "Chain", "sieves_of_chains"]

Chain = Sequence[tuple[int, int]]
"""Stretches of the article that mean the same, as character offsets, half-open."""

_LONGEST = 12
"""Tokens of a mention that may stand for a name: longer ones hold other names, too."""


EXTERNAL_CHAIN = rule(
    "external-chain",
    "a coreference chain from outside ties the source to a name",
    "Ada Smith met Eva Jones. “It is late,” [she](Eva Jones) said.",
    "Ada Smith met Eva Jones. “It is late,” [the nurse](Eva Jones) said.",
)

RULES = (EXTERNAL_CHAIN,)


def sieves_of_chains(parse: Parse, chains: Iterable[Chain]) -> tuple[Sieve, ...]:
    """What chains tell of the sources of an article; nothing without chains.

    Args:
        parse: The article.
        chains: In any order; stretches that do not lie in the text are passed over.
    """
    names: dict[int, Sequence[Range]] = {}
    for chain in chains:
        stretches = [tokens for tokens in _tokens_of(parse, chain) if tokens[1] - tokens[0] <= _LONGEST]
        named = [tokens for tokens in stretches if _has_name(parse, tokens)]
        for tokens in stretches:
            names.update((token, named) for token in range(*tokens) if token not in names)
    return (Sieve(EXTERNAL_CHAIN, partial(_by_chain, names)),) if names else ()


def _tokens_of(parse: Parse, chain: Chain) -> list[Range]:
    inside = [(start, end) for start, end in chain if 0 <= start < end <= len(parse.text)]
    found = (parse.tokens_between(start, end) for start, end in sorted(inside))
    return [(start, end) for start, end in found if start < end]


def _has_name(parse: Parse, tokens: Range) -> bool:
    return not PROPER_TAGS.isdisjoint(parse.tags[slice(*tokens)])


def _by_chain(names: Mapping[int, Sequence[Range]], context: Context, mention: Mention) -> Finding | None:
    """Whom the nearest name before a source names that lies in its chain; else the first name of the chain."""
    document, head = context.document, mention.head
    source = document.source_ranges.get(head)
    if source is None or head not in names or _has_name(context.parse, source):
        return None
    found = [name for tokens in names[head] if (name := _name_in(context, tokens)) is not None]
    before = [name for name in found if name.end <= head]
    antecedent = before[-1] if before else next(iter(found), None)
    return Finding(context.entities.of(antecedent), antecedent) if antecedent is not None else None


def _name_in(context: Context, tokens: Range) -> Mention | None:
    """The name that a stretch stands for."""
    return context.document.name_covering(source_head(context.parse, *tokens))
