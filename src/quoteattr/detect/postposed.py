"""Verbs of saying behind what they report, where the parse does not make sure of it: ", observes Jane Smith"."""

from __future__ import annotations

from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.tags import finite_in
from quoteattr.syntax import Range

__all__ = ["impersonal", "inserted", "inverted", "said_by"]

_TENSED = frozenset(("VBD", "VBZ", "VBP"))
_OPENING, _SPEAKER = 10, 10
"""Tokens at most before a verb behind the first words of a sentence, and between it and the next comma."""
_SPEAKERS = frozenset(("NNP", "NN", "NNS", "DT", "PRP", "PRP$", "JJ"))
"""How a speaker begins behind such a verb."""
_LONGEST = 100
"""Tokens before a verb in its sentence at most."""


def inverted(reading: Reading, verb: Verb) -> bool:
    """Whether a verb of saying stands between a comma and its subject: ", observes Jane Smith" (48 of 48 on train)."""
    parse = reading.parse
    subjects = verb.after("nsubj")
    return (
        bool(subjects)
        and parse.left[subjects[0]] == verb.token + 1
        and parse.words[verb.token - 1] == ","
        and parse.tags[verb.token] in _TENSED
        and reading.lexicon.reports(verb.lemma)
    )


def impersonal(reading: Reading, verb: Verb) -> bool:
    """Whether a passive verb of saying has it for its subject behind a comma: ", it has been confirmed"."""
    parse = reading.parse
    return (
        verb.passive
        and reading.lexicon.reports(verb.lemma)
        and 0 < verb.subject < verb.token
        and parse.lower[verb.subject] == "it"
        and parse.words[verb.subject - 1] == ","
    )


def said_by(reading: Reading, verb: Verb) -> int:
    """Who speaks behind say, where the parser takes him for an object: ", said a panel of experts"; or -1."""
    parse = reading.parse
    objects = verb.after("dobj")
    if (
        verb.lemma != "say"
        or parse.tags[verb.token] not in _TENSED
        or parse.words[verb.token - 1] != ","
        or len(objects) != 1
        or parse.left[objects[0]] != verb.token + 1
        or parse.tags[objects[0]][:2] != "NN"
        or not any(child < verb.token for child in verb.all("nsubj", "advcl", "ccomp"))
        or parse.region_of[verb.token - 1] >= 0
    ):
        return -1
    start = reading.sentence(verb.token)[0]
    near = verb.token - start <= _LONGEST
    return objects[0] if near and finite_in(reading, (start, verb.token)) else -1


def inserted(reading: Reading, verb: Verb) -> Range | None:
    """Verb and subject behind the first words of a sentence, up to a comma: "The firms, said the mayor, must pay"."""
    parse, cue = reading.parse, verb.token
    start, stop = reading.sentence(cue)
    if (
        parse.words[cue - 1] != ","
        or not start < cue - 1 <= start + _OPENING
        or parse.tags[cue] not in _TENSED
        or _SPEAKERS.isdisjoint(parse.tags[cue + 1 : cue + 2])
        or verb.lemma != "say"
        or finite_in(reading, (start, cue))
    ):
        return None
    comma = _after_speaker(reading, cue, stop)
    return (cue, comma) if comma >= 0 and finite_in(reading, (comma, stop)) else None


def _after_speaker(reading: Reading, cue: int, stop: int) -> int:
    """The comma behind a verb and a noun phrase; or -1."""
    parse = reading.parse
    comma = next((token for token in range(cue + 1, min(stop, cue + _SPEAKER)) if parse.words[token] == ","), -1)
    if comma < 0 or finite_in(reading, (cue + 1, comma)):
        return -1
    return comma if {"TO", "IN", ""}.isdisjoint(parse.tags[cue + 1 : comma]) else -1
