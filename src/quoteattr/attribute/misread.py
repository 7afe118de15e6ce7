"""Subjects that parsers misread: the real one behind an opening phrase, and the one that a conjunct shares."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribute.extents import dated
from quoteattr.detect import Candidate, Reading
from quoteattr.detect.reading import Verb

__all__ = ["agent_of", "issuer_of", "led_in", "opened", "person_between", "reporter_of"]

_DASHES = frozenset(("-", "–", "—", "―", "--"))
_LEADING = frozenset(("IN", "RB", "UH", "VBG", "VBN", "WRB"))
"""Tags of the words that open what stands before the subject."""
_CLOSING = frozenset(("”", "’", '"', "'", "''"))
_OPENING = 12
"""Tokens within which a line names the place of a report before a dash."""
_ISSUING = frozenset("air circulate issue launch post publish release run send".split())
"""Verbs whose subject says what the thing that they issue says (on train in eight of eight)."""
_THINGS = frozenset(("it", "that", "this"))
_PERSONS = frozenset(("he", "she", "they", "who"))
_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "JJ"))


def reporter_of(reading: Reading, cue: int) -> int:
    """The verb of saying whose subject a cue shares that the parser joined to what that verb says, or -1.

    "The mayor said the dam held and insisted that …": insisted is joined to held. As it is a cue of its own, the
    content of said stops before it.
    """
    parse = reading.parse
    first = cue
    while parse.deps[first] == "conj" and parse.heads[first] < first:
        first = parse.heads[first]
    above = parse.heads[first]
    if first == cue or parse.deps[first] != "ccomp" or above > first:
        return -1
    verb, own = reading.verb_at.get(above), reading.verb_at.get(cue)
    if verb is None or own is None or not reading.lexicon.reports(verb.lemma) or own.subject >= 0:
        return -1
    return above


def issuer_of(reading: Reading, cue: int) -> int:
    """The verb of issuing whose object a relative clause tells the words of, or -1: "released a video that said …"."""
    parse = reading.parse
    noun = parse.heads[cue]
    verb = reading.verb_at.get(parse.heads[noun])
    told = parse.deps[cue] == "relcl" and parse.deps[noun] == "dobj"
    return verb.token if told and verb is not None and verb.lemma in _ISSUING else -1


def _in_between(reading: Reading, token: int, cue: int) -> bool:
    """Whether a place between commas begins at ``token``: "Speaking in Salem, New Hampshire, the mayor said"."""
    parse = reading.parse
    entity = parse.entity_of[token]
    if entity < 0 or parse.entities[entity].label != "GPE":
        return False
    while token < cue and parse.entity_of[token] == entity:
        token += 1
    return token < cue - 1 and parse.words[token] == ","


def opened(reading: Reading, cue: int, head: int) -> Iterator[int]:
    """Where the subject of ``cue`` may begin, if what the parser calls its subject only opens the sentence.

    A date ("Tuesday in Oslo, the mayor said"), the place of a report ("OSLO (Ritzau) - The mayor said"), or a
    participle ("Appearing in Oslo, the mayor said").
    """
    parse = reading.parse
    start = parse.left[head]
    line = parse.paragraphs[parse.paragraph_of[head]][0]
    place = line <= start < line + 2
    participle = parse.tags[start] in ("VBG", "VBN") and parse.deps[head] in ("csubj", "nsubj")
    for token in range(max(start, head), cue - 1):
        dash = parse.words[token] in _DASHES and parse.ends[token] < parse.starts[token + 1]
        if parse.tags[token + 1] not in _NOMINAL or dated(reading, token + 1) or _in_between(reading, token + 1, cue):
            continue
        if (dash and place and token < line + _OPENING) or (
            parse.words[token] == "," and (participle or dated(reading, head))
        ):
            yield token + 1


def led_in(reading: Reading, start: int, cue: int) -> int:
    """Where the subject of ``cue`` begins in a sentence that opens with something else, or -1.

    "At the mill, where it has rained for days, the mayor said", "Informed of the leak, Jane Smith said".
    """
    parse = reading.parse
    while start < cue and not parse.is_word(start):
        start += 1
    if parse.tags[start] not in _LEADING and not dated(reading, start):
        return -1
    for token in range(start + 1, cue - 1):
        follows = token + 1 if parse.words[token] == "," else -1
        if follows > 0 and parse.words[follows] in _CLOSING:
            follows += 1
        if follows < 0 or follows >= cue or not (parse.tags[follows] in _NOMINAL or parse.words[follows][:1].isupper()):
            continue
        if not dated(reading, follows) and not _in_between(reading, follows, cue):
            return follows
    return -1


def agent_of(reading: Reading, candidate: Candidate) -> int:
    """Who does what a passive says whose by-phrase the parser hung elsewhere, or -1.

    "The plan was called “a mistake” by Jane Smith", "The mayor is admired among teachers".
    """
    parse = reading.parse
    for child in reading.verb_at[candidate.cue].after("prep"):
        if parse.lower[child] in ("by", "among"):
            return parse.child(child, "pobj")
    end = max(last for _, last in candidate.content)
    while end < len(parse) and parse.words[end] in _CLOSING:
        end += 1
    if end < len(parse) and parse.lower[end] == "by" and end > candidate.cue:
        return parse.child(end, "pobj")
    return -1


def person_between(reading: Reading, verb: Verb, subject: int, cue: int) -> int:
    """The subject; or, where it is a thing, the person in the last clause between ``verb`` and a participle.

    "The praise comes as Jane Smith is relying on the choir, mentioning it in every speech".
    """
    parse = reading.parse
    if subject < 0 or not (parse.tags[subject] in ("NN", "NNS") or parse.lower[subject] in _THINGS):
        return subject
    for clause in reversed(verb.all("advcl", "ccomp")):
        if not verb.token < clause < cue or clause not in reading.verb_at:
            continue
        own = reading.verb_at[clause].first("nsubj")
        if own > verb.token and (parse.tags[own] in ("NNP", "NNPS") or parse.lower[own] in _PERSONS):
            return own
    return subject
