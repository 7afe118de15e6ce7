"""Where people are from and of which party they are, by what stands beside their names: "Sen. Jane Smith (R-Fla.)"."""

from __future__ import annotations

from quoteattr.coreference.entities import Mention
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.syntax import Parse

__all__ = ["origin_of", "places_in"]

_LONGEST = 3
"""Tokens in the name of a state."""


def origin_of(parse: Parse, mention: Mention, gazetteer: Gazetteer) -> tuple[frozenset[str], frozenset[str]]:
    """The places that a person is from by what stands beside the name, and the nouns for their party.

    Args:
        parse: The article.
        mention: The name of a person.
        gazetteer: The word lists.
    """
    name, after = mention.name, mention.end
    homes: set[str] = set()
    titles = name.titles if name is not None else ()
    before = mention.start - sum(len(title.replace("-", " - ").split()) for title in titles)
    if titles and before > 0:
        homes |= _place_at(parse, max(0, before - _LONGEST), before, gazetteer)
    if parse.lower[after : after + 1] == ["of"]:
        homes |= _place_at(parse, after + 1, after + 1 + _LONGEST, gazetteer, first=True)
    party = _party_at(parse, after, gazetteer)
    if party:
        state = parse.lower[after + 3] + ("." if parse.lower[after + 4 : after + 5] == ["."] else "")
        if home := gazetteer.states.get(state) or gazetteer.places.get(state):
            homes.add(home)
    return frozenset(homes), party


def _party_at(parse: Parse, after: int, gazetteer: Gazetteer) -> frozenset[str]:
    """The words for the party whose letter stands behind a name: "(R-Fla.)"."""
    if after + 3 >= len(parse) or parse.lower[after] not in ("(", ","):
        return frozenset()
    letter = parse.words[after + 1]
    if not letter.isupper() or parse.lower[after + 2] not in ("-", ")"):
        return frozenset()
    return frozenset(gazetteer.party_letters.get(parse.lower[after + 1], ()))


def places_in(parse: Parse, start: int, end: int, gazetteer: Gazetteer) -> set[str]:
    """The places that a stretch names, by their own names: "the French president", "the New Jersey governor"."""
    found = set()
    token = start
    while token < end:
        for stop in range(min(end, token + _LONGEST), token, -1):
            if parse.words[token][:1].isupper() and (place := gazetteer.places.get(" ".join(parse.lower[token:stop]))):
                found.add(place)
                token = stop - 1
                break
        token += 1
    return found


def _place_at(parse: Parse, start: int, end: int, gazetteer: Gazetteer, *, first: bool = False) -> set[str]:
    """The place that fills a stretch up to its end, or with ``first`` from its beginning."""
    ranges = (
        [(start, stop) for stop in range(end, start, -1)] if first else [(token, end) for token in range(start, end)]
    )
    for one, other in ranges:
        if (place := gazetteer.places.get(" ".join(parse.lower[one:other]))) and parse.words[one][:1].isupper():
            return {place}
    return set()
