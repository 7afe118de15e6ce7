"""Plural nouns that open sentences, which the model takes for names."""

from __future__ import annotations

from quoteattr.coreference.mentions.capitals import opens_sentence
from quoteattr.coreference.mentions.names import NameKind
from quoteattr.coreference.rules import Example
from quoteattr.coreference.typing.votes import Key, Revision, Typed, revision
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import UNKNOWN, known_nouns
from quoteattr.lexicon.names import common_surnames
from quoteattr.lexicon.nouns import singular

__all__ = ["RULES"]

_SORTS = word_list("mentions", "sorts_that_speak")
_NAMES = (NameKind.PERSON, NameKind.ORGANISATION)


def _plural_nouns(typed: Typed) -> list[Key]:
    """Single plural nouns for people or animals that only ever open a sentence."""
    parse, gazetteer = typed.parse, typed.gazetteer
    single = [key for key, kind in typed.kinds.items() if kind in _NAMES and len(key) == 1 and _is_plural(key[0])]
    if not single:
        return []
    inside = {one.key for one in typed.names if one.titles or one.article or not opens_sentence(parse, one.start)}
    known = typed.surnames() | gazetteer.given_names.keys()
    return [key for key in single if key not in inside and key[0] not in known and not typed.is_listed(key)]


def _is_plural(word: str) -> bool:
    noun = singular(word)
    return noun != word and known_nouns().get(noun, UNKNOWN).sort in _SORTS and word not in common_surnames()


RULES: tuple[Revision, ...] = (
    revision(
        NameKind.GROUP,
        "type-plural-noun",
        "a plural noun for people or animals that only opens sentences is no name",
        _plural_nouns,
        Example("Arbitrageurs pointed out that it was late.", "Arbitrageurs", "group"),
        Example("Backbenchers warned that it was late.", "Backbenchers", "group"),
    ),
)
