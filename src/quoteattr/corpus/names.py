"""Names of people: their parts, which of them can be one person's, and how many people share them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from attrs import frozen

from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.corpus.words import comparable
from quoteattr.data import text_of
from quoteattr.lexicon.lists import word_list

__all__ = [
    "PersonName",
    "can_be_one",
    "common_names",
    "given_forms",
    "is_common",
    "is_common_surname",
    "person_name",
    "put_down",
]

_NAMESAKES = 1_000
"""A name that more people of a big country have is common: two who are quoted may well share it."""
_PUBLIC = 250e6
"""People of that country: those of the United States in 1990, where the shares were counted."""
_SHORT = 3
"""Letters of a given name, at least, that is cut short: "Geoff"."""
_RARE_GIVEN, _RARE_SURNAME = 0.0005, 0.0003
"""Shares below which a name is not in the list."""


@frozen
class PersonName:
    """A name in parts, all as they are compared.

    Attributes:
        given: The first of several given names, or ``""``.
        middle: The others.
        surname: The last name; the first of a Chinese, Korean or Vietnamese name.
        suffix: "jr", "iii", or ``""``.
    """

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether there is more than one name."""
        return bool(self.given)

    @property
    def key(self) -> str:
        """Equal for names that differ in nothing that is compared."""
        return f"{self.given}{''.join(self.middle)}{self.surname} {self.suffix}".strip()


@lru_cache(100_000)
def person_name(name: str) -> PersonName:
    """The parts of a name: titles and degrees are dropped.

    >>> person_name("Dr. Ada B. Smith-Jones Jr.")
    PersonName(given='ada', middle=('b', 'smith'), surname='jones', suffix='jr')
    """
    lists = gazetteer()
    words = _without_titles(comparable(name))
    suffix = ""
    while len(words) > 1 and words[-1] in _suffixes():
        suffix = suffix or (words[-1] if words[-1] in _GENERATIONS else "")
        words = words[:-1]
    if not words:
        return PersonName("", (), comparable(name)[-1] if comparable(name) else name, suffix)
    if len(words) > 1 and words[0] in lists.surname_first and words[-1] not in lists.surname_first:
        return PersonName("".join(words[1:]), (), words[0], suffix)
    middle = tuple(word for word in words[1:-1] if word not in lists.nobiliary)
    return PersonName(words[0] if len(words) > 1 else "", middle, words[-1], suffix)


_GENERATIONS = word_list("corpus", "generations")


@cache
def _suffixes() -> frozenset[str]:
    return frozenset("".join(comparable(suffix)) for suffix in gazetteer().person_suffixes)


@cache
def _titles() -> frozenset[tuple[str, ...]]:
    return frozenset(comparable(" ".join(title)) for title in gazetteer().titles)


def _without_titles(words: Sequence[str]) -> tuple[str, ...]:
    given = gazetteer().given_names
    words = tuple(words)
    while len(words) > 1:
        longest = next((n for n in range(min(5, len(words) - 1), 0, -1) if words[:n] in _titles()), 0)
        if not longest or (len(words) == longest + 1 and longest == 1 and words[0] in given):  # "Dean Smith"
            break
        words = words[longest:]
    return words


def can_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether two full names of one surname can be the same person's: nicknames, initials, a middle name left out."""
    if one.suffix != other.suffix or one.surname != other.surname:
        return False
    if not _alike(one.given, other.given):
        return False
    return all(_alike(first, second) for first, second in zip(one.middle, other.middle, strict=False))


def _alike(one: str, other: str) -> bool:
    if one == other or (1 in (len(one), len(other)) and one[:1] == other[:1]):
        return True
    lists = gazetteer()
    if one in lists.nicknames.get(other, ()) or other in lists.nicknames.get(one, ()):
        return True
    short, long = sorted((one, other), key=len)  # "Geoff", "Geoffrey"
    genders = {lists.gender_of_name(name) for name in (one, other)} - {""}
    return len(short) >= _SHORT and long.startswith(short) and len(genders) < 2


@lru_cache(10_000)
def given_forms(given: str) -> tuple[str, ...]:
    """The given names that one can be: its initial, nicknames, those of its first letters, and of an initial all."""
    if len(given) < 2:
        return (f"{given}*",)
    nicknames = gazetteer().nicknames
    short = (name for name, full in nicknames.items() if given in full)
    return tuple(dict.fromkeys((given[:1], *nicknames.get(given, ()), *short, f"{given[:_SHORT]}~")))


def put_down(given: str) -> tuple[str, ...]:
    """What :func:`given_forms` finds a given name by."""
    return given, f"{given[:1]}*", f"{given[:_SHORT]}~"


@cache
def _shares() -> Mapping[str, tuple[float, float]]:
    """Shares of the people who have a name as given name, and as surname."""
    lines = [line.split("\t") for line in text_of("common_names.tsv").splitlines() if not line.startswith("#")]
    return {name: (float(given or 0) / 1e5, float(surname or 0) / 1e5) for name, given, surname in lines}


def common_names() -> tuple[list[str], list[str]]:
    """Common given names and surnames, capitalised, the most common ones first."""

    def named(place: int) -> list[str]:
        names = [name for name, shares in _shares().items() if shares[place]]
        return [name.title() for name in sorted(names, key=lambda name: -_shares()[name][place])]

    return named(0), named(1)


@lru_cache(100_000)
def is_common(name: PersonName) -> bool:
    """Whether many people have this given name and surname: "John Smith"."""
    given = _shares().get(name.given, (0.0, 0.0))[0]
    surname = _shares().get(name.surname, (0.0, 0.0))[1]
    if len(name.given) == 1:
        return True
    return bool(surname) and _PUBLIC * max(given, _RARE_GIVEN) * max(surname, _RARE_SURNAME) > _NAMESAKES


def is_common_surname(surname: str) -> bool:
    """Whether many people have this surname."""
    return bool(_shares().get(surname, (0.0, 0.0))[1])
