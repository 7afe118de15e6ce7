"""People's names as the parser should see them: everybody is called Peter Smith.

A small model takes a surname that it has seldom met for a firm or a place ("Devine declared", "told Behar"), and reads
the sentence around it in another way than around a common one. So it is shown a common one in place of each surname,
and a common given name before it. Who has which name is read off the words: whoever has a title or a given name before
a surname somewhere has it in the whole article. Only what the parser is shown changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from quoteattr.lexicon import forms
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import UNKNOWN, known_nouns
from quoteattr.lexicon.names import common_given_names, common_surnames, given_names, place_names
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax.parse import Range

__all__ = ["shown"]

GIVEN, SURNAME = "Peter", "Smith"
"""What people are called. Names of which the model has seen many, so that it knows them for names."""

_CAPITAL, _SMALL = "A-ZÀ-ÖØ-ÞŁŚŠŽ", "a-zß-öø-ÿā-ž"
_NAME = re.compile(rf"(?:Mac|Mc|Van|De|Di|Du|La|Le|[DO]['’])?[{_CAPITAL}][{_SMALL}]+(?:['’-][{_CAPITAL}][{_SMALL}]+)?")
_INITIAL = re.compile(rf"[{_CAPITAL}]\.")
_SHORTEST = 3
"""Letters of a surname, at least."""
_TITLES = word_list("syntax", "titles")
_NO_GIVEN = (
    word_list("syntax", "no_given_names") | word_list("mentions", "no_given_names") | word_list("mentions", "cities")
)
_NO_SURNAMES = word_list("syntax", "no_surnames") | word_list("syntax", "companies")
_BEFORE_NOUNS = word_list("syntax", "before_nouns")
_LONGEST_BODY = 8
"""Words of a body's name."""
_IN_BODIES = ("and", "the", "&")
_BODIES = word_list("syntax", "bodies")
_HOLDERS = word_list("syntax", "holders")
_HYPHENS = ("-", "–", "‑")
_KEPT = 20_000
"""Words of which it is kept what they are, so that a long run takes no more memory."""


def shown(words: Sequence[str], lines: Sequence[Range]) -> list[str]:
    """``words`` with a common name in place of each person's.

    Args:
        words: What the parser sees of an article, headlines in small letters.
        lines: Its lines, as ranges of words. No name goes over the end of one.
    """
    article = _Words(words, frozenset(words), frozenset(start for start, _ in lines))
    surnames = article.surnames()
    surnames |= {name.upper() for name in surnames}
    out = list(words)
    for place, word in enumerate(words):
        if word in surnames:
            before = article.before_initial(place)
            named = before is not None and words[before] not in surnames and article.is_given(before)
            if before is not None and named and article.is_behind_body(before):
                continue
            out[place] = _like(SURNAME, word)
            if before is not None and named:
                out[before] = _like(GIVEN, words[before])
    return out


def _like(name: str, word: str) -> str:
    return name.upper() if word.isupper() else name


@frozen
class _Words:
    """The words of an article, each form once, and where lines begin."""

    words: Sequence[str]
    forms: Collection[str]
    begins: Collection[int]

    def surnames(self) -> set[str]:
        """The surnames of the people whom the article names with a title or a given name."""
        sure: set[str] = set()
        unsure: set[str] = set()
        names = {form for form in self.forms if form[:1].isupper() and self._is_name(form)}
        for place, word in enumerate(self.words):
            if word in names and word not in sure and self._ends_name(place):
                if self._is_titled(place):
                    sure.add(word)
                elif (given := self._given_before(place)) and not self._is_body(place):
                    if not _is_word(word.lower()):
                        sure.add(word)
                    elif given.lower() in common_given_names():
                        (sure if _is_of_people(word.lower()) else unsure).add(word)
        return sure.union(self._alone(unsure - sure))

    def _is_name(self, word: str) -> bool:
        """Whether a word may be a surname."""
        if len(word) < _SHORTEST or not _NAME.fullmatch(word):
            return False
        lower = word.lower()
        return not (lower in self.forms or lower in _NO_SURNAMES or lower in place_names())

    def _ends_name(self, place: int) -> bool:
        """Whether a word that may be a surname stands as the last one of a name does."""
        if place in self.begins:
            return False
        following = self._following(place)
        if _INITIAL.fullmatch(following):
            return False
        if following in _HYPHENS:
            return not _is_capitalised(self._following(place + 1))
        return not _is_capitalised(following) or following in ("Jr", "Sr")

    def _is_titled(self, place: int) -> bool:
        """Whether a title stands before a surname, or before a name of two words: "Dr Hale", "Dr Ada Hale"."""
        before = self._before(place)
        if before is None:
            return False
        if self._is_title(before):
            return True
        other = self._before(before)
        return other is not None and self._is_title(other) and bool(_NAME.fullmatch(self.words[before]))

    def _is_title(self, place: int) -> bool:
        return self.words[place][0].isupper() and self.words[place].lower() in _TITLES

    def _given_before(self, place: int) -> str | None:
        """The given name before a surname, an initial or another name of one word between them or not."""
        before = self.before_initial(place)
        if before is None:
            return None
        if self.is_given(before):
            return self.words[before]
        first = self._before(before)
        if first is None or not self.is_given(first) or not _is_capitalised(self.words[before]):
            return None
        middle = self.words[before].lower()
        return None if _is_word(middle) or _is_word(self.words[place].lower()) else self.words[first]

    def _is_body(self, place: int) -> bool:
        """Whether a name of two words is rather that of a body: "an analyst at Barton Lynch"."""
        first = self._before(place)
        before = None if first is None else self._before(first)
        if first is not None and f"{self.words[first]} {self.words[place]}".lower() in _BODIES:
            return True
        if before is None:
            return False
        if self.words[before] == "at":
            return True
        holder = self._before(before)
        if self.words[before] != "of" or holder is None:
            return False
        return _is_capitalised(self.words[holder]) or self.words[holder] in _HOLDERS

    def is_behind_body(self, place: int) -> bool:
        """Whether a name stands right behind that of a body, and "of" before it: "head of Garnet Homes Ada Hale".

        There the model takes the two for one, whatever somebody is called, and rules part them.
        """
        before = self._before(place)
        if before is None or not _is_capitalised(self.words[before]):
            return False
        for _ in range(_LONGEST_BODY):
            if before is None or not (_is_capitalised(self.words[before]) or self.words[before] in _IN_BODIES):
                break
            before = self._before(before)
        return before is not None and self.words[before] == "of"

    def before_initial(self, place: int) -> int | None:
        """The word before a name, or before its initial."""
        before = self._before(place)
        if before is not None and _INITIAL.fullmatch(self.words[before]):
            return self._before(before)
        return before

    def is_given(self, place: int) -> bool:
        """Whether a word is a given name, and no place or other word."""
        word = self.words[place]
        lower = word.lower()
        if not _NAME.fullmatch(word.capitalize() if word.isupper() else word) or lower not in given_names():
            return False
        if lower in self.forms or lower in _NO_GIVEN or lower in place_names():
            return False
        return lower in common_given_names() or not _is_word(lower)

    def _alone(self, names: Collection[str]) -> Iterator[str]:
        """Those of ``names`` that stand somewhere as a name does, with no other name and no article beside them."""
        for place, word in enumerate(self.words):
            if word in names and not _is_capitalised(self._following(place)):
                before = self._before(place)
                previous = "" if before is None else self.words[before]
                if not previous[:1].isupper() and previous not in _BEFORE_NOUNS and not previous[-1:].isdigit():
                    yield word

    def _before(self, place: int) -> int | None:
        return place - 1 if place and place not in self.begins else None

    def _following(self, place: int) -> str:
        following = place + 1
        return self.words[following] if following < len(self.words) and following not in self.begins else ""


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and not word.isupper()


@lru_cache(maxsize=_KEPT)
def _is_word(lower: str) -> bool:
    """Whether a name is a word, too."""
    return lower in forms.table() or lower in known_nouns() or singular(lower) in known_nouns()


@lru_cache(maxsize=_KEPT)
def _is_of_people(lower: str) -> bool:
    """Whether a word is a name of many people, or stands for people: "Stone", "Mercer"."""
    return lower in common_surnames() or known_nouns().get(lower, UNKNOWN).sort == "person"
