"""A piece of evidence: a rule, how sure it is, and where it finds the organisation that somebody stands for."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable

from attrs import frozen

from quoteattr.affiliation.survey import Survey
from quoteattr.coreference.context import Context
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.rules import Rule
from quoteattr.syntax import Parse

__all__ = ["Basis", "Evidence", "Passage", "Rank"]


class Rank(enum.IntEnum):
    """How sure each kind of evidence is, the surest first. Of the same rank, what the article says first is surer."""

    APPOSITION = 0
    BESIDE = 1
    COPULA = 2
    LATER = 3
    ISSUED = 3
    WRITTEN = 4
    SPOKEN_OF = 5
    OWNED = 7
    CLAUSE = 8
    OFFICE = 9


class Basis(enum.Enum):
    """At what sort of passage evidence is looked for."""

    APPOSITION = "what an apposition says of a person"
    PREMODIFIER = "what stands before a person's name"
    COPULA = "what a copula says of a person"
    BEFORE_NAME = "what stands before the name of a person"
    TITLE = "the titles before the name of a person"
    BEHIND_NAME = "what stands behind the name of a person"
    BEHIND_POST = "the name of a person behind a comma and a noun"
    BEFORE_VERB = "the name of a person before a verb with a tense"
    LATER = "a description of a person that the article names elsewhere"
    DESCRIPTION = "a description of somebody unnamed, or of a document"
    ROLE = "a description of somebody unnamed"
    SEVERAL = "a description of organisations"
    BEHIND_COMMA = "a named person in a clause, behind a comma"
    CLAUSE = "a mention of a person that is the subject or the agent of a verb that can tie them to an organisation"
    OWNER = "a person in the possessive"
    DOCUMENT = "any mention of a document"
    SAME = "a document of which nothing else is told"
    AUTHOR = "the name of an author of whom nothing else is told"

    __hash__ = object.__hash__  # members are compared by identity


@frozen(eq=False)
class Passage:
    """A place at which the article may say for whom somebody stands.

    Attributes:
        survey: The article.
        basis: What sort of passage it is.
        entity: Who stands for something.
        mention: The mention of who it is: for a construct the name or pronoun, not the description.
        head: The noun for what it is: of a construct or a description; otherwise the head of the mention.
        is_over: Whether the passage tells what somebody was: nobody stands for that any more.
        still: Organisations of which it says nevertheless that somebody is with them now.
    """

    survey: Survey
    basis: Basis
    entity: Entity
    mention: Mention
    head: int
    is_over: bool = False
    still: tuple[Entity, ...] = ()

    @property
    def context(self) -> Context:
        """The article, and what each mention stands for."""
        return self.survey.context

    @property
    def document(self) -> Document:
        """The mentions of the article."""
        return self.survey.context.document

    @property
    def parse(self) -> Parse:
        """The article's words and tree."""
        return self.survey.context.parse

    @property
    def gazetteer(self) -> Gazetteer:
        """The word lists."""
        return self.survey.context.gazetteer


@frozen(eq=False)
class Evidence:
    """One way in which an article says for whom somebody stands.

    Attributes:
        rule: Its id, reason and examples.
        rank: How sure it is, the surest first.
        bases: At what passages it is looked for.
        find: Gives the organisations, the likeliest first; ``None`` among them counts for nothing.
        only_if_none: Whether it is asked only for those of whom nothing has been found so far.
    """

    rule: Rule
    rank: int
    bases: tuple[Basis, ...]
    find: Callable[[Passage], Iterable[Entity | None]]
    only_if_none: bool = False
