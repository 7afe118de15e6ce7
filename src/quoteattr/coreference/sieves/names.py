"""Names: which of them name the same person, organisation, place or document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from quoteattr.coreference.classes import GOVERNMENT_CLASS, MEDIA_CLASS
from quoteattr.coreference.entities import Entities, Entity, Mention, MentionType, Traits
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.coreference.rules import Rule, rule
from quoteattr.coreference.sieves import people
from quoteattr.coreference.sieves.misspelt import spellings
from quoteattr.coreference.sieves.organisation_names import Organisations, title_end
from quoteattr.coreference.sieves.people import People
from quoteattr.coreference.typing.employers import name_head
from quoteattr.coreference.typing.kinds import stands_for
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import GEOPOLITICAL_ENTITY, POSSESSOR, SUBJECTS

__all__ = ["RULES", "link_names"]

_KINDS_WITH_ALIASES = (NameKind.PERSON, NameKind.ORGANISATION)
_PARTS_OF_BODIES = word_list("coreference", "parts_of_bodies")
_AT = "at"
_SURVEYS = [(word,) for word in sorted(word_list("mentions", "surveys_with_staff"))]
_TOLD_APART = word_list("coreference", "told_apart")
_POSSESSIVES = [["'s"], ["’s"], ["'"], ["’"]]
_KINDS = {NameKind.PLACE: SpeakerKind.ORGANISATION, NameKind.OTHER: SpeakerKind.UNKNOWN}

PLACE = rule(
    "name-place",
    "a list knows the names, adjectives and inhabitants of a place, and its capital: they are the place",
    "France waited. [Paris](France) said that it rained.",
    "Germany waited. [Berlin](Germany) said that it rained.",
)
ALSO_KNOWN = rule(
    "name-also-known",
    "the name behind “also known as” is one more name of whoever is named before it",
    "Ines Lindqvist, also known as Nessa Wren, sang. [Wren](Ines Lindqvist) said that it rained.",
    "They met Marlon Pike, aka Kray Dee. [Kray Dee](Marlon Pike) said that it rained.",
)
TOLD = rule(
    "name-told",
    "the user knows one by both names",
    "Zella Quint sang. [Quintessa](Zella Quint) said that it rained.",
    "Forward Together met. [FoTo](Forward Together) said that it rained.",
)
RULES = (PLACE, ALSO_KNOWN, TOLD)
_KNOWN_AS = word_list("coreference", "known_as")
_ALIAS = 8
"""Tokens between a name and another one of the same bearer, at most."""


@define
class _Stage:
    """The names of one article while they are linked."""

    parse: Parse
    gazetteer: Gazetteer
    people: People
    organisations: Organisations
    without: Collection[str]
    others: dict[tuple[NameKind, str], Entity] = field(factory=dict, init=False)
    forms: dict[Entity, list[Range]] = field(factory=dict, init=False)
    parts: list[tuple[Name, Entity]] = field(factory=list, init=False)
    owned: list[tuple[Entity, Entity]] = field(factory=list, init=False)
    """Parts of organisations, named right behind the name of the whole in the possessive."""
    apart: dict[tuple[NameKind, tuple[str, ...]], Entity] = field(factory=dict, init=False)
    """Names that would be linked by a rule that is not asked."""
    aliases: Mapping[tuple[str, ...], tuple[Name, NameKind, Rule]] = field(factory=dict)
    """Keys of second names to the first ones, and the rules that say so."""

    def entity(self, name: Name, kind: NameKind) -> tuple[Entity, Rule | None]:
        """What a name names, and the rule that says so; without one that is switched off, something separate."""
        first, of_first, rule = self.aliases.get(name.key, (name, kind, None))
        entity, why = self._linked(first, of_first)
        rule = rule or why
        if rule is None or rule.id not in self.without:
            return entity, rule
        return self.apart.setdefault((kind, name.key), Entity(entity.traits)), None

    def _linked(self, name: Name, kind: NameKind) -> tuple[Entity, Rule | None]:
        if kind is NameKind.PERSON:
            if self.people.is_family(name, self.parse.tags[name.end - 1]):
                return self.people.family(name), people.FAMILY
            return self.people.entity(name)
        at = self.parse.lower[name.start - 1 : name.start] == [_AT]  # "a geologist at Pacific Survey"
        at = at or name.key[-2:-1] in _SURVEYS  # "the Ohio Geological Survey"
        if len(name.key) > 1 and name.key[-1] in self.gazetteer.poll and not at:
            return self._poll(name), None
        if kind is NameKind.ORGANISATION:
            entity, rule = self.organisations.entity(name)
            if len(name.key) > 2 and name.key[-1] in self.gazetteer.organisations:
                self.parts.append((name, entity))
            return entity, rule
        return self._other(name, kind)

    def _poll(self, name: Name) -> Entity:
        """A poll, and who made it: "USA TODAY/Suffolk University Poll"."""
        key = NameKind.OTHER, " ".join(name.key)
        if key not in self.others:
            self.others[key] = Entity(Traits(SpeakerKind.DOCUMENT, nouns=frozenset(name.key[-1:])))
        entity = self.others[key]
        if entity.maker is None:
            made = Traits(SpeakerKind.ORGANISATION)
            entity.maker = self.organisations.whole(name.key[:-1]) or Entity(made, [(name.start, name.end - 1)])
        return entity

    def _other(self, name: Name, kind: NameKind) -> tuple[Entity, Rule | None]:
        """A place by its own name, or whatever else has a name."""
        joined, place = " ".join(name.key), kind is NameKind.PLACE
        key = self.gazetteer.places.get(joined, joined) if place else joined
        law = not place and name.key[-1] in self.gazetteer.laws
        if (kind, key) not in self.others:
            sort = SpeakerKind.DOCUMENT if law else _KINDS[kind]
            classes = frozenset({GOVERNMENT_CLASS}) if place else frozenset()
            self.others[kind, key] = Entity(Traits(sort, place=place, classes=classes))
        entity = self.others[kind, key]
        if place:
            nouns = entity.traits.nouns.union(_place_nouns(name, key, self.gazetteer))
            if nouns != entity.traits.nouns:
                entity.traits = evolve(entity.traits, nouns=nouns)
        return entity, PLACE if place and key.lower() != joined else None

    def note(self, name: Name, kind: NameKind, entity: Entity) -> None:
        """Remember what a name tells of its bearer."""
        traits = entity.traits
        if name.start in self.people.of_relatives:
            return
        paper = kind is NameKind.ORGANISATION and MEDIA_CLASS in traits.classes and "broadcast" not in traits.classes
        capital = paper and name.start > 0 and self.parse.words[name.start - 1] == "The"
        self.forms.setdefault(entity, []).append((name.start - 1 if capital else name.start, name.end))
        if kind is NameKind.PERSON:
            self._note_person(name, entity)

    def is_part(self, before: Name, owner: Entity, name: Name, entity: Entity) -> bool:
        """Whether a name tells that it is a part of the organisation whose name owns it: "Acme's Halden Division"."""
        own = self.parse.lower[before.end : name.start] == ["'s"] and not _PARTS_OF_BODIES.isdisjoint(name.key)
        bodies = owner.is_organisation and not owner.traits.place and entity.is_organisation
        return own and bodies and not entity.traits.place and owner.owner is not entity

    def _note_person(self, name: Name, entity: Entity) -> None:
        traits = entity.traits
        if name.gender and (traits.presumed or not traits.gender):
            entity.traits = evolve(traits, gender=name.gender, presumed=False)
        if name.surname[1] and entity.apart is None:
            entity.apart = ((name.start, name.end), name.surname)
        self.people.call(entity, name)

    def finish(self) -> None:
        """Give each entity its names, and each part of an organisation its whole."""
        for entity, forms in self.forms.items():
            entity.names.extend(self._own(forms) if entity.traits.place else forms)
        for name, entity in self.parts:
            entity.owner = entity.owner or self.organisations.holder(name, entity)
        for entity, owner in self.owned:
            entity.owner = entity.owner or (owner if owner is not entity else None)

    def _own(self, forms: Sequence[Range]) -> Sequence[Range]:
        """The forms that are a place's own name, where it has some: "Iran", not "Tehran"."""
        places = self.gazetteer.places
        own = [
            (start, end)
            for start, end in forms
            if (form := " ".join(self.parse.lower[start:end])) in places and places[form].lower() == form
        ]
        return own or forms


def link_names(
    parse: Parse,
    names: Sequence[Name],
    kinds: Mapping[tuple[str, ...], NameKind],
    gazetteer: Gazetteer,
    entities: Entities,
    without: Collection[str] = (),
    told: ToldNames = NOBODY,
    sources: Sequence[Range] = (),
) -> list[Mention]:
    """A mention for each name, linked to what it names; groups ("Republicans") are left to the descriptions.

    Args:
        parse: The article.
        names: Its names, in text order.
        kinds: What each name names.
        gazetteer: The word lists.
        entities: Where the mentions get their entities.
        without: Ids of rules that are not asked.
        told: The names of those whom the user knows.
        sources: Where somebody speaks.
    """
    of_kind = {wanted: [name for name in names if kinds[name.key] is wanted and name.key] for wanted in NameKind}
    stage = _Stage(
        parse,
        gazetteer,
        _people(parse, of_kind[NameKind.PERSON], gazetteer, sources),
        Organisations(gazetteer, of_kind[NameKind.ORGANISATION], parse.sentence_of, title_end(parse)),
        without,
        _aliases(parse, names, kinds) | _told(names, kinds, told),
    )
    for long, short in pairwise(names):
        if stands_for(parse, short, long):
            stage.organisations.note_brackets(short, long)
    mentions: list[Mention] = []
    full: dict[Entity, Mention] = {}
    entity: Entity | None = None
    for before, name in zip((None, *names), names, strict=False):
        kind, owner = kinds[name.key], entity
        entity = None
        if kind is NameKind.GROUP or not name.key:
            continue
        entity, rule = stage.entity(name, kind)
        stage.note(name, kind, entity)
        if before is not None and owner is not None and stage.is_part(before, owner, name, entity):
            stage.owned.append((entity, owner))
        head = name_head(parse, name.start, name.end)
        mention = Mention(name.start, name.end, head, MentionType.NAME, name=name)
        mentions.append(mention)
        if rule is None:
            entities.begin(mention, entity)
            full.setdefault(entity, mention)
        else:
            entities.link(mention, entity, rule.id, full.get(entity))
    stage.finish()
    return mentions


def _people(parse: Parse, names: Sequence[Name], gazetteer: Gazetteer, sources: Sequence[Range]) -> People:
    """The people of an article, with those who speak and those who are named as somebody's relatives."""
    starts = [name.start for name in names]
    speaking, kin = set(), {}
    for start, end in sources:
        own = (name for name in names[bisect_left(starts, start) : bisect_left(starts, end)] if not _owns(parse, name))
        if (first := next(own, None)) is not None:
            speaking.add(first.start)
    surname, later, acting = "", set(), set(speaking)
    for name in names:
        before = name.start - 1 - len(name.titles)
        if len(name.key) == 1 and before > 0 and parse.lower[before] in _TOLD_APART:
            later.add(name.start)
        if len(name.key) > 1:
            surname = name.key[-1]
            if parse.deps[name_head(parse, name.start, name.end)] in SUBJECTS:
                acting.add(name.start)
        elif surname and not name.titles and _is_relative(parse, name, gazetteer):
            kin[name.start] = surname
    return People(gazetteer, names, spellings(parse, names), speaking, kin, later, acting)


def _owns(parse: Parse, name: Name) -> bool:
    return parse.lower[name.end : name.end + 1] in _POSSESSIVES


def _is_relative(parse: Parse, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a given name stands behind a word for a relative, with a possessive before it: "her mother, Ada"."""
    noun = name.start - 1
    noun -= parse.lower[noun : noun + 1] == [","]
    if noun < 1 or parse.lower[noun] not in gazetteer.kinship:
        return False
    return parse.child(noun, POSSESSOR) >= 0


def _aliases(
    parse: Parse, names: Sequence[Name], kinds: Mapping[tuple[str, ...], NameKind]
) -> dict[tuple[str, ...], tuple[Name, NameKind, Rule]]:
    """The keys of names that stand behind "also known as", and of their last words, to the names before."""
    found: dict[tuple[str, ...], tuple[Name, NameKind, Rule]] = {}
    for one, other in pairwise(names):
        if other.start - one.end > _ALIAS or other.key in found or kinds[one.key] not in _KINDS_WITH_ALIASES:
            continue
        between = parse.words_of((one.end, other.start)).lower().split()
        if other.key != one.key and " ".join(between).strip(' ,("“‘') in _KNOWN_AS:
            found[other.key] = one, kinds[one.key], ALSO_KNOWN
    others = {name.key[-1] for name in names if len(name.key) > 1 and name.key not in found}
    return found | {key[-1:]: first for key, first in found.items() if key[-1] not in others}


def _told(
    names: Sequence[Name], kinds: Mapping[tuple[str, ...], NameKind], told: ToldNames
) -> dict[tuple[str, ...], tuple[Name, NameKind, Rule]]:
    """The keys of names that the user knows somebody by, to that somebody's own or longest name in the article."""
    first: dict[tuple[str, ...], Name] = {}
    for name in names:
        if name.told is not None or len(name.key) > 1:
            first.setdefault(name.key, name)
    return {key: (first[own], kinds[own], TOLD) for key, own in told.own_keys(list(first)).items()}


def _place_nouns(name: Name, key: str, gazetteer: Gazetteer) -> Iterator[str]:
    """By which nouns a place may be called: countries and states are listed, other places of politics are cities."""
    if key in gazetteer.own_names_of_states:
        yield "state"
    elif " ".join(name.key) in gazetteer.places:
        yield from ("country", "government")
    elif name.label == GEOPOLITICAL_ENTITY:
        yield from ("city", "town", "county", "province", "government")
