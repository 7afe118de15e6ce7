"""Interviews: who is the guest, who asks, and which paragraphs of an interview without labels are questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from quoteattr.coreference.classes import PEOPLE_NOUN, PERSON_NOUN
from quoteattr.coreference.context import Context, Interview
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import (
    AGENT,
    APPOSITION,
    COMPLEMENT,
    COMPOUND,
    DATIVE,
    OBJECT,
    OPEN_COMPLEMENT,
    PLURAL_NOUN,
    PREPOSITION,
    SUBJECT,
)

__all__ = ["Story", "interview_of"]

_INTERVIEWS = word_list("coreference", "interviews")
_ASKED = word_list("coreference", "asks")
_TALKS = word_list("coreference", "talks")
_TALKS_TO = word_list("coreference", "talks_to")
_CREDITS = word_list("coreference", "credits")
_FEW = 2
"""Questions at least of an interview without labels."""
_FIRST = word_list("coreference", "first_persons")
_SECOND = word_list("coreference", "second_persons")
_PERSONS = _FIRST | _SECOND


def interview_of(context: Context) -> Interview | None:
    """The interview of one guest that an article is, by what stands before the first question; or ``None``."""
    parse = context.parse
    if any(one.is_turn for one in context.document.attributions):
        return None
    lines = [parse.trim(line) for line in parse.paragraphs]
    below = range(1, len(lines))  # a headline may speak to the reader
    opening = next((number for number in below if _speaks(parse, lines[number], _PERSONS)), None)
    if opening is None or not _speaks(parse, lines[opening], _SECOND):
        return None  # nobody speaks, or a narrator does
    questions = _questions(parse, lines, opening)
    story = Story(context, lines[opening][0])
    guest = story.guest() if len(questions) >= _FEW and story.is_interview() else None
    if guest is None or not guest.mentions:
        return None
    return Interview(guest.mentions[0], questions, story.first)


def _questions(parse: Parse, lines: Sequence[Range], opening: int) -> Collection[int]:
    """The numbers of the paragraphs that ask: of two in a row the second answers, with a question of its own."""
    found, above = {opening}, opening
    for number in range(opening + 1, len(lines)):
        if lines[number][0] < lines[number][1]:
            if above not in found and _is_question(parse, lines[number]):
                found.add(number)
            above = number
    return found


def _is_question(parse: Parse, line: Range) -> bool:
    """Whether a paragraph ends with a question, speaks of you, and stands in no marks."""
    end = line[1] - 1
    asks = line[0] <= end and parse.words[end][-1] == "?" and parse.region_of[end] < 0
    return asks and _speaks(parse, line, _SECOND)


def _speaks(parse: Parse, tokens: Range, persons: AbstractSet[str]) -> bool:
    """Whether some pronouns stand among tokens, outside quotation marks."""
    if persons.isdisjoint(parse.lower[slice(*tokens)]):
        return False
    return any(parse.lower[token] in persons and parse.region_of[token] < 0 for token in range(*tokens))


# ---- the story before the first question --------------------------------------------------------------------------


@frozen(eq=False)
class Story:
    """What stands before the first question: who is interviewed, and by whom.

    Attributes:
        context: The article.
        first: The token of the first question.
    """

    context: Context
    first: int

    def is_interview(self) -> bool:
        """Whether it speaks of an interview."""
        return not _INTERVIEWS.isdisjoint(self.context.parse.lower[: self.first])

    def guest(self) -> Entity | None:
        """Who is interviewed, or named most; ``None`` where several are, or some without a name."""
        told = dict.fromkeys(self._interviewed())
        if told:
            people = [entity for entity in told if entity is None or entity.is_person]
            return people[0] if len(people) == 1 else None
        parse, entities = self.context.parse, self.context.entities
        counts = Counter(entities.of(mention) for mention in self._names() if not _is_credit(parse, mention))
        (most, count), (_, less) = (*counts.most_common(2), (None, 0), (None, 0))[:2]
        return most if count > less else None

    def _names(self) -> Iterator[Mention]:
        """The names of people before the first question, in text order."""
        for mention in self.context.document.mentions:
            if mention.head >= self.first:
                return
            if mention.type is MentionType.NAME and self.context.entities.of(mention).is_person:
                yield mention

    def asker(self, guest: Entity | None) -> Entity | None:
        """Who interviews the guest, or several guests, by name."""
        found = [entity for entity in self.interviewing(guest) if entity is not guest and entity.names]
        return next((entity for entity in found if entity.is_person), found[0] if found else None)

    def interviewing(self, guest: Entity | None) -> Iterator[Entity]:
        """Who interviews somebody, and to whom the guest talks, if there is one."""
        parse = self.context.parse
        for token in range(self.first):
            word = parse.lower[token]
            if self._interviews(token):
                for child in parse.children[token]:
                    if parse.deps[child] in (SUBJECT, AGENT) or parse.lower[child] == "by":
                        yield from self._named(child, ("by",))
                    elif parse.deps[child] == COMPOUND:  # "a Gazette interview", which is a paper's
                        yield from (one for one in self._named(child) if not one.is_person)
            elif word in _TALKS and guest in self._named(parse.child(token, SUBJECT)):
                for child in parse.children[token]:
                    if parse.deps[child] in (OBJECT, DATIVE, PREPOSITION):
                        yield from self._named(child, _TALKS_TO)

    def _interviews(self, token: int) -> bool:
        """Whether a word tells of an interview; "asked" does where nobody is asked to do anything."""
        parse, word = self.context.parse, self.context.parse.lower[token]
        return word in _INTERVIEWS or (word in _ASKED and parse.child(token, OPEN_COMPLEMENT, COMPLEMENT) < 0)

    def _interviewed(self) -> Iterator[Entity | None]:
        """Whom somebody interviews, or who talks to somebody; ``None`` for several without names."""
        parse = self.context.parse
        for token in range(self.first):
            word = parse.lower[token]
            if self._interviews(token):
                verb = parse.tags[token][:1] == "V"
                guest = parse.child(token, *(("dobj", "nsubjpass") if verb else ("prep",)))
                yield from self._guests(guest, () if verb else ("with", "of"))
            elif word in _TALKS:
                yield from self._talking(token)

    def _talking(self, verb: int) -> Iterator[Entity]:
        """The people of a talk with a paper; where two talk to each other nobody knows who asks."""
        parse = self.context.parse
        told = [
            one
            for child in parse.children[verb]
            if parse.deps[child] != SUBJECT
            for one in self._named(child, _TALKS_TO)
        ]
        tells = self._named(parse.child(verb, SUBJECT))
        sides = [[one for one in side if one.is_person] for side in (tells, told)]
        if bool(sides[0]) != bool(sides[1]) and (told or sides[1]):
            yield from sides[0] or sides[1]

    def _guests(self, token: int, prepositions: Collection[str]) -> Iterator[Entity | None]:
        """Whom a phrase names; whoever was named last for a pronoun, and ``None`` for several whom it does not name."""
        parse, named = self.context.parse, self._named(token, prepositions)
        head = self._governed(token, prepositions)
        if named or head < 0:
            yield from named
        elif parse.lower[head] in ("him", "her"):
            document, start = self.context.document, parse.sentences[parse.sentence_of[head]][0]
            subjects = (one for one in self._names() if one.head < start and document.is_subject(one.head))
            yield from [self.context.entities.of(one) for one in subjects][-1:]
        elif parse.tags[head] == PLURAL_NOUN and self.context.noun_at(head).kind in (PERSON_NOUN, PEOPLE_NOUN):
            yield None

    def _governed(self, token: int, prepositions: Collection[str]) -> int:
        """A token, or what it governs if it is one of some prepositions; -1 for other prepositions."""
        parse = self.context.parse
        if token < 0 or not (parse.deps[token] in (PREPOSITION, AGENT) or parse.lower[token] == "by"):
            return token
        return parse.child(token, "pobj") if parse.lower[token] in prepositions else -1

    def _named(self, token: int, prepositions: Collection[str] = ()) -> list[Entity]:
        """Whom a phrase names, and those joined with them; of a prepositional one, what its preposition governs."""
        parse, token = self.context.parse, self._governed(token, prepositions)
        found = []
        while token >= 0:
            heads = (token, *(child for child in parse.children[token] if parse.deps[child] == APPOSITION))
            found += [entity for head in heads if (entity := self.context.entity_covering(head)) is not None][:1]
            token = parse.child(token, "conj")
        return found


def _is_credit(parse: Parse, mention: Mention) -> bool:
    """Whether a name stands behind "Image:" or the like, or in a byline: who took a picture, or wrote the article."""
    before = parse.lower[max(0, mention.start - 2) : mention.start]
    if before[-1:] == ["by"] and parse.trim(parse.line_of(mention.start))[0] == mention.start - 1:
        return True
    return before[-1:] in ([":"], ["by"]) and before[0] in _CREDITS
