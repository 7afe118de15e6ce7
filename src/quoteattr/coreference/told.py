"""What the user knows of those whom an article names: what they may be called by, and the gender of a given name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entities, Entity, Mention
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.told_names import ToldNames
from quoteattr.people import KnownPerson

__all__ = ["serving", "teach"]


def teach(
    entities: Entities, names: Sequence[Mention], told: ToldNames, day: date | None, gazetteer: Gazetteer
) -> None:
    """Teach the people of an article what the user knows of them.

    Args:
        entities: What the names stand for.
        names: The names of the article.
        told: Those whom the user knows.
        day: That of the article's publication, if it is known.
        gazetteer: The word lists.
    """
    by_key = {mention.name.key: mention for mention in names if mention.name is not None}
    titled = {entities.of(mention) for mention in names if mention.name is not None and mention.name.gender}
    for key, bearer in told.bearers_of(list(by_key)).items():
        entity = entities.of(by_key[key])
        if entity.is_person:
            records = told.records[bearer]
            traits = evolve(entity.traits, nouns=entity.traits.nouns.union(*_nouns(records, day, gazetteer)))
            *given, _ = told.key(records[0].name)
            gender = gazetteer.gender_of_name(given[0]) if given else ""
            if gender and entity not in titled:  # a surname alone may be a given name of others
                traits = evolve(traits, gender=gender, presumed=True)
            entities.teach(entity, traits)


def serving(
    context: Context, served: Mapping[Entity, tuple[Entity, ...]], told: ToldNames, day: date | None
) -> Mapping[Entity, tuple[Entity, ...]]:
    """For whom the people of an article stand: beside what it tells, the organisation that the user knows.

    Args:
        context: The article, with its names linked.
        served: What stands beside the names.
        told: Those whom the user knows.
        day: That of the article's publication, if it is known.
    """
    names = {one.name.key: one for one in context.document.mentions if one.name is not None}
    more: dict[Entity, tuple[Entity, ...]] = {}
    for key, bearer in told.bearers_of(list(names)).items():
        entity = context.entities.of(names[key])
        bodies = {one.organisation for one in told.records[bearer] if one.organisation and one.holds_on(day)}
        if entity.is_person and entity not in served and len(bodies) == 1:
            body = names.get(told.key(bodies.pop()))
            if body is not None and context.entities.of(body).is_organisation:
                more[entity] = (context.entities.of(body),)
    return {**served, **more} if more else served


def _nouns(records: Iterable[KnownPerson], day: date | None, gazetteer: Gazetteer) -> Iterator[set[str]]:
    """The nouns of the roles that somebody has."""
    for record in records:
        if record.role is not None and record.holds_on(day):
            yield {word for word in record.role.lower().split() if gazetteer.noun(word).is_person}
