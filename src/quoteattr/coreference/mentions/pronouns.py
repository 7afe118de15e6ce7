"""What a pronoun tells by itself: its class, and the traits of somebody of whom nothing else is known."""

from __future__ import annotations

from itertools import islice

from quoteattr.coreference.classes import RELATIVE_PRONOUN
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Mention, MentionType, Traits
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.nominals import phrase_start
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import (
    ADJECTIVE,
    DETERMINER_TAG,
    PARTICIPLE_CLAUSE,
    PLURAL_NOUN,
    PLURAL_PROPER_NOUN,
    RELATIVE_CLAUSE,
)

__all__ = ["clause_head", "pronoun_class", "traits_of_pronoun"]

_HUMAN = word_list("coreference", "human_relatives")
_SEVERAL_TAGS = (PLURAL_NOUN, PLURAL_PROPER_NOUN, DETERMINER_TAG, ADJECTIVE)
"""Tags of what a clause hangs on that tells of several: "those who", "the rich who"."""
_CLAUSES = (RELATIVE_CLAUSE, PARTICIPLE_CLAUSE)
_STEPS = 12
"""How far a relative pronoun climbs to its clause."""
_TRAITS = {
    "male": Traits(SpeakerKind.PERSON),
    "female": Traits(SpeakerKind.PERSON),
    "first": Traits(SpeakerKind.PERSON),
    "second": Traits(SpeakerKind.PERSON, best="reader"),
    "plural": Traits(SpeakerKind.PEOPLE, plural=True),
    "first_plural": Traits(SpeakerKind.PEOPLE, plural=True),
}
_UNKNOWN = Traits(SpeakerKind.UNKNOWN)


def pronoun_class(document: Document, mention: Mention) -> str:
    """The class of :attr:`Gazetteer.pronouns` that a pronoun has; empty for names and descriptions."""
    is_pronoun = mention.type is MentionType.PRONOUN
    return document.gazetteer.pronouns[document.parse.lower[mention.head]] if is_pronoun else ""


def clause_head(parse: Parse, token: int) -> int:
    """What the clause hangs on that a relative pronoun opens, or -1."""
    above = islice(parse.ancestors(token), _STEPS)
    return next((parse.heads[verb] for verb in above if parse.deps[verb] in _CLAUSES), -1)


def traits_of_pronoun(parse: Parse, mention: Mention, gazetteer: Gazetteer) -> Traits:
    """What a pronoun tells of whom it stands for, as long as no rule has said who that is."""
    told = gazetteer.pronouns[parse.lower[mention.head]]
    return _of_relative(parse, mention.head, gazetteer) if told == RELATIVE_PRONOUN else _TRAITS.get(told, _UNKNOWN)


def _of_relative(parse: Parse, token: int, gazetteer: Gazetteer) -> Traits:
    """Somebody for "those who ...": described by what the relative clause hangs on."""
    head = clause_head(parse, token)
    if not 0 <= head < token or not parse.is_word(head):
        return _UNKNOWN
    several = parse.tags[head] in _SEVERAL_TAGS or parse.lower[head] in gazetteer.people
    kind = SpeakerKind.PEOPLE if several else SpeakerKind.PERSON
    words = parse.words_of((phrase_start(parse, head), head + 1))
    return Traits(
        kind if parse.lower[token] in _HUMAN else SpeakerKind.UNKNOWN, plural=several, best=" ".join(words.split())
    )
