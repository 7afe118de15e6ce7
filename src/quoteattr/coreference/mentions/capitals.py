"""Which capitalised words are names: proper nouns, surnames that are months, web addresses, words of no list."""

from __future__ import annotations

from quoteattr.coreference.holders import post_behind
from quoteattr.coreference.mentions import values
from quoteattr.coreference.mentions.values import Context, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.lexicon.meanings import UNKNOWN, Meaning, known_nouns
from quoteattr.lexicon.names import has_inner_capital, is_camel
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, labels

__all__ = ["RULES", "opens_sentence"]

_CALENDAR = word_list("mentions", "calendar")
_DOMAINS = tuple(word_list("mentions", "domains"))
_MONTHS = word_list("mentions", "months_and_surnames")
_ROLE = 4
"""Tokens from a word that opens a sentence to the role behind it, at most."""
_RUN = 5
"""Words of a name before a post at most."""
_NO_TOPICS = label_set("sorts", "namesakes")
_WHERE = "location"
"""The sort of nouns for places."""
_ACTING = word_list("mentions", "sorts_that_speak")
_BODIES_OR_PEOPLE = (labels.ORGANISATION_ENTITY, labels.PERSON_ENTITY)
_LETTERS = 5
"""Letters of the shortest surname with an apostrophe."""


def _is_proper(context: Context, token: int) -> bool:
    parse = context.parse
    proper = parse.tags[token] in labels.PROPER_TAGS and parse.lower[token] not in _CALENDAR
    return proper and not _only_opens(context, token)


def _is_unknown_before_role(context: Context, token: int) -> bool:
    """Whether a word that no list has opens a sentence before a role and a name: "Agforce president Ada Hall"."""
    parse, word = context.parse, context.parse.lower[token]
    written = parse.words[token]
    tagged = parse.tags[token] in labels.COMMON_TAGS or (written[1:] != word[1:] and not written.isupper())
    if not tagged or word in context.small or not word.isalpha():
        return False
    if not known_nouns().keys().isdisjoint((word, singular(word))):
        return False
    head = parse.heads[token]
    before = (
        parse.deps[token] in labels.NOUN_PREMODIFIERS and token < head <= token + _ROLE and opens_sentence(parse, token)
    )
    named = before and parse.words[head].islower() and parse.words[head + 1 : head + 2] != []
    return named and context.gazetteer.noun(parse.lower[head]).is_person and parse.words[head + 1][:1].isupper()


def _is_before_post(context: Context, token: int) -> bool:
    """Whether a capitalised word stands before a post that bodies have and the name of its holder.

    Where it opens the sentence, it is a listed body, is written as one, or has the post as its own: "Orange's boss".
    """
    parse, end = context.parse, token + 1
    while end < min(len(parse), token + _RUN) and parse.words[end][:1].isupper():
        end += 1
    post = post_behind(parse, context.gazetteer, end)
    if post is None or not post.of_body or parse.lower[token] in _CALENDAR:
        return False
    if not opens_sentence(parse, token):
        return True
    listed = parse.lower[token] in context.gazetteer.known_organisations
    return end == token + 1 and (post.start > end or listed or _is_written_as_body(context, token))


def _is_written_as_body(context: Context, token: int) -> bool:
    """Whether a word is a listed body and no noun of English, or has digits or an inner capital as bodies have."""
    word, lower = context.parse.words[token], context.parse.lower[token]
    known = lower in context.gazetteer.known_organisations and lower not in known_nouns()
    return known or has_inner_capital(word) or any(map(str.isdigit, word))


def _only_opens(context: Context, token: int) -> bool:
    """Whether a capital only opens a sentence: the article writes the word small elsewhere, or it tells of a role."""
    parse = context.parse
    if context.is_given(token) or (token + 1 < len(parse) and parse.words[token + 1][:1].isupper()):
        return False
    if not opens_sentence(parse, token) or _is_written_as_body(context, token):
        return False
    return parse.lower[token] in context.small or _tells_of_role(context, token) or _is_plain_noun(context, token)


def _is_plain_noun(context: Context, token: int) -> bool:
    """Whether a noun of English that opens a sentence is a name nowhere in the article: "Management expects"."""
    parse, word = context.parse, context.parse.lower[token]
    meaning = known_nouns().get(word) or known_nouns().get(singular(word), UNKNOWN)
    if not meaning.sort or meaning.sort == _WHERE or not parse.words[token].istitle():
        return False
    if parse.entity_of[token] >= 0 and not _are_people(context, token, meaning):
        return False
    acts = parse.deps[token] == labels.SUBJECT and token + 1 < len(parse)
    if not acts or parse.tags[token + 1] not in labels.FINITE_TAGS:
        return False
    return not any(parse.lower[other] == word and not opens_sentence(parse, other) for other in parse.capitals)


def _are_people(context: Context, token: int, meaning: Meaning) -> bool:
    """Whether what the model labels is a plural noun for people, or for animals: "Brokers said"."""
    parse, word = context.parse, context.parse.lower[token]
    entity = parse.entities[parse.entity_of[token]]
    alone = entity.label in _BODIES_OR_PEOPLE and entity.end - entity.start == 1
    listed = word in context.gazetteer.known_organisations or word in context.gazetteer.media
    return alone and not listed and word != singular(word) and meaning.sort in _ACTING


def opens_sentence(parse: Parse, token: int) -> bool:
    """Whether a token is the first word of its sentence."""
    return not any(map(parse.is_word, range(parse.sentences[parse.sentence_of[token]][0], token)))


def _tells_of_role(context: Context, token: int) -> bool:
    """Whether a common noun stands before a role, and is a name nowhere in the article: "Wool broker"."""
    parse, word = context.parse, context.parse.lower[token]
    if parse.entity_of[token] >= 0 or known_nouns().get(word, UNKNOWN).sort in _NO_TOPICS:
        return False
    if token + 1 >= len(parse) or not context.gazetteer.noun(parse.lower[token + 1]).is_person:
        return False
    return not any(parse.lower[other] == word and not opens_sentence(parse, other) for other in parse.capitals)


def _is_number_in_name(context: Context, token: int) -> bool:
    """Whether a number with a capital stands before a proper noun within a sentence: "the party, One Ohio"."""
    parse = context.parse
    if parse.tags[token] != labels.NUMBER_TAG or not parse.words[token].istitle() or opens_sentence(parse, token):
        return False
    follows = parse.tags[token + 1 : token + 2]
    return not parse.words[token - 1][:1].isupper() and bool(follows) and follows[0] in labels.PROPER_TAGS


def _is_month_of_somebody(context: Context, token: int) -> bool:
    """Whether a month is somebody's surname, behind a given name or a title and before no number."""
    parse = context.parse
    if parse.lower[token] not in _MONTHS or parse.tags[token] != labels.PROPER_NOUN or not token:
        return False
    if token + 1 < len(parse) and parse.words[token + 1][:1].isdigit():
        return False
    before = parse.lower[token - 1]
    given = context.is_given(token - 1) and before not in _CALENDAR and parse.words[token - 1][:1].isupper()
    return given or bool(context.gazetteer.titles.get((before,)))


def _is_apostrophed(context: Context, token: int) -> bool:
    word, written = context.parse.lower[token], context.parse.words[token]
    return len(word) > _LETTERS and word[:2] in ("o'", "d'") and written[2].isupper() and word[2:].isalpha()


RULES: tuple[Rule, ...] = (
    rule(
        values.Capital,
        "span-proper-noun",
        "capitalised proper nouns are names; days, and words that are small where they open no sentence, are not",
        _is_proper,
        Example("Did Hall come?", "Hall", "Hall"),
        Example("They won the Acme cup.", "Acme", "Acme"),
    ),
    rule(
        values.Capital,
        "span-unknown-word",
        "a word that is no noun of English opens a sentence before somebody's role and name",
        _is_unknown_before_role,
        Example("AgrarCo farmer Peter Hall said it was late.", "AgrarCo", "AgrarCo"),
        Example("AgrarCo agent Anna Hall said it was late.", "AgrarCo", "AgrarCo"),
    ),
    rule(
        values.Capital,
        "span-before-post",
        "a capitalised word before a post that bodies have and its holder is a name, whatever its tag",
        _is_before_post,
        Example("It was late, said Fresh chief executive Peter Hall.", "Fresh", "Fresh"),
        Example("It was late, says Go Ahead managing director Peter Hall.", "Go Ahead", "Go Ahead"),
        Example("Elders' chief executive Anna Brown said it was late.", "Elders", "Elders"),
    ),
    rule(
        values.Capital,
        "span-inner-capital",
        "a word with small letters before a capital is a firm's name",
        lambda context, token: is_camel(context.parse.words[token]),
        Example("She works at quikMart.", "quikMart", "quikMart"),
        Example("An easyTrip spokesman said it was late.", "easyTrip", "easyTrip"),
    ),
    rule(
        values.Capital,
        "span-number-word",
        "a number with a capital before a proper noun is part of the name, where it opens no sentence",
        _is_number_in_name,
        Example("The agency, One Tarn, said it was late.", "One Tarn", "One Tarn"),
        Example("He joined One Brellan in May.", "One Brellan", "One Brellan"),
    ),
    rule(
        values.Capital,
        "span-month",
        "a month after a given name or a title is a surname",
        _is_month_of_somebody,
        Example("The vote was a defeat for Theresa May and her party.", "May", "May"),
        Example("She met Mr. March in Leeds.", "March", "March"),
    ),
    rule(
        values.Capital,
        "span-website",
        "a word that ends like a web address is a name, whatever its tag",
        lambda context, token: len(context.parse.words[token]) > 6 and context.parse.lower[token].endswith(_DOMAINS),
        Example("It was sold through GardenTool.com for ten pounds.", "GardenTool.com", "GardenTool.com"),
        Example("The seller listed the boat on BoatMarket.net for a month.", "BoatMarket.net", "BoatMarket.net"),
    ),
    rule(
        values.Capital,
        "span-apostrophe",
        "O or D, an apostrophe and a capital begin a surname, whatever its tag",
        _is_apostrophed,
        Example("We met O’Hara and D’Amato at noon.", "D’Amato", "D’Amato"),
        Example("A letter to D’Souza was never read.", "D’Souza", "D’Souza"),
    ),
)
