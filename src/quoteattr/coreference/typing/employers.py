"""Names that the model takes for places or people, but at which somebody works: "an Acme analyst"."""

from __future__ import annotations

from quoteattr.coreference.gazetteer import Gazetteer, singular
from quoteattr.coreference.mentions.names import Name
from quoteattr.syntax import Parse

__all__ = ["at_work", "employers", "is_employer", "name_head"]

_LOCATIVE = frozenset(("in", "near", "outside", "throughout", "across", "into", "around"))
"""Prepositions before places."""
_GAP = 3
"""Tokens between a person and the body behind a preposition: a comma, the preposition, an article."""


def name_head(parse: Parse, start: int, end: int) -> int:
    """The token of a range that governs the others: its head stands outside. The last one, where there are several."""
    for token in range(end - 1, start - 1, -1):
        outside = not start <= parse.heads[token] < end or parse.heads[token] == token
        if outside and parse.deps[token] and parse.deps[token] != "punct":
            return token
    return end - 1


def is_employer(parse: Parse, person: Name, body: Name, words: Gazetteer) -> bool:
    """Whether a name stands where a person's employer does: "Jane Smith at Acme", "Jane Smith, of Acme", no place."""
    if body.titles or body.label in ("GPE", "LOC", "NORP", "FAC") or body.start - person.end > _GAP:
        return False
    if not (person.titles or (person.label in ("PERSON", "") and person.key[0] in words.given_names)):
        return False
    if len(person.key) < 2 and not person.titles:
        return False
    between = [word for word in parse.lower[person.end : body.start] if word not in (",", "the")]
    if between == ["of"]:
        return body.label != "PERSON"
    return between in (["at"], ["from"]) and parse.tags[body.end - 1] in ("NNP", "NNPS")


def employers(parse: Parse, names: list[Name], words: Gazetteer) -> set[tuple[str, ...]]:
    """Names that the model takes for places where somebody works for them and nothing is in them: "an Acme analyst"."""
    found, places = set(), set()
    for name in names:
        head = name_head(parse, name.start, name.end)
        above = parse.heads[head]
        before = parse.lower[name.start - 1] if name.start else ""
        after = parse.lower[name.end] if name.end < len(parse) else ""
        dateline = after in ("-", "--", "—", "–", "(") and parse.words[name.start].isupper()
        abroad = after == "," and name.end + 1 < len(parse) and _is_place(parse, name.end + 1)
        known = " ".join(name.key) in words.places or parse.words[name.start].endswith(".")
        if before in _LOCATIVE or known or dateline or abroad:
            places.add(name.key)
        elif parse.deps[head] in ("compound", "poss", "nmod") and above >= name.end:
            next_to = above == name.end or (above == name.end + 1 and after in ("chief", "senior", "vice", "'s", "’s"))
            if next_to and singular(parse.lower[above]) in words.corporate:
                found.add(name.key)
        elif (
            parse.deps[head] == "pobj"
            and parse.lower[above] in ("at", "of", "for", "with")
            and parse.lower[parse.heads[above]] in words.corporate
        ):
            found.add(name.key)
    return found - places


def _is_place(parse: Parse, token: int) -> bool:
    """Whether the model takes a token for a place: the state behind a city."""
    number = parse.entity_of[token]
    return number >= 0 and parse.entities[number].label == "GPE"


def at_work(parse: Parse, names: list[Name], words: Gazetteer) -> set[tuple[str, ...]]:
    """Names of one word that the model takes for people's, at which somebody works: "an analyst at Acme"."""
    found = set()
    for name in names:
        above = parse.heads[name.end - 1]
        role = parse.heads[above]
        if len(name.key) > 1 or name.titles or name.key[0] in words.given_names:
            continue
        if parse.deps[name.end - 1] == "pobj" and parse.lower[above] == "at" and parse.tags[role][:2] == "NN":
            if singular(parse.lower[role]) in words.corporate:
                found.add(name.key)
        elif (
            name.key[0] in words.known_organisations
            and parse.deps[name.end - 1] in ("compound", "poss")
            and {singular(parse.lower[above]), parse.lower[name.end]} & words.corporate
        ):
            found.add(name.key)  # "a Twitter spokesman"
    return found
