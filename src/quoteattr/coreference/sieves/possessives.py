"""Bodies and people by their owner: "the Smith campaign", "Tulsa police", "Jane Smith's group", "her husband"."""

from __future__ import annotations

from attrs import define, field

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.sieves.definite import body_meant, main_body
from quoteattr.coreference.sieves.first_person import author_of
from quoteattr.records import SpeakerKind

__all__ = ["Owned"]

_PUBLIC = frozenset(("government", "agency", "court", "body", "campaign"))
"""Classes of bodies that take their name from what stands before the noun."""
_BUSINESS = frozenset(("company", "group", "media"))
_STAFF = frozenset(("manager", "campaign manager", "strategist", "adviser", "spokesman", "spokeswoman"))
"""Who works for a campaign and has none."""
_CLAN = 3
"""With so many bearers of a surname, it tells no kinship."""
_BETWEEN = 3
"""Tokens before a noun among which the end of a name is looked for."""
_LONGEST = 12
"""Tokens of the name of a poll."""


@define
class Owned:
    """What belongs to whom, so far."""

    document: Document
    _known: dict[tuple[int, str], Entity] = field(factory=dict, init=False)

    def owner(self, mention: Mention) -> Entity | None:
        """The entity of a possessive, or of a name as premodifier, if it makes the described a thing of its own."""
        document, parse = self.document, self.document.parse
        found = None
        for child in parse.children[mention.head]:
            if child >= mention.head:
                break
            other = document.at_head.get(child) if parse.deps[child] in ("poss", "compound", "nmod", "amod") else None
            if other is None:
                continue
            if other.entity is None and parse.lower[child] == "my" and document.quoted(child) < 0:
                found = author_of(document)
            if other.entity is None:
                continue
            if other.type is not MentionType.DESCRIPTION or parse.deps[child] == "poss":
                found = other.entity
        if found is None and parse.deps[mention.head] == "compound" and mention.head > 0:
            number = document.name_at[mention.head - 1]
            found = document.mentions[number].entity if number >= 0 else None
            if found is None and (possessor := document.at_head.get(parse.child(parse.heads[mention.head], "poss"))):
                found = possessor.entity if possessor.head < mention.head else None  # "Smith's campaign manager"
        if (found is None or found.place) and mention.noun is not None and "campaign" in mention.noun.classes:
            found = self._candidate(mention)  # "the Iowa campaign" is no body
        return found if found is not None and self._possesses(mention, found) else None

    def _candidate(self, mention: Mention) -> Entity | None:
        """Whose "the campaign of Jane Smith" is."""
        parse = self.document.parse
        of = parse.child(mention.head, "prep")
        inner = parse.child(of, "pobj") if of == mention.head + 1 and parse.lower[of] == "of" else -1
        number = self.document.name_at[inner] if inner >= 0 else -1
        entity = self.document.mentions[number].entity if number >= 0 else None
        runs = entity is not None and entity.kind is SpeakerKind.PERSON and _STAFF.isdisjoint(entity.nouns)
        return entity if runs else None  # "the team of campaign manager Jane Smith" is not hers

    def _possesses(self, mention: Mention, owner: Entity) -> bool:
        """Whether it is the owner's, as in "Tulsa police" and "her lawyer", unlike "the Seattle group"."""
        noun = mention.noun
        if noun is None:
            return False
        if noun.kind == "person":
            return self.document.parse.child(mention.head, "poss") >= 0
        if noun.kind == "organisation" and owner.place:
            return bool(noun.classes & (_PUBLIC | {"university"}))
        return True

    def find(self, mention: Mention, noun: Noun, owner: Entity, new: Entity) -> Entity | None:
        """The owner's body or relative that the noun means.

        Args:
            mention: The description.
            noun: Its head noun.
            owner: Whose it is.
            new: What to take where the owner had none so far.
        """
        if noun.kind == "organisation" and not noun.plural:
            return self._body(mention, noun, owner, new)
        if noun.kind in ("people", "document"):
            return self._known.setdefault((id(owner), noun.base + "s" * noun.plural), new)
        if noun.kind != "person":
            return None
        named = [
            entity
            for base in self.document.words.role_synonyms.get(noun.base, (noun.base,))
            for entity in self.document.by_noun(base)
            if entity is not owner and entity.names and entity.kind is SpeakerKind.PERSON
            if not (owner.kind is SpeakerKind.ORGANISATION and self._is_elsewhere(entity, owner))
        ]
        if noun.base in self.document.words.kinship:
            known = self._known.get((id(owner), noun.base)) or self._relative(owner, noun)
            return known or self._known.setdefault((id(owner), noun.base), new)
        if named and mention.definite:
            return named[-1]
        return self._known.setdefault((id(owner), noun.base), new)

    def _is_elsewhere(self, entity: Entity, owner: Entity) -> bool:
        """Whether somebody stands for others than the owner: a chairman of Acme is none of Tulsa."""
        bodies = [one.organisation for one in entity.affiliations]
        if any(body is owner or body.owner is owner for body in bodies):
            return False
        if owner.place and any(self.document.places.get(home) is owner for home in entity.homes):
            return False
        return bool(bodies) or (owner.place and (bool(entity.homes) or "country" in owner.nouns))

    def note(self, mention: Mention) -> None:
        """Remember whose relative a description is whom a name beside it names."""
        noun, entity = mention.noun, mention.entity
        if noun is None or entity is None or noun.base not in self.document.words.kinship:
            return
        owner = self.owner(mention)
        if owner is not None and owner is not entity:
            self._known[id(owner), noun.base] = entity

    def _relative(self, owner: Entity, noun: Noun) -> Entity | None:
        """The one other bearer of the owner's surname whom a noun of kinship fits: "her husband"."""
        if not noun.gender or not owner.names:
            return None
        surname = self.document.parse.lower[owner.names[0][1] - 1]
        family = [one for one in self.document.families.get(surname, ()) if one is not owner]
        fitting = [one for one in family if one.gender == noun.gender]
        return fitting[0] if len(fitting) == 1 and len(family) < _CLAN else None

    def _body(self, mention: Mention, noun: Noun, owner: Entity, new: Entity) -> Entity | None:
        campaign = "campaign" in noun.classes
        if owner.kind is SpeakerKind.PERSON and not campaign and noun.classes & _BUSINESS:
            for affiliation in owner.affiliations:
                if affiliation.organisation.classes & noun.classes:
                    return affiliation.organisation
            return main_body(self.document, noun) or body_meant(self.document, mention, noun)
        if owner.place and noun.base == "government":
            return owner
        key = (id(owner), "campaign" if campaign else noun.base)
        entity = self._known.get(key)
        if entity is None:
            entity = self._known[key] = new
            entity.owner = owner
            if campaign:
                entity.nouns.update(("campaign", "team"))
                self.document.campaigns[id(owner)] = entity
        self._name(mention, noun, owner, entity)
        return entity

    def inside(self, noun: Noun, owner: Entity) -> Entity | None:
        """The owner's body of this noun, if the article has it: "the board of Amazon" is "Amazon's board"."""
        return self._known.get((id(owner), noun.base))

    def _name(self, mention: Mention, noun: Noun, owner: Entity, entity: Entity) -> None:
        """Note the name of a body: "Tulsa police" and "Amazon's board of directors" are, "Smith's campaign" is not."""
        parse = self.document.parse
        possessor = parse.child(mention.head, "poss")
        if "body" in noun.classes and owner.kind is SpeakerKind.ORGANISATION and possessor >= 0 and owner.names:
            complement = parse.child(mention.head, "prep")
            end = parse.right[complement] if complement == mention.head + 1 else mention.head + 1
            if parse.left[possessor] < mention.head < end <= mention.head + 4 and parse.words[possessor][0].isupper():
                entity.names.append((parse.left[possessor], end))
            return
        if noun.base == "office" and owner.kind is SpeakerKind.PERSON and possessor >= 0:
            number = self.document.name_at[possessor]
            if number >= 0:
                entity.names.append((self.document.mentions[number].start, mention.head + 1))  # "Smith's office"
            return
        token = mention.head - 1
        while "body" in noun.classes and token > mention.head - _BETWEEN and parse.words[token].islower():
            token -= parse.tags[token] in ("NN", "JJ") or _BETWEEN  # "the Acme editorial board"
        number = self.document.name_at[token] if token >= 0 else -1
        if number < 0 or noun.base == "state" or not noun.classes & _PUBLIC:
            return
        name = self.document.mentions[number]
        if name.entity is owner and name.end == token + 1:
            entity.names.append((name.start, mention.head + 1))

    def poll(self, mention: Mention, new: Entity) -> Entity | None:
        """A poll that has a name, such as "a Times/CBS News poll": its words from the first name on."""
        document = self.document
        first = next((token for token in range(mention.start, mention.head) if document.name_at[token] >= 0), -1)
        maker = document.mentions[document.name_at[first]].entity if first >= 0 else None
        if maker is None or maker.place or maker.kind is SpeakerKind.PERSON or new.plural:
            return None
        entity = self._known.setdefault((id(maker), "poll"), new)
        entity.maker = maker
        owned = any(document.parse.tags[token] == "POS" for token in range(first, mention.head))
        if mention.head + 1 - first <= _LONGEST and not owned:
            entity.names.append((first, mention.head + 1))
        return entity
