"""Whom an article describes before it names them: "A Texas lawmaker objected. State Rep. Jane Smith said ..."."""

from __future__ import annotations

from collections import deque

from attrs import define, field

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.headlines import is_headline
from quoteattr.records import SpeakerKind

__all__ = ["named_later"]

_OPENING = 6
"""Sentences at the beginning of an article, headlines included, whose descriptions may be named later."""
_SENTENCES = 8
"""How far behind the description the name may stand."""
_LEAD = 3
"""The same for the bare description of a headline that no noun ties to a name."""
_NEXT = 2
"""The same for whom the opening describes as its subject."""
_ARTICLES = frozenset(("a", "an", "one", "another"))
_KINDS = frozenset((SpeakerKind.PERSON, SpeakerKind.ORGANISATION))


def named_later(document: Document) -> None:
    """Give descriptions that open an article to whoever is named soon after and called by the same noun."""
    first: dict[int, Mention] = {}
    for mention in document.mentions:
        if mention.entity is not None and mention.entity.kind in _KINDS and not mention.entity.plural:
            first.setdefault(id(mention.entity), mention)
    names = _NamesAhead(document)
    same: dict[int, Entity] = {}
    for mention in reversed(list(first.values())):  # so that what is named behind a description is known by then
        entity = mention.entity
        if entity is None:
            continue
        if entity.names:
            names.add(mention, entity)
        elif _may_be_named(document, mention, entity) and (named := names.of(mention, entity)) is not None:
            same[id(entity)] = named
    if same:
        for mention in document.mentions:
            mention.entity = same.get(id(mention.entity), mention.entity)


def _may_be_named(document: Document, mention: Mention, entity: Entity) -> bool:
    """Whether a description introduces one person or body: "a lawmaker", "one lawmaker", or bare in a headline."""
    noun, words = mention.noun, document.words
    if noun is None or entity.owner is not None or not noun.kind:
        return False
    if noun.base in words.unnamed or noun.base in words.common_bodies:
        return False
    parse = document.parse
    possessor = parse.child(mention.head, "poss")
    if mention.definite and possessor >= 0 and parse.tags[possessor] == "PRP$":
        return noun.base not in words.kinship  # "his physician"
    if parse.sentence_of[mention.head] > _OPENING:
        return False
    return mention.start < mention.head or _in_headline(document, mention)


def _in_headline(document: Document, mention: Mention) -> bool:
    parse = document.parse
    return is_headline(parse, *parse.sentences[parse.sentence_of[mention.head]])


@define
class _NamesAhead:
    """Where those who are named first behind a place are named, by what the article calls them; filled backwards."""

    document: Document
    _called: dict[str, Mention] = field(factory=dict, init=False)
    _subjects: deque[Mention] = field(factory=lambda: deque(maxlen=_LEAD), init=False)

    def add(self, mention: Mention, entity: Entity) -> None:
        """Note the first mention of somebody whom the article names."""
        if mention.type is MentionType.NAME:
            for noun in entity.nouns:
                self._called[noun] = mention
        if entity.kind is SpeakerKind.PERSON and (
            self.document.is_subject(mention.head) or mention.head in self.document.attribution_of
        ):
            self._subjects.appendleft(mention)

    def of(self, mention: Mention, entity: Entity) -> Entity | None:
        """Who is named soon behind a description and called by its noun, or by one that means the same."""
        noun, parse = mention.noun, self.document.parse
        if noun is None:
            return None
        for base in reversed(self.document.words.role_synonyms.get(noun.base, (noun.base,))):
            if (found := self._fitting(self._called.get(base), mention, entity, _SENTENCES)) is not None:
                return found
        sentence = parse.sentence_of[mention.head]
        if entity.kind is not SpeakerKind.PERSON or sentence > _LEAD:
            return None
        after = next((name for name in self._subjects if parse.sentence_of[name.head] > sentence), None)
        if _in_headline(self.document, mention):
            bare = not mention.definite and parse.lower[mention.start] not in _ARTICLES
            return self._fitting(after, mention, entity, _LEAD) if bare else None
        if not self.document.is_subject(mention.head) or parse.child(mention.head, "poss") >= 0:
            return None
        return self._fitting(after, mention, entity, _NEXT) if after is not None and self._unheralded(after) else None

    def _unheralded(self, name: Mention) -> bool:
        """Whether a full name comes without a word on who that is: the article has said so before."""
        entity = name.entity
        if entity is None or name.name is None or len(name.name.key) == 1:
            return False
        return not entity.nouns and not name.name.titles and self.document.parse.lower[name.end] != ","

    def _fitting(self, name: Mention | None, mention: Mention, entity: Entity, reach: int) -> Entity | None:
        """Whose name it is, if it stands within ``reach`` sentences and nothing says that it is somebody else's."""
        other = name.entity if name is not None else None
        if name is None or other is None or entity.kind is not other.kind:
            return None
        if entity.gender and other.gender and entity.gender != other.gender:
            return None
        sentence_of = self.document.parse.sentence_of
        return other if sentence_of[name.head] - sentence_of[mention.head] <= reach else None
