"""The words that are the source of a content, by the ways that the training articles show, the surest first."""

from __future__ import annotations

from quoteattr.attribute.climb import above
from quoteattr.attribute.extents import dated, phrase_of
from quoteattr.attribute.misread import agent_of, issuer_of, led_in, opened, person_between, reporter_of
from quoteattr.detect import Candidate, Reading
from quoteattr.detect.framing import FRAMES, between_pauses
from quoteattr.detect.reading import Verb
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.meanings import noun_lemma
from quoteattr.syntax import Range

__all__ = ["source_of"]

_NOBODY = frozenset(("it", "there"))
_ASKED = frozenset(("ask", "press", "question"))
_FELT = frozenset("convince determine mystify persuade worry alarm puzzle baffle".split())
"""Verbs whose passive tells what its subject thinks: "is convinced that …"."""
_NOMINAL = frozenset(("NN", "DT", "CD", "JJ", "PR", "RB"))
_RAISING = frozenset(("seem", "appear"))
_AROUSING = frozenset(
    "attract beg draw drive endure entertain face field fuel generate invite prompt provoke rally receive spark spur "
    "stoke trigger".split()
)
_FROM = frozenset(("among", "from"))
_WITH = frozenset(("in", "into", "with"))
"""Prepositions between a verb and the noun of saying that its subject says (on train in 22 of 30 with a source)."""
_PAST = frozenset("felt found held heard put read said thought told".split())
"""Participles that look like the past tense, of verbs that have no -ed."""
_STEPS = 6
"""How many verbs a search for a subject climbs at most."""


def source_of(reading: Reading, candidate: Candidate) -> tuple[Range, ...]:
    """The token range of the source, or nothing."""
    parse = reading.parse
    if candidate.rule in FRAMES and candidate.source < candidate.cue:
        return between_pauses(reading, candidate)
    if candidate.source >= 0:
        head = candidate.source
        if candidate.pos == "NOUN" and parse.tags[head] == "PRP$" and parse.deps[candidate.cue] == "dobj":
            above = subject_of(reading, parse.heads[candidate.cue], candidate)  # "she repeated her call for …"
            head = above if above >= 0 else head
        return phrase_of(reading, candidate, head)
    if candidate.pos == "NOUN":
        governor = parse.heads[candidate.cue]
        if parse.deps[candidate.cue] == "pobj" and parse.lower[governor] in _WITH:
            governor = parse.heads[governor]  # "opened with a call for …", "broke into chants of …"
            governed = governor in reading.verb_at
        else:
            governed = candidate.frame.startswith("obj+") and governor in reading.verb_at
        head = subject_of(reading, governor, candidate) if governed else -1
        if head < 0 or _arouses(reading, governor, head):
            head = _giver(reading, candidate.cue)
    elif candidate.lemma in _RAISING or _impersonal(reading, candidate):
        head = -1
    else:
        head = subject_of(reading, candidate.cue, candidate)
        if (
            candidate.frame == "quote"
            and not _asked(reading, candidate.cue)
            and (head < 0 or not _near(reading, candidate, head))
        ):
            beside = _beside(reading, candidate)
            head = beside if beside >= 0 else head
        elif head < 0 and _finite(reading, candidate.cue):
            head = _beside(reading, candidate)
    return phrase_of(reading, candidate, head) if head >= 0 else ()


def _impersonal(reading: Reading, candidate: Candidate) -> bool:
    """Whether nobody in particular thinks so: "it is unclear whether …"."""
    verb = reading.verb_at.get(candidate.cue)
    if candidate.pos != "ADJ" or verb is None or verb.lemma != "be":
        return False
    return verb.subject >= 0 and reading.parse.lower[verb.subject] in _NOBODY


def _arouses(reading: Reading, governor: int, subject: int) -> bool:
    """Whether a verb tells what makes others ask: "The sale raised questions about …", "He faced criticism"."""
    parse, lemma = reading.parse, reading.verb_at[governor].lemma
    thing = parse.tags[subject] in ("NN", "NNS") and noun_lemma(parse.lower[subject]) not in MEDIA
    return lemma in _AROUSING or (lemma == "raise" and thing)


def _giver(reading: Reading, noun: int) -> int:
    """Whom a noun of saying comes from, or -1: "He faced criticism from doctors"."""
    parse = reading.parse
    for child in parse.children[noun]:
        giver = parse.child(child, "pobj") if parse.lower[child] in _FROM else -1
        if giver > noun and parse.tags[giver][:2] in ("NN", "PR"):
            return giver
    return -1


def subject_of(reading: Reading, token: int, candidate: Candidate) -> int:
    """The head of the noun phrase that does what the verb at ``token`` says, or -1."""
    for _ in range(_STEPS):
        verb = reading.verb_at.get(token)
        if verb is None:  # an adjective, or a verb read as a noun: "Her campaign feuds with … and dismisses …"
            subject = reading.parse.child(token, "nsubj", "nsubjpass") if token != candidate.cue else -1
            if subject >= 0 or reading.parse.heads[token] == token:
                return subject
            token = reading.parse.heads[token]
            continue
        own = _own(reading, verb, candidate)
        if own is not None and token != candidate.cue and reading.parse.tags[candidate.cue] == "VBG":
            own = person_between(reading, verb, own, candidate.cue)
        if own is not None:
            return -1 if token != candidate.cue and _extraposed(reading, verb, own) else _behind(reading, token, own)
        reporter = reporter_of(reading, token)
        if token == candidate.cue and reporter >= 0:
            token = reporter
            continue
        noun, token = above(reading, verb)
        if noun >= 0 or token < 0:
            return noun
    return -1


def _behind(reading: Reading, verb: int, subject: int) -> int:
    """The subject of a verb, or the one behind it where it only opens the sentence: "Tuesday, the mayor said"."""
    parse = reading.parse
    for start in opened(reading, verb, subject) if 0 <= subject < verb else ():
        for token in range(start, verb):
            if parse.words[token] == ",":
                break
            if _nominal(reading, token):
                return _top(reading, token, (start, verb))
    return subject


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
        if verb.token == candidate.cue and (agent := agent_of(reading, candidate)) >= 0:
            return agent
        if _only_verb(reading, verb.token):
            return parse.heads[verb.token]
        nobody = verb.subject >= 0 and parse.lower[verb.subject] in _NOBODY
        felt = verb.lemma in _FELT and not nobody
        felt = felt or (candidate.frame == "pass+clause" and not nobody and _contracted(reading, verb))
        return verb.subject if verb.token != candidate.cue or felt else -1
    if verb.token == candidate.cue and verb.lemma in _ASKED and parse.deps[verb.token] == "advcl" and verb.subject < 0:
        return -1 if parse.tags[verb.token] == "VBD" else None  # "asked whether she would run, he …": a participle
    subject = _nearest(verb)
    if subject >= 0 and issuer_of(reading, verb.token) >= 0 and parse.tags[subject] == "WDT":
        return None  # "released a video that said …": who released it
    if subject >= 0 and not _inside(candidate, subject):
        return subject
    clause = verb.first("csubj")
    if 0 <= clause < verb.token and parse.tags[parse.left[clause]][:2] in _NOMINAL and not _inside(candidate, clause):
        return clause  # "People briefed on the talks said …": the participle read as the subject
    ends = [end for _, end in candidate.content if end <= verb.token]
    inverted = bool(ends) and not any(parse.is_word(token) for token in range(max(ends), verb.token))
    if candidate.frame in ("quote", "clause-left", "parataxis") and verb.token == candidate.cue and inverted:
        for child in verb.after("dobj", "attr", "npadvmod", "dep"):  # "…," said Jones: read as an object
            if not _inside(candidate, child) and child <= verb.token + 12 and parse.tags[child][:2] in ("NN", "PR"):
                return child
    return None


def _nearest(verb: Verb) -> int:
    """The subject of a verb, the last before it where the parser gave it several: "Moments later, she said"."""
    subjects = verb.all("nsubj")
    before = [subject for subject in subjects if subject < verb.token]
    return before[-1] if before else subjects[0] if subjects else -1


def _only_verb(reading: Reading, participle: int) -> bool:
    """Whether a participle is the verb of its sentence in truth: "Smith, a mayor, called the plan “a mistake.”"."""
    parse = reading.parse
    noun = parse.heads[participle]
    word = parse.lower[participle]
    if parse.deps[participle] != "acl" or not (word.endswith("ed") or word in _PAST):
        return False
    if parse.tags[noun][:2] not in ("NN", "PR") or parse.deps[noun] != "ROOT":
        return False
    return not any(parse.deps[child] in ("cop", "aux", "nsubj") for child in parse.children[noun])


def _asked(reading: Reading, cue: int) -> bool:
    """Whether a cue tells whom somebody asked, not who asked: "The mayor was asked, “…”"."""
    verb = reading.verb_at.get(cue)
    return verb is not None and verb.passive and verb.lemma in _ASKED


def _contracted(reading: Reading, verb: Verb) -> bool:
    """Whether a passive is none: "he's said that …", with has."""
    auxiliary = verb.first("auxpass")
    return auxiliary >= 0 and reading.parse.lower[auxiliary] == "'s" and verb.lemma not in _ASKED


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
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"}) or (tags == {"VBN"} and not verb.all("aux"))


def _near(reading: Reading, candidate: Candidate, head: int) -> bool:
    """Whether a subject is the one that stands beside the cue of a quotation: no date, no addressee behind it."""
    parse = reading.parse
    if dated(reading, head) or parse.region_of[head] >= 0:
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
    behind = led_in(reading, start, cue) if nominal else -1
    if behind >= 0:
        return _top(reading, behind, (behind, cue))
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
    some = tag == "DT" and reading.parse.lower[token] == "another"
    aged = reading.parse.lower[token] == "old" and reading.parse.words[token - 1] == "-"  # "the 43-year-old said"
    nouns = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD")
    return aged or ((tag in nouns or named or some) and not dated(reading, token))


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
