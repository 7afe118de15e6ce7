"""The order of the steps: names, clusters, phrases, facts, references, affiliations, records."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quoteattr.affiliation.affiliations import affiliate
from quoteattr.affiliation.roles import learn_roles
from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.document import Document
from quoteattr.coreference.engine import References
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import find_names
from quoteattr.coreference.mentions.nominals import phrase_mentions
from quoteattr.coreference.mentions.origins import learn_homes
from quoteattr.coreference.sieves.first_person import resolve_first_person
from quoteattr.coreference.sieves.names import cluster
from quoteattr.coreference.sieves.precise import learn, learn_by_pronouns
from quoteattr.coreference.sources import speaking
from quoteattr.coreference.typing.kinds import kinds_of
from quoteattr.records import Organisation, Speaker
from quoteattr.speaker_records import Records
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
    lists = gazetteer()
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
    document = Document(parse, lists, mentions, attributions)
    facts = learn(parse, mentions, document.at_head, document.source_ranges, lists)
    affiliate(document, facts)  # by names alone: "her company" needs it
    References(document).resolve()
    document.is_settled = True
    facts += learn_by_pronouns(parse, mentions, document.at_head, lists, lambda token: document.quoted(token) >= 0)
    affiliate(document, facts)
    learn_roles(document, facts)
    resolve_first_person(document)
    entities = speaking(document)
    for mention in mentions:
        if mention.entity is not None:
            mention.entity.mentions.append(mention)
    return Resolution(*Records(document).make(entities))
