"""The names in apposition behind the head of a source: "her rivals, Jane Smith of Ohio and Bob Jones"."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entities, Entity, Mention
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import FINITE_TAGS, NAME_MODIFIER_TAGS, NUMBER_TAG, PROPER_NOUN

__all__ = ["names_behind"]

_INSIDE = word_list("coreference", "inside_phrase")
_PARTS = word_list("coreference", "parting_commas")
_JOINS = word_list("coreference", "joins")
_ENDINGS = word_list("coreference", "possessive_endings")
_CLOSE, _FAR, _TITLES = 10, 40, 6
"""Tokens to a closing bracket; behind the head of a source where names in apposition are looked for; between that head
and a name right behind it."""


def names_behind(
    document: Document, entities: Entities, head: int, source: Range, starts: Mapping[int, Mention]
) -> list[Mention]:
    """The names in apposition that a source has behind its head: "her rivals, Jane Smith of Ohio and Bob Jones".

    Args:
        document: The article.
        entities: What its names stand for.
        head: The head of the source.
        source: Its tokens.
        starts: Names by their first token.
    """
    return _NamesBehind(document.parse, document.gazetteer, entities, starts, min(source[1], head + _FAR)).after(head)


@define
class _NamesBehind:
    """Reads the names of a list from left to right."""

    parse: Parse
    gazetteer: Gazetteer
    entities: Entities
    starts: Mapping[int, Mention]
    end: int
    names: list[Mention] = field(factory=list, init=False)
    joint: bool = field(default=True, init=False)
    """Whether a name may come now."""

    def after(self, head: int) -> list[Mention]:
        token = self._first(head)
        while token + 1 < self.end:
            following = self._next(token + 1)
            if following < 0:
                break
            token = following
        acts = bool(self.names) and self._is_verb(self.names[-1].end)
        return self.names[:-1] if acts else self.names  # "none of those, nor anything Smith has written"

    def _is_verb(self, token: int) -> bool:
        """Whether a verb behind a name makes it the subject of a clause inside the source."""
        return token < self.end and self.parse.tags[token] in FINITE_TAGS

    def _first(self, head: int) -> int:
        """The token behind which the names come: the head itself, or what parts them from it."""
        parse = self.parse
        titled = range(head + 1, min(self.end, head + _TITLES))
        near = next((token for token in titled if token in self.starts), self.end)
        if near < self.end and all(parse.tags[token] in NAME_MODIFIER_TAGS for token in range(head + 1, near)):
            return head  # "the news site Acme", "hopefuls former Gov. Jane Smith and Bob Jones"
        return next((token for token in range(head + 1, self.end) if parse.lower[token] in _PARTS), self.end)

    def _next(self, token: int) -> int:
        """The last token that is read with ``token``; -1 where the list has ended."""
        if self.parse.lower[token] == "(":  # "(I-Vt.)"
            brackets = range(token, min(self.end, token + _CLOSE))
            return next((close for close in brackets if self.parse.lower[close] == ")"), token)
        name = self.starts.get(token)
        return self._at_name(name) if name is not None else self._at_word(token)

    def _at_name(self, name: Mention) -> int:
        entity, last = self.entities.of(name), name.end - 1
        if entity.traits.place:
            return last
        if not self.joint:  # "Jane Smith, the speaker of the House, and Bob Jones"
            return last if entity.is_organisation else -1
        if name.end < self.end and (self.parse.lower[name.end] in _ENDINGS or self._is_role(entity, name.end)):
            return last  # "Acme's Jane Smith", "Acme director Jane Smith"
        self.names.append(name)
        self.joint = False
        return last

    def _is_role(self, entity: Entity, token: int) -> bool:
        """Whether a noun for a person stands right behind a name, and before another if that is a person's."""
        parse = self.parse
        if not self.gazetteer.noun(parse.lower[token], parse.tags[token]).is_person:
            return False
        other = self.starts.get(token + 1)
        return not entity.is_person or (other is not None and self.entities.of(other).is_person)

    def _at_word(self, token: int) -> int:
        parse, word = self.parse, self.parse.lower[token]
        if word in _JOINS:
            self.joint = True
        elif self.joint and self.names and word == "of":
            self.joint = False
        elif self.joint:
            role = parse.tags[token] in NAME_MODIFIER_TAGS or not parse.is_word(token) or word in _ENDINGS
            return token if role else -1
        elif word not in _INSIDE and parse.tags[token] not in (NUMBER_TAG, PROPER_NOUN):
            return -1
        return token
