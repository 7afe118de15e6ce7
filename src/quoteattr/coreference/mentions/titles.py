"""Titles before names: "Mr.", "Sen.", "Prime Minister"."""

from __future__ import annotations

from collections.abc import Container, Mapping

from attrs import frozen

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.names import is_elided
from quoteattr.syntax import Parse, labels

__all__ = ["Titles", "find_titles", "titles_before"]

_CIVIL = word_list("mentions", "civil_titles")
_SURNAMES = word_list("mentions", "titles_and_surnames")
_BEFORE_TITLES = word_list("mentions", "titles_before_titles")
_LETTERS = word_list("mentions", "letters_of_ranks")
_GIVEN_TOO = word_list("mentions", "titles_and_given_names")
_DOUBTFUL = _BEFORE_TITLES | _LETTERS | _GIVEN_TOO
_NAME = 6
"""Tokens of a name that are looked at behind a title."""


@frozen
class Titles:
    """Where the titles of an article stand.

    Attributes:
        starting: The number of tokens of each title by its first token.
        ending: The same by the token after it.
    """

    starting: Mapping[int, int]
    ending: Mapping[int, int]


def find_titles(parse: Parse, gazetteer: Gazetteer) -> Titles:
    """The titles of an article, which do not overlap."""
    starting: dict[int, int] = {}
    after = 0
    for token in parse.capitals:
        if token >= after and parse.lower[token] in gazetteer.title_openings:
            length = _title_at(parse, token, gazetteer)
            if length:
                starting[token] = length
                after = token + length
    doubtful = [token for token, length in starting.items() if length == 1 and parse.lower[token] in _DOUBTFUL]
    surnames = _surnames(parse, gazetteer) if doubtful else frozenset()
    for token in reversed(doubtful):
        word = parse.lower[token]
        if word in _GIVEN_TOO:
            stays = not _is_given(parse, token, surnames)
        else:
            before_title = token + 1 in starting and word in _BEFORE_TITLES
            stays = before_title or _is_rank(parse, token, gazetteer, surnames)
        if not stays:
            del starting[token]
    return Titles(starting, {token + length: length for token, length in starting.items()})


def _surnames(parse: Parse, gazetteer: Gazetteer) -> frozenset[str]:
    """The last words of names of people that have several."""
    pairs = ((parse.lower[token - 1], parse.lower[token]) for token in parse.capitals if token)
    given = {word for before, word in pairs if before in gazetteer.given_names and before not in _GIVEN_TOO}
    people = (one for one in parse.entities if one.label == labels.PERSON_ENTITY and one.end - one.start > 1)
    named = (parse.lower[one.end - 1] for one in people if parse.lower[one.start] not in _GIVEN_TOO)
    return frozenset(given.union(named))


def _is_given(parse: Parse, token: int, surnames: Container[str]) -> bool:
    """Whether what may be a title is a given name: before one word that is nobody else's surname, as in "Dean Hall"."""
    behind = parse.words[token + 2][:1] if token + 2 < len(parse) else ""
    article = token > 0 and parse.lower[token - 1] == "the"
    return not behind.isupper() and not article and parse.lower[token + 1] not in surnames


def _is_rank(parse: Parse, token: int, gazetteer: Gazetteer, surnames: Container[str]) -> bool:
    """Whether capital letters are a rank: before a given name, or the surname of somebody named in full."""
    following = parse.lower[token + 1]
    named = following in gazetteer.given_names or following in surnames
    return named and parse.lower[token] in _LETTERS and parse.words[token].isupper()


def titles_before(parse: Parse, start: int, titles: Titles, gazetteer: Gazetteer) -> tuple[tuple[str, ...], str]:
    """The titles that end before ``start``, in text order and lower case, and the gender that they tell."""
    if start not in titles.ending:
        return (), ""
    found: list[tuple[str, ...]] = []
    while length := titles.ending.get(start, 0):
        found.append(tuple(parse.lower[start - length : start]))
        start -= length
    gender = next(filter(None, (gazetteer.titles[form] for form in found)), "")
    return tuple(" ".join(form).replace(" - ", "-") for form in reversed(found)), gender


def _title_at(parse: Parse, token: int, gazetteer: Gazetteer) -> int:
    longest = gazetteer.title_openings[parse.lower[token]]
    limit = min(longest, parse.sentences[parse.sentence_of[token]][1] - token)
    for length in range(limit, 0, -1):
        form = tuple(parse.lower[token : token + length])
        if form in gazetteer.titles and _is_title(parse, token, token + length, gazetteer):
            return length
    return 0


def _is_title(parse: Parse, token: int, after: int, gazetteer: Gazetteer) -> bool:
    """Whether a person's name follows the words of a title, not the rest of an office or of an organisation."""
    while after < len(parse) and parse.lower[after] in gazetteer.nobiliary and parse.words[after].islower():
        after += 1
    if after >= len(parse) or parse.region_of[after] != parse.region_of[token]:
        return False
    if not (parse.words[after][:1].isupper() or is_elided(parse.words[after])):
        return False
    if _is_surname(parse, token, gazetteer) or parse.lower[after] in gazetteer.organisation_endings:
        return False
    if _opens_organisation(parse, token, after, gazetteer):
        return False
    last = after
    while last + 1 < len(parse) and parse.words[last + 1][:1].isupper() and last - after < _NAME:
        last += 1
    return _is_person(parse, token, after, last, gazetteer)


def _opens_organisation(parse: Parse, token: int, after: int, gazetteer: Gazetteer) -> bool:
    """Whether a title begins a listed organisation: "General Electric"."""
    text = " ".join(parse.lower[token : after + 1])
    return text in gazetteer.known_organisations or text in gazetteer.media


def _is_surname(parse: Parse, token: int, gazetteer: Gazetteer) -> bool:
    """Whether the title is somebody's surname: "Larry King Live"."""
    if parse.lower[token] not in _SURNAMES or not token or not parse.words[token - 1][:1].isupper():
        return False
    return parse.lower[token - 1] in gazetteer.given_names


def _is_person(parse: Parse, token: int, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether the words from ``first`` to ``last`` behind the title at ``token`` are a person's name."""
    short = last - first < 2 and parse.lower[first] not in gazetteer.given_names
    if short and gazetteer.noun(parse.lower[last]).is_person:  # "Chief Operating Officer"
        title = parse.lower[token]
        short = title.endswith(".") or (f"{title}.",) in gazetteer.titles  # "Dr Ziad Sultan"
        return short or bool(gazetteer.titles.get((title,)))
    if last > first and parse.lower[last] in gazetteer.organisation_words:
        return not _CIVIL.isdisjoint(parse.lower[token:first])
    return True
