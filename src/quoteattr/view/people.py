"""Who speaks in many articles, and for whom: speakers and organisations of one name count together."""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen

from quoteattr.records import Article, Organisation, Speaker, SpeakerKind
from quoteattr.view.assets import showable
from quoteattr.view.sources import Source, source_of

__all__ = ["People"]

_NONE = -1
_DOCUMENT = 2
"""Neither with a name (1) nor without one (0)."""


@frozen
class _Voice:
    """A speaker as an article has it: what many articles have in common is kept once."""

    person: int
    body: int
    role: str | None
    source: Source


@define
class People:
    """The people of the articles that were added, by number.

    Attributes:
        names: How each person is called.
        named: Whether that is a name: 1, or 0; 2 for a document.
        bodies: How each organisation is called.
        voices: The speakers of the articles.
    """

    _person_numbers: dict[tuple[str, ...], int] = field(factory=dict)
    names: list[str] = field(factory=list)
    named: list[int] = field(factory=list)
    _body_numbers: dict[str, int] = field(factory=dict)
    bodies: list[str] = field(factory=list)
    _voices: dict[_Voice, int] = field(factory=dict)

    def begin(self, article: Article) -> None:
        """The next speakers are those of ``article``."""

    def voice(self, speaker: Speaker | None) -> int:
        """The number of a speaker; -1 for none."""
        if speaker is None:
            return _NONE
        voice = _Voice(self._person(speaker), self._body(speaker.organisation), speaker.role, source_of(speaker))
        return self._voices.setdefault(voice, len(self._voices))

    def told(self) -> dict[str, Any]:
        """Persons, organisations and voices, each with their names and numbers, ready for JSON."""
        sources = list(Source)
        officials = {voice.person for voice in self._voices if voice.source is Source.OFFICIAL}

        def source(voice: _Voice) -> Source:  # an official is one where an article does not tell the office, too
            told = voice.source is Source.PERSON and voice.role is None and voice.person in officials
            return Source.OFFICIAL if told else voice.source

        roles = {role: number for number, role in enumerate(dict.fromkeys(voice.role or "" for voice in self._voices))}
        return {
            "names": self.names,
            "named": self.named,
            "bodies": self.bodies,
            "roles": [showable(role) for role in roles],
            "voices": [
                [voice.person, voice.body, roles[voice.role or ""], sources.index(source(voice))]
                for voice in self._voices
            ],
        }

    def _person(self, speaker: Speaker) -> int:
        told = speaker.name or speaker.description or ""
        sort = "name" if speaker.name else "description"
        if speaker.kind in (SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT):
            sort = speaker.kind.value
        number = self._person_numbers.setdefault((sort, _folded(told)), len(self.names))
        if number == len(self.names):
            self.names.append(showable(told))
            self.named.append(_DOCUMENT if speaker.kind is SpeakerKind.DOCUMENT else int(speaker.name is not None))
        return number

    def _body(self, body: Organisation | None) -> int:
        if body is None:
            return _NONE
        number = self._body_numbers.setdefault(_folded(body.name), len(self.bodies))
        if number == len(self.bodies):
            self.bodies.append(showable(body.name))
        return number


def _folded(name: str) -> str:
    folded = " ".join(name.casefold().replace("’", "'").split())
    return folded.removeprefix("the ")
