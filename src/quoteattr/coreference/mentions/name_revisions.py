"""Names once all are known: roles that are no given names, and surnames that two given names share."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from attrs import evolve

from quoteattr.coreference.mentions.values import Context, Name, Revision, key_of, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.forms import table
from quoteattr.lexicon.lists import mark_set, word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.syntax import labels

__all__ = ["RULES"]

_AND = word_list("mentions", "name_joins")
_BEFORE_PARTY = mark_set("before_parties")
_LETTERS = word_list("mentions", "letters_behind_names")
_OFFICES = word_list("mentions", "offices_in_capitals")
_BEHIND_POSTS = word_list("mentions", "behind_posts")
_RANKS = word_list("affiliation", "ranks_of_posts")
_LORD = "lord"
_PARTICIPLES = ("ed", "ing")
_LOOSE = word_list("mentions", "no_given_names")
_SHORT = 2
"""Words of an office at most that may be a name."""


def _without_roles(context: Context, names: Sequence[Name], surnames: Container[str]) -> list[Name]:
    """Names of one word without the word before them that is no given name: "Rocker Hall", "Pensioner Anna"."""
    given = {name.key[0] for name in names if len(name.key) > 1 and context.is_given(name.start)}
    return [
        _without_role(context, name) if (name.key[-1] in surnames or name.key[-1] in given) and not name.told else name
        for name in names
    ]


def _without_role(context: Context, name: Name) -> Name:
    role = name.key[0]
    if len(name.key) != 2 or name.end - name.start != 2 or context.parse.lower[name.start] != role:
        return name
    if role not in _LOOSE and (context.is_given(name.start) or not _tells_what(context, name)):
        return name
    return evolve(name, start=name.start + 1, key=name.key[1:], titles=(*name.titles, role))


def _tells_what(context: Context, name: Name) -> bool:
    """Whether the first word of a name tells what its bearer is, or opens a sentence and tells how: "Defeated Hall"."""
    role, parse = name.key[0], context.parse
    if context.gazetteer.noun(role).is_person:
        return True
    opens = parse.sentences[parse.sentence_of[name.start]][0] == name.start or name.headline
    return opens and role.endswith(_PARTICIPLES) and table().get(role, role) != role


def _without_letters(context: Context, names: Sequence[Name], surnames: Container[str]) -> list[Name]:
    """Names without the letters behind them, which are no names: "Jane Hale MP"."""
    kept: list[Name] = []
    for name in names:
        end, first = name.end, name.start + 2 if not name.told else name.end
        while end > first and (_is_letters(context, end - 1) or context.parse.words[end - 1] == ","):
            end -= 1
        if end < name.end:
            key = key_of(context.parse.words[name.start : end], context.gazetteer.suffixes)
            name = evolve(name, end=end, key=key, label=labels.PERSON_ENTITY)
        if not (kept and name.end - name.start == 1 and _is_behind(context, kept[-1], name)):
            kept.append(name)
    return kept


def _is_behind(context: Context, person: Name, letters: Name) -> bool:
    """Whether a name is only letters behind that of a person."""
    between = context.parse.lower[person.end : letters.start]
    near = between in ([], [","]) and (person.label == labels.PERSON_ENTITY or context.is_given(person.start))
    return near and len(person.key) > 1 and _is_letters(context, letters.start)


def _without_posts(context: Context, names: Sequence[Name], surnames: Container[str]) -> list[Name]:
    """Names but for posts in capitals behind a person's name: "Jane Hale, General Manager, Acme"."""
    kept: list[Name] = []
    for name in names:
        if not (kept and _is_post(context, kept[-1], name)):
            kept.append(name)
    return kept


def _is_post(context: Context, person: Name, post: Name) -> bool:
    """Whether a name of several words is a post in capitals, between the commas behind a person's name."""
    parse, start, end = context.parse, post.start, post.end
    beside = person.end == start - 1 and parse.lower[person.end] == "," and len(person.key) > 1
    given = context.is_given(start) and parse.lower[start] not in _RANKS
    if not beside or end - start < _SHORT or post.told or post.titles or given:
        return False
    if parse.lower[end : end + 1] != [","] and _BEHIND_POSTS.isdisjoint(parse.lower[end : end + 1]):
        return False
    plain = all(word in known_nouns() or word in _RANKS for word in parse.lower[start : end - 1])
    return plain and context.gazetteer.noun(parse.lower[end - 1]).is_person


def _is_letters(context: Context, token: int) -> bool:
    capitals = sum(map(str.isupper, context.parse.words[token]))
    return capitals > 1 and context.parse.lower[token] in _LETTERS


def _without_parties(context: Context, names: Sequence[Name], surnames: Container[str]) -> list[Name]:
    """Names but for the party and the state behind one: "Jane Smith (R-Fla.)"."""
    before = (None, *names)
    return [name for one, name in zip(before, names, strict=False) if not _is_party(context, one, name)]


def _is_party(context: Context, before: Name | None, name: Name) -> bool:
    parse, gazetteer = context.parse, context.gazetteer
    if name.start == 0 or parse.lower[name.start - 1] not in _BEFORE_PARTY or len(name.key) != 1:
        return False
    letter, _, state = name.text.partition("-")
    titled = before is not None and before.end == name.start - 1 and before.titles != ()  # "Rep. Tom Hale, R-Leeds"
    known = titled or f"{state}." in gazetteer.states or state in gazetteer.places
    return letter in gazetteer.party_letters and state != "" and known


def _without_nouns(context: Context, names: Sequence[Name], surnames: Container[str]) -> list[Name]:
    """Names but for titles alone ("Gov."), pronouns, and plural nouns that the model takes for people ("Surveys")."""
    return [
        name
        for name in names
        if not (_is_word(context, name) or _is_plural(context, name, surnames) or _is_office(context, name, surnames))
    ]


def _is_office(context: Context, name: Name, surnames: Container[str]) -> bool:
    """Whether a name is only an office behind "the", or behind "Lord": "the Queen", "the Lord Mayor"."""
    office = len(name.key) == 1 and name.key[0] in _OFFICES and name.key[0] not in surnames and not name.told
    return office and (name.article or name.titles == (_LORD,))


def _is_word(context: Context, name: Name) -> bool:
    lower = context.parse.lower[name.start : name.end]
    written = context.parse.words[name.start]
    pronoun = len(lower) == 1 and lower[0] in context.gazetteer.pronouns and written.istitle() and not name.titles
    office = tuple(lower) in context.gazetteer.titles and (lower[-1].endswith(".") or len(lower) > _SHORT)
    return pronoun or office or _begins_role(context, name)


def _begins_role(context: Context, name: Name) -> bool:
    """Whether one word with a capital is the first of a role in lower case: "Managing director"."""
    words = context.parse.words[name.start : name.end + 1]
    one = name.end - name.start == 1 and len(words) > 1 and not words[0].isupper()
    return one and words[1].islower() and " ".join(words).lower() in context.gazetteer.bare


def _is_plural(context: Context, name: Name, surnames: Container[str]) -> bool:
    parse, token = context.parse, name.start
    if name.end - token > 1 or name.titles or name.label != labels.PERSON_ENTITY:
        return False
    word = parse.lower[token]
    plural = parse.tags[token] in (labels.PLURAL_NOUN, labels.PLURAL_PROPER_NOUN)
    if word in surnames or word[:-1] in surnames or context.gazetteer.noun(word, labels.PLURAL_NOUN).is_people:
        return False  # "the Halls"
    alone = token + 1 < len(parse) and not parse.words[token + 1][:1].isupper()
    return (
        plural and alone and word.endswith("s") and word[:-1] in known_nouns() and not context.is_known(token, name.end)
    )


def _with_shared_surnames(context: Context, names: Sequence[Name], surnames: Container[str]) -> list[Name]:
    """Given names that share the surname of the next name: "Anna and Peter Hall"."""
    last = {name.key[-1] for name in names if len(name.key) > 1}
    shared = [
        _with_surname(one, following) if one.key[-1] not in last and _share(context, one, following) else one
        for one, following in pairwise(names)
    ]
    return [*shared, *names[-1:]]


def _with_surname(name: Name, following: Name) -> Name:
    surname = (following.end - 1, following.end)
    return evolve(name, key=(name.key[0], following.key[-1]), label=labels.PERSON_ENTITY, surname=surname)


def _share(context: Context, name: Name, following: Name) -> bool:
    if name.told or len(name.key) != 1 or len(following.key) == 1 or following.label not in (labels.PERSON_ENTITY, ""):
        return False
    if following.start != name.end + 1 or context.parse.lower[name.end] not in _AND:
        return False
    whole = name.start == 0 or context.parse.tags[name.start - 1] not in labels.PROPER_TAGS or bool(name.titles)
    given = context.gazetteer.given_names
    return whole and name.key[0] in given and following.key[0] in given


RULES: tuple[Rule, ...] = (
    rule(
        Revision,
        "span-letters",
        "letters for an office, an order or a degree behind a person's name are no part of it, and no name",
        _without_letters,
        Example("The award went to Mina Shah OBE in May.", "Mina Shah", "Mina Shah"),
        Example("The clinic of Peter Hale, MD, was shut.", "Peter Hale", "Peter Hale"),
    ),
    rule(
        Revision,
        "span-party-letter",
        "a party's letter and a state behind a person's name are no name",
        _without_parties,
        Example("A friend of Sen. Peter Hale (R-Fla.) was glad.", "R-Fla.", ""),
        Example("A friend of Sen. Peter Hale, R-Iowa, was glad.", "R-Iowa", ""),
        Example("Rep. Tom Hale, R-Bakersfield, who was ill, left.", "R-Bakersfield", ""),
    ),
    rule(
        Revision,
        "span-noun",
        "a title alone is no name, nor is a plural noun that the model takes for a person",
        _without_nouns,
        Example("The Ohio Gov. and the mayor met.", "Gov.", ""),
        Example("The Ohio Sen. and the mayor met.", "Sen.", ""),
        Example("The Queen was glad.", "Queen", ""),
        Example("Melford's Lord Mayor was glad.", "Mayor", ""),
    ),
    rule(
        Revision,
        "span-post-behind",
        "a post in capitals behind a person's name and a comma is no name",
        _without_posts,
        Example("It was shown to Anna Hall, Regional Manager, Garnet Hotels.", "Regional Manager", ""),
        Example("It was shown to Peter Hill, General Manager of Garnet Hotels.", "General Manager", ""),
    ),
    rule(
        Revision,
        "span-role-surname",
        "a person noun before a known surname or given name tells the person's role and is not part of the name",
        _without_roles,
        Example("Anna Hall left early. Rocker Hall was tired.", "Hall", "Hall"),
        Example("Peter Hill ran. Runner Hill was tired.", "Hill", "Hill"),
        Example("Jodie Hill ran. Furious Jodie was tired.", "Jodie", "Jodie"),
        Example("Defeated Hall leaves the party. The mayor, Peter Hall, ran.", "Hall", "Hall"),
    ),
    rule(
        Revision,
        "span-shared-surname",
        "the first of two given names that and joins shares the surname of the second",
        _with_shared_surnames,
        Example("David and Jeanne Heidler wrote it.", "David", "David Heidler"),
        Example("The film was made by Ethan and Joel Cohen.", "Ethan", "Ethan Cohen"),
    ),
)
