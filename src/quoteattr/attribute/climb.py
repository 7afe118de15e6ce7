"""From a verb without a subject to the noun or the verb above it that tells who does what it says."""

from __future__ import annotations

from quoteattr.attribute.extents import dated
from quoteattr.attribute.misread import issuer_of
from quoteattr.detect import Reading
from quoteattr.detect.reading import Verb
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.meanings import noun_lemma

__all__ = ["above"]

_LEAVING = frozenset("catch film find hear leave record see show watch".split())
"""Verbs whose object does what the participle behind it says."""
_MEANING = frozenset("entail involve mean require".split())
"""Verbs whose gerund has no subject: "It means admitting that …"."""
_OWN_ACT = frozenset(("promise", "use", "spend", "have", "start"))
"""Verbs whose object does not do what the infinitive or gerund behind it says: "used the debate to attack"."""
_SPENT = frozenset(
    "point time day days hours years months weeks minutes life career trouble money energy half rest".split()
)
"""What one spends or has doing something: not who does it."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "ROOT"))
_THINGS = MEDIA | frozenset("ad banner ed petition photo placard poster sign spot turn".split())
"""Nouns whose plural is no persons: "ran spots calling …"."""


def above(reading: Reading, verb: Verb) -> tuple[int, int]:
    """The noun that does what a verb without a subject says, or -1; else the verb above whose subject it is, or -1."""
    parse, token = reading.parse, verb.token
    label, head = parse.deps[token], parse.heads[token]
    if label == "acomp" and parse.tags[token] == "VBN":
        return -1, head  # "She is focused on …"
    if head == token or label in ("csubj", "acomp", "attr", "nsubj"):
        return -1, -1
    if label == "xcomp":
        governor = reading.verb_at.get(head)
        if governor is None:  # an adjective: "is happy to announce"
            return -1, parse.heads[head]
        if governor.lemma in _MEANING and parse.tags[token] == "VBG":
            return -1, -1
        objects = [child for child in governor.all("dobj", "dative") if head < child < token]
        return (objects[0], -1) if objects and governor.lemma not in _OWN_ACT else (-1, head)
    if label == "pcomp":
        over = parse.heads[head]
        return -1, over if over in reading.verb_at else parse.heads[over]
    if label == "acl":
        return _of_noun(reading, token, head)
    if label == "relcl" and issuer_of(reading, token) >= 0:
        return -1, issuer_of(reading, token)
    if label == "relcl":
        infinitive = any(parse.lower[child] == "to" for child in verb.all("aux")) and parse.deps[head] not in _SUBJECTS
        return (-1, parse.heads[head]) if infinitive else (head, -1)  # "was the first senator to endorse him"
    if label == "advcl" and parse.child(head, "expl") >= 0 and parse.child(head, "attr") >= 0:
        return parse.child(head, "attr"), -1  # "There were letters showing …"
    outer = parse.heads[head]
    left = _left_doing(reading, verb)
    if left >= 0:
        return left, -1
    if label == "advcl" and parse.tags[token] == "VBG" and parse.deps[head] == "ccomp" and outer < head:
        governor = reading.verb_at.get(outer)
        if governor is not None and reading.lexicon.reports(governor.lemma):
            return -1, outer  # "He said sales had been flat, citing …": who said it
    return -1, head


def _left_doing(reading: Reading, verb: Verb) -> int:
    """Whom another verb leaves or sees doing what a participle says, or -1: "left many wondering"."""
    parse, token = reading.parse, verb.token
    governor = reading.verb_at.get(parse.heads[token])
    if governor is None or governor.lemma not in _LEAVING or parse.tags[token] != "VBG":
        return -1
    one = governor.first("dobj")
    told = parse.deps[token] in ("advcl", "ccomp", "xcomp") and 0 <= one < token
    return one if told and (parse.words[token - 1] != "," or _person(reading, one)) else -1


def _of_noun(reading: Reading, token: int, noun: int) -> tuple[int, int]:
    """The same for a verb that a noun governs: "a letter asking …", "her decision to …"."""
    parse = reading.parse
    governor = parse.heads[noun]
    person = _person(reading, noun)
    if parse.tags[token] == "VBG":
        if parse.lower[governor] == "to" and (sender := _sender(reading, governor)) >= 0:
            return -1, sender  # "sent an email to members saying …": who sent it
        if parse.deps[noun] == "dobj" and governor in reading.verb_at and not person:
            return -1, governor  # "released a statement saying …": who released it
        if (
            parse.deps[noun] == "pobj"
            and parse.lower[governor] in ("with", "amid")
            and parse.words[governor - 1] == ","
        ):
            return noun, -1  # "…, with reports saying …"
        if parse.deps[noun] == "pobj" and not person and noun_lemma(parse.lower[noun]) in MEDIA:
            over = parse.heads[governor]
            return -1, over if over in reading.verb_at else parse.heads[over]
        if parse.deps[noun] == "attr" and parse.words[token - 1] == ",":
            return -1, governor  # "She was the first guest to speak, praising …"
        if parse.lower[noun] not in _SPENT and not dated(reading, noun):
            return noun, -1
    possessor = parse.child(noun, "poss")
    if possessor >= 0 and not dated(reading, noun):
        return possessor, -1
    if governor == noun and parse.tags[noun][:2] == "NN":
        return noun, -1  # a headline: "Mayor to release letters"
    return -1, governor


def _sender(reading: Reading, preposition: int) -> int:
    """The verb that sends a medium to somebody, or -1."""
    parse = reading.parse
    above = parse.heads[preposition]
    verb = above if above in reading.verb_at else parse.heads[above]
    medium = parse.child(verb, "dobj")
    return verb if verb in reading.verb_at and medium >= 0 and noun_lemma(parse.lower[medium]) in MEDIA else -1


def _person(reading: Reading, token: int) -> bool:
    """Whether a noun is the name of somebody, or a plural that may be persons: "heard protesters calling"."""
    parse = reading.parse
    if parse.tags[token] == "NNS":
        return noun_lemma(parse.lower[token]) not in _THINGS
    return parse.tags[token] in ("NNP", "NNPS", "PRP")
