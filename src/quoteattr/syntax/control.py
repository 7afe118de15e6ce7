"""Who does what a verb without its own subject says: subject control, by the tree and by a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax.grammar import Verb, is_dated, object_of
from quoteattr.syntax.labels import PLACE_ENTITIES, PROPER_TAGS
from quoteattr.syntax.parse import Parse

__all__ = ["Clauses", "controller_of", "is_issued", "nearest_subject", "person_between", "reporter_of"]

_STEPS = 4
_TRANSPARENT = label_set("dependencies", "transparent")
_UNCONTROLLED = label_set("dependencies", "uncontrolled")
_SUBJECTS = label_set("dependencies", "main_or_subject")
_MEDIA = listed("medium", "nouns")
_THINGS = _MEDIA | listed("control", "things")
"""Nouns whose plural is no persons: "ran spots calling …"."""
_CHOOSING = listed("control", "choosing")
_LEAVING = listed("control", "leaving")
_MEANING = listed("control", "meaning")
_OWN_ACT = listed("control", "own_act")
_SENDING = listed("control", "sending")
_SPENT = listed("control", "spent")
_ISSUING = listed("control", "issuing")
_PRONOMINAL_THINGS = listed("control", "pronouns")
_PERSONS = listed("control", "persons")

Control = tuple[int, int]
"""The noun that does what a verb says, or -1; else the verb above whose subject does, or -1."""
_NOBODY: Control = (-1, -1)


class Clauses(Protocol):
    """An article and its verbs."""

    @property
    def parse(self) -> Parse:
        """The article."""

    @property
    def verb_at(self) -> Mapping[int, Verb]:
        """The verbs by their tokens."""

    def reports(self, token: int) -> bool:
        """Whether a token is a verb of saying."""


def nearest_subject(parse: Parse, verbs: Mapping[int, Verb], token: int) -> int:
    """The first subject on the way from a verb to the root, or the noun that its clause is about; by labels alone."""
    for _ in range(_STEPS):
        verb = verbs.get(token)
        if verb is not None and verb.subject >= 0:
            return verb.subject
        if parse.deps[token] in ("relcl", "acl"):
            return parse.heads[token]
        if parse.deps[token] not in _TRANSPARENT and verb is not None:
            return -1
        token = parse.heads[token]
    return -1


def controller_of(clauses: Clauses, verb: Verb) -> Control:
    """What tells who does what a verb without a subject says: a noun, or the verb above."""
    parse, token = clauses.parse, verb.token
    label, head = parse.deps[token], parse.heads[token]
    if label == "acomp" and parse.tags[token] == "VBN":
        return -1, head  # "She is focused on …"
    if head == token or label in _UNCONTROLLED:
        return _NOBODY
    if label == "xcomp":
        return _of_complement(clauses, token, head)
    if label == "pcomp":
        return _of_gerund(clauses, head)
    if label == "acl":
        return _of_noun(clauses, token, head)
    if label == "relcl":
        return _of_relative(clauses, verb, head)
    return _of_clause(clauses, verb, head)


def _of_complement(clauses: Clauses, token: int, head: int) -> Control:
    """The controller of an infinitive or gerund: "asked them to wait", "promised to wait", "is happy to wait"."""
    governor = clauses.verb_at.get(head)
    if governor is None:  # an adjective: "is happy to announce"
        return -1, clauses.parse.heads[head]
    if governor.lemma in _MEANING and clauses.parse.tags[token] == "VBG":
        return _NOBODY
    parse = clauses.parse
    objects = [child for child in governor.all("dobj", "dative") if head < child < token]
    own = governor.lemma in _OWN_ACT or (governor.lemma in _CHOOSING and _is_place(parse, objects))
    return (objects[0], -1) if objects and not own else (-1, head)


def _is_place(parse: Parse, nouns: Sequence[int]) -> bool:
    """Whether the first noun, or a name in apposition to it, is a place: "chose Paris to announce …"."""
    beside = [
        *nouns[:1],
        *(child for one in nouns[:1] for child in parse.children[one] if parse.deps[child] == "appos"),
    ]
    return any(parse.entity_labels[one] in PLACE_ENTITIES for one in beside)


def _of_gerund(clauses: Clauses, preposition: int) -> Control:
    """The controller of a gerund behind a preposition; whoever is blamed by others for it did it."""
    over = _verb_over(clauses, preposition)
    verb = clauses.verb_at.get(over)
    blamed = verb is not None and verb.first("agent") >= 0 and clauses.parse.lower[preposition] == "for"
    if verb is not None and blamed and (subject := verb.first("nsubjpass")) >= 0:
        return subject, -1  # "Smith was attacked by Jones for saying …"
    return -1, over


def _of_relative(clauses: Clauses, verb: Verb, head: int) -> Control:
    """The controller of a relative clause: what it hangs on, or who issued that."""
    parse = clauses.parse
    if is_issued(clauses, verb.token):
        return -1, parse.heads[head]
    infinitive = any(parse.lower[child] == "to" for child in verb.all("aux")) and parse.deps[head] not in _SUBJECTS
    return (-1, parse.heads[head]) if infinitive else (head, -1)  # "was the first senator to endorse him"


def _of_clause(clauses: Clauses, verb: Verb, head: int) -> Control:
    """The controller of an adverbial clause, a conjunct or the like."""
    parse, token = clauses.parse, verb.token
    adverbial = parse.deps[token] == "advcl"
    if adverbial and parse.child(head, "expl") >= 0 and (there := parse.child(head, "attr")) >= 0:
        return there, -1  # "There were letters showing …"
    left = _left_doing(clauses, token)
    left = left if left >= 0 else _sent_to_do(clauses, verb, head)
    if left >= 0:
        return left, -1
    outer = parse.heads[head]
    inside = adverbial and parse.tags[token] == "VBG" and parse.deps[head] == "ccomp" and outer < head
    return -1, outer if inside and clauses.reports(outer) else head  # "He said sales had been flat, citing …"


def _left_doing(clauses: Clauses, participle: int) -> int:
    """Whom another verb leaves or sees doing what a participle says, or -1: "left many wondering"."""
    parse = clauses.parse
    governor = clauses.verb_at.get(parse.heads[participle])
    if governor is None or governor.lemma not in _LEAVING or parse.tags[participle] != "VBG":
        return -1
    one = governor.first("dobj")
    told = parse.deps[participle] in ("advcl", "ccomp", "xcomp") and 0 <= one < participle
    return one if told and (parse.words[participle - 1] != "," or _is_person(parse, one)) else -1


def _sent_to_do(clauses: Clauses, verb: Verb, head: int) -> int:
    """Whom another verb sends to do what an infinitive says, or -1: "sent an envoy to warn …"."""
    parse, governor = clauses.parse, clauses.verb_at.get(head)
    if governor is None or governor.lemma not in _SENDING or all(parse.lower[one] != "to" for one in verb.all("aux")):
        return -1
    one = governor.first("dobj")
    return one if head < one < verb.token and singular(parse.lower[one]) not in _THINGS else -1


def _of_noun(clauses: Clauses, token: int, noun: int) -> Control:
    """The controller of a verb that a noun governs: "a letter asking …", "her decision to …"."""
    parse = clauses.parse
    found = _of_participle(clauses, token, noun) if parse.tags[token] == "VBG" else None
    if found is not None:
        return found
    possessor = parse.child(noun, "poss")
    if possessor >= 0 and not is_dated(parse, noun):
        return possessor, -1
    governor = parse.heads[noun]
    if governor == noun and parse.tags[noun][:2] == "NN":
        return noun, -1  # a headline: "Mayor to release letters"
    return -1, governor


def _of_participle(clauses: Clauses, token: int, noun: int) -> Control | None:
    """The controller of a participle in -ing that a noun governs; ``None`` where the noun tells nothing."""
    parse = clauses.parse
    governor, label = parse.heads[noun], parse.deps[noun]
    if parse.lower[governor] == "to" and (sender := _sender(clauses, governor)) >= 0:
        return -1, sender  # "sent an email to members saying …": who sent it
    if label == "dobj" and governor in clauses.verb_at and not _is_person(parse, noun):
        return -1, governor  # "released a statement saying …": who released it
    if label == "pobj" and parse.lower[governor] in ("with", "amid") and parse.words[governor - 1] == ",":
        return noun, -1  # "…, with reports saying …"
    if label == "pobj" and not _is_person(parse, noun) and singular(parse.lower[noun]) in _MEDIA:
        return -1, _verb_over(clauses, governor)
    if label == "attr" and parse.words[token - 1] == ",":
        return -1, governor  # "She was the first guest to speak, praising …"
    return (noun, -1) if parse.lower[noun] not in _SPENT and not is_dated(parse, noun) else None


def _verb_over(clauses: Clauses, preposition: int) -> int:
    """The verb that a preposition hangs on, be it by way of a noun."""
    over = clauses.parse.heads[preposition]
    return over if over in clauses.verb_at else clauses.parse.heads[over]


def _sender(clauses: Clauses, preposition: int) -> int:
    """The verb that sends a medium to somebody, or -1."""
    parse, verb = clauses.parse, _verb_over(clauses, preposition)
    medium = object_of(parse, verb)
    return verb if verb in clauses.verb_at and medium >= 0 and singular(parse.lower[medium]) in _MEDIA else -1


def _is_person(parse: Parse, token: int) -> bool:
    """Whether a noun is the name of somebody, or a plural that may be persons: "heard protesters calling"."""
    if parse.tags[token] == "NNS":
        return singular(parse.lower[token]) not in _THINGS
    return parse.tags[token] in PROPER_TAGS or parse.tags[token] == "PRP"


def is_issued(clauses: Clauses, verb: int) -> bool:
    """Whether a relative clause tells the words of what somebody issued: "released a video that said …"."""
    parse = clauses.parse
    noun = parse.heads[verb]
    issuing = clauses.verb_at.get(parse.heads[noun])
    told = parse.deps[verb] == "relcl" and parse.deps[noun] == "dobj"
    return told and issuing is not None and issuing.lemma in _ISSUING


def reporter_of(clauses: Clauses, verb: int) -> int:
    """The verb of saying whose subject a verb shares that the parser joined to what that verb says, or -1.

    "The mayor said the dam held and insisted that …": insisted is joined to held. As it is a separate cue, the
    content of said stops before it.
    """
    parse = clauses.parse
    first = verb
    while parse.deps[first] == "conj" and parse.heads[first] < first:
        first = parse.heads[first]
    above, own = parse.heads[first], clauses.verb_at.get(verb)
    if first == verb or parse.deps[first] != "ccomp" or above > first or own is None or own.subject >= 0:
        return -1
    return above if clauses.reports(above) else -1


def person_between(clauses: Clauses, verb: Verb, subject: int, participle: int) -> int:
    """The subject; or, where it is a thing, the person in the last clause between ``verb`` and a participle.

    "The praise comes as Jane Smith is relying on the choir, mentioning it in every speech".
    """
    parse = clauses.parse
    if subject < 0 or not (parse.tags[subject] in ("NN", "NNS") or parse.lower[subject] in _PRONOMINAL_THINGS):
        return subject
    for clause in reversed(verb.all("advcl", "ccomp")):
        if not verb.token < clause < participle or clause not in clauses.verb_at:
            continue
        own = clauses.verb_at[clause].first("nsubj")
        if own > verb.token and (parse.tags[own] in PROPER_TAGS or parse.lower[own] in _PERSONS):
            return own
    return subject
