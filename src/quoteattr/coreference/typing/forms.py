"""Votes by the words of a name: of these rules the first that applies votes."""

from __future__ import annotations

import re
from itertools import pairwise

from quoteattr.coreference.mentions.names import NameKind
from quoteattr.coreference.rules import Example
from quoteattr.coreference.typing import nationwide
from quoteattr.coreference.typing.votes import NEVER, Form, FormVote, form_vote
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.syntax import labels

__all__ = ["RULES"]

PERSON, ORGANISATION, PLACE, GROUP, OTHER = NameKind

_BROADCASTERS = word_list("mentions", "broadcasters_with_parts")
_CALENDAR = word_list("mentions", "calendar")
_INSTITUTES = word_list("mentions", "surveys_with_staff")
_JOINS = word_list("mentions", "joins")
_CODE = re.compile(r"[a-z]{1,3}\d{3,4}")
"""The code of a flight."""
_NUMBERED = word_list("mentions", "numbered")
_NO_FULL_NAMES = word_list("mentions", "in_no_names_of_people")
_RANKS = word_list("mentions", "ranks")
_CITIES = word_list("mentions", "cities")
_OFFICES = word_list("affiliation", "of_fields")
_LANGUAGES, _EVENTS, _FAITHS = (word_list("mentions", name) for name in ("languages", "events", "faiths"))
_SCENES = word_list("mentions", "scenes")
_SURNAMES = word_list("mentions", "titles_and_surnames")
_ABSTRACT = tuple(word_list("mentions", "abstract"))
_TRADES, _OF_TRADES = word_list("mentions", "trades"), word_list("mentions", "words_before_trades")
_TECHNOLOGIES = word_list("mentions", "technologies")
_SHORT = 6
_TOP_LEVEL = tuple(word_list("mentions", "top_level"))


def _is_website(form: Form) -> bool:
    site = len(form.key) == 1 and len(form.text) > 7 and form.text.endswith(_TOP_LEVEL)
    return site and form.text not in _TECHNOLOGIES  # "Internet"


def _is_people(form: Form) -> bool:
    if len(form.key) > 1 or not form.text.endswith("s") or form.text in form.gazetteer.known_organisations:
        return False
    return form.gazetteer.noun(form.text, labels.PLURAL_PROPER_NOUN).is_people and form.count(ORGANISATION) <= 6


def _is_several_bodies(form: Form) -> bool:
    if len(form.key) > 1 or not form.text.endswith("s") or form.count(PERSON) > 0:
        return False
    noun = form.gazetteer.noun(form.text, labels.PLURAL_PROPER_NOUN)
    return noun.is_organisation and form.text not in form.gazetteer.organisations


def _is_inhabitants(form: Form) -> bool:
    return form.text in form.gazetteer.places and form.count(GROUP) > form.count(PLACE)


def _is_known(form: Form) -> bool:
    return form.text in form.gazetteer.media or form.text in form.gazetteer.known_organisations


def _is_listed_and_no_person(form: Form) -> bool:
    if len(form.key) > 1 or form.text not in form.gazetteer.known_organisations:
        return False
    return not form.is_given and form.text not in _SURNAMES


def _is_institution(form: Form) -> bool:
    words = form.gazetteer.organisation_words
    return len(form.key) > 2 and any(word in words and following in _JOINS for word, following in pairwise(form.key))


def _is_firm(form: Form) -> bool:
    return "&" in form.key


def _is_poll(form: Form) -> bool:
    poll = len(form.key) > 1 and form.key[-1] in form.gazetteer.poll and not form.is_given
    return poll and form.key[-2] not in _INSTITUTES


def _is_numbered(form: Form) -> bool:
    if len(form.key) == 1 or not any(map(str.isdigit, form.key[-1])):
        return False
    return form.key[-2] in _NUMBERED or bool(_CODE.fullmatch(form.key[-1]))


def _is_date(form: Form) -> bool:
    return len(form.key) == 1 and form.text in _CALENDAR and form.count(PERSON) < 6


def _is_part_of_broadcaster(form: Form) -> bool:
    return len(form.key) > 1 and form.key[0] in _BROADCASTERS and form.key[-1] not in form.gazetteer.given_names


def _is_local_media(form: Form) -> bool:
    key, media, places = form.key, form.gazetteer.media, form.gazetteer.places
    if len(key) == 1:
        return False
    first, rest = key[0], " ".join(key[1:])
    if (first in media and rest in places) or (first in form.gazetteer.known_organisations and rest in media):
        return True
    place, paper = " ".join(key[:-2]), " ".join(key[-2:])
    return paper in media and place in places


def _ends_as_organisation(form: Form) -> bool:
    if len(form.key) == 1:
        return False
    if form.key[-2] in _INSTITUTES and form.key[-1] == "survey":
        return True
    school = len(form.key) > 2 and "university" in form.gazetteer.organisations.get(form.key[-2], ())
    return school or form.key[-1] in form.gazetteer.organisation_endings  # "Melford College London"


def _is_role(form: Form) -> bool:
    whole = len(form.key) > 1 and form.key in form.gazetteer.titles  # "the Shadow Minister"
    named = (form.is_given or form.count(PERSON) > 2) and not whole
    if named or not form.gazetteer.noun(form.key[-1]).is_person:
        return False
    office = form.key[-1] in _OFFICES or not _RANKS.isdisjoint(form.key[:-1])
    return len(form.key) == 1 or office or form.count(ORGANISATION) < 4


def _ends_as_abstract(form: Form) -> bool:
    last = form.key[-1]
    abstract = len(last) > _SHORT and last.endswith(_ABSTRACT) and last in known_nouns()
    return len(form.key) > 1 and (abstract or (last in _TRADES and form.key[0] not in _OF_TRADES))


def _is_full_name(form: Form) -> bool:
    return len(form.key) in (2, 3, 4) and form.is_given and _NO_FULL_NAMES.isdisjoint(form.key)


RULES: tuple[FormVote, ...] = (
    form_vote(
        {ORGANISATION: 6, PERSON: -6},
        "type-firm",
        "& joins the names in that of a firm",
        _is_firm,
        Example("He was hired by Smith & Hale.", "Smith & Hale", "organisation"),
        Example("Hartley & Webb said it was late.", "Hartley & Webb", "organisation"),
    ),
    form_vote(
        {ORGANISATION: 6},
        "type-website",
        "a web address names an organisation",
        _is_website,
        Example("Readers of GrowRoses.com were told.", "GrowRoses.com", "organisation"),
        Example("The seller listed the boat on BoatMarket.net for a month.", "BoatMarket.net", "organisation"),
    ),
    form_vote(
        {GROUP: 8},
        "type-people",
        "the plural of a person noun names a group",
        _is_people,
        Example("Why are Millennials so loud?", "Millennials", "group"),
        Example("He wrote to the Refugees.", "Refugees", "group"),
    ),
    form_vote(
        {GROUP: 12},
        "type-several-bodies",
        "the plural of a noun for organisations names none",
        _is_several_bodies,
        Example("Two House Committees met.", "Committees", "group"),
        Example("They told the Agencies to wait.", "Agencies", "group"),
    ),
    form_vote(
        {GROUP: 12},
        "type-inhabitants",
        "the adjective of a place names its inhabitants, if the model agrees",
        _is_inhabitants,
        Example("A Turkish boat sank.", "Turkish", "group"),
        Example("He married a Slovenian.", "Slovenian", "group"),
    ),
    form_vote(
        {PLACE: 12, ORGANISATION: NEVER},
        "type-scene",
        "an industry or a trade may be called by where it is, which is no organisation",
        lambda form: form.text in _SCENES,
        Example("A Wall Street analyst was there.", "Wall Street", "place"),
        Example("A Bollywood director was there.", "Bollywood", "place"),
    ),
    form_vote(
        {OTHER: 12, ORGANISATION: NEVER},
        "type-technology",
        "the letters of a technology name no organisation",
        lambda form: form.text in _TECHNOLOGIES,
        Example("GPS said that it was late.", "GPS", "other"),
        Example("CCTV showed that it was late.", "CCTV", "other"),
    ),
    form_vote(
        {PLACE: 4},
        "type-city",
        "a large city is a place, unless much tells that a club is named",
        lambda form: form.text in _CITIES,
        Example("An Adelaide lawyer said it was late.", "Adelaide", "place"),
        Example("A Perth lawyer said it was late.", "Perth", "place"),
    ),
    form_vote(
        {GROUP: 12, ORGANISATION: NEVER},
        "type-faith",
        "the adjective of a faith or of a people without a state names no organisation",
        lambda form: form.text in _FAITHS,
        Example("An Aboriginal elder was there.", "Aboriginal", "group"),
        Example("A Sikh spokesman was there.", "Sikh", "group"),
    ),
    form_vote(
        {PLACE: 12},
        "type-place",
        "a listed place is a place",
        lambda form: form.text in form.gazetteer.places,
        Example("The European Union sued.", "European Union", "place"),
        Example("The boxer Tokyo lost.", "Tokyo", "place"),
    ),
    form_vote(
        {ORGANISATION: 6, OTHER: NEVER, PERSON: NEVER},
        "type-listed-word-only",
        "a listed organisation that nobody is named after is no person, however often the model says so",
        _is_listed_and_no_person,
        Example(
            "They told Oracle to wait. Then Oracle sued them. They asked Oracle. They met Oracle.",
            "Oracle",
            "organisation",
        ),
        Example(
            "They told Pfizer to wait. They told Pfizer nothing. They asked Pfizer. They met Pfizer.",
            "Pfizer",
            "organisation",
        ),
    ),
    form_vote(
        {ORGANISATION: 6, OTHER: NEVER},
        "type-listed-word",
        "a listed organisation of one word is an organisation rather than a person",
        lambda form: len(form.key) == 1 and _is_known(form),
        Example("He told Politico that he was ill.", "Politico", "organisation"),
        Example("Then Gawker sued him.", "Gawker", "organisation"),
    ),
    form_vote(
        {ORGANISATION: 10, OTHER: NEVER},
        "type-listed",
        "a listed organisation of several words is an organisation",
        lambda form: len(form.key) > 1 and _is_known(form),
        Example("He works at Wells Fargo.", "Wells Fargo", "organisation"),
        Example("They are known at Morning Consult.", "Morning Consult", "organisation"),
    ),
    nationwide.BODY,
    form_vote(
        {ORGANISATION: 8},
        "type-institution",
        "an organisation word before of, for or on is the head of an institution's name",
        _is_institution,
        Example("The Carter Center for Peace was glad.", "Carter Center for Peace", "organisation"),
        Example("The U.S. Department of Justice sued.", "U.S. Department of Justice", "organisation"),
    ),
    form_vote(
        {OTHER: 12},
        "type-law",
        "the last word tells that the name is a law's or a treaty's",
        lambda form: len(form.key) > 1 and form.key[-1] in form.gazetteer.laws,
        Example("The Clean Air Act was passed in May.", "Clean Air Act", "other"),
        Example("The Paris Agreement was signed.", "Paris Agreement", "other"),
    ),
    form_vote(
        {OTHER: 12, ORGANISATION: NEVER},
        "type-language",
        "a language is nobody",
        lambda form: form.text in _LANGUAGES,
        Example("It was translated from the Arabic.", "Arabic", "other"),
        Example("The letter was in Swahili.", "Swahili", "other"),
    ),
    form_vote(
        {OTHER: 12},
        "type-event",
        "the last word tells that the name is that of an event",
        lambda form: len(form.key) > 1 and form.key[-1] in _EVENTS,
        Example("They blamed the Great Recession.", "Great Recession", "other"),
        Example("He raced in the Halden Grand Prix.", "Halden Grand Prix", "other"),
    ),
    form_vote(
        {OTHER: 12},
        "type-poll",
        "the last word tells that the name is a poll's",
        _is_poll,
        Example("The American Community Survey is sent to all.", "American Community Survey", "other"),
        Example("A CNN Poll was wrong.", "CNN Poll", "other"),
    ),
    form_vote(
        {OTHER: 12},
        "type-numbered",
        "flights, roads and the like have a number as their name",
        _is_numbered,
        Example("The crew of EgyptAir Flight MS804 was told.", "EgyptAir Flight MS804", "other"),
        Example("Delta Flight 1086 was late.", "Delta Flight 1086", "other"),
    ),
    form_vote(
        {OTHER: 12},
        "type-date",
        "days, months, holidays and time zones are names only if much evidence says so",
        _is_date,
        Example("She was there at 2200 GMT on Monday.", "GMT", "other"),
        Example("He was late for Easter.", "Easter", "other"),
    ),
    form_vote(
        {ORGANISATION: 6},
        "type-broadcaster-part",
        "the name of a broadcaster's part begins with the broadcaster's acronym",
        _is_part_of_broadcaster,
        Example("He told BBC Sport he was ill.", "BBC Sport", "organisation"),
        Example("The film was on HBO Latino.", "HBO Latino", "organisation"),
    ),
    form_vote(
        {ORGANISATION: 6},
        "type-local-media",
        "a listed newspaper together with a place or a client is an organisation",
        _is_local_media,
        Example("The YouGov/Economist survey was wrong.", "YouGov/Economist", "organisation"),
        Example("The Ohio Plain Dealer wrote about it.", "Ohio Plain Dealer", "organisation"),
    ),
    form_vote(
        {ORGANISATION: 8},
        "type-organisation-word",
        "the last word tells that the name is an organisation's",
        _ends_as_organisation,
        Example("She teaches at Georgia Southern University.", "Georgia Southern University", "organisation"),
        Example("The Melford Shire was late.", "Melford Shire", "organisation"),
    ),
    form_vote(
        {GROUP: 8},
        "type-role-name",
        "a person noun, alone or after ranks, is the name of an office",
        _is_role,
        Example("She wrote to the Legal Counsel.", "Legal Counsel", "group"),
        Example("The Surgeon General was ill.", "Surgeon General", "group"),
    ),
    form_vote(
        {GROUP: 8},
        "type-rank",
        "ranks alone are part of somebody's title",
        lambda form: len(form.key) > 1 and _RANKS.issuperset(form.key),
        Example("CNN Senior Legal Analyst Jeffrey Hall was there.", "Senior Legal", "group"),
        Example("Senior Political Correspondent Anna Hall was there.", "Senior Political", "group"),
    ),
    nationwide.NATIONAL,
    form_vote(
        {ORGANISATION: 4, PERSON: -6},
        "type-abstract-word",
        "a name that ends with a noun for a field, a trade, an action or a quality is no person's",
        _ends_as_abstract,
        Example("Hale Transportation said it was late.", "Hale Transportation", "organisation"),
        Example("Peter Shipping left.", "Peter Shipping", "organisation"),
    ),
    form_vote(
        {PERSON: 1},
        "type-full-name-of-place",
        "a place may be named like a person: the model's label decides",
        lambda form: form.count(PLACE) > 0 and _is_full_name(form),
        Example("They live in San Bernardino.", "San Bernardino", "place"),
        Example("He lives in Green Bay.", "Green Bay", "place"),
    ),
    form_vote(
        {PERSON: 3},
        "type-full-name",
        "a given name is the first word of a person's name",
        _is_full_name,
        Example("Ffion Hilton was late.", "Ffion Hilton", "person"),
        Example("Malik Vexo and Laila Zorb were there.", "Malik Vexo", "person"),
    ),
    form_vote(
        {PERSON: 2},
        "type-given-name",
        "a given name alone is a person's",
        lambda form: len(form.key) == 1 and form.is_given,
        Example("They met Trayvon at noon.", "Trayvon", "person"),
        Example("Anna left.", "Anna", "person"),
    ),
    form_vote(
        {ORGANISATION: 3},
        "type-organisation-noun",
        "an organisation word alone stands for an organisation",
        lambda form: len(form.key) == 1 and form.text in form.gazetteer.organisation_words,
        Example("It is the talk of the Forum for Rural Peace. Now the Forum meets.", "Forum", "organisation"),
        Example("The Bureau was wrong.", "Bureau", "group"),
    ),
)
