"""Definite descriptions: which body or person that the article has introduced "the company" or "the senator" is."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.document import CONTENTS, Document, is_inner
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.mentions.origins import places_in
from quoteattr.coreference.organisations import bodies_of_phrase
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse

__all__ = ["body_meant", "latter", "main_body", "person_meant", "same_noun"]

_MENTIONS, _SENTENCES = 25, 3
"""How far back the person spoken of is looked for."""
_NEAR = 8
"""Tokens of a complement in which a name is looked for."""
_NO_CANDIDATE = frozenset(("president", "campaign"))
"""Nouns of those who do not run: who holds the office, a "campaign chairman"."""
_ABOUT = 3
"""So many times more than anybody in sight an article mentions whom it is about."""
_FROM = frozenset(("senator", "governor", "mayor", "congressman", "congresswoman", "representative"))
"""Who is always from somewhere."""
_LOCAL = frozenset(("city", "town", "county", "province"))
"""Nouns for places within countries."""
_EMPTY = frozenset(("the", "former", "current", "own"))


def body_meant(document: Document, mention: Mention, noun: Noun) -> Entity | None:
    """The body that was called by this noun last, else the named body of its class that was mentioned last."""
    if noun.base == "government" and (place := _place_behind(document, mention)) is not None:
        return place
    modifiers = _modifiers(document, mention)
    common = noun.base in document.words.common_bodies
    called = [
        entity
        for entity in document.by_noun(noun.base)
        if entity.kind is SpeakerKind.ORGANISATION and not entity.plural
        if not common or modifiers <= entity.nouns  # "the appeals court" is not the Supreme Court
        if noun.base != "government" or modifiers or entity.names or len(entity.nouns) == 1  # no "Tory government"
    ]
    if _has_other_name(document, mention):
        called = [entity for entity in called if modifiers & entity.nouns]  # "the Acme operation" is not another's
    known = [entity for entity in called if entity.names or entity.owner is not None or entity.introduced]
    if known:
        bare = mention.start == mention.head  # "Campaign aides" are those of the campaign that has an owner
        return max(
            known,
            key=lambda entity: (len(modifiers & entity.nouns), bare and entity.owner is not None, entity.last),
        )
    last = max(called, key=lambda entity: (len(modifiers & entity.nouns), entity.last), default=None)
    if common or _has_other_name(document, mention):
        return last
    if _has_complement(document, mention) or _is_restricted(document.parse, mention.head):
        return last
    sure = "group" in noun.classes
    named = max(
        _of_class(document, noun, places="group" not in noun.classes),  # a "federation" is hardly a country
        key=lambda entity: (not (sure and entity.guessed), entity.last),
        default=None,
    )
    return named if last is None or (named is not None and named.last > last.last) else last


def _place_behind(document: Document, mention: Mention) -> Entity | None:
    """The place of "the government in Lisbon"."""
    parse = document.parse
    behind = parse.child(mention.head, "prep")
    if behind != mention.head + 1 or parse.lower[behind] not in ("in", "of"):
        return None
    found = document.at_head.get(parse.child(behind, "pobj"))
    return found.entity if found is not None and found.entity is not None and found.entity.place else None


def _has_complement(document: Document, mention: Mention) -> bool:
    """Whether what stands behind the noun tells it apart by a name: "the trade group for the Acme shops"."""
    parse = document.parse
    place = parse.child(mention.head, "prep")
    if place < 0 or parse.lower[place] not in ("of", "for", "in", "at"):
        return False
    return any(document.name_at[token] >= 0 for token in range(place, min(parse.right[place], place + _NEAR)))


def _has_other_name(document: Document, mention: Mention) -> bool:
    """Whether a name other than a place stands before the noun: "the Acme group" is no group introduced before."""
    for token in range(mention.start, mention.head):
        number = document.name_at[token]
        entity = document.mentions[number].entity if number >= 0 else None
        if entity is not None and not entity.place:
            return True
        if entity is None and token > mention.start and document.parse.tags[token] == "NNP":
            return document.parse.lower[token] not in document.words.places
    return False


def main_body(document: Document, noun: Noun) -> Entity | None:
    """The body of a class that the article speaks of most: whose "Jane Smith's group" is, where it does not tell."""
    return max(_of_class(document, noun), key=lambda entity: (entity.count, entity.last), default=None)


def _of_class(document: Document, noun: Noun, *, places: bool = False) -> Iterator[Entity]:
    for name in noun.classes:
        for entity in document.by_class(name):
            if entity.names and entity.place == (places and name == "government"):
                wanted = {noun.base} if noun.base in _LOCAL else {noun.base, "country"}
                yield from (entity,) if not entity.place or wanted & entity.nouns else ()


def person_meant(document: Document, mention: Mention) -> Entity | None:
    """The person who was called so before; for nouns such as "candidate", else the person spoken of."""
    noun, parse, words = mention.noun, document.parse, document.words
    if noun is None:
        return None
    modifiers = set(parse.lower[mention.start : mention.head]) - _EMPTY
    once = not words.past.isdisjoint(parse.lower[mention.start : mention.head])  # may be somebody else's by now
    bodies = set() if once else {id(body) for body in bodies_of_phrase(document, mention.head)}
    homes = places_in(parse, mention.start, mention.head, words)
    named = document.named_by(mention.head)
    fitting = [
        entity
        for base in words.role_synonyms.get(noun.base, (noun.base,))
        for entity in document.by_noun(base)
        if entity.kind is SpeakerKind.PERSON
        and _may_be(document, entity, noun, modifiers)
        and _from(document, entity, noun, homes)
        if not _serves_another(entity, bodies) and id(entity) not in named
        if base == noun.base or entity.names
    ]
    topical = noun.base in words.topical or bool(modifiers & words.topical)
    known = [entity for entity in fitting if entity.names or entity.introduced] if topical else fitting
    if homes & words.domestic and not any(homes & entity.homes for entity in known):
        seat = noun.base in _FROM
        known = [  # another may be "the Ohio senator"
            entity for entity in known if entity is document.last_speaker or (seat and document.is_recent(entity))
        ]
    if known:
        return max(
            reversed(known),
            key=lambda entity: (
                bool(homes & entity.homes),
                len(modifiers & entity.nouns),
                entity is document.last_speaker,
            ),
        )
    holder = _holder(document, mention, bodies, modifiers)
    if holder is not None:
        return holder
    last = fitting[-1] if fitting else None
    if not topical and (mention.head not in document.attribution_of or not _told(document, mention)):
        return last
    office = tuple(parse.lower[mention.head : mention.head + 3]) in words.titles  # "secretary of state"
    if (parse.child(mention.head, "prep") >= 0 and not office) or _is_restricted(parse, mention.head):
        return last
    return _spoken_of(document, mention, bodies, modifiers, homes) or last


def _is_restricted(parse: Parse, head: int) -> bool:
    """Whether a relative clause tells who is meant, without a comma or a dash before it."""
    clause = parse.child(head, "relcl")
    return clause >= 0 and parse.is_word(parse.left[clause] - 1)


def _told(document: Document, mention: Mention) -> bool:
    """Whether "the X" speaks as somebody already told of: with the article, and no noun for those who stay unnamed."""
    noun, parse = mention.noun, document.parse
    words = document.words
    if noun is None or noun.base in words.unnamed | words.kinship | words.place_offices:
        return False
    return parse.lower[mention.start] == "the" and parse.child(mention.head, "poss") < 0


def _serves_another(entity: Entity, bodies: set[int]) -> bool:
    """Whether somebody stands for other bodies than these."""
    served = {id(one.organisation) for one in entity.affiliations}
    return bool(bodies and served) and not bodies & served


def _holder(document: Document, mention: Mention, bodies: set[int], modifiers: set[str]) -> Entity | None:
    """Who stands for one of the bodies in the phrase: "the Acme lawyer", "the anchor for Acme"."""
    noun = mention.noun
    if not bodies or noun is None:
        return None
    position = document.index[mention.head]
    for other in reversed(document.mentions[max(0, position - 2 * _MENTIONS) : position]):
        entity = other.entity
        if entity is None or entity.kind is not SpeakerKind.PERSON or not entity.names:
            continue
        if any(id(one.organisation) in bodies for one in entity.affiliations) and _may_be(
            document, entity, noun, modifiers
        ):
            return entity
    return None


def _spoken_of(
    document: Document, mention: Mention, bodies: set[int], modifiers: set[str], homes: set[str]
) -> Entity | None:
    """The last named person that was a subject or the speaker; failing that, the last one.

    A candidate is whoever of those in sight the article names most.
    """
    parse, position, noun = document.parse, document.index[mention.head], mention.noun
    if noun is None:
        return None
    sentence = parse.sentence_of[mention.head]
    named = document.named_by(mention.head)
    second = rival = None
    running = "candidate" in document.words.role_synonyms.get(noun.base, ())
    for other in reversed(document.mentions[max(0, position - _MENTIONS) : position]):
        if sentence - parse.sentence_of[other.head] > _SENTENCES:
            break
        entity = other.entity
        if entity is None or entity.kind is not SpeakerKind.PERSON or not entity.names:
            continue
        if id(entity) in named or not _from(document, entity, noun, homes):
            continue
        if homes & entity.homes:
            return entity
        if parse.heads[other.head] == parse.heads[mention.head] or not _may_be(document, entity, noun, modifiers):
            continue
        if parse.sentence_of[other.head] == sentence and document.is_subject(other.head) and not running:
            rival = rival or entity  # its own subject would be "he" or "she"
            continue
        if entity is rival or _serves_another(entity, bodies):
            continue
        if running and not entity.nouns.isdisjoint(_NO_CANDIDATE):
            continue
        if running:
            second = entity if second is None or entity.count > second.count else second
        elif entity is document.last_speaker or (
            document.is_subject(other.head) and not is_inner(parse, other.head, CONTENTS)
        ):
            return entity
        if other.noun is None or other.noun.base not in document.words.kinship:
            second = second or entity  # "her husband" is spoken of beside her
    last, main = document.last_speaker, document.main
    if running and main is not None and main.count >= _ABOUT * (second.count if second is not None else 1):
        out = id(main) in named or not main.nouns.isdisjoint(_NO_CANDIDATE) or not _from(document, main, noun, homes)
        if not out and _may_be(document, main, noun, modifiers):
            return main
    if id(last) in named:
        return second
    if second is not None or last is None or last.kind is not SpeakerKind.PERSON or not last.names:
        return second
    fits = _may_be(document, last, noun, modifiers) and _from(document, last, noun, homes)
    return last if fits and not _serves_another(last, bodies) else None


def _from(document: Document, entity: Entity, noun: Noun, homes: set[str]) -> bool:
    """Whether somebody may be from one of these places: "the French president" is no president of elsewhere."""
    if not homes or homes & entity.homes:
        return True
    own = {id(document.places[home]) for home in homes if home in document.places}
    if any(id(one.organisation) in own for one in entity.affiliations):
        return True
    if entity.homes or any(one.organisation.place for one in entity.affiliations):
        return False
    words = document.words
    return noun.base not in words.place_offices or homes <= words.domestic or entity is document.last_speaker


def _may_be(document: Document, entity: Entity, noun: Noun, modifiers: set[str]) -> bool:
    """Whether neither gender nor party speaks against it."""
    if noun.gender and entity.gender not in ("", noun.gender):
        return False
    for mine in document.words.parties:
        if modifiers & mine and not entity.nouns & mine:
            return not any(entity.nouns & theirs for theirs in document.words.parties)
    return True


def same_noun(document: Document, mention: Mention, noun: Noun, kind: SpeakerKind) -> Entity | None:
    """What was last called by the same noun, or for documents by one that means the same."""
    synonyms = document.words.document_synonyms.get(noun.base, ()) if noun.kind == "document" else ()
    several = noun.plural or noun.kind == "people"
    modifiers = _modifiers(document, mention) if several else set()
    for base in (noun.base, *synonyms):
        for entity in reversed(document.by_noun(base)):
            if entity.kind is not kind or entity.plural != several:
                continue
            if several and not (entity.called in ("", base) and modifiers <= entity.nouns):
                continue  # "Republicans" are no "Republican voters", "Israeli officials" no Iranian ones
            return entity
    return None


def _modifiers(document: Document, mention: Mention) -> set[str]:
    """The adjectives and nouns before the head of a description."""
    parse = document.parse
    return {
        parse.lower[child]
        for child in parse.children[mention.head]
        if child < mention.head and parse.deps[child] in ("amod", "compound")
    }


def latter(document: Document, mention: Mention) -> Entity | None:
    """Whom "the latter" means: somebody or some body named last."""
    position = document.index[mention.head]
    for other in reversed(document.mentions[max(0, position - 10) : position]):
        entity = other.entity
        if entity is None or not entity.names or entity.kind is SpeakerKind.UNKNOWN:
            continue
        if other.type is not MentionType.PRONOUN:
            return entity
    return None
