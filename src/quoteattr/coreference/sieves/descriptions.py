"""Whom a description stands for: a body or person that the article has introduced, or somebody it never names."""

from __future__ import annotations

from attrs import define, field

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.sieves.definite import body_meant, latter, person_meant, same_noun
from quoteattr.coreference.sieves.possessives import Owned
from quoteattr.coreference.sieves.precise import names_behind
from quoteattr.records import SpeakerKind

__all__ = ["Descriptions"]

_STATE = frozenset(("government", "military", "army", "navy", "regime"))
_TWO = frozenset(("two", "both", "pair", "couple", "duo"))
_NOBODY = frozenset(("no", "any", "every", "each", "neither", "either", "nobody"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "another", "one", "some"))
_STEPS = 4
"""How far up from "as" somebody who is it is looked for."""
_GROUP, _LATELY = 8, 3
"""How many sentences back those who spoke together are looked for: by what each of them is, and by their number."""
_CALLED = frozenset(
    (
        "union",
        "group",
        "organisation",
        "organization",
        "company",
        "firm",
        "tabloid",
        "newspaper",
        "magazine",
        "movement",
    )
)
"""Nouns behind the name of a body that say what it is."""
_SEATS = frozenset(("government", "body", "campaign"))
"""Classes of bodies within which there may be a group."""
_NEW = frozenset(("other", "next", "future", "would-be", "second", "third"))
"""Modifiers that make somebody another than whoever was spoken of."""
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

    document: Document
    _owned: Owned = field(init=False)
    _names: dict[int, Mention] = field(init=False)
    """Names by their first token."""

    def __attrs_post_init__(self) -> None:
        self._owned = Owned(self.document)
        self._names = {one.start: one for one in self.document.mentions if one.type is MentionType.NAME}

    def resolve(self, mention: Mention, noun: Noun) -> Entity:
        """The entity of a description; a new one where it stands for nobody introduced before."""
        new = self._new(mention, noun)
        if self.document.parse.lower[mention.head] == "latter":
            return latter(self.document, mention) or new
        if (listed := self._listed(mention, noun)) is not None:
            return listed
        if (pair := self._pair(mention, noun)) is not None:
            return pair
        if (holder := self._in_office(mention, noun)) is not None:
            return holder
        if noun.base in self.document.words.poll:
            named = self._owned.poll(mention, new)
            known = self._known(mention, noun) if named is None and mention.definite else None
            return named or (known if known is not None and self._same_poll(mention, known) else new)
        if (named := self._named(mention, noun)) is not None:
            return named
        owner = self._owned.owner(mention)
        if owner is not None:
            return self._owned.find(mention, noun, owner, new) or self._known(mention, noun) or new
        found = self._known(mention, noun) or new
        if found is new and "government" in noun.classes and not noun.plural and noun.base in _STATE:
            before = mention.head - 1
            if before >= mention.start and self.document.parse.lower[before] in self.document.words.places:
                new.names.append((before, mention.head + 1))
        return found

    def _named(self, mention: Mention, noun: Noun) -> Entity | None:
        """The body of "the Acme group", "the United Weavers union", whose name stands right before the noun."""
        if noun.base not in _CALLED or noun.plural or not mention.definite:
            return None
        document, before = self.document, mention.head - 1
        number = document.name_at[before] if before > mention.start else -1
        if number < 0:
            return None
        name = document.mentions[number]
        body = name.entity if name.end == mention.head else None
        if (
            body is None
            or body.kind is not SpeakerKind.ORGANISATION
            or body.place
            or not body.classes.isdisjoint(_SEATS)
        ):
            return None
        return body if document.parse.child(mention.head, "poss") < 0 else None

    def _listed(self, mention: Mention, noun: Noun) -> Entity | None:
        """The people whom a source lists behind its head: "two of her rivals, Jane Smith and Bob Jones"."""
        source = self.document.source_ranges.get(mention.head)
        if (
            source is None
            or noun.kind not in ("people", "")
            or not (noun.plural or noun.kind == "people" or self._is_number(mention))
        ):
            return None
        found = [name.entity for name in names_behind(self.document.parse, mention.head, source, self._names)]
        people = [one for one in found if one is not None and one.kind is SpeakerKind.PERSON]
        return self.document.group(people) if len(people) == len(found) > 1 else None

    def _is_number(self, mention: Mention) -> bool:
        return self.document.parse.tags[mention.head] == "CD"

    def _in_office(self, mention: Mention, noun: Noun) -> Entity | None:
        """Who is what stands behind "as": "her tenure as secretary", "as mayor, Smith ..."."""
        document, parse, token = self.document, self.document.parse, mention.head
        bare = parse.lower[mention.start] not in _DETERMINERS and parse.child(token, "poss") < 0
        if noun.kind != "person" or noun.plural or not bare or parse.deps[token] != "pobj":
            return None
        token = parse.heads[token]
        if parse.lower[token] != "as":
            return None
        for _ in range(_STEPS):
            token = parse.heads[token]
            for label in ("poss", "dobj", "nsubjpass", "nsubj"):
                other = document.at_head.get(parse.child(token, label))
                entity = other.entity if other is not None else None
                if entity is not None and entity.kind is SpeakerKind.PERSON:
                    fits = not noun.gender or entity.gender in ("", noun.gender)
                    if fits and entity.names:
                        entity.nouns.add(noun.base)
                    return entity if fits else None
            if parse.heads[token] == token or parse.tags[token][:1] == "V":
                break
        return None

    def _pair(self, mention: Mention, noun: Noun) -> Entity | None:
        """Whom "the two", "both candidates" and "the two men" mean: the two people named last."""
        document, parse = self.document, self.document.parse
        first, words = parse.lower[mention.start], set(parse.lower[mention.start : mention.head + 1])
        if first not in ("the", "both") or noun.kind not in ("", "people") or parse.child(mention.head, "prep") >= 0:
            return None
        if any(words & party for party in document.words.parties) and "two" not in (first, parse.lower[mention.head]):
            words -= _TWO  # "the two Democratic candidates" are not any two people
        position, sentence = document.index[mention.head], parse.sentence_of[mention.head]
        if (group := self._group(noun, sentence, two=bool(words & _TWO))) is not None:
            return group
        if not words & _TWO or mention.head not in document.attribution_of:
            return None
        found: list[Entity] = []
        for other in reversed(document.mentions[max(0, position - _NEAR) : position]):
            entity = other.entity
            if sentence - parse.sentence_of[other.head] > 2 or len(found) == 2:
                break
            if entity is not None and entity.kind is SpeakerKind.PERSON and entity.names and entity not in found:
                found.insert(0, entity)
        return document.group(found) if len(found) == 2 else None

    def _group(self, noun: Noun, sentence: int, *, two: bool) -> Entity | None:
        """Those who spoke together last: "the two", or called by the noun, each of them."""
        if self.document.last_group is None:
            return None
        group, spoke = self.document.last_group
        called = bool(noun.kind) and all(noun.base in part.nouns for part in group.parts)
        fits = all(not noun.gender or part.gender in ("", noun.gender) for part in group.parts)
        if called and sentence - spoke <= _GROUP:
            return group
        return group if two and fits and len(group.parts) == 2 and sentence - spoke <= _LATELY else None

    def _same_poll(self, mention: Mention, known: Entity) -> bool:
        """Whether no capitalised word of a description speaks of another maker: "the Acme survey"."""
        parse = self.document.parse
        makers = {
            parse.lower[token]
            for token in range(mention.start, mention.head)
            if parse.tags[token] in ("NNP", "NNPS") and parse.lower[token] not in self.document.words.places
        }
        return makers <= known.nouns

    def note(self, mention: Mention) -> None:
        """Remember whose relative somebody named is: "his brother Jack"."""
        self._owned.note(mention)

    def inside(self, noun: Noun, owner: Entity) -> Entity | None:
        """The body of this noun that the owner has, if the article said so."""
        return self._owned.inside(noun, owner)

    def _known(self, mention: Mention, noun: Noun) -> Entity | None:
        """What the article has introduced, if the description means that."""
        if noun.kind == "organisation" and not noun.plural:
            return body_meant(self.document, mention, noun) if mention.definite else None
        if noun.kind == "person" and not noun.plural:
            if not _NEW.isdisjoint(self.document.parse.lower[mention.start : mention.head]):
                return None
            return person_meant(self.document, mention) if mention.definite else None
        if self.document.parse.child(mention.head, "prep", "relcl", "acl") >= 0:
            return None
        if mention.definite or (noun.kind == "people" and mention.start == mention.head):
            return same_noun(self.document, mention, noun, _KINDS[noun.kind])
        return None

    def _new(self, mention: Mention, noun: Noun) -> Entity:
        parse, words = self.document.parse, self.document.words
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
        return Entity(
            kind,
            gender=noun.gender,
            plural=plural or kind is SpeakerKind.PEOPLE,
            called=noun.base,
            nouns=self._called(mention, noun),
            classes=set(noun.classes),
            introduced=parse.lower[mention.start] in ("a", "an", "one", "another"),
        )

    def _called(self, mention: Mention, noun: Noun) -> set[str]:
        """The words by which a later description may find somebody; none for nobody ("no other senator")."""
        parse = self.document.parse
        if parse.lower[mention.start] in _NOBODY:
            return set()
        before = range(mention.start, mention.head)
        return {noun.base, *(parse.lower[token] for token in before if parse.deps[token] in ("amod", "compound"))}

    def _partitive(self, mention: Mention) -> Noun | None:
        """What "one of the doctors" and "a group of doctors" are of."""
        parse, words, head = self.document.parse, self.document.words, mention.head
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
