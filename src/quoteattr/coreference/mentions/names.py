"""Where the article has names: the pieces of its sentences, joined and completed by what else it knows of names."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import evolve, frozen

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.headlines import headline_names, is_headline, known_forms, missed_names
from quoteattr.coreference.mentions.name_spans import Piece, is_tight, pieces_of
from quoteattr.coreference.mentions.titles import find_titles, titles_before
from quoteattr.syntax import Parse, Range

__all__ = ["Name", "NameKind", "find_names", "key_of"]

_JOINS = frozenset(("of", "for", "on"))
_HEADING = 5
"""Tokens of a heading, with the line breaks behind it."""
_OFFICES = frozenset(("department", "ministry", "commission", "committee"))
"""First words of names that may go on behind "and"."""
_LONGEST = 3
"""Tokens of a source that is a name which the model has missed."""
_LEADING = frozenset(
    ("top", "former", "ex", "longtime", "absent", "senior", "unlike", "even", "like", "but", "pro", "anti")
)
"""Gazetteer that the model takes for given names."""
_PLAIN = frozenset(("said", "says", "according", "this", "that", "these", "those", "there", "here", "all", "each"))
_MARKS = frozenset("“”\"'‘’`«»„()[]{},;:.!?-–—―*•|/")
_NICKNAME_MARKS = frozenset((("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("``", "''"), ("''", "''"), ("(", ")")))


class NameKind(enum.Enum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"

    __hash__ = object.__hash__  # members are compared by identity, and counted by the thousand


@frozen
class Name:
    """One occurrence of a name.

    Attributes:
        start: First token, behind title and article.
        end: After the last token; no possessive ending.
        key: Its words in lower case, without full stops and marks.
        label: The model's entity label, or ``""``.
        titles: The titles before it, lower case.
        gender: What the titles say, or ``""``.
        headline: Whether it stands in a line where nearly every word is capitalised.
        article: Whether "the" stands before it.
        surname: Where the surname stands that a given name shares with the name behind it, or empty.
    """

    start: int
    end: int
    key: tuple[str, ...]
    label: str
    titles: tuple[str, ...] = ()
    gender: str = ""
    headline: bool = False
    article: bool = False
    surname: Range = (0, 0)


def key_of(words: list[str], suffixes: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of a name by which two occurrences are compared."""
    key: tuple[str, ...] = ()
    joined = False
    for word in words:
        word = word.lower().replace(".", "").replace("’", "'")
        if word == "-" and key:
            key, joined = (*key[:-1], key[-1] + "-"), True
        elif word and word not in _MARKS and word not in ("'s", "'"):
            key = (*key[:-1], key[-1] + word) if joined else (*key, word)
            joined = False
    while len(key) > 1 and key[-1] in suffixes:
        key = key[:-1]
    return key


def find_names(parse: Parse, words: Gazetteer, sources: Iterable[Range] = ()) -> list[Name]:
    """Every name of the article in text order, without overlap.

    Args:
        parse: The article.
        words: The lists.
        sources: Where somebody speaks: what is nothing but capitalised words there is a name.
    """
    titles = find_titles(parse, words)
    names: list[Name] = []
    headlines = []
    for start, end in parse.sentences:
        if is_headline(parse, start, end):
            headlines.append((start, end))
        else:
            names.extend(_in_sentence(parse, start, end, titles, words))
    known = known_forms(parse, [(name.start, name.end, name.label) for name in names])
    for headline in headlines:
        for start, end, label in headline_names(parse, headline, known, titles, words):
            names.append(evolve(_name(parse, start, end, label, titles, words), headline=True))
    covered = bytearray(len(parse))
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    surnames = {
        name.key[-1]
        for name in names
        if len(name.key) > 1 and (name.label == "PERSON" or name.titles or name.key[0] in words.given_names)
    }
    papers = {name.key[-1] for name in names if len(name.key) > 1 and " ".join(name.key) in words.media}
    for start, end, label in missed_names(parse, covered, surnames, papers, known, titles, words):
        names.append(_name(parse, start, end, label, titles, words))
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    for start, end in sources:
        if (mended := _known_at(parse, start, end, covered, surnames, known)) is not None:
            names.append(_name(parse, start, start + 1, mended, titles, words))
            covered[start] = 1
        elif _is_bare_name(parse, start, end, covered, words):
            names.append(_name(parse, start, end, "", titles, words))
            covered[start:end] = b"\1" * (end - start)
    names.sort(key=lambda name: name.start)
    names = [_without_role(parse, name, surnames, words) for name in names]
    last = {name.key[-1] for name in names if len(name.key) > 1}
    shared = [
        one if one.key[-1:] and one.key[-1] in last else _with_surname(parse, one, following, words)
        for one, following in pairwise(names)
    ]
    return [*shared, *names[-1:]]


def _known_at(
    parse: Parse,
    start: int,
    end: int,
    covered: bytearray,
    surnames: set[str],
    known: dict[tuple[str, ...], str],
) -> str | None:
    """The label of a known name that a source begins with, whatever its tag says: "Jolly, who was elected"."""
    if start >= end or covered[start] or not parse.words[start][:1].isupper() or len(parse.words[start]) == 1:
        return None
    if end - start > 1 and parse.lower[start + 1] not in (",", "(", "'s", "and"):
        return None
    if parse.lower[start] in surnames:
        return "PERSON"
    return known.get((parse.lower[start],)) or None


def _is_bare_name(parse: Parse, start: int, end: int, covered: bytearray, words: Gazetteer) -> bool:
    """Whether a source is a name that nothing else takes for one: a word or two, capitalised, of no other meaning."""
    if not 1 <= end - start <= _LONGEST or any(covered[start:end]) or len(parse.words[start]) == 1:
        return False
    first = parse.sentences[parse.sentence_of[start]][0]
    while first < start and not parse.is_word(first):
        first += 1
    for token in range(start, end):
        word = parse.words[token]
        if not (word[0].isupper() and word.isalpha()) or words.noun(parse.lower[token]).kind:
            return False
        if parse.tags[token] != "NNP" and (token == first or parse.lower[token] in _PLAIN):
            return False
        if words.noun(parse.lower[token], "NNS").kind or parse.lower[token] in words.pronouns:
            return False
    return parse.lower[start] not in words.measures | words.anybody | words.calendar


def _without_role(parse: Parse, name: Name, surnames: set[str], words: Gazetteer) -> Name:
    """A surname that the article knows, without the word before it that is no given name: "Rocker Hall"."""
    if name.end - name.start != len(name.key) or len(name.key) != 2 or name.key[1] not in surnames:
        return name
    role = name.key[0]
    loose = role in _LEADING or (words.noun(role).kind == "person" and role not in words.given_names)
    if not loose or parse.lower[name.start] != role:
        return name
    return evolve(name, start=name.start + 1, key=name.key[1:], titles=(*name.titles, role))


def _with_surname(parse: Parse, name: Name, following: Name, words: Gazetteer) -> Name:
    """A given name that shares the surname of the next name: "Anna and Peter Hall"."""
    if len(name.key) != 1 or len(following.key) == 1 or following.label not in ("PERSON", ""):
        return name
    shared = following.start == name.end + 1 and parse.lower[name.end] in ("and", "&")
    given = name.key[0] in words.given_names and following.key[0] in words.given_names
    whole = name.start == 0 or parse.tags[name.start - 1] not in ("NNP", "NNPS") or bool(name.titles)
    if not (shared and given and whole):
        return name
    last = following.end - 1
    return evolve(name, key=(name.key[0], following.key[-1]), label="PERSON", surname=(last, following.end))


def _in_sentence(parse: Parse, start: int, end: int, titles: list[int], words: Gazetteer) -> Iterator[Name]:
    merged: list[Piece] = []
    if _is_heading(parse, start, end, words):
        return
    for piece in pieces_of(parse, start, end, titles, words):
        while merged and (joined := _joined(parse, merged[-1], piece, words)):
            merged.pop()
            piece = joined
        if len(merged) > 1 and _is_nickname(parse, merged[-2], merged[-1], piece):
            merged.pop()
            piece = (merged.pop()[0], piece[1], "PERSON")
        merged.append(piece)
    for first, last, label in merged:
        first, label = _with_particles(parse, first, start, label, titles, words)
        last, label = _with_noun(parse, first, last, end, label, words)
        roles = first
        while label == "PERSON" and last - roles > 2 and _is_role(parse, roles, words):
            roles += 1
        name = _name(parse, roles, last, label, titles, words)
        yield name if roles == first else evolve(name, titles=(" ".join(parse.lower[first:roles]),))


def _is_heading(parse: Parse, start: int, end: int, words: Gazetteer) -> bool:
    """Whether a sentence is a word or two in capitals and a full stop, none of them a known name: "IN SHORT."."""
    if not 0 < end - start <= _HEADING or not parse.words[start].isupper():
        return False
    tokens = [token for token in range(start, end) if not parse.words[token].isspace()]
    if not 2 <= len(tokens) <= 3 or parse.words[tokens[-1]] not in (".", ":"):
        return False
    plain = all(parse.words[token].isupper() and parse.words[token].isalpha() for token in tokens[:-1])
    name = " ".join(parse.lower[token] for token in tokens[:-1])
    return plain and name not in words.places and name not in words.known_organisations and name not in words.media


def _with_particles(
    parse: Parse, start: int, first: int, label: str, titles: list[int], words: Gazetteer
) -> tuple[int, str]:
    """A surname with the particles before it, in small letters: "Mr. de Vries", "Ms. von der Leyen"."""
    begin = start
    while begin > first and parse.words[begin - 1].islower() and parse.lower[begin - 1] in words.nobiliary:
        begin -= 1
    if begin == start:
        return start, label
    numbers = {parse.entity_of[token] for token in range(begin, start)}
    person = any(number >= 0 and parse.entities[number].label == "PERSON" for number in numbers)
    if person or titles_before(parse, begin, titles, words)[0]:
        return begin, "PERSON"
    return start, label


def _with_noun(parse: Parse, start: int, stop: int, end: int, label: str, words: Gazetteer) -> tuple[int, str]:
    """A name with the lower-case noun that belongs to it: "Time magazine", "the Republican party"."""
    if stop >= end or parse.region_of[stop] != parse.region_of[start]:
        return stop, label
    noun, name = parse.lower[stop], " ".join(parse.lower[start:stop])
    media = noun in ("magazine", "newspaper") and name in words.media
    if media or (noun == "party" and name in words.party_names):
        return stop + 1, "ORG"
    return stop, label


def _is_role(parse: Parse, token: int, words: Gazetteer) -> bool:
    """Whether a capitalised token before a name says what the person is: "Moderator Jane Smith"."""
    word = parse.lower[token]
    return (
        word not in words.given_names
        and words.noun(word).kind == "person"
        and parse.lower[token + 1] in words.given_names
    )


def _is_nickname(parse: Parse, given: Piece, nickname: Piece, surname: Piece) -> bool:
    """Whether the second of three pieces is a nickname in marks between the parts of a name: Anna “Bee” Hall."""
    (_, before, one), (start, end, _), (after, _, two) = given, nickname, surname
    if not {one, two} <= {"PERSON", ""} or end - start > 2 or start - before != 1 or after - end != 1:
        return False
    return (parse.words[before], parse.words[end]) in _NICKNAME_MARKS


def _joined(parse: Parse, left: Piece, right: Piece, words: Gazetteer) -> Piece | None:
    """Two neighbouring pieces as one name, where they are one."""
    (start, middle, one), (begin, end, two) = left, right
    first, last = parse.lower[middle - 1], parse.lower[end - 1]
    between = parse.lower[middle:begin]
    if begin - middle <= 2 and between and between[0] in _JOINS and between[1:] in ([], ["the"]):
        institution = first in words.organisation_words and one != "PERSON" and two != "PERSON"
        institution = institution or (one == "NORP" and between == ["for"] and first.endswith("s"))
        acronym = parse.words[start].isupper() and middle - start == 1 and len(first) > 2
        institution = institution or (one == "ORG" and two == "GPE" and acronym and between == ["of"])
        return (start, end, "ORG") if institution and first not in ("police", "post", "press", "research") else None
    if between == ["and"] and first in words.topics and last in words.organisation_words and two != "PERSON":
        return start, end, "ORG"
    if between in (["and"], ["and", "the"]) and _goes_on(parse, left, right, words):
        return start, end, "ORG"
    if between == ["/"] and is_tight(parse, middle) and "PERSON" not in (one, two):
        return start, end, "ORG"
    if between and words.nobiliary.issuperset(between) and one in ("PERSON", ""):
        person = two in ("PERSON", "") or (one == "PERSON" and parse.entity_of[middle] == parse.entity_of[middle - 1])
        return (start, end, "PERSON") if person else None
    if begin == middle and one == "GPE" and " ".join(parse.lower[begin:end]) in words.media:
        return start, end, "ORG"  # "the New Hampshire Union Leader"
    if begin == middle and two == "" and " ".join(parse.lower[middle - 1 : end]) in words.media:
        local = middle - 1 == start or " ".join(parse.lower[start : middle - 1]) in words.places
        return (start if local else middle - 1), end, "ORG"  # "the pro-Smith Union Leader"
    if begin != middle:
        if between == [","] and last in words.person_suffixes and end - begin == 1 and one != "GPE":
            return start, end, one
        return None
    if one in ("NORP", "GPE") and two == "PERSON":
        return None
    if last in words.person_suffixes and end - begin == 1:
        return start, end, one
    if (
        one == "GPE"
        and " ".join(parse.lower[start:middle]) in words.places
        and parse.lower[begin:end] in (["gop"], ["republican", "party"], ["democratic", "party"])
    ):
        return start, end, "ORG"  # "the Ohio GOP"
    given = all(word in words.given_names or len(word.rstrip(".")) == 1 for word in parse.lower[start:middle])
    if given and one in ("PERSON", "") and end - begin <= 2 and last not in words.organisation_words:
        return start, end, "PERSON"
    if last in words.organisation_words or last in words.company_suffixes:
        return (start, end, "ORG") if end - begin == 1 or not (one and two) else None
    if one == "" and two == "ORG" and first not in words.places:
        return start, end, "ORG"
    return None


def _goes_on(parse: Parse, left: Piece, right: Piece, words: Gazetteer) -> bool:
    """Whether "and" is part of a name: "Department for Work and Pensions", "Commission for Africa and the Indies"."""
    (start, middle, one), (begin, end, two) = left, right
    offices = [token for token in range(start, middle - 2) if parse.lower[token] in _OFFICES]
    if one == "PERSON" or two == "PERSON" or not offices or parse.lower[offices[-1] + 1] not in _JOINS:
        return False
    name, last = " ".join(parse.lower[begin:end]), parse.lower[end - 1]
    if last in words.organisation_words or parse.words[begin].isupper() or parse.lower[begin] in _OFFICES:
        return False
    return name not in words.known_organisations and name not in words.media


def _name(parse: Parse, start: int, end: int, label: str, titles: list[int], words: Gazetteer) -> Name:
    found, gender = titles_before(parse, start, titles, words)
    key = key_of(parse.words[start:end], words.person_suffixes | words.company_suffixes)
    if len(key) == 1 and key[0] in words.organisation_words and end - start > 1:
        key = key_of(parse.words[start:end])  # "News Corp." is not just "News"
    size = sum(len(title.replace("-", " - ").split()) for title in found)
    before = parse.lower[start - size - 1] if start > size else ""
    return Name(start, end, key, label, found, gender, article=before == "the" and not found)
