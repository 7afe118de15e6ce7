"""Where people are from and of which party they are, by what stands beside their names: "Sen. Jane Smith (R-Fla.)"."""

from __future__ import annotations

from quoteattr.coreference.entities import Mention
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse

__all__ = ["learn_homes", "places_in"]

_LONGEST = 3
"""Tokens in the name of a state."""


def learn_homes(parse: Parse, mentions: list[Mention], words: Gazetteer) -> None:
    """Note places and parties of people.

    Args:
        parse: The article.
        mentions: Its names.
        words: The lists.
    """
    for mention in mentions:
        entity, name = mention.entity, mention.name
        if entity is None or name is None or entity.kind is not SpeakerKind.PERSON:
            continue
        before = mention.start - sum(len(title.replace("-", " - ").split()) for title in name.titles)
        if name.titles and before > 0:
            entity.homes |= _place_at(parse, max(0, before - _LONGEST), before, words)
        after = mention.end
        if after + 1 < len(parse) and parse.lower[after] == "of":
            entity.homes |= _place_at(parse, after + 1, after + 1 + _LONGEST, words, first=True)
        if (
            after + 3 < len(parse)
            and parse.lower[after] in ("(", ",")
            and parse.lower[after + 1] in words.party_letters
        ):
            letter = parse.words[after + 1]
            if not letter.isupper() or parse.lower[after + 2] not in ("-", ")"):
                continue
            entity.nouns.update(words.party_letters[parse.lower[after + 1]])
            state = parse.lower[after + 3] + ("." if parse.lower[after + 4 : after + 5] == ["."] else "")
            if home := words.states.get(state) or words.places.get(state):
                entity.homes.add(home)


def places_in(parse: Parse, start: int, end: int, words: Gazetteer) -> set[str]:
    """The places that a stretch names, by their own names: "the French president", "the New Jersey governor"."""
    found = set()
    token = start
    while token < end:
        for stop in range(min(end, token + _LONGEST), token, -1):
            if parse.words[token][:1].isupper() and (place := words.places.get(" ".join(parse.lower[token:stop]))):
                found.add(place)
                token = stop - 1
                break
        token += 1
    return found


def _place_at(parse: Parse, start: int, end: int, words: Gazetteer, *, first: bool = False) -> set[str]:
    """The place that fills a stretch up to its end, or with ``first`` from its beginning."""
    ranges = (
        [(start, stop) for stop in range(end, start, -1)] if first else [(token, end) for token in range(start, end)]
    )
    for one, other in ranges:
        if (place := words.places.get(" ".join(parse.lower[one:other]))) and parse.words[one][:1].isupper():
            return {place}
    return set()
