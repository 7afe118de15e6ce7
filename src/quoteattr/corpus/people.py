"""Named speakers over many articles: which of them are one person.

Speakers with the same name, role and organisation are one *profile*. Profiles are what is kept, so memory grows with
the people and not with the articles. Two profiles become one person on evidence only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from attrs import define, field

from quoteattr.corpus.bodies import is_political, place_of
from quoteattr.corpus.names import PersonName, can_be_one, is_common, is_common_surname
from quoteattr.corpus.words import SMALL, comparable
from quoteattr.lexicon.lists import word_list

__all__ = ["Profile", "grouped", "role_words"]

_OF_SECOND_RANK = re.compile(r"\b(vice|deputy|assistant|shadow)[ -](?=\w)", re.IGNORECASE)
_KEPT = 48
"""Companions of a profile that are kept as evidence."""
_MAJORITY = 0.8
"""Share of the appearances with an organisation that one person needs, to get those of a rare name without one."""
_KNOWN, _TIMES = 5, 10
"""Articles that somebody is in who is known by a rare surname alone, and how many times as often as others of it."""
_WIDE = 0.02
"""Share of the articles above which a companion says nothing, being in so many of them."""
_FEW = 12
"""Articles that may have a companion who says something, however small the corpus."""


def role_words(role: str | None) -> frozenset[str]:
    """The words of a role that tell something; a vice president is no president."""
    words = comparable(_OF_SECOND_RANK.sub(r"\1", role or ""))
    return frozenset(words) - word_list("corpus", "small_role_words")


@define(eq=False)
class Profile:
    """All speakers with one name, role and organisation.

    Attributes:
        name: Their name in parts.
        body: Key of the organisation, or ``None``.
        body_name: Its name as first written.
        role: The words of the role that tell something.
        known_id: The id in the user's own list.
        documents: In how many articles they are.
        companions: Keys of the others who speak there, and of their organisations.
    """

    name: PersonName
    body: str | None
    body_name: str | None
    role: frozenset[str]
    known_id: str | None
    documents: int = 0
    companions: set[str] = field(factory=set)

    def note(self, companions: Iterable[str]) -> None:
        """One more article."""
        self.documents += 1
        for one in companions:
            if len(self.companions) >= _KEPT:
                break
            self.companions.add(one)


Root = Callable[[str], str]
"""From the key of an organisation to that of the group it is in."""


@define(eq=False)
class _Person:
    """Profiles that are one person so far."""

    profiles: list[Profile]
    bodies: dict[str, frozenset[str]]
    """Groups of organisations that exclude each other, with the words of a name."""
    standing: set[str]
    """All groups of organisations, and their places."""
    roles: set[str]
    companions: set[str]

    @classmethod
    def of(cls, profile: Profile, root: Root) -> _Person:
        standing, bodies = set[str](), dict[str, frozenset[str]]()
        if profile.body is not None and profile.body_name is not None:
            standing.add(root(profile.body))
            if place := place_of(profile.body_name):
                standing.add(place)
            if not is_political(profile.body_name):
                bodies = {root(profile.body): frozenset(comparable(profile.body_name)) - SMALL}
        return cls([profile], bodies, standing, set(profile.role), set(profile.companions))

    @property
    def name(self) -> PersonName:
        return max((profile.name for profile in self.profiles), key=lambda name: len(name.middle))

    @property
    def documents(self) -> int:
        return sum(profile.documents for profile in self.profiles)

    def take(self, other: _Person) -> None:
        """Become one with another."""
        self.profiles += other.profiles
        self.bodies |= other.bodies
        self.standing |= other.standing
        self.roles |= other.roles
        self.companions |= other.companions

    def excludes(self, other: _Person) -> bool:
        """Whether both speak for bodies that nobody speaks for at a time."""
        if not self.bodies or not other.bodies or not self.bodies.keys().isdisjoint(other.bodies):
            return False
        pairs = product(self.bodies.values(), other.bodies.values())
        return not any(one <= another or another <= one for one, another in pairs)  # "Acme", "Acme Research"

    def is_backed(self, other: _Person, wide: set[str]) -> bool:
        """Whether organisation, role or company tell that two of one name are one."""
        if not self.standing.isdisjoint(other.standing):
            return True
        shared = (self.companions & other.companions) - wide
        if self.excludes(other):
            return len(shared) > 1
        return bool(shared) or not self.roles.isdisjoint(other.roles)


def grouped(profiles: Sequence[Profile], root: Root, articles: int) -> Iterator[list[Profile]]:
    """The profiles of each person.

    Args:
        profiles: In the order in which they came.
        root: Gives the organisations of one body the same key.
        articles: How many there are in the corpus.
    """
    wide = _wide(profiles, articles)
    surnames: dict[str, list[Profile]] = {}
    for profile in profiles:
        surnames.setdefault(profile.name.surname, []).append(profile)
    for of_surname in surnames.values():
        for person in _people(of_surname, root, wide):
            yield person.profiles


def _wide(profiles: Sequence[Profile], articles: int) -> set[str]:
    """Companions in too many articles."""
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts[profile.name.key] += profile.documents
        if profile.body is not None:
            counts[profile.body] += profile.documents
    most = max(_FEW, articles * _WIDE)
    return {key for key, count in counts.items() if count > most}


def _people(profiles: Sequence[Profile], root: Root, wide: set[str]) -> list[_Person]:
    """The people of one surname."""
    by_name: dict[str, list[_Person]] = {}
    for profile in profiles:
        by_name.setdefault(profile.name.key, []).append(_Person.of(profile, root))
    full, short = list[_Person](), list[_Person]()
    for persons in by_name.values():
        name = persons[0].name
        merged = _backed(_known(persons), wide)
        if name.is_full:
            full += merged if is_common(name) else _of_rare_name(merged)
        else:
            short += merged
    full = _other_forms(full, wide)
    return _surnames(full, short, wide)


def _known(persons: Sequence[_Person]) -> list[_Person]:
    """Those with one id in the user's list together."""
    out, known = list[_Person](), dict[str, _Person]()
    for person in persons:
        identity = person.profiles[0].known_id
        if identity is None:
            out.append(person)
        elif identity in known:
            known[identity].take(person)
        else:
            known[identity] = person
            out.append(person)
    return out


def _apart(one: _Person, other: _Person) -> bool:
    """Whether the user's list has them as two."""
    mine, others = ({p.known_id for p in person.profiles if p.known_id is not None} for person in (one, other))
    return bool(mine and others and mine.isdisjoint(others))


def _backed(persons: Sequence[_Person], wide: set[str]) -> list[_Person]:
    """Those of one name whom evidence makes one; those of whom most is known come first."""
    out: list[_Person] = []
    order = sorted(persons, key=lambda person: -(2 * len(person.bodies) + len(person.standing) + bool(person.roles)))
    for person in order:
        found = [one for one in out if one.is_backed(person, wide) and not _apart(one, person)]
        found = [one for one in found if not person.standing.isdisjoint(one.standing)] or found
        if not found or any(one.excludes(other) for one in found for other in found if one is not other):
            out.append(person)
            continue
        found[0].take(person)
        for one in found[1:]:
            if not _apart(found[0], one):
                found[0].take(one)
                out.remove(one)
    return out


def _of_rare_name(persons: Sequence[_Person]) -> list[_Person]:
    """Those of a name that few share: one person, unless they speak for bodies that exclude each other."""
    bound = [person for person in persons if person.bodies or any(p.known_id is not None for p in person.profiles)]
    loose = [person for person in persons if person not in bound]
    for person in loose[1:]:
        loose[0].take(person)
    del loose[1:]
    if not bound or not loose:
        return [*bound, *loose]
    first = max(bound, key=lambda person: person.documents)
    if first.documents < _MAJORITY * sum(person.documents for person in bound):
        return [*bound, *loose]
    first.take(loose[0])
    return bound


def _other_forms(persons: list[_Person], wide: set[str]) -> list[_Person]:
    """Those whose names can be one person's, where one fits alone: "James B. Comey" and "James Comey"."""
    out: list[_Person] = []
    for person in sorted(persons, key=lambda one: -len(one.name.middle)):
        found = [one for one in out if can_be_one(one.name, person.name) and not _apart(one, person)]
        if len(found) == 1 and _are_one(found[0], person, wide):
            found[0].take(person)
        else:
            out.append(person)
    return out


def _are_one(one: _Person, other: _Person, wide: set[str]) -> bool:
    if one.name.key == other.name.key:
        return False  # settled already
    if one.is_backed(other, wide):
        return True
    left_out = (
        one.name.given == other.name.given and not other.name.middle and all(len(m) == 1 for m in one.name.middle)
    )
    return left_out and not is_common(other.name) and not one.excludes(other)


def _surnames(full: list[_Person], short: Sequence[_Person], wide: set[str]) -> list[_Person]:
    """Those with a surname alone join the one person whose organisation or role theirs is, if there is but one.

    An article that gives no more than a rare surname means somebody whom everybody knows by it, if there is one.
    """
    out, known = list(full), _known_by_surname(full)
    for person in short:
        found = [one for one in full if _is_meant(one, person, wide) and not _apart(one, person)]
        if not found and known is not None and not known.excludes(person) and not _apart(known, person):
            found = [known]
        if len(found) == 1:
            found[0].take(person)
        else:
            out.append(person)
    return out


def _known_by_surname(full: Sequence[_Person]) -> _Person | None:
    """The one who is nearly all that is heard of a rare surname."""
    first = max(full, key=lambda person: person.documents, default=None)
    if first is None or is_common_surname(first.name.surname) or first.documents < _KNOWN:
        return None
    others = sum(person.documents for person in full) - first.documents
    return first if first.documents >= _TIMES * others else None


def _is_meant(one: _Person, short: _Person, wide: set[str]) -> bool:
    if one.excludes(short):
        return False
    shared = (one.companions & short.companions) - wide
    backed = not one.standing.isdisjoint(short.standing) or not one.roles.isdisjoint(short.roles)
    return backed or len(shared) > 1
