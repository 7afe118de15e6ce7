"""The words that are the source of a content, by the ways that the training articles show, the surest first."""

from __future__ import annotations

from quoteattr.detect import Candidate, Reading
from quoteattr.detect.reading import Verb
from quoteattr.detect.spans import MEDIA
from quoteattr.syntax import Range

__all__ = ["source_of"]

_NOBODY = frozenset(("it", "there"))
_RAISING = frozenset(("seem", "appear"))
_SPENT = frozenset("time day days hours years months weeks minutes life career trouble money energy half rest".split())
"""What one spends or has doing something: not who does it."""
_DASHES = frozenset(("-", "–", "—", "―", "--"))
_STEPS = 6
"""How many verbs a search for a subject climbs at most."""


def source_of(reading: Reading, candidate: Candidate) -> tuple[Range, ...]:
    """The token range of the source, or nothing."""
    parse = reading.parse
    if candidate.source >= 0:
        head = candidate.source
        if candidate.pos == "NOUN" and parse.tags[head] == "PRP$" and parse.deps[candidate.cue] == "dobj":
            above = subject_of(reading, parse.heads[candidate.cue], candidate)  # "she repeated her call for …"
            head = above if above >= 0 else head
        return _phrase(reading, candidate, head)
    if candidate.pos == "NOUN":
        governor = parse.heads[candidate.cue]
        head = subject_of(reading, governor, candidate) if governor in reading.verb_at else -1
    elif candidate.lemma in _RAISING:
        head = -1
    else:
        head = subject_of(reading, candidate.cue, candidate)
        if candidate.frame == "quote" and (head < 0 or not _near(reading, candidate, head)):
            beside = _beside(reading, candidate)
            head = beside if beside >= 0 else head
        elif head < 0 and _finite(reading, candidate.cue):
            head = _beside(reading, candidate)
    return _phrase(reading, candidate, head) if head >= 0 else ()


def subject_of(reading: Reading, token: int, candidate: Candidate) -> int:
    """The head of the noun phrase that does what the verb at ``token`` says, or -1."""
    parse = reading.parse
    for _ in range(_STEPS):
        verb = reading.verb_at.get(token)
        if verb is None:
            return -1
        own = _own(reading, verb, candidate)
        if own is not None:
            return -1 if token != candidate.cue and _extraposed(reading, verb, own) else own
        label, head = parse.deps[token], parse.heads[token]
        if head == token:
            return -1
        if label in ("conj", "advcl", "ccomp", "parataxis", "dep", "ROOT", "prep", "appos"):
            token = head
        elif label == "xcomp":
            governor = reading.verb_at.get(head)
            if governor is None:  # an adjective: "is happy to announce"
                token = parse.heads[head]
                continue
            objects = [child for child in governor.all("dobj", "dative") if head < child < token]
            if objects and governor.lemma not in ("promise", "use"):
                return objects[0]
            token = head
        elif label == "pcomp":
            above = parse.heads[head]
            token = above if above in reading.verb_at else parse.heads[above]
        elif label == "acl":
            governor = reading.verb_at.get(parse.heads[head])
            if (
                parse.tags[token] == "VBG"
                and parse.deps[head] == "dobj"
                and parse.lower[head] in MEDIA
                and governor is not None
            ):
                token = parse.heads[head]  # "released a statement saying …": who released it
                continue
            if parse.tags[token] == "VBG" and parse.lower[head] not in _SPENT and not _dated(reading, head):
                return head
            possessor = parse.child(head, "poss")
            if possessor >= 0 and not _dated(reading, head):
                return possessor
            token = parse.heads[head]
        elif label == "relcl":
            return head
        elif label in ("csubj", "acomp", "attr", "nsubj"):
            return -1
        else:
            token = head
    return -1


def _extraposed(reading: Reading, verb: Verb, subject: int) -> bool:
    """Whether a subject is the it of "it is hard to find out", which does nothing."""
    return reading.parse.lower[subject] == "it" and verb.lemma == "be" and bool(verb.all("acomp"))


def _own(reading: Reading, verb: Verb, candidate: Candidate) -> int | None:
    """The verb's own subject or by-phrase; -1 where it plainly has none; ``None`` to look further up."""
    parse = reading.parse
    if verb.passive:
        agent = verb.first("agent")
        if agent >= 0:
            return parse.child(agent, "pobj")
        if verb.token != candidate.cue and verb.subject >= 0:
            return verb.subject
        return -1
    subject = verb.first("nsubj")
    if subject >= 0 and not _inside(candidate, subject):
        if parse.lower[subject] in _NOBODY and verb.first("expl") == subject:
            return -1
        return subject
    ends = [end for _, end in candidate.content if end <= verb.token]
    inverted = bool(ends) and not any(parse.is_word(token) for token in range(max(ends), verb.token))
    if candidate.frame in ("quote", "clause-left", "parataxis") and verb.token == candidate.cue and inverted:
        for child in verb.after("dobj", "attr", "npadvmod", "dep"):  # "…," said Jones: read as an object
            if not _inside(candidate, child) and child <= verb.token + 12 and parse.tags[child][:2] in ("NN", "PR"):
                return child
    return None


def _finite(reading: Reading, cue: int) -> bool:
    """Whether a verb must have a subject that the parser did not see: finite, active, and head of its sentence."""
    verb = reading.verb_at.get(cue)
    if (
        verb is None
        or verb.passive
        or reading.parse.deps[cue] != "ROOT"
        or verb.subject >= 0
        or verb.first("expl") >= 0
    ):
        return False
    tags = {reading.parse.tags[token] for token in (cue, *verb.all("aux"))}
    return bool(tags & {"VBD", "VBZ", "MD"})


def _near(reading: Reading, candidate: Candidate, head: int) -> bool:
    """Whether a subject is the one that stands beside the cue of a quotation: no date, no addressee behind it."""
    parse = reading.parse
    if _dated(reading, head) or parse.region_of[head] >= 0:
        return False
    before = max((end for _, end in candidate.content if end <= candidate.cue), default=-1)
    return before <= head or before < 0


def _beside(reading: Reading, candidate: Candidate) -> int:
    """The noun phrase between a quotation and its cue, else the first one before the cue, else the one behind it."""
    parse, cue = reading.parse, candidate.cue
    before = max((end for _, end in candidate.content if end <= cue), default=-1)
    start = before if before >= 0 else reading.sentence(cue)[0]
    nominal = [token for token in range(start, cue) if parse.region_of[token] < 0 and _nominal(reading, token)]
    if nominal and before >= 0:
        return _top(reading, nominal[0], (start, cue))
    if (
        nominal
    ):  # before the cue alone: the first phrase that no preposition governs ("An aide who spoke of the plan said")
        tops = [_top(reading, token, (start, cue)) for token in nominal]
        free = [top for top in tops if parse.deps[top] not in ("pobj", "prep", "agent")]
        if free:
            return free[0]
        read_on = (
            token for token in nominal if parse.deps[token] == "appos" and parse.words[parse.left[token] - 1] == ","
        )
        return next(read_on, tops[0])  # "In Oslo, Jane Smith had explained …": read as an apposition to the place
    stop = min((first for first, _ in candidate.content if first > cue), default=len(parse))
    for token in range(cue + 1, min(stop, cue + 6)):
        if parse.words[token] in (",", ".", ":", ";"):
            break
        if _nominal(reading, token):
            return _top(reading, token, (cue + 1, min(stop, reading.sentence(cue)[1])))
    return -1


def _nominal(reading: Reading, token: int) -> bool:
    """A noun, a number or a personal pronoun, or a capital that the tagger took for something else ("said Will")."""
    tag = reading.parse.tags[token]
    named = reading.parse.words[token][:1].isupper() and tag[:2] in ("MD", "RB", "VB", "JJ", "UH")
    return (tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "CD") or named) and not _dated(reading, token)


def _dated(reading: Reading, token: int) -> bool:
    entity = reading.parse.entity_of[token]
    return entity >= 0 and reading.parse.entities[entity].label in ("DATE", "TIME")


def _top(reading: Reading, token: int, within: Range) -> int:
    """The head of the noun phrase of ``token``, as far as it lies ``within``."""
    parse = reading.parse
    while (
        parse.deps[token]
        in ("compound", "poss", "appos", "nmod", "amod", "nummod", "det", "conj", "pobj", "prep", "attr")
        and parse.heads[token] != token
        and within[0] <= parse.heads[token] < within[1]
        and parse.tags[parse.heads[token]][:2] in ("NN", "PR", "IN", "CD")
    ):
        token = parse.heads[token]
    return token


def _inside(candidate: Candidate, token: int) -> bool:
    return any(start <= token < end for start, end in candidate.content)


def _whole_name(reading: Reading, end: int) -> int:
    """The end of a source that the parser cut within a name, or before one: "a spokeswoman for | Acme Corp."."""
    parse = reading.parse
    while end < len(parse) and parse.entity_of[end] >= 0 and parse.entity_of[end] == parse.entity_of[end - 1]:
        end += 1
    if parse.tags[end - 1] == "IN":
        while end < len(parse) and parse.tags[end][:3] == "NNP":
            end += 1
    return end


def _phrase(reading: Reading, candidate: Candidate, head: int) -> tuple[Range, ...]:
    """The subtree of ``head``, without the content, the cue and edge punctuation."""
    parse = reading.parse
    start, end = parse.subtree(head)
    for first, last in (*candidate.content, (candidate.cue, candidate.cue + 1)):
        if first <= head < last:
            return ()
        if last <= head:
            start = max(start, last)
        elif first > head:
            end = min(end, first)
    if candidate.pos == "PUNCT":  # "Voters decide late - Jane Smith: “…”"
        start = max(
            [
                start,
                *(
                    token + 1
                    for token in range(start, head)
                    if parse.words[token] in _DASHES and parse.tags[token] != "HYPH"
                ),
            ]
        )
    start, end = parse.trim((start, end), (",", ";", ":", "—", "–", "-", "―", "(", ".", "--"))
    if start < end:
        taken = (first for first, _ in (*candidate.content, (candidate.cue, 0)) if first >= end)
        end = min([_whole_name(reading, end), *taken])
    if parse.words[end - 1] == ")" and "(" not in parse.words[start:end]:
        end -= 1
    return ((start, end),) if start < end else ()
