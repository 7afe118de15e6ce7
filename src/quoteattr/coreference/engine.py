"""One walk through the mentions in text order that gives each pronoun and description its entity."""

from __future__ import annotations

from attrs import define, field

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import FEMALE, MALE
from quoteattr.coreference.organisations import bodies_among
from quoteattr.coreference.sieves.cataphora import named_later
from quoteattr.coreference.sieves.descriptions import Descriptions
from quoteattr.coreference.sieves.pronouns import antecedent
from quoteattr.coreference.sieves.relatives import relative_antecedent

__all__ = ["References"]

_THIRD = frozenset(("male", "female", "thing", "plural"))


@define
class References:
    """Resolves what is no name.

    Outside quotation marks in text order; third-person pronouns inside them afterwards, when the speaker is known, who
    is not meant by them.
    """

    document: Document
    descriptions: Descriptions = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.descriptions = Descriptions(self.document)

    def resolve(self) -> None:
        """Set the entity of every mention that has one."""
        document = self.document
        later = []
        for mention in document.mentions:
            if mention.type is MentionType.PRONOUN:
                if document.quoted(mention.head) >= 0 and self._class(mention) in _THIRD:
                    later.append(mention)
                    continue
                mention.entity = self._pronoun(mention)
            elif mention.entity is None and mention.noun is not None:
                mention.entity = self.descriptions.resolve(mention, mention.noun)
            elif mention.noun is not None:
                self.descriptions.note(mention)
            if mention.entity is not None:
                document.note(mention.entity)
                if self._speaks(mention):
                    document.last_speaker = mention.entity
                    group = mention.entity if mention.entity.parts else document.pair_at(mention.head)
                    if group is not None:
                        document.last_group = group, document.parse.sentence_of[mention.head]
        self._merge()
        named_later(document)
        document.last_speaker = None
        for mention in later:
            mention.entity = self._pronoun(mention)

    def _merge(self) -> None:
        """Bodies behind "of": "the board of Amazon" is the "Amazon's board" of another place."""
        for mention in self.document.mentions:
            noun, entity = mention.noun, mention.entity
            if noun is None or entity is None or "body" not in noun.classes or entity.names or entity.owner:
                continue
            for owner in bodies_among(self.document, mention.head)[:1]:
                mention.entity = self.descriptions.inside(noun, owner) or entity

    def _speaks(self, mention: Mention) -> bool:
        """Whether somebody speaks here in their own right: not inside what others say, nor in a clause with "who"."""
        document = self.document
        if mention.head not in document.attribution_of or document.content_of[mention.head] >= 0:
            return False
        return mention.type is not MentionType.PRONOUN or self._class(mention) != "relative"

    def _class(self, mention: Mention) -> str:
        return self.document.words.pronouns[self.document.parse.lower[mention.head]]

    def _pronoun(self, mention: Mention) -> Entity | None:
        kind = self._class(mention)
        if kind == "relative":
            return relative_antecedent(self.document, mention)
        if kind in _THIRD:
            entity = antecedent(self.document, mention)
            if entity is not None and kind in ("male", "female") and self.document.is_subject(mention.head):
                told = MALE if kind == "male" else FEMALE
                entity.gender = told if entity.presumed else entity.gender or told
            return entity
        return None
