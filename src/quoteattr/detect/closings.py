"""Where the narrator goes on behind a content: "he was “very sorry” | and resigned", "it was late, | adding that …"."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate, Tail
from quoteattr.detect.reading import Reading
from quoteattr.detect.tags import FINITE, acts, finite_in
from quoteattr.lexicon import meanings

__all__ = ["narrated"]

_AND = frozenset(("and", "but"))
_WHILE = frozenset(("after", "as", "while"))
_SUBJECT = frozenset(("DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$", "RB"))
_RELATIVES = frozenset(("which", "who"))
_ADVERBS = frozenset(("RB", ","))
_SAYS = 5
"""Tenths of a verb's uses that are communication from which on it says something."""
_NEAR = 8
"""Tokens behind a closing mark within which the verb of a clause stands."""


def narrated(reading: Reading, candidate: Candidate, tail: Tail, end: int) -> int:
    """The end of a content, or the place before it at which the narrator goes on.

    Behind a closing mark he does so with a second verb of the cue's subject ("and resigned"), with a clause that
    opposes what was said ("but the union disagreed"), or with one that tells what else happened ("as protesters
    chanted"). Behind a comma he does so with a participle of saying: ", adding that …" (195 of 214 in the training
    articles), or with according to; and he joins a second verb of saying with what it says: "and insisted that …".

    Args:
        reading: The article.
        candidate: The content's candidate.
        tail: Its last piece.
        end: The token behind its last one.
    """
    parse = reading.parse
    for token in range(tail.head + 1, end):
        if (
            _frames(reading, token)
            or (parse.tags[token] == "VBG" and _adds(reading, candidate, token))
            or _says_more(reading, candidate, token)
        ):
            end = token
            break
    for number in sorted({region for region in parse.region_of[tail.start : end] if region >= 0}):
        first, last = parse.region_tokens[number]
        if parse.regions[number].weak or not parse.regions[number].closed or not tail.start <= first < last < end:
            continue
        if not first <= candidate.cue < last and _narrates(reading, candidate, tail, last, end):
            return last
    return end


def _says_more(reading: Reading, candidate: Candidate, token: int) -> bool:
    """Whether a second verb of saying is joined with what it says: "and insisted that …", "and he replied that …"."""
    parse = reading.parse
    if parse.lower[token] not in _AND or parse.region_of[token] >= 0:
        return False
    for verb in range(token + 1, min(len(parse) - 1, token + _NEAR)):
        tag = parse.tags[verb]
        if tag in FINITE:
            lemma = reading.lexicon.lemma(parse.lower[verb])
            says = tag == parse.tags[candidate.cue] and parse.lower[verb + 1] == "that"
            return says and reading.lexicon.reports(lemma)
        if tag not in _SUBJECT:
            break
    return False


def _frames(reading: Reading, token: int) -> bool:
    """Whether who says the whole sentence stands behind a comma: "…, according to the paper"."""
    parse = reading.parse
    return (
        parse.lower[token] == "according"
        and parse.words[token - 1] == ","
        and parse.lower[token + 1 : token + 2] == ["to"]
        and parse.region_of[token] < 0
    )


def _adds(reading: Reading, candidate: Candidate, participle: int) -> bool:
    """Whether a participle says something more: behind a comma, or behind and where the cue is one, too."""
    parse, before = reading.parse, reading.parse.lower[participle - 1]
    lemma = reading.lexicon.lemma(parse.lower[participle])
    says = lemma in reading.lexicon.speech or meanings.verb(lemma).says >= _SAYS
    if parse.region_of[participle] >= 0 or not says:
        return False
    if before == ",":
        return parse.deps[participle] == "advcl"
    return before == "and" and parse.tags[candidate.cue] == "VBG" and candidate.cue < participle


def _narrates(reading: Reading, candidate: Candidate, tail: Tail, start: int, end: int) -> bool:
    """Whether the narrator goes on behind a closing mark."""
    parse = reading.parse
    if parse.words[start] == ",":
        start += 1
        if start < end and parse.lower[start] in _RELATIVES and finite_in(reading, (start, end)):
            return True
    if start + 1 >= end or any(region >= 0 for region in parse.region_of[start:end]):
        return False
    word, following = parse.lower[start], start + 1
    if word in _WHILE:
        return parse.tags[start] == "IN" and finite_in(reading, (following, end))
    if word not in _AND:
        return False
    while following < end and parse.tags[following] in _ADVERBS:
        following += 1
    if following < end and parse.tags[following] in FINITE:  # "was proud of “…” but was worried": both are said
        changes = tail.family != "clause" or acts(reading, following)
        return parse.tags[following] == parse.tags[candidate.cue] and changes
    return word == "but" and finite_in(reading, (following, min(end, following + _NEAR)))
