"""Definite descriptions: which body or person that the article has introduced "the company" or "the senator" is."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.records import SpeakerKind
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Entity, Mention, MentionType
from quoteattr.resolve.words import Noun

__all__ = ["body_meant", "latter", "main_body", "person_meant", "same_noun"]

_MENTIONS, _SENTENCES = 25, 3
"""How far back the person spoken of is looked for."""
_EMPTY = frozenset(("the", "former", "current", "own"))


def body_meant(discourse: Discourse, mention: Mention, noun: Noun) -> Entity | None:
    """The body that was called by this noun last, else the named body of its class that was mentioned last."""
    modifiers = {
        discourse.parse.lower[child]
        for child in discourse.parse.children[mention.head]
        if child < mention.head and discourse.parse.deps[child] in ("amod", "compound")
    }
    common = noun.base in discourse.words.common_bodies
    called = [
        entity
        for entity in discourse.by_noun(noun.base)
        if entity.kind is SpeakerKind.ORGANISATION and not entity.plural
        if not common or modifiers <= entity.nouns  # "the appeals court" is not the Supreme Court
    ]
    if called:
        return max(called, key=lambda entity: (len(modifiers & entity.nouns), entity.last))
    if common or _has_other_name(discourse, mention):
        return None
    return max(_of_class(discourse, noun, places=True), key=lambda entity: entity.last, default=None)


def _has_other_name(discourse: Discourse, mention: Mention) -> bool:
    """Whether a name other than a place stands before the noun: "the Acme group" is no group introduced before."""
    for token in range(mention.start, mention.head):
        number = discourse.name_at[token]
        entity = discourse.mentions[number].entity if number >= 0 else None
        if entity is not None and not entity.place:
            return True
        if entity is None and token > mention.start and discourse.parse.tags[token] == "NNP":
            return discourse.parse.lower[token] not in discourse.words.places
    return False


def main_body(discourse: Discourse, noun: Noun) -> Entity | None:
    """The body of a class that the article speaks of most: whose "Jane Smith's group" is, where it does not tell."""
    return max(_of_class(discourse, noun), key=lambda entity: (entity.count, entity.last), default=None)


def _of_class(discourse: Discourse, noun: Noun, *, places: bool = False) -> Iterator[Entity]:
    for name in noun.classes:
        for entity in discourse.by_class(name):
            if entity.names and entity.place == (places and name == "government"):
                yield entity


def person_meant(discourse: Discourse, mention: Mention) -> Entity | None:
    """The person who was called so before; for nouns such as "candidate", else the person spoken of."""
    noun, parse, words = mention.noun, discourse.parse, discourse.words
    if noun is None:
        return None
    modifiers = set(parse.lower[mention.start : mention.head]) - _EMPTY
    fitting = [
        entity
        for base in words.role_synonyms.get(noun.base, (noun.base,))
        for entity in discourse.by_noun(base)
        if entity.kind is SpeakerKind.PERSON and _may_be(discourse, entity, noun, modifiers)
        if base == noun.base or entity.names
    ]
    if fitting:
        return max(
            reversed(fitting), key=lambda entity: (len(modifiers & entity.nouns), entity is discourse.last_speaker)
        )
    if noun.base not in words.topical and not modifiers & words.topical:
        return None
    office = tuple(parse.lower[mention.head : mention.head + 3]) in words.titles  # "secretary of state"
    if (parse.child(mention.head, "prep") >= 0 and not office) or parse.child(mention.head, "relcl") >= 0:
        return None
    return _spoken_of(discourse, mention, noun, modifiers)


def _spoken_of(discourse: Discourse, mention: Mention, noun: Noun, modifiers: set[str]) -> Entity | None:
    """The last named person that was a subject or the speaker; failing that, the last one.

    A candidate is whoever of those in sight the article names most.
    """
    parse, position = discourse.parse, discourse.index[mention.head]
    sentence = parse.sentence_of[mention.head]
    second = None
    running = "candidate" in discourse.words.role_synonyms.get(noun.base, ())
    for other in reversed(discourse.mentions[max(0, position - _MENTIONS) : position]):
        if sentence - parse.sentence_of[other.head] > _SENTENCES:
            break
        entity = other.entity
        if entity is None or entity.kind is not SpeakerKind.PERSON or not entity.names:
            continue
        if parse.heads[other.head] == parse.heads[mention.head] or not _may_be(discourse, entity, noun, modifiers):
            continue
        if running:
            second = entity if second is None or entity.count > second.count else second
        elif discourse.is_subject(other.head) or entity is discourse.last_speaker:
            return entity
        second = second or entity
    return second


def _may_be(discourse: Discourse, entity: Entity, noun: Noun, modifiers: set[str]) -> bool:
    """Whether neither gender nor party speaks against it."""
    if noun.gender and entity.gender not in ("", noun.gender):
        return False
    for mine in discourse.words.parties:
        if modifiers & mine and not entity.nouns & mine:
            return not any(entity.nouns & theirs for theirs in discourse.words.parties)
    return True


def same_noun(discourse: Discourse, noun: Noun, kind: SpeakerKind) -> Entity | None:
    """What was last called by the same noun, or for documents by one that means the same."""
    synonyms = discourse.words.document_synonyms.get(noun.base, ()) if noun.kind == "document" else ()
    several = noun.plural or noun.kind == "people"
    for base in (noun.base, *synonyms):
        for entity in reversed(discourse.by_noun(base)):
            if entity.kind is kind and entity.plural == several:
                return entity
    return None


def latter(discourse: Discourse, mention: Mention) -> Entity | None:
    """Whom "the latter" means: somebody or some body named last."""
    position = discourse.index[mention.head]
    for other in reversed(discourse.mentions[max(0, position - 10) : position]):
        entity = other.entity
        if entity is None or not entity.names or entity.kind is SpeakerKind.UNKNOWN:
            continue
        if other.type is not MentionType.PRONOUN:
            return entity
    return None
