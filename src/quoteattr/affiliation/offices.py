"""For whom the holders of public offices stand: their ministry, their party, the government."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.survey import PARTY, party_word
from quoteattr.affiliation.titles import before_title, titles_of
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    COMPOUND,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
)

__all__ = ["EVIDENCE", "RULES"]

_MINISTERS = word_list("affiliation", "ministers")
_CHANCELLOR = "chancellor"
_PARTY_VOICES = word_list("affiliation", "party_voices")
_VOICES = word_list("affiliation", "voices")
_LEGISLATORS = word_list("affiliation", "legislators")
_SHADOW = "shadow"
_STATE = "state"
_MODIFIERS = (COMPOUND, ADJECTIVE_MODIFIER)
_IN_PHRASE = label_set("tag_beginnings", "between_party_and_office")
_BACK = 60
"""Mentions among which the party of a shadow minister is looked for."""
_BEFORE = 4
"""Words before a noun among which the party is looked for."""
_FAR_BEFORE = 9
"""The same for a shadow minister."""


def _seat(passage: Passage) -> Iterator[Entity | None]:
    """Where somebody sits: "Sen. Jane Smith", "a Vermont senator"; in that of the state for "state Sen."."""
    for office, before in _seats_held(passage):
        of = f"{_STATE} " if before == _STATE else ""
        known = (passage.survey.offices.seats.get(of + name) for name in passage.gazetteer.seats.get(office, ()))
        yield next((seat for seat in known if seat is not None), None)


def _seats_held(passage: Passage) -> Iterator[tuple[str, str]]:
    """The offices that a title or a role noun names, of no place that the phrase names, and the word before each."""
    parse, gazetteer = passage.parse, passage.gazetteer
    if passage.basis is Basis.TITLE:
        for title in titles_of(passage.mention):
            office = title if title in gazetteer.seats else gazetteer.title_roles.get(title, title)
            before = before_title(passage.context, passage.mention, title)
            if office in _LEGISLATORS or before not in gazetteer.places:
                yield office, before
        return
    word, before = parse.lower[passage.head], parse.lower[passage.head - 1] if passage.head else ""
    place = parse.child(passage.head, PREPOSITION, POSSESSOR)
    if place < 0 or (word in _LEGISLATORS and parse.lower[place] == "from"):
        yield word, before


def _ministry(passage: Passage) -> list[Entity | None]:
    """The ministry of "Home Secretary Jane Smith", "the secretary for health"."""
    return [_ministry_of(passage, words) for words in _portfolios(passage)]


def _ministry_of(passage: Passage, words: list[str]) -> Entity | None:
    ministries = passage.survey.offices.ministries
    known = (ministries[word] for word in words[:-1] if word in ministries)
    return next(known, None) if _SHADOW not in words else None


def _government(passage: Passage) -> list[Entity | None]:
    """The government, for a minister whose ministry the article does not name."""
    return [
        passage.survey.offices.government
        for words in _portfolios(passage)
        if (len(words) > 1 or words[-1] == _CHANCELLOR)
        and _SHADOW not in words
        and _ministry_of(passage, words) is None
    ]


def _shadow(passage: Passage) -> list[Entity | None]:
    """The party of a shadow minister: the one in the phrase, else the last that was a subject."""
    return [
        _party_before(passage, passage.head, _FAR_BEFORE) or _party_spoken_of(passage)
        for words in _portfolios(passage)
        if _SHADOW in words
    ]


def _portfolios(passage: Passage) -> list[list[str]]:
    """The words of each ministerial title or role of somebody, the noun last: "shadow", "health", "secretary"."""
    if passage.basis is Basis.TITLE:
        titles = [(title, title.split(" ")) for title in titles_of(passage.mention)]
        return [words for title, words in titles if words[-1] in _MINISTERS and _is_of_here(passage, title)]
    word = passage.parse.lower[passage.head]
    if word not in _MINISTERS or passage.parse.child(passage.head, POSSESSOR) >= 0:
        return []
    words = [*_modifiers(passage), word]
    return [words] if passage.gazetteer.places.keys().isdisjoint(words) else []


def _is_of_here(passage: Passage, title: str) -> bool:
    """Whether no place stands before a title, as in "Russian Foreign Minister"."""
    return before_title(passage.context, passage.mention, title) not in passage.gazetteer.places


def _modifiers(passage: Passage) -> Iterator[str]:
    """The words that tell what a minister is for: "home secretary", "secretary for health"."""
    parse, head = passage.parse, passage.head
    for child in parse.children[head]:
        if parse.deps[child] in _MODIFIERS:
            yield parse.lower[child]
    place = parse.child(head, PREPOSITION)
    inner = parse.child(place, PREPOSITION_OBJECT) if place >= 0 else -1
    if inner >= 0:
        yield parse.lower[inner]


def _party(passage: Passage) -> Iterator[Entity | None]:
    """The party of "Conservative spokesman John Stone", "the Tory health spokeswoman"."""
    parse = passage.parse
    voice = passage.mention.start - 1 if passage.basis is Basis.BEFORE_NAME else passage.head
    if voice > 0 and parse.lower[voice] in _PARTY_VOICES:
        for token in range(voice - 1, max(-1, voice - 1 - _BEFORE), -1):
            if parse.tags[token][:1] not in _IN_PHRASE:
                return
            party = passage.survey.offices.parties.get(party_word(parse.lower[token]))
            if party is not None and parse.words[token][0].isupper():
                yield party
                return


def _party_before(passage: Passage, head: int, most: int) -> Entity | None:
    """The nearest party named before a token in its sentence."""
    parse = passage.parse
    for token in range(head - 1, max(-1, head - 1 - most), -1):
        party = passage.survey.offices.parties.get(party_word(parse.lower[token]))
        if party is not None:
            return party
        if parse.lower[token] == ".":
            return None
    return None


def _party_spoken_of(passage: Passage) -> Entity | None:
    """The party that was the subject last."""
    for mention in passage.document.before(passage.head, _BACK):
        if mention.type is MentionType.NAME and passage.document.is_subject(mention.head):
            entity = passage.context.entities.of(mention)
            if entity.is_organisation and PARTY in entity.traits.classes:
                return entity
    return None


def _voice_of_government(passage: Passage) -> Iterator[Entity | None]:
    """The government of "ministers say", "a spokesman said"."""
    noun, parse, head = passage.mention.noun, passage.parse, passage.head
    bare = (
        parse.child(head, POSSESSOR, PREPOSITION, COMPOUND, ADJECTIVE_MODIFIER) < 0 and head - passage.mention.start < 2
    )
    if noun is not None and bare:
        speaks = noun.base == "minister" if noun.plural else noun.base in _VOICES
        yield passage.survey.offices.government if speaks else None


_ROLES = (Basis.APPOSITION, Basis.PREMODIFIER, Basis.COPULA, Basis.LATER)

_OFFICE_SEAT = rule(
    "office-seat",
    "the article names the chamber, the court or the department in which the holder of an office sits",
    "The Senate met. Sen. [Anna Brown](Senate) said that it was late.",
    "The Ohio Senate met. State Sen. [Anna Brown](Ohio Senate) said that it rained.",
    "“It was cold,” said [Jane Smith](Senate), a Vermont senator. The Senate Fisheries Committee met.",
    "The House was empty. Rep. [Paul Dunn](House) said that it was late.",
    "The Supreme Court sat in May. “It is late,” Justice [Ruth Carter](Supreme Court) said.",
    "The Justice Department was late. “We are busy,” Attorney General [Anna Brown](Justice Department) said.",
)
_OFFICE_MINISTRY = rule(
    "office-ministry",
    "the article names the ministry of a minister",
    "The Home Office was quiet. Home Secretary [Jane Smith](Home Office) said that it was late.",
    "The Labor Department was quiet. “It is late,” said [Jane Smith](Labor Department), the secretary of labor.",
)
_OFFICE_SHADOW = rule(
    "office-shadow",
    "a shadow minister speaks for the party that is named or spoken of",
    "The Conservatives want more trains. Shadow transport secretary [John Stone](Conservatives) said it was late.",
    "Labour shadow health secretary [Anna Brown](Labour Party) said that it rained. The Labour Party met.",
)
_OFFICE_GOVERNMENT = rule(
    "office-government",
    "the article speaks of a government, and of no ministry of the minister",
    "The government met. The government left. The government fell. Culture Secretary [Mary Dunn](government) "
    "said it rained.",
    "The government met. The government left. The government fell. [Jane Smith](government), art minister, "
    "said it was late.",
)
_OFFICE_PARTY = rule(
    "office-party",
    "the party stands before the noun for who speaks for it or leads it",
    "The Conservatives met in Bath. Conservative health spokesman [John Stone](Conservatives) said that he was ill.",
    "The Conservatives met. “It was late,” said [Jane Smith](Conservatives), the Tory health spokeswoman.",
)
_OFFICE_VOICE = rule(
    "office-voice",
    "ministers, or a spokesman, of whom nothing else is told speak for the government spoken of",
    "The government met. The government left. The government fell. [Ministers](government) said it was late.",
    "The government met. The government left. The government fell. In May [a spokesman](government) said it was late.",
)

EVIDENCE = (
    Evidence(_OFFICE_SEAT, Rank.OFFICE, (Basis.TITLE, *_ROLES), _seat),
    Evidence(_OFFICE_MINISTRY, Rank.OFFICE, (Basis.TITLE, *_ROLES), _ministry),
    Evidence(_OFFICE_SHADOW, Rank.OFFICE, (Basis.TITLE, *_ROLES), _shadow),
    Evidence(_OFFICE_GOVERNMENT, Rank.OFFICE, (Basis.TITLE, *_ROLES), _government),
    Evidence(_OFFICE_PARTY, Rank.OFFICE, (Basis.BEFORE_NAME, *_ROLES), _party),
    Evidence(_OFFICE_VOICE, Rank.OFFICE, (Basis.ROLE,), _voice_of_government, only_if_none=True),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
