"""Who speaks in each attribution, and for whom: the order of coreference, affiliation and records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from quoteattr.affiliation import affiliations_of, implied_campaigns, roles_of
from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.engine import introduce, link_first_persons, resolve_anaphora
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.sieves.external import Chain
from quoteattr.coreference.sources import speaking
from quoteattr.records import Organisation, Speaker
from quoteattr.speaker_records import records_of
from quoteattr.syntax import Parse

__all__ = ["Resolution", "resolve"]


@frozen
class Resolution:
    """Who speaks in an article.

    Attributes:
        speakers: The speakers of attributions, in order of first mention.
        organisations: The organisations of these speakers, in order of first mention.
        speaker_of: For each attribution its speaker, or ``None``.
        rules_of: For each attribution the ids of the rules from its source to its speaker.
    """

    speakers: tuple[Speaker, ...]
    organisations: tuple[Organisation, ...]
    speaker_of: tuple[Speaker | None, ...]
    rules_of: tuple[tuple[str, ...], ...]
