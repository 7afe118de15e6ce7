"""The order of the steps: names, clusters, phrases, facts, references, affiliations, records."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.records import Organisation, Speaker
from quoteattr.resolve.affiliations import affiliate
from quoteattr.resolve.clusters import cluster
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.facts import learn, learn_by_pronouns
from quoteattr.resolve.firstperson import resolve_first_person
from quoteattr.resolve.homes import learn_homes
from quoteattr.resolve.kinds import kinds_of
from quoteattr.resolve.names import find_names
from quoteattr.resolve.phrases import phrase_mentions
from quoteattr.resolve.references import References
from quoteattr.resolve.roles import learn_roles
from quoteattr.resolve.sources import speaking
from quoteattr.resolve.speakers import Records
from quoteattr.resolve.words import words
from quoteattr.syntax import Parse

__all__ = ["Resolution", "resolve"]


@frozen
class Resolution:
    """Who speaks in an article.

    Attributes:
        speakers: The speakers of attributions, in order of first mention.
        organisations: The organisations of these speakers, in order of first mention.
        speaker_of: For each attribution its speaker, or ``None``.
    """

    speakers: tuple[Speaker, ...]
    organisations: tuple[Organisation, ...]
    speaker_of: tuple[Speaker | None, ...]


def resolve(parse: Parse, attributions: Sequence[Attribution]) -> Resolution:
    """Say who speaks in each attribution, and for whom, by the whole article.

    Args:
        parse: The article.
        attributions: Its attributions, in text order.
    """
    lists = words()
    sources = [tokens for attribution in attributions for tokens in attribution.source]
    names = find_names(parse, lists, sources)
    speaking_tokens = frozenset(token for start, end in sources if end - start < 40 for token in range(start, end))
    named = cluster(parse, names, kinds_of(parse, names, lists, speaking_tokens), lists)
    learn_homes(parse, named, lists)
    taken = [False] * len(parse)
    for mention in named:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    mentions = sorted(
        [*named, *phrase_mentions(parse, taken, sources, lists)], key=lambda mention: (mention.head, mention.start)
    )
    discourse = Discourse(parse, lists, mentions, attributions)
    facts = learn(parse, mentions, discourse.at_head, discourse.source_ranges, lists)
    affiliate(discourse, facts)  # by names alone: "her company" needs it
    References(discourse).resolve()
    discourse.is_settled = True
    facts += learn_by_pronouns(parse, mentions, discourse.at_head, lists, lambda token: discourse.quoted(token) >= 0)
    affiliate(discourse, facts)
    learn_roles(discourse, facts)
    resolve_first_person(discourse)
    entities = speaking(discourse)
    for mention in mentions:
        if mention.entity is not None:
            mention.entity.mentions.append(mention)
    return Resolution(*Records(discourse).make(entities))
