"""What the rules of names work on: spans of sentences that may be names, the article around them, and names."""

from __future__ import annotations

import enum
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from attrs import field, frozen

from quoteattr.coreference.gazetteer import Gazetteer, folded
from quoteattr.coreference.mentions.titles import Titles
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Parse, Range, labels

__all__ = [
    "Applies",
    "BackTrim",
    "Capital",
    "Completion",
    "Context",
    "Cut",
    "Finds",
    "FrontTrim",
    "HeadlineName",
    "Join",
    "Keep",
    "Known",
    "Link",
    "MissedName",
    "Name",
    "NameKind",
    "NameSpan",
    "Nickname",
    "Pair",
    "Revision",
    "SourceName",
    "Split",
    "Told",
    "key_of",
    "rule",
]

R = TypeVar("R", bound=Rule)
F = TypeVar("F", bound=Callable[..., object])

_HYPHEN = "-"
_MARKS = word_list("mentions", "name_marks")


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
        told: What the user knows it to name; ``None`` where nobody has said so.
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
    told: NameKind | None = None

    @property
    def text(self) -> str:
        """The words of its key."""
        return " ".join(self.key)


def key_of(words: Iterable[str], suffixes: Container[str] = ()) -> tuple[str, ...]:
    """The words of a name by which two occurrences are compared: small, without accents, full stops and marks.

    Args:
        words: As written.
        suffixes: Words that do not count at the end of a name, unless it has no other.
    """
    key: list[str] = []
    joined = False
    for word in map(_plain, words):
        if word == _HYPHEN and key:
            key[-1] += _HYPHEN
            joined = True
        elif word and word not in _MARKS and word != labels.POSSESSIVE_ENDING:
            if joined:
                key[-1] += word
            else:
                key.append(word)
            joined = False
    while len(key) > 1 and key[-1] in suffixes:
        key.pop()
    return tuple(key)


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """A word small, without accents and full stops."""
    return folded(word.lower().replace(".", "").replace("’", "'"))


@frozen
class NameSpan:
    """A stretch of a sentence that may be a name: first token, token after the last, and the model's label or ``""``.

    Attributes:
        role: The words before it that say what the person is.
        told: What the user knows it to name, if it is the name of somebody known.
    """

    start: int
    end: int
    label: str
    role: str = ""
    told: NameKind | None = None


@frozen(eq=False)
class Context:
    """An article in which names are sought.

    Attributes:
        parse: The article.
        gazetteer: The word lists.
        titles: Its titles.
        candidates: The tokens that are capitalised, or in an entity.
        rules: The rules that are asked, by their sort.
        small: The words that the article writes small.
        told: The names of those whom the user knows, by their first tokens.
    """

    parse: Parse
    gazetteer: Gazetteer
    titles: Titles
    candidates: Sequence[int]
    rules: Mapping[type[Rule], Sequence[Any]]
    small: Container[str] = ()
    told: Mapping[int, NameSpan] = field(factory=dict)

    def of(self, sort: type[R]) -> Sequence[R]:
        """The rules of a sort, in order."""
        return self.rules.get(sort, ())

    def some(self, sort: type[Rule], *given: object) -> bool:
        """Whether a rule of a sort applies to what is given."""
        for one in self.rules.get(sort, ()):  # noqa: SIM110 - any() takes twice the time
            if one.applies(self, *given):
                return True
        return False

    def text(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end``, lower case."""
        return " ".join(self.parse.lower[start:end])

    def is_known(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` are the name of an organisation in the lists."""
        text = self.text(start, end)
        return text in self.gazetteer.media or text in self.gazetteer.known_organisations

    def is_given(self, token: int) -> bool:
        """Whether a word is a given name."""
        return folded(self.parse.lower[token]) in self.gazetteer.given_names

    def ends_organisation(self, end: int) -> bool:
        """Whether the word before ``end`` is one that ends names of organisations."""
        return self.parse.lower[end - 1] in self.gazetteer.organisation_words


@frozen(eq=False)
class Pair:
    """Two neighbouring spans.

    Attributes:
        context: The article.
        left: The one.
        right: The other.
        between: The words between them, lower case.
        labels: Their labels.
        first: The last word of the left one, lower case.
        last: The last word of the right one.
    """

    context: Context
    left: NameSpan
    right: NameSpan
    between: tuple[str, ...]
    labels: tuple[str, str]
    first: str
    last: str


@frozen(eq=False)
class Known:
    """What the names that the model found tell about those that it missed.

    Attributes:
        context: The article.
        forms: The names, as lower-case words, and their labels.
        surnames: The last words of full names of people.
        covered: For each token whether a name covers it.
    """

    context: Context
    forms: Mapping[tuple[str, ...], str]
    surnames: Container[str] = ()
    covered: bytes = b""

    def first(self, sort: type[Rule], *given: object) -> NameSpan | None:
        """The name that the first rule of a sort finds."""
        for one in self.context.rules.get(sort, ()):
            if (span := one.find(self, *given)) is not None:
                return cast("NameSpan", span)
        return None


def rule(
    sort: Callable[[str, str, tuple[Example, ...], F], R], name: str, reason: str, decide: F, *examples: Example
) -> R:
    """A rule of a sort with this name as its id, which ``decide`` decides."""
    return sort(name, reason, examples, decide)


@frozen
class Applies(Rule, Generic[F]):
    """A rule that says yes or no."""

    applies: F


class Capital(Applies[Callable[[Context, int], bool]]):
    """Tells capitalised words that may be part of a name, where the model has no entity."""


class Link(Applies[Callable[[Context, int], bool]]):
    """Tells tokens that link the words before and after them."""


class Cut(Applies[Callable[[Context, NameSpan, int], bool]]):
    """Tells tokens of a span that separate two names."""


class FrontTrim(Applies[Callable[[Context, NameSpan, int], bool]]):
    """Tells first tokens of a span that are not part of the name."""


class BackTrim(Applies[Callable[[Context, NameSpan, int], bool]]):
    """Tells last tokens of a span that are not part of the name."""


class Keep(Applies[Callable[[Context, NameSpan, int], bool]]):
    """Tells tokens of a span that are part of the name, whatever cuts and trims say."""


@frozen
class Join(Applies[Callable[[Pair], bool]]):
    """Tells two spans that are one name.

    Attributes:
        label: What the name is labelled; ``""`` for the label of the left span.
    """

    label: str = ""


@frozen
class Split(Rule):
    """Tells where a person's name begins that no mark separates from what stands before: its first token, or -1."""

    token: Callable[[Context, NameSpan], int]


@frozen
class Completion(Rule):
    """Gives a span as it should be, by what stands around it."""

    complete: Callable[[Context, NameSpan], NameSpan]


@frozen
class Finds(Rule, Generic[F]):
    """A rule that finds a name, or ``None``."""

    find: F


class Told(Applies[Callable[..., bool]]):
    """Tells that the name of somebody whom the user knows begins at a place, and ends there."""

    def holds(self, *given: object) -> bool:
        """Whether it does."""
        return self.applies(*given)


class Nickname(Finds[Callable[[Context, int, int], NameSpan | None]]):
    """Finds the name with a nickname in it that begins at a token of a sentence, before its end."""


class HeadlineName(Finds[Callable[[Known, int, int], NameSpan | None]]):
    """Finds the name that begins at a token of a headline, before its end."""


class MissedName(Finds[Callable[[Known, int], NameSpan | None]]):
    """Finds the name that begins at a token where the model saw none."""


class SourceName(Finds[Callable[[Known, Range], NameSpan | None]]):
    """Finds the name that begins the source of a quote."""


@frozen
class Revision(Rule):
    """Mends the names of an article, given the surnames of its people."""

    revise: Callable[[Context, Sequence[Name], Container[str]], list[Name]]
