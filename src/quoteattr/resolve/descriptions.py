"""Whom a description stands for: a body or person that the article has introduced, or somebody it never names."""

from __future__ import annotations

from attrs import define, field

from quoteattr.records import SpeakerKind
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Entity, Mention, MentionType
from quoteattr.resolve.words import Noun

__all__ = ["Descriptions"]

_KINDS = {
    "person": SpeakerKind.PERSON,
    "people": SpeakerKind.PEOPLE,
    "organisation": SpeakerKind.ORGANISATION,
    "document": SpeakerKind.DOCUMENT,
    "": SpeakerKind.UNKNOWN,
}
_TOPICAL = frozenset(
    "candidate nominee businessman businesswoman billionaire millionaire mogul tycoon politician republican democrat star actor actress "
    "singer striker native hopeful frontrunner front-runner president veteran old contender player champion incumbent musician rapper "
    "senator governor congressman congresswoman mayor secretary lawmaker comedian author writer man woman prime premier leader midfielder defender manager coach boss skipper captain".split()
)
_ROLE_SYNONYMS = (
    frozenset(("candidate", "nominee", "contender", "hopeful", "frontrunner", "front-runner")),
    frozenset(("businessman", "billionaire", "mogul", "tycoon", "developer", "magnate")),
    frozenset(("president", "leader")),
    frozenset(("lawmaker", "congressman", "congresswoman", "representative", "senator")),
    frozenset(("boss", "manager", "coach")),
    frozenset(("chief", "boss", "executive")),
    frozenset(("skipper", "captain")),
    frozenset(("doctor", "physician")),
    frozenset(("lawyer", "attorney")),
    frozenset(("author", "writer", "novelist")),
)
_MEASURES = frozenset(
    "group coalition number majority pair handful panel crowd dozens hundreds thousands lot series some many most several few all half "
    "percent minority couple score scores band host majorities number plurality third quarter".split()
)
_SYNONYMS = (
    frozenset(("poll", "survey")),
    frozenset(("article", "story", "piece", "report")),
    frozenset(("letter", "message")),
    frozenset(("statement", "release")),
    frozenset(("campaign", "team", "camp")),
    frozenset(("newspaper", "paper", "daily", "tabloid", "publication", "magazine")),
    frozenset(("company", "firm", "group", "giant", "business", "corporation")),
    frozenset(("study", "research", "report", "paper")),
    frozenset(("email", "e-mail", "message")),
)


_PARTIES = (frozenset(("democratic", "democrat", "labour")), frozenset(("republican", "gop", "tory", "conservative")))


def _likeness(modifiers: set[str], entity: Entity) -> int:
    """How many modifiers of a description the article has used of an entity before; below 0 for the other party."""
    for one, other in (_PARTIES, _PARTIES[::-1]):
        if modifiers & one and entity.nouns & other and not entity.nouns & one:
            return -1
    return len(modifiers & entity.nouns)


@define
class Descriptions:
    """Resolves descriptions in text order."""

    discourse: Discourse
    owned: dict[tuple[int, str], Entity] = field(factory=dict, init=False)
    """Bodies and kin by owner and noun: "the Smith campaign", "her husband"."""

    def resolve(self, mention: Mention) -> Entity:
        """The entity of a description; a new one where it stands for nobody introduced before."""
        noun = mention.noun
        assert noun is not None
        if self.discourse.parse.lower[mention.head] == "latter" and (latter := self._latter(mention)):
            return latter
        owner = self._owner(mention)
        if owner is not None and not self._possesses(mention, noun, owner):
            owner = None
        if noun.base in self.discourse.words.poll:
            return self._poll(mention, noun)
        if owner is not None and noun.kind in ("organisation", "person", "people", "document"):
            found = self._owned(mention, noun, owner)
            if found is not None:
                return found
        if noun.kind == "organisation" and not noun.plural and mention.definite:
            return self._body(noun) or self._new(mention, noun)
        if noun.kind == "person" and mention.definite and owner is None:
            return self._person(mention, noun) or self._new(mention, noun)
        if noun.kind in ("people", "document") or noun.plural:
            modified = mention.head - mention.start > (1 if mention.definite else 0)
            if mention.definite or (noun.kind == "people" and not modified):
                return self._same_noun(noun) or self._new(mention, noun)
        return self._new(mention, noun)

    def _latter(self, mention: Mention) -> Entity | None:
        """Whom "the latter" means: somebody or some body named last."""
        position = self.discourse.index[mention.head]
        for other in reversed(self.discourse.mentions[max(0, position - 10) : position]):
            entity = other.entity
            if entity is not None and entity.names and entity.kind is not SpeakerKind.UNKNOWN and other.type is not MentionType.PRONOUN:
                return entity
        return None

    # ---- owners ----------------------------------------------------------------------------------------------

    def _owner(self, mention: Mention) -> Entity | None:
        """The entity of a possessive or of a name as premodifier: "Smith's campaign", "the Smith campaign", "her campaign"."""
        parse = self.discourse.parse
        found = None
        for child in parse.children[mention.head]:
            if child >= mention.head:
                break
            if parse.deps[child] in ("poss", "compound", "nmod", "amod"):
                other = self.discourse.at_head.get(child)
                if other is not None and other.entity is not None:
                    if other.type is not MentionType.DESCRIPTION or parse.deps[child] == "poss":
                        found = other.entity
        if found is None and parse.deps[mention.head] == "compound" and mention.head > 0:
            number = self.discourse.name_at[mention.head - 1]
            found = self.discourse.mentions[number].entity if number >= 0 else None
        return found

    def _possesses(self, mention: Mention, noun: Noun, owner: Entity) -> bool:
        """Whether the owner makes it a thing of its own, as "Tulsa police" and "her lawyer", unlike "the Seattle group"."""
        if noun.kind == "person":
            return self.discourse.parse.child(mention.head, "poss") >= 0
        if noun.kind == "organisation" and owner.place:
            return bool(noun.classes & {"government", "agency", "court", "body", "university", "campaign"})
        return True

    def _owned(self, mention: Mention, noun: Noun, owner: Entity) -> Entity | None:
        discourse = self.discourse
        if noun.kind == "organisation" and not noun.plural:
            campaign = "campaign" in noun.classes
            if owner.kind is SpeakerKind.PERSON and not campaign and noun.classes & {"company", "group", "media"}:
                known = [entity for entity in owner.affiliations if entity.organisation.classes & noun.classes]
                return known[0].organisation if known else self._main_body(noun) or self._body(noun)
            if owner.kind is SpeakerKind.ORGANISATION and owner.place and noun.base == "government":
                return owner
            key = (id(owner), "campaign" if campaign else noun.base)
            entity = self.owned.get(key)
            if entity is None:
                entity = self.owned[key] = Entity(
                    SpeakerKind.ORGANISATION, nouns={noun.base}, classes=set(noun.classes), owner=owner
                )
                if campaign:
                    entity.nouns.update(("campaign", "team"))
                    discourse.campaigns[id(owner)] = entity
            self._name_body(mention, noun, owner, entity)
            return entity
        if noun.kind == "person":
            named = [entity for entity in discourse.by_noun(noun.base) if entity is not owner and entity.names]
            if named and mention.definite and not noun.plural:
                return named[-1]
            key = (id(owner), noun.base + ("s" if noun.plural else ""))
            if key not in self.owned:
                self.owned[key] = self._new(mention, noun)
            return self.owned[key]
        return None

    def _name_body(self, mention: Mention, noun: Noun, owner: Entity, entity: Entity) -> None:
        """ "Tulsa police" and "the Smith campaign" are names; "Smith's campaign" is not one."""
        number = self.discourse.name_at[mention.head - 1] if mention.head > 0 else -1
        if number < 0 or noun.plural or not noun.classes & {"government", "agency", "court", "body", "campaign"}:
            return
        name = self.discourse.mentions[number]
        if name.entity is owner and name.end == mention.head:
            entity.names.append((name.start, mention.head + 1))

    # ---- introduced before -----------------------------------------------------------------------------------

    def _body(self, noun: Noun) -> Entity | None:
        literal = [entity for entity in self.discourse.by_noun(noun.base) if entity.kind is SpeakerKind.ORGANISATION and not entity.plural]
        if literal:
            return literal[-1]
        if noun.base in ("government", "administration", "authorities", "regime", "ministry", "service", "force", "office", "police", "board", "committee", "panel", "court", "unit", "division", "store", "military", "army"):
            return None
        found = None
        for name in noun.classes:
            for entity in reversed(self.discourse.by_class(name)):
                if entity.names and (name == "government") == entity.place:
                    found = found or entity
                    break
        return found

    def _main_body(self, noun: Noun) -> Entity | None:
        """The body of a class that the article speaks of most: whose "Jane Smith's group" is, where it does not tell."""
        known = [entity for name in noun.classes for entity in self.discourse.by_class(name) if entity.names and not entity.place]
        return max(known, key=lambda entity: entity.count, default=None)

    def _person(self, mention: Mention, noun: Noun) -> Entity | None:
        discourse, parse = self.discourse, self.discourse.parse
        modifiers = {parse.lower[token] for token in range(mention.start, mention.head)} - {"the", "former", "current", "own"}
        bases = next((group for group in _ROLE_SYNONYMS if noun.base in group), frozenset((noun.base,)))
        fitting = [
            entity
            for base in sorted(bases - {noun.base}) + [noun.base]
            for entity in discourse.by_noun(base)
            if entity.kind is SpeakerKind.PERSON
            and _likeness(modifiers, entity) >= 0
            and not (noun.gender and entity.gender not in ("", noun.gender))
        ]
        if fitting:
            return max(reversed(fitting), key=lambda entity: (_likeness(modifiers, entity), entity is discourse.last_speaker))
        if noun.base not in _TOPICAL and not modifiers & _TOPICAL:
            return None
        if parse.child(mention.head, "prep") >= 0 or parse.child(mention.head, "relcl") >= 0:
            return None
        position = discourse.index[mention.head]
        sentence = parse.sentence_of[mention.head]
        second = None
        for other in reversed(discourse.mentions[max(0, position - 25) : position]):
            entity = other.entity
            if sentence - parse.sentence_of[other.head] > 3:
                break
            if (
                entity is not None
                and entity.kind is SpeakerKind.PERSON
                and entity.names
                and not (noun.gender and entity.gender not in ("", noun.gender))
                and parse.heads[other.head] != parse.heads[mention.head]
                and _likeness(modifiers, entity) >= 0
            ):
                if discourse.is_subject(other.head) or entity is discourse.last_speaker:
                    return entity
                second = second or entity
        return second

    def _same_noun(self, noun: Noun) -> Entity | None:
        group = next((group for group in _SYNONYMS if noun.base in group and noun.kind == "document"), frozenset((noun.base,)))
        for base in (noun.base, *sorted(group - {noun.base})):
            for entity in reversed(self.discourse.by_noun(base)):
                if entity.kind is _KINDS[noun.kind] and entity.plural == (noun.plural or noun.kind == "people"):
                    return entity
        return None

    def _poll(self, mention: Mention, noun: Noun) -> Entity:
        """ "A Times/CBS News poll" has a name: its words from the first name on; "the poll" is the last one."""
        discourse = self.discourse
        first = next((token for token in range(mention.start, mention.head) if discourse.name_at[token] >= 0), -1)
        maker = discourse.mentions[discourse.name_at[first]].entity if first >= 0 else None
        if maker is None or maker.place or maker.kind is SpeakerKind.PERSON or noun.plural:
            known = self._same_noun(noun) if mention.definite else None
            return known or self._new(mention, noun)
        key = (id(maker), "poll")
        if key not in self.owned:
            self.owned[key] = self._new(mention, noun)
            self.owned[key].maker = maker
        if mention.head + 1 - first <= 12:
            self.owned[key].names.append((first, mention.head + 1))
        return self.owned[key]

    def _partitive(self, mention: Mention) -> Noun | None:
        """What "one of the doctors" and "a group of doctors" are of."""
        parse = self.discourse.parse
        head = parse.lower[mention.head]
        if head not in _MEASURES and head not in self.discourse.words.anybody and not parse.tags[mention.head] in ("CD", "DT", "JJ"):
            return None
        for child in parse.children[mention.head]:
            if parse.deps[child] == "prep" and parse.lower[child] in ("of", "in", "among"):
                inner = parse.child(child, "pobj")
                if inner >= 0:
                    noun = self.discourse.words.noun(parse.lower[inner], parse.tags[inner])
                    return noun if noun.kind else None
        return None

    def _new(self, mention: Mention, noun: Noun) -> Entity:
        parse = self.discourse.parse
        nouns = {noun.base}
        nouns.update(parse.lower[token] for token in range(mention.start, mention.head) if parse.deps[token] in ("amod", "compound"))
        kind = _KINDS[noun.kind]
        plural = noun.plural
        inner = self._partitive(mention)
        if inner is not None:
            if parse.lower[mention.head] in self.discourse.words.anybody and inner.kind in ("people", "person"):
                kind = SpeakerKind.PERSON
            elif inner.kind == "people" or noun.kind in ("people", ""):
                kind, plural = _KINDS[inner.kind], parse.lower[mention.head] not in self.discourse.words.anybody
        elif parse.lower[mention.head] in self.discourse.words.anybody:
            kind = SpeakerKind.PERSON
        elif not noun.kind and (parse.tags[mention.head] == "CD" or parse.tags[mention.head] == "NNPS"):
            kind = SpeakerKind.PEOPLE
        return Entity(
            kind,
            gender=noun.gender,
            plural=plural or kind is SpeakerKind.PEOPLE,
            nouns=nouns,
            classes=set(noun.classes),
        )
