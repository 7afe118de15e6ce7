"""Where spans are too long: verbs before a name, an organisation behind a person, a comma inside."""

from __future__ import annotations

from quoteattr.coreference.mentions import values
from quoteattr.coreference.mentions.values import Context, NameSpan, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.syntax import labels

__all__ = ["RULES"]

_OF = word_list("mentions", "ties")
_VERBS = word_list("mentions", "verbs_before_names")
_KINDS = word_list("mentions", "kinds_in_capitals")
_LISTED = 3
"""Tokens of two surnames and the comma between them."""
_CALENDAR = word_list("mentions", "calendar")
_WHICH = word_list("mentions", "before_months")
_ARTICLES = word_list("mentions", "articles")
_FOR = word_list("mentions", "for_bodies")
_PARTIES = word_list("affiliation", "nouns_of_parties")
_LABELS = (labels.PERSON_ENTITY, labels.ORGANISATION_ENTITY)
_PERSON, _HYPHENATED = 2, 4
"""Tokens of a person's name before an organisation, without and with a hyphen: "Ji-woo Hale"."""


def _is_verb(context: Context, span: NameSpan, token: int) -> bool:
    """Whether a verb with a capital opens the sentence before a name: "Said Smith"."""
    parse = context.parse
    if parse.lower[token] not in _VERBS or span.end - token < 2 or not parse.words[token + 1][0].isupper():
        return False
    first = parse.sentences[parse.sentence_of[token]][0]
    return not any(map(parse.is_word, range(first, token)))


def _is_of_date(context: Context, span: NameSpan, token: int) -> bool:
    """Whether "last" and a month open a span that goes on with a name: "Last June Grewcock became"."""
    parse = context.parse
    if span.end - token < _PERSON:
        return False
    if parse.lower[token] in _WHICH:
        return parse.lower[token + 1] in _CALENDAR
    return token > 0 and parse.lower[token - 1] in _WHICH and parse.lower[token] in _CALENDAR


def _behind_party(context: Context, span: NameSpan) -> int:
    """The given name of a person behind the body that they speak for: "For the Liberal Democrats | Simon Hughes"."""
    parse = context.parse
    if span.end - span.start <= _PERSON:
        return -1
    start = span.start + (parse.lower[span.start] in _ARTICLES)
    before = start - 1 - (parse.lower[start - 1] in _ARTICLES)
    if before < 0 or parse.lower[before] not in _FOR:
        return -1
    for token in range(start + 1, span.end - 1):
        known = context.is_known(start, token) or (token == start + 1 and parse.lower[start] in _PARTIES)
        if known and context.is_given(token) and parse.words[token + 1][:1].isupper():
            return -1 if context.is_known(start, span.end) or context.ends_organisation(span.end) else token
    return -1


def _role_inside(context: Context, span: NameSpan) -> int:
    """The noun in lower case for what somebody is, within what the model takes for a person's name; or -1."""
    parse = context.parse
    if span.label != labels.PERSON_ENTITY or span.end - span.start <= _PERSON:
        return -1
    inside = range(span.start + 1, span.end - 1)
    roles = (one for one in inside if parse.words[one].islower() and context.gazetteer.noun(parse.lower[one]).is_person)
    return next(roles, -1)


def _without_kind(context: Context, span: NameSpan) -> NameSpan:
    """The name of an organisation without the letters before it that say of what kind it is."""
    kind = context.parse.lower[span.start] in _KINDS and span.end - span.start > _PERSON
    return NameSpan(span.start + 1, span.end, labels.ORGANISATION_ENTITY) if kind else span


def _ends_person(context: Context, span: NameSpan, token: int) -> bool:
    """Whether "of" stands behind a person's name, and an organisation's name of several words behind it."""
    parse, start = context.parse, span.start
    if span.label not in _LABELS or parse.lower[token] not in _OF or token + 1 >= span.end:
        return False
    if token - start == 1 and start in context.titles.ending:  # "Dr Okafor of Wexmoor Hospital"
        return parse.words[token + 1][0].isupper() and _is_surname_alone(context, start)
    if parse.words[start + 1] == "-" and token - start == _HYPHENATED:
        return parse.words[token - 1].istitle() and parse.words[token + 1][0].isupper()
    if token - start == _PERSON + 1:  # "Aroha Te Whata of Halcyon Foods"
        named = all(parse.words[one][0].isupper() for one in (start, start + 1, start + 2, token + 1))
        named = named and context.is_given(start) and not context.is_known(start, span.end)
        return named and _is_surname_alone(context, token - 1)
    if token - start != _PERSON:
        return False
    several = token + 2 < span.end or span.label == labels.PERSON_ENTITY
    return several and parse.words[token + 1][0].isupper() and _is_person(context, start)


def _is_person(context: Context, start: int) -> bool:
    """Whether two words are a person's name: a given name and another, or two that mean nothing else."""
    parse, gazetteer = context.parse, context.gazetteer
    words = parse.lower[start : start + _PERSON]
    plain = all(parse.words[one][0].isupper() and parse.words[one][1:].islower() for one in (start, start + 1))
    if not plain or " ".join(words) in gazetteer.places or words[1] in gazetteer.organisation_words:
        return False
    unknown = not any(word in known_nouns() or word in gazetteer.places for word in words)
    return context.is_given(start) or (unknown and gazetteer.organisation_words.isdisjoint(words))


def _parts_people(context: Context, span: NameSpan, token: int) -> bool:
    """Whether a comma parts the surnames of two people: "Carson, Huckabee"."""
    parse = context.parse
    if span.label not in _LABELS or parse.lower[token] != "," or token + 1 >= span.end:
        return False
    if span.label == labels.ORGANISATION_ENTITY:
        listed = span.end - span.start == _LISTED and parse.lower[span.end : span.end + 1] in (["and"], [","])
        return listed and _is_surname_alone(context, token - 1) and _is_surname_alone(context, token + 1)
    return parse.lower[token + 1] not in context.gazetteer.person_suffixes and parse.words[token + 1][0].isupper()


def _is_surname_alone(context: Context, token: int) -> bool:
    """Whether a word may be a surname: a capital, no place, and no word of an organisation."""
    word, gazetteer = context.parse.lower[token], context.gazetteer
    return (
        context.parse.words[token].istitle()
        and word not in gazetteer.places
        and word not in gazetteer.organisation_words
    )


RULES: tuple[Rule, ...] = (
    rule(
        values.FrontTrim,
        "span-verb",
        "a verb that opens a sentence is no part of the name behind it",
        _is_verb,
        Example("Said Comey: “It was late.”", "Comey", "Comey"),
        Example("Follow Pam Key on Monday.", "Pam Key", "Pam Key"),
    ),
    rule(
        values.FrontTrim,
        "span-last-month",
        "last, this or next and a month are no part of the name behind them",
        _is_of_date,
        Example("Last June Grewcock became mayor.", "Grewcock", "Grewcock"),
        Example("Next March Hale said that he would leave.", "Hale", "Hale"),
    ),
    rule(
        values.Split,
        "span-person-for-body",
        "a person's name follows the body for which they speak",
        _behind_party,
        Example("For the Liberal Democrats Simon Hale said it was late.", "Simon Hale", "Simon Hale"),
        Example("Speaking for the Tories Simon Hale told them to wait.", "Simon Hale", "Simon Hale"),
    ),
    rule(
        values.Split,
        "span-role-inside",
        "a role in lower case parts the name of a body from that of a person",
        _role_inside,
        Example("Transprairie spokesperson Lisa Amyot said it was late.", "Lisa Amyot", "Lisa Amyot"),
        Example("Transprairie spokesperson Lisa Amyot was there.", "Transprairie", "Transprairie"),
    ),
    rule(
        values.Cut,
        "span-person-of",
        "“of” parts a person's name from that of the organisation behind it",
        _ends_person,
        Example(
            "Meenal Gangotri of Human Rights Watch, who observed voting in Peru, said it was late.",
            "Meenal Gangotri",
            "Meenal Gangotri",
        ),
        Example("Malik Dell of Action Aid India was late.", "Malik Dell", "Malik Dell"),
        Example("Dr Okafor of Wexmoor Hospital said it was late.", "Okafor", "Okafor"),
        Example("Aroha Te Whata of Halcyon said it was late.", "Aroha Te Whata", "Aroha Te Whata"),
    ),
    rule(
        values.Cut,
        "span-comma-people",
        "a comma parts the surnames of two people",
        _parts_people,
        Example("He lost to Hall, Huckabee and Santorum.", "Huckabee", "Huckabee"),
        Example("Candidates such as Rubio, Huckabee and Fiorina met.", "Rubio", "Rubio"),
    ),
    rule(
        values.Completion,
        "span-kind",
        "letters for a kind of organisation are no part of the name behind them",
        _without_kind,
        Example(
            "The super PAC Priorities Ohio Action paid for it.", "Priorities Ohio Action", "Priorities Ohio Action"
        ),
        Example("The NGO Front Line Menders was shut.", "Front Line Menders", "Front Line Menders"),
    ),
)
