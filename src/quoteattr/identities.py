"""What the user knows of the speakers: ids, and roles and organisations that the article does not tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import count

from attrs import define, evolve, field, frozen

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
    bodies = _Bodies(article, told)
    knowledge = _Knowledge(told, day, bodies if ORGANISATION.id not in without else None)
    speakers = {one.id: knowledge.speaker(one) for one in article.speakers}
    quotes = (one if one.speaker is None else evolve(one, speaker=speakers[one.speaker.id]) for one in article.quotes)
    return evolve(
        article, quotes=tuple(quotes), speakers=tuple(speakers.values()), organisations=tuple(bodies.all.values())
    )


@define(eq=False)
class _Bodies:
    """The organisations of an article, by id and by their names; those that only the user knows are added."""

    article: Article
    told: ToldNames
    all: dict[str, Organisation] = field(init=False)
    _named: dict[str, Organisation] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.all = {}
        for body in self.article.organisations:
            self._add(body)

    def _add(self, body: Organisation) -> Organisation:
        self.all[body.id] = body
        for name in (body.name, *body.aliases):
            for key in self._keys(name):
                self._named.setdefault(key, body)
        return body

    def _keys(self, name: str) -> Iterator[str]:
        yield _plain(name)
        yield from (f"known {bearer}" for bearer in self.told.known_as(name))

    def called(self, name: str) -> Organisation:
        """The organisation of this name: one of the article's, or a new one, with the places where the name stands."""
        found = next(filter(None, map(self._named.get, self._keys(name))), None)
        if found is not None:
            return found
        text = self.article.text
        spans = tuple(Span.of(text, *place.span()) for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
        identity = next(one for number in count(len(self.all) + 1) if (one := f"o{number}") not in self.all)
        return self._add(Organisation(identity, name, (), spans))


@frozen(eq=False)
class _Knowledge:
    """Those whom the user knows, on one day; organisations are told if there are ``bodies`` to find them in."""

    told: ToldNames
    day: date | None
    bodies: _Bodies | None

    def speaker(self, speaker: Speaker) -> Speaker:
        """A speaker with what is known."""
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
        if speaker.organisation is None and organisation is not None and self.bodies is not None:
            body = self.bodies.called(organisation)
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
