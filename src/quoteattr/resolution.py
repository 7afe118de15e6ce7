"""Who speaks in each attribution, and for whom: the order of coreference, affiliation and records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, field, frozen

from quoteattr.affiliation import Affiliations, affiliations_of, implied_campaigns_of, roles_of
from quoteattr.attribute import Attribution, NestedAttribution
from quoteattr.certainty import Certainty, Withheld, certainty_of, withhold
from quoteattr.coreference.addressees import Address
from quoteattr.coreference.constructs import Construct
from quoteattr.coreference.context import Context
from quoteattr.coreference.engine import introduce, link_first_persons, resolve_anaphora
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.gazetteer import Gazetteer, gazetteer
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.coreference.nested import context_within, voices_within
from quoteattr.coreference.sieves.external import Chain
from quoteattr.coreference.sources import Voice, voices_of
from quoteattr.coreference.told import serving
from quoteattr.records import Addressee, Organisation, Speaker
from quoteattr.speaker_records import Nested, Standing, best_name, records_of
from quoteattr.syntax import Parse

__all__ = ["Resolution", "Resolved", "addressee_of", "records", "resolve", "resolved", "resolved_within"]


@frozen(eq=False)
class Resolved:
    """An article of which everything is resolved.

    Attributes:
        context: The article, its mentions and what they stand for.
        constructs: The descriptions that apposition, premodifiers and the copula tie to names and pronouns.
        voices: For each attribution who speaks, and the rules that say so.
        affiliations: For whom everybody stands, and the rules that say so.
        standings: For whom each speaker stands, and the rule that says so.
        roles: The role of each person who has one.
        certainty: How likely speakers and organisations are right.
    """

    context: Context
    constructs: Sequence[Construct]
    voices: Sequence[Voice]
    affiliations: Affiliations
    standings: Mapping[Entity, Standing]
    roles: Mapping[Entity, str]
    certainty: Certainty


@frozen
class Resolution:
    """Who speaks in an article.

    Attributes:
        speakers: The speakers of attributions, in order of first mention.
        organisations: The organisations of these speakers, in order of first mention.
        speaker_of: For each attribution its speaker, or ``None``.
        rules_of: For each attribution the ids of the rules from its source to its speaker, in this order.
        confidence_of: For each attribution how likely its speaker is right: the one that was found, where the name is
            withheld.
        by_entity: The speakers, by the entities that they are.
    """

    speakers: tuple[Speaker, ...]
    organisations: tuple[Organisation, ...]
    speaker_of: tuple[Speaker | None, ...]
    rules_of: tuple[tuple[str, ...], ...]
    confidence_of: tuple[float | None, ...]
    by_entity: Mapping[Entity, Speaker] = field(eq=False, repr=False)


def resolved(
    parse: Parse,
    attributions: Sequence[Attribution],
    chains: Iterable[Chain] = (),
    *,
    without: Collection[str] = (),
    told: ToldNames = NOBODY,
    day: date | None = None,
    lists: Gazetteer | None = None,
) -> Resolved:
    """Resolve an article: who speaks in each attribution, and for whom, by the whole of it.

    Args:
        parse: The article.
        attributions: Its attributions, in text order.
        chains: Coreference chains of the article that somebody else has found, if any.
        without: Ids of rules of coreference and affiliation that are not asked.
        told: The names of those whom the user knows.
        day: That of the article's publication, if it is known.
        lists: The word lists; by default those that come with the library.
    """
    introduced = introduce(parse, attributions, lists or gazetteer(), without, told, day)
    beside = affiliations_of(introduced.context, introduced.constructs, names_only=True, without=without)
    served = serving(introduced.context, beside.served(), told, day)
    linked = resolve_anaphora(introduced, served, without, chains)
    context = evolve(linked.context, implied_campaigns=implied_campaigns_of(linked.context))
    affiliations = affiliations_of(context, linked.constructs, without=without)
    roles = roles_of(context, linked.constructs)
    context = evolve(context, served=affiliations.served())
    link_first_persons(context, without)
    voices = voices_of(context, without)
    certainty = certainty_of(context, voices, affiliations)
    standings = _standings(voices, affiliations, certainty)
    return Resolved(context, linked.constructs, voices, affiliations, standings, roles, certainty)


def resolved_within(article: Resolved, nested: Sequence[NestedAttribution], without: Collection[str] = ()) -> Resolved:
    """Say who speaks in the attributions within those of an article. Nothing that is resolved changes.

    Args:
        article: The article, resolved.
        nested: The attributions within its attributions, the outer ones first.
        without: Ids of rules that are not asked.
    """
    context = context_within(article.context, [one.attribution for one in nested])
    voices = voices_within(context, [one.outer - len(article.voices) for one in nested], without)
    certainty = certainty_of(context, voices, article.affiliations)
    standings = _standings(voices, article.affiliations, article.certainty)
    return evolve(article, context=context, voices=voices, standings=standings, certainty=certainty)


def _standings(voices: Iterable[Voice], affiliations: Affiliations, certainty: Certainty) -> dict[Entity, Standing]:
    """For whom each of those who speak stands."""
    return {
        voice.entity: Standing(found.organisation, found.rule, certainty.organisations.get(voice.entity))
        for voice in voices
        if voice.entity is not None and (found := affiliations.organisation_of(voice.entity)) is not None
    }


def records(
    article: Resolved,
    wanted: Iterable[int],
    *,
    least_speaker: float = 0.0,
    least_organisation: float = 0.0,
    within: Resolved | None = None,
    wanted_within: Iterable[int] = (),
) -> Resolution:
    """The records of those who speak in some of the attributions of an article.

    Args:
        article: The article.
        wanted: Indices of attributions.
        least_speaker: The name of a speaker who is less sure is withheld.
        least_organisation: An organisation that is less sure is withheld.
        within: The attributions within those of the article, if they are asked for.
        wanted_within: Indices of these; they come behind the others.
    """
    kept = withhold(article.context, article.voices, article.certainty, least_speaker)
    told = [*_told(article, kept, wanted)]
    nested = None
    if within is not None:
        kept_within = withhold(within.context, within.voices, within.certainty, least_speaker)
        told_within = [*_told(within, kept_within, wanted_within)]
        nested = Nested(
            within.context,
            [voice.entity for voice, _ in told_within],
            _sure(within, least_organisation),
            _together(kept_within.voices),
        )
    speaking = [voice.entity for voice, _ in told]
    standings, together = _sure(article, least_organisation), _together(kept.voices)
    made = records_of(article.context, speaking, standings, article.roles, together, kept.mentions, nested)
    if within is not None:
        told += told_within
    return Resolution(
        made.speakers,
        made.organisations,
        made.speaker_of,
        tuple(voice.rules for voice, _ in told),
        tuple(share for _, share in told),
        made.by_entity,
    )


def addressee_of(article: Resolved, made: Resolution, address: Address | None) -> Addressee | None:
    """The record of whom an attribution is said to, where the article names them.

    Args:
        article: The article.
        made: The records of those who speak in it.
        address: Whom it is said to.
    """
    entity = address.entity if address is not None else None
    name = best_name(article.context.parse, entity) if entity is not None else None
    if entity is None or not name:
        return None
    speaker = made.by_entity.get(entity)
    return Addressee(name, entity.kind, speaker.id if speaker is not None else None)


def _told(article: Resolved, kept: Withheld, wanted: Iterable[int]) -> Iterator[tuple[Voice, float | None]]:
    """Who speaks in some of the attributions, and how likely that is right."""
    for number in wanted:
        voice = kept.voices[number]
        yield voice, article.certainty.speakers[number] if voice.entity is not None else None


def _together(voices: Iterable[Voice]) -> dict[Entity, list[Mention]]:
    """Where several people speak together."""
    together: dict[Entity, list[Mention]] = {}
    for voice in voices:
        if voice.entity is not None and voice.mention is not None:
            together.setdefault(voice.entity, []).append(voice.mention)
    return together


def _sure(article: Resolved, least: float) -> dict[Entity, Standing]:
    """For whom each entity stands that is as sure as ``least``."""
    return {
        entity: one for entity, one in article.standings.items() if one.confidence is None or one.confidence >= least
    }


def resolve(parse: Parse, attributions: Sequence[Attribution], chains: Iterable[Chain] = ()) -> Resolution:
    """Say who speaks in each attribution, and for whom, by the whole article.

    Args:
        parse: The article.
        attributions: Its attributions, in text order.
        chains: Coreference chains of the article that somebody else has found, if any.
    """
    return records(resolved(parse, attributions, chains), range(len(attributions)))
