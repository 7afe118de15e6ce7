"""What resolution works on: mentions, and the entities that they stand for."""

from __future__ import annotations

import enum

from attrs import define, field

from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.mentions.names import Name
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Range

__all__ = ["Affiliation", "Entity", "Mention", "MentionType"]


_MOST = 50
"""Affiliations of one entity: all of them are looked at whenever somebody asks for the surest."""


class MentionType(enum.Enum):
    """How a mention refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@define(eq=False)
class Mention:
    """A stretch of the article that refers to somebody or something.

    Attributes:
        start: First token.
        end: After the last token.
        head: The token that governs the others.
        type: Name, pronoun or description.
        name: For names.
        noun: For descriptions: what the head noun can stand for.
        definite: For descriptions: introduced by "the", "this" or a possessive.
        entity: What it stands for, once resolved.
    """

    start: int
    end: int
    head: int
    type: MentionType
    name: Name | None = None
    noun: Noun | None = None
    definite: bool = False
    entity: Entity | None = field(default=None, repr=False)


@define(eq=False)
class Affiliation:
    """That somebody stands for a body: lower ranks are surer."""

    rank: int
    position: int
    organisation: Entity


@define(eq=False)
class Entity:
    """Somebody or something that the article speaks of.

    Attributes:
        kind: What sort.
        names: The forms of its name, as tokens, in text order; empty if it is never named.
        apart: Given name and surname of somebody named only together with a relative: "Anna and Peter Hall".
        gender: ``"m"``, ``"f"`` or ``""``; only to rule antecedents out.
        presumed: Whether only the given name tells the gender.
        lean: How often, in per cent, the given name is a girl's; 50 if unknown.
        plural: Whether it is several.
        introduced: Whether its first mention had an indefinite article.
        homes: For people: the countries and states that they are from or stand for.
        place: Whether it is a country, state or city.
        count: Mentions so far, in the walk through the article.
        last: When it was mentioned last, as a number of the walk.
        called: The noun that headed the description by which it was introduced.
        nouns: The common nouns by which the article has called it (base forms), or that its name contains.
        classes: For organisations, the classes of these nouns.
        guessed: For organisations: whether nothing tells their classes, so that they have the commonest ones.
        roles: Role phrases, with their rank and position.
        affiliations: The bodies it stands for.
        parts: For several joined by "and": who they are.
        owner: For "Smith's campaign": Smith.
        maker: For a named poll: who made it.
        mentions: Where it is mentioned, filled at the end.
        best: Gazetteer for somebody of whom there is neither a name nor a description ("those who ...").
    """

    kind: SpeakerKind
    names: list[Range] = field(factory=list)
    apart: tuple[Range, Range] | None = None
    gender: str = ""
    presumed: bool = False
    lean: int = 50
    plural: bool = False
    introduced: bool = False
    homes: set[str] = field(factory=set)
    place: bool = False
    count: int = 0
    last: int = 0
    called: str = ""
    nouns: set[str] = field(factory=set)
    classes: set[str] = field(factory=set)
    guessed: bool = False
    affiliations: list[Affiliation] = field(factory=list)
    roles: list[tuple[int, int, str]] = field(factory=list)
    parts: tuple[Entity, ...] = ()
    owner: Entity | None = None
    maker: Entity | None = None
    mentions: list[Mention] = field(factory=list)
    best: str | None = None

    def stand_for(self, new: Affiliation) -> None:
        """Note an affiliation, once; of more than anybody has, the surest ones that come first."""
        known = self.affiliations
        if any(
            one.organisation is new.organisation and one.rank == new.rank and one.position == new.position
            for one in known
        ):
            return
        if len(known) < _MOST:
            known.append(new)
        elif (new.rank, new.position) < min((one.rank, one.position) for one in known):
            known[-1] = new
