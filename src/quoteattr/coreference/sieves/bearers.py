"""Whom a surname alone means, where several have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.coreference.entities import Entity
from quoteattr.coreference.mentions.names import Name

if TYPE_CHECKING:
    from quoteattr.coreference.sieves.people import People

__all__ = ["PREFERENCES", "Preference"]

_NEAR = 60
"""Tokens from a full name on in which the surname alone may take it up."""


@frozen
class Preference:
    """What speaks for one of several bearers of a name.

    Attributes:
        id: Its name.
        reason: Why.
        weight: What it adds.
        holds: Whether it holds for a bearer and a name.
    """

    id: str
    reason: str
    weight: float
    holds: Callable[[People, Entity, Name], bool]


def _is_first(people: People, entity: Entity, name: Name) -> bool:
    return people.bearers(name.key[0])[0] is entity


def _is_full_elsewhere(people: People, entity: Entity, name: Name) -> bool:
    return people.weight[entity] > 2 * people.bare[name.key[0]]


def _is_last(people: People, entity: Entity, name: Name) -> bool:
    return people.last.get(name.key[0]) is entity


def _is_near(people: People, entity: Entity, name: Name) -> bool:
    """Whether somebody whom the full name has brought in a few sentences before acts or speaks there."""
    full = people.full_at.get(entity, -_NEAR)
    return _is_last(people, entity, name) and full in people.acting and name.start - full < _NEAR


def _alone_spoke(people: People, entity: Entity, name: Name) -> bool:
    word = name.key[0]
    return name.start in people.speaking and people.spoke[word] == [entity] and people.last.get(word) is entity


def _is_apart(people: People, entity: Entity, name: Name) -> bool:
    return name.start in people.later and people.last.get(name.key[0]) is entity


def _has_title(people: People, entity: Entity, name: Name) -> bool:
    roles: Iterable[str] = (people.gazetteer.title_roles.get(title, title) for title in name.titles)
    return not entity.traits.nouns.isdisjoint(roles)


def _has_gender(people: People, entity: Entity, name: Name) -> bool:
    genders = people.titled[name.key[0]]
    return bool(entity.traits.gender and genders) and genders.most_common(1)[0][0] == entity.traits.gender


PREFERENCES = (
    Preference(
        "bearer-first", "the article introduces by the full name whom it goes on to call by one", 2.0, _is_first
    ),
    Preference(
        "bearer-full-elsewhere",
        "whoever is named in full again and again is not the one who goes by the surname",
        -2.5,
        _is_full_elsewhere,
    ),
    Preference("bearer-last", "the full name that came last is fresh in mind", 0.8, _is_last),
    Preference(
        "bearer-near", "who acts under the full name a few sentences before is who goes by the surname", 1.3, _is_near
    ),
    Preference("bearer-spoke", "of a family, only this one has spoken so far, and the name speaks", 2.5, _alone_spoke),
    Preference("bearer-told-apart", "“the older” and “the younger” are said of who was named last", 5.0, _is_apart),
    Preference("bearer-title", "the title before the surname is an office that the bearer holds", 4.0, _has_title),
    Preference("bearer-gender", "the titles before the surname tell the bearer's gender", 3.0, _has_gender),
)
"""What tells apart several bearers of one name; the highest sum wins, and full names in the text count a little."""
