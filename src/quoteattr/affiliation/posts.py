"""Posts that open a sentence, behind one about an organisation: "The Bakers Union met. President Ada Smith said"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.survey import PARTY
from quoteattr.coreference.classes import GOVERNMENT_CLASS, MEDIA_CLASS
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import label_set, word_list

__all__ = ["EVIDENCE", "RULES"]

_POSTS = word_list("affiliation", "posts")
_ALL = _POSTS | word_list("affiliation", "posts_of_groups")
_GROUPS = word_list("affiliation", "classes_with_posts")
_STATE = frozenset({GOVERNMENT_CLASS, PARTY, MEDIA_CLASS, "court"})
"""Classes of bodies of which nobody is called by a post alone."""
_IN_POST = label_set("tag_beginnings", "roles")
_RANKS = word_list("affiliation", "ranks_of_posts")


def _of_opening(passage: Passage) -> Iterator[Entity | None]:
    """The organisation that the sentence before is about, for somebody whose post opens the next one."""
    words = _post(passage)
    body = _subject_before(passage) if words else None
    if body is None or not _has_post(passage, body, passage.parse.lower[words[-1]]):
        return
    if all(_is_in_post(passage, token, words[-1], body) for token in words[:-1]):
        yield body


def _post(passage: Passage) -> list[int]:
    """The words of a post with which a sentence opens, right before a name; none without one."""
    parse, end = passage.parse, passage.mention.start
    first = parse.sentences[parse.sentence_of[end]][0]
    words = [token for token in range(first, end) if parse.is_word(token)]
    while words and parse.lower[words[-1]] not in _ALL and (parse.lower[words[-1]],) in passage.gazetteer.titles:
        words.pop()  # "Executive director Dr Ada Smith"
    return words if words and parse.lower[words[-1]] in _ALL else []


def _is_in_post(passage: Passage, token: int, post: int, body: Entity) -> bool:
    """Whether a word before a post tells its rank or its field, and of no other body: "pensions officer"."""
    word, noun = passage.parse.lower[token], passage.context.noun_at(token)
    if word in _RANKS:
        return True
    if passage.parse.tags[token][:2] not in _IN_POST or word in passage.gazetteer.places:
        return False
    if noun.is_organisation:
        return noun.base in body.traits.nouns or not noun.classes.isdisjoint(body.traits.classes)
    return (word, passage.parse.lower[post]) not in passage.gazetteer.titles  # "Health Secretary"


def _subject_before(passage: Passage) -> Entity | None:
    """The named organisation that is the subject of the sentence before."""
    parse, number = passage.parse, passage.parse.sentence_of[passage.mention.start] - 1
    start, end = parse.sentences[number] if number >= 0 else (0, 0)
    for token in range(start, end):
        entity = passage.context.entity_at(token) if passage.document.is_subject(token) else None
        if entity is not None:
            return entity if entity.is_organisation and entity.names and not entity.traits.place else None
    return None


def _has_post(passage: Passage, body: Entity, post: str) -> bool:
    """Whether an organisation is one that has a post; nobody is just "president" of one of which nothing is known."""
    classes = body.traits.classes
    if not _STATE.isdisjoint(classes) or not passage.gazetteer.broadcasters.isdisjoint(body.traits.nouns):
        return False
    return post in _POSTS or not (body.traits.guessed or _GROUPS.isdisjoint(classes))


_OPENING_POST = rule(
    "spoken-opening",
    "a post opens the sentence behind one that has the organisation as its subject",
    "The Bakers Union wants more pay. President [Jane Stone](Bakers Union) said that bread was dear.",
    "The Bakers Union wants more pay. Founder [Anna Brown](Bakers Union) said that bread was dear.",
    "The Halden Co-op has bought trucks. General manager [Carl Hale](Halden Co-op) said that they were slow.",
)

EVIDENCE = (Evidence(_OPENING_POST, Rank.SPOKEN_OF, (Basis.TITLE, Basis.BEFORE_NAME), _of_opening, only_if_none=True),)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
