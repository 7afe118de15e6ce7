"""Who speaks in many articles, and for whom: :mod:`quoteattr.corpus` says which of them are the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field, frozen

from quoteattr.corpus import CorpusOrganisation, CorpusSpeaker, Merger
from quoteattr.records import Article, Organisation, Speaker, SpeakerKind
from quoteattr.view.assets import showable
from quoteattr.view.sources import Source, source_of

__all__ = ["People"]

_NONE = -1
_UNNAMED, _NAMED, _DOCUMENT = 0, 1, 2
"""What a page says of how somebody is called."""
_ALIASES = 12
"""Other names that are told, at most."""


@frozen
class _Place:
    """A speaker as it stands in an article."""

    document: int
    speaker: Speaker


@define
class _Register:
    """Those who are told apart, by number, with what is told of each."""

    numbers: dict[object, int] = field(factory=dict)
    names: list[str] = field(factory=list)
    named: list[int] = field(factory=list)
    also: list[list[str]] = field(factory=list)
    known: list[str | None] = field(factory=list)

    def number(self, key: object, name: str, named: int = _NAMED, found: object = None) -> int:
        number = self.numbers.setdefault(key, len(self.names))
        if number == len(self.names):
            self.names.append(showable(name))
            self.named.append(named)
            self.also.append([showable(alias) for alias in getattr(found, "aliases", ())[:_ALIASES]])
            known = getattr(found, "known_id", None)
            self.known.append(showable(known) if known is not None else None)
        return number


@define
class People:
    """The people of articles that are added one by one; who is the same is known when all are there."""

    _merger: Merger = field(factory=Merger)
    _count: int = 0
    _places: list[_Place] = field(factory=list)
    _numbers: dict[str, int] = field(factory=dict)

    def begin(self, article: Article) -> None:
        """The next speakers are those of ``article``."""
        self._count += 1
        self._numbers = {}
        self._merger.add(str(self._count), article)

    def place(self, speaker: Speaker | None) -> int:
        """The number of a speaker of the article that was begun last; -1 for none."""
        if speaker is None:
            return _NONE
        if speaker.id not in self._numbers:
            self._numbers[speaker.id] = len(self._places)
            self._places.append(_Place(self._count, _short(speaker)))
        return self._numbers[speaker.id]

    def told(self) -> tuple[dict[str, Any], list[int]]:
        """Persons, organisations, roles and voices, ready for JSON, and the number of the voice of each place."""
        merged = self._merger.result()
        persons, bodies, roles = _Register(), _Register(), _Register()
        voices: dict[tuple[int, int, int, Source], int] = {}
        of_places = []
        for place in self._places:
            speaker, document = place.speaker, str(place.document)
            body = speaker.organisation
            voice = (
                _person(persons, speaker, merged.speaker(document, speaker.id)),
                _NONE if body is None else _body(bodies, body, merged.organisation(document, body.id)),
                roles.number(speaker.role, speaker.role or ""),
                source_of(speaker),
            )
            of_places.append(voices.setdefault(voice, len(voices)))
        return _written(persons, bodies, roles, voices), of_places


def _short(speaker: Speaker) -> Speaker:
    """A speaker without mentions, which nobody counts here."""
    body = speaker.organisation
    kept = Organisation(body.id, body.name) if body is not None else None
    return Speaker(speaker.id, speaker.name, speaker.description, speaker.kind, speaker.role, kept)


def _person(persons: _Register, speaker: Speaker, found: CorpusSpeaker | None) -> int:
    sort = _DOCUMENT if speaker.kind is SpeakerKind.DOCUMENT else _NAMED if speaker.name else _UNNAMED
    if found is not None:
        return persons.number(found.id, found.name, sort, found)
    words = speaker.name or speaker.description or ""
    return persons.number((sort, _folded(words)), words, sort)


def _body(bodies: _Register, body: Organisation, found: CorpusOrganisation | None) -> int:
    if found is not None:
        return bodies.number(found.id, found.name, _NAMED, found)
    return bodies.number((_folded(body.name),), body.name)


def _written(
    persons: _Register, bodies: _Register, roles: _Register, voices: Mapping[tuple[int, int, int, Source], int]
) -> dict[str, Any]:
    sources = list(Source)
    officials = {person for person, _, _, source in voices if source is Source.OFFICIAL}

    def of(person: int, role: int, source: Source) -> int:  # an official is one where an article tells no role, too
        raised = source is Source.PERSON and not roles.names[role] and person in officials
        return sources.index(Source.OFFICIAL if raised else source)

    return {
        "names": persons.names,
        "named": persons.named,
        "also": persons.also,
        "known": persons.known,
        "bodies": bodies.names,
        "alsoBodies": bodies.also,
        "roles": roles.names,
        "voices": [[person, body, role, of(person, role, source)] for person, body, role, source in voices],
    }


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")
