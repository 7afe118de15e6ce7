"""Named speakers over many articles: which of them are one person.

Two profiles become one person on evidence only: an organisation, a role, the same others beside them, or a name that
few people have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from quoteattr.corpus.evidence import Index, Person, Profile, Root, too_wide
from quoteattr.corpus.names import can_be_one, given_forms, is_common, is_common_surname, put_down

__all__ = ["grouped"]

_COMPARED = 50
"""Other forms of a name that are looked at; of a name with more of them nothing is told."""
_MAJORITY = 0.8
"""Share of the appearances with an organisation that one person needs, to get those of a rare name without one."""
_KNOWN, _OFTEN, _TIMES = 5, 10, 10
"""Articles that somebody is in who is known by a rare surname alone; those of somebody of whom a rare organisation is a
mistake; and how many times as many these are as those of others."""


def grouped(profiles: Sequence[Profile], root: Root, articles: int) -> Iterator[list[Profile]]:
    """The profiles of each person.

    Args:
        profiles: In the order in which they came.
        root: Gives the organisations of one body the same key.
        articles: How many there are in the corpus.
    """
    wide = too_wide(profiles, articles)
    surnames: dict[str, list[Profile]] = {}
    first: dict[str, str] = {}  # the surname of each in the user's list, who may have two
    for profile in profiles:
        surname = profile.name.surname
        if profile.known_id is not None:
            surname = first.setdefault(profile.known_id, surname)
        surnames.setdefault(surname, []).append(profile)
    for of_surname in surnames.values():
        for person in _people(of_surname, root, wide):
            yield person.profiles


def _people(profiles: Sequence[Profile], root: Root, wide: set[str]) -> list[Person]:
    """The people of one surname."""
    by_name: dict[str, list[Person]] = {}
    for person in _known([Person.of(profile, root) for profile in profiles]):
        by_name.setdefault(person.name.key, []).append(person)
    full, short = list[Person](), list[Person]()
    for persons in by_name.values():
        name = persons[0].name
        merged = _backed(persons, wide)
        if name.is_full:
            full += merged if is_common(name) else _without_slips(_of_rare_name(merged))
        else:
            short += merged
    full = _other_forms(full, wide)
    return _surnames(full, short, wide)


def _known(persons: Sequence[Person]) -> list[Person]:
    """Those with one id in the user's list together."""
    out, known = list[Person](), dict[str, Person]()
    for person in persons:
        identity = next(iter(person.known), None)
        if identity is not None and known.setdefault(identity, person) is not person:
            known[identity].take(person)
        else:
            out.append(person)
    return out


def _backed(persons: Sequence[Person], wide: set[str]) -> list[Person]:
    """Those of one name whom evidence makes one; those of whom most is known come first."""
    order = sorted(persons, key=lambda person: -(2 * len(person.bodies) + len(person.standing) + bool(person.roles)))
    index = Index(wide)
    for person in order:
        found = [one for one in index.like(person) if one.is_backed(person, wide) and not one.is_apart(person)]
        found = [one for one in found if not person.standing.isdisjoint(one.standing)] or found
        if not found or any(one.excludes(other) for one, other in combinations(found, 2)):
            index.add(person)
            continue
        first = found[0]
        for one in (person, *found[1:]):
            if not first.is_apart(one):
                first.take(one)
        index.add(first)
    return index.persons()


def _of_rare_name(persons: Sequence[Person]) -> list[Person]:
    """Those of a name that few share: one person, unless they speak for bodies that exclude each other."""
    bound = [person for person in persons if person.bodies or person.known]
    loose = [person for person in persons if not (person.bodies or person.known)]
    for person in loose[1:]:
        loose[0].take(person)
    del loose[1:]
    for one, other in combinations(bound, 2):
        if one.profiles and other.profiles and not one.excludes(other) and not one.is_apart(other):
            one.take(other)
    if not bound or not loose:
        return [person for person in (*bound, *loose) if person.profiles]
    first = max(bound, key=lambda person: person.documents)
    if _is_most(first, bound):
        first.take(loose[0])
    return [person for person in (*bound, *loose) if person.profiles]


def _without_slips(persons: Sequence[Person]) -> list[Person]:
    """Those of a rare name, of whom one is in so many articles that in a few others the organisation is a mistake."""
    first = max(persons, key=lambda person: person.documents)
    if first.documents >= _OFTEN:
        for person in persons:
            if person is not first and person.documents * _TIMES <= first.documents and not first.is_apart(person):
                first.take(person)
    return [person for person in persons if person.profiles]


def _other_forms(persons: list[Person], wide: set[str]) -> list[Person]:
    """Those whose names can be one person's, where one fits alone: "James B. Comey" and "James Comey"."""
    out: list[Person] = []
    by_given: dict[str, list[Person]] = {}
    for person in sorted(persons, key=lambda one: -len(one.name.middle)):
        like = {id(one): one for form in given_forms(person.name.given) for one in by_given.get(form, ())}
        found = list(islice((one for one in like.values() if _can_be(one, person)), _COMPARED))
        first = max(found, key=lambda one: one.documents, default=None)
        if first is not None and _is_most(first, found) and _are_one(first, person, wide):
            first.take(person)
            continue
        out.append(person)
        for form in put_down(person.name.given):
            by_given.setdefault(form, []).append(person)
    return out


def _is_most(first: Person, persons: Sequence[Person]) -> bool:
    """Whether somebody is nearly all that is heard of several."""
    return first.documents >= _MAJORITY * sum(person.documents for person in persons)


def _can_be(one: Person, other: Person) -> bool:
    return can_be_one(one.name, other.name) and not one.is_apart(other)


def _are_one(one: Person, other: Person, wide: set[str]) -> bool:
    if one.name.key == other.name.key:
        return False  # settled already
    if one.is_backed(other, wide):
        return True
    left_out = (
        one.name.given == other.name.given and not other.name.middle and all(len(m) == 1 for m in one.name.middle)
    )
    return left_out and not is_common(other.name) and not one.excludes(other)


def _surnames(full: list[Person], short: Sequence[Person], wide: set[str]) -> list[Person]:
    """Those with a surname alone join the one person whose organisation or role theirs is, if there is but one.

    An article that gives no more than a rare surname means somebody whom everybody knows by it, if there is one.
    """
    out, known, index = list(full), _known_by_surname(full), Index(wide)
    for person in full:
        index.add(person)
    for person in short:
        found = [one for one in index.like(person) if _is_meant(one, person, wide) and not one.is_apart(person)]
        if not found and known is not None and not known.excludes(person) and not known.is_apart(person):
            found = [known]
        if len(found) == 1:
            found[0].take(person)
        else:
            out.append(person)
    return out


def _known_by_surname(full: Sequence[Person]) -> Person | None:
    """The one who is nearly all that is heard of a rare surname."""
    first = max(full, key=lambda person: person.documents, default=None)
    if first is None or is_common_surname(first.name.surname) or first.documents < _KNOWN:
        return None
    others = sum(person.documents for person in full) - first.documents
    return first if first.documents >= _TIMES * others else None


def _is_meant(one: Person, short: Person, wide: set[str]) -> bool:
    if one.excludes(short):
        return False
    shared = (one.companions & short.companions) - wide
    backed = not one.standing.isdisjoint(short.standing) or not one.roles.isdisjoint(short.roles)
    return backed or len(shared) > 1
