"""One walk through the mentions in text order that gives each pronoun and description its entity."""

from __future__ import annotations

from attrs import define, field

from quoteattr.resolve.bodies import bodies_among
from quoteattr.resolve.cataphora import named_later
from quoteattr.resolve.descriptions import Descriptions
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Entity, Mention, MentionType
from quoteattr.resolve.pronouns import antecedent
from quoteattr.resolve.relatives import relative_antecedent
from quoteattr.resolve.words import FEMALE, MALE

__all__ = ["References"]

_THIRD = frozenset(("male", "female", "thing", "plural"))


@define
class References:
    """Resolves what is no name.

    Outside quotation marks in text order; third-person pronouns inside them afterwards, when the speaker is known, who
    is not meant by them.
    """

    discourse: Discourse
    descriptions: Descriptions = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.descriptions = Descriptions(self.discourse)

    def resolve(self) -> None:
        """Set the entity of every mention that has one."""
        discourse = self.discourse
        later = []
        for mention in discourse.mentions:
            if mention.type is MentionType.PRONOUN:
                if discourse.quoted(mention.head) >= 0 and self._class(mention) in _THIRD:
                    later.append(mention)
                    continue
                mention.entity = self._pronoun(mention)
            elif mention.entity is None and mention.noun is not None:
                mention.entity = self.descriptions.resolve(mention, mention.noun)
            elif mention.noun is not None:
                self.descriptions.note(mention)
            if mention.entity is not None:
                discourse.note(mention.entity)
                if self._speaks(mention):
                    discourse.last_speaker = mention.entity
                    group = mention.entity if mention.entity.parts else discourse.pair_at(mention.head)
                    if group is not None:
                        discourse.last_group = group, discourse.parse.sentence_of[mention.head]
        self._merge()
        named_later(discourse)
        discourse.last_speaker = None
        for mention in later:
            mention.entity = self._pronoun(mention)

    def _merge(self) -> None:
        """Bodies behind "of": "the board of Amazon" is the "Amazon's board" of another place."""
        for mention in self.discourse.mentions:
            noun, entity = mention.noun, mention.entity
            if noun is None or entity is None or "body" not in noun.classes or entity.names or entity.owner:
                continue
            for owner in bodies_among(self.discourse, mention.head)[:1]:
                mention.entity = self.descriptions.inside(noun, owner) or entity

    def _speaks(self, mention: Mention) -> bool:
        """Whether somebody speaks here in their own right: not inside what others say, nor in a clause with "who"."""
        discourse = self.discourse
        if mention.head not in discourse.attribution_of or discourse.content_of[mention.head] >= 0:
            return False
        return mention.type is not MentionType.PRONOUN or self._class(mention) != "relative"

    def _class(self, mention: Mention) -> str:
        return self.discourse.words.pronouns[self.discourse.parse.lower[mention.head]]

    def _pronoun(self, mention: Mention) -> Entity | None:
        kind = self._class(mention)
        if kind == "relative":
            return relative_antecedent(self.discourse, mention)
        if kind in _THIRD:
            entity = antecedent(self.discourse, mention)
            if entity is not None and kind in ("male", "female") and self.discourse.is_subject(mention.head):
                told = MALE if kind == "male" else FEMALE
                entity.gender = told if entity.presumed else entity.gender or told
            return entity
        return None
