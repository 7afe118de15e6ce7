"""Names of people and organisations that the user knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from quoteattr.coreference.gazetteer import Gazetteer, folded, gazetteer
from quoteattr.coreference.mentions.values import NameKind, NameSpan, Told, key_of, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.people import KnownPerson
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, labels

__all__ = ["EXAMPLES", "NOBODY", "RULES", "ToldNames"]

Key = tuple[str, ...]

_LONGEST = 12
"""Tokens of a name, at most."""
_BY_ITSELF = 3
"""Words of the name of an organisation that may be written small: "the department of health"."""
_CALENDAR = word_list("mentions", "calendar")
_ARTICLES = word_list("coreference", "articles")
_OPEN = tuple(label_set("tag_beginnings", "open"))
_POSSESSIVE = re.compile(r"['’]s?(?!\S)")
_HYPHEN = "-"
_KINDS = {SpeakerKind.PERSON: NameKind.PERSON, SpeakerKind.ORGANISATION: NameKind.ORGANISATION}
_LABELS = {NameKind.PERSON: labels.PERSON_ENTITY, NameKind.ORGANISATION: labels.ORGANISATION_ENTITY}

EXAMPLES = (
    KnownPerson("Zella Quint", ("Lady Zee", "Quintessa"), "harbour master", "Port of Melford"),
    KnownPerson("hedge marlow"),
    KnownPerson("Forward Together", aliases=("FoTo",), kind=SpeakerKind.ORGANISATION),
)
"""Whom the user knows in the examples of the rules."""


@frozen(eq=False)
class ToldNames:
    """The names of those whom a user knows, as the rules look for them.

    Attributes:
        people: The records.
    """

    people: tuple[KnownPerson, ...] = ()

    @staticmethod
    def key(form: str) -> Key:
        """The words by which a name is compared."""
        return _key(form, gazetteer().suffixes)

    @cached_property
    def records(self) -> Mapping[str, Sequence[KnownPerson]]:
        """The records of each person, by :attr:`KnownPerson.key`."""
        found: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in self.people:
            found[person.key].append(person)
        return found

    @cached_property
    def bearers(self) -> Mapping[Key, Mapping[str, bool]]:
        """The key of each form, to those who have it (:attr:`KnownPerson.key`), and whether it is their own name."""
        found: dict[Key, dict[str, bool]] = defaultdict(dict)
        for person in self.people:
            for form in person.forms:
                key = self.key(form)
                found[key][person.key] = found[key].get(person.key, False) or form == person.name
        return found

    @cached_property
    def _written(self) -> Mapping[Key, tuple[tuple[str, NameKind], ...]]:
        """The key of each form with all that stands behind it, to the forms as they are written, and their kinds."""
        found: dict[Key, dict[tuple[str, NameKind], None]] = defaultdict(dict)
        for person in self.people:
            for form in person.forms:
                found[_key(form)][_untitled(form), _KINDS[person.kind]] = None
        return {key: tuple(forms) for key, forms in found.items()}

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(key[0].split(_HYPHEN)[0] for key in self._written if key)

    @cached_property
    def _by_ends(self) -> Mapping[Key, Sequence[Key]]:
        """First and last word of the longer names of people, to these names."""
        found: dict[Key, list[Key]] = defaultdict(list)
        people = {person.key for person in self.people if person.kind is SpeakerKind.PERSON}
        for key, bearers in self.bearers.items():
            if len(key) > 1 and not people.isdisjoint(bearers):
                found[key[0], key[-1]].append(key)
        return found

    def known_as(self, name: str) -> Mapping[str, bool]:
        """Who has a name, with words in the middle or without them, and whether it is their own name."""
        key = self.key(name)
        if key in self.bearers or len(key) < 2:
            return self.bearers.get(key, {})
        alike = [other for other in self._by_ends.get((key[0], key[-1]), ()) if _has_middle(key, other)]
        return {bearer: own for other in alike for bearer, own in self.bearers[other].items()}

    def own_keys(self, keys: Sequence[Key]) -> dict[Key, Key]:
        """For second names in an article: the key of the bearer's own name there, or of the longest one.

        One word that ends the full name of somebody unknown is left to the rules about surnames.

        Args:
            keys: Those of the names of an article, in text order.
        """
        forms: dict[str, list[Key]] = defaultdict(list)
        for key, bearer in self.bearers_of(keys).items():
            forms[bearer].append(key)
        full = {
            bearer: max(some, key=lambda key: (self.bearers[key][bearer], len(key))) for bearer, some in forms.items()
        }
        return {key: full[bearer] for bearer, some in forms.items() for key in some if key != full[bearer]}

    def bearers_of(self, keys: Sequence[Key]) -> dict[Key, str]:
        """For the names in an article whose it is, where that is certain."""
        if not self.people:
            return {}
        named = {bearer for key in keys for bearer, own in self.bearers.get(key, {}).items() if own}
        strangers = {key[-1:] for key in keys if len(key) > 1 and key not in self.bearers}
        known = ((key, self._bearer(key, named)) for key in keys if key not in strangers)
        return {key: bearer for key, bearer in known if bearer is not None}

    def _bearer(self, key: Key, named: Container[str]) -> str | None:
        """Whose name a key is: of several who have it, the one whose own it is or whom the article names in full."""
        bearers = self.bearers.get(key, {})
        likely = [bearer for bearer, own in bearers.items() if own] or list(bearers)
        if len(likely) > 1:
            likely = [bearer for bearer in likely if bearer in named]
        return likely[0] if len(likely) == 1 else None

    def find(self, parse: Parse, titles: Mapping[int, int], rules: Iterable[Told]) -> list[NameSpan]:
        """Where these names stand, in text order and without overlap, the longest first.

        Args:
            parse: The article.
            titles: The number of tokens of each title by the token behind it.
            rules: Those that are asked.
        """
        rules = tuple(rules)
        if not rules or not self.people:
            return []
        spans: list[NameSpan] = []
        after = 0
        for token, word in enumerate(parse.lower):
            if token >= after and folded(word.replace(".", "")) in self._first:
                span = self._span_at(_Place(parse, gazetteer(), titles, token), rules)
                if span is not None:
                    spans.append(span)
                    after = span.end
        return spans

    def _span_at(self, place: _Place, rules: Iterable[Told]) -> NameSpan | None:
        parse, start = place.parse, place.start
        for end in range(min(start + _LONGEST, parse.sentences[parse.sentence_of[start]][1]), start, -1):
            if parse.is_word(end - 1) and parse.lower[end - 1] != labels.POSSESSIVE_ENDING:
                for form, kind in self._written.get(key_of(parse.words[start:end]), ()):
                    if any(rule.holds(place, end, form, kind) for rule in rules):
                        return NameSpan(start, end, _LABELS[kind], told=kind)
        return None


def _untitled(form: str) -> str:
    """A name without titles and "the" before it, which are no part of a name."""
    words = form.split()
    if len(words) > 1 and words[0].lower() == "the":
        del words[0]
    while len(words) > 2 and (words[0].lower(),) in gazetteer().titles:
        del words[0]
    return " ".join(words)


def _key(form: str, suffixes: Container[str] = ()) -> Key:
    words = _POSSESSIVE.sub(r" \g<0>", _untitled(form)).replace("-", " - ").split()
    return key_of(words, suffixes)


def _has_middle(one: Key, other: Key) -> bool:
    """Whether the words in the middle of the shorter of two names, or their initials, are in the longer."""
    short, long = sorted((one[1:-1], other[1:-1]), key=len)
    return all(any(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for b in long) for a in short)


NOBODY = ToldNames()
"""Nobody is known."""


@frozen(eq=False)
class _Place:
    """A token where a name may begin."""

    parse: Parse
    gazetteer: Gazetteer
    titles: Mapping[int, int]
    start: int

    def is_whole(self, end: int, kind: NameKind) -> bool:
        """Whether no more of a name stands before or behind: "Ada Smith", but not the Ada Smith Foundation."""
        parse, start = self.parse, self.start
        if self._hyphened(start - 1) or self._hyphened(end):
            return False
        behind = parse.lower[end] if end < len(parse) else ""
        if self._goes_on(end) and behind not in self.gazetteer.person_suffixes:
            return kind is NameKind.PERSON and behind not in self.gazetteer.organisation_endings and end - start > 1
        if not self._goes_on(start - 1) or start in self.titles:
            return True
        before = folded(parse.lower[start - 1])
        return end - start > 1 and before not in self.gazetteer.given_names

    def _goes_on(self, token: int) -> bool:
        """Whether a word beside a name may be a part of it."""
        parse = self.parse
        if not 0 <= token < len(parse) or not parse.words[token][:1].isupper() or parse.lower[token] in _CALENDAR:
            return False
        proper = parse.tags[token] in labels.PROPER_TAGS
        return proper and parse.sentence_of[token] == parse.sentence_of[self.start]

    def _hyphened(self, token: int) -> bool:
        parse = self.parse
        if not 0 < token < len(parse) - 1 or parse.words[token] != _HYPHEN:
            return False
        return parse.ends[token - 1] == parse.starts[token] and parse.ends[token] == parse.starts[token + 1]

    def is_name(self, end: int) -> bool:
        """Whether a single word is a name here, and no other word that is written alike: "May", "Will"."""
        parse, start = self.parse, self.start
        if end - start > 1:
            return True
        if parse.lower[start] in _ARTICLES or parse.lower[start] in self.gazetteer.pronouns:
            return False
        if parse.tags[start] not in labels.PROPER_TAGS:
            opens = not any(map(parse.is_word, range(parse.sentences[parse.sentence_of[start]][0], start)))
            return not opens and parse.tags[start].startswith(_OPEN)
        number = end < len(parse) and parse.words[end][:1].isdigit()
        return parse.lower[start] not in _CALENDAR or (not number and parse.entity_labels[start] != "DATE")


def _is_written(text: str, form: str) -> bool:
    """Whether a name is written as the user writes it: a word of its own exactly, others with its capitals or more."""
    words, told = text.replace("-", " ").split(), form.replace("-", " ").split()
    if len(told) == 1:
        return text.replace(".", "") == form.replace(".", "")
    if len(words) != len(told):
        return text[:1].isupper() or form[:1].islower()
    return all(one[:1].isupper() or not other[:1].isupper() for one, other in zip(words, told, strict=True))


def _told(place: _Place, end: int, form: str, kind: NameKind) -> bool:
    text = place.parse.words_of((place.start, end))
    if kind is NameKind.ORGANISATION and text.lower() in place.gazetteer.places:
        return False  # a country is more than an organisation: the rules know of its people and its capital
    written = _is_written(text, form) or (kind is NameKind.ORGANISATION and len(form.split()) >= _BY_ITSELF)
    return written and place.is_name(end) and place.is_whole(end, kind)


RULES: tuple[Rule, ...] = (
    rule(
        Told,
        "span-told",
        "the name of somebody whom the user knows is a name, whatever the model labels",
        _told,
        Example("The winner was hedge marlow again.", "hedge marlow", "hedge marlow"),
        Example("They sang with hedge marlow in May.", "hedge marlow", "hedge marlow"),
    ),
)
