"""Whom a description stands for: a body or person that the article has introduced, or somebody it never names."""

from __future__ import annotations

from attrs import define, field

from quoteattr.records import SpeakerKind
from quoteattr.resolve.definite import body_meant, latter, person_meant, same_noun
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Entity, Mention
from quoteattr.resolve.owned import Owned
from quoteattr.resolve.words import Noun

__all__ = ["Descriptions"]

_KINDS = {
    "person": SpeakerKind.PERSON,
    "people": SpeakerKind.PEOPLE,
    "organisation": SpeakerKind.ORGANISATION,
    "document": SpeakerKind.DOCUMENT,
    "": SpeakerKind.UNKNOWN,
}


@define
class Descriptions:
    """Resolves descriptions in text order."""

    discourse: Discourse
    _owned: Owned = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._owned = Owned(self.discourse)

    def resolve(self, mention: Mention, noun: Noun) -> Entity:
        """The entity of a description; a new one where it stands for nobody introduced before."""
        new = self._new(mention, noun)
        if self.discourse.parse.lower[mention.head] == "latter":
            return latter(self.discourse, mention) or new
        if noun.base in self.discourse.words.poll:
            return self._owned.poll(mention, new) or (self._known(mention, noun) if mention.definite else None) or new
        owner = self._owned.owner(mention)
        if owner is not None:
            return self._owned.find(mention, noun, owner, new) or self._known(mention, noun) or new
        return self._known(mention, noun) or new

    def inside(self, noun: Noun, owner: Entity) -> Entity | None:
        """The body of this noun that the owner has, if the article said so."""
        return self._owned.inside(noun, owner)

    def _known(self, mention: Mention, noun: Noun) -> Entity | None:
        """What the article has introduced, if the description means that."""
        if noun.kind == "organisation" and not noun.plural:
            return body_meant(self.discourse, mention, noun) if mention.definite else None
        if noun.kind == "person" and not noun.plural:
            return person_meant(self.discourse, mention) if mention.definite else None
        if any(self.discourse.parse.child(mention.head, label) >= 0 for label in ("prep", "relcl", "acl")):
            return None
        if mention.definite or (noun.kind == "people" and mention.start == mention.head):
            return same_noun(self.discourse, noun, _KINDS[noun.kind])
        return None

    def _new(self, mention: Mention, noun: Noun) -> Entity:
        parse, words = self.discourse.parse, self.discourse.words
        anybody = parse.lower[mention.head] in words.anybody
        kind, plural = _KINDS[noun.kind], noun.plural
        inner = self._partitive(mention)
        if inner is not None and anybody and inner.kind in ("people", "person"):
            kind = SpeakerKind.PERSON
        elif inner is not None and (inner.kind == "people" or noun.kind in ("people", "")):
            kind, plural = _KINDS[inner.kind], not anybody
        elif inner is None and anybody:
            kind = SpeakerKind.PERSON
        elif inner is None and not noun.kind and parse.tags[mention.head] in ("CD", "NNPS"):
            kind = SpeakerKind.PEOPLE
        before = range(mention.start, mention.head)
        return Entity(
            kind,
            gender=noun.gender,
            plural=plural or kind is SpeakerKind.PEOPLE,
            nouns={noun.base, *(parse.lower[token] for token in before if parse.deps[token] in ("amod", "compound"))},
            classes=set(noun.classes),
        )

    def _partitive(self, mention: Mention) -> Noun | None:
        """What "one of the doctors" and "a group of doctors" are of."""
        parse, words, head = self.discourse.parse, self.discourse.words, mention.head
        word = parse.lower[head]
        if word not in words.measures and word not in words.anybody and parse.tags[head] not in ("CD", "DT", "JJ"):
            return None
        for child in parse.children[head]:
            if parse.deps[child] == "prep" and parse.lower[child] in ("of", "in", "among"):
                inner = parse.child(child, "pobj")
                noun = words.noun(parse.lower[inner], parse.tags[inner]) if inner >= 0 else None
                if noun is not None:
                    return noun if noun.kind else None
        return None
