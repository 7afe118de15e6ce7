"""Whether two names are of the same person or body, by the words of them."""

from __future__ import annotations

import re

__all__ = ["is_pronoun", "name_words", "same_description", "same_name"]


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_STOP = _words(
    "the a an of for and in on at by to his her its their this that these those some many other several more than"
)
_TITLES = _words(
    "mr mrs ms miss dr sen rep gov sir president senator professor prof lord judge justice representative governor "
    "gen general"
)
_PRONOUNS = _words("he she they it we i who him her")
_POSSESSIVE = re.compile(r"['’]s?\b")
_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"[A-Z]\w*")
_NO_LETTER = re.compile(r"[^A-Za-z]")


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same.

    They are if their words are (in lower case, without titles, articles, prepositions and possessives), if the words of
    the shorter are among those of the longer and it is of more than one word or ends with the same one, or if one is
    the acronym of the other.
    """
    words, others = name_words(one), name_words(other)
    if not words or not others:
        return False
    if words == others:
        return True
    shorter, longer = sorted((words, others), key=len)
    if set(shorter) <= set(longer) and (shorter[-1] == longer[-1] or len(shorter) > 1):
        return True
    letters, other_letters = (_NO_LETTER.sub("", name or "") for name in (one, other))
    return (
        len(letters) > 1 and len(other_letters) > 1 and (letters == _acronym(other) or other_letters == _acronym(one))
    )


def same_description(one: str | None, other: str | None) -> bool:
    """Whether two descriptions share a word (articles and prepositions apart)."""
    return not set(name_words(one)).isdisjoint(name_words(other))


def name_words(name: str | None) -> list[str]:
    """The words of a name in lower case, without possessive endings, titles, articles and prepositions.

    Of a name that is nothing but these, all words.
    """
    words = _WORD.findall(_POSSESSIVE.sub("", (name or "").lower()))
    return [word for word in words if word not in _STOP and word not in _TITLES] or words


def _acronym(name: str | None) -> str:
    return "".join(word[0] for word in _CAPITALISED.findall(name or ""))


def is_pronoun(source: str) -> bool:
    """Whether ``source``, the words of a source, is a personal pronoun or ``who``."""
    return source.lower() in _PRONOUNS
