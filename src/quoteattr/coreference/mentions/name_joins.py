"""Neighbouring spans that are one name, and what completes a name."""

from __future__ import annotations

from collections.abc import Container, Iterable
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import zip_longest

from quoteattr.coreference.mentions import member_joins
from quoteattr.coreference.mentions.capitals import opens_sentence
from quoteattr.coreference.mentions.people_spans import is_named_as_body, is_somebody
from quoteattr.coreference.mentions.titles import titles_before
from quoteattr.coreference.mentions.values import Completion, Context, Join, NameSpan, Pair, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import labels

__all__ = ["RULES", "names_of"]

_GAP, _FULL = 6, 2
"""Tokens between two spans that are one name, at most; words of a full name."""
_JOINS = word_list("mentions", "joins")
_PLACED = word_list("mentions", "bodies_with_of")
_OFFICES = word_list("mentions", "offices")
_NO_INSTITUTIONS = word_list("mentions", "no_institutions")
_BRANCHES = word_list("mentions", "parties_of_states")
_PARTIES = word_list("mentions", "party_names")
_PRINTED = word_list("mentions", "magazine_nouns")
_GOVERNMENT = "government"
_NATIONAL = word_list("mentions", "nationwide")
_NAMED = 3
"""Words of a role and a name."""
_FEDERAL = {("u.s.", "court"), ("us", "court")}
_PEOPLE = (labels.PERSON_ENTITY, "")
_SEAT = word_list("mentions", "office_prepositions")
_PEOPLES = (labels.GROUP_ENTITY, labels.GEOPOLITICAL_ENTITY)
_AND = (("and",), ("and", "the"))
_ARTICLE = ((), ("the",))
_SUFFIXED = ((), (",",))


def names_of(context: Context, spans: Iterable[NameSpan]) -> list[NameSpan]:
    """The spans of a sentence: joined where they are one name, and completed."""
    merged: list[NameSpan] = []
    for span in spans:
        while merged and (joined := _joined(context, merged[-1], span)) is not None:
            merged.pop()
            span = joined
        merged.append(span)
    for completion in context.of(Completion) if merged else ():
        merged = [span if span.told else completion.complete(context, span) for span in merged]
    return [one for one, following in zip_longest(merged, merged[1:]) if not _is_inside(one, following)]


def _is_inside(span: NameSpan, following: NameSpan | None) -> bool:
    """Whether the next name has been completed by a whole name."""
    return following is not None and following.start <= span.start


def _joined(context: Context, left: NameSpan, right: NameSpan) -> NameSpan | None:
    """Two neighbouring spans as one name, where they are one."""
    if right.start - left.end > _GAP:
        return None
    lower = context.parse.lower
    if (left.told or right.told) and lower[right.end - 1] not in context.gazetteer.person_suffixes:
        return None
    between = tuple(lower[left.end : right.start])
    pair = Pair(context, left, right, between, (left.label, right.label), lower[left.end - 1], lower[right.end - 1])
    for join in context.of(Join):
        if join.applies(pair):
            return NameSpan(left.start, right.end, join.label or left.label, told=left.told)
    return None


def _is_institution(pair: Pair) -> bool:
    if not pair.between or pair.between[0] not in _JOINS or pair.between[1:] not in _ARTICLE:
        return False
    ends = pair.context.ends_organisation(pair.left.end) or (pair.between[0] == "of" and pair.first in _PLACED)
    organisation = labels.PERSON_ENTITY not in pair.labels and ends
    if organisation and is_somebody(pair):
        return False
    return organisation and pair.first not in _NO_INSTITUTIONS


def _is_branch(pair: Pair) -> bool:
    if pair.between != ("of",) or pair.labels != (labels.ORGANISATION_ENTITY, labels.GEOPOLITICAL_ENTITY):
        return False
    left = pair.left
    return left.end - left.start == 1 and len(pair.first) > 2 and pair.context.parse.words[left.start].isupper()


def _is_office(pair: Pair) -> bool:
    context, left, right = pair.context, pair.left, pair.right
    if pair.between not in _AND or labels.PERSON_ENTITY in pair.labels or context.ends_organisation(right.end):
        return False
    lower = context.parse.lower
    offices = [token for token in range(left.start, left.end - 2) if lower[token] in _OFFICES]
    if not offices or lower[offices[-1] + 1] not in _JOINS or lower[right.start] in _OFFICES:
        return False
    return not context.parse.words[right.start].isupper() and not context.is_known(right.start, right.end)


def _is_listed(pair: Pair) -> bool:
    return not pair.between and pair.context.is_known(pair.left.start, pair.right.end)


def _is_named_again(pair: Pair) -> bool:
    """Whether the model takes the two for one organisation elsewhere in the article."""
    if pair.between or labels.PERSON_ENTITY in pair.labels:
        return False
    parse, left, right = pair.context.parse, pair.left, pair.right
    size = right.end - left.start
    same = (
        one.label == labels.ORGANISATION_ENTITY and one.end - one.start == size
        for one in parse.entities
        if parse.lower[one.start] == parse.lower[left.start]
        and parse.lower[one.start : one.end] == parse.lower[left.start : right.end]
    )
    return any(same)


def _is_particle(pair: Pair) -> bool:
    particles = pair.context.gazetteer.nobiliary
    if not pair.between or pair.left.label not in _PEOPLE or not particles.issuperset(pair.between):
        return False
    entity_of, end = pair.context.parse.entity_of, pair.left.end
    one_entity = pair.left.label == labels.PERSON_ENTITY and entity_of[end] == entity_of[end - 1]
    return one_entity or pair.right.label in _PEOPLE


def _is_local_paper(pair: Pair) -> bool:
    context, left, right = pair.context, pair.left, pair.right
    if pair.between:
        return False
    if left.label == labels.GEOPOLITICAL_ENTITY and context.text(right.start, right.end) in context.gazetteer.media:
        return True
    start, last = left.start, left.end - 1
    place = start == last or context.text(start, last) in context.gazetteer.places
    return place and not right.label and context.text(last, right.end) in context.gazetteer.media


def _is_suffix(pair: Pair) -> bool:
    if pair.between not in _SUFFIXED or pair.left.label == labels.GEOPOLITICAL_ENTITY:
        return False
    return pair.right.end - pair.right.start == 1 and pair.last in pair.context.gazetteer.person_suffixes


def _is_party_of_state(pair: Pair) -> bool:
    context, left, right = pair.context, pair.left, pair.right
    if pair.between or left.label not in _PEOPLES:
        return False
    if left.label == labels.GROUP_ENTITY and pair.last != _GOVERNMENT:
        return False
    party = context.text(right.start, right.end) in _BRANCHES
    return party and context.text(left.start, left.end) in context.gazetteer.places


def _is_surname(pair: Pair) -> bool:
    context, left, right = pair.context, pair.left, pair.right
    if pair.between or left.label not in _PEOPLE or right.end - right.start > 2 or context.ends_organisation(right.end):
        return False
    if _is_in_other_phrase(pair):
        return False
    words = range(left.start, left.end)
    return all(context.is_given(one) or len(context.parse.words[one].rstrip(".")) == 1 for one in words)


def _is_in_other_phrase(pair: Pair) -> bool:
    """Whether the left span is what a preposition governs, and the right one no part of that: "of Ontario Ann Hale"."""
    parse, last, right = pair.context.parse, pair.left.end - 1, pair.right
    if parse.deps[last] != labels.PREPOSITION_OBJECT:
        return _is_seat(pair)
    return not any(pair.left.start <= parse.heads[token] <= last for token in range(right.start, right.end))


def _is_seat(pair: Pair) -> bool:
    """Whether the right span is a full name, and the left one what its bearer stands for: "TD for Mayo Ciara Hale"."""
    context, before = pair.context, pair.left.start - 1
    lower = context.parse.lower
    if before < 1 or lower[before] not in _SEAT or pair.right.end - pair.right.start == 1:
        return False
    return context.is_given(pair.right.start) and context.gazetteer.noun(lower[before - 1]).is_person


def _ends_organisation(pair: Pair) -> bool:
    context, right = pair.context, pair.right
    role = context.gazetteer.noun(pair.first).is_person and right.end - right.start == _FULL
    if pair.between or (right.label == labels.PERSON_ENTITY and (role or pair.left.label in _PEOPLES)):
        return False
    short = pair.right.end - pair.right.start == 1 or "" in pair.labels or (pair.first, pair.last) in _FEDERAL
    return short and pair.last in context.gazetteer.organisation_endings


def _begins_organisation(pair: Pair) -> bool:
    bare = not pair.between and pair.labels == ("", labels.ORGANISATION_ENTITY)
    return bare and pair.first not in pair.context.gazetteer.places


def _with_particles(context: Context, span: NameSpan) -> NameSpan:
    parse, begin = context.parse, span.start
    if parse.lower[begin - 1] not in context.gazetteer.nobiliary:
        return span
    first = parse.sentences[parse.sentence_of[begin]][0]
    while begin > first and parse.words[begin - 1].islower() and parse.lower[begin - 1] in context.gazetteer.nobiliary:
        begin -= 1
    if begin == span.start:
        return span
    numbers = parse.entity_of[begin : span.start]
    person = any(number >= 0 and parse.entities[number].label == labels.PERSON_ENTITY for number in numbers)
    if person or titles_before(parse, begin, context.titles, context.gazetteer)[0]:
        return NameSpan(begin, span.end, labels.PERSON_ENTITY)
    return span


def _with_noun(context: Context, span: NameSpan, nouns: AbstractSet[str], names: Container[str]) -> NameSpan:
    """A span with the noun after it, if that is one of these nouns and the span one of these names."""
    parse, end = context.parse, span.end
    if nouns.isdisjoint(parse.lower[end : end + 1]) or context.text(span.start, end) not in names:
        return span
    if end == parse.sentences[parse.sentence_of[span.start]][1] or parse.region_of[end] != parse.region_of[span.start]:
        return span
    return NameSpan(span.start, end + 1, labels.ORGANISATION_ENTITY)


def _without_role(context: Context, span: NameSpan) -> NameSpan:
    start = span.start
    own = context.parse.lower[start] not in _NATIONAL  # no "National Grace Church"
    surname = own and span.end - start == _NAMED and is_named_as_body(context, span.end)
    while (span.label in _PEOPLE or surname) and span.end - start > 2 and _is_role(context, start):
        start += 1
    return NameSpan(start, span.end, span.label, context.text(span.start, start)) if start > span.start else span


def _is_role(context: Context, token: int) -> bool:
    person = context.parse.entity_labels[token + 1] == labels.PERSON_ENTITY and opens_sentence(context.parse, token)
    if context.is_given(token) or not (person or context.is_given(token + 1)):
        return False
    return context.gazetteer.noun(context.parse.lower[token]).is_person


_organisation = partial(Join, label=labels.ORGANISATION_ENTITY)
_person = partial(Join, label=labels.PERSON_ENTITY)

RULES: tuple[Rule, ...] = (
    rule(
        _organisation,
        "span-of",
        "the name of an institution continues after of, for or on",
        _is_institution,
        Example(
            "The Ohio Coalition for the Homeless sued.",
            "Ohio Coalition for the Homeless",
            "Ohio Coalition for the Homeless",
        ),
        Example("The Foundation for Anna met.", "Foundation for Anna", "Foundation for Anna"),
    ),
    rule(
        _organisation,
        "span-for",
        "people of a nation or party who are for something call their group so",
        lambda pair: pair.between == ("for",) and pair.left.label == labels.GROUP_ENTITY and pair.first.endswith("s"),
        Example("Americans for Prosperity ran an ad.", "Americans for Prosperity", "Americans for Prosperity"),
        Example("Muslims for Peace met.", "Muslims for Peace", "Muslims for Peace"),
    ),
    rule(
        _organisation,
        "span-branch",
        "an acronym and of before a place name a branch of an organisation",
        _is_branch,
        Example("The ACLU of Oregon sued.", "ACLU of Oregon", "ACLU of Oregon"),
        Example("The NAACP of Texas sued.", "NAACP of Texas", "NAACP of Texas"),
    ),
    *member_joins.RULES,
    rule(
        _organisation,
        "span-and",
        "the name of a ministry or commission lists with and what it is for",
        _is_office,
        Example(
            "The Department for Education and Skills was shut.",
            "Department for Education and Skills",
            "Department for Education and Skills",
        ),
        Example(
            "The Department of Fish and Game was shut.", "Department of Fish and Game", "Department of Fish and Game"
        ),
    ),
    rule(
        _organisation,
        "span-listed",
        "two names that are one in the lists are one name",
        _is_listed,
        Example("The Liberal Democrats are promising to cut class sizes.", "Liberal Democrats", "Liberal Democrats"),
        Example("Liberal Democrats said it was late.", "Liberal Democrats", "Liberal Democrats"),
    ),
    rule(
        _organisation,
        "span-named-again",
        "two names that the model takes for one organisation elsewhere in the article are one name",
        _is_named_again,
        Example("Energy Ohio said it was late. Energy Ohio's Peter Hale left.", "Energy Ohio", "Energy Ohio"),
        Example("Energy Norway said it was late. Energy Norway's Anna Brown left.", "Energy Norway", "Energy Norway"),
    ),
    rule(
        _person,
        "span-particle",
        "particles such as van and della join a given name and a surname",
        _is_particle,
        Example("Guido della Brella was there.", "Guido della Brella", "Guido della Brella"),
        Example("He thanked Ilse van den Berg.", "Ilse van den Berg", "Ilse van den Berg"),
    ),
    rule(
        _organisation,
        "span-local-paper",
        "the place before a listed newspaper is part of the newspaper's name",
        _is_local_paper,
        Example(
            "The New Hampshire Union Leader wrote about it.", "New Hampshire Union Leader", "New Hampshire Union Leader"
        ),
        Example(
            "She wrote for the New Hampshire Union Leader.", "New Hampshire Union Leader", "New Hampshire Union Leader"
        ),
    ),
    rule(
        Join,
        "span-suffix",
        "Jr. and similar suffixes belong to the name before them",
        _is_suffix,
        Example("Anna Hall's brother, Peter Hall, Jr., left.", "Peter Hall, Jr.", "Peter Hall, Jr."),
        Example("Donald Smith, Jr., 38, was there.", "Donald Smith, Jr.", "Donald Smith, Jr."),
    ),
    rule(
        _organisation,
        "span-state-party",
        "a state and a party name the party's branch in that state",
        _is_party_of_state,
        Example("The Ohio GOP was glad.", "Ohio GOP", "Ohio GOP"),
        Example("The New Hampshire GOP met on Friday.", "New Hampshire GOP", "New Hampshire GOP"),
    ),
    rule(
        _person,
        "span-given-surname",
        "a given name continues with the surname after it",
        _is_surname,
        Example("Jamal Wu spoke.", "Jamal Wu", "Jamal Wu"),
        Example(
            "The Clinton Presidential Library was shut.", "Clinton Presidential Library", "Clinton Presidential Library"
        ),
    ),
    rule(
        _organisation,
        "span-organisation-word",
        "an organisation word ends the name before it",
        _ends_organisation,
        Example("The U.S. Capitol was shut.", "U.S. Capitol", "U.S. Capitol"),
        Example("The French Senate met.", "French Senate", "French Senate"),
    ),
    rule(
        _organisation,
        "span-unlabelled",
        "a capitalised word right before an organisation is the first word of its name",
        _begins_organisation,
        Example("Interim DNC Chairwoman Donna Hall said it was late.", "Interim DNC", "Interim DNC"),
        Example("The Outer NASA was there.", "Outer NASA", "Outer NASA"),
    ),
    rule(
        Completion,
        "span-small-particle",
        "particles in lower case belong to the surname after them, if a title or the model says that it is a person's",
        _with_particles,
        Example("Mr. de Vos was glad.", "de Vos", "de Vos"),
        Example("They hunted bin Laden for years.", "bin Laden", "bin Laden"),
    ),
    rule(
        Completion,
        "span-magazine",
        "magazine or newspaper after the name of one is part of the name",
        lambda context, span: _with_noun(context, span, _PRINTED, context.gazetteer.media),
        Example("Time magazine named her.", "Time magazine", "Time magazine"),
        Example("The Daily Mail newspaper was wrong.", "Daily Mail newspaper", "Daily Mail newspaper"),
    ),
    rule(
        Completion,
        "span-party",
        "party after the name of one is part of the name",
        lambda context, span: _with_noun(context, span, {"party"}, _PARTIES),
        Example("The Republican party was glad.", "Republican party", "Republican party"),
        Example("The Labour party lost.", "Labour party", "Labour party"),
    ),
    rule(
        Completion,
        "span-role",
        "a person noun before a given name tells the person's role and is not part of the name",
        _without_role,
        Example("Moderator Hugh Hall asked her.", "Hugh Hall", "Hugh Hall"),
        Example("Farmer Geoff Brooks left.", "Geoff Brooks", "Geoff Brooks"),
        Example("Novelist Nguyen Thi Lan said it was late.", "Nguyen Thi Lan", "Nguyen Thi Lan"),
    ),
)
