"""Descriptions of organisations that the article has never called so: by their rank, as a site, two together."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.classes import MEDIA_CLASS
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.rules import rule
from quoteattr.coreference.sieves.described import Described, DescriptionSieve
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import POSSESSOR, PREPOSITION, SUPERLATIVE_TAG

__all__ = ["RULES", "SIEVES"]

_RANKS = word_list("coreference", "ranks_of_companies")
_SITES = word_list("coreference", "internet_media")
_DOMAINS = tuple(word_list("mentions", "domains"))
_TWO = word_list("coreference", "two")
_COMPANY = "company"
_NEAR, _SENTENCES = 16, 2
"""Mentions, and sentences, among which an organisation of a rank is looked for."""
_FAR = 4
"""Sentences among which two organisations are looked for."""

RANK = rule(
    "description-rank-of-company",
    "“Europe's biggest drugmaker” and “the country's largest bank” are the company that has just acted",
    "Microsoft saw its sales fall, but [Europe's biggest software maker](Microsoft) said that sales would grow.",
    "Zorbix Airlines has lost money. [The country's largest airline](Zorbix Airlines) said that it was late.",
)
SITE = rule(
    "description-site",
    "“the site” is the organisation named last whose name is an address, or that is a medium",
    "They read TMZ. According to [the gossip site](TMZ), it rained.",
    "BoatMarket.net has the boat. [The site](BoatMarket.net) said that it rained.",
)
TWO_BODIES = rule(
    "description-two-organisations",
    "“both companies” are the only two organisations of late",
    "Microsoft agreed with Pfizer. [Both companies](Microsoft and Pfizer) said that it rained.",
    "Garnet Bank agreed with Velora Bank. [The two banks](Garnet Bank and Velora Bank) said that it rained.",
)


def _of_late(described: Described, mentions: int, sentences: int) -> Iterator[Entity]:
    """The named organisations before a description, the last one first; no places."""
    context, seen = described.context, set()
    for other in context.document.before(described.mention.head, mentions, sentences):
        entity = context.entities.of(other)
        named = entity.is_organisation and entity.names and not entity.traits.place and not entity.parts
        if named and entity not in seen:
            seen.add(entity)
            yield entity


def _rank(described: Described) -> Entity | None:
    """The company that has just acted, for a description by its rank."""
    parse, mention = described.parse, described.mention
    if not described.is_organisation or _COMPANY not in described.noun.classes:
        return None
    before = range(mention.start, mention.head)
    ranked = any(parse.tags[one] == SUPERLATIVE_TAG or parse.lower[one] in _RANKS for one in before)
    whose = mention.definite or described.owner is not None
    if not (ranked and whose and described.context.document.is_source(mention)) or described.has(PREPOSITION):
        return None
    document = described.context.document
    for other in document.before(mention.head, _NEAR, _SENTENCES):
        entity = described.context.entities.of(other)
        named = other.type is MentionType.NAME and entity.is_organisation and not entity.traits.place
        if named and document.is_subject(other.head) and _COMPANY in entity.traits.classes:
            return entity
    return None


def _site(described: Described) -> Entity | None:
    """The medium or the address that was named last, for "the site"."""
    if not described.context.document.is_source(described.mention) or described.has_complement:
        return None
    if described.noun.plural or not described.mention.definite or described.has(POSSESSOR):
        return None
    for entity in _of_late(described, _NEAR, _FAR):
        words = [described.parse.lower[end - 1] for _, end in entity.names]
        if MEDIA_CLASS in entity.traits.classes or any(word.endswith(_DOMAINS) for word in words):
            return entity
    return None


def _two_bodies(described: Described) -> Entity | None:
    """The two organisations that were named of late, if no third one was, for "both companies" as a source."""
    context, mention, parse = described.context, described.mention, described.parse
    first = parse.lower[mention.start]
    two = not _TWO.isdisjoint({*described.words_before, first})
    if not (described.noun.plural and two and context.document.is_source(mention)) or described.has(PREPOSITION):
        return None
    found = list(_of_late(described, _NEAR, _FAR))
    alike = all(not described.noun.classes.isdisjoint(one.traits.classes) for one in found)
    return context.entities.group(tuple(reversed(found))) if len(found) == 2 and alike else None


SIEVES = (
    DescriptionSieve(RANK, _rank, ("organisation",)),
    DescriptionSieve(SITE, _site, nouns=_SITES),
    DescriptionSieve(TWO_BODIES, _two_bodies, ("organisation",)),
)

RULES = tuple(sieve.rule for sieve in SIEVES)
