"""What the user knows of the speakers: ids, and roles and organisations that the article does not tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from itertools import count

from attrs import evolve, frozen

from quoteattr.coreference.gazetteer import folded
from quoteattr.coreference.mentions.told_names import ToldNames
from quoteattr.coreference.rules import rule
from quoteattr.people import KnownPerson
from quoteattr.records import Article, Organisation, Span, Speaker, SpeakerKind

__all__ = ["RULES", "identified"]

_NAMED = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
_SHORT = 3
"""Letters of a word of a role that tells nothing: "of", "the"."""

ORGANISATION = rule(
    "organisation-told",
    "the user knows for whom somebody speaks, and the article does not tell",
    "It was late when Zella Quint came. [Zella Quint](Port of Melford) said that it rained.",
    "“It rained,” said [Lady Zee](Port of Melford).",
)

RULES = (ORGANISATION,)


def identified(article: Article, told: ToldNames, day: date | None = None, without: Collection[str] = ()) -> Article:
    """An article with what the user knows of its speakers.

    Args:
        article: As the rules have resolved it.
        told: Those whom the user knows.
        day: That of the article's publication, if it is known: roles and organisations hold for a time.
        without: Ids of rules that are not asked.
    """
    if not told.people:
        return article
    knowledge = _Knowledge(told, day, ORGANISATION.id not in without)
    bodies = {one.id: one for one in article.organisations}
    speakers = {one.id: knowledge.speaker(article.text, one, bodies) for one in article.speakers}
    quotes = (one if one.speaker is None else evolve(one, speaker=speakers[one.speaker.id]) for one in article.quotes)
    return evolve(
        article, quotes=tuple(quotes), speakers=tuple(speakers.values()), organisations=tuple(bodies.values())
    )


@frozen(eq=False)
class _Knowledge:
    """Those whom the user knows, on one day."""

    told: ToldNames
    day: date | None
    tells_organisations: bool

    def speaker(self, text: str, speaker: Speaker, bodies: dict[str, Organisation]) -> Speaker:
        """A speaker with what is known; an organisation that is known goes to the article's ``bodies``."""
        records = self._records(speaker)
        if not records:
            return speaker
        speaker = evolve(speaker, known_id=records[0].id)
        if speaker.kind is not SpeakerKind.PERSON:
            return speaker
        records = _agreeing([one for one in records if one.holds_on(self.day)], speaker)
        role, organisation = (_only(records, name) for name in ("role", "organisation"))
        if speaker.role is None and role is not None:
            speaker = evolve(speaker, role=role)
        if speaker.organisation is None and organisation is not None and self.tells_organisations:
            body = self._body(text, organisation, bodies)
            speaker = evolve(speaker, organisation=body, organisation_rule=ORGANISATION.id)
        return speaker

    def _records(self, speaker: Speaker) -> list[KnownPerson]:
        """The records of the one person whose name a speaker has; none where it may be several."""
        if speaker.kind not in _NAMED or speaker.name is None:
            return []
        full = (span.text for span in speaker.mentions if " " in span.text)
        own = next((found for name in (speaker.name, *dict.fromkeys(full)) if (found := self.told.known_as(name))), {})
        records = [one for key in own for one in self.told.records[key] if one.kind is speaker.kind]
        for likely in (
            [one for one in records if own[one.key]],
            [one for one in records if one.holds_on(self.day)],
            _agreeing(records, speaker),
        ):
            if len({one.key for one in records}) > 1:
                records = [one for one in records if one in likely] or records
        return records if len({one.key for one in records}) == 1 else []

    def _body(self, text: str, name: str, bodies: dict[str, Organisation]) -> Organisation:
        """The organisation of this name: one of the article's, or a new one, with the places where the name stands."""
        for body in bodies.values():
            if self._is_same(body, name):
                return body
        places = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        spans = tuple(Span.of(text, *place.span()) for place in places)
        identity = next(one for number in count(len(bodies) + 1) if (one := f"o{number}") not in bodies)
        bodies[identity] = Organisation(identity, name, (), spans)
        return bodies[identity]

    def _is_same(self, body: Organisation, name: str) -> bool:
        known = self.told.known_as(name)
        return any(_is_alike(one, name) or known.keys() & self.told.known_as(one) for one in (body.name, *body.aliases))


def _agreeing(records: list[KnownPerson], speaker: Speaker) -> list[KnownPerson]:
    """The records with the organisation and the role that the article tells, as far as some of them have these."""
    body = speaker.organisation
    if body is not None:
        names = (body.name, *body.aliases)
        records = [
            one for one in records if one.organisation and any(_is_alike(one.organisation, name) for name in names)
        ] or records
    if speaker.role is not None:
        shared = [len(_words(one.role or "") & _words(speaker.role)) for one in records]
        most = max(shared, default=0)
        records = [one for one, number in zip(records, shared, strict=True) if number == most]
    return records


def _only(records: Iterable[KnownPerson], attribute: str) -> str | None:
    """What all records tell that tell it; ``None`` where they differ."""
    values = {value for one in records if (value := getattr(one, attribute)) is not None}
    return str(values.pop()) if len(values) == 1 else None


def _is_alike(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return folded(" ".join(name.lower().replace(".", "").split()).removeprefix("the "))


def _words(role: str) -> set[str]:
    return {word for word in re.findall(r"\w+", folded(role.lower())) if len(word) > _SHORT}
