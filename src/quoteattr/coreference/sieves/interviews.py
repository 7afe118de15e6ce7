"""Who speaks in an interview that is printed as questions and answers: "Q: Why? A: Because."."""

from __future__ import annotations

from collections import Counter

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Range

__all__ = ["turns"]

_ASKS, _ANSWERS = frozenset(("q", "q.", "question")), frozenset(("a", "a.", "answer"))
_FEW = 2
"""Answers that tell an interview where no question is an attribution."""


def turns(document: Document) -> dict[int, Entity]:
    """Who speaks in each attribution whose source is the letter of a question or an answer; empty without any."""
    asked, answered = [], []
    for number, attribution in enumerate(document.attributions):
        for source in attribution.voices[:1]:
            word = _letter(document, source)
            if word in _ASKS:
                asked.append(number)
            elif word in _ANSWERS:
                answered.append(number)
    if not asked and len(answered) < _FEW:
        return {}
    asker = Entity(SpeakerKind.PERSON, best="interviewer")
    first = min((document.attributions[number].voices[0][0] for number in (*asked, *answered)), default=0)
    answerer = _guest(document, first) or Entity(SpeakerKind.PERSON, best="interviewee")
    return {**dict.fromkeys(asked, asker), **dict.fromkeys(answered, answerer)}


def _letter(document: Document, source: Range) -> str:
    """The word of a source that is one word at the beginning of a line, in lower case, else an empty string."""
    parse = document.parse
    words = [token for token in range(*source) if parse.is_word(token)]
    if len(words) != 1:
        return ""
    line = parse.paragraphs[parse.paragraph_of[source[0]]][0]
    opens = not any(parse.is_word(token) for token in range(line, source[0]))
    return parse.lower[words[0]] if opens and parse.words[words[0]][0].isupper() else ""


def _guest(document: Document, first: int) -> Entity | None:
    """Who is named most before the first question, or, if nobody is, in all."""
    people: dict[int, Entity] = {}
    before: Counter[int] = Counter()
    ever: Counter[int] = Counter()
    for mention in document.mentions:
        entity = mention.entity
        if mention.type is MentionType.NAME and entity is not None and entity.kind is SpeakerKind.PERSON:
            people[id(entity)] = entity
            ever[id(entity)] += 1
            before[id(entity)] += mention.head < first
    best = max(people, key=lambda one: (before[one], ever[one]), default=None)
    return people[best] if best is not None else None
