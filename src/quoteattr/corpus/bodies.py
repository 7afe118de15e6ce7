"""Organisations over many articles: which names are one body's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

from attrs import define, field

from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.corpus.groups import Groups
from quoteattr.corpus.words import SMALL, comparable, initials, is_capitals
from quoteattr.lexicon.lists import word_list

__all__ = ["Bodies", "Body", "body_key", "is_acronym", "is_political", "key_in", "place_of"]

_ACRONYM = 3
"""Letters of an acronym, at least, that joins a name though no article has both."""
_SURE = 4
"""Letters of one, at least, that needs no further evidence."""
_MAJORITY = 0.8
"""Share of the articles that explain an acronym by one name, from which on it is that body's."""
_MORE = 3
"""Letters that an acronym may have more than the name has words: "Apacs"."""
_KEPT = 32
"""People of a body who are kept as evidence."""


_FULL = {"gop": "republicans", "dems": "democrats", "camp": "campaign"}
"""Short words in names of bodies: "House GOP", "Lib Dems"."""


@cache
def _same_bodies() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Names of a body that is written in several ways, with the one that it is compared by."""
    groups = [
        [tuple(_FULL.get(word, word) for word in comparable(name)) for name in group.split("|")]
        for group in word_list("corpus", "same_bodies")
    ]
    return {name: group[0] for group in groups for name in group}


@cache
def _places() -> Mapping[tuple[str, ...], str]:
    """Places as they are compared, with what belongs to them, and their names."""
    return {comparable(form): place for form, place in gazetteer().places.items()}


@cache
def _company_suffixes() -> frozenset[str]:
    return frozenset("".join(comparable(suffix)) for suffix in gazetteer().company_suffixes)


def _words(name: str) -> tuple[str, ...]:
    """What is compared of a name: without "the" and the form of a company; of a place, its own name."""
    words = tuple(_FULL.get(word, word) for word in comparable(name))
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _company_suffixes():
        words = words[:-1]
    words = _same_bodies().get(words, words)
    place = _places().get(words)
    return comparable(place) if place else words


@lru_cache(100_000)
def body_key(name: str) -> str:
    """Equal for names of one body that differ in nothing that is compared: "AirAsia", "Air Asia"."""
    return "".join(_words(name)) or name


@lru_cache(100_000)
def _is_unnamed(name: str) -> bool:
    """Whether the name is a common noun, which is another body in another article: "government"."""
    return name == name.lower() and all(word in gazetteer().organisations for word in comparable(name)[-1:])


def key_in(document: str, name: str) -> str:
    """The key of an organisation of an article: a common noun is another body in each."""
    return f"{body_key(name)} {document}" if _is_unnamed(name) else body_key(name)


@lru_cache(100_000)
def place_of(name: str) -> str | None:
    """The place that a name is or begins with: "Indonesia" of "Indonesian government"."""
    words = comparable(name)
    found = (_places().get(words[:length]) for length in range(min(3, len(words)), 0, -1))
    return next((place for place in found if place), None)


@lru_cache(100_000)
def is_political(name: str) -> bool:
    """Whether a body is a place or one of politics, of which a person may have several at a time."""
    words = _words(name)
    return words in _places() or not word_list("corpus", "politics").isdisjoint((*words, " ".join(words)))


@define
class Body:
    """What is known of the names with one key.

    Attributes:
        forms: As they are written, with how many articles have them.
        acronyms: Keys of acronyms that articles give beside the name.
        short: Keys of other names that articles give beside it.
        others: These names as they are written, with how many articles have them.
        people: Keys of the names of people who speak for it.
    """

    forms: Counter[str] = field(factory=Counter)
    acronyms: Counter[str] = field(factory=Counter)
    short: Counter[str] = field(factory=Counter)
    others: Counter[str] = field(factory=Counter)
    people: set[str] = field(factory=set)

    def note(self, person: str) -> None:
        """Somebody speaks for it."""
        if len(self.people) < _KEPT:
            self.people.add(person)


@define
class Bodies:
    """All bodies of a corpus, by key."""

    found: dict[str, Body] = field(factory=dict)

    def add(self, document: str, name: str, aliases: Iterable[str] = ()) -> None:
        """Note an organisation of an article."""
        key = key_in(document, name)
        body = self.found.setdefault(key, Body())
        body.forms[name] += 1
        for alias in aliases:
            other = body_key(alias)
            if other == key:
                body.forms[alias] += 1
                continue
            body.others[alias] += 1
            if is_acronym(alias, name):
                body.acronyms[other] += 1
            else:
                body.short[other] += 1

    def groups(self) -> Groups:
        """The keys, those of one body together."""
        groups, told, full = Groups(), self._told(), self._by_initials()
        for key in self.found:
            groups.find(key)
        for key, body in self.found.items():
            given = Counter[str]()
            for other in told.get(key, ()):
                given[groups.find(other)] += self.found[other].acronyms[key]
            if given and given.most_common(1)[0][1] >= _MAJORITY * given.total():
                groups.join(given.most_common(1)[0][0], key)
            elif not given and any(map(is_capitals, body.forms)):
                self._join_by_initials(key, full.get(key, ()), groups)
        for key, body in self.found.items():
            for short in body.short:
                if short in self.found and not body.people.isdisjoint(self.found[short].people):
                    groups.join(key, short)
        return groups

    def _told(self) -> Mapping[str, list[str]]:
        """Keys of acronyms, with those of the names beside which articles give them."""
        told: dict[str, list[str]] = {}
        for key, body in self.found.items():
            for acronym in body.acronyms:
                told.setdefault(acronym, []).append(key)
        return told

    def _by_initials(self) -> Mapping[str, list[str]]:
        """Initials of names of several words, with the keys of these."""
        full: dict[str, list[str]] = {}
        for key, body in self.found.items():
            words = comparable(next(iter(body.forms)))
            if len(words) >= _ACRONYM:
                for short in {initials(words), words[0] + initials(words[1:])}:  # also "UKIP"
                    full.setdefault(short, []).append(key)
        return full

    def _join_by_initials(self, key: str, full: Collection[str], groups: Groups) -> None:
        meant = {groups.find(other) for other in full}
        if len(meant) == 1 and len(key) >= _ACRONYM:
            people = self.found[key].people
            if len(key) >= _SURE or any(not people.isdisjoint(self.found[other].people) for other in full):
                groups.join(meant.pop(), key)


def is_acronym(form: str, name: str) -> bool:
    """Whether a short form is made of letters of a name's words, and is none of these."""
    short, words = "".join(comparable(form)), comparable(name)
    if len(words) < 2 or short in words or len(comparable(form)) > 1 or not short or short[0] != _first(words):
        return False
    letters = iter("".join(words))
    return len(short) <= len(words) + _MORE and all(letter in letters for letter in short)


def _first(words: tuple[str, ...]) -> str:
    return next((word[0] for word in words if word not in SMALL), words[0][0])
