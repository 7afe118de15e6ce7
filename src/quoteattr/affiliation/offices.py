"""For whom the holders of public offices stand: their ministry, their party, the government."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

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
    SUBJECT,
)

__all__ = ["EVIDENCE", "RULES"]

_COUNCIL, _SHERIFF = "council", "sheriff"
_COUNCILLORS = word_list("affiliation", "councillors")
_SHERIFFS = word_list("affiliation", "sheriffs")
_MINISTERS = word_list("affiliation", "ministers")
_MEMBERS = word_list("affiliation", "members_of_government")
_GOVERNS = word_list("affiliation", "governs_for")
_PARTY_VOICES = word_list("affiliation", "party_voices")
_VOICES = word_list("affiliation", "voices")
_LEGISLATORS = word_list("affiliation", "legislators")
_MEMBERS_OF_PARTIES = word_list("affiliation", "members_of_parties")
_PARTY_NAMES = word_list("affiliation", "nouns_of_parties")
_OF_FIELD = word_list("mentions", "office_prepositions")
_OF_CHAMBERS = word_list("affiliation", "members_of_chambers")
_WHITE, _OFTEN, _NEAR = "white", 3, 2
_SHADOW = "shadow"
_CHANCELLOR = "chancellor"
_TREASURY = "treasury"
_STATE = "state"
_OF_STATE, _AMERICA = ["state", "secretary"], "United States"
"""The words of an office of the United States alone."""
_MODIFIERS = (COMPOUND, ADJECTIVE_MODIFIER)
_IN_PHRASE = label_set("tag_beginnings", "between_party_and_office")
_BACK = 60
"""Mentions among which the party of a shadow minister is looked for."""
_BEFORE = 4
"""Words before a noun among which the party is looked for."""
_FAR_BEFORE = 9
"""The same for a shadow minister."""
_BEFORE_OFFICE = ("N", "J", "H", "P")
"""First letters of the tags of what may stand between a place and its minister."""
_LONGEST = 3
"""Words of the name of a place."""


def _seat(passage: Passage) -> Iterator[Entity | None]:
    """Where somebody sits: "Sen. Jane Smith", "a Vermont senator"; in that of the state for "state Sen."."""
    for office, before in _seats_held(passage):
        of = f"{_STATE} " if before == _STATE else ""
        if office not in _OF_CHAMBERS or _is_about_chamber(passage, office):
            known = (passage.survey.offices.seats.get(of + name) for name in passage.gazetteer.seats.get(office, ()))
            yield next((seat for seat in known if seat is not None), None)


def _is_about_chamber(passage: Passage, office: str) -> bool:
    """Whether an article names the chamber of a legislator often, or near: else it may be about something else."""
    parse, words = passage.parse, {name.split(" ")[-1] for name in passage.gazetteer.seats.get(office, ())}
    named = (token for token in parse.capitals if parse.lower[token] in words and parse.lower[token - 1] != _WHITE)
    sentences = [parse.sentence_of[token] for token in islice(named, _OFTEN)]
    here = parse.sentence_of[passage.head]
    return len(sentences) == _OFTEN or any(abs(one - here) <= _NEAR for one in sentences)


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


def _local_body(passage: Passage) -> Iterator[Entity | None]:
    """The one council of a councillor, the one sheriff's office of a sheriff or a deputy."""
    local = passage.survey.offices.local
    titles = titles_of(passage.mention) if passage.basis is Basis.TITLE else [passage.parse.lower[passage.head]]
    for title in titles:
        kind = _COUNCIL if title in _COUNCILLORS else _SHERIFF if title in _SHERIFFS else title
        yield local.get(kind)


def _ministry(passage: Passage) -> list[Entity | None]:
    """The ministry of "Home Secretary Jane Smith", "the secretary for health"."""
    return [_ministry_of(passage, words) for words in _portfolios(passage)]


def _ministry_of(passage: Passage, words: list[str]) -> Entity | None:
    ministries = passage.survey.offices.ministries
    fields = [*words[:-1], *([_TREASURY] if words[-1] == _CHANCELLOR else [])]
    known = (ministries[word] for word in fields if word in ministries)
    return next(known, None) if _SHADOW not in words else None


def _government(passage: Passage) -> list[Entity | None]:
    """The government, for a minister whose ministry the article does not name."""
    return [
        passage.survey.offices.government or _government_beside(passage)
        for words in _portfolios(passage)
        if not (words == _OF_STATE and _is_abroad(passage))
        if (len(words) > 1 or words[-1] in _MEMBERS) and _SHADOW not in words and _ministry_of(passage, words) is None
    ]


def _is_abroad(passage: Passage) -> bool:
    """Whether the government of an article is that of a place other than the United States."""
    governments = passage.survey.offices.governments
    return any(one is passage.survey.offices.government and place != _AMERICA for place, one in governments.items())


def _government_beside(passage: Passage) -> Entity | None:
    """The one government named by its place in a minister's sentence: "Mr Smith says the Ohio Government will act"."""
    parse = passage.parse
    sentence = parse.sentence_of[passage.head]
    found = {
        one
        for one in passage.survey.offices.governments.values()
        if any(parse.sentence_of[mention.head] == sentence for mention in one.mentions if mention.name is not None)
    }
    return found.pop() if len(found) == 1 else None


def _government_of_place(passage: Passage) -> Iterator[Entity | None]:
    """The government of "Ohio Treasurer Jane Smith", "the premier of Ohio", if the article names it so."""
    governments = passage.survey.offices.governments
    if governments and (end := _end_of_office(passage)) >= 0:
        yield next((governments[place] for place in _places_beside(passage, end) if place in governments), None)


def _end_of_office(passage: Passage) -> int:
    """The token behind the words for an office in a government; -1 without one."""
    if passage.basis is Basis.TITLE:
        offices = [(title.split(" ")[-1], title) for title in titles_of(passage.mention)]
        return passage.mention.start if any(office in _GOVERNS for office, _ in offices) else -1
    return passage.head + 1 if _office_at(passage) in _GOVERNS else -1


def _places_beside(passage: Passage, end: int) -> Iterator[str]:
    """The places in the words before an office, the nearest first, and behind it with "of"."""
    parse, places = passage.parse, passage.gazetteer.places
    if parse.lower[end : end + 1] == ["of"]:
        yield from (places[one] for one in _forms(parse.lower, end + 1) if one in places)
    for token in range(end - 1, max(-1, end - 1 - _FAR_BEFORE), -1):
        if parse.tags[token][:1] not in _BEFORE_OFFICE:
            return
        yield from (places[one] for one in _forms(parse.lower, token) if one in places)


def _forms(words: Sequence[str], start: int) -> Iterator[str]:
    """The words from one on that may be the name of a place, the longest first."""
    return (" ".join(words[start : start + size]) for size in range(_LONGEST, 0, -1))


def _shadow(passage: Passage) -> list[Entity | None]:
    """The party of a shadow minister: the one in the phrase, else the last that was a subject, else the opposition."""
    return [
        _party_before(passage, passage.head, _FAR_BEFORE)
        or _party_spoken_of(passage)
        or passage.survey.offices.opposition
        for words in _portfolios(passage)
        if _SHADOW in words
    ]


def _portfolios(passage: Passage) -> list[list[str]]:
    """The words of each ministerial title or role of somebody, the noun last: "shadow", "health", "secretary"."""
    if passage.basis is Basis.TITLE:
        titles = [(title, title.split(" ")) for title in titles_of(passage.mention)]
        held = [_office_last(words) for title, words in titles if _is_of_here(passage, title)]
        return [words for words in held if words[-1] in _MINISTERS]
    word = _office_at(passage)
    if word not in _MINISTERS or passage.parse.child(passage.head, POSSESSOR) >= 0:
        return []
    words = [*_modifiers(passage), word]
    return [words] if passage.gazetteer.places.keys().isdisjoint(words) else []


def _office_last(words: list[str]) -> list[str]:
    """The words of a title with the office behind its field: "state", "secretary" for "secretary of state"."""
    return [*words[2:], words[0]] if len(words) > 2 and words[1] in _OF_FIELD else words


def _is_of_here(passage: Passage, title: str) -> bool:
    """Whether no place stands before a title, as in "Russian Foreign Minister"."""
    return before_title(passage.context, passage.mention, title) not in passage.gazetteer.places


def _office_at(passage: Passage) -> str:
    """The noun for an office, with what a hyphen joins to it: "attorney-general"."""
    lower, head = passage.parse.lower, passage.head
    return "".join(lower[head - 2 : head + 1]) if head > 1 and lower[head - 1] == "-" else lower[head]


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


def _party_of_member(passage: Passage) -> Iterator[Entity | None]:
    """The party whose own name stands right before "MP" or "Senator": "Greens Senator Smith", no "Green senator"."""
    parse = passage.parse
    end = passage.head if passage.basis in _ROLES else passage.mention.start - 1
    if end > 0 and parse.lower[end] in _MEMBERS_OF_PARTIES and parse.words[end][0].isupper():
        word = parse.lower[end - 1]
        if word in _PARTY_NAMES and parse.words[end - 1][0].isupper():
            yield passage.survey.offices.parties.get(party_word(word))


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
        speaks = noun.base == "minister" if noun.plural else noun.base in _VOICES and not _is_of_another(passage)
        yield passage.survey.offices.government if speaks else None


def _is_of_another(passage: Passage) -> bool:
    """Whether the sentence before is about a body that is not the government, whose voice this may be."""
    parse, number = passage.parse, passage.parse.sentence_of[passage.head]
    start, end = parse.sentences[number - 1] if number else (0, 0)
    for token in range(start, end):
        entity = passage.context.entity_at(token) if parse.deps[token] == SUBJECT else None
        if entity is not None and entity.is_organisation and entity is not passage.survey.offices.government:
            return bool(entity.names)
    return False


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
    "The Treasury was quiet. Chancellor [Jane Smith](Treasury) said that it was late.",
)
_OFFICE_SHADOW = rule(
    "office-shadow",
    "a shadow minister speaks for the party that is named or spoken of",
    "The Conservatives want more trains. Shadow transport secretary [John Stone](Conservatives) said it was late.",
    "Labour shadow health secretary [Anna Brown](Labour Party) said that it rained. The Labour Party met.",
    "The Federal Opposition was late. Shadow Health Minister [Anna Brown](Federal Opposition) said that it rained.",
)
_OFFICE_GOVERNMENT = rule(
    "office-government",
    "the article speaks of a government, and of no ministry of the minister",
    "The government met. The government left. The government fell. Culture Secretary [Mary Dunn](government) "
    "said it rained.",
    "The government met. The government left. The government fell. [Jane Smith](government), art minister, "
    "said it was late.",
    "The Peruvian Government was late. Health Minister [Mary Dunn](Peruvian Government) said it rained.",
    "In May the Peruvian Government met the Bolivian Government. Health Minister [Mary Dunn](Peruvian Government) "
    "said the Peruvian Government was late.",
)
_OFFICE_PLACE = rule(
    "office-government-of-place",
    "the article names the government of the place whose minister or premier somebody is",
    "The Ohio Government met. Ohio Treasurer [Mary Dunn](Ohio Government) said that it rained.",
    "Queensland's Mines Minister, [Jane Smith](Queensland Government), left the Queensland Government. “It is late,” "
    "Smith said.",
)
_OFFICE_PARTY = rule(
    "office-party",
    "the party stands before the noun for who speaks for it or leads it",
    "The Conservatives met in Bath. Conservative health spokesman [John Stone](Conservatives) said that he was ill.",
    "The Conservatives met. “It was late,” said [Jane Smith](Conservatives), the Tory health spokeswoman.",
)
_OFFICE_MEMBER = rule(
    "office-member-of-party",
    "the name of a party stands right before the title of a member of parliament",
    "Labour met in Bath. Labour MP [Jane Smith](Labour) said that it was late.",
    "The Tory Party met. “It was late,” Tory MP [Mary Dunn](Tory Party) said.",
    "Labour met in Bath. [Jane Smith](Labour), the Labour MP for Halden, said that it was late.",
)
_OFFICE_VOICE = rule(
    "office-voice",
    "ministers, or a spokesman, of whom nothing else is told speak for the government spoken of",
    "The government met. The government left. The government fell. [Ministers](government) said it was late.",
    "The government met. The government left. The government fell. In May [a spokesman](government) said it was late.",
)

_OFFICE_LOCAL = rule(
    "office-local-body",
    "councillors and mayors are of the one council that the article names, sheriffs and deputies of the one office",
    "Halden City Council met. Councilwoman [Ada Brown](Halden City Council) said that it was late.",
    "The Halden County Sheriff's Office was called. “It is late,” Sheriff [Paul Dunn](Halden County Sheriff's Office) "
    "said.",
    "Halden Shire Council met. Mayor [Paul Dunn](Halden Shire Council) said that it was late.",
)

EVIDENCE = (
    Evidence(_OFFICE_PLACE, Rank.APPOSITION, (Basis.APPOSITION,), _government_of_place),
    Evidence(_OFFICE_PLACE, Rank.BESIDE, (Basis.PREMODIFIER, Basis.TITLE), _government_of_place),
    Evidence(_OFFICE_PLACE, Rank.COPULA, (Basis.COPULA,), _government_of_place),
    Evidence(_OFFICE_PLACE, Rank.LATER, (Basis.LATER,), _government_of_place),
    Evidence(_OFFICE_SEAT, Rank.OFFICE, (Basis.TITLE, *_ROLES), _seat),
    Evidence(_OFFICE_MINISTRY, Rank.OFFICE, (Basis.TITLE, *_ROLES), _ministry),
    Evidence(_OFFICE_SHADOW, Rank.OFFICE, (Basis.TITLE, *_ROLES), _shadow),
    Evidence(_OFFICE_GOVERNMENT, Rank.OFFICE, (Basis.TITLE, *_ROLES), _government),
    Evidence(_OFFICE_PARTY, Rank.OFFICE, (Basis.BEFORE_NAME, *_ROLES), _party),
    Evidence(_OFFICE_MEMBER, Rank.CLAUSE, (Basis.BEFORE_NAME, Basis.TITLE, *_ROLES), _party_of_member),
    Evidence(_OFFICE_LOCAL, Rank.OFFICE, (Basis.TITLE, *_ROLES), _local_body, only_if_none=True),
    Evidence(_OFFICE_VOICE, Rank.OFFICE, (Basis.ROLE,), _voice_of_government, only_if_none=True),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
