"""Whom a pronoun stands for: constraints first, preferences among what is left."""

from __future__ import annotations

from quoteattr.coreference.document import Document, is_inner
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import FEMALE, MALE
from quoteattr.records import QuoteKind, SpeakerKind

# Preferences, in sentences of distance.
_SUBJECT, _SUBJECT_POSSESSOR = 1.2, 0.9
"""For subjects and sources, for possessors of subjects."""
_SPEAKER, _SPEAKING = 0.2, 1.0
"""For the current speaker; the second where the pronoun says something, as in "he said"."""
_MAIN, _MAIN_SPEAKING, _FEW, _MOST = 0.5, 0.35, 10, 20
"""For whoever has been mentioned ten times, in proportion up to twenty; the second where the pronoun says something."""
_OTHER_PARAGRAPH, _OBLIQUE, _UNNAMED, _QUOTED = 0.4, 0.4, 0.8, 1.5
_COMMON_GENDER, _LEAN, _ONE, _SEVERAL = 0.2, 1.67, 1.8, 1.0
"""Against people of whom no gender is known, and by how seldom their given name is of the pronoun's; against one body
and for several as "they"."""
_UNLIKELY = 4.0
"""Against people whose given name is nearly always of the other gender."""
_OWN_QUOTE, _OWN_CONTENT = 2.5, 0.8
"""Against what stands in the pronoun's own quotation, or in its own indirect content."""
_NAMED, _ASKED = 2.0, 2.0
"""Against whom the content names of which the pronoun is the source, and against whoever asked what it answers."""
_AGAIN, _OFTEN = 0.15, 0.75
"""For each further mention in sight, and for all of them at most."""
_BODY = 0.8
"""For one body that spoke last, where "they" says something."""
_INNER = 0.6
"""Against subjects of clauses inside others."""
_TOPIC, _OPENING = 2.5, 8
"""For whom a sentence opens as its topic; within how many tokens."""
_FAR = -3.5
"""Below this, the current speaker is better."""
_REPLIES = frozenset(("replied", "replies", "answered", "answers", "responded", "responds", "retorted", "countered"))
_SAYS = frozenset(
    ("said", "says", "say", "added", "adds", "told", "tells", "noted", "continued", "recalled", "explained")
)
_ASKS = frozenset(("ask", "asked", "asks", "asking", "pressed", "wondered", "questioned", "inquired", "queried"))

_FRONTED = frozenset(("prep", "pobj", "pcomp", "advcl", "npadvmod", "conj"))
"""How what opens a sentence hangs on its verb."""
_CLIMB = 6
"""How far the verb is looked for that such a phrase stands before."""
_BELOW = 20
"""Mentions behind a subject that are looked at for names in its clause."""

__all__ = ["antecedent"]

_MENTIONS = 60
"""How many mentions back a pronoun looks."""
_SENTENCES = 6
_OBLIQUES = frozenset(("poss", "compound", "amod", "nmod", "npadvmod"))


def antecedent(document: Document, mention: Mention) -> Entity | None:
    """The entity that a third-person pronoun stands for, or ``None``."""
    kind = document.words.pronouns[document.parse.lower[mention.head]]
    position = document.index[mention.head]
    sentence = document.parse.sentence_of[mention.head]
    own = document.attribution_of.get(mention.head, -1)
    speaker = _speaker_around(document, mention)
    named = document.named_by(mention.head) | _named_below(document, mention)
    asker = _asker(document, own)
    best, best_score = None, -9.0
    seen: dict[int, int] = {}
    for other in reversed(document.mentions[max(0, position - _MENTIONS) : position]):
        distance = sentence - document.parse.sentence_of[other.head]
        if distance > _SENTENCES:
            break
        entity = other.entity
        if kind == "plural" and other.type is not MentionType.PRONOUN and document.parse.deps[other.head] != "conj":
            entity = document.pair_at(other.head) or entity
        if entity is None or entity is speaker or not _agrees(entity, kind) or _bound(document, mention, other):
            continue
        seen[id(entity)] = seen.get(id(entity), 0) + 1
        score = _score(document, mention, other, entity, distance, own) + min(_AGAIN * (seen[id(entity)] - 1), _OFTEN)
        score -= _NAMED * (id(entity) in named) + _ASKED * (entity is asker)
        if score > best_score:
            best, best_score = entity, score
    ahead = _subject_ahead(document, mention) if kind in ("male", "female") else None
    if ahead is not None and ahead.entity is not None and ahead.entity is not speaker and _agrees(ahead.entity, kind):
        score = _score(document, mention, ahead, ahead.entity, 0, own)
        score += min(_AGAIN * seen.get(id(ahead.entity), 0), _OFTEN)
        if score > best_score:
            best, best_score = ahead.entity, score
    last = document.last_speaker
    if last is not None and last is not speaker and best_score < _FAR and _agrees(last, kind):
        return last
    return best if best is not None else _after(document, mention, kind, speaker)


def _named_below(document: Document, mention: Mention) -> set[int]:
    """Whom the clause names of which the pronoun is the subject: "He met Mr. Smith" is not about Smith twice."""
    parse, token = document.parse, mention.head
    if parse.deps[token] not in ("nsubj", "nsubjpass"):
        return set()
    end, position = parse.right[parse.heads[token]], document.index[token]
    found = set()
    for other in document.mentions[position + 1 : position + 1 + _BELOW]:
        if other.head >= end:
            break
        if other.type is MentionType.NAME and other.entity is not None:
            found.add(id(other.entity))
    return found


def _subject_ahead(document: Document, mention: Mention) -> Mention | None:
    """The named subject behind a phrase or clause that opens its sentence: "In his plan, Smith said"."""
    parse, token = document.parse, mention.head
    for _ in range(_CLIMB):
        token = parse.heads[token]
        subject = parse.child(token, "nsubj")
        if subject > mention.head:
            found = document.at_head.get(subject)
            return found if found is not None and found.type is MentionType.NAME else None
        if parse.heads[token] == token or parse.deps[token] not in _FRONTED:
            return None
    return None


def _speaker_around(document: Document, mention: Mention) -> Entity | None:
    """Who says the quotation that the pronoun stands in: not whom it stands for."""
    number = document.quoted(mention.head)
    if number < 0:
        return None
    for head in document.source_heads[number]:
        other = document.at_head.get(head)
        if other is not None:
            return other.entity
    return None


def _agrees(entity: Entity, kind: str) -> bool:
    if kind in ("male", "female"):
        if entity.plural or entity.kind not in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN):
            return False
        fits = entity.presumed or entity.gender in ("", MALE if kind == "male" else FEMALE)
        return entity.kind is SpeakerKind.PERSON and fits
    if kind == "thing":
        return not entity.plural and entity.kind not in (SpeakerKind.PERSON, SpeakerKind.PEOPLE)
    return entity.plural or entity.kind in (SpeakerKind.PEOPLE, SpeakerKind.ORGANISATION)


def _score(document: Document, mention: Mention, other: Mention, entity: Entity, distance: int, own: int) -> float:
    """How good an antecedent is: near, a subject, the current speaker, of a kind that the pronoun prefers."""
    parse = document.parse
    kind = document.words.pronouns[parse.lower[mention.head]]
    score = -1.0 * distance
    if parse.paragraph_of[mention.head] != parse.paragraph_of[other.head]:
        score -= _OTHER_PARAGRAPH
    if other.head in document.attribution_of or document.is_subject(other.head):
        score += _SUBJECT  # whoever speaks, even where the tree has no subject
        score -= _INNER * (other.head not in document.attribution_of and is_inner(parse, other.head))
    elif parse.deps[other.head] == "poss" and document.is_subject(parse.heads[other.head]):
        score += _SUBJECT_POSSESSOR
        score -= _INNER * is_inner(parse, parse.heads[other.head])
    elif parse.deps[other.head] in _OBLIQUES:
        score -= _OBLIQUE
    elif distance == 0 and _is_topic(document, other):
        score += _TOPIC
    if other.type is MentionType.DESCRIPTION and not entity.names:
        score -= _UNNAMED
    says = own >= 0 and _says(document, own)
    if document.last_speaker is entity:
        score += _SPEAKING if says else _SPEAKER
    if document.quoted(mention.head) < 0 <= document.quoted(other.head):
        score -= _QUOTED
    if own >= 0 and document.content_of[other.head] == own:
        score -= _OWN_QUOTE if document.attributions[own].kind is QuoteKind.DIRECT else _OWN_CONTENT
    if entity.names and entity.count > 1:
        score += (_MAIN_SPEAKING if says else _MAIN) * min(entity.count, _MOST) / _FEW
    if kind == "plural" and own >= 0 and entity is document.last_speaker and not entity.plural:
        score += _BODY
    return score + _liking(entity, kind, as_source=own >= 0)


def _is_topic(document: Document, other: Mention) -> bool:
    """Whether a sentence opens with whom it is about: "As for Smith, he said"."""
    parse = document.parse
    first = parse.sentences[parse.sentence_of[other.head]][0]
    return other.head - first <= _OPENING and parse.lower[first : first + 2] == ["as", "for"]


def _asker(document: Document, own: int) -> Entity | None:
    """Who asked the question that an attribution with "replied" answers."""
    if own < 1 or _REPLIES.isdisjoint(_cue(document, own)) or _ASKS.isdisjoint(_cue(document, own - 1)):
        return None
    heads = document.source_heads[own - 1]
    found = document.at_head.get(heads[0]) if heads else None
    return found.entity if found is not None else None


def _says(document: Document, own: int) -> bool:
    """Whether an attribution is speech: quoted, or with a plain verb of saying."""
    if document.attributions[own].kind is not QuoteKind.INDIRECT:
        return True
    return not _SAYS.isdisjoint(_cue(document, own))


def _cue(document: Document, number: int) -> list[str]:
    return [word for tokens in document.attributions[number].cue for word in document.parse.lower[slice(*tokens)]]


def _liking(entity: Entity, kind: str, *, as_source: bool) -> float:
    """What speaks for or against an entity that agrees, by what it is."""
    if kind in ("male", "female"):
        unlike = entity.lean if kind == "male" else 100 - entity.lean
        if entity.gender and entity.gender != (MALE if kind == "male" else FEMALE):
            return -_UNLIKELY
        return 0.0 if entity.gender else -_COMMON_GENDER - _LEAN * unlike / 100
    if kind == "plural":
        several = entity.plural or entity.kind is SpeakerKind.PEOPLE
        score = (_SEVERAL if several else -_ONE) - (1.0 if entity.place else 0.0)
        mute = as_source and entity.kind in (SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN)
        return score - (3.0 if mute else 0.0)
    return -0.5 if entity.place else 0.0


def _bound(document: Document, mention: Mention, other: Mention) -> bool:
    """Whether grammar forbids that the two are the same: subject and object of one verb, a phrase and its inside."""
    parse = document.parse
    token = mention.head
    if parse.lower[token].endswith(("self", "selves")):
        return False
    if parse.deps[token] == "poss":
        return other.head == parse.heads[token]
    anchor = parse.heads[token]
    if parse.deps[token] == "pobj" and anchor != token:
        anchor = parse.heads[anchor]
    if parse.deps[token] in ("dobj", "pobj", "dative") and parse.heads[other.head] == anchor:
        return document.is_subject(other.head) or parse.deps[other.head] in ("dobj", "dative")
    return parse.left[other.head] <= token < parse.right[other.head] and parse.deps[token] not in (
        "nsubj",
        "nsubjpass",
        "poss",
    )


def _after(document: Document, mention: Mention, kind: str, speaker: Entity | None) -> Entity | None:
    """Backward anaphora: "As she left, Ms. Smith said ...": the next subject name of the sentence."""
    position = document.index[mention.head]
    sentence = document.parse.sentence_of[mention.head]
    for other in document.mentions[position + 1 : position + 8]:
        if document.parse.sentence_of[other.head] != sentence:
            break
        entity = other.entity
        if entity is None or entity is speaker or other.type is not MentionType.NAME:
            continue
        if _agrees(entity, kind) and document.is_subject(other.head):
            return entity
    return None
