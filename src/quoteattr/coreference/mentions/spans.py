"""What the rules of names work on: pieces of sentences that may be names, the article around them, and names."""

from __future__ import annotations

import enum
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from attrs import frozen

from quoteattr.coreference.gazetteer import Gazetteer, word_list
from quoteattr.coreference.mentions.titles import Titles
from quoteattr.coreference.rules import Example, Rule
from quoteattr.syntax import Parse, Range, labels

__all__ = [
    "BackTrim",
    "Capital",
    "Completion",
    "Context",
    "Cut",
    "FrontTrim",
    "HeadlineName",
    "Join",
    "Keep",
    "Known",
    "Link",
    "MissedName",
    "Name",
    "NameKind",
    "Nickname",
    "NoName",
    "NoSentence",
    "Pair",
    "Piece",
    "Revision",
    "SourceName",
    "Split",
    "TokenRule",
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

    @property
    def text(self) -> str:
        """The words of its key."""
        return " ".join(self.key)


def key_of(words: Iterable[str], suffixes: Container[str] = ()) -> tuple[str, ...]:
    """The words of a name by which two occurrences are compared.

    Args:
        words: As written.
        suffixes: Words that do not count at the end of a name, unless it has no other.
    """
    key: list[str] = []
    joined = False
    for word in words:
        word = word.lower().replace(".", "").replace("’", "'")
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


@frozen
class Piece:
    """A stretch of a sentence that may be a name: first token, token after the last, and the model's label or ``""``.

    Attributes:
        role: The words before it that say what the person is.
    """

    start: int
    end: int
    label: str
    role: str = ""


@frozen(eq=False)
class Context:
    """An article in which names are sought.

    Attributes:
        parse: The article.
        gazetteer: The word lists.
        titles: Its titles.
        candidates: The tokens that are capitalised, or in an entity.
        rules: The rules that are asked, by their sort.
    """

    parse: Parse
    gazetteer: Gazetteer
    titles: Titles
    candidates: Sequence[int]
    rules: Mapping[type[Rule], Sequence[Any]]

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
        """Whether the words from ``start`` to ``end`` are the name of a body in the lists."""
        text = self.text(start, end)
        return text in self.gazetteer.media or text in self.gazetteer.known_organisations

    def is_given(self, token: int) -> bool:
        """Whether a word is a given name."""
        return self.parse.lower[token] in self.gazetteer.given_names

    def ends_body(self, end: int) -> bool:
        """Whether the word before ``end`` is one that ends names of bodies."""
        return self.parse.lower[end - 1] in self.gazetteer.organisation_words


@frozen(eq=False)
class Pair:
    """Two neighbouring pieces.

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
    left: Piece
    right: Piece
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

    def first(self, sort: type[Rule], *given: object) -> Piece | None:
        """The name that the first rule of a sort finds."""
        for one in self.context.rules.get(sort, ()):
            if (piece := one.find(self, *given)) is not None:
                return cast("Piece", piece)
        return None


def rule(
    sort: Callable[[str, str, tuple[Example, ...], F], R], name: str, reason: str, decide: F, *examples: Example
) -> R:
    """A rule of a sort with this name as its id, which ``decide`` decides."""
    return sort(name, reason, examples, decide)


@frozen
class Capital(Rule):
    """Tells capitalised words that may be part of a name, where the model has no entity."""

    applies: Callable[[Context, int], bool]


@frozen
class Link(Rule):
    """Tells tokens that link the word before and the word behind them: hyphens."""

    applies: Callable[[Context, int], bool]


@frozen
class NoName(Rule):
    """Tells capitalised words that begin no name; the second number is the end of the sentence."""

    applies: Callable[[Context, int, int], bool]


@frozen
class NoSentence(Rule):
    """Tells sentences that have no names."""

    applies: Callable[[Context, int, int], bool]


@frozen
class TokenRule(Rule):
    """Tells tokens of pieces."""

    applies: Callable[[Context, Piece, int], bool]


class Cut(TokenRule):
    """Tells tokens that part two names."""


class FrontTrim(TokenRule):
    """Tells first tokens that are no part of the name."""


class BackTrim(TokenRule):
    """Tells last tokens that are no part of the name."""


class Keep(TokenRule):
    """Tells tokens that are part of the name, whatever cuts and trims say."""


@frozen
class Split(Rule):
    """Tells where the second of two names begins that nothing parts: its first token, or -1."""

    token: Callable[[Context, Piece], int]


@frozen
class Join(Rule):
    """Tells two pieces that are one name.

    Attributes:
        applies: Whether they are.
        label: What the name is labelled; ``""`` for the label of the left piece.
        last: Whether of the left piece the last word alone belongs to it.
    """

    applies: Callable[[Pair], bool]
    label: str = ""
    last: bool = False


@frozen
class Nickname(Rule):
    """Tells three pieces that are one name, the second of them a nickname."""

    applies: Callable[[Context, Piece, Piece, Piece], bool]


@frozen
class Completion(Rule):
    """Gives a piece as it should be, by what stands around it."""

    complete: Callable[[Context, Piece], Piece]


@frozen
class HeadlineName(Rule):
    """Finds the name that begins at a token of a headline, before its end."""

    find: Callable[[Known, int, int], Piece | None]


@frozen
class MissedName(Rule):
    """Finds the name that begins at a token where the model saw none."""

    find: Callable[[Known, int], Piece | None]


@frozen
class SourceName(Rule):
    """Finds the name that begins the source of a quote."""

    find: Callable[[Known, Range], Piece | None]


@frozen
class Revision(Rule):
    """Mends the names of an article, given the surnames of its people."""

    revise: Callable[[Context, Sequence[Name], Container[str]], list[Name]]
