"""Whom a pronoun stands for: constraints first, preferences among what is left."""

from __future__ import annotations

from itertools import islice
from typing import Self

from attrs import define

from quoteattr.records import QuoteKind, SpeakerKind
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Entity, Mention, MentionType
from quoteattr.resolve.words import FEMALE, MALE

# Preferences, in sentences of distance.
_SUBJECT, _SUBJECT_POSSESSOR, _SOURCE, _SPEAKER = 1.5, 0.5, 0.5, 0.6
_OTHER_PARAGRAPH, _OBLIQUE, _UNNAMED, _QUOTED = 0.4, 0.4, 0.8, 1.5
_OWN_QUOTE, _OWN_CONTENT = 2.5, 0.8
"""Against what stands in the pronoun's own quotation, or in its own indirect content."""
_AGAIN, _OFTEN = 0.15, 0.75
"""For each further mention in sight, and for all of them at most."""
_FAR = -3.5
"""Below this, the current speaker is better."""

__all__ = ["antecedent", "relative_antecedent"]

_MENTIONS = 60
"""How many mentions back a pronoun looks."""
_SENTENCES = 6
_STEPS = 12
_HUMAN = frozenset((SpeakerKind.PERSON, SpeakerKind.PEOPLE))
_OBJECTS = frozenset(("dobj", "pobj", "dative"))
_REFLEXIVE = ("self", "selves")
_OBLIQUES = frozenset(("poss", "compound", "amod", "nmod", "npadvmod"))


def relative_antecedent(discourse: Discourse, mention: Mention) -> Entity | None:
    """The entity whose relative clause the pronoun opens."""
    parse, token = discourse.parse, mention.head
    for ancestor in islice(parse.ancestors(token), _STEPS):
        if parse.deps[ancestor] in ("relcl", "acl"):
            found = discourse.at_head.get(parse.heads[ancestor])
            if found is not None and found.head < token and found.entity is not None:
                if parse.lower[token] in ("who", "whom") and not _is_human(found.entity):
                    return _human_above(discourse, found) or found.entity
                return found.entity
            break
    position = discourse.index[token]
    for other in reversed(discourse.mentions[max(0, position - 4) : position]):
        if other.entity is not None and token - other.end <= 3 and other.type is not MentionType.PRONOUN:
            return other.entity
    return None


def _is_human(entity: Entity) -> bool:
    return entity.kind is not SpeakerKind.DOCUMENT and not entity.place


def _human_above(discourse: Discourse, mention: Mention) -> Entity | None:
    """Whom a clause with "who" is about where the tree hangs it on a place: "voters across the country, who"."""
    parse = discourse.parse
    for ancestor in islice(parse.ancestors(mention.head), _STEPS):
        if parse.tags[ancestor][:1] == "V":
            break
        found = discourse.at_head.get(ancestor)
        if found is not None and found.entity is not None and found.entity.kind in _HUMAN:
            return found.entity
    return None


@define(eq=False)
class _Pronoun:
    """A pronoun, with what its antecedents are compared with."""

    discourse: Discourse
    token: int
    kind: str
    label: str
    sentence: int
    paragraph: int
    quoted: bool
    """Whether it stands in quotation marks."""
    own: int
    """The attribution whose source it is, or -1."""
    in_own: float
    """What speaks against an antecedent in the content of that attribution."""

    @classmethod
    def of(cls, discourse: Discourse, mention: Mention) -> Self:
        parse, token = discourse.parse, mention.head
        own = discourse.attribution_of.get(token, -1)
        direct = own >= 0 and discourse.attributions[own].kind is QuoteKind.DIRECT
        return cls(
            discourse,
            token,
            discourse.words.pronouns[parse.lower[token]],
            parse.deps[token],
            parse.sentence_of[token],
            parse.paragraph_of[token],
            discourse.quoted(token) >= 0,
            own,
            _OWN_QUOTE if direct else _OWN_CONTENT,
        )

    def score(self, other: Mention, entity: Entity) -> float:
        """How good an antecedent is: near, a subject, the current speaker, of a kind that the pronoun prefers."""
        discourse, parse, head = self.discourse, self.discourse.parse, other.head
        label = parse.deps[head]
        score = -1.0 * (self.sentence - parse.sentence_of[head])
        if self.paragraph != parse.paragraph_of[head]:
            score -= _OTHER_PARAGRAPH
        if head in discourse.attribution_of:
            score += _SUBJECT + _SOURCE  # whoever speaks, even where the tree has no subject
        elif discourse.is_subject(head):
            score += _SUBJECT
        elif label == "poss" and discourse.is_subject(parse.heads[head]):
            score += _SUBJECT_POSSESSOR
        elif label in _OBLIQUES:
            score -= _OBLIQUE
        if other.type is MentionType.DESCRIPTION and not entity.names:
            score -= _UNNAMED
        if discourse.last_speaker is entity:
            score += _SPEAKER
        if not self.quoted and discourse.quoted(head) >= 0:
            score -= _QUOTED
        if self.own >= 0 and discourse.content_of[head] == self.own:
            score -= self.in_own
        return score + _liking(entity, self.kind, as_source=self.own >= 0)

    def is_bound(self, other: Mention) -> bool:
        """Whether grammar forbids that the two are the same: subject and object of a verb, a phrase and its inside."""
        parse, token, label, head = self.discourse.parse, self.token, self.label, other.head
        if label == "poss":
            return head == parse.heads[token] and not parse.lower[token].endswith(_REFLEXIVE)
        if label in _OBJECTS and not parse.lower[token].endswith(_REFLEXIVE):
            anchor = parse.heads[token]
            if label == "pobj" and anchor != token:
                anchor = parse.heads[anchor]
            if parse.heads[head] == anchor:
                return self.discourse.is_subject(head) or parse.deps[head] in ("dobj", "dative")
        if label in ("nsubj", "nsubjpass") or not parse.left[head] <= token < parse.right[head]:
            return False
        return not parse.lower[token].endswith(_REFLEXIVE)


def antecedent(discourse: Discourse, mention: Mention) -> Entity | None:
    """The entity that a third-person pronoun stands for, or ``None``."""
    pronoun = _Pronoun.of(discourse, mention)
    kind, speaker = pronoun.kind, _speaker_around(discourse, mention)
    position = discourse.index[mention.head]
    sentence_of = discourse.parse.sentence_of
    earliest = sentence_of[mention.head] - _SENTENCES
    best, best_score = None, -9.0
    seen: dict[int, int] = {}
    for other in reversed(discourse.mentions[max(0, position - _MENTIONS) : position]):
        if sentence_of[other.head] < earliest:
            break
        entity = other.entity
        if kind == "plural" and other.type is not MentionType.PRONOUN and discourse.parse.deps[other.head] != "conj":
            entity = discourse.pair_at(other.head) or entity
        if entity is None or entity is speaker or not _agrees(entity, kind) or pronoun.is_bound(other):
            continue
        again = seen[id(entity)] = seen.get(id(entity), -1) + 1
        score = pronoun.score(other, entity)
        if again:
            score += min(_AGAIN * again, _OFTEN)
        if score > best_score:
            best, best_score = entity, score
    last = discourse.last_speaker
    if last is not None and last is not speaker and best_score < _FAR and _agrees(last, kind):
        return last
    return best if best is not None else _after(discourse, mention, kind, speaker)


def _speaker_around(discourse: Discourse, mention: Mention) -> Entity | None:
    """Who says the quotation that the pronoun stands in: not whom it stands for."""
    number = discourse.quoted(mention.head)
    if number < 0:
        return None
    for head in discourse.source_heads[number]:
        other = discourse.at_head.get(head)
        if other is not None:
            return other.entity
    return None


def _agrees(entity: Entity, kind: str) -> bool:
    if kind in ("male", "female"):
        if entity.plural or entity.kind not in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN):
            return False
        return entity.kind is SpeakerKind.PERSON and entity.gender in ("", MALE if kind == "male" else FEMALE)
    if kind == "thing":
        return not entity.plural and entity.kind not in (SpeakerKind.PERSON, SpeakerKind.PEOPLE)
    return entity.plural or entity.kind in (SpeakerKind.PEOPLE, SpeakerKind.ORGANISATION)


def _liking(entity: Entity, kind: str, *, as_source: bool) -> float:
    """What speaks for or against an entity that agrees, by what it is."""
    if kind in ("male", "female"):
        unlike = entity.lean if kind == "male" else 100 - entity.lean
        return 0.0 if entity.gender else -0.4 - unlike / 60
    if kind == "plural":
        several = entity.plural or entity.kind is SpeakerKind.PEOPLE
        score = (1.0 if several else -1.8) - (1.0 if entity.place else 0.0)
        mute = as_source and entity.kind in (SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN)
        return score - (3.0 if mute else 0.0)
    return -0.5 if entity.place else 0.0


def _after(discourse: Discourse, mention: Mention, kind: str, speaker: Entity | None) -> Entity | None:
    """Backward anaphora: "As she left, Ms. Smith said ...": the next subject name of the sentence."""
    position = discourse.index[mention.head]
    sentence = discourse.parse.sentence_of[mention.head]
    for other in discourse.mentions[position + 1 : position + 8]:
        if discourse.parse.sentence_of[other.head] != sentence:
            break
        entity = other.entity
        if entity is None or entity is speaker or other.type is not MentionType.NAME:
            continue
        if _agrees(entity, kind) and discourse.is_subject(other.head):
            return entity
    return None
