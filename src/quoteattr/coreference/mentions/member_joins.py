"""Names of bodies that tell who is in them, or what they are for: "Pastoralists and Graziers Association"."""

from __future__ import annotations

from functools import partial

from quoteattr.coreference.mentions.name_spans import is_tight
from quoteattr.coreference.mentions.values import Completion, Context, Join, Link, NameSpan, Nickname, Pair, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.names import common_given_names
from quoteattr.syntax import labels

__all__ = ["RULES"]

_SAINTS = word_list("mentions", "saints")
_TOPICS = word_list("mentions", "topics")
_NATIONAL = word_list("mentions", "countries_of_bodies")
_REGIONS = word_list("mentions", "regions_of_countries")
_GROUPS = word_list("mentions", "owners_of_bodies")
_POSSESSIVES = (("'s",), ("'s", "and"))
_PARTIES = word_list("mentions", "party_names")
_ANALYSTS = word_list("mentions", "employees")
_FOR = word_list("mentions", "between_role_and_employer")
_LISTED = ((",",), ("and",))
_COURT, _CIRCUIT = "court", "circuit"
_CLAUSE = 6
"""Tokens before a firm among which its analyst is looked for."""
_BODIES = word_list("mentions", "bodies_of_places")
_ARTICLES = word_list("mentions", "articles")
_PAIR = 2
"""Words of the name of a national body behind "and", and of another one at least."""
_COOPERATIVES = word_list("mentions", "cooperatives")
_COOPERATIVE = 3
"""Tokens of "Co-operative"."""
_WORDS = 6
"""Tokens of a name before a place in brackets, at most."""


def _is_topic(pair: Pair) -> bool:
    if pair.between != ("and",) or pair.right.label == labels.PERSON_ENTITY:
        return False
    if pair.first in _TOPICS:
        national = pair.last in pair.context.gazetteer.places and pair.right.end - pair.right.start == 2
        return national or pair.context.ends_organisation(pair.right.end)
    return pair.context.ends_organisation(pair.right.end) and _are_members(pair)


def _is_circuit(pair: Pair) -> bool:
    """Whether "for" and a circuit stand behind a court: "Court of Appeals for the Ninth Circuit"."""
    court = _COURT in pair.context.parse.lower[pair.left.start : pair.left.end]
    return court and pair.between == ("for", "the") and pair.last == _CIRCUIT


def _is_possessive(pair: Pair) -> bool:
    """Whether a body is named after the people whose it is: "People's Alliance", "Women's and Children's Hospital"."""
    if pair.first not in _GROUPS or pair.between not in _POSSESSIVES:
        return False
    words = pair.context.parse.lower[pair.right.start : pair.right.end]
    return not pair.context.gazetteer.organisation_words.isdisjoint(words)


def _are_members(pair: Pair) -> bool:
    """Whether the members of a body stand on either side of "and": "Pastoralists and Graziers Association"."""
    words = pair.first, pair.context.parse.lower[pair.right.start]
    return all(pair.context.gazetteer.noun(word, labels.PLURAL_NOUN).is_people for word in words)


def _is_of_people(pair: Pair) -> bool:
    """Whether a nation or a faith stands before those who call themselves so: "Muslim Advocates"."""
    context, right = pair.context, pair.right
    if pair.between or pair.left.label != labels.GROUP_ENTITY or right.label not in ("", labels.ORGANISATION_ENTITY):
        return False
    parse, word = context.parse, pair.last
    noun = context.gazetteer.noun(word, labels.PLURAL_NOUN)
    alone = right.end - right.start == 1 and parse.tags[right.start] in labels.PROPER_TAGS and word.endswith("s")
    return alone and noun.is_people and noun.base not in context.gazetteer.partisans and pair.first not in _PARTIES


def _is_nationwide(pair: Pair) -> bool:
    """Whether a common noun with a capital stands right before a country: "Nutrition Australia"."""
    context, left, right = pair.context, pair.left, pair.right
    if pair.between or left.end - left.start > 1 or left.label in labels.PLACE_ENTITIES or right.end - right.start > 1:
        return False
    parse, word = context.parse, pair.first
    country = right.label == labels.GEOPOLITICAL_ENTITY and pair.last in _NATIONAL
    noun = parse.tags[left.start] == labels.PROPER_NOUN and word not in context.gazetteer.places
    joined = parse.deps[left.start] == labels.COMPOUND
    return country and noun and joined and not context.is_given(left.start) and word not in _REGIONS


def _is_slash(pair: Pair) -> bool:
    organisations = labels.PERSON_ENTITY not in pair.labels
    return organisations and pair.between == ("/",) and is_tight(pair.context.parse, pair.left.end)


def _whole_name(context: Context, token: int, end: int) -> NameSpan | None:
    """The listed name with small words in it that begins at a token: "Save the Children"."""
    parse, words = context.parse, context.parse.lower
    for name in context.gazetteer.whole_names.get(words[token], ()):
        stop = token + len(name)
        written = stop <= end and parse.words[token][:1].isupper() and parse.words[stop - 1][:1].isupper()
        if written and tuple(words[token:stop]) == name:
            return NameSpan(token, stop, labels.ORGANISATION_ENTITY)
    return None


def _is_ampersand(context: Context, token: int) -> bool:
    """Whether "&" stands between two words with capitals that are not two people: "Hale & Sons"."""
    parse = context.parse
    if parse.words[token] != "&" or not 0 < token < len(parse) - 1:
        return False
    beside = (token - 1, token + 1)
    if not all(parse.words[one][:1].isupper() for one in beside):
        return False
    people = (
        parse.entity_labels[one] == labels.PERSON_ENTITY or parse.lower[one] in common_given_names() for one in beside
    )
    return context.is_known(token - 1, token + 2) or not any(people)


def _is_saint(pair: Pair) -> bool:
    """Whether a saint stands in the possessive before a word for bodies: "St Mary's Hospital"."""
    saint = pair.context.parse.lower[pair.left.start] in _SAINTS and pair.left.end - pair.left.start > 1
    single = pair.right.end - pair.right.start == 1
    return saint and single and pair.between == ("'s",) and pair.context.ends_organisation(pair.right.end)


def _is_partnership(pair: Pair) -> bool:
    """Whether the names of an analyst's partners are that of a firm: "analyst at Hale, Ball and Reed Inc"."""
    parse, start, end = pair.context.parse, pair.left.start, pair.right.end
    if pair.between not in _LISTED or start < 2 or parse.lower[start - 1] not in _FOR or not _has_analyst(pair):
        return False
    if pair.between == (",",):
        return parse.lower[end : end + 1] == ["and"]
    single = pair.left.end - start == 1 == end - pair.right.start
    return single or parse.lower[end - 1] in pair.context.gazetteer.company_suffixes


def _has_analyst(pair: Pair) -> bool:
    """Whether an analyst or a broker stands before the names in the same clause."""
    before = pair.context.parse.lower[max(0, pair.left.start - _CLAUSE) : pair.left.start - 1]
    return not _ANALYSTS.isdisjoint(before) and "," not in before[-1:]


def _with_body(context: Context, span: NameSpan) -> NameSpan:
    """The name of a place with the noun behind it for a body that it has: "Halden prison", "the Halden mosque"."""
    parse, end = context.parse, span.end
    if span.label not in labels.PLACE_ENTITIES or end >= parse.sentences[parse.sentence_of[span.start]][1]:
        return span
    if parse.words[end] not in _BODIES or parse.region_of[end] != parse.region_of[span.start]:
        return span
    return NameSpan(span.start, end + 1, labels.ORGANISATION_ENTITY)


def _with_topic(context: Context, span: NameSpan) -> NameSpan:
    """The name of a body with the topic that opens the sentence before "and": "Meat and Livestock Australia"."""
    parse, start = context.parse, span.start - 2
    if start != parse.sentences[parse.sentence_of[span.start]][0] or parse.lower[start + 1] != "and":
        return span
    if parse.lower[start] not in _TOPICS:
        return span
    national = parse.lower[span.end - 1] in context.gazetteer.places and span.end - span.start == _PAIR
    body = national or (span.end - span.start >= _PAIR and context.ends_organisation(span.end))
    return NameSpan(start, span.end, labels.ORGANISATION_ENTITY) if body else span


def _with_owners(context: Context, span: NameSpan) -> NameSpan:
    """The name of a body with those whose it is: "Northern Graziers' Association", "Nurses and Midwives' Union"."""
    parse, start = context.parse, span.start
    if start < _PAIR or parse.lower[start - 1] != "'" or not context.ends_organisation(span.end):
        return span
    first = parse.sentences[parse.sentence_of[start]][0]
    owners = start - _PAIR
    if not _are_people(context, owners):
        return span
    while owners > first and (parse.words[owners - 1][:1].isupper() or _joins_people(context, owners - 1)):
        owners -= 1
    owners += parse.lower[owners] in _ARTICLES
    return NameSpan(owners, span.end, labels.ORGANISATION_ENTITY)


def _are_people(context: Context, token: int) -> bool:
    parse = context.parse
    return parse.words[token][:1].isupper() and context.gazetteer.noun(parse.lower[token], labels.PLURAL_NOUN).is_people


def _joins_people(context: Context, token: int) -> bool:
    return token > 0 and context.parse.lower[token] == "and" and _are_people(context, token - 1)


def _with_cooperative(context: Context, span: NameSpan) -> NameSpan:
    """The name of a body with its last word, which a hyphen parts: "Halden Growers Co-operative"."""
    parse, end = context.parse, span.end
    start = end - (parse.lower[end - 1] == "co")
    whole = "".join(parse.lower[start : start + _COOPERATIVE]) in _COOPERATIVES and parse.words[start][:1].isupper()
    if not whole or span.end - span.start == 1:
        return span
    return NameSpan(span.start, start + _COOPERATIVE, labels.ORGANISATION_ENTITY)


def _is_around_place(pair: Pair) -> bool:
    """Whether a place in brackets stands in the name of a company: "Halden (Hong Kong) Ltd"."""
    context, left, right = pair.context, pair.left, pair.right
    parse, suffixes = context.parse, context.gazetteer.company_suffixes
    if pair.between == ("(",) and left.end - left.start <= _WORDS:
        closed = parse.lower[right.end : right.end + 1] == [")"]
        company = any(word in suffixes for word in parse.lower[right.end + 1 : right.end + 4])
        return closed and company and context.text(right.start, right.end) in context.gazetteer.places
    return pair.between == (")",) and "(" in parse.words[left.start : left.end] and pair.last in suffixes


_organisation = partial(Join, label=labels.ORGANISATION_ENTITY)

RULES: tuple[Rule, ...] = (
    rule(
        _organisation,
        "span-circuit",
        "a court of appeals is named with its circuit",
        _is_circuit,
        Example(
            "The U.S. Court of Appeals for the Sixth Circuit said it was late.",
            "U.S. Court of Appeals for the Sixth Circuit",
            "U.S. Court of Appeals for the Sixth Circuit",
        ),
        Example(
            "A judge on the U.S. Court of Appeals for the Ninth Circuit was late.",
            "U.S. Court of Appeals for the Ninth Circuit",
            "U.S. Court of Appeals for the Ninth Circuit",
        ),
    ),
    rule(
        _organisation,
        "span-partners",
        "the names of partners behind an analyst and at, for or of are the name of a firm",
        _is_partnership,
        Example(
            "An analyst at Prescott, Ball and Turner Inc said it was late.",
            "Prescott, Ball and Turner Inc",
            "Prescott, Ball and Turner Inc",
        ),
        Example("Analyst Ada Hale of Ingham and Snell said it was late.", "Ingham and Snell", "Ingham and Snell"),
    ),
    rule(
        Completion,
        "span-local-body",
        "a place and the noun for a body that it has are the name of that body",
        _with_body,
        Example("A director of the Melbourne mosque was late.", "Melbourne mosque", "Melbourne mosque"),
        Example("A spokeswoman for the Tulsa hospital was late.", "Tulsa hospital", "Tulsa hospital"),
    ),
    rule(
        _organisation,
        "span-people",
        "a nation or a faith and what its members are, with a capital, is the name of their group",
        _is_of_people,
        Example("She works for Muslim Advocates in Leeds.", "Muslim Advocates", "Muslim Advocates"),
        Example("She spoke for Jewish Veterans.", "Jewish Veterans", "Jewish Veterans"),
    ),
    rule(
        _organisation,
        "span-nationwide",
        "a common noun with a capital right before a country is the name of a body of that country",
        _is_nationwide,
        Example("According to Wool Scotland, it rained.", "Wool Scotland", "Wool Scotland"),
        Example("A director of Wool Scotland was late.", "Wool Scotland", "Wool Scotland"),
    ),
    rule(
        _organisation,
        "span-owners",
        "a body may be named after the people whose it is, in the possessive",
        _is_possessive,
        Example(
            "She joined the People's Alliance Against Child Hunger in May.",
            "People's Alliance Against Child Hunger",
            "People's Alliance Against Child Hunger",
        ),
        Example(
            "She works at the Women's and Children's Hospital.",
            "Women's and Children's Hospital",
            "Women's and Children's Hospital",
        ),
    ),
    rule(
        _organisation,
        "span-topic",
        "two topics that and joins before an organisation word are one name",
        _is_topic,
        Example("The Culture and Tourism Agency was shut.", "Culture and Tourism Agency", "Culture and Tourism Agency"),
        Example(
            "The Fish and Wildlife Service said it was late.", "Fish and Wildlife Service", "Fish and Wildlife Service"
        ),
        Example(
            "They asked the Pastoralists and Graziers Association.",
            "Pastoralists and Graziers Association",
            "Pastoralists and Graziers Association",
        ),
    ),
    rule(
        Completion,
        "span-opening-topic",
        "a topic that opens a sentence before and belongs to the name of the body behind it",
        _with_topic,
        Example(
            "Meat and Livestock Australia said it was late.",
            "Meat and Livestock Australia",
            "Meat and Livestock Australia",
        ),
        Example(
            "Grains and Livestock Scotland said it was late.",
            "Grains and Livestock Scotland",
            "Grains and Livestock Scotland",
        ),
    ),
    rule(
        Completion,
        "span-plural-owners",
        "people in the plural possessive belong to the name of their body",
        _with_owners,
        Example(
            "The Nurses and Midwives' Union said it was late.",
            "Nurses and Midwives' Union",
            "Nurses and Midwives' Union",
        ),
        Example("The Growers' Guild met.", "Growers' Guild", "Growers' Guild"),
    ),
    rule(
        Completion,
        "span-cooperative",
        "a hyphen stands in the last word of the name of a co-operative",
        _with_cooperative,
        Example(
            "She asked the Halden Growers Co-operative.", "Halden Growers Co-operative", "Halden Growers Co-operative"
        ),
        Example("The Ohio Dairy Co-op was shut.", "Ohio Dairy Co-op", "Ohio Dairy Co-op"),
    ),
    rule(
        _organisation,
        "span-place-in-brackets",
        "a place in brackets belongs to the name of a company that goes on behind it",
        _is_around_place,
        Example("HMB (United Kingdom) Ltd said it was late.", "HMB (United Kingdom) Ltd", "HMB (United Kingdom) Ltd"),
        Example("They sold HMB (Australia) Ltd in May.", "HMB (Australia) Ltd", "HMB (Australia) Ltd"),
    ),
    rule(
        _organisation,
        "span-slash",
        "a slash without spaces joins two organisations that act together",
        _is_slash,
        Example("A CNN/ORC poll found that it was late.", "CNN/ORC", "CNN/ORC"),
        Example("The Reuters/Ipsos poll was wrong.", "Reuters/Ipsos", "Reuters/Ipsos"),
    ),
    rule(
        Nickname,
        "span-listed-whole",
        "a listed name with small words in it is one name, whatever the tagger makes of these",
        _whole_name,
        Example("Save the Children's Peter Hall was there.", "Save the Children", "Save the Children"),
        Example("Help the Aged said it was late.", "Help the Aged", "Help the Aged"),
    ),
    rule(
        Link,
        "span-ampersand",
        "& joins two capitalised words",
        _is_ampersand,
        Example("Peter Hall, the Hale & Reed director, was there.", "Hale & Reed", "Hale & Reed"),
        Example("They met the Orbex & Poole chairman.", "Orbex & Poole", "Orbex & Poole"),
    ),
    rule(
        _organisation,
        "span-saint",
        "a saint in the possessive belongs to the name of the hospital, school or church behind it",
        _is_saint,
        Example("She works at St Mary's Hospital.", "St Mary's Hospital", "St Mary's Hospital"),
        Example("St Anne's School was shut.", "St Anne's School", "St Anne's School"),
    ),
)
