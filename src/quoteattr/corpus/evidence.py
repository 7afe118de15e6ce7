"""What is known of named speakers, and what of it tells that two of them are one person.

Speakers with the same name, role and organisation are one *profile*. Profiles are what is kept, so memory grows with
the people and not with the articles. Two profiles become one person on evidence only.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from attrs import define, field

from quoteattr.corpus.bodies import is_political, place_of
from quoteattr.corpus.names import PersonName
from quoteattr.corpus.words import SMALL, comparable
from quoteattr.lexicon.lists import word_list

__all__ = ["Index", "Person", "Profile", "Root", "role_words", "too_wide"]

_OF_SECOND_RANK = re.compile(r"\b(vice|deputy|assistant|shadow)[ -](?=\w)", re.IGNORECASE)
_KEPT = 16
"""Companions of a profile that are kept as evidence."""
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
            self.companions.add(sys.intern(one))


Root = Callable[[str], str]
"""From the key of an organisation to that of the group it is in."""


@define(eq=False)
class Person:
    """Profiles that are one person so far; none are left of a person whom another one has taken.

    Attributes:
        profiles: These.
        name: The fullest of their names.
        documents: In how many articles they are.
        bodies: Groups of organisations that exclude each other, with the words of a name.
        standing: All groups of organisations, and the places of those of politics.
        roles: The words of all roles.
        companions: Those of all profiles.
        known: Ids in the user's own list.
    """

    profiles: list[Profile]
    name: PersonName
    documents: int
    bodies: dict[str, frozenset[str]]
    standing: set[str]
    roles: set[str]
    companions: set[str]
    known: set[str]

    @classmethod
    def of(cls, profile: Profile, root: Root) -> Person:
        """The person of one profile."""
        standing, bodies = set[str](), dict[str, frozenset[str]]()
        if profile.body is not None and profile.body_name is not None:
            standing.add(root(profile.body))
            place = place_of(profile.body_name)
            if is_political(profile.body_name):
                standing |= {place} if place else set()
            else:
                bodies = {root(profile.body): frozenset(comparable(profile.body_name)) - SMALL}
        known = set() if profile.known_id is None else {profile.known_id}
        roles, companions = set(profile.role), set(profile.companions)
        return cls([profile], profile.name, profile.documents, bodies, standing, roles, companions, known)

    def take(self, other: Person) -> None:
        """Become one with another."""
        self.profiles += other.profiles
        other.profiles = []
        self.name = max(self.name, other.name, key=lambda name: len(name.middle))
        self.documents += other.documents
        self.bodies |= other.bodies
        self.standing |= other.standing
        self.roles |= other.roles
        self.companions |= other.companions
        self.known |= other.known

    def is_apart(self, other: Person) -> bool:
        """Whether the user's list has them as two."""
        return bool(self.known and other.known and self.known.isdisjoint(other.known))

    def excludes(self, other: Person) -> bool:
        """Whether both speak for bodies that nobody speaks for at a time."""
        if not self.bodies or not other.bodies or not self.bodies.keys().isdisjoint(other.bodies):
            return False
        return not self._shared_words(other)

    def _shared_words(self, other: Person) -> int:
        """How many words a body's name has that is a part of one of the other's: "Acme", "Acme Research"."""
        pairs = product(self.bodies.values(), other.bodies.values())
        return max(
            (min(len(one), len(another)) for one, another in pairs if one <= another or another <= one), default=0
        )

    def is_backed(self, other: Person, wide: set[str]) -> bool:
        """Whether organisation, role or company tell that two of one name are one."""
        if not self.standing.isdisjoint(other.standing) or self._shared_words(other) > 1:
            return True
        shared = (self.companions & other.companions) - wide
        if self.excludes(other):
            return len(shared) > 1
        return bool(shared) or not self.roles.isdisjoint(other.roles)


@define
class Index:
    """People by what can make them one with another, so that few have to be compared.

    Attributes:
        wide: Companions that tell nothing.
    """

    wide: set[str]
    found: dict[tuple[str, str], set[int]] = field(factory=dict)
    people: list[Person] = field(factory=list)
    places: dict[int, int] = field(factory=dict)

    def add(self, person: Person) -> None:
        """Put somebody in, or again after more is known."""
        place = self.places.setdefault(id(person), len(self.people))
        if place == len(self.people):
            self.people.append(person)
        for feature in self._features(person):
            self.found.setdefault(feature, set()).add(place)

    def like(self, person: Person) -> list[Person]:
        """Those who share something with somebody, in the order in which they came in."""
        like = set[int]().union(*(self.found.get(feature, ()) for feature in self._features(person)))
        return [self.people[place] for place in sorted(like) if self.people[place].profiles]

    def persons(self) -> list[Person]:
        """All, but those whom another one has taken."""
        return [one for one in self.people if one.profiles]

    def _features(self, person: Person) -> Iterator[tuple[str, str]]:
        yield from (("standing", one) for one in person.standing)
        yield from (("word", word) for words in person.bodies.values() for word in words)
        yield from (("role", one) for one in person.roles)
        yield from (("with", one) for one in person.companions if one not in self.wide)


def too_wide(profiles: Sequence[Profile], articles: int) -> set[str]:
    """Companions in too many articles."""
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts[profile.name.key] += profile.documents
        if profile.body is not None:
            counts[profile.body] += profile.documents
    most = max(_FEW, articles * _WIDE)
    return {key for key, count in counts.items() if count > most}
