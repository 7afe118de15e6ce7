"""The word lists of resolution, loaded once: titles, names, nouns for persons, people, organisations and documents."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, lru_cache

from attrs import evolve, field, fields, frozen

from quoteattr.coreference.classes import DOCUMENT_NOUN, ORGANISATION_NOUN, PEOPLE_NOUN, PERSON_NOUN
from quoteattr.data import text_of
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax.labels import NOUN, PLURAL_NOUN, PLURAL_PROPER_NOUN

__all__ = ["FEMALE", "MALE", "Gazetteer", "Noun", "folded", "gazetteer"]

MALE, FEMALE = "m", "f"
"""What evidence says of a referent's gender. Used to rule antecedents out; never part of a record."""

_PLURAL = (PLURAL_NOUN, PLURAL_PROPER_NOUN)
_KEPT = 20_000
"""Nouns whose reading is kept for when they are asked for again."""
_SURE = 3
"""A given name tells a gender if at most this share of its bearers, in per cent, is of the other."""
_ENDINGS = tuple(word_list("coreference", "person_endings"))
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_IN_NEWS = word_list("coreference", "people_in_news")
_TECHNOLOGIES = word_list("mentions", "technologies")
_SMALL_WORDS = word_list("coreference", "small_words")
_SHORTEST = 8
_ALWAYS = 10
"""Tenths of the uses of a noun that are of people or groups, where all are."""
"""Letters of a noun that is known by its ending, at least."""
_SECTIONS = ("names", "nouns", "descriptions", "affiliation")
"""Sections of the lists whose entries are attributes of :class:`Gazetteer`."""


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
    classes: frozenset[str] = field(factory=frozenset)
    gender: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it can stand for one person."""
        return self.kind == PERSON_NOUN

    @property
    def is_people(self) -> bool:
        """Whether it can stand for several."""
        return self.kind == PEOPLE_NOUN

    @property
    def is_organisation(self) -> bool:
        """Whether it can stand for an organisation."""
        return self.kind == ORGANISATION_NOUN

    @property
    def is_document(self) -> bool:
        """Whether it stands for something that is read, heard or seen."""
        return self.kind == DOCUMENT_NOUN


@frozen
class Gazetteer:
    """All lists, in lower case; multi-word entries are tuples of tokens."""

    titles: Mapping[tuple[str, ...], str]
    """Title to gender, or ``""``."""
    title_roles: Mapping[str, str]
    seats: Mapping[str, tuple[str, ...]]
    """Office to the organisations where its holder sits."""
    pronouns: Mapping[str, str]
    """Pronoun to class: male, female, thing, plural, first, first_plural, second, relative."""
    given_names: Mapping[str, int]
    person_suffixes: frozenset[str]
    company_suffixes: frozenset[str]
    nobiliary: frozenset[str]
    capitals: frozenset[str]
    surname_first: frozenset[str]
    organisation_words: frozenset[str]
    known_organisations: frozenset[str]
    media: frozenset[str]
    broadcasters: frozenset[str]
    laws: frozenset[str]
    nicknames: Mapping[str, tuple[str, ...]]
    short_names: Mapping[str, tuple[str, ...]]
    """Short form of an organisation's name to the full ones."""
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
    body_synonyms: Mapping[str, tuple[str, ...]]
    """The same for bodies, with words of their names that tell what they are."""
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
    partisans: frozenset[str]
    leaders: frozenset[str]
    voices: frozenset[str]
    place_offices: frozenset[str]
    corporate: frozenset[str]
    positions: frozenset[str]
    unattached: frozenset[str]
    places: Mapping[str, str]
    """Name, adjective or inhabitant of a place, to the name of the place."""

    @cached_property
    def domestic(self) -> AbstractSet[str]:
        """States, and the country they are of: where "the governor" may be without a word on whose."""
        return self.own_names_of_states | {"United States"}

    @cached_property
    def own_names_of_states(self) -> AbstractSet[str]:
        """Names of states as they are written."""
        return frozenset(self.states.values())

    @cached_property
    def names_of_states(self) -> AbstractSet[str]:
        """Names of states in lower case."""
        return frozenset(map(str.lower, self.own_names_of_states))

    def gender_of_name(self, given: str) -> str:
        """The gender that a given name tells beyond reasonable doubt, or ``""``."""
        share = self.given_names.get(given)
        if share is None:
            return ""
        return MALE if share <= _SURE else FEMALE if share >= 100 - _SURE else ""

    def noun(self, word: str, tag: str = "") -> Noun:
        """What ``word`` (lower case, with this Penn tag) can stand for."""
        plural = tag in _PLURAL
        nouns = self._plurals if plural else self._singulars
        known = nouns.get(word)
        if known is None:
            if len(nouns) >= _KEPT:
                nouns.clear()
            known = nouns[word] = self._noun(word, plural=plural)
        if not known.kind and tag in (NOUN, PLURAL_NOUN):  # with a capital it may be a surname
            return _by_meaning(known.base, plural=plural) or known
        return known

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """What may stand behind the name of a person or a company, and is no part of its key."""
        return self.person_suffixes | self.company_suffixes

    @cached_property
    def organisation_endings(self) -> frozenset[str]:
        """What ends the names of organisations."""
        return self.organisation_words | self.company_suffixes

    @cached_property
    def whole_names(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Listed names with small words within, by their first words: "save the children"."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for name in sorted(self.known_organisations | self.media):
            words = tuple(name.split())
            if not _SMALL_WORDS.isdisjoint(words[1:-1]):
                found[words[0]] = (*found.get(words[0], ()), words)
        return found

    @cached_property
    def chambers(self) -> AbstractSet[tuple[str, ...]]:
        """The words of the names of the organisations where the holders of offices sit; those of a state as well."""
        names = {tuple(name.split()) for names in self.seats.values() for name in names}
        return frozenset(names | {("state", *name) for name in names if len(name) == 1})

    @cached_property
    def title_openings(self) -> Mapping[str, int]:
        """The first words of titles, and the number of words of the longest title that each opens."""
        longest: dict[str, int] = {}
        for form in self.titles:
            longest[form[0]] = max(len(form), longest.get(form[0], 0))
        return longest

    @cached_property
    def _singulars(self) -> dict[str, Noun]:
        return {}

    @cached_property
    def _plurals(self) -> dict[str, Noun]:
        return {}

    def _noun(self, word: str, *, plural: bool) -> Noun:
        base = singular(word) if plural else word
        if plural and word in _TECHNOLOGIES:
            return Noun(base, "", plural)  # "GPS" is no several doctors
        if word in self.people or base in self.people:
            return Noun(base, "people", plural=True, gender=self._gender_of(singular(base)))
        for form in dict.fromkeys((base, base.rpartition("-")[2])):
            if (noun := self._listed(form, word, plural=plural)) is not None:
                return noun
        if base.endswith(_ENDINGS) and len(base) >= _SHORTEST:
            return Noun(base, "people" if plural else "person", plural, gender=FEMALE if base.endswith("woman") else "")
        return Noun(base, "", plural)

    def _gender_of(self, form: str) -> str:
        """The gender that a noun for one person tells, or ``""``."""
        return MALE if form in self.male else FEMALE if form in self.female else ""

    def _listed(self, form: str, word: str, *, plural: bool) -> Noun | None:
        """What a singular can stand for by the lists; ``word`` is the noun as written."""
        gender = self._gender_of(form)
        if gender or form in self.person or form in self.kinship:
            return Noun(form, "people" if plural else "person", plural, gender=gender)
        if form in self.organisations:
            return Noun(form, "organisation", plural, self.organisations[form])
        return Noun(form, "document", plural) if form in self.document or word in self.document else None


@lru_cache(maxsize=20_000)
def _by_meaning(noun: str, *, plural: bool) -> Noun | None:
    """A noun that WordNet or news knows for people alone: "hawker", "petitioner", "fisher"."""
    meaning = known_nouns().get(noun)
    told = meaning is not None and meaning.sort == "person" and meaning.other >= _ALWAYS
    if not told and noun not in _IN_NEWS:
        return None
    return Noun(noun, "people" if plural else "person", plural)


def folded(word: str) -> str:
    """A word in lower case without accents: "núñez" is "nunez", "łukasz" is "lukasz"."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@cache
def gazetteer(more_titles: frozenset[str] = frozenset(), more_roles: frozenset[str] = frozenset()) -> Gazetteer:
    """The English lists, with further titles, and further nouns for one person, in lower case."""
    if more_titles or more_roles:
        known = gazetteer()
        titles = {**known.titles, **{_tokens(title): "" for title in sorted(more_titles)}}
        return evolve(known, titles=titles, person=known.person | more_roles)
    lists = tomllib.loads(text_of("resolution.toml"))
    titles = {
        _tokens(title): gender
        for section, gender in (("neutral", ""), ("male", MALE), ("female", FEMALE))
        for title in lists["titles"][section]
    }
    for portfolio in lists["titles"]["portfolios"]:
        titles |= {_tokens(f"{portfolio} {office}"): "" for office in ("secretary", "minister")}
        titles |= {_tokens(f"shadow {portfolio} {office}"): "" for office in ("secretary", "minister")}
    pronouns = {
        word: section for section, members in lists["pronouns"].items() if section != "possessive" for word in members
    }
    descriptions = lists["descriptions"]
    return Gazetteer(
        titles=titles,
        title_roles=lists["title_roles"],
        seats={office: tuple(organisations) for office, organisations in lists["seats"].items()},
        pronouns=pronouns,
        given_names={folded(name): int(share) for name, share in _rows(text_of("given_names.tsv"))},
        nicknames={short: tuple(long) for short, long in lists["nicknames"].items()},
        short_names={short: tuple(long) for short, long in lists["short_names"].items()},
        states=lists["states"],
        party_letters={letter: tuple(stands) for letter, stands in lists["party_letters"].items()},
        organisations=_inverted(lists["organisations"]),
        role_synonyms=_synonyms(descriptions["roles"]),
        body_synonyms=_synonyms(descriptions["bodies"]),
        document_synonyms=_synonyms(descriptions["documents"]),
        parties=tuple(map(frozenset, descriptions["parties"])),
        places=_places(text_of("places.tsv")),
        **_sets(lists),
    )


def _sets(lists: Mapping[str, Mapping[str, list[str]]]) -> dict[str, frozenset[str]]:
    """The lists of words that are attributes by their own names."""
    wanted = {one.name for one in fields(Gazetteer) if str(one.type) == "frozenset[str]"}
    sections = [lists[section] for section in _SECTIONS]
    return {key: frozenset(words) for section in sections for key, words in section.items() if key in wanted}


def _tokens(entry: str) -> tuple[str, ...]:
    return tuple(entry.replace("-", " - ").split())


def _rows(text: str) -> Iterable[tuple[str, str]]:
    """The keys and values of a table."""
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
    """Each form of a place's name, and the place."""
    out: dict[str, str] = {}
    for place, forms in _rows(text):
        for form in (place.lower(), *filter(None, forms.split("|"))):
            out.setdefault(form, place)
    return out
