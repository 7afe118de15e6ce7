"""Spans of people's names: with a nickname in marks, behind an office, and with words that have another meaning."""

from __future__ import annotations

from functools import partial

from quoteattr.coreference.gazetteer import folded
from quoteattr.coreference.mentions import values
from quoteattr.coreference.mentions.values import Context, Join, NameSpan, Pair, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.lexicon.names import common_given_names, has_inner_capital
from quoteattr.syntax import labels
from quoteattr.syntax.labels import PREPOSITION_TAG, PRESENT_TAG

__all__ = ["RULES", "is_given_word", "is_named_as_body", "is_somebody"]

_CALENDAR = word_list("mentions", "calendar")
_MONTHS = word_list("mentions", "months_and_given_names")
_NICKNAME_MARKS = word_list("mentions", "nickname_marks")
_OPENINGS = frozenset(marks.split(" ")[0] for marks in _NICKNAME_MARKS)
_SURNAMES_TOO = word_list("mentions", "organisation_words_and_surnames")
_NOT_BARE = word_list("mentions", "before_offices_of_others")
_GIVEN, _NICKNAME, _SURNAME = 3, 5, 2
"""Words before a nickname, tokens of the nickname with a hyphen, and words of a surname, at most."""
_BACK = 12
"""Tokens before a span in which its office is sought."""
_NAME = (2, 3)
"""Words of a person's name behind an office."""
_OFFICE_TAGS = label_set("tag_beginnings", "offices")
_PREPOSITIONS = word_list("mentions", "office_prepositions")
_ARTICLES = word_list("mentions", "articles")
_VERB = "VB"
_PEOPLE = (labels.PERSON_ENTITY, "")
_BEFORE_NAMES = ("IN", labels.DETERMINER_TAG, labels.ADJECTIVE, labels.PROPER_NOUN)
_BRACKET = "("


def is_given_word(context: Context, token: int) -> bool:
    """Whether a word that is no noun here, such as "Will", is a given name: no verb in its base form hangs with it."""
    parse = context.parse
    if not context.is_given(token) or token + 1 >= len(parse) or not parse.words[token + 1][:1].isupper():
        return False
    above = parse.heads[token]
    return parse.tags[above] not in (_VERB, PRESENT_TAG) or parse.deps[token] == labels.COMPOUND


# ---- nicknames -----------------------------------------------------------------------------------------------------


def _with_nickname(context: Context, token: int, end: int) -> NameSpan | None:
    """The name that begins at a token and has a nickname in marks before the surname."""
    if _OPENINGS.isdisjoint(context.parse.words[token + 1 : token + 1 + _GIVEN]):
        return None
    opening = _after_capitals(context, token, min(end, token + _GIVEN))
    if opening == token or not (context.is_given(token) or _is_labelled(context, token)):
        return None
    closing = _closing(context, opening, end)
    stop = _after_capitals(context, closing + 1, min(end, closing + 1 + _SURNAME)) if closing > 0 else 0
    return NameSpan(token, stop, labels.PERSON_ENTITY) if stop > closing + 1 else None


def _after_capitals(context: Context, token: int, end: int) -> int:
    words = context.parse.words
    while token < end and words[token][0].isupper() and words[token].strip(".").replace("'", "").isalpha():
        token += 1
    return token


def _is_labelled(context: Context, token: int) -> bool:
    return context.parse.entity_labels[token] == labels.PERSON_ENTITY


def _closing(context: Context, opening: int, end: int) -> int:
    """The mark that closes the nickname that a mark opens, or -1."""
    words = context.parse.words
    for token in range(opening + 2, min(end - 1, opening + 2 + _NICKNAME)):
        if f"{words[opening]} {words[token]}" in _NICKNAME_MARKS:
            inner = words[opening + 1 : token]
            short = words[opening] != _BRACKET or (len(inner) == 1 and context.is_given(opening + 1))
            return token if short and not inner[-1][0].islower() and _is_plain(inner) else -1
    return -1


def _is_plain(words: list[str]) -> bool:
    return all(word == "-" or word.replace("'", "").replace(".", "").isalnum() for word in words)


# ---- behind an office ----------------------------------------------------------------------------------------------


def _behind_office(context: Context, span: NameSpan) -> int:
    """Where a person's name begins behind an office without a comma: "chief executive of Acme Foods Jane Hale"."""
    parse, gazetteer = context.parse, context.gazetteer
    ends = span.end >= len(parse) or parse.tags[span.end] not in labels.PROPER_TAGS
    if not ends or span.end - span.start <= _NAME[0] or _ends_as_body(context, span):
        return -1
    for size in reversed(_NAME):
        token = span.end - size
        if token <= span.start or not parse.is_word(token - 1) or _after_capitals(context, token, span.end) < span.end:
            continue
        if context.is_given(token) and not context.is_known(token, span.end):
            return token if _is_office(context, span.start, token) else -1
    for size in _NAME:
        token = span.end - size
        if token <= span.start or not parse.is_word(token - 1) or _after_capitals(context, token, span.end) < span.end:
            continue
        closed = parse.lower[token - 1] in gazetteer.organisation_endings or _is_place(context, span.start, token)
        if (closed or _is_written_as_body(context, span.start, token)) and _is_office(context, span.start, token):
            return token
    return -1


def _ends_as_body(context: Context, span: NameSpan) -> bool:
    """Whether a span ends with a word for bodies that is no surname behind a given name: no "Hale Foods Bill Post"."""
    if not context.ends_organisation(span.end):
        return False
    lower = context.parse.lower
    behind = span.start > 0 and (lower[span.start - 1] in _PREPOSITIONS or lower[span.start - 1] in _ARTICLES)
    if not behind or not is_named_as_body(context, span.end):
        return True
    token = span.end - _NAME[0]
    closed = lower[token - 1] in context.gazetteer.organisation_endings or _is_place(context, span.start, token)
    return not closed and not _is_written_as_body(context, span.start, token)


def is_named_as_body(context: Context, end: int) -> bool:
    """Whether a common given name and a word for bodies that is a surname, too, stand before a token: "Bill Post"."""
    lower = context.parse.lower
    return end > 1 and lower[end - 1] in _SURNAMES_TOO and lower[end - 2] in common_given_names()


def _is_written_as_body(context: Context, start: int, end: int) -> bool:
    """Whether a name is listed, or one word in letters or digits as only bodies have it: "MessageLabs", "HMV"."""
    word = context.parse.words[start]
    if context.is_known(start, end):
        return True
    return end - start == 1 and (word.isupper() or has_inner_capital(word)) and not word.endswith(".")


def _is_place(context: Context, start: int, end: int) -> bool:
    return context.text(start, end) in context.gazetteer.places


def _is_office(context: Context, start: int, token: int) -> bool:
    """Whether the words before ``token`` are an office, which no article introduces unless a body ends it."""
    parse, gazetteer = context.parse, context.gazetteer
    role = -1
    for before in range(token - 1, max(-1, start - _BACK), -1):
        if parse.tags[before][:2] not in _OFFICE_TAGS:
            break
        behind = parse.lower[before + 1] in _PREPOSITIONS or (role >= 0 and role == before + 1)
        if behind and parse.lower[before] not in _PREPOSITIONS and _is_role(context, before, role):
            role = before
    if role < 0 or _is_apposed(context, role) or (role and parse.lower[role - 1] in _NOT_BARE):
        return False
    closed = parse.lower[token - 1] in gazetteer.organisation_endings or _is_place(context, start, token)
    return closed or role == 0 or parse.lower[role - 1] not in _ARTICLES


def _is_apposed(context: Context, role: int) -> bool:
    """Whether an office stands behind a name and a comma, and is that person's."""
    return context.parse.lower[role - 1 : role] == [","] and context.parse.words[role - 2][0].isupper()


def _is_role(context: Context, token: int, role: int) -> bool:
    """Whether a word is the noun of an office, or stands before it: "chief executive"."""
    if role >= 0:
        return context.parse.tags[token][:2] in (labels.NOUN, labels.ADJECTIVE)
    return context.gazetteer.noun(context.parse.lower[token]).is_person


def is_somebody(pair: Pair) -> bool:
    """Whether a given name and a word that is a surname, too, stand before a body: "Bill Post of the Sea Club"."""
    left, context = pair.left, pair.context
    named = left.end - left.start == _NAME[0] and pair.first in _SURNAMES_TOO and context.is_given(left.start)
    body = pair.right.end - pair.right.start > 1 and context.ends_organisation(pair.right.end)
    return named and body and context.parse.lower[left.start] not in context.gazetteer.places


# ---- words ---------------------------------------------------------------------------------------------------------


def _is_month_of_given_name(context: Context, token: int) -> bool:
    """Whether a month is a given name, before a surname that does something: "June Summers told"."""
    parse, head = context.parse, context.parse.heads[token]
    if parse.lower[token] not in _MONTHS or token + 1 >= len(parse):
        return False
    surname = parse.words[token + 1][0].isupper() and parse.tags[token + 1] in labels.PROPER_TAGS
    if not surname or parse.deps[token] != labels.COMPOUND or head - token > _SURNAME:
        return False
    acts = parse.deps[head].startswith(labels.SUBJECT) or parse.deps[head] == labels.APPOSITION
    body = context.ends_organisation(head + 1) and parse.lower[head] not in _SURNAMES_TOO
    free = token == 0 or parse.tags[token - 1] not in (
        PREPOSITION_TAG,
        labels.DETERMINER_TAG,
        labels.ADJECTIVE,
        labels.PROPER_NOUN,
    )
    return acts and free and not body and parse.words[head][0].isupper() and parse.lower[token + 1] not in _CALENDAR


def _is_given_before_person(context: Context, token: int) -> bool:
    """Whether a given name stands before a name of a person: "Ffion Hale", whatever its tag."""
    parse = context.parse
    if token + 1 >= len(parse) or not context.is_given(token) or folded(parse.lower[token]) in _CALENDAR:
        return False
    beside = parse.deps[token] in labels.NOUN_PREMODIFIERS and parse.heads[token] > token
    if not beside or not parse.words[token].istitle():
        return False
    unknown = parse.lower[token] not in known_nouns() and parse.tags[token + 1] == labels.PROPER_NOUN
    return _is_labelled(context, token + 1) or (unknown and parse.entity_of[token + 1] < 0)


def _is_number_in_person(pair: Pair) -> bool:
    """Whether a number stands between a given name and a last word: "Dee Two Crow"."""
    context, number = pair.context, pair.left.end - 1
    entity = context.parse.entity_labels[number]
    if pair.between or number <= pair.left.start or entity != labels.NUMBER_ENTITY or pair.left.label not in _PEOPLE:
        return False
    return context.is_given(number - 1) and pair.right.end - pair.right.start == 1


RULES: tuple[Rule, ...] = (
    rule(
        values.Nickname,
        "span-nickname",
        "a nickname in marks stands between a given name and a surname",
        _with_nickname,
        Example('Rep. Robert "Bobby" Scott left.', 'Robert "Bobby" Scott', 'Robert "Bobby" Scott'),
        Example("James (Jim) Hall left.", "James (Jim) Hall", "James (Jim) Hall"),
        Example("Marcus “Big Mac” Dolan left.", "Marcus “Big Mac” Dolan", "Marcus “Big Mac” Dolan"),
    ),
    rule(
        values.Split,
        "span-office",
        "a person's name follows an office and the body that it is of, without a comma",
        _behind_office,
        Example("Chief executive of Brook Dairies Nicola Hale left.", "Nicola Hale", "Nicola Hale"),
        Example("Governor of Ohio Nicola Hale said it was late.", "Nicola Hale", "Nicola Hale"),
        Example("Mayor of Melford Nicola Hale said it was late.", "Nicola Hale", "Nicola Hale"),
    ),
    rule(
        partial(Join, label=labels.PERSON_ENTITY),
        "span-number-in-name",
        "a number between a given name and a last word is part of the name",
        _is_number_in_person,
        Example("Neighbor Dee Two Crow said it was late.", "Dee Two Crow", "Dee Two Crow"),
        Example("Neighbor Ray Two Moon said it was late.", "Ray Two Moon", "Ray Two Moon"),
    ),
    rule(
        values.Capital,
        "span-month-given",
        "a month before a surname that does something is a given name",
        _is_month_of_given_name,
        Example("June Summers told them to wait.", "June Summers", "June Summers"),
        Example("May Winter told them to wait.", "May Winter", "May Winter"),
    ),
    rule(
        values.Capital,
        "span-given-word",
        "a given name before a person's name is part of it, whatever its tag",
        _is_given_before_person,
        Example("Ffion May said that it was late.", "Ffion May", "Ffion May"),
        Example("Ffion Hilton was glad.", "Ffion Hilton", "Ffion Hilton"),
    ),
)
