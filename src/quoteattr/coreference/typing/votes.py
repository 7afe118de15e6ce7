"""What typing works on: occurrences of names, their ballots, and the three sorts of rules that decide by them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from attrs import frozen

from quoteattr.coreference.gazetteer import Gazetteer, Noun
from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.rules import Example, Rule
from quoteattr.syntax import Parse

__all__ = [
    "NEVER",
    "Ballot",
    "Form",
    "FormVote",
    "Key",
    "LabelVote",
    "Occurrence",
    "Revision",
    "Typed",
    "Verdict",
    "Vote",
    "form_vote",
    "revision",
    "vote",
]

Key = tuple[str, ...]
Ballot = Mapping[NameKind, int]
"""Votes by kind."""
NEVER = -1000
"""A vote against a kind that no votes for it outweigh."""


@frozen(eq=False)
class Occurrence:
    """One occurrence of a name, as votes look at it.

    Attributes:
        parse: The article.
        gazetteer: The word lists.
        name: The name.
        previous: The name before it in the article.
        head: The token that governs its others.
        above: The head of that token.
        before: The word before the name, lower case, or ``""``.
        after: The word behind it.
        speaks: Whether its last token is in the source of a quote.
        dep: How it hangs on what governs it.
        appositions: The heads of what stands in apposition to it.
        relatives: The first tokens of its relative clauses.
    """

    parse: Parse
    gazetteer: Gazetteer
    name: Name
    previous: Name | None
    head: int
    above: int
    before: str
    after: str
    speaks: bool
    dep: str
    appositions: Sequence[int]
    relatives: Sequence[int]

    @property
    def word_above(self) -> str:
        """The word that governs it, lower case."""
        return self.parse.lower[self.above]

    def noun(self, token: int) -> Noun:
        """What a token can stand for as a common noun."""
        return self.gazetteer.noun(self.parse.lower[token], self.parse.tags[token])


@frozen(eq=False)
class Form:
    """The words of a name, and the votes of its occurrences."""

    key: Key
    text: str
    votes: Ballot
    gazetteer: Gazetteer

    @property
    def is_given(self) -> bool:
        """Whether it begins with a given name, or with two that a hyphen joins."""
        return self.gazetteer.given_names.keys() >= set(self.key[0].split("-"))

    def count(self, kind: NameKind) -> int:
        """The votes for a kind."""
        return self.votes.get(kind, 0)


@frozen(eq=False)
class Typed:
    """The names of an article, and what each names as far as is known; ``speakers`` are those that speak or act."""

    parse: Parse
    names: Sequence[Name]
    speakers: Collection[Key]
    gazetteer: Gazetteer
    votes: Mapping[Key, Ballot]
    kinds: Mapping[Key, NameKind]

    def count(self, key: Key, kind: NameKind) -> int:
        """The votes for a kind of a name."""
        return self.votes[key].get(kind, 0)

    def is_listed(self, key: Key) -> bool:
        """Whether a list of organisations has a name."""
        text = " ".join(key)
        return text in self.gazetteer.media or text in self.gazetteer.known_organisations

    def of_kind(self, kind: NameKind) -> list[Key]:
        """The keys of names of a kind."""
        return [key for key, known in self.kinds.items() if known is kind]

    def surnames(self) -> set[str]:
        """The last words of the names of people that have several."""
        return {key[-1] for key in self.of_kind(NameKind.PERSON) if len(key) > 1}


@frozen
class Verdict:
    """What a name names, and the ids of the rules that voted on it or changed it, in the order of the table."""

    kind: NameKind
    rules: tuple[str, ...]


@frozen
class Vote(Rule):
    """A vote by what stands around each occurrence of a name: ``weights`` are votes for kinds, or against them."""

    applies: Callable[[Occurrence], bool]
    weights: Ballot


@frozen
class LabelVote(Rule):
    """The vote of the model, by its labels of all occurrences."""

    votes: Callable[[Sequence[Name]], Mapping[Key, Ballot]]


@frozen
class FormVote(Rule):
    """A vote by the words of a name."""

    applies: Callable[[Form], bool]
    weights: Ballot


@frozen
class Revision(Rule):
    """A decision that hangs on what other names name: ``keys`` are names of this kind, whatever was voted."""

    keys: Callable[[Typed], Iterable[Key]]
    kind: NameKind


def vote(weights: Ballot, name: str, reason: str, applies: Callable[[Occurrence], bool], *examples: Example) -> Vote:
    """A vote with this name as its id."""
    return Vote(name, reason, examples, applies, weights)


def form_vote(weights: Ballot, name: str, reason: str, applies: Callable[[Form], bool], *examples: Example) -> FormVote:
    """A vote by the words of a name, with this name as its id."""
    return FormVote(name, reason, examples, applies, weights)


def revision(
    kind: NameKind, name: str, reason: str, keys: Callable[[Typed], Iterable[Key]], *examples: Example
) -> Revision:
    """A revision with this name as its id."""
    return Revision(name, reason, examples, keys, kind)
