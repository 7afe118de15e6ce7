"""Titles before names: "Mr.", "Sen.", "Prime Minister"."""

from __future__ import annotations

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.syntax import Parse

__all__ = ["find_titles", "titles_before"]

_CIVIL = frozenset(("mr.", "mrs.", "ms.", "mr", "mrs", "ms"))
_NAME = 6
"""Tokens of a name that are looked at behind a title."""


def find_titles(parse: Parse, words: Gazetteer) -> list[int]:
    """For each token, the number of tokens of the title that begins there, or 0."""
    out = [0] * len(parse)
    after = 0
    for token in parse.capitals:
        if token >= after and parse.lower[token] in words.title_openings:
            out[token] = length = _title_at(parse, token, words)
            after = token + length
    return out


def titles_before(parse: Parse, start: int, titles: list[int], words: Gazetteer) -> tuple[tuple[str, ...], str]:
    """The titles that end before ``start``, in text order and lower case, and the gender that they tell."""
    found: list[str] = []
    gender = ""
    while start > 0:
        sizes = range(1, min(words.longest_title, start) + 1)
        length = next((size for size in sizes if titles[start - size] == size), 0)
        if not length:
            break
        form = tuple(parse.lower[start - length : start])
        gender = gender or words.titles[form]
        found.insert(0, " ".join(form).replace(" - ", "-"))
        start -= length
    return tuple(found), gender


def _title_at(parse: Parse, token: int, words: Gazetteer) -> int:
    limit = min(words.longest_title, parse.sentences[parse.sentence_of[token]][1] - token)
    for length in range(limit, 0, -1):
        form = tuple(parse.lower[token : token + length])
        if form in words.titles and _name_follows(parse, token, token + length, words):
            return length
    return 0


def _name_follows(parse: Parse, token: int, after: int, words: Gazetteer) -> bool:
    """Whether what stands behind a title is somebody's name, not the rest of an office or a body."""
    while after < len(parse) and parse.lower[after] in words.nobiliary and parse.words[after].islower():
        after += 1
    if after >= len(parse) or not parse.words[after][:1].isupper() or parse.region_of[after] != parse.region_of[token]:
        return False
    before = parse.lower[token - 1] if token else ""
    if parse.lower[token] in words.surnames and before in words.given_names and parse.words[token - 1][:1].isupper():
        return False  # "Larry King Live"
    if parse.lower[after] in words.organisation_words or parse.lower[after] in words.company_suffixes:
        return False
    last = after
    while last + 1 < len(parse) and parse.words[last + 1][:1].isupper() and last - after < _NAME:
        last += 1
    short = last - after < 2 and parse.lower[after] not in words.given_names
    if short and words.noun(parse.lower[last]).kind == "person":  # "Chief Operating Officer"
        return parse.lower[token].endswith(".") or bool(words.titles.get((parse.lower[token],)))
    if last > after and parse.lower[last] in words.organisation_words:
        return not _CIVIL.isdisjoint(parse.lower[token:after])
    return True
