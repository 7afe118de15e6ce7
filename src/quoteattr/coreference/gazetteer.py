"""The word lists of resolution, loaded once: titles, names, nouns for persons, people, bodies and documents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from attrs import frozen

from quoteattr.data import text_of
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.nouns import singular

__all__ = ["FEMALE", "MALE", "Gazetteer", "Noun", "gazetteer", "singular", "word_list"]

MALE, FEMALE = "m", "f"
"""What evidence says of a referent's gender. Used to rule antecedents out; never part of a record."""

_KEPT = 20_000
"""Nouns whose reading is kept for when they are asked for again."""
_SURE = 3
"""A given name tells a gender if at most this share of its bearers, in per cent, is of the other."""

_NAMES = (
    "person_suffixes",
    "company_suffixes",
    "topics",
    "nobiliary",
    "national",
    "common",
    "surnames",
    "following",
    "party_names",
    "capitals",
    "surname_first",
    "calendar",
    "organisation_words",
    "media",
    "broadcasters",
    "acronyms",
    "laws",
    "papers",
    "ranks",
)
_NOUNS = ("male", "female", "kinship", "person", "person_too", "figures", "people", "anybody", "document", "poll")
_AFFILIATION = (
    "issues",
    "past",
    "future",
    "owned",
    "writes",
    "nobody",
    "sides",
    "bare",
    "staff",
    "insiders",
    "partisans",
    "leaders",
    "voices",
    "place_offices",
    "corporate",
    "positions",
    "unattached",
)


@frozen
class Noun:
    """What a common noun can stand for.

    Attributes:
        base: Its singular, lower case.
        kind: ``"person"``, ``"people"``, ``"organisation"``, ``"document"`` or ``""``.
        plural: Whether the form is a plural.
        classes: For organisations: the classes of :attr:`Gazetteer.organisations` that have it.
        gender: What the noun itself says (``"chairwoman"``), else ``""``.
    """

    base: str
    kind: str
    plural: bool = False
    classes: frozenset[str] = frozenset()
    gender: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it stands for one person, or several in its plural."""
        return self.kind == "person"

    @property
    def is_people(self) -> bool:
        """Whether it stands for several people."""
        return self.kind == "people"

    @property
    def is_organisation(self) -> bool:
        """Whether it stands for an organisation."""
        return self.kind == "organisation"

    @property
    def is_document(self) -> bool:
        """Whether it stands for something that is read, heard or seen."""
        return self.kind == "document"


@frozen
class Gazetteer:
    """All lists, in lower case; multi-word entries are tuples of tokens."""

    titles: Mapping[tuple[str, ...], str]
    """Title to gender, or ``""``."""
    longest_title: int
    title_roles: Mapping[str, str]
    offices: Mapping[str, str]
    seats: Mapping[str, tuple[str, ...]]
    """Office to the bodies where its holder sits."""
    pronouns: Mapping[str, str]
    """Pronoun to class: male, female, thing, plural, first, first_plural, second, relative."""
    given_names: Mapping[str, int]
    person_suffixes: frozenset[str]
    company_suffixes: frozenset[str]
    topics: frozenset[str]
    nobiliary: frozenset[str]
    national: frozenset[str]
    common: frozenset[str]
    surnames: frozenset[str]
    following: frozenset[str]
    party_names: frozenset[str]
    capitals: frozenset[str]
    surname_first: frozenset[str]
    calendar: frozenset[str]
    organisation_words: frozenset[str]
    known_organisations: frozenset[str]
    media: frozenset[str]
    broadcasters: frozenset[str]
    acronyms: frozenset[str]
    laws: frozenset[str]
    papers: frozenset[str]
    ranks: frozenset[str]
    nicknames: Mapping[str, tuple[str, ...]]
    short_names: Mapping[str, tuple[str, ...]]
    """Short form of a body's name to the full ones."""
    states: Mapping[str, str]
    """Abbreviation of a state, as it stands behind a party letter, to its name."""
    party_letters: Mapping[str, tuple[str, ...]]
    """Letter to the words that it stands for."""
    male: frozenset[str]
    female: frozenset[str]
    kinship: frozenset[str]
    person: frozenset[str]
    person_too: frozenset[str]
    figures: frozenset[str]
    people: frozenset[str]
    anybody: frozenset[str]
    document: frozenset[str]
    poll: frozenset[str]
    organisations: Mapping[str, frozenset[str]]
    """Noun to classes."""
    topical: frozenset[str]
    unnamed: frozenset[str]
    measures: frozenset[str]
    common_bodies: frozenset[str]
    role_synonyms: Mapping[str, tuple[str, ...]]
    """Role noun to the nouns that may stand for it, itself last."""
    document_synonyms: Mapping[str, tuple[str, ...]]
    parties: tuple[frozenset[str], ...]
    issues: frozenset[str]
    past: frozenset[str]
    future: frozenset[str]
    owned: frozenset[str]
    writes: frozenset[str]
    nobody: frozenset[str]
    sides: frozenset[str]
    bare: frozenset[str]
    affiliation_verbs: frozenset[str]
    staff: frozenset[str]
    insiders: frozenset[str]
    partisans: frozenset[str]
    leaders: frozenset[str]
    voices: frozenset[str]
    place_offices: frozenset[str]
    corporate: frozenset[str]
    positions: frozenset[str]
    unattached: frozenset[str]
    places: Mapping[str, str]
    """Name, adjective or inhabitant of a place, to the name of the place."""

    @property
    def domestic(self) -> frozenset[str]:
        """States, and the country they are of: where "the governor" may be without a word on whose."""
        return frozenset(self.states.values()) | {"United States"}

    def gender_of_name(self, given: str) -> str:
        """The gender that a given name tells beyond reasonable doubt, or ``""``."""
        share = self.given_names.get(given)
        if share is None:
            return ""
        return MALE if share <= _SURE else FEMALE if share >= 100 - _SURE else ""

    def noun(self, word: str, tag: str = "") -> Noun:
        """What ``word`` (lower case, with this Penn tag) can stand for."""
        known = self._nouns.get((word, tag))
        if known is None:
            if len(self._nouns) >= _KEPT:
                self._nouns.clear()
            known = self._nouns[word, tag] = self._noun(word, plural=tag in ("NNS", "NNPS"))
        return known

    @cached_property
    def title_openings(self) -> frozenset[str]:
        """The first words of titles."""
        return frozenset(form[0] for form in self.titles)

    @cached_property
    def _nouns(self) -> dict[tuple[str, str], Noun]:
        return {}

    def _noun(self, word: str, *, plural: bool) -> Noun:
        base = singular(word) if plural else word
        if word in self.people or base in self.people:
            return Noun(base, "people", plural=True)
        for form in (base, base.rpartition("-")[2]):
            gender = MALE if form in self.male else FEMALE if form in self.female else ""
            if gender or form in self.person or form in self.kinship:
                return Noun(form, "people" if plural else "person", plural, gender=gender)
            if form in self.organisations:
                return Noun(form, "organisation", plural, self.organisations[form])
            if form in self.document or word in self.document:
                return Noun(form, "document", plural)
        if (
            base.endswith(("ologist", "woman", "person", "onomist", "arian", "ician", "nalist", "ionist"))
            and len(base) > 7
        ):
            gender = FEMALE if base.endswith("woman") else ""
            return Noun(base, "people" if plural else "person", plural, gender=gender)
        return Noun(base, "", plural)


@cache
def gazetteer() -> Gazetteer:
    """The English lists."""
    lists = tomllib.loads(text_of("resolution.toml"))
    titles = {
        _tokens(title): gender
        for section, gender in (("neutral", ""), ("male", MALE), ("female", FEMALE))
        for title in lists["titles"][section]
    }
    for portfolio in lists["titles"]["portfolios"]:
        titles |= {_tokens(f"{portfolio} {office}"): "" for office in ("secretary", "minister")}
    pronouns = {
        word: section for section, members in lists["pronouns"].items() if section != "possessive" for word in members
    }
    names, nouns, affiliation = lists["names"], lists["nouns"], lists["affiliation"]
    descriptions = lists["descriptions"]
    given = _rows(text_of("given_names.tsv"))
    return Gazetteer(
        titles=titles,
        longest_title=max(map(len, titles)),
        title_roles=lists["title_roles"],
        offices=lists["offices"],
        short_names={short: tuple(long) for short, long in lists["short_names"].items()},
        seats={office: tuple(bodies) for office, bodies in lists["seats"].items()},
        pronouns=pronouns,
        given_names={name: int(share) for name, share in given},
        nicknames={short: tuple(long) for short, long in lists["nicknames"].items()},
        states=lists["states"],
        party_letters={letter: tuple(stands) for letter, stands in lists["party_letters"].items()},
        known_organisations=frozenset(names["known_organisations"]) | frozenset(names["pollsters"]),
        organisations=_inverted(lists["organisations"]),
        affiliation_verbs=frozenset(affiliation["verbs"]),
        role_synonyms=_synonyms(descriptions["roles"]),
        document_synonyms=_synonyms(descriptions["documents"]),
        parties=tuple(map(frozenset, descriptions["parties"])),
        places=_places(text_of("places.tsv")),
        **{key: frozenset(names[key]) for key in _NAMES},
        **{key: frozenset(nouns[key]) for key in _NOUNS},
        **{key: frozenset(descriptions[key]) for key in ("topical", "unnamed", "measures", "common_bodies")},
        **{key: frozenset(affiliation[key]) for key in _AFFILIATION},
    )


def _tokens(entry: str) -> tuple[str, ...]:
    return tuple(entry.replace("-", " - ").split())


def _rows(text: str) -> Iterable[tuple[str, str]]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, _, value = line.partition("\t")
            yield key, value


def _inverted(classes: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for name, nouns in classes.items():
        for noun in nouns:
            out.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in out.items()}


def _synonyms(groups: list[list[str]]) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for noun in group:
            known = out.get(noun, (noun,))[:-1]
            out[noun] = (*known, *(other for other in group if other != noun and other not in known), noun)
    return out


def _places(text: str) -> dict[str, str]:
    out: dict[str, Any] = {}
    for place, forms in _rows(text):
        for form in (place.lower(), *filter(None, forms.split("|"))):
            out.setdefault(form, place)
    return out
