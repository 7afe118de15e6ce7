"""Where people are from and of which party they are, by what stands beside their names: "Sen. Jane Smith (R-Fla.)"."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.coreference.entities import Mention
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.values import Name
from quoteattr.lexicon.lists import mark_set
from quoteattr.syntax import Parse, Range

__all__ = ["origin_of", "places_in"]

_LONGEST = 3
"""Tokens in the name of a state."""
_OPENING = mark_set("before_origins")
_CLOSING = mark_set("behind_party_letters")
_BEHIND = _OPENING | {"of"}
"""What stands behind a name that tells of an origin."""


def origin_of(parse: Parse, mention: Mention, gazetteer: Gazetteer) -> tuple[frozenset[str], frozenset[str]]:
    """The places that a person is from by what stands beside the name, and the nouns for their party.

    Args:
        parse: The article.
        mention: The name of a person.
        gazetteer: The word lists.
    """
    name, homes, letter = mention.name, set[str](), ""
    if name is not None and (name.titles or not _BEHIND.isdisjoint(parse.lower[name.end : name.end + 1])):
        homes = _home_before(parse, name, gazetteer) | _home_behind(parse, name, gazetteer)
        letter = _party_letter(parse, name.end, gazetteer)
        homes |= _state(parse, name.end + 3, gazetteer) if letter else set()
    return frozenset(homes), frozenset(gazetteer.party_letters.get(letter, ()))


def places_in(parse: Parse, start: int, end: int, gazetteer: Gazetteer) -> set[str]:
    """The places that a stretch names, by their own names: "the French president", "the New Jersey governor"."""
    found = set()
    after = start
    for token in range(start, end):
        if token >= after:
            ranges = ((token, stop) for stop in range(min(end, token + _LONGEST), token, -1))
            place, after = _first_place(parse, ranges, gazetteer)
            found.add(place)
    return found - {""}


def _first_place(parse: Parse, ranges: Iterable[Range], gazetteer: Gazetteer) -> tuple[str, int]:
    """The place that the first of these ranges names that names one, and where it ends; or ``""``."""
    for start, end in ranges:
        if (place := gazetteer.places.get(" ".join(parse.lower[start:end]))) and parse.words[start][:1].isupper():
            return place, end
    return "", 0


def _home_before(parse: Parse, name: Name, gazetteer: Gazetteer) -> set[str]:
    """The place before a title: "Texas Gov. Jane Smith"."""
    before = name.start - sum(len(title.replace("-", " - ").split()) for title in name.titles)
    if not name.titles or before <= 0:
        return set()
    ranges = ((token, before) for token in range(max(0, before - _LONGEST), before))
    return {_first_place(parse, ranges, gazetteer)[0]} - {""}


def _home_behind(parse: Parse, name: Name, gazetteer: Gazetteer) -> set[str]:
    """The place behind "of": "Jane Smith of Texas"."""
    if parse.lower[name.end : name.end + 1] != ["of"]:
        return set()
    ranges = ((name.end + 1, stop) for stop in range(name.end + 1 + _LONGEST, name.end + 1, -1))
    return {_first_place(parse, ranges, gazetteer)[0]} - {""}


def _party_letter(parse: Parse, after: int, gazetteer: Gazetteer) -> str:
    """The letter of a party behind a name, lower case, or ``""``: "Jane Smith (R-Fla.)"."""
    if after + 3 >= len(parse) or parse.lower[after] not in _OPENING or parse.lower[after + 2] not in _CLOSING:
        return ""
    letter = parse.words[after + 1]
    return letter.lower() if letter.isupper() and letter.lower() in gazetteer.party_letters else ""


def _state(parse: Parse, token: int, gazetteer: Gazetteer) -> set[str]:
    """The state behind the letter of a party."""
    state = parse.lower[token]
    for form in (f"{state}.", state):  # the full stop may be the sentence's
        if found := gazetteer.states.get(form) or gazetteer.places.get(form):
            return {found}
    return set()
