"""Who speaks in each attribution, and for whom: the order of coreference, affiliation and records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import frozen

from quoteattr.affiliation import affiliations_of, implied_campaigns_of, roles_of
from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.context import Context
from quoteattr.coreference.engine import introduce, link_first_persons, resolve_anaphora
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.sieves.external import Chain
from quoteattr.coreference.sources import Voice, voices_of
from quoteattr.records import Organisation, Speaker
from quoteattr.speaker_records import Standing, records_of
from quoteattr.syntax import Parse

__all__ = ["Resolution", "Resolved", "resolve", "resolved"]


@frozen(eq=False)
class Resolved:
    """An article of which everything is resolved.

    Attributes:
        context: The article, its mentions and what they stand for.
        voices: For each attribution who speaks, and the rules that say so.
        standings: For whom each speaker stands, and the rule that says so.
        roles: The role of each person who has one.
    """

    context: Context
    voices: Sequence[Voice]
    standings: Mapping[Entity, Standing]
    roles: Mapping[Entity, str]


@frozen
class Resolution:
    """Who speaks in an article.

    Attributes:
        speakers: The speakers of attributions, in order of first mention.
        organisations: The organisations of these speakers, in order of first mention.
        speaker_of: For each attribution its speaker, or ``None``.
        rules_of: For each attribution the ids of the rules from its source to its speaker, in this order.
    """

    speakers: tuple[Speaker, ...]
    organisations: tuple[Organisation, ...]
    speaker_of: tuple[Speaker | None, ...]
    rules_of: tuple[tuple[str, ...], ...]
