"""Whom a quote is said to: the object of a verb of telling, who stands behind to, with whom somebody speaks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice

from attrs import frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.classes import ORGANISATION_NOUN, PEOPLE_NOUN, PERSON_NOUN, THING_PRONOUN
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.mentions.pronouns import pronoun_class
from quoteattr.coreference.rules import Rule, rule
from quoteattr.coreference.sources import speaker_of
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb, is_dated, is_infinitive, nominal_of, phrase_head
from quoteattr.syntax.labels import (
    ADJECTIVE,
    ADVERBIAL_CLAUSE,
    CASE,
    COMPOUND,
    CONJUNCT,
    CONJUNCTION,
    DATIVE,
    DETERMINER_TAG,
    NUMBER_MODIFIER,
    OBJECT,
    PARTICIPLE_TAG,
    PASSIVE_SUBJECT,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PUNCTUATION,
    SPEAKERS,
    SUBJECT,
    VERB,
)
from quoteattr.syntax.labels import NOUN as NOUN_TAG

__all__ = ["RULES", "Address", "address_of"]

_TELLING = word_list("addressees", "telling")
_ASKING = word_list("addressees", "asking")
_ORDERING = word_list("addressees", "ordering")
_CALLING = word_list("addressees", "calling")
_POINTING = word_list("addressees", "pointing")
_SENT = word_list("addressees", "sent")
_TALKS = word_list("addressees", "talks")
_MEDIA = frozenset(form for noun in _SENT | _TALKS for form in (noun, f"{noun}s", f"{noun[:-1]}ies"))
_WITHIN = word_list("addressees", "within")
_SPEAKING = word_list("addressees", "speaking")
_SENDING = word_list("addressees", "sending")
_ON = word_list("addressees", "called_on")
_TO = ("to",)
_WITH = word_list("addressees", "talks_with")
_PHRASE = (DETERMINER_TAG, NOUN_TAG, "PR", ADJECTIVE)
"""First letters of the tags of what may begin a noun phrase."""
_NEAR = 12
"""Tokens behind a verb of telling in which its object ends."""
_BEHIND = 4
"""Tokens between a cue and the phrase behind it that tells of a letter or an interview, where the tree parts them."""
_REACH = 60
"""Tokens around a cue in which such a phrase is looked for."""
_LONGEST = 20
"""Tokens of an addressee behind its head, at most."""
_UP = 6
"""Heads above a cue that are looked at."""
_HUMAN = (PERSON_NOUN, PEOPLE_NOUN, ORGANISATION_NOUN)
_BEHIND_HEAD = word_list("addressees", "of_addressees")


# ---- rules ---------------------------------------------------------------------------------------------------------

TOLD = rule(
    "addressee-told",
    "the object of a verb of telling is who is told",
    "Ada Smith told [the court](court) that it was late.",
    "“It is late,” Ada Smith told [Acme News](Acme News).",
)
ASKED = rule(
    "addressee-asked",
    "whom somebody asks, urges, warns or orders is spoken to, be it a part of what is asked",
    "The governor urged [residents](residents) to stay indoors.",
    "Ada Smith warned [Ben Lee](Ben Lee) that it was late.",
)
PASSIVE = rule(
    "addressee-passive",
    "who is told, asked or warned, where nobody or somebody with by does it",
    "[Ben Lee](Ben Lee) was asked by the judge to leave the room.",
    "[The mayor](mayor) was told by the engineers that the bridge was unsafe.",
)
CALLED_ON = rule(
    "addressee-called-on",
    "whom somebody calls on to do something",
    "Ada Smith called on [ministers](ministers) to resign.",
    "The union called upon [Ben Lee](Ben Lee) to reopen the plant.",
)
TO = rule(
    "addressee-to",
    "to whom a verb of saying says it",
    "“It is late,” Ada Smith said to [reporters](reporters).",
    "Ada Smith admitted to [Ben Lee](Ben Lee) that it was late.",
)
NOUN = rule(
    "addressee-noun",
    "to whom a message, a letter or a warning goes that is the cue, or on which the cue hangs",
    "Ada Smith’s message to [voters](voters) was that taxes would fall.",
    "The letter to [Ben Lee](Ben Lee) says that it was late.",
)
SENT = rule(
    "addressee-sent",
    "to whom somebody sends the letter that says it",
    "Ada Smith sent a letter to [Ben Lee](Ben Lee) saying that it was late.",
    "The board sent [employees](employees) a memo stating that the plant would close.",
)
MEDIUM = rule(
    "addressee-medium",
    "to whom the letter goes, or with whom the interview is, in which it is said",
    "“It is late,” Ada Smith said in an interview with [Acme News](Acme News).",
    "In an email to [employees](employees), Ada Smith said that it was late.",
)
SPEAKING = rule(
    "addressee-speaking",
    "to whom somebody speaks in a clause beside",
    "Speaking to [reporters](reporters), Ada Smith said that it was late.",
    "“It is late,” said Ada Smith, speaking to [Acme News](Acme News).",
)
RULES = (PASSIVE, TOLD, ASKED, CALLED_ON, TO, NOUN, SENT, MEDIUM, SPEAKING)


@frozen
class Address:
    """Whom an attribution is said to.

    Attributes:
        tokens: The words for them.
        rule: The id of the rule that says so.
        entity: Who they are.
    """

    tokens: Range
    rule: str
    entity: Entity | None = None


def address_of(
    context: Context, lexicon: Lexicon, attribution: Attribution, without: Collection[str] = ()
) -> Address | None:
    """Whom an attribution of a resolved article is said to; ``None`` where the frame of its cue does not tell.

    Args:
        context: The article, resolved.
        lexicon: It knows the lemmas of verbs.
        attribution: One of its attributions.
        without: Ids of rules that are not asked.
    """
    return _Frame(context, lexicon, attribution).address(without) if attribution.cue_head >= 0 else None


@frozen(eq=False)
class _Frame:
    """The frame of a cue: what hangs on it, and what it hangs on."""

    context: Context
    lexicon: Lexicon
    attribution: Attribution

    @property
    def parse(self) -> Parse:
        return self.context.parse

    def address(self, without: Collection[str]) -> Address | None:
        """Whom it is said to, by the first rule that tells."""
        finders: tuple[tuple[Rule, Callable[[Verb], int]], ...] = (
            (PASSIVE, self._asked_passive),
            (TOLD, self._told),
            (ASKED, self._asked),
            (CALLED_ON, self._called_on),
            (TO, self._behind_to),
            (NOUN, self._of_noun),
            (SENT, self._of_sent),
            (MEDIUM, self._of_medium),
            (SPEAKING, self._spoken_to),
        )
        cue = self.attribution.cue_head
        verb = Verb.at(self.parse, cue, self.lexicon.lemma(self.parse.lower[cue]))
        for found_by, find in finders:
            head = find(verb) if found_by.id not in without else -1
            if head >= 0 and (tokens := self._phrase(head)) is not None:
                return Address(tokens, found_by.id, self._entity(head, tokens))
        return None

    # ---- heads of addressees, or -1 --------------------------------------------------------------------------------

    def _asked_passive(self, verb: Verb) -> int:
        """The subject of a passive verb, and that of a headline: "Mayor told to resign"."""
        if verb.passive:
            subject = verb.first(PASSIVE_SUBJECT) if verb.lemma in _TELLING | _ASKING else -1
        else:
            orders = verb.lemma in _ORDERING and not verb.after(DATIVE, OBJECT, "ccomp")
            told = orders and any(is_infinitive(self.parse, one) for one in verb.after("xcomp"))
            subject = verb.first(SUBJECT) if told else -1
        return subject if subject >= 0 and self._listens(subject) else -1

    def _told(self, verb: Verb) -> int:
        if verb.lemma not in _TELLING or verb.passive:
            return -1
        objects = [one for one in verb.after(DATIVE, OBJECT) if self.parse.lower[one] not in _TO]
        found = next((one for one in objects if not self._is_said(one)), -1)
        return found if found >= 0 else self._right_behind(verb)

    def _right_behind(self, verb: Verb) -> int:
        """The noun phrase behind a verb that the parser has taken for a part of what is told."""
        parse, first = self.parse, verb.token + 1
        if first >= len(parse) or self._is_said(first) or parse.tags[first][:2] not in _PHRASE:
            return -1
        head = phrase_head(parse, first, (first, min(len(parse), first + _NEAR)))
        return head if parse.tags[head][:2] in (NOUN_TAG, "PR") and self._listens(head) else -1

    def _asked(self, verb: Verb) -> int:
        if verb.lemma not in _ASKING or verb.passive:
            return -1
        for one in verb.after(DATIVE, OBJECT):
            if self._listens(one) and not is_dated(self.parse, one):
                return one
        for clause in verb.after("ccomp"):  # "urged residents to stay", with residents the subject of stay
            subject = self.parse.child(clause, SUBJECT)
            if verb.token < subject < clause and is_infinitive(self.parse, clause) and self._listens(subject):
                return subject
        return -1

    def _called_on(self, verb: Verb) -> int:
        return self._governed(verb.token, _ON) if verb.lemma in _CALLING else -1

    def _behind_to(self, verb: Verb) -> int:
        if verb.lemma in _POINTING or verb.passive or self.parse.tags[verb.token][:2] != VERB:
            return -1
        found = self._governed(verb.token, _TO)
        return -1 if found < 0 or self._is_said(found) or self._is_place(found) else found

    def _of_noun(self, verb: Verb) -> int:
        """To whom the noun goes that is the cue, its subject, or on which the cue hangs."""
        parse = self.parse
        for token in (verb.token, verb.subject, *islice(parse.ancestors(verb.token), 1)):
            if token >= 0 and parse.tags[token][:2] == NOUN_TAG and singular(parse.lower[token]) in _SENT:
                return self._governed(token, _TO)
        return -1

    def _of_sent(self, verb: Verb) -> int:
        """To whom a verb above the cue sends what the cue says."""
        parse = self.parse
        for token in (verb.token, *islice(parse.ancestors(verb.token), _UP)):
            if self.lexicon.lemma(parse.lower[token]) not in _SENDING:
                continue
            sent = [child for child in parse.children[token] if parse.deps[child] == OBJECT]
            if any(singular(parse.lower[noun]) in _SENT for noun in sent):
                told = [
                    child for child in parse.children[token] if parse.deps[child] == DATIVE and self._listens(child)
                ]
                return told[0] if told else max(self._governed(one, _TO) for one in (token, *sent))
        return -1

    def _of_medium(self, verb: Verb) -> int:
        """To whom the letter goes, or with whom the interview is, in which it is said."""
        for token in self._around(verb.token, _MEDIA):
            if self._is_medium(token, verb.token):
                found = self._governed(token, _TO if singular(self.parse.lower[token]) in _SENT else _WITH)
                if found >= 0:
                    return found
        return -1

    def _is_medium(self, noun: int, cue: int) -> bool:
        """Whether a noun is that in which something is said."""
        parse, preposition = self.parse, self.parse.heads[noun]
        if parse.deps[noun] != PREPOSITION_OBJECT or parse.lower[preposition] not in _WITHIN:
            return False
        if cue in islice(parse.ancestors(preposition), _UP) or 0 < preposition - cue <= _BEHIND:
            return True
        # "dodged the question in an interview with Acme News, saying …"
        return parse.tags[cue] == PARTICIPLE_TAG and parse.heads[preposition] == parse.heads[cue]

    def _spoken_to(self, verb: Verb) -> int:
        parse = self.parse
        for token in self._around(verb.token, _SPEAKING):
            if parse.tags[token] == PARTICIPLE_TAG:
                opens = token == parse.sentences[parse.sentence_of[token]][0]
                beside = parse.deps[token] == ADVERBIAL_CLAUSE and verb.token in islice(parse.ancestors(token), _UP)
                found = self._governed(token, _WITH) if opens or beside else -1
                if found >= 0:
                    return found
        return -1

    # ---- questions -------------------------------------------------------------------------------------------------

    def _around(self, cue: int, words: Collection[str]) -> Iterator[int]:
        """The tokens of the cue's sentence that are some of ``words``, and not said."""
        start, end = self.parse.sentences[self.parse.sentence_of[cue]]
        start, end = max(start, cue - _REACH), min(end, cue + _REACH)
        for token, word in enumerate(self.parse.lower[start:end], start):
            if word in words and not self._is_said(token):
                yield token

    def _governed(self, token: int, prepositions: Collection[str]) -> int:
        """Who stands behind one of the prepositions that hang on a token, if it can listen."""
        parse = self.parse
        for child in parse.children[token]:
            if child > token and parse.deps[child] in (PREPOSITION, DATIVE) and parse.lower[child] in prepositions:
                found = nominal_of(parse, child)
                if found >= 0 and self._listens(found):
                    return found
        return -1

    def _is_said(self, token: int) -> bool:
        return any(start <= token < end for start, end in self.attribution.content)

    def _is_place(self, token: int) -> bool:
        mention = self.context.document.mention_at(token)
        return mention is not None and self.context.entities.of(mention).traits.place

    def _listens(self, token: int) -> bool:
        """Whether a noun or a pronoun can be spoken to."""
        context, parse = self.context, self.parse
        mention = context.document.mention_at(token)
        if mention is not None and mention.type is MentionType.PRONOUN:
            return pronoun_class(context.document, mention) != THING_PRONOUN
        if mention is not None and context.entities.of(mention).kind.value in _HUMAN:
            return True
        return context.noun_at(token).kind in _HUMAN or parse.entity_labels[token] in SPEAKERS

    def _phrase(self, head: int) -> Range | None:
        """The words of an addressee, without what is only added to them."""
        parse = self.parse
        start, end = parse.left[head], head + 1
        for child in parse.children[head]:
            if child < head:
                continue
            label = parse.deps[child]
            joins = label in (CONJUNCTION, CONJUNCT, CASE, COMPOUND, NUMBER_MODIFIER) or (
                label == PREPOSITION and parse.lower[child] in _BEHIND_HEAD
            )
            if joins:
                end = max(end, child + 1 if label == CONJUNCTION else parse.right[child])
            elif label != PUNCTUATION:
                break
        start, end = parse.trim((start, min(end, head + _LONGEST)), (",", "(", ")", ":"))
        taken = (*self.attribution.cue, *self.attribution.source)
        start = max([start, *(last for _, last in taken if last <= head)])
        end = min([end, *(first for first, _ in taken if first > head)])
        speaks = any(first <= head < last and start <= first for first, last in self.attribution.source)
        return (start, end) if start <= head < end and not speaks else None

    def _entity(self, head: int, tokens: Range) -> Entity | None:
        """Who it is: of "Acme news agency" what the name names."""
        context = self.context
        mention = context.document.mention_at(head)
        entity = speaker_of(context, mention, tokens) if mention is not None else None
        named = entity is not None and (entity.names or entity.parts)
        if named or context.noun_at(head).kind != ORGANISATION_NOUN:
            return entity
        inside = (context.entity_covering(token) for token in range(head - 1, tokens[0] - 1, -1))
        body = next((one for one in inside if one is not None), None)
        return body if body is not None and body.is_organisation and not body.traits.place else entity
