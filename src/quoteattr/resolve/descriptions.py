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

_STATE = frozenset(("government", "military", "army", "navy", "regime"))
_TWO = frozenset(("two", "both", "pair", "couple", "duo"))
_NEAR = 16
"""Mentions among which the two named last are looked for."""
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
        if (pair := self._pair(mention, noun)) is not None:
            return pair
        if noun.base in self.discourse.words.poll:
            named = self._owned.poll(mention, new)
            known = self._known(mention, noun) if named is None and mention.definite else None
            return named or (known if known is not None and self._same_poll(mention, known) else new)
        owner = self._owned.owner(mention)
        if owner is not None:
            return self._owned.find(mention, noun, owner, new) or self._known(mention, noun) or new
        found = self._known(mention, noun) or new
        if found is new and "government" in noun.classes and not noun.plural and noun.base in _STATE:
            before = mention.head - 1
            if before >= mention.start and self.discourse.parse.lower[before] in self.discourse.words.places:
                new.names.append((before, mention.head + 1))
        return found

    def _pair(self, mention: Mention, noun: Noun) -> Entity | None:
        """Whom "the two", "both candidates" and "the two men" mean: the two people named last."""
        discourse, parse = self.discourse, self.discourse.parse
        first, words = parse.lower[mention.start], set(parse.lower[mention.start : mention.head + 1])
        if first not in ("the", "both") or not words & _TWO or noun.kind not in ("", "people"):
            return None
        if mention.head not in discourse.attribution_of or parse.child(mention.head, "prep") >= 0:
            return None
        position, sentence = discourse.index[mention.head], parse.sentence_of[mention.head]
        found: list[Entity] = []
        for other in reversed(discourse.mentions[max(0, position - _NEAR) : position]):
            entity = other.entity
            if sentence - parse.sentence_of[other.head] > 2 or len(found) == 2:
                break
            if entity is not None and entity.kind is SpeakerKind.PERSON and entity.names and entity not in found:
                found.insert(0, entity)
        return discourse.group(found) if len(found) == 2 else None

    def _same_poll(self, mention: Mention, known: Entity) -> bool:
        """Whether no capitalised word of a description speaks of another maker: "the Acme survey"."""
        parse = self.discourse.parse
        makers = {
            parse.lower[token]
            for token in range(mention.start, mention.head)
            if parse.tags[token] in ("NNP", "NNPS") and parse.lower[token] not in self.discourse.words.places
        }
        return makers <= known.nouns

    def inside(self, noun: Noun, owner: Entity) -> Entity | None:
        """The body of this noun that the owner has, if the article said so."""
        return self._owned.inside(noun, owner)

    def _known(self, mention: Mention, noun: Noun) -> Entity | None:
        """What the article has introduced, if the description means that."""
        if noun.kind == "organisation" and not noun.plural:
            return body_meant(self.discourse, mention, noun) if mention.definite else None
        if noun.kind == "person" and not noun.plural:
            return person_meant(self.discourse, mention) if mention.definite else None
        if self.discourse.parse.child(mention.head, "prep", "relcl", "acl") >= 0:
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
            introduced=parse.lower[mention.start] in ("a", "an", "one", "another"),
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
