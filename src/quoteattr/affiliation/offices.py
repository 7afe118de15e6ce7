"""For whom the holders of public offices stand: their ministry, their party, the government."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.records import SpeakerKind

__all__ = ["Offices", "is_government"]

_MINISTRIES = frozenset(("department", "ministry", "office", "dept"))
_MINISTERS = frozenset(("secretary", "minister", "chancellor"))
_SMALL = frozenset(("of", "for", "the", "and", "us", "uk", "state"))
_SPEAK = frozenset(("spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "leader", "chair"))
"""Who speaks for a party that stands before the noun."""
_BACK = 60
"""Mentions among which the party of a shadow minister is looked for."""
_FEW = 3
"""A government that is spoken of at least so often is the one of an article."""
_BEFORE = 5


def is_government(entity: Entity) -> bool:
    """Whether a body is "the government", of which no country is told."""
    return (
        entity.kind is SpeakerKind.ORGANISATION
        and not entity.names
        and not entity.plural
        and entity.owner is None
        and entity.nouns == {"government"}
    )


@define
class Offices:
    """The ministries, parties and the government of an article."""

    document: Document
    _ministries: dict[str, Entity] = field(factory=dict, init=False)
    _parties: dict[str, Entity] = field(factory=dict, init=False)
    _seats: dict[str, Entity] = field(factory=dict, init=False)
    government: Entity | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        seats = {name for names in self.document.words.seats.values() for name in names}
        for mention in self.document.mentions:
            entity = mention.entity
            if entity is None or entity.kind is not SpeakerKind.ORGANISATION:
                continue
            if is_government(entity) and entity.count >= _FEW:
                self.government = self.government or entity
            if mention.name is None:
                continue
            key = mention.name.key
            if (joined := " ".join(key)) in seats:
                self._seats.setdefault(joined, entity)
            if not _MINISTRIES.isdisjoint(key):
                for word in key:
                    if word not in _MINISTRIES and word not in _SMALL:
                        self._ministries.setdefault(word, entity)
            elif key[-1] == "treasury":
                self._ministries.setdefault("treasury", entity)
            named = "party" in self.document.words.organisations.get(key[-1], ()) or key[-1] in ("democrats", "party")
            if "party" in entity.classes and named and not entity.place and key != ("gop",):
                for word in key[:2]:
                    self._parties.setdefault(_party_word(word), entity)

    def of_name(self, mention: Mention) -> Iterator[Entity]:
        """The bodies of "Home Secretary Jane Smith", "Conservative spokesman John Stone"."""
        parse = self.document.parse
        titles = mention.name.titles if mention.name is not None else ()
        for title in titles:
            words = title.split(" ")
            state = parse.lower[max(0, mention.start - len(words) - 1)] == "state"
            if not self._has_place(mention.start, len(words)) and not state:  # a state senator sits elsewhere
                yield from self._of_seat(self.document.words.title_roles.get(title, title))
            if words[-1] in _MINISTERS and not self._has_place(mention.start, len(words)):
                yield from self._of_minister(words, mention.head)
        before = mention.start - 1
        if before > 0 and parse.lower[before] in _SPEAK:
            yield from self._of_party(before)

    def of_role(self, head: int) -> Iterator[Entity]:
        """The bodies of "the home secretary", "shadow secretary for the family", "the Tory health spokesman"."""
        parse = self.document.parse
        word = parse.lower[head]
        if parse.child(head, "prep") < 0 and parse.child(head, "poss") < 0:
            yield from self._of_seat(word if word != "president" else "")  # there are many presidents
        if word in _MINISTERS:
            words = [parse.lower[child] for child in parse.children[head] if parse.deps[child] in ("compound", "amod")]
            prep = parse.child(head, "prep")
            inner = parse.child(prep, "pobj") if prep >= 0 else -1
            if inner >= 0:
                words += [parse.lower[inner]]
            if parse.child(head, "poss") < 0 and self._placeless(words):
                yield from self._of_minister([*words, word], head)
        elif word in _SPEAK:
            yield from self._of_party(head)

    def _of_seat(self, office: str) -> Iterator[Entity]:
        """Where somebody sits: "Speaker Jane Smith", "a Vermont senator"."""
        for name in self.document.words.seats.get(office, ()):
            if name in self._seats:
                yield self._seats[name]
                return

    def _of_minister(self, words: list[str], head: int) -> Iterator[Entity]:
        if "shadow" in words:
            if (party := self._opposition(head)) is not None:
                yield party
            return
        for word in words[:-1]:
            if word in self._ministries:
                yield self._ministries[word]
                return
        if self.government is not None and (len(words) > 1 or words[-1] == "chancellor"):
            yield self.government

    def _of_party(self, head: int) -> Iterator[Entity]:
        """The party in "Conservative spokesman", "the Tory health spokeswoman"."""
        parse = self.document.parse
        for token in range(head - 1, max(-1, head - _BEFORE), -1):
            if parse.tags[token][:1] not in ("N", "J"):
                return
            party = self._parties.get(_party_word(parse.lower[token]))
            if party is not None and parse.words[token][0].isupper():
                yield party
                return

    def _opposition(self, head: int) -> Entity | None:
        """The party of a shadow minister: the one in the phrase, else the last that was a subject."""
        parse = self.document.parse
        for token in range(head - 1, max(-1, head - 2 * _BEFORE), -1):
            party = self._parties.get(_party_word(parse.lower[token]))
            if party is not None:
                return party
            if parse.lower[token] == ".":
                break
        position = self.document.index.get(head, 0)
        for other in reversed(self.document.mentions[max(0, position - _BACK) : position]):
            body = other.entity
            if body is None or body.kind is not SpeakerKind.ORGANISATION or "party" not in body.classes:
                continue
            if other.type is MentionType.NAME and self.document.is_subject(other.head):
                return body
        return None

    def _has_place(self, start: int, size: int) -> bool:
        """Whether a place stands before a title: "Russian Foreign Minister"."""
        before = start - size - 1
        return before >= 0 and not self._placeless([self.document.parse.lower[before]])

    def _placeless(self, words: list[str]) -> bool:
        return self.document.words.places.keys().isdisjoint(words)


def _party_word(word: str) -> str:
    """One form for the words that name a party: "conservatives", "tory" and "conservative"."""
    word = {"tories": "conservative", "tory": "conservative", "lib": "liberal"}.get(word, word)
    return word.removesuffix("s")
